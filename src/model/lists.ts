// The two lists, indexed for looking up. Plain data and Maps: it can be cloned and sent.
import type { Account, GuardedAccount, SiteId, WatchedAccount, WatchedWord } from './account.ts';
import type { Grade } from './match.ts';

/** Rows by the keys of account-key.ts. Rows under one key always belong to the same person or candidate. */
export interface AccountIndex<Row> {
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, readonly Row[]>;
  /** Also holds rows that have an id: a sighting without an id can only be compared by handle. */
  readonly byHandle: ReadonlyMap<string, readonly Row[]>;
}

/** One step of a phrase: what may follow, and which words end here (positions in `WordIndex.entries`). As lib/words.ts builds it. */
export interface WordStep {
  readonly next: ReadonlyMap<string, WordStep>;
  readonly ends: readonly number[];
}

/** Campaign words as the lists give them, and the first step of looking for them in a text. */
export interface WordIndex {
  readonly rows: readonly WatchedWord[];
  /** What is looked for: the row's word as listed (`form` null), and its forms with affixes where the list asks for them. */
  readonly entries: readonly { readonly row: number; readonly form: string | null }[];
  readonly start: WordStep;
}

/** An account that both lists claim: told to the user, resolved by nobody but the user. */
export interface OnBothLists {
  readonly guarded: GuardedAccount;
  readonly watched: WatchedAccount;
  /** id: both rows state the same id · handle: only the handles are equal. */
  readonly grade: Grade;
}

/** Rows that claim one account for different people. None of them is used. */
export type Ambiguous =
  | { readonly list: 'guarded'; readonly say: string; readonly rows: readonly GuardedAccount[] }
  | { readonly list: 'watched'; readonly say: string; readonly rows: readonly WatchedAccount[] };

/** All imported lists, ready for looking up, with what the user has to know of their contradictions. */
export interface Lists {
  readonly guarded: AccountIndex<GuardedAccount>;
  readonly watched: AccountIndex<WatchedAccount>;
  readonly words: WordIndex;
  readonly bothLists: readonly OnBothLists[];
  readonly ambiguous: readonly Ambiguous[];
}

/** An account that the registry is asked about. */
export interface AskedAccount {
  readonly platform: SiteId;
  readonly account: Pick<Account, 'id' | 'handle'>;
}

/** The lists where the registry is too long for memory: it is looked up account by account, and cannot be listed. */
export interface ListSource {
  /** The campaign list alone. */
  readonly campaign: Lists;
  /** The campaign list, and of the registry all that is to be known of these accounts. Judging others by it finds nobody. */
  around(asked: readonly AskedAccount[]): Promise<Lists>;
}
