// The sample workbook says what the sample CSV says. UPDATE=1 makes it anew from the CSV.
import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { parseDay } from '../../src/registry/campaign-dates.ts';
import { importGuardedFiles } from './whole-import.ts';

const at = (name: string) => new URL(`../../assets/contoh/${name}`, import.meta.url);

if (process.env['UPDATE'] === '1') {
  const { data } = Papa.parse<string[]>(readFileSync(at('asn.csv'), 'utf8').trim());
  const rows = data.map((cells, row) =>
    cells.map((value) => {
      const day = row === 0 ? { reason: '' } : parseDay(value);
      // A day stands in a workbook as a number that its format shows as a day.
      if ('day' in day) return { value: new Date(`${day.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
      return { value, type: String, ...(row === 0 ? { fontWeight: 'bold' as const } : {}) };
    }),
  );
  const columns = [26, 34, 18, 12, 26, 52, 20, 20, 18, 28, 24, 24].map((width) => ({ width }));
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
  expect(xlsx?.whole.find(({ handle }) => handle === 'sari.contohdewi' && handle !== null)?.link).toEqual({
    source: 'declared',
    state: 'two',
  });
  expect(xlsx?.whole.flatMap(({ earlierHandles }) => earlierHandles)).toEqual([
    { handle: 'sari.lama', firstSeenOn: '2022-01-05', lastSeenOn: '2025-03-17' },
    { handle: 'jokocontoh_1', firstSeenOn: null, lastSeenOn: '2024-05-01' },
    { handle: 'jokocontoh_2', firstSeenOn: '2024-05-02', lastSeenOn: '2025-06-30' },
  ]);
});
