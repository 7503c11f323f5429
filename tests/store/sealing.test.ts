// What a thief finds: nothing in database and journal that names anybody, from the first byte or once the lock is set; and nothing is lost.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import type { EvidenceRecord } from '../../src/model/evidence.ts';
import type { NetraDb } from '../../src/store/db.ts';
import { Locked, orLocked } from '../../src/store/sealer.ts';
import { Computer } from './memory.ts';
import { AT, appendCapture, expectSound, type Failure, findingIdOf, makeCapture, newName, openStore } from './sample.ts';
import { SAY, type VaultWorld, vaultWorld } from './vault-world.ts';

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** All bytes of both copies, with whatever is base64 in the journal opened. */
async function allBytes(computer: Computer, db: NetraDb): Promise<string> {
  const files = [computer.records, computer.blobs, computer.second.records, computer.second.blobs].map(({ bytes }) => text(bytes));
  const coded = files.flatMap((file) => [...file.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([one]) => text(Buffer.from(one, 'base64'))));
  const rows = [
    ...(await db.log.toArray()),
    ...(await db.views.toArray()),
    ...(await db.blobs.toArray()),
    ...(await db.findings.toArray()),
  ];
  const own = rows.map(
    (row) => JSON.stringify(row) + ('box' in row && row.box !== null ? text(row.box) : '') + ('bytes' in row ? text(row.bytes) : ''),
  );
  return [...files, ...coded, ...own].join('\n');
}
/** What stands in every capture of the samples, and in their files; and a finding's own name. */
const WORDS = ['<!doctype html> 1', '<p> 2', 'sighting', '"canonical"', 'captureId', findingIdOf(1)];

const erasureOf = (seqs: number[], hashes: string[]): EvidenceRecord => ({
  version: 1,
  type: 'erasure',
  body: { reason: 'set-aside', askedBy: 'monitor', request: null, erasedAt: AT, findingCount: 1, seqs, hashes, bundleIds: [] },
});

async function start(count: number, isSealed: boolean): Promise<{ computer: Computer; world: VaultWorld }> {
  const computer = new Computer(newName());
  const world = vaultWorld();
  computer.sealer = () => world.vault.sealer();
  if (isSealed) await world.vault.create(SAY);
  const { guard, db } = computer.start();
  for (let n = 1; n <= count; n++) await appendCapture(guard.evidence, n);
  db.close();
  return { computer, world };
}
async function look(computer: Computer) {
  computer.restart();
  const { guard, db } = computer.start();
  return { guard, db, state: await guard.state() };
}

test('without a lock all of it stands there: the search below does find', async () => {
  const { computer } = await start(2, false);
  const { db } = computer.start();
  const bytes = await allBytes(computer, db);
  for (const word of WORDS.filter((one) => one !== '"canonical"')) expect(bytes.includes(word), word).toBe(true);
  db.close();
});

test('under a lock nothing is written open, and all of it is read again', async () => {
  const { computer, world } = await start(3, true);
  const { guard, db } = computer.start();
  const bytes = await allBytes(computer, db);
  for (const word of WORDS) expect(bytes.includes(word), word).toBe(false);
  await expectSound(computer.name, await world.vault.sealer());
  expect(await computer.copied()).toEqual(await guard.evidence.lines());
  expect((await guard.evidence.finding(findingIdOf(2)))?.captures).toEqual([2]);
  // An image of one hash under the name of another does not open.
  const [first, second] = await db.blobs.toArray();
  if (first === undefined || second === undefined || !('box' in second)) throw new Error('no boxes');
  await db.blobs.put({ hash: first.hash, box: second.box });
  expect((await guard.evidence.blob(first.hash)) === null).toBe(true);
  db.close();
});

describe('while it is locked', () => {
  test('chain, comparison and head work; content is said to be locked, and nothing is kept', async () => {
    const { computer, world } = await start(3, true);
    world.lock();
    const { guard, db, state } = await look(computer);
    expect(state).toMatchObject({ condition: 'sound', inDatabase: 4, inJournal: 4, locked: true, missing: null });
    expect((await guard.evidence.head())?.seq).toBe(3);
    for (const reading of [
      () => guard.evidence.lines(),
      () => guard.evidence.findings(),
      () => guard.evidence.finding(findingIdOf(1)),
      () => guard.evidence.records([1]),
      () => guard.evidence.blob('a'.repeat(64)),
    ]) {
      await expect(reading()).rejects.toThrow(Locked);
      expect(await orLocked<unknown>(reading())).toBe('locked');
    }
    const { records, blobs, findings } = await makeCapture(4, null);
    await expect(guard.evidence.append(records, blobs, findings, AT)).rejects.toMatchObject({ refusal: 'locked' });
    expect(await guard.rescue()).toBeNull();
    expect(await world.vault.unlock(SAY)).toBe('open');
    expect((await guard.state()).locked).toBe(false);
    await appendCapture(guard.evidence, 4);
    expect(await guard.evidence.lines()).toHaveLength(5);
    db.close();
  });

  test('an append that reached the journal alone is taken over, and its finding is there once it is open', async () => {
    const { computer, world } = await start(2, true);
    const { guard, db } = computer.start();
    const { anchor } = computer;
    const views = (await db.views.toCollection().primaryKeys()) as string[];
    await appendCapture(guard.evidence, 3);
    // As if the power had gone between the two copies.
    await db.log.delete(3);
    await db.views.where('name').noneOf(views).delete();
    await db.blobs.bulkDelete((await makeCapture(3, null)).blobs.map(({ hash }) => hash));
    computer.anchor = anchor;
    db.close();
    world.lock();
    const again = await look(computer);
    expect(again.state).toMatchObject({ condition: 'sound', inDatabase: 4, locked: true });
    await world.vault.unlock(SAY);
    await again.guard.opened();
    expect((await again.guard.evidence.findings()).map(({ captures }) => captures).sort()).toEqual([[1], [2], [3]]);
    again.db.close();
    await expectSound(computer.name, await world.vault.sealer());
  });

  test('an erasure that was cut off is completed', async () => {
    const { computer, world } = await start(2, true);
    const { guard, db } = computer.start();
    const hashes = (await makeCapture(1, null)).blobs.map(({ hash }) => hash);
    const record = erasureOf([1], hashes);
    await appendCapture(guard.evidence, 3);
    // Journal, anchor; then the database's own part and the order at the end of the journal, where it ends.
    computer.faults.nth = computer.faults.calls + 4;
    computer.faults.stays = true;
    await expect(
      guard.evidence.erase({ record, seqs: [1], hashes, findings: [], removedFindings: [findingIdOf(1)] }, AT),
    ).rejects.toMatchObject({
      refusal: 'storage-stopped',
    });
    Object.assign(computer.faults, { nth: Number.POSITIVE_INFINITY, stays: false });
    db.close();
    world.lock();
    const again = await look(computer);
    expect(again.state).toMatchObject({ condition: 'sound', locked: true });
    expect(await again.db.meta.get('erasing')).toBeUndefined();
    await world.vault.unlock(SAY);
    const rows = await again.guard.evidence.lines();
    expect(rows.map(({ canonical }) => canonical === null)).toEqual([false, true, false, false, false]);
    expect(await computer.copied()).toEqual(rows);
    again.db.close();
  });

  test('a wiped database is told, and comes back whole once it is open', async () => {
    const { computer, world } = await start(3, true);
    const { guard: before, db: old } = computer.start();
    const log = await before.evidence.lines();
    old.close();
    await Dexie.delete(computer.name);
    world.lock();
    const { guard, db, state } = await look(computer);
    expect(state).toMatchObject({ condition: 'wiped', locked: true, inJournal: 4 });
    expect(await guard.rescue()).toBeNull();
    await world.vault.unlock(SAY);
    expect(await guard.rescue()).toMatchObject({ records: 4, artefacts: 6, missing: [], missingArtefacts: [] });
    expect((await guard.evidence.lines()).slice(0, 4)).toEqual(log);
    const bytes = await allBytes(computer, db);
    for (const word of WORDS) expect(bytes.includes(word), word).toBe(false);
    db.close();
  });
});

describe('a lock that is set later', () => {
  test('where nothing was kept, nothing is sealed and nothing is left', async () => {
    const { computer, world } = await start(0, false);
    const { guard, db } = computer.start();
    await world.vault.create(SAY);
    await guard.opened();
    expect(await guard.state()).toMatchObject({ sealing: null, remains: false });
    db.close();
  });

  test('seals what is there in both copies, and nothing of it is lost', async () => {
    const { computer, world } = await start(3, false);
    const { guard, db } = computer.start();
    const log = await guard.evidence.lines();
    const found = await guard.evidence.findings();
    await world.vault.create(SAY);
    // What is not sealed yet is read as before.
    expect((await guard.evidence.finding(findingIdOf(2)))?.captures).toEqual([2]);
    await guard.opened();
    expect((await guard.state()).sealing).toBeNull();
    const bytes = await allBytes(computer, db);
    for (const word of WORDS) expect(bytes.includes(word), word).toBe(false);
    expect(await guard.evidence.lines()).toEqual(log);
    expect((await guard.evidence.findings()).sort((a, b) => a.findingId.localeCompare(b.findingId))).toEqual(found);
    expect(await computer.copied()).toEqual(log);
    // The other pair counts now, and the first is empty.
    expect([computer.records.size(), computer.blobs.size()]).toEqual([0, 0]);
    await appendCapture(guard.evidence, 4);
    db.close();
    const again = await look(computer);
    expect(again.state).toMatchObject({ condition: 'sound', inDatabase: 5, inJournal: 5 });
    again.db.close();
    await expectSound(computer.name, await world.vault.sealer());
  });

  test('records, images and findings as earlier versions kept them are read, sealed and copied', async () => {
    const { computer, world } = await start(0, false);
    // An earlier version’s rows, written with its own hands.
    const { store, db: other } = openStore(newName());
    for (let n = 1; n <= 3; n++) await appendCapture(store, n);
    const old = { log: await store.lines(), findings: await store.findings() };
    const pictures = await Promise.all(
      (await other.blobs.toCollection().primaryKeys()).map(async (hash) => ({ hash, bytes: (await store.blob(hash)) ?? new Uint8Array() })),
    );
    const keys = await other.keys.toArray();
    other.close();
    const seed = computer.start();
    await seed.guard.state();
    await seed.db.log.bulkPut(old.log);
    await seed.db.blobs.bulkPut(pictures);
    await seed.db.findings.bulkPut(old.findings);
    await seed.db.keys.bulkPut(keys);
    seed.db.close();
    const { guard, db, state } = await look(computer);
    expect(state).toMatchObject({ condition: 'sound', inDatabase: 4 });
    expect(await guard.evidence.lines()).toEqual(old.log);
    expect(await guard.evidence.findings()).toEqual(old.findings);
    // A finding of old that changes is not there twice.
    await appendCapture(guard.evidence, 7, findingIdOf(1));
    expect((await guard.evidence.findings()).find(({ findingId }) => findingId === findingIdOf(1))?.captures).toEqual([1, 4]);
    expect(await guard.evidence.findings()).toHaveLength(3);
    await world.vault.create(SAY);
    await guard.opened();
    expect((await guard.evidence.lines()).slice(0, 4)).toEqual(old.log);
    expect(await guard.evidence.findings()).toHaveLength(3);
    expect(await db.findings.count()).toBe(0);
    const bytes = await allBytes(computer, db);
    for (const word of WORDS) expect(bytes.includes(word), word).toBe(false);
    db.close();
    await expectSound(computer.name, await world.vault.sealer());
  });

  test('evidence that is kept and erased while it is being sealed', async () => {
    const { computer, world } = await start(3, false);
    const { guard, db } = computer.start();
    await guard.state();
    await world.vault.create(SAY);
    const hashes = (await makeCapture(2, null)).blobs.map(({ hash }) => hash);
    const record = erasureOf([2], hashes);
    await Promise.all([
      guard.opened(),
      appendCapture(guard.evidence, 4),
      guard.evidence.erase(
        {
          record,
          seqs: [2],
          hashes,
          findings: [],
          removedFindings: [findingIdOf(2)],
        },
        AT,
      ),
      appendCapture(guard.evidence, 5),
    ]);
    const rows = await guard.evidence.lines();
    expect(rows.map(({ canonical }) => canonical === null)).toEqual([false, false, true, false, false, false, false]);
    expect(await computer.copied()).toEqual(rows);
    const bytes = await allBytes(computer, db);
    for (const word of [...WORDS, '<p> 4', '<p> 5']) expect(bytes.includes(word), word).toBe(false);
    expect((await computer.files().hashes()).filter((hash) => hashes.includes(hash))).toEqual([]);
    db.close();
    expect((await look(computer)).state).toMatchObject({ condition: 'sound', inDatabase: 7 });
  });

  test('what is erased after it was read for the new journal does not stay in that', async () => {
    const { computer, world } = await start(3, false);
    const { guard, db } = computer.start();
    await guard.state();
    await world.vault.create(SAY);
    const hashes = (await makeCapture(2, null)).blobs.map(({ hash }) => hash);
    let erased = 0;
    computer.beforeCopy = async () => {
      if (erased++ > 0) return;
      await guard.evidence.erase({ record: erasureOf([2], hashes), seqs: [2], hashes, findings: [], removedFindings: [] }, AT);
    };
    await guard.opened();
    expect(erased).toBeGreaterThan(1);
    const copied = await computer.copied();
    expect(copied.map(({ canonical }) => canonical === null)).toEqual([false, false, true, false, false]);
    expect(copied).toEqual(await guard.evidence.lines());
    expect((await computer.files().hashes()).filter((hash) => hashes.includes(hash))).toEqual([]);
    db.close();
  });

  test.each([
    { how: 'refuse', torn: false, stays: false },
    { how: 'abort', torn: true, stays: false },
    { how: 'refuse', torn: true, stays: true },
  ] satisfies { how: Failure; torn: boolean; stays: boolean }[])(
    'every call of the storage fails once ($how, torn $torn, stays $stays): it goes on later, and nothing is lost',
    async ({ how, torn, stays }) => {
      for (let nth = 1; ; nth++) {
        const { computer, world } = await start(2, false);
        const log = await computer.copied();
        computer.restart();
        const { guard, db } = computer.start();
        await guard.state();
        await world.vault.create(SAY);
        computer.failDatabase(db, how);
        Object.assign(computer.faults, { calls: 0, nth, torn, stays });
        await guard.opened().catch(() => undefined);
        const isOver = computer.faults.calls < nth;
        Object.assign(computer.faults, { nth: Number.POSITIVE_INFINITY, stays: false });
        db.close();
        // At each moment there was a whole copy that can be read.
        expect(await computer.copied(), `call ${nth}`).toEqual(log);
        const later = await look(computer);
        expect(later.state, `call ${nth}`).toMatchObject({ condition: 'sound', missing: null, stopped: false });
        await later.guard.opened();
        const bytes = await allBytes(computer, later.db);
        for (const word of WORDS) expect(bytes.includes(word), `call ${nth}: ${word}`).toBe(false);
        later.db.close();
        expect(await computer.copied(), `call ${nth}`).toEqual(log);
        expect(await expectSound(computer.name, await world.vault.sealer()), `call ${nth}`).toEqual(log);
        if (isOver) break;
        expect(nth).toBeLessThan(200);
      }
    },
    120_000,
  );
});
