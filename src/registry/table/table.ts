// What every table gives, whatever file it came in: sheets of rows of text, with their places. Knows nothing of columns' meaning.

/** Signs in one cell; what is longer is no cell that a person filled. */
export const MAX_CELL = 10_000;
/** Headings in one table. */
export const MAX_COLUMNS = 300;
/** Rows in one sheet. */
export const MAX_ROWS = 12_000_000;
/** Rows handed on together. */
export const BATCH = 500;

/** What could not be used, or has to be looked at, in words for the user. */
export interface Refusal {
  readonly file: string;
  /** The worksheet's name; null in files that have none. */
  readonly sheet: string | null;
  /** Row as a spreadsheet numbers it (headings are row 1, a cell of several lines is still one row); null if the whole file is meant. */
  readonly row: number | null;
  /** Line of the text file on which that row starts; differs from `row` after cells of several lines. In other files the same. */
  readonly line: number | null;
  /** The column's heading as the file writes it, or null. */
  readonly column: string | null;
  /** In Indonesian: what is wrong and what to do. */
  readonly reason: string;
}

/**
 * Why a cell is not simply its text. formula: the text is what the spreadsheet once worked out · rounded: a number of which the
 * spreadsheet kept 15 digits · nested: no text, but an object · date: a number that the spreadsheet shows as a day or a time, written
 * as "2024-09-25". Spreadsheets make one of much that is typed, a name like "mei-12" too.
 */
export type CellMark = 'formula' | 'rounded' | 'nested' | 'date';

export interface TableRow {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  /** Set if the row's quotes are broken, so that its cells cannot be trusted. */
  readonly broken: boolean;
  /** By position of the cell; undefined where there is none. */
  readonly marks?: ReadonlyMap<number, CellMark>;
}

export interface Sheet {
  /** null in files that have none. */
  readonly name: string | null;
  readonly isHidden: boolean;
}

/** A file that holds tables, opened. */
export interface TableFile {
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly sheets: readonly Sheet[];
  /** What the user should know of how it is read, in Indonesian. */
  readonly notes: readonly string[];
  /**
   * Every row of a sheet that is not empty, from the top, some hundred at a time.
   * @param told is called with the part that has been read, 0 to 1
   * @throws BrokenTable where the file turns out not to be what it seemed; the signal's reason where it is aborted
   */
  read(sheet: number, signal?: AbortSignal, told?: (part: number) => void): AsyncGenerator<readonly TableRow[]>;
}

/** A file, or from some row on the rest of it, that cannot be used. `message` is a plain Indonesian sentence. */
export class BrokenTable extends Error {
  readonly sheet: string | null;
  readonly row: number | null;
  constructor(message: string, sheet: string | null = null, row: number | null = null) {
    super(message);
    this.sheet = sheet;
    this.row = row;
  }
}

export const EMPTY = 'Berkas kosong. Periksa apakah berkas yang dipilih sudah benar.';

/** Headings that could reach into a JavaScript object's own machinery. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export function isForbidden(heading: string): boolean {
  return FORBIDDEN.has(heading.trim().toLowerCase());
}

/** Whether a row says nothing. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** "12.000.000" */
export function toCount(count: number): string {
  return count.toLocaleString('id');
}
