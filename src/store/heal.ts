// What one interrupted append leaves is put right in silence: it was never acknowledged, and nothing of it is half.
import { type BlobRow, type NetraDb, rowsFrom } from './db.ts';
import { orderErasing } from './erasing.ts';
import type { EvidenceFormat } from './evidence.ts';
import type { Journal } from './journal.ts';
import { readSealed, replay } from './replay.ts';
import type { LogRow } from './rows.ts';

/** Hashes of the images and sources that these records name. */
export function artefactsOf(rows: readonly LogRow[]): string[] {
  return rows.flatMap((row) => {
    const record = readSealed(row);
    return record?.type === 'capture' ? record.body.artefacts.map(({ hash }) => hash) : [];
  });
}

/** Takes over what reached the journal and not the database. @throws Error where it does not follow on or its images are not there */
export async function adopt(db: NetraDb, format: EvidenceFormat, journal: Journal): Promise<void> {
  const last = await db.log.orderBy('seq').last();
  const rows = await journal.since(last?.seq ?? -1);
  const blobs: { hash: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const row of rows) if (!(await format.verify(row))) throw new Error(`record ${row.seq} of the journal is damaged`);
  for (const hash of artefactsOf(rows)) {
    const bytes = await journal.blob(hash);
    if (bytes === null) throw new Error(`artefact ${hash} is not in the journal`);
    blobs.push({ hash, bytes });
  }
  const records = rows.flatMap((row) => {
    const record = readSealed(row);
    return record === null ? [] : [{ seq: row.seq, record }];
  });
  const erasing = rows.find(({ erases }) => erases !== undefined);
  await db.transaction('rw', db.log, db.blobs, db.findings, db.meta, async () => {
    const findings = new Map((await db.findings.toArray()).map((one) => [one.findingId, one]));
    replay(findings, records);
    await db.log.bulkAdd(rows);
    await db.blobs.bulkPut(blobs);
    await db.findings.bulkPut([...findings.values()]);
    if (erasing !== undefined) {
      await orderErasing(db, erasing.seq);
      // Which findings end with an erasure is told by the log that is left.
      await db.meta.put({ name: 'stale', value: erasing.seq });
    }
  });
}

/** Appends to the journal what only the database has, above `seq`. Images that cannot be read are left out. */
export async function copyToJournal(db: NetraDb, journal: Journal, seq: number): Promise<void> {
  // A record each: images are large.
  for await (const rows of rowsFrom(db, seq + 1))
    for (const row of rows) {
      // A journal that is behind still holds what this erased.
      if (row.erases !== undefined) await orderErasing(db, row.seq);
      const hashes = artefactsOf([row]);
      const found: (BlobRow | undefined)[] = hashes.length === 0 ? [] : await db.blobs.bulkGet(hashes).catch(() => []);
      const blobs = found.filter((one) => one !== undefined);
      await journal.append([row], blobs);
    }
}
