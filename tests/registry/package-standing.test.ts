import { expect, test } from 'vitest';
import type { Papers, Region } from '../../src/model/registry.ts';
import { standingOfPackage } from '../../src/registry/package-standing.ts';

const region = (code: string): Region => ({ scheme: 'kemendagri', code, name: code });
const papers = (given: Partial<Papers>): { papers: Papers } => ({
  papers: {
    title: 'a',
    issuer: 'b',
    legalBasis: '',
    region: null,
    stage: '',
    users: '',
    madeOn: '2026-01-01',
    expiresOn: '2026-11-22',
    ...given,
  },
});

test('by its day: used, in its grace, expired', () => {
  const at = (today: string) => standingOfPackage(papers({}), today, null);
  expect([at('2026-11-22'), at('2026-11-23'), at('2026-12-06'), at('2026-12-07')]).toEqual(['used', 'grace', 'grace', 'expired']);
});

test.each([
  ['33', '33.01', 'used'],
  ['33.01', '33', 'used'],
  ['33.01', '33.01', 'used'],
  ['33.01.02', '33.01', 'used'],
  ['33.01', '33.02', 'elsewhere'],
  ['33', '34', 'elsewhere'],
  ['33.01', '34', 'elsewhere'],
])('a list for %s, used by who watches %s: %s', (list, work, standing) => {
  expect(standingOfPackage(papers({ region: region(list) }), '2026-11-01', region(work))).toBe(standing);
});

test('without a region on either side it is not judged by region', () => {
  expect(standingOfPackage(papers({ region: region('33') }), '2026-11-01', null)).toBe('used');
  expect(standingOfPackage(papers({}), '2026-11-01', region('33'))).toBe('used');
});

test('an expired package for elsewhere is expired: moving would not help', () => {
  expect(standingOfPackage(papers({ region: region('34') }), '2027-11-01', region('33'))).toBe('expired');
});
