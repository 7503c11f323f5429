// The other side of all messages: what page scripts and our own pages ask of the background, and what it asks of page scripts.
import { browser } from 'wxt/browser';
import type { GuardedAccount, WatchedAccount } from '../model/account.ts';
import type { ErasurePreview, LaterRequest } from '../model/later.ts';
import type { LinkAnswer, LinkChange, LinkRefusal, Namesakes, PictureAnswer } from '../model/link.ts';
import type { ListsState } from '../model/lists.ts';
import type { Flag, FromPage, FromUi, PageOrders, Refusal, Structure } from '../model/messages.ts';
import type { CandidateAccount } from '../model/own-list.ts';
import type { RecheckSeen } from '../model/recheck.ts';
import type { StampAnswer, StampOrder, StampRefusal, StampRequest } from '../model/stamp.ts';
import type { Rescued, StorageState } from '../model/storage.ts';
import type { Tie } from '../model/tie.ts';
import { type ToPage, type ToPicker, toPageMessage, toPickerMessage } from '../model/to-page.ts';

interface Sender {
  id?: string;
  tab?: object;
}

/** In a page script: what the background asks. Ends with the signal. */
export function listenInPage(handle: (message: ToPage) => Promise<unknown>, signal: AbortSignal): void {
  const answer = async (raw: unknown, sender: Sender): Promise<unknown> => {
    // Only the background: it has no tab. Our own pages never talk to a page script directly.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return { error: 'sender' };
    const message = toPageMessage(raw);
    return message === null ? { error: 'schema' } : handle(message);
  };
  // Left to the picking script, which may run in the same page: only one of two answers would be heard.
  const listener = (raw: unknown, sender: unknown) => (toPickerMessage(raw) === null ? answer(raw, sender as Sender) : undefined);
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** In the picking script: what the background asks. Everything else is left to the page script. Ends with the signal. */
export function listenInPicker(handle: (message: ToPicker) => Promise<unknown>, signal: AbortSignal): void {
  const listener = (raw: unknown, sender: unknown) => {
    const { id, tab } = sender as Sender;
    const message = toPickerMessage(raw);
    return id === browser.runtime.id && tab === undefined && message !== null ? handle(message) : undefined;
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
/** Of an item taken in parts: the how manyth it was, and the share of the item that all of them show, 0 to 1. */
export type Part = { readonly index: number; readonly share: number };
export type Kept = { readonly seq: number; readonly part?: Part } | { readonly refused: Refusal };

export const toBackground = {
  pageOpen: (message: Extract<FromPage, { type: 'page-open' }>) => send<PageOrders>(message),
  judge: (message: Extract<FromPage, { type: 'judge' }>) => send<Judged>(message),
  pageState: (message: Extract<FromPage, { type: 'page-state' }>) => send<void>(message),
  capture: (message: Extract<FromUi, { type: 'capture' }>) => send<Kept>(message),
  decide: (message: Extract<FromUi, { type: 'decide' }>) => send<Kept>(message),
  known: (message: Extract<FromUi, { type: 'known' }>) => send<Kept>(message),
  redact: (message: Extract<FromUi, { type: 'redact' }>) => send<Kept>(message),
  handover: (message: Extract<FromUi, { type: 'handover' }>) => send<Kept>(message),
  note: (message: Extract<LaterRequest, { type: 'note' }>) => send<Kept>(message),
  hold: (message: Extract<LaterRequest, { type: 'hold' }>) => send<Kept>(message),
  recheckLook: (findingId: string, tabId: number) => send<RecheckSeen>({ type: 'recheck-look', findingId, tabId }),
  recheck: (message: Extract<LaterRequest, { type: 'recheck' }>) => send<Kept>(message),
  eraseLook: (findingIds: string[]) => send<ErasurePreview>({ type: 'erase-look', findingIds }),
  erase: (message: Extract<LaterRequest, { type: 'erase' }>) => send<Kept>(message),
  backup: (backupId: string, heirFingerprint: string) => send<Kept>({ type: 'backup', backupId, heirFingerprint }),
  restored: () => send<StorageState | null>({ type: 'restored' }),
  listsChanged: () => send<void>({ type: 'lists-changed' }),
  storageState: () => send<StorageState | null>({ type: 'storage-state' }),
  listsState: () => send<ListsState | null>({ type: 'lists-state' }),
  stampNow: () => send<StampAnswer>({ type: 'stamp-now' }),
  stampSave: () => send<StampRequest | { readonly refused: StampRefusal }>({ type: 'stamp-save' }),
  stampTake: (message: Extract<StampOrder, { type: 'stamp-take' }>) => send<StampAnswer>(message),
  stampDrop: (imprint: string) => send<null>({ type: 'stamp-drop', imprint }),
  stampAuto: (on: boolean) => send<null>({ type: 'stamp-auto', on }),
  rescue: () => send<Rescued | null>({ type: 'rescue' }),
  settingsChanged: () => send<void>({ type: 'settings-changed' }),
  picked: (message: Extract<FromPage, { type: 'picked' }>) => send<unknown>(message),
  pickEnded: (message: Extract<FromPage, { type: 'pick-ended' }>) => send<unknown>(message),
  pick: (tabId: number) => send<void>({ type: 'pick', tabId }),
  proposeCampaign: (tabId: number, link: string | null) =>
    send<readonly CandidateAccount[] | { readonly refused: Refusal }>({ type: 'propose-campaign', tabId, link }),
  pickDrop: (tabId: number) => send<void>({ type: 'pick-drop', tabId }),
  capturePicked: (message: Extract<FromUi, { type: 'capture-picked' }>) => send<Kept>(message),
  findGuarded: (words: string) => send<readonly GuardedAccount[]>({ type: 'find-rows', list: 'guarded', words }),
  findWatched: (words: string) => send<readonly WatchedAccount[]>({ type: 'find-rows', list: 'watched', words }),
  ties: () => send<readonly Tie[]>({ type: 'ties' }),
  findNamesakes: (url: string, name: string) => send<Namesakes | { readonly refused: LinkRefusal }>({ type: 'find-namesakes', url, name }),
  changeLink: (message: LinkChange) => send<LinkAnswer>(message),
  linkPicture: (linkId: string) => send<PictureAnswer>({ type: 'link-picture', linkId }),
  structure: (tabId: number) => send<Structure | { readonly refused: Refusal }>({ type: 'structure', tabId }),
  pointOut: (message: Extract<FromUi, { type: 'point-out' }>) => send<void>(message),
};
