import { expect, test } from 'vitest';
import { earlierWords, linkWords } from '../../src/report/words.ts';

test('a tie by a monitor is told with what nobody has confirmed yet', () => {
  expect(linkWords({ source: 'monitor', state: 'unconfirmed' }, true)).toBe(
    'diusulkan pemantau, tidak berasal dari daftar; belum dipastikan siapa pun: jangan dipakai sebelum dipastikan',
  );
  expect(linkWords({ source: 'personnel', state: 'two' }, false)).toBe('dinyatakan badan kepegawaian; dipastikan dua orang');
});

test('a list that names a monitor is told as what the list says', () => {
  expect(linkWords({ source: 'monitor', state: 'one' }, false)).toBe('ditemukan pemantau, menurut daftar; dipastikan satu orang');
  expect(linkWords({ source: 'declared', state: 'unstated' }, false)).toMatch(/tidak disebutkan dalam daftar$/);
});

test('earlier names, with the days that are known', () => {
  const words = (firstSeenOn: string | null, lastSeenOn: string | null) => earlierWords({ handle: 'lama', firstSeenOn, lastSeenOn });
  expect([words(null, null), words('2022-01-05', null), words(null, '2025-03-17'), words('2022-01-05', '2025-03-17')]).toEqual([
    '@lama',
    '@lama (pertama terlihat 5 Januari 2022)',
    '@lama (terakhir terlihat 17 Maret 2025)',
    '@lama (terlihat 5 Januari 2022 sampai 17 Maret 2025)',
  ]);
});
