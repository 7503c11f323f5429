// One account on several lists: every one of them is named, and only those that mean this account.
import { describe, expect, test } from 'vitest';
import { type GuardedAccount, guardedAccountSchema } from '../../src/model/account.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { guardedRow } from '../match/sample.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const on = (n: number, given: Partial<GuardedAccount> = {}): GuardedAccount =>
  guardedRow({
    listId: uuid(n),
    list: { title: `Daftar ${n}`, issuer: `BKD ${n}`, legalBasis: `SK ${n}`, madeOn: '2026-01-01', expiresOn: '2026-12-31', region: null },
    ...given,
  });
const rowsOf = (...rows: readonly GuardedAccount[]) => indexLists({ guarded: rows, watched: [], words: [] }).guarded.rows;
const named = (row: GuardedAccount | undefined) => [row?.list?.title, ...(row?.alsoOn ?? []).map(({ list }) => list.title)];

describe('lists that hold the same account', () => {
  test('one names no other, twice on one list neither', () => {
    expect(rowsOf(on(1, { id: '1' }))).toEqual([on(1, { id: '1' })]);
    expect(rowsOf(on(1, { id: '1' }), on(1, { id: '1', handle: 'a.contoh' })).map((row) => row.alsoOn)).toEqual([undefined]);
  });

  test('three: all are named with their papers, in the order of their names', () => {
    const [row, ...more] = rowsOf(on(2, { id: '1' }), on(3, { id: '1' }), on(1, { id: '1' }));
    expect([named(row), more]).toEqual([['Daftar 2', 'Daftar 1', 'Daftar 3'], []]);
    expect(row?.alsoOn?.[1]).toEqual({ listId: uuid(3), list: on(3).list });
    expect(guardedAccountSchema.safeParse(row).success).toBe(true);
  });

  test('by handle where one of them knows no id', () => {
    expect(rowsOf(on(1, { handle: 'a.contoh' }), on(2, { id: '1', handle: 'A.Contoh' })).map(named)).toEqual([['Daftar 2', 'Daftar 1']]);
  });

  test('of an account that was renamed each name has its row, and both name both lists', () => {
    const rows = rowsOf(on(1, { id: '1', handle: 'lama.contoh' }), on(2, { id: '1', handle: 'baru.contoh' }));
    expect(rows.map((row) => [row.handle, named(row)])).toEqual([
      ['lama.contoh', ['Daftar 1', 'Daftar 2']],
      ['baru.contoh', ['Daftar 2', 'Daftar 1']],
    ]);
  });

  test('a handle that two accounts of one person bore in turn joins no lists', () => {
    const rows = rowsOf(on(1, { id: '1', handle: 'a.contoh' }), on(2, { id: '2', handle: 'a.contoh' }));
    expect(rows.map(named)).toEqual([['Daftar 1'], ['Daftar 2']]);
  });

  test('more than a row may name are cut, and the row still fits its schema', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      on(at + 1, { id: '1', earlierHandles: [{ handle: `lama${at}`, firstSeenOn: null, lastSeenOn: null }] }),
    );
    const [row] = rowsOf(...many);
    expect([row?.alsoOn?.length, row?.earlierHandles?.length, guardedAccountSchema.safeParse(row).success]).toEqual([20, 20, true]);
  });

  test('of what they say of the tie, the least sure counts', () => {
    const link = (state: 'two' | 'one' | 'unconfirmed' | 'unstated') => ({ link: { source: 'declared' as const, state } });
    const linkOf = (...rows: GuardedAccount[]) => rowsOf(...rows)[0]?.link?.state;
    expect(linkOf(on(1, { id: '1', ...link('two') }), on(2, { id: '1', ...link('unconfirmed') }))).toBe('unconfirmed');
    expect(linkOf(on(1, { id: '1', ...link('two') }), on(2, { id: '1', ...link('one') }))).toBe('one');
    expect(linkOf(on(1, { id: '1', ...link('unstated') }), on(2, { id: '1', ...link('two') }))).toBe('two');
    expect(linkOf(on(1, { id: '1' }), on(2, { id: '1', ...link('one') }))).toBe('one');
    expect(linkOf(on(1, { id: '1' }), on(2, { id: '1' }))).toBeUndefined();
  });
});
