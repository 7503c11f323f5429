// The second copy of the evidence: one file for records, one for images and sources. Appended to, cut back, read; written over only
// where content is destroyed.
import { sha256, toHex } from '../lib/hash.ts';
import type { KeptBlob } from './boxes.ts';
import { beginErasing, finishErasing } from './journal-erase.ts';
import {
  type Bytes,
  type Damage,
  encodeFrame,
  findEnd,
  findFrameBefore,
  isPlace,
  isRecords,
  JOURNAL_VERSION,
  KINDS,
  type Place,
  parsePayload,
  type RandomFile,
  type Readable,
  readAhead,
  readFrame,
  toPayload,
  toReadable,
  walkFrames,
} from './journal-frames.ts';
import { readStart, startFrame } from './journal-start.ts';
import { readTies, type TieRow, toTieFrame } from './journal-ties.ts';
import { type Erases, fromJsonRow, type LogRow, toJsonRow } from './rows.ts';

/** What the journal says of itself at the start. */
export interface JournalHead {
  readonly version: number;
  /** Random name of the store whose copy this is; null for a file without a beginning. */
  readonly generation: string | null;
  /** The last record, and how many were appended together with it. */
  readonly head: { readonly seq: number; readonly hash: string; readonly together: number } | null;
  /** Bytes that a sudden end left half written and that were cut off. */
  readonly cut: number;
}

export interface JournalPage {
  readonly records: readonly LogRow[];
  readonly damage: readonly Damage[];
  /** Where the next page starts; null at the end. */
  readonly next: number | null;
}

export interface JournalFiles {
  open(): Promise<JournalHead>;
  /** Empties both files and writes their beginning. */
  begin(generation: string, turn?: { readonly turn: number; readonly whole: boolean }): Promise<void>;
  append(records: readonly LogRow[], blobs: readonly KeptBlob[], ties?: readonly TieRow[], flushes?: boolean): Promise<void>;
  /** Of each step of a tie, and each picture, what was appended last. */
  ties(): Promise<TieRow[]>;
  /** Takes the last append back. */
  undo(): Promise<void>;
  /** Destroys content where it lies; lines stay. Begun once, a sudden end in the middle is completed by the next `open`. */
  erase(what: Erases): Promise<void>;
  /** Records with a number above `seq`, from the end backwards to the first damage. */
  since(seq: number): Promise<LogRow[]>;
  page(from: number): Promise<JournalPage>;
  hashes(): Promise<string[]>;
  /** Null where it is not there or not what was written. */
  blob(hash: string): Promise<KeptBlob | null>;
}

const PAGE_BYTES = 4 * 1024 * 1024;

const rowsOf = (payload: Bytes): LogRow[] => parsePayload<object[]>(payload).map(fromJsonRow);

/** A page of records from `from` on: about 4 MB. Frames that do not hold what was written are told as damage. */
export async function readPage(file: Readable, from: number): Promise<JournalPage> {
  const records: LogRow[] = [];
  const damage: Damage[] = [];
  for await (const one of walkFrames(readAhead(file, 1 << 20), from)) {
    const payload = isPlace(one) && isRecords(one) ? await readFrame(file, one) : null;
    if (payload !== null) records.push(...rowsOf(payload));
    else if (!isPlace(one) || isRecords(one)) damage.push({ at: one.at, end: one.end });
    if (one.end - from > PAGE_BYTES) return { records, damage, next: one.end };
  }
  return { records, damage, next: null };
}

/** Where each image and source lies, by its hash. A later copy counts: an earlier one may be damaged. */
export async function indexBlobs(file: Readable): Promise<Map<string, Place[]>> {
  const index = new Map<string, Place[]>();
  const ahead = readAhead(file, 4096);
  for await (const one of walkFrames(ahead)) {
    if (!isPlace(one) || (one.kind !== KINDS.blob && one.kind !== KINDS.box)) continue;
    const hash = toHex(await ahead.read(one.at + 24, 32));
    index.set(hash, [one, ...(index.get(hash) ?? [])]);
  }
  return index;
}

/** Null where it is not there or not what was written. A box is not looked into here. */
export async function readBlobAt(file: Readable, places: readonly Place[], hash: string): Promise<KeptBlob | null> {
  for (const place of places) {
    const bytes = (await readFrame(file, place))?.slice(32) ?? null;
    if (bytes === null) continue;
    if (place.kind === KINDS.box) return { hash, box: bytes };
    if ((await sha256(bytes)) === hash) return { hash, bytes };
  }
  return null;
}

export function openJournalFiles(files: { readonly records: RandomFile; readonly blobs: RandomFile }): JournalFiles {
  const records = toReadable(files.records);
  const blobs = toReadable(files.blobs);
  const both = { records: { file: files.records, readable: records }, blobs: { file: files.blobs, readable: blobs } };
  let before: { records: number; blobs: number } | null = null;
  let index: Map<string, Place[]> | null = null;
  /** An order to destroy stands at the end of the records. */
  let isErasing = false;
  const finish = async () => {
    if (!isErasing) return;
    index = null;
    await finishErasing(both.records, both.blobs);
    isErasing = false;
  };
  const indexed = async () => {
    index ??= await indexBlobs(blobs);
    return index;
  };

  function write(file: RandomFile, frames: readonly Bytes[], flushes = true): void {
    let at = file.size();
    for (const frame of frames) {
      file.write(at, frame);
      at += frame.length;
    }
    if (frames.length > 0 && flushes) file.flush();
  }
  function cutTo(ends: { records: number; blobs: number }): void {
    index = null;
    for (const name of ['records', 'blobs'] as const)
      if (files[name].size() > ends[name]) {
        files[name].truncate(ends[name]);
        files[name].flush();
      }
  }
  const toBlobFrame = (kept: KeptBlob): Bytes => {
    const [kind, bytes] = 'box' in kept ? [KINDS.box, kept.box] : [KINDS.blob, kept.bytes];
    const payload = new Uint8Array(32 + bytes.length);
    for (let i = 0; i < 32; i++) payload[i] = Number.parseInt(kept.hash.slice(2 * i, 2 * i + 2), 16);
    payload.set(bytes, 32);
    return encodeFrame({ kind, seq: 0, count: 0, payload });
  };

  return {
    ties: () => readTies(blobs),
    async open() {
      const start = await readStart(records);
      // A later version's file: neither cut nor written to.
      if (start !== null && start.version > JOURNAL_VERSION)
        return { version: start.version, generation: start.generation, head: null, cut: 0 };
      const sizes = { records: files.records.size(), blobs: files.blobs.size() };
      cutTo({ records: await findEnd(records), blobs: sizes.blobs });
      // Before the images are cut: one that is half written over is no end.
      await finishErasing(both.records, both.blobs);
      const ends = { records: files.records.size(), blobs: await findEnd(blobs) };
      cutTo(ends);
      const last = await findFrameBefore(records, ends.records, ends.records);
      const payload = last !== null && isRecords(last) ? await readFrame(records, last) : null;
      const lastRecord = payload === null ? undefined : rowsOf(payload).at(-1);
      return {
        version: start?.version ?? JOURNAL_VERSION,
        generation: start?.generation ?? null,
        head: lastRecord === undefined ? null : { seq: lastRecord.seq, hash: await sha256(lastRecord.line), together: last?.count ?? 1 },
        cut: sizes.records - ends.records + sizes.blobs - ends.blobs,
      };
    },
    async begin(generation, turn = { turn: 0, whole: true }) {
      before = null;
      index = null;
      isErasing = false;
      for (const file of [files.records, files.blobs]) {
        file.truncate(0);
        write(file, [startFrame({ generation, ...turn })]);
      }
    },
    async append(rows, images, ties = [], flushes = true) {
      const [first] = rows;
      if (first === undefined && ties.length === 0) return;
      await finish();
      const ends = { records: files.records.size(), blobs: files.blobs.size() };
      try {
        // Images first: a record that is there has its images.
        write(files.blobs, [...images.map(toBlobFrame), ...ties.map(toTieFrame)], flushes);
        if (first !== undefined)
          write(
            files.records,
            [encodeFrame({ kind: KINDS.records, seq: first.seq, count: rows.length, payload: toPayload(rows.map(toJsonRow)) })],
            flushes,
          );
      } catch (error) {
        cutTo(ends);
        throw error;
      }
      before = ends;
      index = null;
    },
    async undo() {
      if (before === null) return;
      cutTo(before);
      before = null;
    },
    async erase({ seqs, hashes }) {
      before = null;
      await finish();
      const places = await indexed();
      await beginErasing(
        both.records,
        new Set(seqs),
        hashes.flatMap((hash) => places.get(hash) ?? []).map(({ at }) => at),
      );
      isErasing = true;
      await finish();
    },
    async since(seq) {
      const size = files.records.size();
      const found: LogRow[] = [];
      let end = size;
      for (;;) {
        const place = await findFrameBefore(records, end, size);
        const payload = place !== null && isRecords(place) ? await readFrame(records, place) : null;
        if (place === null || payload === null) return found;
        const rows = rowsOf(payload);
        found.unshift(...rows.filter((row) => row.seq > seq));
        if ((rows[0]?.seq ?? 0) <= seq + 1) return found;
        end = place.at;
      }
    },
    page: (from) => readPage(records, from),
    hashes: async () => [...(await indexed()).keys()],
    async blob(hash) {
      return readBlobAt(blobs, (await indexed()).get(hash) ?? [], hash);
    },
  };
}
