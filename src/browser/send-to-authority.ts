// The one place of Netra that asks the network: one request to one authority that the user switched on. It carries a hash.
import { type Authority, MOST_ANSWER_BYTES, type StampFailure } from '../model/stamp.ts';

/** The service worker would be stopped after 30 seconds without a word. */
const PATIENCE_MS = 12_000;

type Sent = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failed: StampFailure; readonly status: number | null };

/**
 * Sends a request (RFC 3161, section 3.4) without cookies, referrer or redirects. In the background only: the pages' own policy
 * forbids it. Gives what came back, or why nothing did; never throws.
 */
export async function sendToAuthority({ url }: Authority, request: Uint8Array<ArrayBuffer>): Promise<Sent> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: request,
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: patience,
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return { failed: 'http', status: response.status };
    }
    return await readAnswer(response);
  } catch {
    return { failed: patience.aborted ? 'timeout' : 'unreachable', status: null };
  }
}

/** Stops reading where it is longer than any answer. */
async function readAnswer(response: Response): Promise<Sent> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next?.value === undefined) break;
    length += next.value.length;
    if (length > MOST_ANSWER_BYTES) {
      await reader?.cancel();
      return { failed: 'too-big', status: null };
    }
    parts.push(next.value);
  }
  return { bytes: new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer()) };
}
