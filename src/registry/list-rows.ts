// A list's rows with cells by meaning instead of by position; refuses files and rows whose shape is wrong.

import type { PlatformId } from '../model/account.ts';
import { CAMPAIGN_HEADINGS } from './campaign-columns.ts';
import type { Column, Field, ListKind } from './columns.ts';
import { LINK_HEADINGS } from './link-columns.ts';
import { type CellMark, isForbidden, MAX_CELL, MAX_COLUMNS, type Refusal, type TableRow } from './table/table.ts';

/** A cell with the heading of its column. */
export interface Cell {
  readonly heading: string;
  readonly text: string;
  readonly mark?: CellMark | undefined;
}

export interface ListRow extends RowSource {
  readonly row: number;
  readonly line: number;
  /** The field's cell as `toText` gives it; '' if the list has no such column. */
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

/** Where rows come from, for messages. */
export interface RowSource {
  readonly file: string;
  readonly sheet: string | null;
}

/** What each column of a table is, as the headings say or as the user has put it right. */
export interface Layout {
  readonly source: RowSource;
  readonly kind: ListKind;
  readonly headings: readonly string[];
  /** By position; null: not read and not kept. */
  readonly columns: readonly (Column | null)[];
  /** What all rows share where the list has no such column. */
  readonly shared?: { readonly status?: 'PNS' | 'PPPK' | 'non-ASN' };
}

const HEADINGS: Readonly<Record<Field, string>> = {
  ...CAMPAIGN_HEADINGS,
  ...LINK_HEADINGS,
  person: 'nama',
  nip: 'NIP',
  unit: 'unit kerja',
  agency: 'instansi',
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

/** Fields that only describe: what a formula last came to may stand there. Elsewhere a row with a formula is refused. */
const DESCRIBING: ReadonlySet<Field> = new Set(['unit', 'agency', 'basis', 'office', 'region', 'note', 'team', 'party', 'nip']);

/** Fields whose cells may hold what a spreadsheet keeps as a day. Elsewhere it made one of something else that was typed. */
const DAYS: ReadonlySet<Field> = new Set(['since', 'from', 'to', 'earlierFrom', 'earlierTo']);

/** Nothing to change: signs of ASCII with single blanks between. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The text of a cell: NFC, white space runs as one blank, no control signs. */
export function toText(cell: string): string {
  if (cell === '' || PLAIN.test(cell)) return cell;
  return cell
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}

/** The text of a heading as it is shown and compared. */
export function toHeading(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** Why a table cannot be read with this layout, in Indonesian, or null. */
export function findLayoutTrouble({ kind, headings, columns, shared }: Layout): { column: string | null; reason: string } | null {
  if (headings.length > MAX_COLUMNS)
    return { column: null, reason: `Judul memuat lebih dari ${MAX_COLUMNS} kolom. Hapus kolom yang tidak diperlukan.` };
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
  if (shared?.status !== undefined) seen.set('status', '');
  const missing = OWNER[kind].filter((field) => !seen.has(field) && !(field === 'candidate' && isOwned)).map((field) => HEADINGS[field]);
  const hasSites = columns.some((column) => column !== null && 'site' in column);
  const hasAccount = seen.has('account') || seen.has('id');
  const hasWords = seen.has('word') || seen.has('tag');
  // A column of links says by itself where each account is.
  if (seen.has('id') && !seen.has('platform')) missing.push('platform');
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
    }. Tambahkan kolom itu pada baris judul, atau pilih artinya di atas kolomnya.`,
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

/** Makes rows of cells into rows of meaning, or says why one cannot be used. What is where is worked out once, since lists are long. */
export function makeRowReader({ source, headings, columns }: Layout): (row: TableRow) => ListRow | Refusal {
  const fields = new Map<Field, number[]>();
  const sites: { site: PlatformId; at: number }[] = [];
  for (const [at, column] of columns.entries()) {
    if (column === null) continue;
    if ('site' in column) sites.push({ site: column.site, at });
    else fields.set(column.field, [...(fields.get(column.field) ?? []), at]);
  }
  const of = (field: Field) => fields.get(field) ?? [];
  const headingOf = (field: Field | null) => (field === null ? null : (headings[of(field)[0] ?? -1] ?? null));
  // Cells of accounts are judged where they are read.
  const strict = [...fields].flatMap(([field, at]) => (field === 'account' || field === 'id' ? [] : at.map((one) => ({ field, at: one }))));
  return (tableRow) => {
    const { row, line, cells, marks } = tableRow;
    const refuse = (column: string | null, reason: string): Refusal => ({ ...source, row, line, column, reason });
    const bad = findRowTrouble(headings, tableRow);
    if (bad !== null) return refuse(bad.column, bad.reason);
    if (marks !== undefined)
      for (const { field, at } of strict) {
        const mark = marks.get(at);
        if (mark === 'nested') return refuse(headings[at] ?? null, 'Isi ini bukan teks (objek dalam JSON). Ubah menjadi teks.');
        if (mark === 'formula' && !DESCRIBING.has(field)) return refuse(headings[at] ?? null, FORMULA);
        if (mark === 'date' && !DAYS.has(field) && !DESCRIBING.has(field)) return refuse(headings[at] ?? null, sayDate(cells[at] ?? ''));
      }
    const cellOf = (at: number): Cell => ({ heading: headings[at] ?? '', text: cells[at] ?? '', mark: marks?.get(at) });
    const raw = (field: Field) => cells[of(field)[0] ?? -1] ?? '';
    return {
      ...source,
      row,
      line,
      raw,
      text: (field) => toText(raw(field)),
      cells: (field) => of(field).map(cellOf),
      siteCells: sites.map(({ site, at }) => ({ site, ...cellOf(at) })),
      has: (field) => fields.has(field),
      refuse: (field, reason, heading) => refuse(heading ?? headingOf(field), reason),
    };
  };
}

const FORMULA = 'Sel ini berisi rumus; Netra tidak menghitung rumus. Salin kolomnya, lalu Tempel Khusus → Nilai, dan simpan lagi.';

/** What to do about a cell that a spreadsheet has made a date of. */
export function sayDate(text: string): string {
  return `Sel ini berisi tanggal (${text.slice(0, 30)}): aplikasi lembar kerja mengubah isinya menjadi tanggal. Ubah format kolom menjadi Teks, lalu tulis ulang isinya.`;
}
