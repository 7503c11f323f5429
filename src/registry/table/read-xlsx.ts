// A workbook's sheets to rows of text. Reads the list of sheets, the shared texts, which styles show days, and the sheet that is asked
// for, and nothing else of the file. Formulas are never worked out: their cells come marked, with what the spreadsheet last made of them.
import {
  BATCH,
  BrokenTable,
  type CellMark,
  isEmptyRow,
  MAX_CELL,
  MAX_COLUMNS,
  type Sheet,
  type TableFile,
  type TableRow,
} from './table.ts';
import { toCellText, toColumn, toNumberText } from './xlsx-cell.ts';
import { type DateSystem, type Shows, toDateText } from './xlsx-dates.ts';
import { readStyles } from './xlsx-styles.ts';
import { readXml } from './xlsx-xml.ts';
import { DAMAGED, openParts, type XlsxParts } from './xlsx-zip.ts';

const MAX_SHEETS = 500;
const MAX_SHEET_ROWS = 1_048_576;
const MAX_SHARED = { texts: 4_000_000, signs: 200_000_000 };

interface FoundSheet extends Sheet {
  readonly name: string;
  readonly part: string;
}

/** What cells of a sheet only point at. */
interface Book {
  readonly texts: readonly string[];
  /** By the number of a cell's style. */
  readonly styles: readonly Shows[];
  readonly system: DateSystem;
}

/** @throws BrokenTable where the file is damaged, locked, hostile, or no workbook */
export async function openXlsx(file: Blob): Promise<TableFile> {
  const parts = await openParts(file);
  const { sheets, system } = await readSheets(parts);
  let book: Promise<Book> | null = null;
  return {
    format: 'xlsx',
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    notes: [],
    async *read(at, signal, told) {
      const sheet = sheets[at];
      if (sheet === undefined) throw new BrokenTable(DAMAGED);
      book ??= (async () => ({ texts: await readShared(parts), styles: await readStyles(parts), system }))();
      const pointed = await book;
      signal?.throwIfAborted();
      yield* readSheet(parts, sheet, pointed, signal, told);
    },
  };
}

async function readSheets(parts: XlsxParts): Promise<{ sheets: FoundSheet[]; system: DateSystem }> {
  const targets = new Map<string, string>();
  if (parts.has('xl/_rels/workbook.xml.rels'))
    await readAll(parts, 'xl/_rels/workbook.xml.rels', (name, given) => {
      const target = (given['Target'] ?? '').replace(/^\/?(?:xl\/)?/, '');
      if (name === 'Relationship' && /^worksheets\/[\w.-]+\.xml$/i.test(target)) targets.set(given['Id'] ?? '', `xl/${target}`);
    });
  const sheets: FoundSheet[] = [];
  let seen = 0;
  let system: DateSystem = 1900;
  await readAll(parts, 'xl/workbook.xml', (name, given) => {
    if (name === 'workbookPr' && /^(?:1|true)$/.test(given['date1904'] ?? '')) system = 1904;
    if (name !== 'sheet') return;
    if (++seen > MAX_SHEETS) throw new BrokenTable(`Buku kerja memuat lebih dari ${MAX_SHEETS} lembar.`);
    const id = Object.entries(given).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const part = targets.get(id) ?? `xl/worksheets/sheet${seen}.xml`;
    // Chart sheets hold no rows and have no part of this kind.
    if (parts.has(part))
      sheets.push({ name: (given['name'] ?? '').slice(0, 100), isHidden: (given['state'] ?? 'visible') !== 'visible', part });
  });
  if (sheets.length === 0) throw new BrokenTable('Buku kerja ini tidak memuat lembar isi.');
  return { sheets, system };
}

async function readAll(
  parts: XlsxParts,
  part: string,
  open: (name: string, given: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const nothing = () => undefined;
  for await (const _ of readXml(parts.read(part), { open, text: nothing, close: nothing }, () => ''));
}

async function readShared(parts: XlsxParts): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!parts.has('xl/sharedStrings.xml')) return texts;
  let signs = 0;
  let text = '';
  // What is read aloud beside a text (rPh) is no part of it.
  let aside = 0;
  let isText = false;
  const events = {
    open(name: string) {
      if (name === 'si') text = '';
      if (name === 'rPh') aside += 1;
      isText = name === 't' && aside === 0;
    },
    text(more: string) {
      if (isText && text.length <= MAX_CELL) text += more;
    },
    close(name: string) {
      isText = false;
      if (name === 'rPh') aside -= 1;
      if (name !== 'si') return;
      texts.push(toCellText(text.slice(0, MAX_CELL + 1)));
      signs += text.length;
      if (texts.length > MAX_SHARED.texts || signs > MAX_SHARED.signs)
        throw new BrokenTable('Buku kerja memuat terlalu banyak teks. Simpan lembar daftarnya saja sebagai CSV (UTF-8).');
    },
  };
  for await (const _ of readXml(parts.read('xl/sharedStrings.xml'), events, () => ' (teks bersama)'));
  return texts;
}

async function* readSheet(
  parts: XlsxParts,
  { name, part }: FoundSheet,
  book: Book,
  signal?: AbortSignal,
  told?: (part: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const sheet = rowsOfSheet(name, book);
  const where = () => `: lembar "${name}", baris ${sheet.reached()}`;
  for await (const _ of readXml(parts.read(part, signal, told), sheet.events, where)) {
    while (sheet.rows.length >= BATCH) yield sheet.rows.splice(0, BATCH);
    signal?.throwIfAborted();
  }
  if (sheet.rows.length > 0) yield sheet.rows;
}

/** Collects rows from a sheet's tags. */
function rowsOfSheet(sheet: string, { texts, styles, system }: Book) {
  const rows: TableRow[] = [];
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let marks = new Map<number, CellMark>();
  let kind = 'n';
  let shows: Shows = 'number';
  let text = '';
  let isFormula = false;
  let aside = 0;
  let isText = false;
  const broken = (reason: string) => new BrokenTable(reason, sheet, row);

  function endCell(): void {
    let value = text;
    let mark: CellMark | null = isFormula || kind === 'e' ? 'formula' : null;
    if (kind === 's') {
      const found = /^\s*\d{1,9}\s*$/.test(text) ? texts[Number(text)] : text === '' ? '' : undefined;
      if (found === undefined) throw broken(`Sel pada lembar "${sheet}" baris ${row} menunjuk teks yang tidak ada. ${DAMAGED}`);
      value = found;
    } else if (kind === 'b') value = text === '' ? '' : text.trim() === '1' ? 'TRUE' : 'FALSE';
    else if (kind === 'n') {
      const date = shows === 'number' || text === '' ? null : toDateText(text, shows, system);
      const number = date === null ? toNumberText(text) : null;
      value = date ?? number?.text ?? '';
      if (date !== null) mark ??= 'date';
      else if (number?.isRounded === true) mark ??= 'rounded';
    } else if (kind === 'd') {
      if (text !== '') mark ??= 'date';
    } else if (kind !== 'e') value = toCellText(text);
    if (value === '' && mark === null) return;
    // One cell stands for all that lie beyond the widest table: enough to be refused.
    const at = Math.min(column, MAX_COLUMNS);
    while (cells.length <= at) cells.push('');
    cells[at] = value;
    if (mark !== null) marks.set(at, mark);
  }

  const events = {
    open(name: string, given: Readonly<Record<string, string>>) {
      isText = (name === 'v' || name === 't') && aside === 0;
      if (name === 'row') {
        const told = given['r'] === undefined ? row + 1 : Number(given['r']);
        if (!Number.isInteger(told) || told <= row || told > MAX_SHEET_ROWS)
          throw broken(`Nomor baris pada lembar "${sheet}" setelah baris ${row} tidak berurutan. ${DAMAGED}`);
        row = told;
        column = -1;
        cells = [];
        marks = new Map();
      } else if (name === 'c') {
        const told = given['r'] === undefined ? column + 1 : toColumn(given['r']);
        if (told === null || told <= column)
          throw broken(`Alamat sel pada lembar "${sheet}" baris ${row} tidak berurutan atau melewati kolom XFD. ${DAMAGED}`);
        column = told;
        kind = given['t'] ?? 'n';
        shows = given['s'] === undefined ? (styles[0] ?? 'number') : (styles[Number(given['s'])] ?? 'number');
        text = '';
        isFormula = false;
      } else if (name === 'f') isFormula = true;
      else if (name === 'rPh') aside += 1;
    },
    text(more: string) {
      if (isText && text.length <= MAX_CELL) text += more;
    },
    close(name: string) {
      isText = false;
      if (name === 'rPh') aside -= 1;
      else if (name === 'c') endCell();
      else if (name === 'row' && (marks.size > 0 || !isEmptyRow(cells)))
        rows.push({ row, line: row, cells, broken: false, ...(marks.size > 0 ? { marks } : {}) });
    },
  };
  return { rows, events, reached: () => row };
}
