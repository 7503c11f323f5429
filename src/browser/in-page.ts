// What the scripts in pages and the background say to each other, seen from the page. Apart from what our own pages ask: each page of
// a site waits while its script is taken in.
import type { Flag, FromPage, PageOrders } from '../model/messages.ts';
import { type ToPage, type ToPicker, toPageMessage, toPickerMessage } from '../model/to-page.ts';
import { answerMessages, ownId, type Sender, send } from './runtime.ts';

/** The background, and nobody else: it has no tab. Our own pages never talk to a script in a page directly. */
const isBackground = ({ id, tab }: Sender) => id === ownId() && tab === undefined;

/** In a page script: what the background asks. Ends with the signal. */
export function listenInPage(handle: (message: ToPage) => Promise<unknown>, signal: AbortSignal): void {
  const answer = async (raw: unknown, sender: Sender): Promise<unknown> => {
    if (!isBackground(sender)) return { error: 'sender' };
    const message = toPageMessage(raw);
    return message === null ? { error: 'schema' } : handle(message);
  };
  // Left to the picking script, which may run in the same page: only one of two answers would be heard.
  answerMessages((raw, sender) => (toPickerMessage(raw) === null ? answer(raw, sender) : undefined), signal);
}

/** In the picking script: what the background asks. Everything else is left to the page script. Ends with the signal. */
export function listenInPicker(handle: (message: ToPicker) => Promise<unknown>, signal: AbortSignal): void {
  answerMessages((raw, sender) => {
    const message = toPickerMessage(raw);
    return isBackground(sender) && message !== null ? handle(message) : undefined;
  }, signal);
}

const ORPHAN_MS = 1000;

/**
 * Calls back once the extension was updated or removed under a page script: `runtime.id` is gone then, and only then.
 * No browser tells it; it has to be looked at.
 */
export function onOrphaned(call: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (ownId() !== undefined) return;
    clearInterval(timer);
    call();
  }, ORPHAN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

const ask = async <T>(message: FromPage): Promise<T> => (await send(message)) as T;

type Judged = { readonly ready: boolean; readonly flags: readonly Flag[] };

export const fromPage = {
  pageOpen: (message: Extract<FromPage, { type: 'page-open' }>) => ask<PageOrders>(message),
  judge: (message: Extract<FromPage, { type: 'judge' }>) => ask<Judged>(message),
  pageState: (message: Extract<FromPage, { type: 'page-state' }>) => ask<void>(message),
  picked: (message: Extract<FromPage, { type: 'picked' }>) => ask<unknown>(message),
  pickEnded: (message: Extract<FromPage, { type: 'pick-ended' }>) => ask<unknown>(message),
};
