// The sample workbook says what the sample CSV says. UPDATE=1 makes it anew from the CSV.
import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { importGuardedFiles } from './whole-import.ts';

const at = (name: string) => new URL(`../../assets/contoh/${name}`, import.meta.url);

if (process.env['UPDATE'] === '1') {
  const { data } = Papa.parse<string[]>(readFileSync(at('asn.csv'), 'utf8').trim());
  const rows = data.map((cells, row) =>
    cells.map((value) => ({ value, type: String, ...(row === 0 ? { fontWeight: 'bold' as const } : {}) })),
  );
  const columns = [{ width: 26 }, { width: 34 }, { width: 10 }, { width: 12 }, { width: 24 }, { width: 24 }, { width: 22 }];
  const made = writeExcelFile(rows, { sheet: 'Daftar ASN', columns, stickyRowsCount: 1 });
  writeFileSync(at('asn.xlsx'), await made.toBuffer());
}

test('the sample workbook is read as the sample CSV is', async () => {
  const [csv, xlsx] = await Promise.all(
    ['asn.csv', 'asn.xlsx'].map((name) => importGuardedFiles({ name, content: new Uint8Array(readFileSync(at(name))) })),
  );
  expect([xlsx?.refused, xlsx?.warned, xlsx?.notes, xlsx?.isWhole]).toEqual([[], [], [], true]);
  expect(xlsx?.whole).toEqual(csv?.whole);
  expect(xlsx?.whole.length).toBeGreaterThan(10);
});
