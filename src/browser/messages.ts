// Messages between the parts: sent typed, received only after the schema and the sender were checked.
import { browser } from 'wxt/browser';
import type { GuardedAccount, WatchedAccount } from '../model/account.ts';
import {
  type Flag,
  type FromPage,
  type FromUi,
  fromPageSchema,
  fromUiSchema,
  type PageOrders,
  type Refusal,
  type Structure,
  type ToPage,
  toPageSchema,
} from '../model/messages.ts';
import { type ToPicker, toPickerSchema } from '../model/pick.ts';

export interface PageSender {
  readonly tabId: number;
  readonly windowId: number;
  readonly url: URL;
}

export interface BackgroundHandlers {
  fromPage(message: FromPage, sender: PageSender): Promise<unknown>;
  fromUi(message: FromUi): Promise<unknown>;
}

interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; windowId?: number };
}

/**
 * Who sent it: one of our own pages, the script in the top frame of a tab, or somebody who is not listened to. A page without
 * encryption is read by nobody; only the picking script runs there, where the monitor started it.
 */
export function senderKind(sender: Sender, ownId: string, ownOrigin: string): 'ui' | 'page' | 'open-page' | 'other' {
  if (sender.id !== ownId || sender.url === undefined || !URL.canParse(sender.url)) return 'other';
  if (`${sender.url}`.startsWith(ownOrigin)) return sender.frameId === undefined || sender.frameId === 0 ? 'ui' : 'other';
  if (sender.frameId !== 0 || sender.tab?.id === undefined) return 'other';
  const { protocol } = new URL(sender.url);
  return protocol === 'https:' ? 'page' : protocol === 'http:' ? 'open-page' : 'other';
}

/** Registers the one listener of the background. Call at the top level, or an event that wakes the background is missed. */
export function listen(handlers: BackgroundHandlers): void {
  // An async function: Chromium's own `browser` answers null to a returned thenable that is not a native promise.
  const answer = async (raw: unknown, sender: Sender): Promise<unknown> => {
    const kind = senderKind(sender, browser.runtime.id, browser.runtime.getURL(''));
    if (kind === 'ui') {
      const message = fromUiSchema.safeParse(raw);
      return message.success ? handlers.fromUi(message.data) : { error: 'schema' };
    }
    if (kind === 'other') return { error: 'sender' };
    const message = fromPageSchema.safeParse(raw);
    if (!message.success) return { error: 'schema' };
    if (kind === 'open-page' && message.data.type !== 'picked' && message.data.type !== 'pick-ended') return { error: 'sender' };
    return handlers.fromPage(message.data, {
      tabId: sender.tab?.id ?? -1,
      windowId: sender.tab?.windowId ?? -1,
      url: new URL(sender.url ?? ''),
    });
  };
  browser.runtime.onMessage.addListener((raw: unknown, sender: unknown) => answer(raw, sender as Sender));
}

/** In a page script: what the background asks. Ends with the signal. */
export function listenInPage(handle: (message: ToPage) => Promise<unknown>, signal: AbortSignal): void {
  const answer = async (raw: unknown, sender: Sender): Promise<unknown> => {
    // Only the background: it has no tab. Our own pages never talk to a page script directly.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return { error: 'sender' };
    const message = toPageSchema.safeParse(raw);
    return message.success ? handle(message.data) : { error: 'schema' };
  };
  // Left to the picking script, which may run in the same page: only one of two answers would be heard.
  const listener = (raw: unknown, sender: unknown) => (toPickerSchema.safeParse(raw).success ? undefined : answer(raw, sender as Sender));
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** In the picking script: what the background asks. Everything else is left to the page script. Ends with the signal. */
export function listenInPicker(handle: (message: ToPicker) => Promise<unknown>, signal: AbortSignal): void {
  const listener = (raw: unknown, sender: unknown) => {
    const { id, tab } = sender as Sender;
    const message = toPickerSchema.safeParse(raw);
    return id === browser.runtime.id && tab === undefined && message.success ? handle(message.data) : undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

const ORPHAN_MS = 1000;

/**
 * Calls back once the extension was updated or removed under a page script: `runtime.id` is gone then, and only then.
 * No browser tells it; it has to be looked at.
 */
export function onOrphaned(call: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    clearInterval(timer);
    call();
  }, ORPHAN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

async function send<T>(message: FromPage | FromUi): Promise<T> {
  return (await browser.runtime.sendMessage(message)) as T;
}

export type Judged = { readonly ready: boolean; readonly flags: readonly Flag[] };
export type Kept = { readonly seq: number } | { readonly refused: Refusal };

export const toBackground = {
  pageOpen: (message: Extract<FromPage, { type: 'page-open' }>) => send<PageOrders>(message),
  judge: (message: Extract<FromPage, { type: 'judge' }>) => send<Judged>(message),
  pageState: (message: Extract<FromPage, { type: 'page-state' }>) => send<void>(message),
  capture: (message: Extract<FromUi, { type: 'capture' }>) => send<Kept>(message),
  decide: (message: Extract<FromUi, { type: 'decide' }>) => send<Kept>(message),
  handover: (message: Extract<FromUi, { type: 'handover' }>) => send<Kept>(message),
  listsChanged: () => send<void>({ type: 'lists-changed' }),
  settingsChanged: () => send<void>({ type: 'settings-changed' }),
  picked: (message: Extract<FromPage, { type: 'picked' }>) => send<unknown>(message),
  pickEnded: (message: Extract<FromPage, { type: 'pick-ended' }>) => send<unknown>(message),
  pick: (tabId: number) => send<void>({ type: 'pick', tabId }),
  pickDrop: (tabId: number) => send<void>({ type: 'pick-drop', tabId }),
  capturePicked: (message: Extract<FromUi, { type: 'capture-picked' }>) => send<Kept>(message),
  findGuarded: (words: string) => send<readonly GuardedAccount[]>({ type: 'find-rows', list: 'guarded', words }),
  findWatched: (words: string) => send<readonly WatchedAccount[]>({ type: 'find-rows', list: 'watched', words }),
  structure: (tabId: number) => send<Structure | { readonly refused: Refusal }>({ type: 'structure', tabId }),
  pointOut: (message: Extract<FromUi, { type: 'point-out' }>) => send<void>(message),
};

/** Background → the page script of a tab. Null if none answers. */
export async function toPage(tabId: number, message: ToPage | ToPicker): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    return null;
  }
}
