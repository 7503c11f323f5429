import { expect, test } from 'vitest';
import { toCampaignFacts, toCampaignNames } from '../../src/ui/parts/campaign-facts.ts';
import { EMPTY_DRAFT, toDraft, toKnownTargets, toMarkedRow } from '../../src/ui/parts/mark-draft.ts';
import { watchedRow, wordRow } from '../match/sample.ts';

const AT = '2026-11-22T03:00:00.000Z';
const FULL = watchedRow({
  id: '9',
  kind: 'team',
  seat: 'regent',
  number: 2,
  parties: ['Partai Contoh'],
  team: 'Tim Sukamaju',
  standings: [
    { standing: 'bakal calon', since: null },
    { standing: 'calon', since: '2024-09-22' },
  ],
  active: [{ from: '2024-09-25', to: '2024-11-23' }],
  official: false,
});

test('a target’s facts, each on its own, and nothing where the list says nothing', () => {
  expect(toCampaignFacts('id', FULL)).toEqual([
    'tim kampanye',
    'nomor urut 2',
    'bakal calon',
    'calon sejak 22 September 2024',
    'tidak terdaftar KPU',
    'berlaku 25 September 2024 – 23 November 2024',
  ]);
  expect(toCampaignFacts('en', { ...FULL, office: '' })).toContain('Regent and Deputy');
  expect(toCampaignFacts('id', watchedRow({ official: null }))).toEqual([]);
  expect(toCampaignFacts('id', wordRow('#a', { active: [{ from: '2024-09-25', to: null }] }))).toEqual(['berlaku mulai 25 September 2024']);
  expect(toCampaignNames(FULL)).toEqual(['Partai Contoh', 'Tim Sukamaju']);
  expect(toCampaignNames(watchedRow({ candidate: 'Partai Contoh', parties: ['Partai Contoh'] }))).toEqual([]);
});

const targets = toKnownTargets([FULL, watchedRow({ id: '10' }), wordRow('#x', { candidate: 'A' })]);
const mark = (draft: Partial<typeof EMPTY_DRAFT>, isOnRegistry = false) =>
  toMarkedRow('x', { id: '7', handle: 'calon' }, { ...EMPTY_DRAFT, ...draft }, targets, isOnRegistry, AT);

test('every target of the lists once, by name', () => {
  expect(targets.map(({ row }) => row.candidate)).toEqual(['A', 'Contoh Pasangan 01']);
});

test('nothing is marked before all is stated', () => {
  const key = targets[1]?.key ?? '';
  expect(mark({})).toEqual({ missing: 'mark.missing' });
  expect(mark({ target: key })).toEqual({ missing: 'mark.missing' });
  expect(mark({ kind: 'team' })).toEqual({ missing: 'mark.missing' });
  expect(mark({ target: 'new', name: '  ', kind: 'team' })).toEqual({ missing: 'mark.missing' });
  expect(mark({ target: 'gone', kind: 'team' })).toEqual({ missing: 'mark.missing' });
  expect(mark({ target: key, kind: 'team' }, true)).toEqual({ missing: 'mark.missingSure' });
  expect(mark({ target: key, kind: 'team', from: '2024-11-23', to: '2024-09-25' })).toEqual({ missing: 'mark.badDays' });
});

test('of a known target the number, parties and standing come along; the days do not', () => {
  expect(mark({ target: targets[1]?.key ?? '', kind: 'candidate', official: true, note: ' dilihat di baliho ' })).toEqual({
    platform: 'x',
    id: '7',
    handle: 'calon',
    candidate: 'Contoh Pasangan 01',
    office: 'Bupati',
    region: 'Sukamaju',
    official: true,
    kind: 'candidate',
    seat: 'regent',
    number: 2,
    parties: ['Partai Contoh'],
    standings: FULL.standings,
    note: 'dilihat di baliho',
    markedAt: AT,
  });
});

test('a new one, with days; and back into the form', () => {
  const row = mark({ target: 'new', name: ' Calon  Baru ', office: 'Wali Kota', kind: 'team', from: '2024-09-25', sure: true }, true);
  expect(row).toMatchObject({ candidate: 'Calon Baru', office: 'Wali Kota', official: null, active: [{ from: '2024-09-25', to: null }] });
  if ('missing' in row) throw new Error('not marked');
  expect(toMarkedRow('x', row, toDraft(row), toKnownTargets([row]), false, AT)).toEqual(row);
});
