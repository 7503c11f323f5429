// What a table's columns seem to be, by its headings, and its first rows to look at.
import { findColumn, type ListKind } from './columns.ts';
import { type Layout, type RowSource, toHeading } from './list-rows.ts';
import { findHeader, HEADER_WITHIN } from './table/find-header.ts';
import type { TableFile, TableRow } from './table/table.ts';

/** Rows below the headings that are shown. */
export const SHOWN_ROWS = 8;

export interface Proposal {
  /** null where no row looks like headings. */
  readonly headerRow: number | null;
  readonly layout: Layout;
  readonly firstRows: readonly TableRow[];
  /** What the user should know, in Indonesian. */
  readonly notes: readonly string[];
}

/** The first rows of a sheet. @throws BrokenTable */
export async function readFirstRows(table: TableFile, sheet: number, signal?: AbortSignal): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of table.read(sheet, signal)) {
    rows.push(...batch);
    if (rows.length >= HEADER_WITHIN + SHOWN_ROWS) break;
  }
  return rows.slice(0, HEADER_WITHIN + SHOWN_ROWS);
}

/** @param rows the first rows of the table @param headerRow the row that the user says holds the headings; null: none does */
export function proposeLayout(kind: ListKind, source: RowSource, rows: readonly TableRow[], headerRow?: number | null): Proposal {
  const isKnown = (heading: string) => findColumn(kind, heading) !== null;
  const header =
    headerRow === null ? undefined : headerRow === undefined ? findHeader(rows, isKnown) : rows.find(({ row }) => row === headerRow);
  const below = header == null ? rows : rows.filter(({ row }) => row > header.row);
  const width = header == null ? Math.max(0, ...rows.map(({ cells }) => cells.length)) : header.cells.length;
  const headings = header == null ? Array.from({ length: width }, (_, at) => toLetters(at)) : header.cells.map(toHeading);
  const columns = headings.map((heading) => (header == null ? null : findColumn(kind, heading)));
  const notes: string[] = [];
  if (header != null && header.row > 1) notes.push(`Judul kolom ditemukan pada baris ${header.row}; baris di atasnya tidak dibaca.`);
  return {
    headerRow: header?.row ?? null,
    layout: { source, kind, headings, columns },
    firstRows: below.slice(0, SHOWN_ROWS),
    notes,
  };
}

/** 0 → "A", 26 → "AA": how spreadsheets call a column that has no heading. */
function toLetters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : toLetters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
}

/** What a layout leaves out, in Indonesian; null if it leaves out nothing. */
export function sayIgnored({ headings, columns }: Layout): string | null {
  const ignored = headings.filter((heading, at) => heading !== '' && (columns[at] ?? null) === null);
  if (ignored.length === 0) return null;
  const named = ignored.slice(0, 20).map((one) => one.slice(0, 60));
  return `Kolom yang tidak dikenal tidak dibaca dan tidak disimpan: ${named.join(', ')}${ignored.length > 20 ? ', …' : ''}.`;
}
