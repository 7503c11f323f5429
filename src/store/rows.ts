// The rows of the log as they lie in the database and in the journal: the line is clear, for it names nobody; the content is in a box.
import { fromBase64, toBase64 } from '../lib/base64.ts';
import type { SealedRecord } from '../model/evidence.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a record of an erasure orders to destroy, beside its own content: to be read also where that content cannot be. */
export interface Erases {
  /** Numbers of the records whose content goes; their lines stay. */
  readonly seqs: readonly number[];
  /** Images and sources that no other record needs. */
  readonly hashes: readonly string[];
}

export interface BoxedRow {
  readonly seq: number;
  readonly line: string;
  /** Salt and canonical text as the vault wraps them; null once erased. */
  readonly box: Bytes | null;
  /** Hashes of the images and sources that the record names. */
  readonly artefacts: readonly string[];
  readonly erases?: Erases;
}

/** As earlier versions wrote it. */
export interface PlainRow extends SealedRecord {
  readonly erases?: Erases;
}

export type LogRow = BoxedRow | PlainRow;

export const isBoxed = (row: LogRow): row is BoxedRow => 'box' in row;
export const isErased = (row: LogRow): boolean => (isBoxed(row) ? row.box : row.canonical) === null;

/** What is left of a row: its number and its line. */
export function eraseRow({ seq, line }: LogRow): BoxedRow {
  return { seq, line, box: null, artefacts: [] };
}

/** For the journal's JSON. */
export function toJsonRow(row: LogRow): object {
  return isBoxed(row) && row.box !== null ? { ...row, box: toBase64(row.box) } : row;
}

/** @throws DOMException where a box is no base64 */
export function fromJsonRow(row: object): LogRow {
  const { box } = row as { box?: unknown };
  return typeof box === 'string' ? ({ ...row, box: fromBase64(box) } as LogRow) : (row as LogRow);
}
