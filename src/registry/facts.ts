// What rows for one account have to agree on: whose it is, first of all.
import type { GuardedAccount, WatchedAccount } from '../model/account.ts';
import { type Facts, toPlainText } from './same-account.ts';

/** What may not differ between two rows for one registry account. */
export const guardedFacts: Facts<GuardedAccount> = (row) => [
  ['person', toPlainText(row.person)],
  ['unit', toPlainText(row.unit)],
  ['status', row.status],
];

/** What may not differ between two rows for one campaign account. */
export const watchedFacts: Facts<WatchedAccount> = (row) => [
  ['candidate', toPlainText(row.candidate)],
  ['office', toPlainText(row.office)],
  ['region', toPlainText(row.region)],
  ['official', row.official === null ? '' : String(row.official)],
  ['kind', row.kind ?? ''],
  ['seat', row.seat ?? ''],
  ['number', row.number === undefined ? '' : String(row.number)],
];
