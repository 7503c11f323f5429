// Where a table's headings are: lists often carry a title above them.
import type { TableRow } from './table.ts';

/** Rows from the top among which the headings are looked for. */
export const HEADER_WITHIN = 10;

/** The first of the top rows with two known headings, else the first row that is not empty. */
export function findHeader(rows: readonly TableRow[], isKnown: (heading: string) => boolean): TableRow | null {
  const top = rows.filter(({ row }) => row <= HEADER_WITHIN);
  return top.find((row) => countKnown(row, isKnown) >= 2) ?? rows.find((row) => row.cells.some((cell) => cell.trim() !== '')) ?? null;
}

export function countKnown(row: TableRow, isKnown: (heading: string) => boolean): number {
  return row.cells.filter((cell) => cell.length < 200 && isKnown(cell)).length;
}
