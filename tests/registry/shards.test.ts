import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKeys } from '../../src/match/names/name-keys.ts';
import { PLATFORM_IDS } from '../../src/model/account.ts';
import { handleKey, idKey } from '../../src/model/account-key.ts';
import type { RegistryRow } from '../../src/model/registry.ts';
import { keysOf } from '../../src/registry/same-account.ts';
import { LIST_KEY_BYTES } from '../../src/registry/shard-keys.ts';
import { DamagedList, readShards, type ShardsReader } from '../../src/registry/shard-reader.ts';
import { writeShards } from '../../src/registry/shard-writer.ts';
import { type MemoryFolder, memoryFolder } from './memory-folder.ts';
import { registryRow } from './registry-row.ts';

const secret = Uint8Array.from({ length: LIST_KEY_BYTES }, (_, i) => i * 5 + 1);

async function written(rows: readonly RegistryRow[], folder: MemoryFolder = memoryFolder()) {
  const writer = await writeShards(folder, secret);
  await writer.add(rows);
  const done = await writer.finish();
  return { folder, done, reader: await readShards(folder, secret, done.manifestHash) };
}

const persons = async (reader: ShardsReader, key: string) => (await reader.find([key])).map(({ row }) => row.person);
const handle = (name: string) => handleKey('facebook', name) as string;

describe('a written list', () => {
  test('gives a row by its id and by its handle, whole, and nothing else', async () => {
    const row = registryRow({
      id: '1000',
      nip: '198001012005011001',
      earlierHandles: [{ handle: 'siti.lama', firstSeenOn: '2023-01-05', lastSeenOn: null }],
      link: { source: 'declared', state: 'two' },
    });
    const { reader, done } = await written([row, registryRow({ platform: 'x', handle: 'Budi_S', person: 'Budi Santoso' })]);
    expect(done.counts).toEqual({ accounts: 2, people: 2, ambiguous: 0 });
    expect(await reader.find([idKey('facebook', '1000')])).toEqual([{ place: 0, row }]);
    expect(await reader.find([handle('SitiAminah')])).toEqual([{ place: 0, row }]);
    expect(await persons(reader, handleKey('x', '@budi_s') as string)).toEqual(['Budi Santoso']);
    for (const key of [
      handle('siti.lama'),
      handle('1000'),
      idKey('facebook', 'sitiaminah'),
      idKey('x', '1000'),
      handleKey('x', 'sitiaminah'),
    ])
      expect(await reader.find([key as string]), key as string).toEqual([]);
  });

  test('gives people by two parts of their name, and not those whom other rows contradict', async () => {
    const { reader } = await written([
      registryRow({ person: 'Siti Aminah Wulandari, S.Pd.' }),
      registryRow({ handle: 'dua', person: 'Wulandari Siti' }),
      registryRow({ handle: 'tiga', person: 'Siti Rahayu' }),
      registryRow({ handle: 'empat', person: 'Siti Wulandari' }),
      registryRow({ handle: 'empat', person: 'Orang Lain' }),
    ]);
    const named = async (name: string) => {
      const all = await Promise.all(nameKeys(name).map((key) => reader.findByName(key)));
      return [...new Set(all.flat().map(({ row }) => row.person))].sort();
    };
    expect(await named('Siti Wulandari')).toEqual(['Siti Aminah Wulandari, S.Pd.', 'Wulandari Siti']);
    expect([await named('Siti'), await named('Orang Lain')]).toEqual([[], []]);
  });

  test('past the most rows that names are kept for: nobody is found by name, everybody by account', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => registryRow({ handle: `akun${i}`, person: 'Siti Wulandari' }));
    for (const most of [5, 4, 0]) {
      const folder = memoryFolder();
      const writer = await writeShards(folder, secret, [], most);
      for (const row of rows) await writer.add([row]);
      const reader = await readShards(folder, secret, (await writer.finish()).manifestHash);
      const [key] = nameKeys('Siti Wulandari') as [string];
      expect([reader.hasNames, (await reader.findByName(key)).length], `up to ${most}`).toEqual(most === 5 ? [true, 5] : [false, 0]);
      for (const row of rows) expect(await persons(reader, handle(row.handle as string))).toEqual([row.person]);
      await reader.check();
    }
    expect((await written([])).reader.hasNames).toBe(true);
  });

  test('no rows: an empty list that answers no', async () => {
    const { reader, done } = await written([]);
    expect(done.counts).toEqual({ accounts: 0, people: 0, ambiguous: 0 });
    expect(await reader.find([handle('siapa')])).toEqual([]);
  });

  test('any rows: every one is found, whole, and no other account is', async () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => handleKey('x', text) !== null);
    const row = fc.record({
      platform: fc.constantFrom(...PLATFORM_IDS),
      id: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
      handle: fc.option(word),
      person: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      nip: fc.option(fc.constant('198001012005011001')),
    });
    const rows = fc.array(row, { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(rows, fc.array(fc.tuple(fc.constantFrom(...PLATFORM_IDS), word), { maxLength: 60 }), async (given, others) => {
        const taken = new Set<string>();
        const all: RegistryRow[] = [];
        for (const one of given) {
          const made = registryRow(one);
          const keys = keysOf(made);
          if (keys.length === 0 || keys.some((key) => taken.has(key))) continue;
          for (const key of keys) taken.add(key);
          all.push(made);
        }
        const { reader } = await written(all);
        for (const one of all) for (const key of keysOf(one)) expect((await reader.find([key])).map((found) => found.row)).toEqual([one]);
        for (const [platform, name] of others) {
          const key = handleKey(platform, name) as string;
          if (!taken.has(key)) expect(await reader.find([key])).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('many rows in several batches: all are found, none of as many others', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) =>
      registryRow({ id: i % 3 === 0 ? `${i}` : null, handle: `akun${i}`, person: `P${i}` }),
    );
    const { reader, done } = await written(rows);
    expect(done.counts).toEqual({ accounts: 30_000, people: 30_000, ambiguous: 0 });
    for (let i = 0; i < rows.length; i += 7) expect(await persons(reader, handle(`akun${i}`))).toEqual([`P${i}`]);
    for (let i = 0; i < rows.length; i += 3 * 7) expect(await persons(reader, idKey('facebook', `${i}`))).toEqual([`P${i}`]);
    let perhaps = 0;
    for (let i = 0; i < 30_000; i++) {
      const found = reader.find([handle(`bukan${i}`)]);
      if (found instanceof Promise) perhaps++;
      expect(await found).toEqual([]);
    }
    // Eight bits: one in 256.
    expect(perhaps).toBeGreaterThan(0);
    expect(perhaps).toBeLessThan(30_000 / 128);
  });

  test('is byte for byte what it was when the format was made: lists on users’ disks stay readable', async () => {
    const rows = Array.from({ length: 5 }, (_, i) =>
      registryRow({
        id: i % 2 === 0 ? `90${i}` : null,
        handle: `akun${i}`,
        person: i === 3 ? 'Zoë Contoh' : `Orang Contoh${i}`,
        unit: 'Dinas',
        basis: '',
      }),
    );
    const { done } = await written(rows);
    expect(done.manifestHash).toBe('c9920816737c0d731d68bf4c892ea95b661a00b75c1397987dd3d29dffc1fe00');
  });

  test('many accounts in one go: the rows of all of them, from few reads, and from none when they are asked again', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => registryRow({ handle: `akun${i}`, id: null, person: `P${i}` }));
    const { folder, done } = await written(rows);
    let reads = 0;
    const counted = (name: string) => async () => {
      const file = await folder.open(name);
      const readMany = async (all: readonly { at: number; length: number }[]) => {
        reads++;
        return Promise.all(all.map(({ at, length }) => file.read(at, length)));
      };
      const read = async (at: number, length: number) => {
        reads++;
        return file.read(at, length);
      };
      return { ...file, read, readMany };
    };
    const reader = await readShards({ ...folder, open: (name) => counted(name)() }, secret, done.manifestHash);
    const asked = Array.from({ length: 200 }, (_, i) => handle(i % 10 === 0 ? `akun${i * 7}` : `bukan${i}`));
    const wanted = Array.from({ length: 20 }, (_, i) => `P${i * 70}`);
    const askedFor = async () => (await reader.find(asked)).map(({ row }) => row.person).sort();
    reads = 0;
    expect(await askedFor()).toEqual([...wanted].sort());
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThanOrEqual(2);
    reads = 0;
    expect(await askedFor()).toEqual([...wanted].sort());
    expect(reads).toBe(0);
    expect(reader.held).toBeLessThan(2_000_000);
  });

  test('nothing of a person stands in the files in clear, and only who knows the account opens it', async () => {
    const { folder, done } = await written([registryRow({ id: '1234567890', nip: '198001012005011001' })]);
    const all = [...folder.files.values()].map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n');
    for (const word of ['Siti', 'Aminah', 'siti', '1234567890', '19800101', 'Dinas', 'facebook']) expect(all, word).not.toContain(word);
    const other = await readShards(folder, secret.slice().fill(7), done.manifestHash);
    expect(await other.find([handle('siti.aminah')])).toEqual([]);
  });
});

describe('rows that claim one account', () => {
  test('for different people: none is used, under any of their keys, and it is told', async () => {
    const { reader, done } = await written([
      registryRow({ id: '1', handle: 'a', person: 'Ani' }),
      registryRow({ id: '1', handle: 'b', person: 'Ani' }),
      registryRow({ id: null, handle: 'b', person: 'Budi' }),
      registryRow({ id: '9', handle: 'c', person: 'Cici' }),
    ]);
    expect(done.counts).toEqual({ accounts: 1, people: 3, ambiguous: 1 });
    expect(done.ambiguous.map(({ rows }) => rows.length)).toEqual([3]);
    expect(done.ambiguous[0]?.say).toContain('"Budi"');
    for (const key of [idKey('facebook', '1'), handle('a'), handle('b')]) expect(await reader.find([key])).toEqual([]);
    expect(await persons(reader, handle('c'))).toEqual(['Cici']);
  });

  test('for the same person: kept, and counted once', async () => {
    const { reader, done } = await written([
      registryRow({ handle: 'ani', person: 'Ani' }),
      registryRow({ id: '1', handle: 'ANI', person: 'ani' }),
      registryRow({ id: '1', handle: 'ani.baru', person: 'Ani' }),
    ]);
    expect(done.counts).toMatchObject({ accounts: 2, ambiguous: 0 });
    expect(await persons(reader, handle('ani'))).toHaveLength(2);
    expect(await persons(reader, idKey('facebook', '1'))).toHaveLength(2);
  });

  test('more rows for one account than a block of the index could say are used by none', async () => {
    const rows = Array.from({ length: 70_000 }, () => registryRow({ handle: 'sama' }));
    const { reader, done } = await written([...rows, registryRow({ handle: 'lain' })]);
    expect(done.counts).toMatchObject({ accounts: 1, ambiguous: 1 });
    expect([await reader.find([handle('sama')]), (await reader.find([handle('lain')])).length]).toEqual([[], 1]);
  });

  test('hundreds of rows for one account are used by none', async () => {
    const rows = Array.from({ length: 700 }, () => registryRow({ handle: 'sama' }));
    const { reader, done } = await written([...rows, registryRow({ handle: 'lain' })]);
    expect(done.counts).toMatchObject({ accounts: 1, ambiguous: 1 });
    expect([await reader.find([handle('sama')]), (await reader.find([handle('lain')])).length]).toEqual([[], 1]);
  });
});

describe('damage', () => {
  const rows = Array.from({ length: 2 }, (_, i) => registryRow({ id: i % 2 ? `${i}` : null, handle: `akun${i}`, person: `Orang ${i}` }));

  test('one flipped bit anywhere is told with the file’s name, and no look-up is ever silently smaller', async () => {
    const { folder, done, reader } = await written(rows);
    await reader.check();
    for (const [name, bytes] of folder.files) {
      for (let at = 0; at < bytes.length; at++) {
        const bit = 1 << (at % 8);
        bytes[at] = (bytes[at] as number) ^ bit;
        const told = await (async () => {
          const again = await readShards(folder, secret, done.manifestHash);
          let seen: unknown = null;
          for (const row of rows)
            for (const key of keysOf(row)) {
              try {
                expect((await again.findByName(nameKeys(row.person)[0] as string)).map((one) => one.row)).toContainEqual(row);
                expect((await again.find([key])).map((one) => one.row)).toEqual([row]);
              } catch (error) {
                if (!(error instanceof DamagedList)) throw error;
                expect(error.file).toBe(name);
                seen = error;
              }
            }
          await again.check();
          return seen;
        })().catch((error: unknown) => error);
        expect(told, `${name} at ${at}`).toBeInstanceOf(DamagedList);
        expect((told as DamagedList).file).toBe(name);
        bytes[at] = (bytes[at] as number) ^ bit;
      }
    }
    expect([...folder.files.keys()].sort()).toEqual([
      'directory',
      'filter',
      'index',
      'manifest.json',
      'namesDirectory',
      'namesIndex',
      'records',
    ]);
  });

  test('a file that is cut, longer or gone is told at once', async () => {
    for (const name of ['directory', 'filter', 'index', 'manifest.json', 'namesIndex', 'records']) {
      for (const change of [(bytes: Uint8Array) => bytes.slice(0, -1), (bytes: Uint8Array) => Uint8Array.from([...bytes, 0]), () => null]) {
        const { folder, done } = await written(rows);
        const changed = change(folder.files.get(name) as Uint8Array) as Uint8Array<ArrayBuffer> | null;
        if (changed === null) folder.files.delete(name);
        else folder.files.set(name, changed);
        const told = await readShards(folder, secret, done.manifestHash).catch((error: unknown) => error);
        expect(told, name).toBeInstanceOf(DamagedList);
        expect((told as DamagedList).file).toBe(name);
      }
    }
  });

  test('what the disk did not keep as it was written is never switched in', async () => {
    const folder = memoryFolder((what) => {
      if (what !== 'close index') return;
      const bytes = folder.files.get('index') as Uint8Array;
      bytes[3] = (bytes[3] as number) ^ 1;
    });
    await expect(written(rows, folder)).rejects.toThrow('index');
  });
});
