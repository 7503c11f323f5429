// The background's side of all messages: received only after the schema and the sender were checked.
import { browser } from 'wxt/browser';
import { type FromPage, type FromUi, fromPageSchema, fromUiSchema } from '../model/messages.ts';
import type { ToPage, ToPicker } from '../model/to-page.ts';

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

/** Background → the page script of a tab. Null if none answers. */
export async function toPage(tabId: number, message: ToPage | ToPicker): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    return null;
  }
}
