import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import type { Recovery } from '../../src/model/evidence.ts';
import { NetraDb } from '../../src/store/db.ts';
import { HEADROOM } from '../../src/store/space.ts';
import { Computer } from './memory.ts';
import { appendCapture, expectSound, type Failure, newName } from './sample.ts';

/** A computer with this many captures, each acknowledged, and the background ended. */
async function withCaptures(count: number): Promise<Computer> {
  const computer = new Computer(newName());
  const { guard, db } = computer.start();
  for (let n = 1; n <= count; n++) await appendCapture(guard.evidence, n);
  db.close();
  return computer;
}
async function look(computer: Computer) {
  computer.restart();
  const { guard, db } = computer.start();
  const state = await guard.state();
  return { guard, db, state };
}
const lastBody = (rows: readonly { canonical: string | null }[]) => (JSON.parse(rows.at(-1)?.canonical ?? '{}') as { body: Recovery }).body;

describe('an acknowledged record', () => {
  test('is in the database, in the journal, and behind the anchor', async () => {
    const computer = await withCaptures(3);
    const log = await expectSound(computer.name);
    expect(await computer.copied()).toEqual(log);
    expect(computer.anchor).toMatchObject({ session: 1, head: { seq: 3 } });
    const { state, db } = await look(computer);
    expect(state).toMatchObject({ condition: 'sound', inDatabase: 4, inJournal: 4, stopped: false, space: 'enough', missing: null });
    expect(computer.ballast).toBeGreaterThan(0);
    db.close();
  });

  test('the scrub leaves nothing behind', async () => {
    const computer = await withCaptures(1);
    computer.restart();
    const { guard, db } = computer.start(undefined, true);
    expect((await guard.state()).condition).toBe('sound');
    expect(await db.scrub.count()).toBe(0);
    db.close();
    await expectSound(computer.name);
  });
});

describe('after a loss', () => {
  test('a wiped database is recognised, nothing is written to it, and all comes back under a new key', async () => {
    const computer = await withCaptures(5);
    const log = await expectSound(computer.name);
    await Dexie.delete(computer.name);
    const { guard, db, state } = await look(computer);
    expect(state).toMatchObject({ condition: 'wiped', inDatabase: 0, inJournal: 6, missing: null });
    await expect(appendCapture(guard.evidence, 9)).rejects.toMatchObject({ refusal: 'storage-unsound' });
    expect(await db.log.count()).toBe(0);
    expect(await guard.rescue()).toEqual({ records: 6, artefacts: 10, missing: [], missingArtefacts: [], newKey: true });
    expect((await guard.state()).condition).toBe('sound');
    await appendCapture(guard.evidence, 6);
    const rows = await guard.evidence.lines();
    expect(rows.slice(0, 6)).toEqual(log);
    const recovery = lastBody(rows.slice(0, 7));
    expect(recovery).toMatchObject({ why: 'wiped', missing: [], lostHead: null, missingArtefacts: [] });
    expect(recovery.keyFingerprint).not.toBe(recovery.previousKeyFingerprint);
    expect((await guard.evidence.findings()).map(({ captures }) => captures)).toEqual([[1], [2], [3], [4], [5], [7]]);
    db.close();
    const later = await look(computer);
    expect(later.state).toMatchObject({ condition: 'sound', inDatabase: 8, inJournal: 8 });
    expect(await later.guard.rescue()).toBeNull();
    later.db.close();
  });

  test('a log that was cut comes back under its own key', async () => {
    const computer = await withCaptures(5);
    const log = await expectSound(computer.name);
    const db = new NetraDb(computer.name);
    await db.log.where('seq').above(2).delete();
    db.close();
    const { guard, db: own, state } = await look(computer);
    expect(state).toMatchObject({ condition: 'cut', inDatabase: 3, missing: null });
    expect(await guard.rescue()).toMatchObject({ records: 3, missing: [], newKey: false });
    expect((await guard.evidence.lines()).slice(0, 6)).toEqual(log);
    own.close();
  });

  test('an older profile is recognised by the session that it does not know', async () => {
    const computer = await withCaptures(2);
    const db = new NetraDb(computer.name);
    const old = { session: await db.meta.get('session'), rows: await db.log.toArray() };
    db.close();
    computer.restart();
    const later = computer.start();
    await appendCapture(later.guard.evidence, 3);
    await appendCapture(later.guard.evidence, 4);
    await later.db.log
      .where('seq')
      .above(old.rows.length - 1)
      .delete();
    if (old.session !== undefined) await later.db.meta.put(old.session);
    later.db.close();
    const { guard, db: own, state } = await look(computer);
    expect(state.condition).toBe('rolled-back');
    expect(await guard.rescue()).toMatchObject({ records: 2, missing: [] });
    own.close();
  });

  test('while the journal is written anew it holds all of it at each moment, wherever that is cut off', async () => {
    for (let nth = 1; ; nth++) {
      const computer = new Computer(newName());
      const first = computer.start();
      for (let n = 1; n <= 3; n++) await appendCapture(first.guard.evidence, n);
      const log = await first.guard.evidence.lines();
      first.db.close();
      await Dexie.delete(computer.name);
      computer.restart();
      const { guard, db } = computer.start();
      await guard.state();
      Object.assign(computer.faults, { calls: 0, nth, torn: true, stays: true });
      await guard.rescue().catch(() => undefined);
      const isOver = computer.faults.calls < nth;
      Object.assign(computer.faults, { nth: Number.POSITIVE_INFINITY, stays: false });
      db.close();
      const held = await computer.copied();
      expect(held.slice(0, log.length), `call ${nth}`).toEqual(log);
      expect((await computer.files().hashes()).length, `call ${nth}`).toBe(6);
      if (isOver) break;
      expect(nth).toBeLessThan(100);
    }
  });

  test('what neither has is listed by number and hash, and never counted as kept', async () => {
    const computer = await withCaptures(4);
    const acknowledged = computer.anchor;
    // Journal and database both end earlier than what was acknowledged; one image is rotten as well.
    const files = computer.files();
    await files.open();
    await files.undo();
    const kept = (await files.page(0)).records.filter(({ seq }) => seq < 3);
    const pictures = await Promise.all((await files.hashes()).map(async (hash) => ({ kept: await files.blob(hash) })));
    await files.begin((acknowledged as { generation: string }).generation);
    const [lost, ...others] = pictures.flatMap(({ kept }) => kept ?? []);
    await files.append(kept, others);
    await Dexie.delete(computer.name);
    const { guard, db, state } = await look(computer);
    expect(state).toMatchObject({ condition: 'wiped', missing: { from: 3, to: 4 } });
    const rescued = await guard.rescue();
    expect(rescued).toMatchObject({ records: 3, missing: [{ from: 3, to: 4 }], missingArtefacts: [lost?.hash] });
    const recovery = lastBody(await guard.evidence.lines());
    expect(recovery.lostHead).toBe((acknowledged as { head: { hash: string } }).head.hash);
    db.close();
    expect((await look(computer)).state.condition).toBe('sound');
  });

  test('nothing left but the anchor: a new log begins with what was lost', async () => {
    const computer = await withCaptures(2);
    await Dexie.delete(computer.name);
    computer.records.bytes = new Uint8Array();
    computer.blobs.bytes = new Uint8Array();
    const { guard, db, state } = await look(computer);
    expect(state).toMatchObject({ condition: 'wiped', missing: { from: 0, to: 2 } });
    expect(await guard.rescue()).toMatchObject({ records: 0, missing: [{ from: 0, to: 2 }] });
    const rows = await guard.evidence.lines();
    expect(rows.map(({ line }) => (JSON.parse(line) as { type: string }).type)).toEqual(['genesis', 'recovery']);
    db.close();
  });

  test('a lost key is replaced on the record', async () => {
    const computer = await withCaptures(2);
    const db = new NetraDb(computer.name);
    await db.keys.clear();
    db.close();
    const { guard, db: own, state } = await look(computer);
    expect(state.condition).toBe('key-lost');
    expect(await guard.rescue()).toMatchObject({ records: 0, newKey: true, missing: [] });
    own.close();
  });

  test('a lost journal is made anew from the database', async () => {
    const computer = await withCaptures(3);
    const before = computer.records.bytes;
    for (const file of [computer.records, computer.blobs]) file.bytes = new Uint8Array();
    const { state, db } = await look(computer);
    expect(state.condition).toBe('sound');
    db.close();
    expect(await computer.copied()).toEqual(await expectSound(computer.name));
    expect((await computer.files().hashes()).length).toBe(6);
    expect(before.length).toBeGreaterThan(0);
  });

  test('a database of a later version is left alone', async () => {
    const computer = await withCaptures(1);
    const later = new Dexie(computer.name);
    later.version(99).stores({ log: 'seq', more: 'id' });
    await later.open();
    later.close();
    const { guard, db, state } = await look(computer);
    expect(state.condition).toBe('newer');
    await expect(appendCapture(guard.evidence, 2)).rejects.toMatchObject({ refusal: 'storage-unsound' });
    expect(await guard.rescue()).toBeNull();
    db.close();
  });
});

test('a database that refuses: the journal is taken back, the anchor stays, and nothing more is written', async () => {
  const computer = await withCaptures(2);
  const before = await expectSound(computer.name);
  const { guard, db, state } = await look(computer);
  expect(state.condition).toBe('sound');
  const kept = computer.anchor;
  db.log.hook('creating', () => {
    throw new DOMException('penyimpanan penuh', 'QuotaExceededError');
  });
  await expect(appendCapture(guard.evidence, 3)).rejects.toThrow();
  expect(await computer.copied()).toEqual(before);
  expect(computer.anchor).toEqual(kept);
  await expect(appendCapture(guard.evidence, 4)).rejects.toMatchObject({ refusal: 'storage-stopped' });
  db.close();
  expect(await expectSound(computer.name)).toEqual(before);
});

describe('room on the disk', () => {
  test('too little: no new captures; a decision is still kept, and it is said', async () => {
    const computer = await withCaptures(1);
    computer.space = { quota: HEADROOM + 10, usage: 20 };
    const { guard, db, state } = await look(computer);
    expect(state.space).toBe('full');
    await expect(appendCapture(guard.evidence, 2)).rejects.toMatchObject({ refusal: 'disk-full' });
    const id = (await guard.evidence.findings())[0]?.findingId ?? '';
    const body = { findingId: id, verdict: 'confirmed' as const, note: '', decidedAt: '2026-11-22T12:00:00.000Z' };
    expect(await guard.evidence.append([{ version: 1, type: 'decision', body }], [], [], body.decidedAt)).toHaveLength(1);
    db.close();
  });

  test('the first failed write gives the ballast back and ends the writing until the browser is started anew', async () => {
    const computer = await withCaptures(1);
    const { guard, db } = await look(computer);
    computer.faults.nth = computer.faults.calls + 1;
    await expect(appendCapture(guard.evidence, 2)).rejects.toThrow();
    expect(computer.ballast).toBe(0);
    await expect(appendCapture(guard.evidence, 3)).rejects.toMatchObject({ refusal: 'storage-stopped' });
    expect((await guard.state()).stopped).toBe(true);
    db.close();
    // The background starts anew in the same session of the browser.
    const same = computer.start();
    await expect(appendCapture(same.guard.evidence, 3)).rejects.toMatchObject({ refusal: 'storage-stopped' });
    same.db.close();
    const later = await look(computer);
    await appendCapture(later.guard.evidence, 3);
    later.db.close();
    expect(await expectSound(computer.name)).toHaveLength(3);
  });
});

describe.each([
  { how: 'refuse', torn: false, stays: false },
  { how: 'abort', torn: true, stays: false },
  { how: 'refuse', torn: true, stays: true },
] satisfies { how: Failure; torn: boolean; stays: boolean }[])(
  'every call of the storage fails once ($how, torn $torn, stays $stays)',
  ({ how, torn, stays }) => {
    test('the state is the one before or the one after; what was acknowledged is there', async () => {
      let refusals = 0;
      for (let nth = 1; ; nth++) {
        const computer = await withCaptures(2);
        const before = await expectSound(computer.name);
        computer.restart();
        const { guard, db } = computer.start();
        computer.failDatabase(db, how);
        Object.assign(computer.faults, { calls: 0, nth, torn, stays });
        const done = await appendCapture(guard.evidence, 3).then(
          (own) => own[0]?.seq ?? null,
          () => null,
        );
        const isOver = computer.faults.calls < nth;
        Object.assign(computer.faults, { nth: Number.POSITIVE_INFINITY, stays: false });
        db.close();
        // Only the next start is asked: the power went at the fault.
        const later = await look(computer);
        expect(later.state, `call ${nth}`).toMatchObject({ condition: 'sound', missing: null, stopped: false });
        later.db.close();
        const after = await expectSound(computer.name);
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after.length - before.length, `call ${nth}`).toBeLessThanOrEqual(1);
        if (done !== null) expect(after.at(-1)?.seq, `call ${nth}`).toBe(done);
        else refusals++;
        expect(await computer.copied(), `call ${nth}`).toEqual(after);
        if (isOver) break;
        expect(nth).toBeLessThan(100);
      }
      expect(refusals).toBeGreaterThanOrEqual(8);
    });
  },
);
