// Puts a log that was kept elsewhere in place of an empty one: all of it, or nothing. Until the last step a mark says that what lies here
// is half of something; a start that finds the mark and nobody at work throws that half away.
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import { type BlobRow, boxBlob, boxRow, namedBy } from './boxes.ts';
import type { NetraDb } from './db.ts';
import { markStale } from './findings.ts';
import type { EvidenceFormat } from './guard.ts';
import { readSealed } from './replay.ts';
import type { Sealer } from './sealer.ts';

/** Held while a restore is at work: a mark without it was left by one that was cut off. */
const LOCK = 'netra-restore';

/** Raised where a log is here already, or another page is restoring. */
export class NotEmpty extends Error {}

export type Write = (rows: readonly SealedRecord[], blobs: readonly BlobRow[]) => Promise<void>;

export interface Restore {
  /**
   * Runs alone. `work` writes all rows from the first to the last, and gives the record that comes behind them; once it has, the whole
   * is here at once. Where it throws, nothing is. The second copy follows when the background looks through the storage.
   * @throws NotEmpty, Locked; whatever `work` throws
   */
  run<Of>(work: (write: Write) => Promise<{ readonly record: EvidenceRecord; readonly at: string; readonly of: Of }>): Promise<Of>;
}

/** What a restore holds, as the Web Locks do. */
export interface Holds {
  /** Gives null without running where it is held already. */
  alone<T>(run: () => Promise<T>): Promise<T | null>;
  isHeld(): Promise<boolean>;
}

export const webHold: Holds = {
  alone: (run) => navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock === null ? null : run())),
  isHeld: async () => (await navigator.locks.query()).held?.some(({ name }) => name === LOCK) === true,
};

export function openRestore(
  db: NetraDb,
  format: Pick<EvidenceFormat, 'seal'>,
  sealer: () => Promise<Sealer>,
  hold: Holds = webHold,
): Restore {
  async function begin(): Promise<void> {
    await db.transaction('rw', db.log, db.meta, async () => {
      if ((await db.log.count()) > 0) throw new NotEmpty();
      await db.meta.put({ name: 'restoring', value: 'writing' });
    });
  }

  return {
    async run(work) {
      const done = await hold.alone(async () => {
        if ((await db.meta.get('restoring'))?.value === 'writing') await dropHalf(db);
        const keys = await sealer();
        await begin();
        try {
          let last: SealedRecord | null = null;
          const { record, at, of } = await work(async (rows, blobs) => {
            const boxed = await Promise.all(rows.map((row) => toRow(row, keys)));
            const kept = await Promise.all(blobs.map((one) => boxBlob(one, keys)));
            await db.transaction('rw', db.log, db.blobs, async () => {
              await db.log.bulkAdd(boxed);
              await db.blobs.bulkPut(kept);
            });
            last = rows.at(-1) ?? last;
          });
          const sealed = await format.seal(record, last, at);
          const own = await toRow(sealed, keys);
          await db.transaction('rw', db.log, db.meta, async () => {
            await db.log.add(own);
            await markStale(db, 0);
            await db.meta.put({ name: 'restoring', value: 'written' });
          });
          return { of };
        } catch (error) {
          await dropHalf(db);
          throw error;
        }
      });
      if (done === null) throw new NotEmpty();
      return done.of;
    },
  };
}

async function toRow(sealed: SealedRecord, keys: Sealer) {
  const record = readSealed(sealed);
  const erases = record?.type === 'erasure' ? { seqs: record.body.seqs, hashes: record.body.hashes } : undefined;
  return boxRow(sealed, record === null ? [] : namedBy(record), keys, erases);
}

/**
 * How a restore stands. busy: another page is at work · left: one was cut off, its half is to be thrown away · written: all of it is
 * here, and the second copy is to be made · null: there is none.
 */
export async function findRestore(db: NetraDb, hold: Holds = webHold): Promise<'busy' | 'left' | 'written' | null> {
  const value = (await db.meta.get('restoring'))?.value;
  if (value === 'written') return 'written';
  if (value !== 'writing') return null;
  return (await hold.isHeld()) ? 'busy' : 'left';
}

/** Throws away what a restore left half done. */
export async function dropHalf(db: NetraDb): Promise<void> {
  await db.transaction('rw', [db.log, db.blobs, db.views, db.findings, db.meta], async () => {
    if ((await db.meta.get('restoring'))?.value !== 'writing') return;
    await Promise.all([db.log.clear(), db.blobs.clear(), db.views.clear(), db.findings.clear()]);
    await db.meta.bulkDelete(['restoring', 'stale', 'erasing']);
  });
}
