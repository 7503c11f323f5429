// Compares database, journal and anchor, and names what happened to them. Pure: opens nothing, repairs nothing.
import { ANCHOR_VERSION, type Anchor } from './anchor.ts';
import type { JournalHead } from './journal-files.ts';
import { JOURNAL_VERSION } from './journal-frames.ts';

export type Head = { readonly seq: number; readonly hash: string };

export type FoundDatabase =
  | {
      readonly state: 'open';
      readonly generation: string | null;
      readonly session: number;
      readonly head: Head | null;
      /** How many records it holds. */
      readonly count: number;
      readonly hasKey: boolean;
      /** Hash of its line with this number; null where it has none. */
      readonly hashAt: (seq: number) => Promise<string | null>;
    }
  | { readonly state: 'unopenable' }
  | { readonly state: 'newer' };

export type FoundJournal = ({ readonly state: 'open' } & JournalHead) | { readonly state: 'unreadable' };

/**
 * fresh: nothing was ever kept · sound · newer: a later version of Netra wrote here · unopenable: the database does not open ·
 * wiped: the database is empty though evidence was kept · rolled-back: it is from an earlier session of the browser · cut: its
 * end, or something in its middle, is gone · forked: it holds other records than the ones that were acknowledged ·
 * key-lost: the signing key is gone · lock-lost: what is sealed cannot be opened, for the vault's record is gone (safeguard.ts).
 */
export type Condition = 'fresh' | 'sound' | 'newer' | 'unopenable' | 'wiped' | 'rolled-back' | 'cut' | 'forked' | 'key-lost' | 'lock-lost';

export interface Verdict {
  readonly condition: Condition;
  /**
   * What is done to a sound store before anything else. adopt: one append reached the journal and not the database ·
   * copy: the journal lacks records that the database has · begin: there is no journal, it is made from the database.
   */
  readonly heal: 'adopt' | 'copy' | 'begin' | null;
  /** Acknowledged records that neither database nor journal has, as far as their ends tell. */
  readonly missing: { readonly from: number; readonly to: number } | null;
}

/** @param anchor null: there is none */
export async function judgeStores(anchor: Anchor | null, database: FoundDatabase, journal: FoundJournal): Promise<Verdict> {
  const copy = journal.state === 'open' ? journal : null;
  if (database.state === 'newer' || (copy?.version ?? 0) > JOURNAL_VERSION || (anchor?.version ?? 0) > ANCHOR_VERSION)
    return { condition: 'newer', heal: null, missing: null };
  const journalSeq = copy?.head?.seq ?? -1;
  const anchorSeq = anchor?.head?.seq ?? -1;
  const databaseSeq = database.state === 'open' ? (database.head?.seq ?? -1) : -1;
  const top = Math.max(journalSeq, databaseSeq);
  const missing = anchorSeq > top ? { from: top + 1, to: anchorSeq } : null;
  const told = (condition: Condition): Verdict => ({ condition, heal: null, missing });

  if (database.state === 'unopenable') return told('unopenable');
  if (database.head === null) {
    if (journalSeq < 0 && anchorSeq < 0) return told('fresh');
    // The first append of all may have reached the journal alone.
    const isFirst = anchorSeq < 0 && database.generation !== null && copy?.head?.together === journalSeq + 1;
    return isFirst ? { condition: 'sound', heal: 'adopt', missing: null } : told('wiped');
  }

  if (database.count !== databaseSeq + 1) return told('cut');
  if (anchor !== null && database.generation !== null && anchor.generation !== database.generation) return told('forked');
  const isOlder = anchor !== null && database.session < anchor.session;
  if (anchorSeq > databaseSeq) return told(isOlder ? 'rolled-back' : 'cut');
  if (anchor?.head != null && (await database.hashAt(anchorSeq)) !== anchor.head.hash) return told('forked');
  if (journalSeq > databaseSeq) {
    // One writer, one append at a time: more than one that the database does not have was once acknowledged.
    const isOne = journalSeq - (copy?.head?.together ?? 0) === databaseSeq;
    if (!isOne) return told(isOlder ? 'rolled-back' : 'cut');
    return database.hasKey ? { condition: 'sound', heal: 'adopt', missing: null } : told('key-lost');
  }
  if (!database.hasKey) return told('key-lost');
  if (copy === null) return { condition: 'sound', heal: null, missing: null };
  if (copy.head === null) return { condition: 'sound', heal: 'begin', missing: null };
  // Another store's journal is nobody's to write over.
  if (database.generation !== null && copy.generation !== database.generation) return told('forked');
  if ((await database.hashAt(journalSeq)) !== copy.head.hash) return told('forked');
  return { condition: 'sound', heal: journalSeq < databaseSeq ? 'copy' : null, missing: null };
}
