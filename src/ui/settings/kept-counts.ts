// What the kept lists hold, for showing.

import type { GuardedAccount } from '../../model/account.ts';
import type { Ambiguous, OnBothLists } from '../../model/lists.ts';
import { indexLists } from '../../registry/index-lists.ts';
import { type Held, type Standing, standingOf } from '../../registry/standing.ts';
import type { KeptList } from '../../store/lists.ts';
import type { Key } from '../words.ts';

/** How many different people or candidates a list names. */
export function countOwners(list: KeptList): number {
  return list.counts?.people ?? new Set([...list.watched, ...list.words].map((row) => row.candidate)).size;
}

export function countAccounts(list: KeptList): number {
  return list.counts?.accounts ?? list.watched.length;
}

/** All that a list holds to compare with: accounts and, of a campaign, its words. */
export function countEntries(list: KeptList): number {
  return countAccounts(list) + list.words.length;
}

/** Whether a list is used, in one word for all that may keep it from that. @param today YYYY-MM-DD where the user is */
export function stateOf(list: Held & Pick<KeptList, 'damaged'>, today: string) {
  const standing = standingOf(list, today);
  if (standing === 'off') return 'imp.off';
  if (standing === 'expired') return 'imp.notExpired';
  return list.damaged == null ? 'imp.on' : 'imp.notDamaged';
}

const SAVED = { used: 'set.saved', grace: 'imp.savedGrace', expired: 'imp.savedExpired', off: 'imp.savedOff' } as const satisfies Record<
  Standing,
  Key
>;

/** How it is told that a list was saved: plainly good only where it is used. @param today YYYY-MM-DD where the user is */
export function tellSaved(list: Held, today: string): { readonly key: (typeof SAVED)[Standing]; readonly isGood: boolean } {
  const standing = standingOf(list, today);
  return { key: SAVED[standing], isGood: standing === 'used' };
}

/**
 * Why fewer accounts were saved than were read, or null. Rows left out and rows merged are not counted apart by who writes the list.
 * @param ambiguous accounts that stand for different people
 */
export function tellFewer(read: number, saved: number, ambiguous: number): 'imp.fewerMerged' | 'imp.fewerClash' | null {
  if (ambiguous > 0) return 'imp.fewerClash';
  return saved < read ? 'imp.fewerMerged' : null;
}

/** What all lists together leave for the user to settle. @param guarded what the registry says of campaign accounts */
export function findWarnings(
  lists: readonly KeptList[],
  guarded: readonly GuardedAccount[],
): { bothLists: readonly OnBothLists[]; ambiguous: readonly Ambiguous[] } {
  const { bothLists, ambiguous } = indexLists({ guarded, watched: lists.flatMap((one) => one.watched), words: [] });
  return { bothLists, ambiguous };
}
