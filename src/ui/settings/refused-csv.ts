// What an import refused, or wants looked at, as a CSV file that a spreadsheet opens without running anything.
import type { Refusal } from '../../registry/table/table.ts';
import { type Language, say } from '../words.ts';

// What a spreadsheet takes for the start of a formula, in half and full width, and the signs that it skips before one.
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u;
const SKIPPED = /^[\t\r\n\0]/;

/** One cell: always quoted, never a formula. */
export function toCell(text: string): string {
  const safe = FORMULA.test(text) || SKIPPED.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

const toLine = (cells: readonly string[]) => `${cells.map(toCell).join(',')}\r\n`;

/** The headings, behind the mark by which spreadsheets know UTF-8. */
export function toRefusedHead(language: Language): string {
  const names = (['kind', 'file', 'sheet', 'row', 'column', 'reason'] as const).map((name) => say(language, `set.col.${name}`));
  return `\uFEFF${toLine(names)}`;
}

/** @param kind refused: not used · warned: used, to be looked at */
export function toRefusedLine(one: Refusal, kind: 'refused' | 'warned', language: Language): string {
  return toLine([
    say(language, kind === 'refused' ? 'imp.notUsed' : 'imp.usedCheck'),
    one.file,
    one.sheet ?? '',
    one.row === null ? say(language, 'set.wholeFile') : String(one.row),
    one.column ?? '',
    one.reason,
  ]);
}
