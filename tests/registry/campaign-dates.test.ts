import { describe, expect, test } from 'vitest';
import { parseDay, toDayWords } from '../../src/registry/campaign-dates.ts';

describe('calendar days', () => {
  test.each([
    ['2024-09-25', '2024-09-25', false],
    ['2024/9/5', '2024-09-05', false],
    ['2024-09-25 00:00:00', '2024-09-25', false],
    ['2024-09-25T00:00:00.000Z', '2024-09-25', false],
    ['25/09/2024', '2024-09-25', false],
    ['25.9.2024', '2024-09-25', false],
    ['25-09-2024', '2024-09-25', false],
    ['05/06/2024', '2024-06-05', true],
    ['5/6/2024', '2024-06-05', true],
    ['06/06/2024', '2024-06-06', false],
    ['25 September 2024', '2024-09-25', false],
    ['Rabu, 25 September 2024', '2024-09-25', false],
    ['25  Sept. 2024', '2024-09-25', false],
    ['25-Sep-2024', '2024-09-25', false],
    ['1 Mei 2024', '2024-05-01', false],
    ['17 Agustus 2024', '2024-08-17', false],
    ['3 Pebruari 2024', '2024-02-03', false],
    ['29 Februari 2024', '2024-02-29', false],
    ['25 october 2024', '2024-10-25', false],
  ])('%s', (cell, day, two) => {
    expect(parseDay(cell)).toEqual({ day, two });
  });

  test.each([
    ['09/25/2024', /bulan\/hari\/tahun/],
    ['31/09/2024', /tidak ada dalam kalender/],
    ['29 Februari 2023', /tidak ada dalam kalender/],
    ['2024-13-01', /tidak ada dalam kalender/],
    ['25/09/24', /empat angka/],
    ['25 Sep 24', /empat angka/],
    ['25 Septembur 2024', /bulan yang tidak dikenal/],
    ['45560', /angka lembar kerja/],
    ['25/09/0024', /kalender/],
    ['25/09/3024', /kalender/],
    ['September 2024', /tidak dapat dibaca/],
    ['besok', /tidak dapat dibaca/],
    ['2024-09-25 17:00:00', /tidak dapat dibaca/],
  ])('%s is refused, with what to write', (cell, reason) => {
    const read = parseDay(cell);
    expect('reason' in read && read.reason).toMatch(reason);
    expect('reason' in read && read.reason).toContain('Tulis seperti 25/09/2024');
  });

  test('in words', () => {
    expect(toDayWords('2024-09-05')).toBe('5 September 2024');
  });
});
