// The refused rows as a CSV file that a spreadsheet opens without running anything.
import type { Refusal } from '../../registry/parse-csv.ts';
import { type Language, say } from '../words.ts';

// What a spreadsheet takes for the start of a formula, in half and full width, and the signs that it skips before one.
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u;
const SKIPPED = /^[\t\r\n\0]/;

/** One cell: always quoted, never a formula. */
export function toCell(text: string): string {
  const safe = FORMULA.test(text) || SKIPPED.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** File, row, column and reason, one refusal a line, with the mark by which spreadsheets know UTF-8. */
export function toRefusedCsv(refused: readonly Refusal[], language: Language): string {
  const head = (['file', 'row', 'column', 'reason'] as const).map((name) => say(language, `set.col.${name}`));
  const rows = refused.map((one) => [
    one.file,
    one.row === null ? say(language, 'set.wholeFile') : String(one.row),
    one.column ?? '',
    one.reason,
  ]);
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}
