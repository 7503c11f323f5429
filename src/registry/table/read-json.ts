// JSON to rows of cells: a list of objects (their keys are the headings) or a list of lists.
import { parseJson } from '../../lib/json.ts';
import { BATCH, BrokenTable, type CellMark, isEmptyRow, isForbidden, MAX_COLUMNS, type TableFile, type TableRow } from './table.ts';

export const MAX_JSON = 64 * 1024 * 1024;

/** @throws BrokenTable where the file is no list of rows, or too large to be read whole */
export async function openJson(file: Blob): Promise<TableFile> {
  if (file.size > MAX_JSON)
    throw new BrokenTable('Berkas JSON lebih besar dari 64 MB. Bagi menjadi beberapa berkas, atau simpan sebagai CSV.');
  const rows = toRows(expectRows(await textOf(file)));
  return {
    format: 'json',
    sheets: [{ name: null, isHidden: false }],
    notes: [],
    async *read(_sheet, signal, told) {
      for (let at = 0; at < rows.length; at += BATCH) {
        signal?.throwIfAborted();
        yield rows.slice(at, at + BATCH).filter(({ cells }) => !isEmptyRow(cells));
        told?.(Math.min(1, (at + BATCH) / rows.length));
      }
    },
  };
}

async function textOf(file: Blob): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new BrokenTable('Berkas JSON tidak memakai pengodean UTF-8. Simpan ulang sebagai UTF-8.');
  }
}

function expectRows(text: string): readonly unknown[] {
  let parsed: unknown;
  try {
    parsed = parseJson(text);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
    throw new BrokenTable(
      `Berkas JSON rusak atau terpotong${line === null ? '' : ` (sekitar baris teks ${line})`}. Buat ulang berkas itu dari sumbernya.`,
      null,
      line,
    );
  }
  if (!Array.isArray(parsed))
    throw new BrokenTable(
      'Berkas JSON harus berisi satu daftar: [ { "nama": …, "akun": … }, … ]. Ubah bentuknya, atau simpan sebagai CSV.',
    );
  if (parsed.length === 0) throw new BrokenTable('Daftar dalam berkas JSON kosong.');
  return parsed;
}

/** Entries are numbered from 1; the keys of objects stand above them as row 0. */
function toRows(entries: readonly unknown[]): TableRow[] {
  const rows: TableRow[] = [];
  const columns = new Map<string, number>();
  const isListOfLists = Array.isArray(entries[0]);
  for (const [at, entry] of entries.entries()) {
    const row = at + 1;
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry) !== isListOfLists)
      throw new BrokenTable(
        `Isi ke-${row} dalam JSON berbeda bentuk dari isi pertama: semuanya harus objek, atau semuanya daftar.`,
        null,
        row,
      );
    const marks = new Map<number, CellMark>();
    const cells: string[] = [];
    if (Array.isArray(entry))
      for (const [column, value] of entry.slice(0, MAX_COLUMNS + 1).entries()) cells[column] = toCell(value, column, marks);
    else
      for (const key of Object.keys(entry)) {
        if (isForbidden(key))
          throw new BrokenTable(`Nama kolom "${key}" pada isi ke-${row} tidak boleh dipakai. Hapus dari berkas.`, null, row);
        const column = columns.get(key) ?? columns.size;
        if (column > MAX_COLUMNS) throw new BrokenTable(`Berkas JSON memuat lebih dari ${MAX_COLUMNS} nama kolom.`, null, row);
        columns.set(key, column);
        while (cells.length < column) cells.push('');
        cells[column] = toCell((entry as Record<string, unknown>)[key], column, marks);
      }
    rows.push({ row, line: row, cells, broken: false, ...(marks.size > 0 ? { marks } : {}) });
  }
  if (!isListOfLists) rows.unshift({ row: 0, line: 0, cells: [...columns.keys()], broken: false });
  return rows;
}

function toCell(value: unknown, column: number, marks: Map<number, CellMark>): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  // Long ones came as text, exact; what is still a number and too large for one was written with a point or an exponent.
  if (typeof value === 'number') {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) marks.set(column, 'rounded');
    return String(value);
  }
  if (Array.isArray(value) && value.length <= 100 && value.every((one) => typeof one === 'string' || Number.isSafeInteger(one)))
    return value.join('\n');
  marks.set(column, 'nested');
  return '(objek)';
}
