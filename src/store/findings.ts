// The findings: kept in boxes, read all at once or one, and made anew from the log where they are behind it.
import type { Finding } from '../model/finding.ts';
import { boxFinding, openFinding, openRows } from './boxes.ts';
import { type NetraDb, rowsFrom } from './db.ts';
import { readSealed, replay } from './replay.ts';
import type { Sealer } from './sealer.ts';

/** All findings. What lies twice, because it is just being sealed, counts once. @throws Locked, WrongBox */
export async function readFindings(db: NetraDb, sealer: Sealer): Promise<Finding[]> {
  const [views, plain] = await db.transaction('r', db.views, db.findings, () => Promise.all([db.views.toArray(), db.findings.toArray()]));
  const found = new Map(plain.map((one) => [one.findingId, one]));
  for (const one of await Promise.all(views.map((view) => openFinding(view, sealer)))) found.set(one.findingId, one);
  return [...found.values()];
}

/** @throws Locked, WrongBox */
export async function readFinding(db: NetraDb, findingId: string, sealer: Sealer): Promise<Finding | null> {
  const name = await sealer.name(findingId);
  // Kept before there was a lock, it lies under its own name until it is sealed anew.
  const [own, open] = await db.views.bulkGet([name, findingId]);
  const view = own ?? open;
  return view === undefined ? ((await db.findings.get(findingId)) ?? null) : openFinding(view, sealer);
}

/** What has to be written for some findings: prepared before a transaction, for awaiting anything else inside would end it. */
export interface FindingChange {
  readonly put: readonly Awaited<ReturnType<typeof boxFinding>>[];
  /** Names in `views`, and in `findings`, that go. */
  readonly drop: readonly string[];
}

export async function toChange(findings: readonly Finding[], removed: readonly string[], sealer: Sealer): Promise<FindingChange> {
  const put = await Promise.all(findings.map((one) => boxFinding(one, sealer)));
  const names = await Promise.all(removed.map((one) => sealer.name(one)));
  const kept = new Set(put.map(({ name }) => name));
  const old = [...findings.map(({ findingId }) => findingId), ...removed, ...names];
  return { put, drop: old.filter((name) => !kept.has(name)) };
}

/** Give an open transaction over `views` and `findings`. */
export async function writeChange(db: NetraDb, { put, drop }: FindingChange): Promise<void> {
  await db.views.bulkDelete([...drop]);
  await db.findings.bulkDelete([...drop, ...put.map(({ name }) => name)]);
  await db.views.bulkPut([...put]);
}

/** Puts what the log alone tells in the place of all findings. @throws Locked */
export async function makeFindings(db: NetraDb, sealer: Sealer): Promise<void> {
  const findings = new Map<string, Finding>();
  for await (const rows of rowsFrom(db, 0))
    replay(
      findings,
      (await openRows(rows, sealer)).flatMap((row) => {
        const record = readSealed(row);
        return record === null ? [] : [{ seq: row.seq, record }];
      }),
    );
  const { put } = await toChange([...findings.values()], [], sealer);
  await db.transaction('rw', db.views, db.findings, db.meta, async () => {
    await db.views.clear();
    await db.findings.clear();
    await db.views.bulkPut([...put]);
    await db.meta.delete('stale');
  });
}

/** Brings them up to the log where they are known to be behind it. @throws Locked */
export async function freshenFindings(db: NetraDb, sealer: Sealer): Promise<void> {
  const from = (await db.meta.get('stale'))?.value;
  if (typeof from !== 'number') return;
  if (from === 0) return makeFindings(db, sealer);
  const findings = new Map<string, Finding>();
  for await (const rows of rowsFrom(db, from)) {
    const records = (await openRows(rows, sealer)).flatMap((row) => {
      const record = readSealed(row);
      return record === null ? [] : [{ seq: row.seq, record }];
    });
    for (const { record } of records) {
      const id = 'findingId' in record.body ? record.body.findingId : null;
      const known = id === null || findings.has(id) ? null : await readFinding(db, id, sealer);
      if (known !== null) findings.set(known.findingId, known);
    }
    replay(findings, records);
  }
  const change = await toChange([...findings.values()], [], sealer);
  await db.transaction('rw', db.views, db.findings, db.meta, async () => {
    await writeChange(db, change);
    await db.meta.delete('stale');
  });
}

/** From this record on the findings are behind; 0: all of them are to be made anew. Give an open transaction over `meta`. */
export async function markStale(db: NetraDb, seq: number): Promise<void> {
  const known = (await db.meta.get('stale'))?.value;
  await db.meta.put({ name: 'stale', value: Math.min(seq, typeof known === 'number' ? known : seq) });
}
