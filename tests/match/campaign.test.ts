// What a campaign list's days and affixes do to a match.
import { describe, expect, test } from 'vitest';
import { matchSighting } from '../../src/match/match.ts';
import type { WatchedAccount } from '../../src/model/account.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { account, guardedRow, sighting, target, watchedRow, wordRow } from './sample.ts';

const RINA = guardedRow({ id: '1001' });
const ACTIVE = [{ from: '2024-09-25', to: '2024-11-23' }];
const TEAM = watchedRow({ id: '9001', active: ACTIVE });
const liked = (given: Partial<Sighting> = {}) =>
  sighting({ action: 'like', actor: account({ id: '1001' }), post: target({ author: account({ id: '9001' }) }), ...given });
const withAccounts = (...watched: WatchedAccount[]) => indexLists({ guarded: [RINA], watched, words: [] });

describe('a row that the list limits to certain days', () => {
  const lists = withAccounts(TEAM);
  test('flags an act of these days, and says what its day was taken from', () => {
    expect(matchSighting(liked({ at: '2024-10-01T03:00:00Z' }), lists, '2030-01-01')?.reasons).toEqual([
      { kind: 'author', watched: TEAM, grade: 'id', dated: 'act' },
    ]);
    expect(matchSighting(liked(), lists, '2024-11-23')?.reasons).toEqual([{ kind: 'author', watched: TEAM, grade: 'id', dated: 'seen' }]);
  });
  test.each([
    ['the act before it', { at: '2024-09-20T03:00:00Z' }, '2024-10-01'],
    ['the act after it, though seen within', { at: '2024-11-26T03:00:00Z' }, '2024-10-01'],
    ['seen before it', {}, '2024-09-24'],
    ['seen after it', {}, '2024-11-24'],
    ['no day known at all', {}, null],
  ])('flags nothing: %s', (_, given, seenOn) => {
    expect(matchSighting(liked(given), lists, seenOn)).toBeNull();
  });
  test('the day is that of the computer’s own calendar', () => {
    const lastMinute = new Date(2024, 10, 23, 23, 59).toISOString();
    const nextMinute = new Date(2024, 10, 24, 0, 0).toISOString();
    expect(matchSighting(liked({ at: lastMinute }), lists, null)).not.toBeNull();
    expect(matchSighting(liked({ at: nextMinute }), lists, null)).toBeNull();
  });
  test('so do tags and words', () => {
    const all = indexLists({ guarded: [RINA], watched: [TEAM], words: [wordRow('#SukamajuBaru', { active: ACTIVE })] });
    const said = sighting({
      actor: account({ id: '1001' }),
      text: '#SukamajuBaru',
      tags: [account({ id: '9001' })],
      post: target({ text: '#SukamajuBaru' }),
    });
    expect(matchSighting(said, all, '2024-10-01')?.reasons.map((one) => [one.kind, 'dated' in one && one.dated])).toEqual([
      ['tag', 'seen'],
      ['word', 'seen'],
      ['word', 'seen'],
    ]);
    expect(matchSighting(said, all, '2024-12-01')).toBeNull();
  });
});

test('a row without stated days flags before, during and after, and says nothing of days', () => {
  const free = watchedRow({ id: '9001' });
  for (const seenOn of ['1999-01-01', '2024-10-01', '2031-01-01', null])
    expect(matchSighting(liked(), withAccounts(free), seenOn)?.reasons).toEqual([{ kind: 'author', watched: free, grade: 'id' }]);
});

test('a reason that is out of its days does not take another one with it', () => {
  const lists = indexLists({ guarded: [RINA], watched: [TEAM], words: [wordRow('SukamajuBaru')] });
  const said = liked({ post: target({ author: account({ id: '9001' }), text: 'sukamajubaru' }) });
  expect(matchSighting(said, lists, '2025-01-01')?.reasons.map(({ kind }) => kind)).toEqual(['word']);
});

describe('words with affixes', () => {
  const lists = indexLists({
    guarded: [RINA],
    watched: [],
    words: [wordRow('coblos', { affixes: true }), wordRow('dukung'), wordRow('#PilihContoh01', { affixes: true })],
  });
  const words = (text: string) =>
    matchSighting(sighting({ actor: account({ id: '1001' }), text }), lists)?.reasons.map(
      (one) => one.kind === 'word' && [one.watched.word, one.form ?? null],
    ) ?? [];
  test.each([
    ['ayo MENCOBLOS besok', [['coblos', 'mencoblos']]],
    ['#nyoblos', [['coblos', 'nyoblos']]],
    ['coblos, dicoblos, mencoblos', [['coblos', null]]],
    ['dicoblos lalu mencoblos', [['coblos', 'mencoblos']]],
    ['tempat pencoblosan', []],
    ['mendukung', []],
    ['dukung', [['dukung', null]]],
    ['#PilihContoh01', [['#PilihContoh01', null]]],
    ['pilih contoh 01, Pilih Contoh01, #PilihContoh', []],
    ['m\u0435ncoblos', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});
