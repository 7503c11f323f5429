// CSV bytes to rows of cells, as a spreadsheet numbers them. Knows nothing of what the columns mean.
import Papa from 'papaparse';

export const MAX_BYTES = 50 * 1024 * 1024;
export const MAX_ROWS = 200_000;
export const MAX_CELL = 10_000;
const MAX_COLUMNS = 300;
/** Each row with broken quotes costs reading what is below it once more. */
const MAX_REPAIRS = 200;
/** Lists often carry a title above the headings. */
const HEADER_WITHIN = 10;

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface CsvFile {
  /** The file's name, for messages only. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What could not be used, in words for the user. */
export interface Refusal {
  readonly file: string;
  /** Row as a spreadsheet numbers it (headings are row 1, a cell of several lines is still one row); null if the whole file is meant. */
  readonly row: number | null;
  /** Line of the text file on which that row starts; differs from `row` after cells of several lines. */
  readonly line: number | null;
  /** The column's heading as the file writes it, or null. */
  readonly column: string | null;
  /** In Indonesian: what is wrong and what to do. */
  readonly reason: string;
}

export interface TableRow {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  /** Set if the row's quotes are broken, so that its cells cannot be trusted. */
  readonly broken: boolean;
}

export interface Table {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: TableRow;
  /** Rows below the headings that are not empty. */
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

export interface NoTable {
  readonly refusal: Refusal;
  readonly encoding: Encoding | null;
  readonly delimiter: null;
}

/** @param isKnown whether a heading is one that the caller looks for; it decides between separators and finds the headings' row */
export function parseTable(file: CsvFile, isKnown: (heading: string) => boolean): Table | NoTable {
  const notes: string[] = [];
  const refuse = (reason: string, encoding: Encoding | null = null, at: TableRow | null = null): NoTable => ({
    refusal: { file: file.name, row: at?.row ?? null, line: at?.line ?? null, column: null, reason },
    encoding,
    delimiter: null,
  });
  if (file.bytes.length > MAX_BYTES) return refuse('Berkas lebih besar dari 50 MB. Bagi menjadi beberapa berkas, misalnya per unit kerja.');
  const kind = kindOf(file.bytes);
  if (kind !== null) return refuse(kind);
  const { text: raw, encoding } = decode(file.bytes);
  if (encoding === 'windows-1252') {
    notes.push('Berkas tidak memakai pengodean UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen pada nama.');
  }
  if (raw.trim() === '') return refuse('Berkas kosong. Periksa apakah berkas yang dipilih sudah benar.', encoding);

  const text = raw.replace(/\r\n?/g, '\n');
  // Excel's own first line, which it never shows: it names the separator and shifts the text lines by one.
  const told = /^sep=([,;\t])\n/i.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const delimiter = (told?.[1] as Delimiter | undefined) ?? guessDelimiter(body, isKnown);
  if (delimiter === null) {
    return refuse('Pemisah kolom tidak dikenal. Simpan berkas sebagai CSV dengan pemisah koma, titik koma, atau tab.', encoding);
  }
  const all = split(body, delimiter, told === null ? 1 : 2);
  const header = findHeader(all, isKnown);
  if (header === null) return refuse('Berkas kosong. Periksa apakah berkas yang dipilih sudah benar.', encoding);
  if (header.cells.length > MAX_COLUMNS)
    return refuse(`Judul memuat lebih dari ${MAX_COLUMNS} kolom. Hapus kolom yang tidak diperlukan.`, encoding, header);
  if (header.broken) return refuse('Tanda kutip pada baris judul tidak berpasangan. Perbaiki lalu simpan ulang.', encoding, header);
  if (header.row > 1) notes.push(`Judul kolom ditemukan pada baris ${header.row}; baris di atasnya tidak dibaca.`);
  const rows = all.slice(header.row).filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (rows.length > MAX_ROWS) return refuse('Berkas memuat lebih dari 200.000 baris. Bagi menjadi beberapa berkas.', encoding);
  const sound = rows.filter((row) => !row.broken);
  if (header.cells.length > 1 && sound.length > 0 && sound.every((row) => row.cells.length === 1)) {
    return refuse(
      'Baris isi memakai pemisah kolom yang lain daripada baris judul. Simpan ulang sebagai CSV dengan satu pemisah saja.',
      encoding,
      header,
    );
  }
  return { encoding, delimiter, header, rows, notes };
}

/** Why bytes are not text at all, or null. */
function kindOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'Berkas kosong. Periksa apakah berkas yang dipilih sudah benar.';
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  const saveAs = 'Buka di aplikasi lembar kerja, lalu simpan sebagai CSV (UTF-8).';
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return `Ini berkas Excel (xlsx) atau zip, bukan CSV. ${saveAs}`;
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return `Ini berkas Excel lama (xls), bukan CSV. ${saveAs}`;
  if (starts(0x25, 0x50, 0x44, 0x46)) return `Ini berkas PDF, bukan CSV. Minta daftar aslinya, lalu simpan sebagai CSV (UTF-8).`;
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return null;
  if (bytes.subarray(0, 8192).includes(0)) return `Berkas ini bukan teks. ${saveAs}`;
  return null;
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const two = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (two === 0xfffe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (two === 0xfeff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** The separator under which the first rows show most known headings; null if none shows two columns. */
function guessDelimiter(text: string, isKnown: (heading: string) => boolean): Delimiter | null {
  const head = text.slice(0, 100_000);
  let best: Delimiter | null = null;
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const header = findHeader(split(head, delimiter, 1, HEADER_WITHIN), isKnown);
    if (header === null || header.cells.length < 2) continue;
    const score = countKnown(header, isKnown) * 1000 + Math.min(header.cells.length, 999);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/**
 * Rows of cells. A row whose quotes are broken ends with its own line of text, whatever its quotes would swallow: the rows below
 * it are whole, and are read.
 */
function split(text: string, delimiter: Delimiter, firstLine: number, preview = 0): TableRow[] {
  const rows: TableRow[] = [];
  let rest = text;
  let line = firstLine;
  for (let repairs = 0; ; repairs++) {
    const left = preview === 0 ? 0 : preview - rows.length;
    const parsed = Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      quoteChar: '"',
      header: false,
      skipEmptyLines: false,
      preview: left,
    });
    const broken = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row ?? 0));
    const stopAt = broken.size === 0 || repairs >= MAX_REPAIRS ? parsed.data.length : Math.min(...broken);
    const restLine = line;
    for (const [at, cells] of parsed.data.slice(0, stopAt).entries()) {
      rows.push({ row: rows.length + 1, line, cells, broken: broken.has(at) });
      line += 1;
      for (const cell of cells) for (let next = cell.indexOf('\n'); next !== -1; next = cell.indexOf('\n', next + 1)) line += 1;
    }
    if (stopAt === parsed.data.length) return rows;
    let start = 0;
    for (let n = restLine; n < line; n++) start = rest.indexOf('\n', start) + 1;
    const end = rest.indexOf('\n', start);
    const cells = rest.slice(start, end === -1 ? undefined : end).split(delimiter);
    rows.push({ row: rows.length + 1, line, cells, broken: true });
    line += 1;
    if (end === -1 || (preview > 0 && rows.length >= preview)) return rows;
    rest = rest.slice(end + 1);
  }
}

/** The first of the top rows with two known headings, else the first row that is not empty. */
function findHeader(rows: readonly TableRow[], isKnown: (heading: string) => boolean): TableRow | null {
  const top = rows.slice(0, HEADER_WITHIN);
  return top.find((row) => countKnown(row, isKnown) >= 2) ?? rows.find((row) => row.cells.some((cell) => cell.trim() !== '')) ?? null;
}

function countKnown(row: TableRow, isKnown: (heading: string) => boolean): number {
  return row.cells.filter((cell) => cell.length < 200 && isKnown(cell)).length;
}
