// Which of a workbook's cell styles show a number as a day or a time. All else that styles say is left alone.
import { BrokenTable } from './table.ts';
import { type Shows, showsOfBuiltIn, showsOfCode } from './xlsx-dates.ts';
import { readXml } from './xlsx-xml.ts';
import type { XlsxParts } from './xlsx-zip.ts';

const PART = 'xl/styles.xml';
/** Spreadsheets refuse more than 65,490 styles; what other programs left behind may be a little more. */
const MAX_STYLES = 100_000;
const MAX_CODES = 20_000;
/** Unpacked. Styles that were copied from book to book for years reach some ten MB. */
const MAX_BYTES = 64 * 1024 ** 2;
const TOO_MANY = 'Buku kerja memuat terlalu banyak gaya sel. Salin isinya ke buku kerja baru (Tempel Khusus → Nilai), lalu simpan.';

/**
 * By a style's number, as cells name it: what it shows. Styles beyond the end show numbers.
 * @throws BrokenTable where the part is damaged, hostile, or far beyond what a spreadsheet keeps
 */
export async function readStyles(parts: XlsxParts, signal?: AbortSignal): Promise<readonly Shows[]> {
  const styles: Shows[] = [];
  if (!parts.has(PART)) return styles;
  const ids: number[] = [];
  const codes = new Map<number, Shows>();
  let isCells = false;
  const events = {
    open(name: string, given: Readonly<Record<string, string>>) {
      // Styles that others are made from (cellStyleXfs) have tags of the same name.
      if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) ids.push(toId(given['numFmtId']));
      else if (name === 'numFmt') codes.set(toId(given['numFmtId']), showsOfCode(given['formatCode'] ?? ''));
      if (ids.length > MAX_STYLES || codes.size > MAX_CODES) throw new BrokenTable(TOO_MANY);
    },
    text: () => undefined,
    close(name: string) {
      if (name === 'cellXfs') isCells = false;
    },
  };
  let bytes = 0;
  async function* limited(): AsyncGenerator<Uint8Array> {
    for await (const part of parts.read(PART, signal)) {
      bytes += part.length;
      if (bytes > MAX_BYTES) throw new BrokenTable(TOO_MANY);
      yield part;
    }
  }
  for await (const _ of readXml(limited(), events, () => ' (gaya sel)'));
  for (const id of ids) styles.push(codes.get(id) ?? showsOfBuiltIn(id));
  return styles;
}

function toId(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
