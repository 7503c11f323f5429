// The other side of all messages: what page scripts and our own pages ask of the background, and what it asks of page scripts.
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

const ask = async <T>(message: FromPage | FromUi): Promise<T> => (await send(message)) as T;

export type Judged = { readonly ready: boolean; readonly flags: readonly Flag[] };
/** Of an item taken in parts: the how manyth it was, and the share of the item that all of them show, 0 to 1. */
export type Part = { readonly index: number; readonly share: number };
export type Kept = { readonly seq: number; readonly part?: Part } | { readonly refused: Refusal };

export const toBackground = {
  pageOpen: (message: Extract<FromPage, { type: 'page-open' }>) => ask<PageOrders>(message),
  judge: (message: Extract<FromPage, { type: 'judge' }>) => ask<Judged>(message),
  pageState: (message: Extract<FromPage, { type: 'page-state' }>) => ask<void>(message),
  capture: (message: Extract<FromUi, { type: 'capture' }>) => ask<Kept>(message),
  decide: (message: Extract<FromUi, { type: 'decide' }>) => ask<Kept>(message),
  known: (message: Extract<FromUi, { type: 'known' }>) => ask<Kept>(message),
  redact: (message: Extract<FromUi, { type: 'redact' }>) => ask<Kept>(message),
  handover: (message: Extract<FromUi, { type: 'handover' }>) => ask<Kept>(message),
  note: (message: Extract<LaterRequest, { type: 'note' }>) => ask<Kept>(message),
  hold: (message: Extract<LaterRequest, { type: 'hold' }>) => ask<Kept>(message),
  recheckLook: (findingId: string, tabId: number) => ask<RecheckSeen>({ type: 'recheck-look', findingId, tabId }),
  recheck: (message: Extract<LaterRequest, { type: 'recheck' }>) => ask<Kept>(message),
  eraseLook: (findingIds: string[]) => ask<ErasurePreview>({ type: 'erase-look', findingIds }),
  erase: (message: Extract<LaterRequest, { type: 'erase' }>) => ask<Kept>(message),
  backup: (backupId: string, heirFingerprint: string) => ask<Kept>({ type: 'backup', backupId, heirFingerprint }),
  restored: () => ask<StorageState | null>({ type: 'restored' }),
  listsChanged: () => ask<void>({ type: 'lists-changed' }),
  storageState: () => ask<StorageState | null>({ type: 'storage-state' }),
  listsState: () => ask<ListsState | null>({ type: 'lists-state' }),
  stampNow: () => ask<StampAnswer>({ type: 'stamp-now' }),
  stampSave: () => ask<StampRequest | { readonly refused: StampRefusal }>({ type: 'stamp-save' }),
  stampTake: (message: Extract<StampOrder, { type: 'stamp-take' }>) => ask<StampAnswer>(message),
  stampDrop: (imprint: string) => ask<null>({ type: 'stamp-drop', imprint }),
  stampAuto: (on: boolean) => ask<null>({ type: 'stamp-auto', on }),
  rescue: () => ask<Rescued | null>({ type: 'rescue' }),
  settingsChanged: () => ask<void>({ type: 'settings-changed' }),
  picked: (message: Extract<FromPage, { type: 'picked' }>) => ask<unknown>(message),
  pickEnded: (message: Extract<FromPage, { type: 'pick-ended' }>) => ask<unknown>(message),
  pick: (tabId: number) => ask<void>({ type: 'pick', tabId }),
  proposeCampaign: (tabId: number, link: string | null) =>
    ask<readonly CandidateAccount[] | { readonly refused: Refusal }>({ type: 'propose-campaign', tabId, link }),
  pickDrop: (tabId: number) => ask<void>({ type: 'pick-drop', tabId }),
  capturePicked: (message: Extract<FromUi, { type: 'capture-picked' }>) => ask<Kept>(message),
  findGuarded: (words: string) => ask<readonly GuardedAccount[]>({ type: 'find-rows', list: 'guarded', words }),
  findWatched: (words: string) => ask<readonly WatchedAccount[]>({ type: 'find-rows', list: 'watched', words }),
  ties: () => ask<readonly Tie[]>({ type: 'ties' }),
  findNamesakes: (url: string, name: string) => ask<Namesakes | { readonly refused: LinkRefusal }>({ type: 'find-namesakes', url, name }),
  changeLink: (message: LinkChange) => ask<LinkAnswer>(message),
  linkPicture: (linkId: string) => ask<PictureAnswer>({ type: 'link-picture', linkId }),
  structure: (tabId: number) => ask<Structure | { readonly refused: Refusal }>({ type: 'structure', tabId }),
  pointOut: (message: Extract<FromUi, { type: 'point-out' }>) => ask<void>(message),
};
