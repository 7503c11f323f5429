import { describe, expect, test } from 'vitest';
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
