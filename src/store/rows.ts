// The rows of the log as they lie in the database and in the journal.
import type { SealedRecord } from '../model/evidence.ts';

/** What a record of an erasure orders to destroy, beside its own content: to be read also where that content cannot be. */
export interface Erases {
  /** Numbers of the records whose content goes; their lines stay. */
  readonly seqs: readonly number[];
  /** Images and sources that no other record needs. */
  readonly hashes: readonly string[];
}

export interface LogRow extends SealedRecord {
  readonly erases?: Erases;
}

/** What is left of a row: its number and its line. */
export function eraseRow({ seq, line }: LogRow): LogRow {
  return { seq, line, salt: null, canonical: null };
}
