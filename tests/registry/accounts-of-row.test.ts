// Accounts in every shape in which people paste them, in one cell of a list.
import { expect, test } from 'vitest';
import { importGuardedFiles } from './whole-import.ts';

const read = async (head: string, cell: string) => {
  const { rows, refused } = await importGuardedFiles({ name: 'a.csv', content: `nama,status,${head}\nRina,PNS,"${cell}"\n` });
  return [rows.map(({ platform, id, handle }) => `${platform} ${id ?? `@${handle}`}`), refused.map(({ reason }) => reason)];
};

test.each([
  [
    'tautan',
    'https://facebook.com/rina.contoh?mibextid=x; https://www.instagram.com/rina_c/?igsh=1==',
    ['facebook @rina.contoh', 'instagram @rina_c'],
  ],
  ['tautan', 'https://m.facebook.com/profile.php?id=100000000001001 https://x.com/rina?s=20', ['facebook 100000000001001', 'x @rina']],
  ['tautan', 'IG: @rina_c / FB: rina.contoh', ['instagram @rina_c', 'facebook @rina.contoh']],
  ['tautan', 'tiktok.com/@rina.c\nyoutube.com/@rinachannel', ['tiktok @rina.c', 'youtube @rinachannel']],
  ['instagram', '@rina_c @rina_d', ['instagram @rina_c', 'instagram @rina_d']],
  ['instagram', 'rina_c dan rina_d', ['instagram @rina_c', 'instagram @rina_d']],
  ['instagram', 'IG: @rina_c', ['instagram @rina_c']],
  ['x/twitter', 'https://mobile.twitter.com/rina_c?lang=id', ['x @rina_c']],
])('%s: %s', async (head, cell, expected) => {
  expect(await read(head, cell)).toEqual([expected, []]);
});

test.each([
  ['instagram', 'Rina, S.Pd', /nama orang dengan gelar/],
  ['instagram', 'RINA, SE', /nama orang dengan gelar/],
  ['instagram', 'FB: @rina', /situs lain/],
  ['instagram', 'Rina Contoh, budi', /nama tampilan/],
  ['tautan', '@rina', /Situs dari "@rina" tidak diketahui/],
  ['tautan', 'https://contoh.go.id/rina', /tidak diketahui/],
])('%s: %s names nobody', async (head, cell, reason) => {
  expect(await read(head, cell)).toEqual([[], [expect.stringMatching(reason)]]);
});

test('with a platform and no id, one cell may hold several accounts; with an id it is one', async () => {
  const file = (row: string) => ({ name: 'a.csv', content: `nama,status,platform,id,akun\nRina,PNS,instagram,${row}` });
  expect((await importGuardedFiles(file(',"@rina_c; @rina_d"'))).rows.map(({ handle }) => handle)).toEqual(['rina_c', 'rina_d']);
  expect((await importGuardedFiles(file('123456789,"@rina_c; @rina_d"'))).rows).toEqual([]);
});
