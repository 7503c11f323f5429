// A CSV that is read in several parts is read as one that is read in one.
import { expect, test } from 'vitest';
import { openCsv } from '../../src/registry/table/read-csv.ts';

const PART = 512 * 1024;

async function read(text: string): Promise<{ row: number; line: number; cells: readonly string[]; broken: boolean }[]> {
  const table = await openCsv(new Blob([text]), (heading) => heading === 'nama' || heading === 'akun');
  const rows = [];
  for await (const batch of table.read(0)) rows.push(...batch);
  return rows;
}

/** A file whose part ends after so many signs of `at`. */
function cutWithin(at: string, signs: number, after: string): string {
  const head = 'nama,akun\r\n';
  const filler = PART - head.length - signs;
  const rows = 'orang,akun\r\n'.repeat(Math.floor(filler / 12) - 1);
  const rest = filler - rows.length;
  return `${head}${rows}${'x'.repeat(rest - 7)},akun\r\n${at}${after}`;
}

test.each([
  ['a line’s end', 'budi,a\r\n', 7],
  ['a quoted cell with a line’s end', '"bu\r\ndi",a\r\n', 4],
  ['two quotes that are one', '"bu""di",a\r\n', 4],
  ['before a closing quote', '"budi",a\r\n', 5],
  ['a letter of two bytes', 'ré,a\r\n', 2],
])('a part that ends within %s', async (_, at, signs) => {
  const rows = await read(cutWithin(at, signs, 'sari,b\r\n'));
  const [second, last] = rows.slice(-2);
  const name = at.slice(0, at.lastIndexOf(',')).replace(/^"|"$/g, '').replace('""', '"').replace('\r\n', '\n');
  expect([second?.cells, last?.cells]).toEqual([
    [name, 'a'],
    ['sari', 'b'],
  ]);
  expect(rows.map(({ row }) => row)).toEqual(rows.map((__, n) => n + 1));
  expect(rows.some(({ broken }) => broken)).toBe(false);
  expect(last?.line).toBe((last?.row ?? 0) + (name.includes('\n') ? 1 : 0));
});

test('an open quote far above costs its own row, however long the file', async () => {
  const many = 'orang,akun\n'.repeat(120_000);
  const rows = await read(`nama,akun\n"rusak,akun\n${many}`);
  expect(rows.length).toBe(120_002);
  expect(rows.filter(({ broken }) => broken).map(({ row }) => row)).toEqual([2]);
});
