import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { EvidenceRecord } from '../../src/model/evidence.ts';
import type { KeptBlob } from '../../src/store/boxes.ts';
import type { NetraDb } from '../../src/store/db.ts';
import type { ErasurePlan, EvidenceStore } from '../../src/store/evidence.ts';
import { isErased, type LogRow } from '../../src/store/rows.ts';
import { Computer } from './memory.ts';
import { AT, appendCapture, type Failure, findingIdOf, makeCapture, newName } from './sample.ts';

const record = (seqs: number[], hashes: string[]): EvidenceRecord => ({
  version: 1,
  type: 'erasure',
  body: { reason: 'subject-request', askedBy: 'data-subject', request: null, erasedAt: AT, findingCount: 1, seqs, hashes, bundleIds: [] },
});

/** The hashes of the two files of capture n. */
const hashesOf = async (n: number) => (await makeCapture(n, null)).blobs.map(({ hash }) => hash);

/** All of finding n, whose only capture is record n. */
async function planOf(n: number): Promise<ErasurePlan> {
  const hashes = await hashesOf(n);
  return { record: record([n], hashes), seqs: [n], hashes, findings: [], removedFindings: [findingIdOf(n)] };
}

async function withCaptures(count: number): Promise<Computer> {
  const computer = new Computer(newName());
  const { guard, db } = computer.start();
  for (let n = 1; n <= count; n++) await appendCapture(guard.evidence, n);
  db.close();
  return computer;
}

/** What lies in the two files of the journal and in the database, as one text. */
async function allBytes(computer: Computer, db: NetraDb): Promise<string> {
  const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
  const blobs = (await db.blobs.toArray()).map((one) => text('bytes' in one ? one.bytes : one.box));
  return [
    text(computer.records.bytes),
    text(computer.blobs.bytes),
    ...[...(await db.log.toArray()), ...(await db.views.toArray())].map(
      (row) => JSON.stringify(row) + text(('box' in row ? row.box : null) ?? new Uint8Array()),
    ),
    ...blobs,
  ].join('\n');
}

const contentOf = async (evidence: EvidenceStore) => (await evidence.lines()).map(({ canonical }) => canonical !== null);

/** Finding 2 of three is gone, everywhere, and nothing else is. */
async function expectErased(computer: Computer, db: NetraDb, evidence: EvidenceStore): Promise<void> {
  const rows = await evidence.lines();
  expect(await contentOf(evidence)).toEqual([true, true, false, true, true]);
  expect(rows[2]).toMatchObject({ seq: 2, salt: null, canonical: null });
  expect(await verifyChain(rows.map(({ line }) => line))).toMatchObject({ ok: true });
  expect((await evidence.findings()).map(({ findingId }) => findingId).sort()).toEqual([findingIdOf(1), findingIdOf(3)].sort());
  const gone = await hashesOf(2);
  for (const hash of gone) expect(await evidence.blob(hash)).toBeNull();
  for (const hash of [...(await hashesOf(1)), ...(await hashesOf(3))]) expect(await evidence.blob(hash)).not.toBeNull();
  const page = await computer.files().page(0);
  expect(page.damage).toEqual([]);
  expect(await computer.copied()).toEqual(rows);
  expect((await computer.files().hashes()).filter((hash) => gone.includes(hash))).toEqual([]);
  const bytes = await allBytes(computer, db);
  // The sentence of the capture's two files, and the number of its finding.
  for (const word of ['<p> 2', '<!doctype html> 2', findingIdOf(2)]) expect(bytes.includes(word), word).toBe(false);
  for (const word of ['<p> 1', '<p> 3', findingIdOf(3)]) expect(bytes.includes(word), word).toBe(true);
  expect(await db.meta.get('erasing')).toBeUndefined();
}

async function look(computer: Computer) {
  computer.restart();
  const { guard, db } = computer.start();
  return { guard, db, state: await guard.state() };
}

test('content is gone in both copies, its line stays, and the chain holds', async () => {
  const computer = await withCaptures(3);
  const { guard, db } = await look(computer);
  const sizes = [computer.records.size(), computer.blobs.size()];
  const own = await guard.evidence.erase(await planOf(2), AT);
  expect(own.seq).toBe(4);
  await expectErased(computer, db, guard.evidence);
  // Written over in place: only the record of the erasure was added.
  expect(computer.records.size()).toBeGreaterThan(sizes[0] ?? 0);
  expect(computer.blobs.size()).toBe(sizes[1]);
  await appendCapture(guard.evidence, 4);
  db.close();
  const again = await look(computer);
  expect(again.state).toMatchObject({ condition: 'sound', inDatabase: 6, missing: null });
  expect(await contentOf(again.guard.evidence)).toEqual([true, true, false, true, true, true]);
  again.db.close();
});

test('an image that another capture needs stays, also where it is taken anew later', async () => {
  const computer = await withCaptures(2);
  const { guard, db } = await look(computer);
  const [source = '', copy = ''] = await hashesOf(1);
  const { records, blobs, findings } = await makeCapture(1, null, findingIdOf(9));
  await guard.evidence.append(records, blobs, findings, AT);
  await guard.evidence.erase({ ...(await planOf(1)), removedFindings: [findingIdOf(1)] }, AT);
  expect(await contentOf(guard.evidence)).toEqual([true, false, true, true, true]);
  for (const hash of [source, copy]) expect(await guard.evidence.blob(hash)).not.toBeNull();
  expect((await computer.files().hashes()).filter((hash) => hash === source || hash === copy)).toHaveLength(2);
  db.close();
});

test('an image that a later change of what is covered names stays too', async () => {
  const computer = await withCaptures(1);
  const { guard, db } = await look(computer);
  const [source = ''] = await hashesOf(1);
  const artefact = { role: 'redacted', hash: source, bytes: 1, mediaType: 'image/png', width: 1, height: 1, madeFrom: null } as const;
  const body = { findingId: findingIdOf(9), captureId: crypto.randomUUID(), statedAt: AT, added: [], removed: [], artefacts: [artefact] };
  await guard.evidence.append([{ version: 1, type: 'redaction', body }], [], [], AT);
  await guard.evidence.erase({ ...(await planOf(1)), removedFindings: [findingIdOf(1)] }, AT);
  expect(await guard.evidence.blob(source)).not.toBeNull();
  db.close();
});

test('one record of an append goes, the other stays', async () => {
  const computer = await withCaptures(1);
  const { guard, db } = await look(computer);
  // Genesis and the first capture stand in one frame.
  await guard.evidence.erase({ ...(await planOf(1)) }, AT);
  const { records, damage } = await computer.files().page(0);
  expect(damage).toEqual([]);
  expect(records.map(isErased)).toEqual([false, true, false]);
  expect((await computer.copied()).map(({ canonical }) => canonical !== null)).toEqual([true, false, true]);
  expect((await computer.files().since(0)).map(({ seq }) => seq)).toEqual([1, 2]);
  db.close();
});

test('what a log cannot do without is not erased, and nothing is written', async () => {
  const computer = await withCaptures(2);
  const { guard, db } = await look(computer);
  const plan = await planOf(1);
  for (const seqs of [[0], [7]]) await expect(guard.evidence.erase({ ...plan, seqs }, AT)).rejects.toThrow('cannot be erased');
  await guard.evidence.erase(plan, AT);
  await expect(guard.evidence.erase({ ...plan, seqs: [3] }, AT)).rejects.toThrow('cannot be erased');
  expect(await contentOf(guard.evidence)).toEqual([true, false, true, true]);
  db.close();
});

describe('after a loss nothing comes back', () => {
  test('the database is wiped: the journal gives back lines, and misses nothing', async () => {
    const computer = await withCaptures(3);
    const first = await look(computer);
    await first.guard.evidence.erase(await planOf(2), AT);
    first.db.close();
    await Dexie.delete(computer.name);
    const { guard, db, state } = await look(computer);
    expect(state.condition).toBe('wiped');
    expect(await guard.rescue()).toMatchObject({ records: 5, missing: [], missingArtefacts: [] });
    const rows = await guard.evidence.lines();
    expect(rows[2]?.canonical).toBeNull();
    expect((await guard.evidence.findings()).map(({ captures }) => captures)).toEqual([[1], [3]]);
    expect(await computer.copied()).toEqual(rows);
    db.close();
  });

  test('the journal is from before the erasure: it is destroyed there, too', async () => {
    const computer = await withCaptures(3);
    const old = [computer.records.bytes, computer.blobs.bytes] as const;
    const first = await look(computer);
    await first.guard.evidence.erase(await planOf(2), AT);
    first.db.close();
    [computer.records.bytes, computer.blobs.bytes] = old;
    const { guard, db, state } = await look(computer);
    expect(state.condition).toBe('sound');
    await expectErased(computer, db, guard.evidence);
    db.close();
  });

  test('the database is from before the erasure: the repair destroys it there', async () => {
    const computer = await withCaptures(3);
    const first = await look(computer);
    const old: { rows: LogRow[]; blobs: KeptBlob[] } = {
      rows: await first.db.log.toArray(),
      blobs: await first.db.blobs.toArray(),
    };
    await first.guard.evidence.erase(await planOf(2), AT);
    await appendCapture(first.guard.evidence, 5);
    await first.db.log.clear();
    await first.db.log.bulkPut(old.rows);
    await first.db.blobs.bulkPut(old.blobs);
    first.db.close();
    const { guard, db, state } = await look(computer);
    expect(state.condition).toBe('cut');
    expect(await guard.rescue()).toMatchObject({ missing: [], missingArtefacts: [] });
    expect((await guard.evidence.lines())[2]?.canonical).toBeNull();
    expect((await guard.evidence.findings()).map(({ captures }) => captures)).toEqual([[1], [3], [5]]);
    expect((await allBytes(computer, db)).includes('<p> 2')).toBe(false);
    db.close();
  });
});

describe.each([
  { how: 'refuse', torn: false, stays: false },
  { how: 'abort', torn: true, stays: false },
  { how: 'refuse', torn: true, stays: true },
] satisfies { how: Failure; torn: boolean; stays: boolean }[])(
  'every call of the storage fails once ($how, torn $torn, stays $stays)',
  ({ how, torn, stays }) => {
    test('nothing was erased, or all of it is after the next start', async () => {
      const seen = { untouched: 0, completed: 0 };
      for (let nth = 1; ; nth++) {
        const computer = await withCaptures(3);
        computer.restart();
        const { guard, db } = computer.start();
        computer.failDatabase(db, how);
        Object.assign(computer.faults, { calls: 0, nth, torn, stays });
        const done = await guard.evidence.erase(await planOf(2), AT).then(
          () => true,
          () => false,
        );
        const isOver = computer.faults.calls < nth;
        Object.assign(computer.faults, { nth: Number.POSITIVE_INFINITY, stays: false });
        db.close();
        const later = await look(computer);
        expect(later.state, `call ${nth}`).toMatchObject({ condition: 'sound', missing: null, stopped: false });
        const rows = await later.guard.evidence.lines();
        if (rows.length === 4) {
          expect(done, `call ${nth}`).toBe(false);
          expect(await contentOf(later.guard.evidence), `call ${nth}`).toEqual([true, true, true, true]);
          expect(await later.guard.evidence.findings()).toHaveLength(3);
          seen.untouched++;
        } else {
          await expectErased(computer, later.db, later.guard.evidence);
          if (!done) seen.completed++;
        }
        later.db.close();
        if (isOver) break;
        expect(nth).toBeLessThan(200);
      }
      expect(seen.untouched).toBeGreaterThanOrEqual(8);
      expect(seen.completed).toBeGreaterThanOrEqual(6);
    }, 60_000);
  },
);
