import { expect, test } from 'vitest';
import { readNip } from '../../src/registry/nip.ts';

test.each<[string, Parameters<typeof readNip>[2], string | null, RegExp | null]>([
  ['198609262015051001', 'PNS', '198609262015051001', null],
  ['19860926 201505 1 001', 'PNS', '198609262015051001', null],
  ["'198609262015052001", 'PNS', '198609262015052001', null],
  ['199009132025242014', 'PPPK', '199009132025242014', null],
  ['199009132025212014', 'PPPK', '199009132025212014', null],
  ['131234567', 'PNS', '131234567', null],
  ['', 'PNS', null, null],
  ['-', 'PNS', null, null],
  ['199009132025242014', 'PNS', '199009132025242014', /seperti milik PPPK, tetapi kolom status menyebut PNS/],
  ['198609262015051001', 'PPPK', '198609262015051001', /seperti milik PNS/],
  ['198613262015051001', 'PNS', '198613262015051001', /bukan tanggal lahir/],
  ['198602302015051001', 'PNS', '198602302015051001', /bukan tanggal lahir/],
  ['202609262015051001', 'PNS', '202609262015051001', /bukan tanggal lahir/],
  ['198609261985051001', 'PNS', '198609261985051001', /masa pengangkatan/],
  ['198609262015001001', 'PNS', '198609262015001001', /masa pengangkatan/],
  ['198609262015053001', 'PNS', '198609262015053001', /jenis kelamin/],
  ['1986092620150510', 'PNS', '1986092620150510', /16 angka/],
  ['1,98609E+17', 'PNS', null, /^NIP terpotong/],
  ['198609262015051000', 'PNS', null, /^NIP terpotong/],
  ['12345678', 'PNS', null, /^Bukan NIP/],
  ['1234567890123456789', 'PNS', null, /^Bukan NIP/],
  ['Rina', 'PNS', null, /^Bukan NIP/],
])('%s of a %s', (cell, status, nip, odd) => {
  const read = readNip(cell, undefined, status);
  expect(read.nip).toBe(nip);
  if (odd === null) expect(read.odd).toBeNull();
  else expect(read.odd).toMatch(odd);
});

test('a number that a workbook marks as rounded is cut, whatever its digits', () => {
  expect(readNip('198609262015051123', 'rounded', 'PNS')).toEqual({ nip: null, odd: expect.stringMatching(/^NIP terpotong/) });
});
