import { expect, test } from 'vitest';
import { plainPapers } from '../../src/registry/plain-papers.ts';
import { standingOf, toDay } from '../../src/registry/standing.ts';

const papers = { ...plainPapers('asn.csv', '2026-11-01T00:00:00.000Z'), expiresOn: '2026-12-31' };

test('a list is used to its last day, then fourteen days with a notice, then not at all', () => {
  const on = (today: string) => standingOf({ papers }, today);
  expect([on('2026-12-31'), on('2027-01-01'), on('2027-01-14'), on('2027-01-15')]).toEqual(['used', 'grace', 'grace', 'expired']);
});

test('a list without papers does not end; one switched off is off whatever its day', () => {
  expect(standingOf({}, '2040-01-01')).toBe('used');
  expect(standingOf({ isOn: false }, '2026-11-22')).toBe('off');
  expect(standingOf({ isOn: false, papers }, '2027-01-15')).toBe('off');
});

test('the day is the one on the user’s own clock', () => {
  expect(toDay(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
});
