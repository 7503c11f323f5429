// What the kept lists hold, for showing.

import type { GuardedAccount } from '../../model/account.ts';
import type { Ambiguous, OnBothLists } from '../../model/lists.ts';
import { indexLists } from '../../registry/index-lists.ts';
import type { KeptList } from '../../store/lists.ts';

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

/** What all lists together leave for the user to settle. @param guarded what the registry says of campaign accounts */
export function findWarnings(
  lists: readonly KeptList[],
  guarded: readonly GuardedAccount[],
): { bothLists: readonly OnBothLists[]; ambiguous: readonly Ambiguous[] } {
  const { bothLists, ambiguous } = indexLists({ guarded, watched: lists.flatMap((one) => one.watched), words: [] });
  return { bothLists, ambiguous };
}
