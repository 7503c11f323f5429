// The two lists, indexed for looking up. Plain data and Maps: it can be cloned and sent.
import { z } from 'zod';
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

/** How one list stands today. */
export interface ListStanding {
  readonly listId: string;
  readonly kind: 'guarded' | 'campaign';
  readonly title: string;
  readonly issuer: string;
  /** Calendar day. */
  readonly expiresOn: string;
  /** used · grace: past its day, used and told · expired, off, damaged: not used. */
  readonly standing: 'used' | 'grace' | 'expired' | 'off' | 'damaged';
}

/** An account that two lists give to different people, so that neither row is used. */
export const contradictionSchema = z.strictObject({
  say: z.string().max(5000),
  listIds: z.array(z.string().max(100)).min(2).max(50),
});
export type Contradiction = z.infer<typeof contradictionSchema>;

/** What our own pages are to know of the lists in use. */
export interface ListsState {
  /** Lists with papers. */
  readonly lists: readonly ListStanding[];
  /** Those met while pages were read in this session; lists are never compared whole. */
  readonly contradictions: readonly Contradiction[];
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
