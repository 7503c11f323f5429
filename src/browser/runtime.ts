// Messages of the scripts in pages, and of our own pages. Without the polyfill: a site's page waits while our page script is taken
// in, and a tenth of it was the polyfill. The background has it; what the polyfill there does to an answer is known here.

export interface Sender {
  readonly id?: string;
  readonly tab?: object;
}
type Listener = (raw: unknown, sender: Sender, respond: (answer: unknown) => void) => true | undefined;

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

/**
 * `chrome` and never `browser`: all give promises on it, and where a Chrome has no `browser` of its own, an element that a page calls
 * so would stand there. Asked for at each use: the first time the browser has to set it up, and the start of a page is no time for that.
 */
const api = (): Runtime | undefined => (globalThis as { chrome?: { runtime?: Runtime } }).chrome?.runtime;

/** The extension's id; undefined once it was updated or removed under a script that goes on running in a page. */
export const ownId = (): string | undefined => api()?.id;

/** Sends to the background. Throws if nobody hears it, or if the background failed to answer. */
export async function send(message: unknown): Promise<unknown> {
  const answer = await api()?.sendMessage(message);
  // Where Chrome hears no promise of a listener, the polyfill hands a failure over in this form.
  const { __mozWebExtensionPolyfillReject__: isFailure, message: why } = (answer ?? {}) as Record<string, unknown>;
  if (isFailure === true) throw new Error(String(why));
  return answer;
}

/**
 * Answers messages until the signal ends it; those for which `answer` gives undefined are left to others, and one that fails is
 * answered null.
 */
export function answerMessages(answer: (raw: unknown, sender: Sender) => Promise<unknown> | undefined, signal: AbortSignal): void {
  const listener: Listener = (raw, sender, respond) => {
    const answering = answer(raw, sender);
    if (answering === undefined) return undefined;
    // Not by a promise: not every Chrome since 129 hears one.
    void answering.catch(() => null).then(respond);
    return true;
  };
  const messages = api()?.onMessage;
  messages?.addListener(listener);
  signal.addEventListener('abort', () => messages?.removeListener(listener));
}
