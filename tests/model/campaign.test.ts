import { describe, expect, test } from 'vitest';
import { watchedAccountSchema, watchedWordSchema } from '../../src/model/account.ts';
import { isActiveOn, periodSchema, standingOn } from '../../src/model/campaign.ts';
import { reasonSchema } from '../../src/model/match.ts';

const old = { platform: 'x', id: '1', handle: 'calon', candidate: 'Calon', office: 'Bupati', region: '', official: null };

test('rows and reasons that were kept before stay valid, and stay as they were', () => {
  expect(watchedAccountSchema.parse(old)).toEqual(old);
  const word = { word: '#Calon', candidate: 'Calon', office: '', region: '' };
  expect(watchedWordSchema.parse(word)).toEqual(word);
  for (const reason of [
    { kind: 'author', watched: old, grade: 'id' },
    { kind: 'tag', watched: old, grade: 'handle' },
    { kind: 'word', watched: word, where: 'own' },
  ])
    expect(reasonSchema.parse(reason)).toEqual(reason);
});

test('a period needs a day, and no period ends before it begins', () => {
  expect(periodSchema.safeParse({ from: null, to: null }).success).toBe(false);
  expect(periodSchema.safeParse({ from: '2024-11-24', to: '2024-11-23' }).success).toBe(false);
  expect(periodSchema.safeParse({ from: '2024-11-23', to: '2024-11-23' }).success).toBe(true);
  expect(periodSchema.safeParse({ from: '2024-02-30', to: null }).success).toBe(false);
});

describe('active days', () => {
  const two = {
    active: [
      { from: '2024-09-25', to: '2024-11-23' },
      { from: '2025-01-10', to: null },
    ],
  };
  test.each([
    ['2024-09-24', false],
    ['2024-09-25', true],
    ['2024-11-23', true],
    ['2024-11-24', false],
    ['2025-01-09', false],
    ['2031-01-01', true],
  ])('%s: %s', (day, active) => {
    expect(isActiveOn(two, day)).toBe(active);
    expect(isActiveOn({}, day)).toBe(true);
  });
  test('an open beginning', () => {
    expect(isActiveOn({ active: [{ from: null, to: '2024-11-23' }] }, '1999-01-01')).toBe(true);
    expect(isActiveOn({ active: [{ from: null, to: '2024-11-23' }] }, '2024-11-24')).toBe(false);
  });
});

describe('standing by day', () => {
  const step = (standing: 'bakal calon' | 'calon', since: string | null) => ({ standing, since });
  test.each([
    ['the day of penetapan', [step('calon', '2024-09-22')], '2024-09-22', 'calon'],
    ['the day before it', [step('calon', '2024-09-22')], '2024-09-21', 'bakal calon'],
    ['both steps, in either order', [step('calon', '2024-09-22'), step('bakal calon', '2024-08-27')], '2024-09-01', 'bakal calon'],
    ['before the first step', [step('calon', '2024-09-22'), step('bakal calon', '2024-08-27')], '2024-08-26', null],
    ['a dated step outweighs an undated one', [step('bakal calon', null), step('calon', '2024-09-22')], '2024-10-01', 'calon'],
    ['only a prospective one, before its day', [step('bakal calon', '2024-08-27')], '2024-08-26', null],
    ['no date at all', [step('calon', null)], '2024-01-01', 'calon'],
    ['two without a date: unknown', [step('calon', null), step('bakal calon', null)], '2024-01-01', null],
    ['nothing stated', undefined, '2024-01-01', null],
  ] as const)('%s', (_, standings, day, expected) => {
    expect(standingOn({ standings: standings === undefined ? undefined : [...standings] }, day)).toBe(expected);
  });
});
