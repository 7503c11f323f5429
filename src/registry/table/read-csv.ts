// CSV bytes to rows of cells, as a spreadsheet numbers them, a part at a time. Knows nothing of what the columns mean.
import Papa from 'papaparse';
import { countKnown, findHeader, HEADER_WITHIN } from './find-header.ts';
import { BATCH, BrokenTable, EMPTY, isEmptyRow, type TableFile, type TableRow } from './table.ts';

export const MAX_CSV = 4 * 1024 ** 3;
const PART_BYTES = 512 * 1024;
/** Bytes looked at together for the encoding alone. */
const CHECK_BYTES = 4 * 1024 * 1024;
/** Where the separator is looked for, signs. */
const HEAD = 100_000;
/** An open quote that reaches further than this was never meant to be one: its row ends with its own line. */
const MAX_ROW = 250_000;
/** Signs without an end of line: no table has such a row. */
const MAX_LINE = 4_000_000;
/** Each row with broken quotes costs reading what is below it in its part once more. */
const MAX_REPAIRS = 200;

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface CsvTable extends TableFile {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

/**
 * @param isKnown whether a heading is one that the caller looks for; it decides between separators
 * @throws BrokenTable where the file is empty, too large, or shows no columns
 */
export async function openCsv(file: Blob, isKnown: (heading: string) => boolean): Promise<CsvTable> {
  if (file.size > MAX_CSV) throw new BrokenTable('Berkas lebih besar dari 4 GB. Bagi menjadi beberapa berkas, misalnya per unit kerja.');
  const encoding = await findEncoding(file);
  const head = await headOf(file, encoding);
  if (head.trim() === '') throw new BrokenTable(EMPTY);
  // Excel's own first line, which it never shows: it names the separator and shifts the text lines by one.
  const told = /^sep=([,;\t])\n/i.exec(head);
  const body = told === null ? head : head.slice(told[0].length);
  const delimiter = (told?.[1] as Delimiter | undefined) ?? guessDelimiter(body, isKnown);
  if (delimiter === null)
    throw new BrokenTable('Pemisah kolom tidak dikenal. Simpan berkas sebagai CSV dengan pemisah koma, titik koma, atau tab.');
  return {
    format: 'csv',
    sheets: [{ name: null, isHidden: false }],
    encoding,
    delimiter,
    notes:
      encoding === 'windows-1252'
        ? ['Berkas tidak memakai pengodean UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen pada nama.']
        : [],
    read: (_sheet, signal, tell) => readRows(file, { encoding, delimiter, skip: told?.[0].length ?? 0 }, signal, tell),
  };
}

/** UTF-8 only if every byte fits: read once for this, since a wrong guess would change names. */
async function findEncoding(file: Blob): Promise<Encoding> {
  const [first = 0, second = 0] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of partsOf(file, CHECK_BYTES)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** The next part is fetched while one is worked on. */
async function* partsOf(file: Blob, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const fetched = (at: number) => {
    const part = file.slice(at, at + size).arrayBuffer();
    // Told where it is waited for; who stops before never waits.
    part.catch(() => undefined);
    return part;
  };
  let next = fetched(0);
  for (let at = 0; at < file.size; at += size) {
    const part = next;
    if (at + size < file.size) next = fetched(at + size);
    try {
      yield new Uint8Array(await part);
    } catch {
      // Taken away or changed since it was chosen. Not a TypeError: that would say something of the encoding.
      throw new BrokenTable('Berkas tidak dapat dibaca lagi. Mungkin dipindah, diubah, atau dibuka program lain. Pilih ulang berkas itu.');
    }
  }
}

async function headOf(file: Blob, encoding: Encoding): Promise<string> {
  const bytes = await file.slice(0, HEAD * 2).arrayBuffer();
  return new TextDecoder(encoding).decode(bytes, { stream: true }).slice(0, HEAD).replace(/\r\n?/g, '\n');
}

/** The separator under which the first rows show most known headings; null if none shows two columns. */
function guessDelimiter(text: string, isKnown: (heading: string) => boolean): Delimiter | null {
  let best: Delimiter | null = null;
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { rows } = takeRows(text, delimiter, { row: 1, line: 1 }, true, HEADER_WITHIN);
    const header = findHeader(rows, isKnown);
    if (header === null || header.cells.length < 2) continue;
    const score = countKnown(header, isKnown) * 1000 + Math.min(header.cells.length, 999);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

interface Reading {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Signs before the first row. */
  readonly skip: number;
}

async function* readRows(
  file: Blob,
  { encoding, delimiter, skip }: Reading,
  signal?: AbortSignal,
  tell?: (part: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const decoder = new TextDecoder(encoding);
  let place: Place = { row: 1, line: skip === 0 ? 1 : 2 };
  let toSkip = skip;
  let text = '';
  let done = 0;
  let isAfterReturn = false;
  for await (const bytes of partsOf(file, PART_BYTES)) {
    signal?.throwIfAborted();
    done += bytes.length;
    let part = decoder.decode(bytes, { stream: done < file.size });
    // A line's end may be cut in two.
    if (isAfterReturn && part.startsWith('\n')) part = part.slice(1);
    if (part !== '') isAfterReturn = part.endsWith('\r');
    text += part.replace(/\r\n?/g, '\n');
    if (toSkip > 0) {
      text = text.slice(toSkip);
      toSkip = 0;
    }
    const taken = takeRows(text, delimiter, place, done >= file.size);
    ({ place, rest: text } = taken);
    if (text.length > MAX_LINE)
      throw new BrokenTable(
        `Baris ${place.row} lebih panjang dari empat juta huruf. Periksa apakah ini benar berkas CSV.`,
        null,
        place.row,
      );
    const filled = taken.rows.filter(({ cells }) => !isEmptyRow(cells));
    for (let at = 0; at < filled.length; at += BATCH) {
      signal?.throwIfAborted();
      yield filled.slice(at, at + BATCH);
    }
    tell?.(done / file.size);
  }
}

interface Place {
  readonly row: number;
  readonly line: number;
}

/**
 * Rows of cells. A row whose quotes are broken ends with its own line of text, whatever its quotes would swallow: the rows below
 * it are whole, and are read. What may go on in text that has not been read yet is given back as `rest`.
 */
function takeRows(
  text: string,
  delimiter: Delimiter,
  from: Place,
  isLast: boolean,
  preview = 0,
): { rows: TableRow[]; rest: string; place: Place } {
  const rows: TableRow[] = [];
  let rest = text;
  let { row, line } = from;
  for (let repairs = 0; ; repairs++) {
    const parsed = Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      quoteChar: '"',
      header: false,
      skipEmptyLines: false,
      preview: preview === 0 ? 0 : preview - rows.length,
    });
    const broken = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row ?? 0));
    const isWhole = isLast || preview > 0;
    const whole = isWhole ? parsed.data.length : Math.max(0, parsed.data.length - 1);
    const firstBroken = broken.size === 0 ? Number.POSITIVE_INFINITY : Math.min(...broken);
    const stopAt = repairs >= MAX_REPAIRS ? whole : Math.min(whole, firstBroken);
    const first = line;
    for (const [at, cells] of parsed.data.slice(0, stopAt).entries()) {
      rows.push({ row, line, cells, broken: broken.has(at) });
      row += 1;
      line += 1;
      for (const cell of cells) for (let next = cell.indexOf('\n'); next !== -1; next = cell.indexOf('\n', next + 1)) line += 1;
    }
    if (isWhole && stopAt === whole) return { rows, rest: '', place: { row, line } };
    let start = 0;
    for (let n = first; n < line; n++) start = rest.indexOf('\n', start) + 1;
    rest = rest.slice(start);
    if (stopAt === whole && rest.length < MAX_ROW) return { rows, rest, place: { row, line } };
    const end = rest.indexOf('\n');
    if (end === -1 && !isWhole) return { rows, rest, place: { row, line } };
    const cells = rest.slice(0, end === -1 ? undefined : end).split(delimiter);
    rows.push({ row, line, cells, broken: true });
    row += 1;
    line += 1;
    rest = end === -1 ? '' : rest.slice(end + 1);
    if (end === -1 || (preview > 0 && rows.length >= preview)) return { rows, rest, place: { row, line } };
  }
}
