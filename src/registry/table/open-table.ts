// A file by what it holds, never by what it is called: offices send workbooks named .csv and the reverse.
import { openCsv } from './read-csv.ts';
import { openJson } from './read-json.ts';
import { openXlsx } from './read-xlsx.ts';
import { BrokenTable, EMPTY, type TableFile } from './table.ts';

/** Bytes at each end of an old Office container among which its parts' names are looked for. */
const OLE_SEARCHED = 4 * 1024 * 1024;

/**
 * Opens a file of any of the known formats.
 * @param isKnown whether a heading is one that the caller looks for; it decides between separators
 * @throws BrokenTable with a plain sentence where it is none of them
 */
export async function openTable(file: Blob, isKnown: (heading: string) => boolean): Promise<TableFile> {
  if (file.size === 0) throw new BrokenTable(EMPTY);
  const head = new Uint8Array(await file.slice(0, 8192).arrayBuffer());
  const starts = (...magic: number[]) => magic.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return openXlsx(file);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new BrokenTable(await sayOle(file));
  if (starts(0x25, 0x50, 0x44, 0x46))
    throw new BrokenTable('Ini berkas PDF, bukan tabel. Minta daftar aslinya, lalu simpan sebagai XLSX atau CSV (UTF-8).');
  const wide = starts(0xff, 0xfe) || starts(0xfe, 0xff);
  if (!wide && head.includes(0))
    throw new BrokenTable(
      'Berkas ini bukan tabel dan bukan teks. Buka di aplikasi lembar kerja, lalu simpan sebagai XLSX atau CSV (UTF-8).',
    );
  const text = new TextDecoder('windows-1252').decode(head).replace(/^ï»¿/, '').trimStart();
  if (/^<(?:!doctype|html|\?xml|table)\b/i.test(text))
    throw new BrokenTable(
      'Ini halaman web atau berkas XML, bukan tabel. Buka di aplikasi lembar kerja, lalu simpan sebagai XLSX atau CSV (UTF-8).',
    );
  return !wide && /^(?:\[\s*(?:[[{"\]]|$)|\{\s*["}])/.test(text) ? openJson(file) : openCsv(file, isKnown);
}

/** Old workbooks and new ones behind a password lie in the same kind of container; the names of its parts tell them apart. */
async function sayOle(file: Blob): Promise<string> {
  const ends = [file.slice(0, OLE_SEARCHED), file.slice(Math.max(OLE_SEARCHED, file.size - OLE_SEARCHED))];
  // One sign a byte: names are written in UTF-16, so that every second byte is 0.
  const texts = await Promise.all(ends.map(async (end) => new TextDecoder('latin1').decode(await end.arrayBuffer())));
  const named = (name: string) => texts.some((text) => text.includes([...name].join('\0')));
  if (named('EncryptedPackage'))
    return 'Berkas Excel ini dikunci dengan sandi. Buka dengan sandinya, hapus sandinya (Berkas → Info → Proteksi), simpan, lalu impor lagi.';
  return 'Ini berkas Excel lama (xls) atau dokumen Office lama. Buka di aplikasi lembar kerja, lalu simpan sebagai XLSX atau CSV (UTF-8).';
}
