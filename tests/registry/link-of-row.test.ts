// How an account is known to be somebody's, and what it was called before, as lists write it.
import { describe, expect, test } from 'vitest';
import { findColumn, nameOf } from '../../src/registry/columns.ts';
import { importGuardedFiles } from './whole-import.ts';

const HEAD = 'Nama,Status,Platform,Akun,Sumber tautan,Kepastian tautan,Nama akun lama,Pertama terlihat,Terakhir terlihat';
const read = (...rows: readonly string[]) => importGuardedFiles({ name: 'asn.csv', content: `${[HEAD, ...rows].join('\n')}\n` });
const told = ({ refused }: Awaited<ReturnType<typeof read>>) => refused.map(({ row, column, reason }) => [row, column, reason]);

describe('headings', () => {
  test.each([
    ['Sumber tautan', 'linkSource'],
    ['sumber_akun', 'linkSource'],
    ['Link source', 'linkSource'],
    ['Kepastian tautan', 'linkState'],
    ['Status verifikasi', 'linkState'],
    ['Confirmed by', 'linkState'],
    ['Nama akun lama', 'earlier'],
    ['Old handles', 'earlier'],
    ['Previous username', 'earlier'],
    ['Pertama terlihat', 'earlierFrom'],
    ['First seen', 'earlierFrom'],
    ['Terakhir terlihat/Last seen', 'earlierTo'],
    // Older lists: the issuer's own words, and the status of the person.
    ['Sumber', 'basis'],
    ['Status', 'status'],
    ['Akun', 'account'],
  ])('%s', (heading, field) => {
    const column = findColumn('guarded', heading);
    expect(column === null ? null : nameOf(column)).toBe(field);
  });
});

describe('source and state', () => {
  test.each([
    ['pernyataan sendiri,dua orang', { source: 'declared', state: 'two' }],
    ['BKPSDM,Satu', { source: 'personnel', state: 'one' }],
    ['Temuan pemantau,belum', { source: 'monitor', state: 'unconfirmed' }],
    ['lainnya,0', { source: 'other', state: 'unconfirmed' }],
    ['found by a monitor,confirmed by two', { source: 'monitor', state: 'two' }],
    // One of both: nothing is made up for the other.
    ['kepegawaian,', { source: 'personnel', state: 'unstated' }],
    [',dua', { source: 'other', state: 'two' }],
    ['-,-', undefined],
    [',', undefined],
  ])('%s', async (cells, link) => {
    const { whole, refused } = await read(`Rina,PNS,x,@rina_c,${cells},,,`);
    expect([refused, whole.map((row) => row.link)]).toEqual([[], [link]]);
  });

  test('unknown words are refused by cell, with the words that are known', async () => {
    const all = await read('Rina,PNS,x,@rina_c,gosip,terverifikasi,,,', 'Budi,PNS,x,@budi_c,kepegawaian,dua,,,');
    expect(told(all)).toEqual([
      [2, 'Sumber tautan', expect.stringMatching(/"gosip" tidak dikenal\. Tulis pernyataan sendiri, kepegawaian, pemantau, atau lainnya/)],
      [2, 'Kepastian tautan', expect.stringMatching(/"terverifikasi" tidak dikenal\. Tulis dua orang, satu orang, atau belum/)],
    ]);
    expect(all.rows.map(({ person }) => person)).toEqual(['Budi']);
  });

  test.each([
    ['gosip,dua', 'Sumber tautan'],
    ['kepegawaian,terverifikasi', 'Kepastian tautan'],
  ])('one unknown word is enough: %s', async (cells, column) => {
    const all = await read(`Rina,PNS,x,@rina_c,${cells},,,`);
    expect([all.rows, all.refused.map((one) => one.column)]).toEqual([[], [column]]);
  });

  test('a row refused for it still says whose the account is', async () => {
    const { rows } = await read('Rina,PNS,x,@sama_c,gosip,,,,', 'Budi,PNS,x,@sama_c,,,,,');
    expect(rows).toEqual([]);
  });

  test('a formula is refused, as everywhere', async () => {
    const { rows, refused } = await importGuardedFiles({
      name: 'a.json',
      content: JSON.stringify([{ nama: 'Rina', status: 'PNS', x: '@rina_c', 'sumber tautan': { a: 1 } }]),
    });
    expect([rows.length, refused.length]).toEqual([0, 1]);
  });
});

describe('earlier names', () => {
  const earlier = async (cells: string, account = 'x,@rina_c') =>
    (await read(`Rina,PNS,${account},,,${cells}`)).whole.map((row) => row.earlierHandles);

  test('none, one, several with their days', async () => {
    expect(await earlier(',,')).toEqual([[]]);
    expect(await earlier('-,,')).toEqual([[]]);
    expect(await earlier('@rina_lama,,')).toEqual([[{ handle: 'rina_lama', firstSeenOn: null, lastSeenOn: null }]]);
    expect(await earlier('https://x.com/rina_lama,2022-01-05,17 Maret 2025')).toEqual([
      [{ handle: 'rina_lama', firstSeenOn: '2022-01-05', lastSeenOn: '2025-03-17' }],
    ]);
    expect(await earlier('@satu_lama; @dua_lama,-; 2024-05-02,2024-05-01; -')).toEqual([
      [
        { handle: 'satu_lama', firstSeenOn: null, lastSeenOn: '2024-05-01' },
        { handle: 'dua_lama', firstSeenOn: '2024-05-02', lastSeenOn: null },
      ],
    ]);
  });

  test('never an account of its own: nobody is found by it', async () => {
    const { rows } = await read('Rina,PNS,x,@rina_c,,,@lama_c,,', 'Budi,PNS,x,@lama_c,,,,,');
    expect(rows.map(({ person, handle }) => [person, handle])).toEqual([
      ['Rina', 'rina_c'],
      ['Budi', 'lama_c'],
    ]);
  });

  test.each([
    ['x,@rina_c', 'nama tampilan,,', 'Nama akun lama', /bukan nama akun X/],
    ['x,@rina_c', '1700000000000000101,,', 'Nama akun lama', /Nama akun lama/],
    ['x,@rina_c', 'IG: @lama,,', 'Nama akun lama', /tidak memuat akun di situs itu/],
    ['x,@rina_c; @rina_d', '@lama_c,,', 'Nama akun lama', /beberapa akun/],
    ['x,@rina_c', '@satu_c; @dua_c,2024-01-01,', 'Pertama terlihat', /2 nama akun lama, tetapi 1 tanggal/],
    ['x,@rina_c', ',2024-01-01,', 'Pertama terlihat', /kolom nama akun lama kosong/],
    ['x,@rina_c', '@lama_c,2024-13-01,', 'Pertama terlihat', /kalender/],
    ['x,@rina_c', '@lama_c,,kemarin', 'Terakhir terlihat', /tidak dapat dibaca/],
    ['x,@rina_c', '@lama_c,2024-02-01,2024-01-01', 'Terakhir terlihat', /sebelum pertama terlihat/],
    ['x,@rina_c', `${Array.from({ length: 21 }, (_, at) => `@lama_${at}`).join('; ')},,`, 'Nama akun lama', /Lebih dari 20/],
  ])('%s with %s is refused at %s', async (account, cells, column, reason) => {
    const all = await read(`Rina,PNS,${account},,,${cells}`);
    expect(told(all)).toEqual([[2, column, expect.stringMatching(reason)]]);
    expect(all.rows).toEqual([]);
  });

  test('a label says which of a row’s accounts is meant', async () => {
    const { whole, refused } = await importGuardedFiles({
      name: 'a.csv',
      content: 'nama,status,instagram,x,nama akun lama\nRina,PNS,@rina.ig,@rina_x,IG: @lama.ig; X: @lama_x\n',
    });
    expect([refused, whole.map(({ platform, earlierHandles }) => [platform, earlierHandles.map(({ handle }) => handle)])]).toEqual([
      [],
      [
        ['instagram', ['lama.ig']],
        ['x', ['lama_x']],
      ],
    ]);
  });

  test('a day that can be read in two ways is used and told', async () => {
    const { warned, whole } = await read('Rina,PNS,x,@rina_c,,,@lama_c,05/04/2024,');
    expect(whole[0]?.earlierHandles[0]?.firstSeenOn).toBe('2024-04-05');
    expect(warned).toEqual([expect.objectContaining({ column: 'Pertama terlihat', reason: expect.stringMatching(/5 April 2024/) })]);
  });
});
