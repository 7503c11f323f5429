import { expect, test } from 'vitest';
import type { KeptList } from '../../src/store/lists.ts';
import { checkPapers, draftOf, proposedExpiry, sameFileLists, tellEnded, withProposal } from '../../src/ui/settings/papers-draft.ts';

const region = { scheme: 'kemendagri', code: '33.74', name: 'Kota Contoh' } as const;
const draft = { ...draftOf(undefined, ['ASN Sukamaju.xlsx'], '2026-08-31'), issuer: 'BKPSDM', expiresOn: '2027-01-01' };

test('a new list starts with its file’s name and date, and without a day on which it ends', () => {
  expect(draftOf(undefined, ['ASN Sukamaju.xlsx'], '2026-08-31')).toMatchObject({
    title: 'ASN Sukamaju',
    madeOn: '2026-08-31',
    expiresOn: '',
  });
});

test('a newer content takes over what the list says of itself, and none of its dates', () => {
  const made = checkPapers({ ...draft, region, stage: 'Pilkada' });
  const before = 'papers' in made ? made.papers : undefined;
  expect(draftOf(before, ['b.csv'], '2026-11-22')).toMatchObject({
    title: 'ASN Sukamaju',
    issuer: 'BKPSDM',
    region,
    stage: 'Pilkada',
    madeOn: '2026-11-22',
    expiresOn: '',
  });
});

test.each([
  ['2026-11-22', '2027-05-22'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-07-01', '2027-01-01'],
  ['', null],
])('six months after %s: %s', (madeOn, expected) => expect(proposedExpiry(madeOn)).toBe(expected));

test.each([
  [{ issuer: ' ' }, 'app.failed'],
  [{ expiresOn: '' }, 'imp.wrongDays'],
  [{ expiresOn: '2026-08-30' }, 'imp.wrongDays'],
])('%o is not enough', (change, wrong) => expect(checkPapers({ ...draft, ...change })).toEqual({ wrong }));

test('what was typed stays when a list to replace is chosen; what was proposed makes room', () => {
  const made = checkPapers({ ...draft, title: 'Daftar lama', issuer: 'Bawaslu', stage: 'Pilkada' });
  const papers = 'papers' in made ? made.papers : undefined;
  const [files, day] = [['asn.csv'], '2026-11-22'] as const;
  const before = draftOf(undefined, files, day);
  const next = draftOf(papers, files, day);
  expect(withProposal(before, before, next)).toEqual(next);
  const typed = { ...before, title: 'Daftar baru', region, expiresOn: '2027-05-22' };
  const chosen = withProposal(typed, before, next);
  expect(chosen).toEqual({ ...next, title: 'Daftar baru', region, expiresOn: '2027-05-22' });
  expect(withProposal(chosen, next, before)).toEqual(typed);
});

test('lists from a file of the same name are found, of several files too', () => {
  const list = (file: string) => ({ file }) as KeptList;
  expect(sameFileLists([list('asn.xlsx'), list('a.csv, asn.csv'), list('asn.csv.xlsx')], ['asn.csv'])).toEqual([list('a.csv, asn.csv')]);
});

test.each([
  ['2026-11-22', null],
  ['2027-05-22', null],
  ['2026-11-21', 'imp.endedGrace'],
  ['2026-11-08', 'imp.endedGrace'],
  ['2026-11-07', 'imp.endedWhole'],
  ['', null],
  ['2026', null],
])('a list that ends on %s, on 22 November 2026: %s', (expiresOn, told) => expect(tellEnded(expiresOn, '2026-11-22')).toBe(told));
