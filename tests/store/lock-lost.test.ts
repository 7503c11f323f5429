// The vault's record is gone from every place while something sealed lies here: named, and nothing is written over it.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { toReadable } from '../../src/store/journal-frames.ts';
import { findCounting } from '../../src/store/journal-pairs.ts';
import { readWhatIsLeft } from '../../src/store/left.ts';
import { openLinks } from '../../src/store/links.ts';
import { findSealed } from '../../src/store/sealed-left.ts';
import { LockLost, NO_VAULT } from '../../src/store/sealer.ts';
import { openVault } from '../../src/store/vault.ts';
import { keepThrice } from '../../src/store/vault-copies.ts';
import { Computer } from './memory.ts';
import { AT, appendCapture, makeCapture, newName } from './sample.ts';
import { SAY, vaultWorld } from './vault-world.ts';

/** A computer whose vault asks what lies in its own database and files. */
function open() {
  const computer = new Computer(newName());
  const world = vaultWorld();
  const pairs = [computer.records, computer.second.records].map(toReadable);
  const hasSealed = () => findSealed(computer.name, async () => pairs[await findCounting(pairs)] ?? null);
  /** As the background is started anew. */
  const vault = () => openVault(keepThrice(world.ports, [], hasSealed), 10);
  computer.sealer = () => vault().sealer();
  const lose = () => {
    world.record = null;
    world.lock();
  };
  return { computer, world, vault, lose };
}
const filesOf = (computer: Computer) =>
  structuredClone([computer.records, computer.blobs, computer.second.records, computer.second.blobs].map(({ bytes }) => bytes));

/** @param when the lock is set: before the first record, or behind the second */
async function start(when: 'first' | 'later' | 'unfinished' | 'never') {
  const all = open();
  const { computer, vault } = all;
  if (when === 'first') await vault().create(SAY);
  const { guard, db } = computer.start();
  for (let n = 1; n <= 2; n++) await appendCapture(guard.evidence, n);
  if (when === 'later' || when === 'unfinished') await vault().create(SAY);
  if (when === 'later') await guard.opened();
  if (when === 'unfinished') await appendCapture(guard.evidence, 3);
  db.close();
  return all;
}

describe.each(['first', 'later', 'unfinished'] as const)('a lock that was set: %s', (when) => {
  test('is named lost, and nothing is written, repaired or set anew', async () => {
    const { computer, vault, lose } = await start(when);
    lose();
    computer.restart();
    const { anchor } = computer;
    const files = filesOf(computer);
    const { guard, db } = computer.start();
    const before = await db.log.toArray();
    expect(await guard.state()).toMatchObject({
      condition: 'lock-lost',
      inDatabase: before.length,
      inJournal: before.length,
      stopped: false,
    });
    expect(await vault().state()).toBe('lost');
    const { records, blobs, findings } = await makeCapture(4, null);
    await expect(guard.evidence.append(records, blobs, findings, AT)).rejects.toMatchObject({ refusal: 'storage-unsound' });
    expect(await guard.rescue()).toBeNull();
    await guard.opened();
    await expect(vault().create(SAY)).rejects.toThrow(LockLost);
    for (const reading of [() => guard.evidence.lines(), () => guard.evidence.findings(), () => vault().wrap(new Uint8Array(1), 'x')])
      await expect(reading()).rejects.toThrow(LockLost);
    expect(await vault().unlock(SAY)).toEqual({ refused: 'wrong' });
    expect(await db.log.toArray()).toEqual(before);
    expect(filesOf(computer)).toEqual(files);
    expect(computer.anchor).toEqual(anchor);
    db.close();
  });

  test('is lost too where the database was emptied: it is not repaired from what nobody can look into', async () => {
    const { computer, lose } = await start(when);
    lose();
    await Dexie.delete(computer.name);
    computer.restart();
    const { guard, db } = computer.start();
    // Of a lock that was not yet at the journal's front the other copy is open: that one is repaired.
    expect((await guard.state()).condition).toBe(when === 'unfinished' ? 'wiped' : 'lock-lost');
    db.close();
  });
});

test('lines are still handed on, and content that was never sealed with them', async () => {
  const { computer, lose } = await start('unfinished');
  lose();
  const { db } = computer.start();
  const left = await readWhatIsLeft(db, 3, NO_VAULT, async () => ({
    records: new Blob([computer.records.bytes]),
    blobs: new Blob([computer.blobs.bytes]),
  }));
  expect(left.records.map(({ seq, canonical }) => [seq, canonical === null])).toEqual([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
  ]);
  expect(left.missing).toEqual([]);
  db.close();
});

test('a record that comes back opens again', async () => {
  const { computer, world, vault, lose } = await start('first');
  const { record } = world;
  lose();
  computer.restart();
  const lost = computer.start();
  expect((await lost.guard.state()).condition).toBe('lock-lost');
  lost.db.close();
  world.record = record;
  computer.restart();
  const { guard, db } = computer.start();
  expect(await guard.state()).toMatchObject({ condition: 'sound', locked: true });
  expect(await vault().unlock(SAY)).toBe('open');
  expect(await guard.evidence.lines()).toHaveLength(3);
  db.close();
});

describe('no lock was ever set', () => {
  test('an empty computer is a new one', async () => {
    const { computer, vault } = open();
    const { guard, db } = computer.start();
    expect((await guard.state()).condition).toBe('fresh');
    expect(await vault().state()).toBe('none');
    db.close();
  });
  test('with evidence it is sound', async () => {
    const { computer, vault } = await start('never');
    computer.restart();
    const { guard, db } = computer.start();
    expect((await guard.state()).condition).toBe('sound');
    expect(await vault().state()).toBe('none');
    await appendCapture(guard.evidence, 3);
    db.close();
  });
});

test.each(['lists', 'ties', 'mark'] as const)('sealed %s alone tell of a lock that is lost', async (what) => {
  const { computer, vault, lose } = open();
  await vault().create(SAY);
  const { db } = computer.start();
  await db.open();
  if (what === 'lists') await db.registryKeys.put({ generation: 'g', wrapped: await vault().wrap(new Uint8Array(32), 'x') });
  if (what === 'ties') await db.links.put({ seq: 0, bytes: await vault().wrap(new Uint8Array(32), 'x') });
  if (what === 'mark') await db.meta.put({ name: 'sealed', value: AT });
  lose();
  expect(await vault().state()).toBe('lost');
  if (what === 'ties') await expect(openLinks(db, vault()).steps()).rejects.toThrow(LockLost);
  db.close();
});

test('a record that goes while Netra runs is put back out of its copies', async () => {
  const world = vaultWorld();
  let copy: unknown = null;
  const place = {
    load: async () => copy,
    save: async (record: object) => {
      copy = structuredClone(record);
    },
  };
  const vault = openVault(
    keepThrice(world.ports, [place], async () => true),
    10,
  );
  const { record } = await (async () => {
    world.record = null;
    const first = openVault(
      keepThrice(world.ports, [place], async () => false),
      10,
    );
    await first.create(SAY);
    return { record: structuredClone(world.record) };
  })();
  expect(await vault.state()).toBe('open');
  world.record = null;
  expect(await vault.state()).toBe('open');
  expect(world.record).toEqual(record);
});
