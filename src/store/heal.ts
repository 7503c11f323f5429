// What one interrupted append leaves is put right in silence: it was never acknowledged, and nothing of it is half. Works while Netra is
// locked: boxes are taken over as they are.
import { sha256 } from '../lib/hash.ts';
import { artefactsOf, type KeptBlob, openRow } from './boxes.ts';
import { type NetraDb, rowsFrom } from './db.ts';
import { orderErasing } from './erasing.ts';
import { markStale } from './findings.ts';
import type { EvidenceFormat } from './guard.ts';
import type { Journal } from './journal.ts';
import { isBoxed, type LogRow } from './rows.ts';
import type { Sealer } from './sealer.ts';
import type { Head } from './startup.ts';
import { copyTies, markCopied } from './ties-copy.ts';

/**
 * Takes over what reached the journal and not the database.
 * @param sealer null: locked, so that content is not looked at
 * @throws Error where it does not follow on or its images are not there
 */
export async function adopt(db: NetraDb, format: EvidenceFormat, journal: Journal, sealer: Sealer | null): Promise<void> {
  const last = await db.log.orderBy('seq').last();
  const rows = await journal.since(last?.seq ?? -1);
  const blobs: KeptBlob[] = [];
  if (sealer !== null)
    for (const row of rows)
      if (!(await format.verify(await openRow(row, sealer)))) throw new Error(`record ${row.seq} of the journal is damaged`);
  for (const hash of rows.flatMap(artefactsOf)) {
    const kept = await journal.blob(hash);
    if (kept === null) throw new Error(`artefact ${hash} is not in the journal`);
    blobs.push(kept);
  }
  const erasing = rows.find(({ erases }) => erases !== undefined);
  await db.transaction('rw', db.log, db.blobs, db.meta, async () => {
    await db.log.bulkAdd(rows);
    await db.blobs.bulkPut(blobs);
    // What the append said of findings is not in the journal: the log tells it, and after an erasure all of it has to be asked.
    await markStale(db, erasing === undefined ? (last?.seq ?? -1) + 1 : 0);
    if (erasing !== undefined) await orderErasing(db, erasing.seq);
  });
}

/** Written at a time: a flush for each of many records would take minutes. The last part is read at every start. */
const TOGETHER = { rows: 500, bytes: 1024 * 1024 };
const sizeOf = (kept: KeptBlob) => ('box' in kept ? kept.box : kept.bytes).length;

/** Appends to the journal what only the database has, above `seq`. Images that cannot be read are left out. */
export async function copyToJournal(db: NetraDb, append: Journal['append'], seq: number, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  let part: { rows: LogRow[]; blobs: KeptBlob[]; bytes: number } = { rows: [], blobs: [], bytes: 0 };
  // The next part is read while this one is written.
  let writing = Promise.resolve();
  const write = async () => {
    await writing;
    writing = append(part.rows, part.blobs);
    // Told by whoever waits for it next.
    writing.catch(() => undefined);
    part = { rows: [], blobs: [], bytes: 0 };
  };
  for await (const rows of rowsFrom(db, seq + 1)) {
    for (const row of rows) {
      if (row.seq > upTo) break;
      // A journal that is behind still holds what this erased.
      if (row.erases !== undefined) await orderErasing(db, row.seq);
      const hashes = artefactsOf(row);
      const found: (KeptBlob | undefined)[] = hashes.length === 0 ? [] : await db.blobs.bulkGet([...hashes]).catch(() => []);
      part.rows.push(row);
      part.bytes += isBoxed(row) ? (row.box?.length ?? 0) : (row.canonical?.length ?? 0);
      for (const one of found) {
        if (one === undefined) continue;
        part.blobs.push(one);
        part.bytes += sizeOf(one);
      }
      if (part.rows.length >= TOGETHER.rows || part.bytes >= TOGETHER.bytes) await write();
    }
    if ((rows.at(-1)?.seq ?? 0) >= upTo) break;
  }
  await write();
  await writing;
}

/** The last record, as the anchor and the journal name it. */
export async function endOf(db: NetraDb): Promise<Head | null> {
  const last = await db.log.orderBy('seq').last();
  return last === undefined ? null : { seq: last.seq, hash: await sha256(last.line) };
}

/** Writes the journal anew from the database. Until all of it is on disk the old one counts, where there is one. */
export async function copyAnew(db: NetraDb, journal: Journal, generation: string): Promise<void> {
  // Ties, too, are copied again, and none is to be brought back.
  await db.meta.put({ name: 'ties', value: -1 });
  await journal.beginAnew(generation);
  await copyToJournal(db, journal.appendAnew, -1);
  await copyTies(db, journal.appendAnew, -1);
  await journal.finishAnew(await endOf(db));
  await markCopied(db);
}
