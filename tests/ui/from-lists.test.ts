// Which lists a finding is told to rest on: by what stands in the match, also where the list is gone or Netra is locked.
import { describe, expect, test } from 'vitest';
import type { RowList } from '../../src/model/account.ts';
import type { ListStanding } from '../../src/model/lists.ts';
import { fromLists } from '../../src/ui/parts/from-lists.ts';

const ONE = '00000000-0000-4000-8000-000000000001';
const TWO = '00000000-0000-4000-8000-000000000002';
const paper = (title: string): RowList => ({
  title,
  issuer: `BKD ${title}`,
  legalBasis: 'SK 1',
  madeOn: '2026-01-01',
  expiresOn: '2026-12-31',
  region: null,
});
const standing = (listId: string, now: ListStanding['standing']): ListStanding => ({
  listId,
  kind: 'guarded',
  title: 'Baru',
  issuer: 'BKD Baru',
  expiresOn: '2027-12-31',
  standing: now,
});
const guarded = { listId: ONE, list: paper('Satu'), alsoOn: [{ listId: TWO, list: paper('Dua') }] };

describe('lists of a match', () => {
  test('locked: the papers inside the match, nothing of how the lists are now', () => {
    expect(fromLists(guarded, null)).toEqual([
      { listId: ONE, title: 'Satu', issuer: 'BKD Satu', legalBasis: 'SK 1', expiresOn: '2026-12-31', now: null },
      { listId: TWO, title: 'Dua', issuer: 'BKD Dua', legalBasis: 'SK 1', expiresOn: '2026-12-31', now: null },
    ]);
  });

  test('gone, changed or off: the papers as they were then, and each list’s own standing', () => {
    expect(fromLists(guarded, [standing(TWO, 'off')]).map(({ title, expiresOn, now }) => [title, expiresOn, now])).toEqual([
      ['Satu', '2026-12-31', 'gone'],
      ['Dua', '2026-12-31', 'off'],
    ]);
  });

  test('evidence from before papers stood in it: what the list says now, or nothing', () => {
    expect(fromLists({ listId: ONE }, [standing(ONE, 'grace')])).toEqual([
      { listId: ONE, title: 'Baru', issuer: 'BKD Baru', legalBasis: null, expiresOn: '2027-12-31', now: 'grace' },
    ]);
    expect(fromLists({ listId: ONE }, [])).toEqual([]);
    expect(fromLists({ listId: ONE }, null)).toEqual([]);
    expect(fromLists({}, [])).toEqual([]);
  });
});
