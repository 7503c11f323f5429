import { describe, expect, test } from 'vitest';
import { parseSeat } from '../../src/registry/campaign-columns.ts';
import { warnOfWord } from '../../src/registry/campaign-words.ts';
import { importCampaignFiles } from './whole-import.ts';

const HEADER =
  'Calon;Jenis;Jabatan;Tingkat;Wilayah;Nomor Urut;Status pencalonan;Sejak;Partai;Tim;Platform;ID;Akun;Terdaftar KPU;Mulai;Sampai;Kata;Tagar;Imbuhan;Catatan';
const COLUMNS = HEADER.split(';');
type Cells = Readonly<Record<string, string>>;
const line = (cells: Cells) => COLUMNS.map((name) => `"${cells[name] ?? ''}"`).join(';');
const read = (...rows: Cells[]) => importCampaignFiles({ name: 'kampanye.csv', content: [HEADER, ...rows.map(line)].join('\n') });
const ACCOUNT = { Calon: 'Contoh 01', Platform: 'x', ID: '1700000000000000901' };

describe('a campaign list', () => {
  test('everything that it may say', async () => {
    const list = await read({
      ...ACCOUNT,
      Jenis: 'Tim kampanye',
      Jabatan: 'Bupati dan Wakil Bupati',
      Wilayah: 'Kab. Sukamaju',
      'Nomor Urut': 'No. 02',
      'Status pencalonan': 'Calon',
      Sejak: '22 September 2024',
      Partai: 'Partai Contoh, Partai Rekaan; Partai Contoh',
      Tim: 'Tim Sukamaju',
      'Terdaftar KPU': 'tidak',
      Mulai: '25/09/2024',
      Sampai: '2024-11-23',
      Catatan: 'dari daftar KPU',
    });
    expect([list.refused, list.notes]).toEqual([[], []]);
    expect(list.rows).toEqual([
      {
        platform: 'x',
        id: '1700000000000000901',
        handle: null,
        candidate: 'Contoh 01',
        office: 'Bupati dan Wakil Bupati',
        region: 'Kab. Sukamaju',
        official: false,
        kind: 'team',
        seat: 'regent',
        number: 2,
        parties: ['Partai Contoh', 'Partai Rekaan'],
        team: 'Tim Sukamaju',
        standings: [{ standing: 'calon', since: '2024-09-22' }],
        active: [{ from: '2024-09-25', to: '2024-11-23' }],
        note: 'dari daftar KPU',
      },
    ]);
  });

  test('what it does not say is missing, not empty', async () => {
    const { rows } = await read(ACCOUNT);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['candidate', 'handle', 'id', 'office', 'official', 'platform', 'region']);
  });

  test('headings in English', async () => {
    const text =
      'candidate,kind,office,region,ballot number,candidacy,since,party,platform,account,registered,start,end\nC,candidate,Mayor,R,1,candidate,2024-09-22,P,x,@c,yes,2024-09-25,';
    const { rows, refused, notes } = await importCampaignFiles({ name: 'a.csv', content: text });
    expect([refused, notes]).toEqual([[], []]);
    expect(rows[0]).toMatchObject({
      kind: 'candidate',
      seat: 'mayor',
      number: 1,
      official: true,
      active: [{ from: '2024-09-25', to: null }],
    });
  });

  test('an account of a party or of a team needs no candidate', async () => {
    const { rows, refused } = await read(
      { ...ACCOUNT, Calon: '', Jenis: 'Partai', Partai: 'Partai Contoh' },
      { ...ACCOUNT, ID: '1700000000000000902', Calon: '', Tim: 'Relawan Contoh' },
      { ...ACCOUNT, ID: '1700000000000000903', Calon: '', Partai: 'Partai Rekaan' },
      { ...ACCOUNT, ID: '1700000000000000904', Calon: '', Jenis: 'calon', Partai: 'Partai Rekaan' },
    );
    expect(rows.map(({ candidate, kind }) => [candidate, kind])).toEqual([
      ['Partai Contoh', 'party'],
      ['Relawan Contoh', 'team'],
      ['Partai Rekaan', 'party'],
    ]);
    expect(refused).toEqual([expect.objectContaining({ row: 5, column: 'Calon', reason: expect.stringMatching(/Nama calon kosong/) })]);
  });

  test('"bakal calon" as the kind says the standing too', async () => {
    expect((await read({ ...ACCOUNT, Jenis: 'Bakal calon' })).rows[0]).toMatchObject({
      kind: 'candidate',
      standings: [{ standing: 'bakal calon', since: null }],
    });
    expect((await read({ ...ACCOUNT, Jenis: 'Calon' })).rows[0]?.standings).toBeUndefined();
  });

  test.each([
    ['Jenis', { Jenis: 'artis' }, /"artis" tidak dikenal\. Tulis calon, partai, atau tim/],
    ['Tingkat', { Tingkat: 'RT' }, /"RT" tidak dikenal\. Tulis presiden/],
    ['Status pencalonan', { 'Status pencalonan': 'mungkin' }, /Tulis bakal calon atau calon/],
    ['Nomor Urut', { 'Nomor Urut': '1a' }, /angka 1 sampai 999/],
    ['Nomor Urut', { 'Nomor Urut': '2', 'Status pencalonan': 'bakal calon' }, /belum mempunyai nomor urut/],
    ['Sejak', { Sejak: '22/09/2024' }, /status pencalonan kosong/],
    ['Mulai', { Mulai: 'segera' }, /"segera" tidak dapat dibaca/],
    ['Sampai', { Mulai: '2024-11-23', Sampai: '2024-09-25' }, /lebih awal daripada tanggal mulai \(23 November 2024\)/],
    ['Terdaftar KPU', { 'Terdaftar KPU': 'entah' }, /"entah" tidak dikenal/],
    ['Imbuhan', { Imbuhan: 'kadang' }, /Tulis ya atau tidak/],
  ])('a cell that cannot be read refuses its row: %s', async (column, cells, reason) => {
    const { rows, refused } = await read({ ...ACCOUNT, ...cells });
    expect(rows).toEqual([]);
    expect(refused).toEqual([expect.objectContaining({ row: 2, column, reason: expect.stringMatching(reason) })]);
  });

  test('a date that can be read in two ways is told; one month/day in the file makes it doubtful', async () => {
    const told = await read({ ...ACCOUNT, Mulai: '05/06/2024' });
    expect(told.rows[0]?.active).toEqual([{ from: '2024-06-05', to: null }]);
    expect(told.notes.join()).toContain('baris 2, 05/06/2024 = 5 Juni 2024');
    const doubtful = await read({ ...ACCOUNT, Mulai: '05/06/2024' }, { ...ACCOUNT, ID: '1700000000000000902', Mulai: '09/25/2024' });
    expect(doubtful.rows).toEqual([]);
    expect(doubtful.refused.map(({ row, reason }) => [row, /tidak jelas|bulan\/hari\/tahun/.test(reason)])).toEqual([
      [2, true],
      [3, true],
    ]);
  });

  test('a column that only numbers the rows is no number on the ballot', async () => {
    const rows = [1, 2, 3, 4].map((n) => ({ ...ACCOUNT, ID: `170000000000000090${n}`, 'Nomor Urut': String(n) }));
    const numbered = await read(...rows);
    expect(numbered.rows.map(({ number }) => number)).toEqual([undefined, undefined, undefined, undefined]);
    expect(numbered.notes.join()).toContain('nomor baris');
    const four = await read(...rows.map((row, at) => ({ ...row, Calon: `Calon ${at}` })));
    expect(four.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('one account in two periods: active in both', async () => {
    const { rows } = await read(
      { ...ACCOUNT, Mulai: '2024-09-25', Sampai: '2024-11-23' },
      { ...ACCOUNT, Mulai: '2025-01-10', Sampai: '2025-02-10' },
    );
    expect(rows[0]?.active).toHaveLength(2);
  });

  test('words: affixes only where asked for, the days with them, and warnings', async () => {
    const { words, notes } = await read({
      Calon: 'C',
      Kata: 'coblos; Coblos Contoh Satu; dan; PKC',
      Tagar: 'PilihContoh01',
      Imbuhan: 'ya',
      Mulai: '2024-09-25',
    });
    expect(words.map(({ word, affixes, active }) => [word, affixes, active?.[0]?.from])).toEqual(
      ['coblos', 'Coblos Contoh Satu', 'dan', 'PKC', '#PilihContoh01'].map((word) => [word, true, '2024-09-25']),
    );
    expect(notes.filter((note) => note.includes('terlalu umum')).map((note) => /"([^"]+)"/.exec(note)?.[1])).toEqual(['dan', 'PKC']);
    expect(notes.filter((note) => note.includes('persis seperti tertulis'))).toHaveLength(4);
    expect((await read({ Calon: 'C', Kata: 'coblos' })).words[0]?.affixes).toBeUndefined();
  });
});

test.each([
  ['menang', true],
  ['#menang', true],
  ['Kita Menang', true],
  ['di', true],
  ['SukamajuBaru', false],
  ['Coblos Contoh Satu', false],
  ['#2029', false],
])('too common: %s %s', async (word, expected) => {
  expect(warnOfWord(word) !== null).toBe(expected);
});

test.each([
  ['Bupati', 'regent'],
  ['Calon Bupati', 'regent'],
  ['Bupati dan Wakil Bupati', 'regent'],
  ['Wakil Wali Kota', 'mayor'],
  ['WALIKOTA', 'mayor'],
  ['Gubernur & Wakil Gubernur', 'governor'],
  ['Presiden dan Wakil Presiden', 'president'],
  ['Anggota DPR RI', 'dpr'],
  ['DPD', 'dpd'],
  ['DPRD Provinsi', 'dprd-prov'],
  ['Caleg DPRD Kab.', 'dprd-kab'],
  ['DPRD Kota', 'dprd-kab'],
  ['DPRD', null],
  ['Sekretaris DPRD Kota', null],
  ['Bupati Sukamaju', null],
  ['Presiden BEM', null],
  ['', null],
])('office %s: %s', async (text, seat) => {
  expect(parseSeat(text)).toBe(seat);
});
