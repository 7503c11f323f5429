// Lists of several files brought together and indexed for looking up.

import { formsOf } from '../lib/affixes.ts';
import { compileWords } from '../lib/words.ts';
import type { GuardedAccount, WatchedAccount, WatchedWord } from '../model/account.ts';
import type { AccountIndex, Ambiguous, Lists, OnBothLists, WordIndex } from '../model/lists.ts';
import { withAllLists } from './all-lists.ts';
import { guardedFacts, watchedFacts } from './facts.ts';
import { handleKey, idKey } from './keys.ts';
import { type Claim, filled, settle } from './same-account.ts';
import { sayAccount } from './say-account.ts';

/**
 * Indexes the lists by id and handle. Rows that claim one account for different people are left out whole and reported in
 * `ambiguous`; accounts on both lists stay on both and are reported in `bothLists`. Rows are expected to have passed their
 * schema. Takes about a second for 200,000 rows.
 */
export function indexLists(lists: {
  guarded: readonly GuardedAccount[];
  watched: readonly WatchedAccount[];
  words: readonly WatchedWord[];
}): Lists {
  const guarded = settle(lists.guarded, guardedFacts);
  const watched = settle(lists.watched, watchedFacts);
  const ambiguous: Ambiguous[] = [
    ...guarded.contradictions.map(({ fact, at }) => {
      const rows = at.map((position) => lists.guarded[position] as GuardedAccount);
      return { list: 'guarded' as const, say: saying(rows, fact, [...new Set(rows.map((row) => row.person))].sort()), rows };
    }),
    ...watched.contradictions.map(({ fact, at }) => {
      const rows = at.map((position) => lists.watched[position] as WatchedAccount);
      return { list: 'watched' as const, say: saying(rows, fact, [...new Set(rows.map((row) => row.candidate))].sort()), rows };
    }),
  ];
  const guardedIndex = indexAccounts(withAllLists(lists.guarded, guarded.kept));
  const watchedIndex = indexAccounts(watched.kept.map(({ row }) => row));
  return {
    guarded: guardedIndex,
    watched: watchedIndex,
    words: indexWords(distinctWords(lists.words)),
    bothLists: findOnBoth(guardedIndex, watchedIndex),
    ambiguous,
  };
}

/** What is told of rows that contradict each other in a fact. */
export function saying(rows: readonly Claim[], fact: string, owners: readonly string[]): string {
  const [row] = rows;
  const account = row === undefined ? '' : sayAccount(row);
  const names = owners
    .slice(0, 5)
    .map((owner) => `"${owner}"`)
    .join(', ');
  if (fact === 'person' || fact === 'candidate')
    return `Akun ${account} tercatat untuk ${names}. Tidak dipakai sampai daftarnya diperbaiki.`;
  return `Akun ${account} tercatat untuk ${names} dengan keterangan yang bertentangan. Tidak dipakai sampai daftarnya diperbaiki.`;
}

function indexAccounts<Row extends Claim>(rows: readonly Row[]): AccountIndex<Row> {
  const byId = new Map<string, Row[]>();
  const byHandle = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.id !== null) add(byId, idKey(row.platform, row.id), row);
    const handle = row.handle === null ? null : handleKey(row.platform, row.handle);
    if (handle !== null) add(byHandle, handle, row);
  }
  return { rows, byId, byHandle };
}

function add<Row>(index: Map<string, Row[]>, key: string, row: Row): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else rows.push(row);
}

function indexWords(rows: readonly WatchedWord[]): WordIndex {
  const entries = rows.flatMap(({ word, affixes }, row) => [
    { row, form: null },
    ...(affixes === true ? formsOf(word).map((form) => ({ row, form })) : []),
  ]);
  return { rows, entries, start: compileWords(entries.map(({ row, form }) => form ?? rows[row]?.word ?? '')) };
}

/** One word may serve several campaigns; the same word for the same campaign counts once, with all that is said of it. */
function distinctWords(words: readonly WatchedWord[]): WatchedWord[] {
  const byText = new Map<string, WatchedWord>();
  for (const row of words) {
    const key = JSON.stringify([row.word, row.candidate, row.office, row.region]);
    const before = byText.get(key);
    byText.set(key, before === undefined ? row : filled(before, row));
  }
  return [...byText.values()];
}

function findOnBoth(guarded: AccountIndex<GuardedAccount>, watched: AccountIndex<WatchedAccount>): OnBothLists[] {
  const both: OnBothLists[] = [];
  for (const row of watched.rows) {
    const sameId = row.id === null ? undefined : guarded.byId.get(idKey(row.platform, row.id))?.[0];
    if (sameId !== undefined) {
      both.push({ guarded: sameId, watched: row, grade: 'id' });
      continue;
    }
    const key = row.handle === null ? null : handleKey(row.platform, row.handle);
    const sameHandle = key === null ? undefined : guarded.byHandle.get(key)?.find((other) => other.id === null || row.id === null);
    if (sameHandle !== undefined) both.push({ guarded: sameHandle, watched: row, grade: 'handle' });
  }
  return both;
}
