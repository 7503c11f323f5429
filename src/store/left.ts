// What is left of the evidence, read for an export: from the journal's files, and from the database where that still opens.
import type { SealedRecord } from '../model/evidence.ts';
import { type KeptBlob, openBlob, openRow } from './boxes.ts';
import type { NetraDb } from './db.ts';
import { indexBlobs, readBlobAt, readPage } from './journal-files.ts';
import { type Bytes, fromBlob, type Readable } from './journal-frames.ts';
import { readJournalFiles } from './journal-worker.ts';
import { findMissing } from './rescue.ts';
import { eraseRow, type LogRow } from './rows.ts';
import type { Sealer } from './sealer.ts';

export interface Left {
  /** In order of their numbers, each once. */
  readonly records: readonly SealedRecord[];
  /** Numbers that are missing up to the highest that is known to have been acknowledged. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  readBlob(hash: string): Promise<Bytes | null>;
}

/** An image or source out of the journal, as it is kept, for reading on any page; null where it is gone there, too. */
export async function readSecondCopy(hash: string): Promise<KeptBlob | null> {
  const journal = await readJournalFiles();
  const file = journal === null ? null : fromBlob(journal.blobs);
  return file === null ? null : readBlobAt(file, (await indexBlobs(file)).get(hash) ?? [], hash);
}

/**
 * @param acknowledged the highest number that is known to have been kept; -1 for none
 * @param sealer the vault's: while it is locked nothing can be exported but lines
 */
export async function readWhatIsLeft(
  db: NetraDb,
  acknowledged: number,
  sealer: Sealer,
  files: () => Promise<{ records: Blob; blobs: Blob } | null> = readJournalFiles,
): Promise<Left> {
  const journal = await files();
  const bySeq = new Map<number, LogRow>();
  for (let at: number | null = journal === null ? null : 0; at !== null && journal !== null; ) {
    const page: { readonly records: readonly LogRow[]; readonly next: number | null } = await readPage(fromBlob(journal.records), at);
    for (const row of page.records) bySeq.set(row.seq, row);
    at = page.next;
  }
  // Where both have a record the database's is shown on every other screen, too.
  const rows = await db.log.toArray().catch(() => []);
  for (const row of rows) bySeq.set(row.seq, row);
  // What was ordered to go does not come back out of a copy in which it still lies.
  for (const { erases } of [...bySeq.values()])
    for (const seq of erases?.seqs ?? []) {
      const row = bySeq.get(seq);
      if (row !== undefined) bySeq.set(seq, eraseRow(row));
    }
  const records: SealedRecord[] = [];
  for (const row of [...bySeq.values()].sort((a, b) => a.seq - b.seq))
    records.push(await openRow(row, sealer).catch(() => ({ seq: row.seq, line: row.line, salt: null, canonical: null })));
  const file: Readable | null = journal === null ? null : fromBlob(journal.blobs);
  let index: ReturnType<typeof indexBlobs> | null = null;
  return {
    records,
    missing: findMissing(
      records.map(({ seq }) => seq),
      Math.max(acknowledged, records.at(-1)?.seq ?? -1),
    ),
    async readBlob(hash) {
      const own = await db.blobs.get(hash).catch(() => undefined);
      const bytes = own === undefined ? null : await openBlob(own, sealer).catch(() => null);
      if (bytes !== null || file === null) return bytes;
      index ??= indexBlobs(file);
      const copy = await readBlobAt(file, (await index).get(hash) ?? [], hash);
      return copy === null ? null : openBlob(copy, sealer).catch(() => null);
    },
  };
}
