// A list's rows with cells by meaning instead of by position; refuses files and rows whose shape is wrong.

import type { PlatformId } from '../model/account.ts';
import { CAMPAIGN_HEADINGS } from './campaign-columns.ts';
import { type Column, type Field, findColumn, isForbidden, type ListKind } from './columns.ts';
import { type CsvFile, type Delimiter, type Encoding, MAX_CELL, parseTable, type Refusal, type TableRow } from './csv-table.ts';

/** A cell with the heading of its column. */
export interface Cell {
  readonly heading: string;
  readonly text: string;
}

export interface ListRow {
  readonly row: number;
  readonly line: number;
  /** The field's cell: NFC, white space runs as one blank, no control signs; '' if the list has no such column. */
  text(field: Field): string;
  /** The field's cell as it stands in the file. */
  raw(field: Field): string;
  /** All cells of the field; only the account field may have several columns. */
  cells(field: Field): readonly Cell[];
  /** The cells of the columns that are named after a site. */
  readonly siteCells: readonly (Cell & { readonly site: PlatformId })[];
  /** Whether the list has such a column. */
  has(field: Field): boolean;
  refuse(field: Field | null, reason: string, heading?: string): Refusal;
}

export interface ListRows {
  readonly rows: readonly ListRow[];
  readonly refused: readonly Refusal[];
  readonly notes: readonly string[];
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
}

const HEADINGS: Readonly<Record<Field, string>> = {
  ...CAMPAIGN_HEADINGS,
  person: 'nama',
  unit: 'unit kerja',
  status: 'status',
  basis: 'dasar',
  candidate: 'calon',
  office: 'jabatan',
  region: 'wilayah',
  official: 'resmi',
  word: 'kata',
  tag: 'tagar',
  platform: 'platform',
  id: 'id',
  account: 'akun',
};
const OWNER: Readonly<Record<ListKind, readonly Field[]>> = { guarded: ['person', 'status'], watched: ['candidate'] };

/** Reads a file as one of the two lists. Never throws. */
export function readListRows(file: CsvFile, kind: ListKind): ListRows {
  const table = parseTable(file, (heading) => findColumn(kind, heading) !== null);
  if ('refusal' in table) return { rows: [], refused: [table.refusal], notes: [], encoding: table.encoding, delimiter: null };
  const { header, encoding, delimiter } = table;
  const headings = header.cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const columns = headings.map((heading) => findColumn(kind, heading));
  const trouble = findHeaderTrouble(kind, headings, columns);
  if (trouble !== null) {
    return {
      rows: [],
      refused: [{ file: file.name, row: header.row, line: header.line, ...trouble }],
      notes: table.notes,
      encoding,
      delimiter,
    };
  }
  const notes = [...table.notes];
  const ignored = headings.filter((heading, at) => heading !== '' && columns[at] === null);
  if (ignored.length > 0)
    notes.push(`Kolom yang tidak dikenal tidak dibaca dan tidak disimpan: ${ignored.map((one) => one.slice(0, 60)).join(', ')}.`);
  const refused: Refusal[] = [];
  const rows: ListRow[] = [];
  const layout = toLayout(headings, columns);
  for (const tableRow of table.rows) {
    const bad = findRowTrouble(headings, tableRow);
    if (bad !== null) refused.push({ file: file.name, row: tableRow.row, line: tableRow.line, ...bad });
    else rows.push(toListRow(file.name, layout, tableRow));
  }
  if (table.rows.length === 0) {
    refused.push({
      file: file.name,
      row: header.row,
      line: header.line,
      column: null,
      reason: 'Berkas hanya berisi judul kolom. Tambahkan baris isi.',
    });
  }
  return { rows, refused, notes, encoding, delimiter };
}

function findHeaderTrouble(
  kind: ListKind,
  headings: readonly string[],
  columns: readonly (Column | null)[],
): { column: string | null; reason: string } | null {
  const forbidden = headings.find(isForbidden);
  if (forbidden !== undefined)
    return { column: forbidden, reason: `Judul kolom "${forbidden}" tidak boleh dipakai. Hapus atau ganti nama kolom itu.` };
  const seen = new Map<Field, string>();
  for (const [at, column] of columns.entries()) {
    if (column === null || !('field' in column)) continue;
    const heading = headings[at] ?? '';
    const before = seen.get(column.field);
    if (before !== undefined && column.field !== 'account') {
      return { column: heading, reason: `Kolom "${before}" dan "${heading}" sama artinya. Sisakan satu saja.` };
    }
    seen.set(column.field, heading);
  }
  // An account of a party or of a team needs no candidate.
  const isOwned = seen.has('candidate') || seen.has('party') || seen.has('team');
  const missing = OWNER[kind].filter((field) => !seen.has(field) && !(field === 'candidate' && isOwned)).map((field) => HEADINGS[field]);
  const hasSites = columns.some((column) => column !== null && 'site' in column);
  const hasAccount = seen.has('account') || seen.has('id');
  const hasWords = seen.has('word') || seen.has('tag');
  if (hasAccount && !seen.has('platform')) missing.push('platform');
  if (!hasAccount && !hasSites && !hasWords) missing.push(...(seen.has('platform') ? [] : ['platform']), 'akun');
  if (missing.length === 0) return null;
  return {
    column: null,
    reason: `Kolom wajib tidak ditemukan: ${missing.join(', ')}. Judul yang terbaca: ${
      headings
        .filter((one) => one !== '')
        .slice(0, 12)
        .map((one) => `"${one.slice(0, 40)}"`)
        .join(', ') || '(tidak ada)'
    }. Tambahkan kolom itu pada baris judul.`,
  };
}

function findRowTrouble(headings: readonly string[], { cells, broken }: TableRow): { column: string | null; reason: string } | null {
  const long = cells.findIndex((cell) => cell.length > MAX_CELL);
  if (broken)
    return {
      column: null,
      reason:
        'Tanda kutip (") pada baris ini tidak berpasangan. Baris ini tidak dipakai, baris lain tetap dibaca. Perbaiki lalu impor ulang.',
    };
  if (long !== -1) return { column: headings[long] ?? null, reason: 'Isi sel lebih dari 10.000 huruf. Persingkat isi sel itu.' };
  if (cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
    return {
      column: null,
      reason:
        'Baris ini mempunyai lebih banyak kolom daripada judul. Bila isi sel memuat tanda pemisah, apit isi itu dengan tanda kutip (").',
    };
  }
  return null;
}

/** Where each field's and each site's columns are; worked out once for a list, since lists are long. */
interface Layout {
  readonly headings: readonly string[];
  readonly fields: ReadonlyMap<Field, readonly number[]>;
  readonly sites: readonly { readonly site: PlatformId; readonly at: number }[];
}

function toLayout(headings: readonly string[], columns: readonly (Column | null)[]): Layout {
  const fields = new Map<Field, number[]>();
  const sites: { site: PlatformId; at: number }[] = [];
  for (const [at, column] of columns.entries()) {
    if (column === null) continue;
    if ('site' in column) sites.push({ site: column.site, at });
    else fields.set(column.field, [...(fields.get(column.field) ?? []), at]);
  }
  return { headings, fields, sites };
}

function toListRow(file: string, { headings, fields, sites }: Layout, { row, line, cells }: TableRow): ListRow {
  const of = (field: Field) => fields.get(field) ?? [];
  const raw = (field: Field) => cells[of(field)[0] ?? -1] ?? '';
  const headingOf = (field: Field | null) => (field === null ? null : (headings[of(field)[0] ?? -1] ?? null));
  return {
    row,
    line,
    raw,
    text: (field) =>
      raw(field)
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim(),
    cells: (field) => of(field).map((at) => ({ heading: headings[at] ?? '', text: cells[at] ?? '' })),
    siteCells: sites.map(({ site, at }) => ({ site, heading: headings[at] ?? '', text: cells[at] ?? '' })),
    has: (field) => fields.has(field),
    refuse: (field, reason, heading) => ({ file, row, line, column: heading ?? headingOf(field), reason }),
  };
}
