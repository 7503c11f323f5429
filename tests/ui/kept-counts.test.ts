import { expect, test } from 'vitest';
import type { Papers } from '../../src/model/registry.ts';
import type { KeptList } from '../../src/store/lists.ts';
import { countEntries, stateOf, tellFewer, tellSaved } from '../../src/ui/settings/kept-counts.ts';
import { say } from '../../src/ui/words.ts';

const held = (expiresOn: string, rest: object = {}) => ({ papers: { expiresOn } as Papers, ...rest });

test.each([
  ['2026-11-22', {}, 'imp.on', 'dipakai'],
  ['2026-11-08', {}, 'imp.on', 'dipakai'],
  ['2026-11-07', {}, 'imp.notExpired', 'tidak dipakai: kedaluwarsa'],
  ['2026-11-07', { isOn: false }, 'imp.off', 'dimatikan'],
  ['2026-11-22', { isOn: true, damaged: null }, 'imp.on', 'dipakai'],
  ['2026-11-22', { damaged: 'index' }, 'imp.notDamaged', 'tidak dipakai: berkasnya rusak'],
])('valid until %s, %o: the card says one thing', (day, rest, key, words) => {
  expect(stateOf(held(day, rest), '2026-11-22')).toBe(key);
  expect(say('id', stateOf(held(day, rest), '2026-11-22'))).toBe(words);
});

test.each([
  ['2026-11-22', {}, true, /^Daftar disimpan: 7 akun\. Halaman/],
  ['2026-11-21', {}, false, /^Daftar disimpan: 7 akun, tetapi masa berlakunya sudah lewat \(berlaku sampai HARI\)/],
  ['2026-11-07', {}, false, /^Daftar disimpan: 7 akun, tetapi TIDAK dipakai karena sudah kedaluwarsa \(berlaku sampai HARI\)/],
  ['2026-11-22', { isOn: false }, false, /^Daftar disimpan: 7 akun, tetapi tidak dipakai karena daftar ini dimatikan/],
])('saved, valid until %s, %o: good news only if it is used', (day, rest, isGood, words) => {
  const told = tellSaved(held(day, rest), '2026-11-22');
  expect(told.isGood).toBe(isGood);
  expect(say('id', told.key, { what: '7 akun', day: 'HARI' })).toMatch(words);
});

test('a campaign list has no papers and does not end', () =>
  expect([tellSaved({}, '2099-01-01').isGood, stateOf({}, '2099-01-01')]).toEqual([true, 'imp.on']));

test('fewer accounts saved than read are told of, and only as far as is known', () => {
  expect(tellFewer(7, 7, 0)).toBeNull();
  expect(tellFewer(8, 7, 0)).toBe('imp.fewerMerged');
  expect(tellFewer(10, 7, 2)).toBe('imp.fewerClash');
  // A refused row may contest an account: it was not among those read.
  expect(tellFewer(7, 7, 1)).toBe('imp.fewerClash');
});

test('a registry list is counted by its accounts, a campaign by accounts and words', () => {
  const list = { watched: [{}, {}], words: [{}] } as unknown as KeptList;
  expect(countEntries(list)).toBe(3);
  expect(countEntries({ ...list, watched: [], words: [], counts: { accounts: 18, people: 8, refused: 0, ambiguous: 0 } })).toBe(18);
});
