// Workbooks for tests, part by part, whole or spoilt on purpose.
import { deflateRawSync } from 'node:zlib';

const encoder = new TextEncoder();

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the zip says of the size, where it lies. */
  readonly declared?: number;
  /** Already packed content, with its true sum. */
  readonly packed?: { readonly bytes: Uint8Array; readonly crc: number };
  readonly flags?: number;
}

/** A plain zip of these parts. */
export function zipOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, declared, packed, flags = 0 } of parts) {
    const plain = typeof content === 'string' ? encoder.encode(content) : content;
    const data = packed?.bytes ?? new Uint8Array(deflateRawSync(plain));
    const crc = packed?.crc ?? crc32(plain);
    const nameBytes = encoder.encode(name);
    const head = new DataView(new ArrayBuffer(30));
    const directory = new DataView(new ArrayBuffer(46));
    for (const [view, shift] of [
      [head, 0],
      [directory, 2],
    ] as const) {
      view.setUint16(4 + shift, 20, true);
      view.setUint16(6 + shift, flags, true);
      view.setUint16(8 + shift, 8, true);
      view.setUint16(12 + shift, 0x21, true);
      view.setUint32(14 + shift, crc, true);
      view.setUint32(18 + shift, data.length, true);
      view.setUint32(22 + shift, declared ?? plain.length, true);
      view.setUint16(26 + shift, nameBytes.length, true);
    }
    head.setUint32(0, 0x04034b50, true);
    directory.setUint32(0, 0x02014b50, true);
    directory.setUint16(4, 20, true);
    directory.setUint32(42, at, true);
    pieces.push(new Uint8Array(head.buffer), nameBytes, data);
    central.push(new Uint8Array(directory.buffer), nameBytes);
    at += 30 + nameBytes.length + data.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  const size = central.reduce((sum, one) => sum + one.length, 0);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return new Uint8Array(Buffer.concat([...pieces, ...central, new Uint8Array(end.buffer)]));
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
}

/** A cell: text, or the inside of a <c> as it stands. */
export type TestCell = string | { readonly attributes?: string; readonly inside: string };

export function sheetXml(rows: readonly (readonly TestCell[])[]): string {
  const body = rows.map((cells, row) => {
    const made = cells.map((cell, at) => {
      const place = `r="${letters(at)}${row + 1}"`;
      return typeof cell === 'string'
        ? `<c ${place} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
        : `<c ${place} ${cell.attributes ?? ''}>${cell.inside}</c>`;
    });
    return `<row r="${row + 1}">${made.join('')}</row>`;
  });
  return `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

export interface TestSheet {
  readonly name: string;
  readonly xml: string | Uint8Array;
  readonly state?: string;
  readonly part?: Partial<Part>;
}

/** A workbook of these sheets. @param more further parts, or others in place of its own */
export function workbookOf(sheets: readonly TestSheet[], more: readonly Part[] = []): Uint8Array<ArrayBuffer> {
  const own: Part[] = [
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="m" xmlns:r="r"><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="t" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    },
    ...sheets.map(({ xml, part }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: xml, ...part })),
  ];
  return zipOf([...own.filter(({ name }) => !more.some((one) => one.name === name)), ...more]);
}
