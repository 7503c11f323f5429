import { describe, expect, test } from 'vitest';
import { findGuarded } from '../../src/match/match.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { account, guardedRow, watchedRow, wordRow } from '../match/sample.ts';

const index = (lists: Partial<Parameters<typeof indexLists>[0]>) => indexLists({ guarded: [], watched: [], words: [], ...lists });

describe('rows of several files for one account', () => {
  test.each([
    ['one handle', { handle: 'a.contoh' }, { handle: 'acontoh', person: 'Budi' }],
    ['one id', { id: '1', handle: 'satu.contoh' }, { id: '1', handle: 'dua.contoh', person: 'Budi' }],
    ['one handle, two ids', { id: '1', handle: 'a.contoh' }, { id: '2', handle: 'a.contoh', person: 'Budi' }],
    ['one name, two offices', { id: '1', unit: 'Dinas A' }, { id: '1', unit: 'Dinas B' }],
  ])('%s, two people: neither is ever matched, and it is told', (_, first, second) => {
    const rows = [guardedRow(first), guardedRow(second), guardedRow({ id: '9', person: 'Tono' })];
    const lists = index({ guarded: rows });
    expect(lists.guarded.rows).toEqual([rows[2]]);
    expect(lists.ambiguous).toEqual([{ list: 'guarded', say: expect.stringContaining('Tidak dipakai'), rows: rows.slice(0, 2) }]);
    for (const row of rows.slice(0, 2)) {
      expect(findGuarded(lists, 'facebook', account({ id: row.id, handle: row.handle }))).toBeNull();
      expect(findGuarded(lists, 'facebook', account({ handle: row.handle }))).toBeNull();
    }
  });

  test('one person: the row with the id binds the handle', () => {
    const lists = index({ guarded: [guardedRow({ handle: 'rina.contoh' }), guardedRow({ id: '1', handle: 'rina.contoh' })] });
    expect(lists.guarded.rows).toEqual([guardedRow({ id: '1', handle: 'rina.contoh' })]);
    expect(findGuarded(lists, 'facebook', account({ id: '2', handle: 'rina.contoh' }))).toBeNull();
  });

  test('one person, id and handle tied together by a third row: one row', () => {
    const lists = index({
      guarded: [guardedRow({ id: '1' }), guardedRow({ handle: 'rina.contoh' }), guardedRow({ id: '1', handle: 'rina.contoh' })],
    });
    expect(lists.guarded.rows).toEqual([guardedRow({ id: '1', handle: 'rina.contoh' })]);
  });

  test('a chain of rows is one account: if its ends are two people, none of it is used', () => {
    const rows = [
      guardedRow({ id: '1' }),
      guardedRow({ handle: 'rina.contoh', person: 'Budi' }),
      guardedRow({ id: '1', handle: 'rina.contoh' }),
    ];
    expect(index({ guarded: rows }).guarded.rows).toEqual([]);
  });

  test('a renamed account is known by its id under any name, and prefers the row of its present one', () => {
    const [before, after] = [guardedRow({ id: '1', handle: 'lama.contoh' }), guardedRow({ id: '1', handle: 'baru.contoh' })];
    const lists = index({ guarded: [before, after] });
    expect(findGuarded(lists, 'facebook', account({ id: '1', handle: 'baru.contoh' }))).toEqual({ row: after, grade: 'id' });
    expect(findGuarded(lists, 'facebook', account({ id: '1', handle: 'lain.contoh' }))).toEqual({ row: before, grade: 'id' });
  });

  test('campaign accounts: two candidates for one account are told as well', () => {
    const rows = [watchedRow({ id: '9' }), watchedRow({ id: '9', candidate: 'Contoh Pasangan 02' })];
    const lists = index({ watched: rows });
    expect([lists.watched.rows, lists.ambiguous]).toEqual([[], [{ list: 'watched', say: expect.any(String), rows }]]);
  });
});

test('an account on both lists is told, unless the ids say that they are two', () => {
  const both = (a: object, b: object) => index({ guarded: [guardedRow(a)], watched: [watchedRow(b)] }).bothLists.map(({ grade }) => grade);
  expect(both({ id: '1' }, { id: '1' })).toEqual(['id']);
  expect(both({ id: '1', handle: 'a.contoh' }, { handle: 'A.Contoh' })).toEqual(['handle']);
  expect(both({ id: '1', handle: 'a.contoh' }, { id: '2', handle: 'a.contoh' })).toEqual([]);
  expect(both({ id: '1', platform: 'x' }, { id: '1' })).toEqual([]);
});

test('plain data: survives cloning', () => {
  const lists = index({ guarded: [guardedRow({ id: '1', handle: 'rina.contoh' })], words: [wordRow('#Contoh'), wordRow('#Contoh')] });
  expect(structuredClone(lists)).toEqual(lists);
  expect(lists.words.rows).toHaveLength(1);
});

test('each row is looked at a few times, however many rows there are', () => {
  let looks = 0;
  const toRow = (at: number) =>
    Object.defineProperty(guardedRow({ handle: `orang.ke${at}`, person: `Orang ${at}` }), 'id', {
      enumerable: true,
      get() {
        looks++;
        return `${10 ** 14 + at}`;
      },
    });
  const looksOf = (rows: number) => {
    looks = 0;
    const lists = index({ guarded: Array.from({ length: rows }, (_, at) => toRow(at)) });
    expect(findGuarded(lists, 'facebook', account({ id: `${10 ** 14 + 77}` }))?.row.person).toBe('Orang 77');
    return looks / rows;
  };
  expect(looksOf(20_000)).toBeLessThan(looksOf(200) + 1);
});

test('thousands of rows that all claim one id do not stall it', () => {
  const guarded = Array.from({ length: 20_000 }, (_, at) => guardedRow({ id: '1', handle: `orang.ke${at}` }));
  const lists = index({ guarded });
  expect([lists.guarded.rows.length, lists.ambiguous.length]).toEqual([0, 1]);
});
