import { expect, test } from 'vitest';
import { indexLists } from '../../src/registry/index-lists.ts';
import { watchedRow, wordRow } from '../match/sample.ts';

const index = (...watched: Parameters<typeof watchedRow>[0][]) => indexLists({ guarded: [], watched: watched.map(watchedRow), words: [] });

test('rows for one account from several lists: what either says of periods, steps and parties', () => {
  const { watched, ambiguous } = index(
    {
      id: '9',
      active: [{ from: '2024-09-25', to: '2024-11-23' }],
      standings: [{ standing: 'bakal calon', since: '2024-08-27' }],
      parties: ['A'],
    },
    {
      id: '9',
      active: [{ from: '2025-01-10', to: null }],
      standings: [{ standing: 'calon', since: '2024-09-22' }],
      parties: ['A', 'B'],
      number: 2,
    },
    { id: '9', kind: 'team' },
  );
  expect(ambiguous).toEqual([]);
  expect(watched.rows).toEqual([
    watchedRow({
      id: '9',
      active: [
        { from: '2024-09-25', to: '2024-11-23' },
        { from: '2025-01-10', to: null },
      ],
      standings: [
        { standing: 'bakal calon', since: '2024-08-27' },
        { standing: 'calon', since: '2024-09-22' },
      ],
      parties: ['A', 'B'],
      number: 2,
      kind: 'team',
    }),
  ]);
});

test.each([
  ['kind', { kind: 'party' as const }, { kind: 'team' as const }],
  ['seat', { seat: 'regent' as const }, { seat: 'mayor' as const }],
  ['number', { number: 1 }, { number: 2 }],
])('rows that contradict each other in %s are not used', (_, one, other) => {
  const { watched, ambiguous } = index({ id: '9', ...one }, { id: '9', ...other });
  expect(watched.rows).toEqual([]);
  expect(ambiguous).toHaveLength(1);
});

test('a word that two lists name for one campaign counts once, with affixes if either asks for them', () => {
  const { words } = indexLists({ guarded: [], watched: [], words: [wordRow('coblos'), wordRow('coblos', { affixes: true, number: 1 })] });
  expect(words.rows).toEqual([wordRow('coblos', { affixes: true, number: 1 })]);
  expect(words.entries[0]).toEqual({ row: 0, form: null });
  expect(words.entries.map(({ form }) => form)).toContain('nyoblos');
});
