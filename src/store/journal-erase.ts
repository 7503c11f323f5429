// Destroys content in the journal's files in place. What is to be overwritten is written to the end of the records first and is taken
// away last: a sudden end in the middle is completed at the next start, and no half-written frame is ever read.

import {
  type Bytes,
  encodeFrame,
  findFrame,
  findFrameBefore,
  HEADER,
  isPlace,
  isRecords,
  KINDS,
  type Place,
  parsePayload,
  type RandomFile,
  type Readable,
  readAhead,
  readFrame,
  toPayload,
  walkFrames,
} from './journal-frames.ts';
import { eraseRow, fromJsonRow, toJsonRow } from './rows.ts';

interface Redo {
  /** Where frames of records start, and what their rows are from now on. */
  readonly records: readonly { readonly at: number; readonly rows: readonly object[] }[];
  /** Where frames of images and sources start. */
  readonly blobs: readonly number[];
}

/** One file, both ways. */
export interface Both {
  readonly file: RandomFile;
  readonly readable: Readable;
}

const BLANK = 0x20;

/** The frames that hold one of these records, with the erased rows in the place of the others. */
async function findRows(records: Readable, seqs: ReadonlySet<number>): Promise<Redo['records']> {
  const found: Redo['records'][number][] = [];
  const holds = ({ seq, count }: Place) => Array.from({ length: count }, (_, n) => seq + n).some((one) => seqs.has(one));
  for await (const one of walkFrames(readAhead(records, 1 << 20))) {
    if (!isPlace(one) || !isRecords(one) || !holds(one)) continue;
    const payload = await readFrame(records, one);
    // Damaged as it is: nobody can read it, and nobody may write over what a rescue could still look at.
    if (payload === null) continue;
    const rows = parsePayload<{ seq: number }[]>(payload);
    found.push({ at: one.at, rows: rows.map((row) => toJsonRow(seqs.has(row.seq) ? eraseRow(fromJsonRow(row)) : fromJsonRow(row))) });
  }
  return found;
}

/** Writes down at the end of the records what is to be overwritten. Throws before anything was changed. */
export async function beginErasing(records: Both, seqs: ReadonlySet<number>, blobs: readonly number[]): Promise<void> {
  const redo: Redo = { records: await findRows(records.readable, seqs), blobs };
  if (redo.records.length === 0 && blobs.length === 0) return;
  const end = records.file.size();
  try {
    records.file.write(end, encodeFrame({ kind: KINDS.redo, seq: 0, count: 0, payload: toPayload(redo) }));
    records.file.flush();
  } catch (error) {
    records.file.truncate(end);
    throw error;
  }
}

/** Overwrites what the last frame of the records orders to, if it orders anything, and takes that frame away. */
export async function finishErasing(records: Both, blobs: Both): Promise<void> {
  const size = records.file.size();
  const last = await findFrameBefore(records.readable, size, size);
  const payload = last?.kind === KINDS.redo ? await readFrame(records.readable, last) : null;
  if (last === null || payload === null) return;
  const redo = parsePayload<Redo>(payload);
  for (const { at, rows } of redo.records) await overwrite(records, at, () => toPayload(rows));
  // The hash stays: the frame says what it was.
  for (const at of redo.blobs) await overwrite(blobs, at, () => blobs.file.read(at + HEADER, 32));
  records.file.flush();
  blobs.file.flush();
  records.file.truncate(last.at);
  records.file.flush();
}

/** Puts a frame of the same length in the place of one. Its length is read from what a half-written frame keeps as well. */
async function overwrite({ file, readable }: Both, at: number, content: () => Bytes): Promise<void> {
  const place = await findFrame(readable, at, file.size());
  if (place === null) return;
  const { seq, count, length } = place;
  const payload: Bytes = new Uint8Array(length).fill(BLANK);
  payload.set(content());
  file.write(at, encodeFrame({ kind: KINDS.erased, seq, count, payload }));
}
