// A tie between an account and a person as its steps made it so far, and which account and row it is about.
import type { GuardedAccount, Link } from './account.ts';
import { handleKey, idKey } from './account-key.ts';
import type { LinkedAccount, LinkStep, Person } from './link.ts';

/** A tie as its steps made it so far. */
export interface Tie {
  /** The same in each of its steps. */
  readonly linkId: string;
  /** As first seen. */
  readonly account: LinkedAccount;
  /** As last seen. */
  readonly lastAccount: LinkedAccount;
  /** ISO 8601 UTC. */
  readonly lastSeenAt: string;
  /** The row of a list that it names. */
  readonly person: Pick<Person, 'person' | 'unit' | 'status' | 'listId'>;
  /** listed: a list's own tie, which stands here only because it was ended. */
  readonly from: 'proposed' | 'listed';
  /** Confirmed by others than whoever proposed it. */
  readonly state: Link['state'];
  /** The step that ended it, or null while it holds. */
  readonly ended: Extract<LinkStep, { kind: 'ended' }> | null;
  /** All that happened, oldest first. */
  readonly steps: readonly LinkStep[];
}

/** Whether a row stands only on what a monitor proposed here; a list that names a monitor as its source is still a list. */
export function isProposedRow(row: Pick<GuardedAccount, 'link' | 'list'>): boolean {
  return row.link?.source === 'monitor' && row.list === undefined;
}

/** Same site, and the same id; where one of them shows none, the same handle. */
export function isSameAccount(one: LinkedAccount, other: LinkedAccount): boolean {
  if (one.platform !== other.platform) return false;
  if (one.id !== null && other.id !== null) return idKey(one.platform, one.id) === idKey(other.platform, other.id);
  const key = (account: LinkedAccount) => (account.handle === null ? null : handleKey(account.platform, account.handle));
  return key(one) !== null && key(one) === key(other);
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The tie that ended what this row says, or null. Another person's row for the same account is another tie. */
export function endOf(ties: readonly Tie[], row: LinkedAccount & Pick<GuardedAccount, 'person'>): Tie | null {
  const own = ties.filter((tie) => isSameAccount(tie.account, row) && plain(tie.person.person) === plain(row.person));
  // A tie that lives was proposed anew after an older one was ended.
  return own.some((tie) => tie.ended === null) ? null : (own.at(-1) ?? null);
}
