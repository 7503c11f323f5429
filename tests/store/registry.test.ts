import { describe, expect, test } from 'vitest';
import { nameKeys } from '../../src/match/names/name-keys.ts';
import { type GuardedAccount, guardedAccountSchema } from '../../src/model/account.ts';
import type { Papers, RegistryRow } from '../../src/model/registry.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import type { WriteMeta } from '../../src/registry/registry-writer.ts';
import { openRegistry } from '../../src/store/registry.ts';
import { openLookup } from '../../src/store/registry-lookup.ts';
import { guardedRow } from '../match/sample.ts';
import { registryRow } from '../registry/registry-row.ts';
import { type MemoryFolders, memoryFolders, memoryHolds } from './memory-folders.ts';
import { AT, newName, openStore } from './sample.ts';

const papers = (given: Partial<Papers> = {}): Papers => ({
  title: 'ASN Kabupaten Contoh',
  issuer: 'BKPSDM',
  legalBasis: '',
  region: null,
  stage: '',
  users: '',
  madeOn: '2026-11-01',
  expiresOn: '2026-12-31',
  ...given,
});
const LISTED = {
  title: 'ASN Kabupaten Contoh',
  issuer: 'BKPSDM',
  legalBasis: '',
  madeOn: '2026-11-01',
  expiresOn: '2026-12-31',
  region: null,
};
const ONE = '11111111-1111-4111-8111-111111111111';
const TWO = '22222222-2222-4222-8222-222222222222';
const meta = (listId = ONE): WriteMeta => ({ listId, origin: 'file', files: ['asn.csv'], importedAt: AT });
const ask = (handle: string, id: string | null = null) => ({ platform: 'facebook' as const, account: { id, handle } });
const day = (text: string) => () => new Date(`${text}T12:00:00`);

function world(folders: MemoryFolders = memoryFolders(), name = newName()) {
  const { db } = openStore(name);
  const given = { folders, holds: memoryHolds() };
  const lookup = (now = day('2026-11-22')) => openLookup(db, given, now);
  return { db, folders, name, given, registry: openRegistry(db, given), lookup };
}

async function put(registry: ReturnType<typeof openRegistry>, rows: readonly RegistryRow[], listId = ONE, own = papers()) {
  const writer = await registry.write(own, meta(listId));
  await writer.add(rows);
  return writer.finish(3);
}

const persons = async (lookup: ReturnType<typeof openLookup>, ...asked: ReturnType<typeof ask>[]) =>
  (await lookup.find(asked)).map(({ person }) => person).sort();

describe('a list of the registry', () => {
  test('is found by its accounts, with its list’s id and without what only tells namesakes apart', async () => {
    const { registry, lookup } = world();
    const earlier = [{ handle: 'lama', firstSeenOn: null, lastSeenOn: '2024-03-05' }];
    const { list } = await put(registry, [registryRow({ nip: '198001012005011001', earlierHandles: earlier })]);
    expect(list).toMatchObject({ listId: ONE, isOn: true, counts: { accounts: 1, people: 1, refused: 3, ambiguous: 0 } });
    expect(await registry.all()).toEqual([list]);
    const { nip: _nip, earlierHandles: _lama, ...row } = registryRow();
    expect(await lookup().find([ask('Siti.Aminah'), ask('lain')])).toEqual([
      { ...row, earlierHandles: earlier, listId: ONE, list: LISTED },
    ]);
    // A name that was given up may be somebody else's by now.
    expect(await lookup().find([ask('lama')])).toEqual([]);
  });

  test('each row names its own list: title, issuer, basis, region and days, and nothing else of its papers', async () => {
    const { registry, lookup } = world();
    const region = { scheme: 'kemendagri' as const, code: '17.71', name: 'Kota Contoh' };
    await put(registry, [registryRow({ handle: 'siti', id: '7' })], ONE, papers({ users: 'Bawaslu', stage: 'kampanye' }));
    const other = { title: 'ASN Provinsi', issuer: 'BKD', legalBasis: 'SK 1', madeOn: '2026-10-01', region };
    await put(registry, [registryRow({ handle: 'siti', id: '7' })], TWO, papers(other));
    const told = (rows: readonly GuardedAccount[]) => Object.fromEntries(rows.map(({ listId, list }) => [listId, list]));
    const wanted = { [ONE]: LISTED, [TWO]: { ...LISTED, ...other } };
    const rows = await lookup().find([ask('siti')]);
    expect(told(rows)).toEqual(wanted);
    expect(told((await lookup().byName(nameKeys('Siti Aminah'))).rows)).toEqual(wanted);
    expect(rows.map((row) => guardedAccountSchema.parse(row))).toEqual(rows);
    const lists = indexLists({ guarded: rows, watched: [], words: [] });
    expect(lists.ambiguous).toEqual([]);
    expect(lists.guarded.rows).toEqual([{ ...rows[0], alsoOn: [{ listId: TWO, list: { ...LISTED, ...other } }] }]);
  });

  test('by name: rows of the lists that keep names, and the titles of those that do not', async () => {
    const { registry, lookup } = world();
    await put(registry, [registryRow({ person: 'Siti Aminah', nip: '198001012005011001' })]);
    const writer = await registry.write(papers({ title: 'ASN Nasional' }), { ...meta(TWO), names: false });
    await writer.add([registryRow({ handle: 'lain', person: 'Siti Aminah' })]);
    await writer.finish(0);
    const { rows, notAsked } = await lookup().byName(nameKeys('Siti Aminah'));
    expect(rows.map(({ listId, numberEnd }) => [listId, numberEnd])).toEqual([[ONE, '001']]);
    expect(notAsked).toEqual(['ASN Nasional']);
    await registry.setOn(TWO, false);
    expect((await lookup().byName(nameKeys('Siti Aminah'))).notAsked).toEqual([]);
  });

  test('what was looked up before is not told any more once its list was removed or replaced, whoever else did it', async () => {
    const { registry, lookup } = world();
    await put(registry, [registryRow({ person: 'Lama' })]);
    const own = lookup();
    for (let turn = 0; turn < 2; turn++) expect(await persons(own, ask('siti.aminah'))).toEqual(['Lama']);
    await put(registry, [registryRow({ person: 'Baru' })]);
    for (let turn = 0; turn < 2; turn++) expect(await persons(own, ask('siti.aminah'))).toEqual(['Baru']);
    await registry.remove(ONE);
    expect(await persons(own, ask('siti.aminah'))).toEqual([]);
  });

  test('several lists are asked together; what one of them says of another of its accounts is brought along', async () => {
    const { registry, lookup } = world();
    await put(registry, [registryRow({ handle: 'ani', id: '7', person: 'Ani' })]);
    await put(registry, [registryRow({ handle: 'ani.lain', id: '7', person: 'Budi' })], TWO);
    expect(await persons(lookup(), ask('ani'))).toEqual(['Ani', 'Budi']);
  });

  test('switched off, past its grace or removed it flags nobody; within its grace it does, and says so', async () => {
    const { registry, lookup, db, folders } = world();
    await put(registry, [registryRow()], ONE, papers({ expiresOn: '2026-11-22' }));
    const at = async (date: string) => {
      const own = lookup(day(date));
      return [(await own.standings())[0]?.standing, (await persons(own, ask('siti.aminah'))).length];
    };
    expect(await at('2026-11-22')).toEqual(['used', 1]);
    expect(await at('2026-11-23')).toEqual(['grace', 1]);
    expect(await at('2026-12-06')).toEqual(['grace', 1]);
    expect(await at('2026-12-07')).toEqual(['expired', 0]);
    await registry.setOn(ONE, false);
    expect(await at('2026-11-22')).toEqual(['off', 0]);
    await registry.setOn(ONE, true);
    expect(await at('2026-11-22')).toEqual(['used', 1]);
    await registry.remove(ONE);
    expect([await at('2026-11-22'), await db.registryKeys.count(), folders.all.size]).toEqual([[undefined, 0], 0, 0]);
  });

  test('a list written again replaces itself, keeps its switch, and leaves no old key or folder; who has the old one open goes over', async () => {
    const { registry, lookup, db, folders } = world();
    await put(registry, [registryRow({ person: 'Lama' })]);
    await registry.setOn(ONE, false);
    await registry.setOn(ONE, true);
    const own = lookup();
    expect(await persons(own, ask('siti.aminah'))).toEqual(['Lama']);
    await put(registry, [registryRow({ person: 'Baru' })]);
    expect(await persons(own, ask('siti.aminah'))).toEqual(['Baru']);
    expect([await db.registryKeys.count(), folders.all.size]).toEqual([1, 1]);
  });

  test('nothing is used before it is finished, nor after it was given up', async () => {
    const { registry, lookup, folders } = world();
    await put(registry, [registryRow({ person: 'Lama' })]);
    const writer = await registry.write(papers(), meta());
    await writer.add([registryRow({ person: 'Baru' })]);
    await registry.sweep();
    expect([await persons(lookup(), ask('siti.aminah')), folders.all.size]).toEqual([['Lama'], 2]);
    await writer.abort();
    expect([await persons(lookup(), ask('siti.aminah')), folders.all.size]).toEqual([['Lama'], 1]);
  });

  test('keys go through the wrap; while it is locked nothing is answered as if nobody were on the list', async () => {
    const { db, given } = world();
    let locked = false;
    const turn = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte) => byte ^ 0x5a);
    const wrap = {
      wrap: async (bytes: Uint8Array<ArrayBuffer>) => turn(bytes),
      async unwrap(bytes: Uint8Array<ArrayBuffer>) {
        if (locked) throw new Error('locked');
        return turn(bytes);
      },
    };
    await put(openRegistry(db, { ...given, wrap }), [registryRow()]);
    const lookup = openLookup(db, { ...given, wrap }, day('2026-11-22'));
    locked = true;
    await expect(lookup.find([ask('siti.aminah')])).rejects.toThrow('locked');
    locked = false;
    expect(await persons(lookup, ask('siti.aminah'))).toEqual(['Siti Aminah']);
    expect(await openLookup(db, given, day('2026-11-22')).find([ask('siti.aminah')])).toEqual([]);
  });
});

describe('damage', () => {
  test('a list with a changed byte, a lost file, folder or key is named and not used; the others are', async () => {
    for (const harm of ['directory', 'filter', 'index', 'records', 'manifest.json', 'folder', 'key'] as const) {
      const { registry, lookup, db, folders } = world();
      await put(registry, [registryRow()]);
      const [name] = folders.all.keys();
      await put(registry, [registryRow({ handle: 'lain', person: 'Lain' })], TWO);
      if (harm === 'key') await db.registryKeys.delete((await db.registry.get(ONE))?.generation ?? '');
      else if (harm === 'folder') folders.all.delete(name as string);
      else {
        const bytes = folders.all.get(name as string)?.files.get(harm) as Uint8Array;
        const at = bytes.length >> 1;
        bytes[at] = (bytes[at] as number) ^ 4;
      }
      const own = lookup();
      expect(await persons(own, ask('siti.aminah'), ask('lain')), harm).toEqual(['Lain']);
      const told = (await own.standings()).map(({ list, standing, damaged }) => [list.listId, standing, damaged]);
      expect(told.sort(), harm).toEqual([
        [ONE, 'damaged', harm === 'folder' ? name : harm],
        [TWO, 'used', null],
      ]);
    }
  });

  test('a check reads what nobody asked for yet', async () => {
    const { registry, lookup, folders } = world();
    await put(registry, [registryRow()]);
    const bytes = [...folders.all.values()][0]?.files.get('records') as Uint8Array;
    bytes[20] = (bytes[20] as number) ^ 1;
    const own = lookup();
    expect((await own.standings())[0]?.standing).toBe('used');
    await own.check();
    expect((await own.standings())[0]).toMatchObject({ standing: 'damaged', damaged: 'records' });
  });
});

describe('ended at any moment', () => {
  /** Runs the work again and again, ended at its first, second, third… step, until it gets through. */
  async function endEverywhere(
    prepare: (at: ReturnType<typeof world>) => Promise<void>,
    work: (at: ReturnType<typeof world>) => Promise<unknown>,
    look: (at: ReturnType<typeof world>, isDone: boolean) => Promise<void>,
  ): Promise<number> {
    for (let end = 1; ; end++) {
      let steps = 0;
      let armed = false;
      const folders = memoryFolders((what) => {
        // Once ended, nothing more is done: not even tidying up.
        if (armed && ++steps >= end) throw new Error(`ended before: ${what}`);
      });
      const first = world(folders);
      await prepare(first);
      armed = true;
      const isDone = await work(first).then(
        () => true,
        () => false,
      );
      armed = false;
      first.db.close();
      // The next start of the browser.
      const second = world(folders, first.name);
      await look(second, isDone);
      await second.registry.sweep();
      await look(second, isDone);
      expect(folders.all.size).toBe(await second.db.registry.count());
      expect(await second.db.registryKeys.count()).toBe(await second.db.registry.count());
      if (isDone && steps < end) return end;
    }
  }
  const many = Array.from({ length: 300 }, (_, i) => registryRow({ handle: `akun${i}`, person: 'Baru' }));

  test('while a list is replaced: the old or the new one is there, whole', async () => {
    const tried = await endEverywhere(
      (at) =>
        put(at.registry, [registryRow({ handle: 'akun1', person: 'Lama' }), registryRow({ handle: 'akun2', person: 'Lama' })]).then(
          () => undefined,
        ),
      (at) => put(at.registry, many),
      async (at, isDone) => {
        const own = at.lookup();
        const expected = isDone ? 'Baru' : 'Lama';
        expect(await persons(own, ask('akun1'), ask('akun2'))).toEqual([expected, expected]);
        expect((await own.standings()).map(({ standing }) => standing)).toEqual(['used']);
      },
    );
    expect(tried).toBeGreaterThan(20);
  });

  test('while the browser’s database refuses: the old list stays', async () => {
    const at = world();
    await put(at.registry, [registryRow({ person: 'Lama' })]);
    at.db.registry.hook('updating', () => {
      throw new Error('refused');
    });
    await expect(put(at.registry, [registryRow({ person: 'Baru' })])).rejects.toThrow();
    expect(await persons(at.lookup(), ask('siti.aminah'))).toEqual(['Lama']);
    expect([at.folders.all.size, await at.db.registryKeys.count()]).toEqual([1, 1]);
  });

  test('while lists of an earlier version are taken over: never lost, never twice', async () => {
    const old = { kind: 'guarded', file: 'asn.csv', importedAt: AT, watched: [], words: [], refused: 2 } as const;
    const rows = ['a', 'b'].map((handle) => guardedRow({ handle, platform: 'facebook', person: handle }));
    const tried = await endEverywhere(
      async ({ db }) => {
        await db.lists.bulkPut([
          { ...old, listId: ONE, guarded: rows.slice(0, 1) },
          { ...old, listId: TWO, guarded: rows.slice(1) },
          { ...old, listId: crypto.randomUUID(), kind: 'campaign', guarded: [] },
        ]);
      },
      (at) => at.registry.migrate(),
      async (at, isDone) => {
        const rowLists = await at.db.lists.where('kind').equals('guarded').toArray();
        const found = await persons(at.lookup(), ask('a'), ask('b'));
        expect([...rowLists.flatMap(({ guarded }) => guarded.map(({ person }) => person)), ...found].sort()).toEqual(['a', 'b']);
        if (isDone) expect([rowLists.length, await at.db.lists.count()]).toEqual([0, 1]);
        await expect(at.registry.all()).resolves.toHaveLength(2 - rowLists.length);
      },
    );
    expect(tried).toBeGreaterThan(30);
  });
});
