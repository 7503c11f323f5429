// Calendar days as people type them and spreadsheets write them. What can be read in two ways is told, or refused.
import type { Field } from './columns.ts';
import type { ListRow } from './list-rows.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'pebruari', 'feb', 'february'],
  ['maret', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'des', 'dec', 'december'],
];

/** two: also readable as month/day; `day` takes it as day/month. */
export type DayCell = { readonly day: string; readonly two: boolean } | { readonly reason: string; readonly monthFirst: boolean };

/** Reads one cell: "25/09/2024" (day first), "2024-09-25", "25 September 2024". Never guesses a year, a day or a month. */
export function parseDay(cell: string): DayCell {
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const bad = (why: string, monthFirst = false): DayCell => ({
    reason: `Tanggal "${shown}" ${why} Tulis seperti 25/09/2024, 2024-09-25, atau 25 September 2024.`,
    monthFirst,
  });
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso !== null) return toDay(iso[1], iso[2], iso[3]) ?? bad('tidak ada dalam kalender.');
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(text);
  if (numbers !== null) {
    const [, first = '', second = '', year = ''] = numbers;
    if (year.length === 2) return bad('tidak menyebut tahun dengan empat angka.');
    const day = toDay(year, second, first);
    if (day !== null) return Number(first) <= 12 && first.padStart(2, '0') !== second.padStart(2, '0') ? { ...day, two: true } : day;
    if (toDay(year, first, second) !== null) return bad('tampaknya ditulis bulan/hari/tahun.', true);
    return bad('tidak ada dalam kalender.');
  }
  const words = /^(?:[\p{L}']+,? )?(\d{1,2})[- ]([\p{L}]+)\.?[- ,]+(\d{2}|\d{4})$/u.exec(text);
  if (words !== null) {
    const [, day, name = '', year = ''] = words;
    if (year.length === 2) return bad('tidak menyebut tahun dengan empat angka.');
    const month = MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
    if (month === 0) return bad('menyebut bulan yang tidak dikenal.');
    return toDay(year, String(month), day) ?? bad('tidak ada dalam kalender.');
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return bad('adalah angka lembar kerja, bukan tanggal. Ubah format kolom menjadi Teks atau Tanggal.');
  return bad('tidak dapat dibaca.');
}

/** A cell that should hold a day. What a spreadsheet keeps as a day may have a time of day on that same calendar: it says nothing here. */
export function dayText(row: ListRow, field: Field): string {
  const text = row.text(field);
  return row.cells(field)[0]?.mark === 'date' ? text.replace(/^(\d{4}-\d{2}-\d{2})[T ][\d:.]+$/, '$1') : text;
}

/** "25 September 2024" of "2024-09-25". */
export function toDayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const [name = ''] = MONTHS[Number(month) - 1] ?? [];
  return `${Number(date)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

function toDay(year = '', month = '', day = ''): { day: string; two: boolean } | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // A calendar knows no 31 September; JavaScript makes it 1 October. Years outside are slips of the pen.
  if (!Number.isFinite(time) || new Date(time).toISOString().slice(0, 10) !== iso) return null;
  return Number(year) < 1990 || Number(year) > 2100 ? null : { day: iso, two: false };
}
