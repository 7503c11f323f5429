import { describe, expect, test } from 'vitest';
import { OWN_LIST_ID } from '../../src/model/own-list.ts';
import { plainPapers } from '../../src/registry/plain-papers.ts';
import type { ListRow } from '../../src/store/db.ts';
import { openLists } from '../../src/store/lists.ts';
import { guardedRow, watchedRow, wordRow } from '../match/sample.ts';
import { AT, failAt, newName, openStore } from './sample.ts';

const list = (listId: string, given: Partial<ListRow> = {}): ListRow => ({
  listId,
  kind: 'guarded',
  file: 'asn.csv',
  importedAt: AT,
  guarded: [guardedRow({ handle: listId })],
  watched: [],
  words: [],
  refused: 0,
  ...given,
});

describe('imported lists', () => {
  test('rows of all files together; kinds without reading them', async () => {
    const { db } = openStore(newName());
    const lists = openLists(db);
    expect([await lists.all(), await lists.kinds(), await lists.rows()]).toEqual([[], [], { guarded: [], watched: [], words: [] }]);
    await lists.put(list('a'));
    await lists.put(list('b'));
    await lists.put(list('c', { kind: 'campaign', guarded: [], watched: [watchedRow({ handle: 'paslon' })], words: [wordRow('#Maju')] }));
    expect((await lists.kinds()).sort()).toEqual(['campaign', 'guarded']);
    const { guarded, watched, words } = await lists.rows();
    expect([guarded.map(({ handle }) => handle), watched.length, words.length]).toEqual([['a', 'b'], 1, 1]);
  });

  test('a file put again replaces itself; one taken out is gone whole', async () => {
    const { db } = openStore(newName());
    const lists = openLists(db);
    await lists.put(list('a'));
    await lists.put(list('a', { guarded: [guardedRow({ handle: 'x' }), guardedRow({ handle: 'y' })] }));
    expect((await lists.rows()).guarded.map(({ handle }) => handle)).toEqual(['x', 'y']);
    await lists.remove('a');
    await lists.remove('never-there');
    expect(await lists.all()).toEqual([]);
  });

  test('rows of a list that ended, or that is switched off, are not used', async () => {
    const lists = openLists(openStore(newName()).db);
    const papers = { ...plainPapers('paslon.csv', AT), expiresOn: '2026-12-31' };
    await lists.put({ ...list('a', { guarded: [], kind: 'campaign', watched: [watchedRow({ handle: 'satu' })] }), papers });
    await lists.put({ ...list('b', { guarded: [], kind: 'campaign', watched: [watchedRow({ handle: 'dua' })] }), isOn: false });
    await lists.put(list('c', { guarded: [], kind: 'campaign', watched: [watchedRow({ handle: 'tiga' })] }));
    const used = async (day: string) => (await lists.rows(day)).watched.map(({ handle }) => handle);
    expect(await used('2027-01-14')).toEqual(['satu', 'tiga']);
    expect(await used('2027-01-15')).toEqual(['tiga']);
  });

  test('storage that fails leaves the old file', async () => {
    for (const how of ['refuse', 'abort'] as const) {
      const name = newName();
      const old = list('a');
      await openLists(openStore(name).db).put(old);
      for (const change of [
        (lists: ReturnType<typeof openLists>) => lists.put(list('a', { guarded: [] })),
        (lists: ReturnType<typeof openLists>) => lists.remove('a'),
      ]) {
        const { db } = openStore(name);
        failAt(db, 1, how);
        await expect(change(openLists(db))).rejects.toThrow();
        db.close();
        expect(await openLists(openStore(name).db).all()).toEqual([old]);
      }
    }
  });
});

describe('the monitor’s own campaign list', () => {
  const NEW = watchedRow({ id: '1', handle: 'calon' });
  test('begins with the first account, and goes with the last', async () => {
    const lists = openLists(openStore(newName()).db);
    await lists.mark(NEW);
    expect(await lists.campaigns()).toEqual([
      expect.objectContaining({ listId: OWN_LIST_ID, kind: 'campaign', file: 'Ditandai sendiri', watched: [NEW], words: [], guarded: [] }),
    ]);
    await lists.unmark(NEW);
    expect(await lists.all()).toEqual([]);
  });

  test('an account marked again replaces itself, by number or by handle; others stay', async () => {
    const lists = openLists(openStore(newName()).db);
    const other = watchedRow({ id: '2', handle: 'lain' });
    const sameHandleElsewhere = watchedRow({ platform: 'x', handle: 'calon' });
    for (const row of [NEW, other, sameHandleElsewhere, watchedRow({ id: '1', handle: 'baru', candidate: 'B' })]) await lists.mark(row);
    expect((await lists.campaigns())[0]?.watched.map(({ id, handle, candidate }) => [id, handle, candidate])).toEqual([
      ['2', 'lain', 'Contoh Pasangan 01'],
      [null, 'calon', 'Contoh Pasangan 01'],
      ['1', 'baru', 'B'],
    ]);
    await lists.mark(watchedRow({ handle: 'BARU', candidate: 'C' }));
    expect((await lists.campaigns())[0]?.watched).toHaveLength(3);
  });

  test('the same number or handle on another site is another account', async () => {
    const lists = openLists(openStore(newName()).db);
    for (const row of [NEW, watchedRow({ platform: 'x', handle: 'calon' }), watchedRow({ platform: 'threads', id: '1' })])
      await lists.mark(row);
    expect((await lists.campaigns())[0]?.watched).toHaveLength(3);
  });

  test('two at the same time forget nothing', async () => {
    const name = newName();
    const both = [openLists(openStore(name).db), openLists(openStore(name).db)] as const;
    await Promise.all([both[0].mark(watchedRow({ id: '1' })), both[1].mark(watchedRow({ id: '2' }))]);
    expect((await both[0].campaigns())[0]?.watched).toHaveLength(2);
  });

  test('what is no row is not kept', async () => {
    const lists = openLists(openStore(newName()).db);
    await expect(lists.mark(watchedRow({ id: '1', candidate: '' }))).rejects.toThrow();
    expect(await lists.all()).toEqual([]);
  });
});
