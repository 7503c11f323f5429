// What our own pages ask of the background.
import type { GuardedAccount, WatchedAccount } from '../model/account.ts';
import type { ErasurePreview, LaterRequest } from '../model/later.ts';
import type { LinkAnswer, LinkChange, LinkRefusal, Namesakes, PictureAnswer } from '../model/link.ts';
import type { ListsState } from '../model/lists.ts';
import type { FromUi, Refusal, Structure } from '../model/messages.ts';
import type { CandidateAccount } from '../model/own-list.ts';
import type { RecheckSeen } from '../model/recheck.ts';
import type { StampAnswer, StampOrder, StampRefusal, StampRequest } from '../model/stamp.ts';
import type { Rescued, StorageState } from '../model/storage.ts';
import type { Tie } from '../model/tie.ts';
import { send } from './runtime.ts';

const ask = async <T>(message: FromUi): Promise<T> => (await send(message)) as T;

/** Of an item taken in parts: the how manyth it was, and the share of the item that all of them show, 0 to 1. */
export type Part = { readonly index: number; readonly share: number };
export type Kept = { readonly seq: number; readonly part?: Part } | { readonly refused: Refusal };

export const toBackground = {
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
