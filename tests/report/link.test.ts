import { expect, test } from 'vitest';
import { linkWords } from '../../src/report/words.ts';

test('a tie by a monitor is told with what nobody has confirmed yet', () => {
  expect(linkWords({ source: 'monitor', state: 'unconfirmed' })).toBe(
    'diusulkan pemantau, tidak berasal dari daftar; belum dipastikan siapa pun: jangan dipakai sebelum dipastikan',
  );
  expect(linkWords({ source: 'personnel', state: 'two' })).toBe('dinyatakan badan kepegawaian; dipastikan dua orang');
});
