// Rebuilds the database from the journal, and lists exactly what neither of them has.
import type { Recovery } from '../model/evidence.ts';
import type { Rescued } from '../model/storage.ts';
import type { Anchor } from './anchor.ts';
import { artefactsOf, openRow, openRows } from './boxes.ts';
import { type NetraDb, rowsFrom } from './db.ts';
import { finishErasing, orderErasing } from './erasing.ts';
import { makeFindings } from './findings.ts';
import type { EvidenceFormat } from './guard.ts';
import type { Journal } from './journal.ts';
import { readSealed } from './replay.ts';
import { isErased, type LogRow } from './rows.ts';
import type { Sealer } from './sealer.ts';
import type { FoundJournal } from './startup.ts';
import { restoreTies } from './ties-copy.ts';

export interface Rebuilt {
  readonly rescued: Rescued;
  readonly recovery: Omit<Recovery, 'recoveredAt' | 'why'>;
}

/** Numbers that are not among `seqs` (sorted), from 0 to `last`. */
export function findMissing(seqs: readonly number[], last: number): { from: number; to: number }[] {
  const missing: { from: number; to: number }[] = [];
  let next = 0;
  for (const seq of seqs) {
    if (seq > next) missing.push({ from: next, to: seq - 1 });
    next = seq + 1;
  }
  if (next <= last) missing.push({ from: next, to: last });
  return missing;
}

/** Rows that the database has stay as they are; rows that it lacks are added if they are what their line commits to. */
export async function rebuild(
  db: NetraDb,
  format: EvidenceFormat,
  sealer: Sealer,
  journal: Journal | null,
  found: FoundJournal,
  anchor: Anchor | null,
): Promise<Rebuilt> {
  // What does not open under this vault's key is damaged.
  const isWhole = (row: LogRow) => openRow(row, sealer).then(format.verify, () => false);
  const before = await db.log.count();
  for (let at: number | null = found.state === 'open' ? 0 : null; at !== null && journal !== null; ) {
    const page: { readonly records: readonly LogRow[]; readonly next: number | null } = await journal.page(at);
    const there = new Set(
      (await db.log.bulkGet(page.records.map(({ seq }) => seq))).flatMap((row) => (row === undefined ? [] : [row.seq])),
    );
    const lacking: LogRow[] = [];
    // Of an erased record there is nothing but the line, which the chain vouches for.
    for (const row of page.records) if (!there.has(row.seq) && (isErased(row) || (await isWhole(row)))) lacking.push(row);
    await db.log.bulkPut(lacking);
    at = page.next;
  }

  if (found.state === 'open' && journal !== null) await restoreTies(db, journal);
  // First of all: what was erased must neither come back out of an older copy nor be told as missing.
  await orderErasing(db, 0);
  await finishErasing(db, null);
  const missingArtefacts: string[] = [];
  let artefacts = 0;
  let fingerprint: string | null = null;
  for await (const rows of rowsFrom(db, 0)) {
    const records = (await openRows(rows, sealer)).flatMap((row) => readSealed(row) ?? []);
    for (const record of records)
      if (record.type === 'genesis' || record.type === 'recovery' || record.type === 'restored') fingerprint = record.body.keyFingerprint;
    for (const hash of rows.flatMap(artefactsOf)) {
      if ((await db.blobs.get(hash).catch(() => undefined)) !== undefined) continue;
      const kept = (await journal?.blob(hash).catch(() => null)) ?? null;
      if (kept === null) missingArtefacts.push(hash);
      else {
        await db.blobs.put(kept);
        artefacts++;
      }
    }
  }
  await makeFindings(db, sealer);

  const generation = (found.state === 'open' ? found.generation : null) ?? anchor?.generation;
  if (generation !== undefined && (await db.meta.get('generation')) === undefined)
    await db.meta.put({ name: 'generation', value: generation });

  const seqs = (await db.log.toCollection().primaryKeys()) as number[];
  const last = seqs.at(-1) ?? -1;
  const missing = findMissing(seqs, anchor?.head?.seq ?? -1);
  const kept = await db.keys.get('signing');
  const pair = kept?.pair ?? (await format.newKey());
  if (kept === undefined) await db.keys.put({ name: 'signing', pair });
  const own = await format.fingerprint(pair);
  return {
    rescued: {
      records: seqs.length - before,
      artefacts,
      missing,
      missingArtefacts: [...new Set(missingArtefacts)],
      newKey: kept === undefined,
    },
    recovery: {
      // A log of which nothing is left begins anew: its first record names the new key already.
      previousKeyFingerprint: fingerprint ?? own,
      keyFingerprint: own,
      missing,
      lostHead: anchor?.head != null && anchor.head.seq > last ? anchor.head.hash : null,
      missingArtefacts: [...new Set(missingArtefacts)],
    },
  };
}
