// Numbers that a workbook shows as days: by which format, and which day.
import { describe, expect, test } from 'vitest';
import { type DateSystem, type Shows, showsOfBuiltIn, showsOfCode, toDateText } from '../../../src/registry/table/xlsx-dates.ts';

describe('a format by its number alone', () => {
  test.each<[readonly number[], Shows]>([
    [[0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 23, 37, 40, 44, 48, 49, 59, 164], 'number'],
    [[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58], 'date'],
    [[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47], 'time'],
  ])('%j: %s', (ids, shows) => {
    for (const id of ids) expect([id, showsOfBuiltIn(id)]).toEqual([id, shows]);
  });
});

describe('a format by its code', () => {
  test.each<[string, Shows]>([
    ['dd/mm/yyyy', 'date'],
    ['[$-421]d mmmm yyyy;@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['yyyy\\-mm\\-dd', 'date'],
    ['mmm-yy', 'date'],
    ['mmmm', 'date'],
    ['dd/mm/yyyy\\ hh:mm:ss', 'date'],
    ['[$-409]m/d/yy h:mm AM/PM;@', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['ggge', 'date'],
    ['hh:mm:ss', 'time'],
    ['[h]:mm:ss', 'time'],
    ['[mm]:ss.0', 'time'],
    ['mm:ss,000', 'time'],
    ['General', 'number'],
    ['GENERAL;[Red]-GENERAL', 'number'],
    ['0.00', 'number'],
    ['#,##0;[Red]-#,##0', 'number'],
    ['[Red][>=100]0;[Blue]0', 'number'],
    ['"Rp"#,##0', 'number'],
    ['[$Rp-421]\\ #,##0', 'number'],
    ['0.00E+00', 'number'],
    ['0" hari"', 'number'],
    ['0\\d', 'number'],
    // Letters that nobody quoted, beside places for digits.
    ['0.0 h', 'number'],
    ['_-* #,##0_d', 'number'],
    ['"dd/mm/yyyy', 'number'],
    ['[yyyy', 'number'],
    ['@', 'number'],
    ['', 'number'],
    [`${'d'.repeat(2000)}`, 'number'],
  ])('%s: %s', (code, shows) => {
    expect(showsOfCode(code)).toBe(shows);
  });
});

describe('a number as a day', () => {
  test.each<[string, 'date' | 'time', DateSystem, string | null]>([
    ['1', 'date', 1900, '1900-01-01'],
    ['59', 'date', 1900, '1900-02-28'],
    // The day that never was: the number stays one.
    ['60', 'date', 1900, null],
    ['61', 'date', 1900, '1900-03-01'],
    ['45560', 'date', 1900, '2024-09-25'],
    ['45560.0', 'date', 1900, '2024-09-25'],
    ['4.5560000000000E4', 'date', 1900, '2024-09-25'],
    ['45560.5625', 'date', 1900, '2024-09-25 13:30:00'],
    ['45560.99999999', 'date', 1900, '2024-09-26'],
    ['2958465', 'date', 1900, '9999-12-31'],
    ['2958465.999999', 'date', 1900, null],
    ['2958466', 'date', 1900, null],
    ['0', 'date', 1900, null],
    ['0.5', 'date', 1900, null],
    ['-1', 'date', 1900, null],
    ['198609262015052001', 'date', 1900, null],
    ['1e99', 'date', 1900, null],
    ['abc', 'date', 1900, null],
    ['0', 'date', 1904, '1904-01-01'],
    ['60', 'date', 1904, '1904-03-01'],
    ['44098', 'date', 1904, '2024-09-25'],
    ['2957003', 'date', 1904, '9999-12-31'],
    ['2957004', 'date', 1904, null],
    ['0.5625', 'time', 1900, '13:30:00'],
    ['0', 'time', 1904, '00:00:00'],
    // A day that is only shown by its time is a day.
    ['45560.5', 'time', 1900, '2024-09-25 12:00:00'],
  ])('%s as a %s since %i: %s', (written, shows, system, text) => {
    expect(toDateText(written, shows, system)).toBe(text);
  });
});
