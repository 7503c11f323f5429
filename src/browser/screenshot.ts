// One picture of what is visible in a window.
import { browser } from 'wxt/browser';
import type { Refusal } from '../model/messages.ts';

/** Chrome allows two calls a second, measured start to start; 550 ms was never refused. */
const SPACING_MS = 550;
/** A minimised window never answers; a visible one took at most 0.3 s. */
const LIMIT_MS = 3000;
let free = Promise.resolve();

/** PNG bytes, or why there are none. Calls wait for one another. */
export function takeScreenshot(windowId: number): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const shot = free.then(() => takeNow(windowId));
  free = shot.then(
    () => new Promise((done) => setTimeout(done, SPACING_MS)),
    () => undefined,
  );
  return shot;
}

async function takeNow(windowId: number): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<'too-slow'>((done) => {
    timer = setTimeout(() => done('too-slow'), LIMIT_MS);
  });
  try {
    const answer = await Promise.race([browser.tabs.captureVisibleTab(windowId, { format: 'png' }), limit]);
    return answer === 'too-slow' ? answer : toBytes(answer);
  } catch (error) {
    if (/MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/.test(String(error))) {
      await new Promise((done) => setTimeout(done, SPACING_MS));
      return takeNow(windowId);
    }
    // Both browsers name the permission that is missing; a page of the browser's own is refused in other words and never allowed.
    return /permission|activeTab|all_urls|cannot access/i.test(String(error)) ? 'no-permission' : 'no-picture';
  } finally {
    clearTimeout(timer);
  }
}

/** Decoded by hand: our pages may not fetch anything, not even a data address. */
function toBytes(dataUrl: string): Uint8Array<ArrayBuffer> {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
