// Finds rows by what a person types: of the campaign list by part of a name, of the registry by a whole account only.
import type { GuardedAccount, WatchedAccount } from '../model/account.ts';
import type { Lists } from '../model/lists.ts';
import type { RowKey } from '../model/pick.ts';
import type { askedByTyping } from './asked.ts';
import { findGuarded } from './match.ts';

const LEAST_LETTERS = 2;
/** Few: a list of hundreds of people is not handed out to somebody who only types "a". */
export const MOST_ROWS = 8;

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The registry's rows of the accounts that were typed (askedByTyping). At most MOST_ROWS. */
export function findGuardedRows(lists: Lists, asked: ReturnType<typeof askedByTyping>): GuardedAccount[] {
  const found = asked.map(({ platform, account }) => findGuarded(lists, platform, account)?.row);
  return [...new Set(found)].filter((row) => row !== undefined).slice(0, MOST_ROWS);
}

/** The campaign list's rows in which every typed word stands somewhere; those whose name begins with it first. At most MOST_ROWS. */
export function findWatchedRows(lists: Lists, typed: string): WatchedAccount[] {
  return findRows(lists.watched.rows, typed, (row) => [row.candidate, row.office, row.region]);
}

function findRows<Row extends RowKey>(rows: readonly Row[], typed: string, namesOf: (row: Row) => string[]): Row[] {
  const words = plain(typed)
    .split(' ')
    .map((word) => word.replace(/^@/, ''))
    .filter((word) => word !== '');
  if (words.join('').length < LEAST_LETTERS) return [];
  const first: Row[] = [];
  const rest: Row[] = [];
  for (const row of rows) {
    const names = namesOf(row).map(plain);
    const text = [...names, plain(row.handle ?? ''), row.id ?? '', row.platform].join('\n');
    if (!words.every((word) => text.includes(word))) continue;
    (names[0]?.startsWith(words[0] ?? '') || plain(row.handle ?? '') === words[0] ? first : rest).push(row);
    if (first.length >= MOST_ROWS) break;
  }
  return [...first, ...rest].slice(0, MOST_ROWS);
}

export function isSameRow(one: RowKey, other: RowKey): boolean {
  return one.platform === other.platform && one.id === other.id && one.handle === other.handle;
}
