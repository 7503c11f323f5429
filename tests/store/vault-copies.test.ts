// The vault's record lies in three places: whichever of them is lost or behind, the passphrase still opens.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { VaultRecord } from '../../src/model/vault.ts';
import { NetraDb } from '../../src/store/db.ts';
import { openVault } from '../../src/store/vault.ts';
import { inDatabase, keepThrice, type VaultCopy } from '../../src/store/vault-copies.ts';
import { newName } from './sample.ts';
import { SAY, vaultWorld } from './vault-world.ts';

function copies(): { kept: unknown[]; list: VaultCopy[] } {
  const kept: unknown[] = [null, null];
  const list = kept.map((_, at) => ({
    load: async () => structuredClone(kept[at]),
    save: async (record: VaultRecord) => {
      kept[at] = structuredClone(record);
    },
  }));
  return { kept, list };
}
/** As a page or the background opens it after a start. */
function open() {
  const world = vaultWorld();
  const three = copies();
  return { world, three, vault: () => openVault(keepThrice(world.ports, three.list), 10) };
}

test('each place has the same record', async () => {
  const { world, three, vault } = open();
  await vault().create(SAY);
  expect(three.kept).toEqual([world.record, world.record]);
  await vault().autoLock(5);
  expect(three.kept).toEqual([world.record, world.record]);
  expect(world.record?.autoLockMinutes).toBe(5);
});

describe('what was lost is put back', () => {
  test.each([0, 1])('storage.local is empty, and copy %i with it', async (lost) => {
    const { world, three, vault } = open();
    await vault().create(SAY);
    const { record } = world;
    const sealed = await vault().wrap(new TextEncoder().encode('bukti'), 'x');
    world.record = null;
    three.kept[lost] = { nonsense: true };
    world.lock();
    expect(await vault().state()).toBe('locked');
    expect(world.record).toEqual(record);
    expect(await vault().unlock(SAY)).toBe('open');
    expect(new TextDecoder().decode(await vault().unwrap(sealed, 'x'))).toBe('bukti');
    expect(three.kept).toEqual([world.record, world.record]);
  });

  test('storage.local went back by a session: the old passphrase no longer opens', async () => {
    const { world, vault } = open();
    await vault().create(SAY);
    const old = structuredClone(world.record);
    expect(await vault().change(SAY, 'kalimat lain yang panjang')).toBe('open');
    world.record = old;
    world.lock();
    expect(await vault().unlock(SAY)).toEqual({ refused: 'wrong' });
    expect(await vault().unlock('kalimat lain yang panjang')).toBe('open');
  });

  test('a copy of another vault is not put in the place of this one', async () => {
    const [one, other] = [open(), open()];
    await one.vault().create(SAY);
    for (let n = 0; n < 3; n++) await one.vault().autoLock(n + 1);
    await other.vault().create('kalimat lain yang panjang');
    const own = { ...(other.world.record as VaultRecord), createdAt: '2026-11-23T00:00:00.000Z' };
    other.world.record = own;
    other.three.kept.splice(0, 2, one.world.record, null);
    other.world.lock();
    expect(await other.vault().unlock('kalimat lain yang panjang')).toBe('open');
    expect(other.world.record?.createdAt).toBe(own.createdAt);
  });
});

test('the copy in the database waits for the database, makes none, and keeps what else is there', async () => {
  const name = newName();
  const copy = inDatabase(name);
  const { record } = await (async () => {
    const world = vaultWorld();
    await world.vault.create(SAY);
    return world;
  })();
  if (record === null) throw new Error('no vault');
  expect(await copy.load()).toBeNull();
  await copy.save(record);
  expect((await indexedDB.databases()).some((one) => one.name === name)).toBe(false);
  const db = new NetraDb(name);
  await db.meta.put({ name: 'generation', value: 'g' });
  await copy.save(record);
  expect(await copy.load()).toEqual(record);
  expect((await db.meta.get('generation'))?.value).toBe('g');
  db.close();
});
