// What the kept lists hold, for showing.

import type { Ambiguous, OnBothLists } from '../../model/lists.ts';
import { indexLists } from '../../registry/index-lists.ts';
import type { ListRow } from '../../store/db.ts';

/** How many different people or candidates a list names. */
export function countOwners(list: ListRow): number {
  return new Set(
    list.kind === 'guarded'
      ? list.guarded.map((row) => `${row.person}\n${row.unit}`)
      : [...list.watched, ...list.words].map((row) => row.candidate),
  ).size;
}

/** What all lists together leave for the user to settle. */
export function findWarnings(lists: readonly ListRow[]): { bothLists: readonly OnBothLists[]; ambiguous: readonly Ambiguous[] } {
  const { bothLists, ambiguous } = indexLists({
    guarded: lists.flatMap((one) => one.guarded),
    watched: lists.flatMap((one) => one.watched),
    words: [],
  });
  return { bothLists, ambiguous };
}
