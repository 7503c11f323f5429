import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { toRefusedHead, toRefusedLine } from '../../src/ui/settings/refused-csv.ts';

const refusal = { file: 'a.csv', sheet: null, row: 3, line: 3, column: 'akun', reason: 'Akun kosong.' };
const toRefusedCsv = (
  [one]: [typeof refusal | (Omit<typeof refusal, 'row' | 'column'> & { row: null; column: null })],
  language: 'id' | 'en',
) => toRefusedHead(language) + toRefusedLine(one, 'refused', language);

test('one line a refusal, under headings in the language', () => {
  expect(toRefusedCsv([refusal], 'id')).toBe(
    '\uFEFF"Jenis","Berkas","Lembar","Baris","Kolom","Sebab dan saran"\r\n"tidak dipakai","a.csv","","3","akun","Akun kosong."\r\n',
  );
  expect(toRefusedCsv([{ ...refusal, row: null, column: null }], 'en')).toContain('"not used","a.csv","","whole file","","Akun kosong."');
});

test('formulas are made plain text', () => {
  for (const file of ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠x', ' =1', '\u200B=1', '|cmd'])
    expect(
      toRefusedCsv([{ ...refusal, file }], 'id')
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
      JSON.stringify(file),
    ).toMatch(/^"tidak dipakai","'/);
});

test('whatever a file holds, cells stay cells and none begins as a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '=', '+', '"=', '\u00a0@', '""', ',-'), (text, start) => {
      const column = start + text;
      const csv = toRefusedCsv([{ ...refusal, column }], 'id');
      const { data, errors } = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n', delimiter: ',', skipEmptyLines: true });
      expect(errors).toEqual([]);
      expect(data).toHaveLength(2);
      expect(data[1]).toHaveLength(6);
      expect(data[1]?.[4]).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
    }),
  );
});
