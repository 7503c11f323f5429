// The few parts of a workbook's zip that a list needs, read as streams. Sizes are counted as they come out: what is declared may lie.
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { BrokenTable } from './table.ts';

export const XLSX_LIMITS = {
  /** Packed bytes of a workbook. */
  fileBytes: 512 * 1024 ** 2,
  /** Parts in one workbook. */
  parts: 5000,
  /** Unpacked bytes of one part. */
  partBytes: 768 * 1024 ** 2,
  /** Unpacked size against packed size, for parts above `smallBytes`: long sheets of one word reach about 100. */
  ratio: 250,
  smallBytes: 8 * 1024 ** 2,
} as const;

/** Names are compared by the reader: two programs must not be able to read two different tables out of one workbook. */
const READING = { strictness: 'balanced', checkCrc32: true, checkOverlappingEntry: true, useWebWorkers: false } as const;

export interface XlsxParts {
  has(name: string): boolean;
  /** @throws BrokenTable where the part is missing, too large, damaged, or more than was declared */
  read(name: string, signal?: AbortSignal, told?: (part: number) => void): AsyncGenerator<Uint8Array>;
}

export const DAMAGED = 'Berkas Excel rusak atau terpotong. Salin ulang berkasnya, atau buka dan simpan lagi di aplikasi lembar kerja.';
export const BOMB =
  'Isi berkas Excel mengembang tidak wajar (bom zip). Berkas ini tidak dibaca; jangan dibuka, tanyakan kepada pengirimnya.';

/** @throws BrokenTable where the zip is damaged or locked, or is no workbook */
export async function openParts(file: Blob): Promise<XlsxParts> {
  if (file.size > XLSX_LIMITS.fileBytes) throw new BrokenTable('Berkas Excel lebih besar dari 512 MB. Bagi menjadi beberapa berkas.');
  const parts = new Map<string, FileEntry>();
  let count = 0;
  let isLocked = false;
  try {
    for await (const entry of new ZipReader(new BlobReader(file), READING).getEntriesGenerator()) {
      if (++count > XLSX_LIMITS.parts) break;
      if (entry.directory) continue;
      const name = entry.filename.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
      isLocked ||= entry.encrypted;
      if (parts.has(name)) throw new BrokenTable('Berkas Excel memuat dua bagian bernama sama; isinya tidak pasti. Buka dan simpan ulang.');
      parts.set(name, entry);
    }
  } catch (error) {
    throw error instanceof BrokenTable ? error : new BrokenTable(DAMAGED);
  }
  if (count > XLSX_LIMITS.parts)
    throw new BrokenTable(`Berkas zip berisi lebih dari ${XLSX_LIMITS.parts} bagian; ini bukan buku kerja biasa.`);
  if (isLocked) throw new BrokenTable('Berkas ini dikunci dengan sandi. Hapus sandinya, simpan, lalu impor lagi.');
  if (!parts.has('xl/workbook.xml')) throw new BrokenTable(sayKind(parts));
  return {
    has: (name) => parts.has(name.toLowerCase()),
    read(name, signal, told) {
      const entry = parts.get(name.toLowerCase());
      if (entry === undefined) throw new BrokenTable(DAMAGED);
      return readPart(entry, signal, told);
    },
  };
}

function sayKind(parts: ReadonlyMap<string, FileEntry>): string {
  const saveAs = 'Buka di aplikasi lembar kerja, lalu simpan sebagai XLSX atau CSV (UTF-8).';
  if (parts.has('xl/workbook.bin')) return `Ini berkas Excel biner (xlsb). ${saveAs}`;
  if (parts.has('content.xml')) return `Ini berkas OpenDocument (ods). ${saveAs}`;
  if (parts.has('word/document.xml')) return 'Ini dokumen Word, bukan tabel. Minta daftarnya sebagai XLSX atau CSV.';
  return 'Ini berkas zip, bukan buku kerja Excel. Keluarkan isinya dulu, lalu pilih berkas XLSX, CSV, atau JSON.';
}

async function* readPart(entry: FileEntry, signal?: AbortSignal, told?: (part: number) => void): AsyncGenerator<Uint8Array> {
  const { uncompressedSize: size, compressedSize } = entry;
  const isBomb = (bytes: number) =>
    bytes > XLSX_LIMITS.partBytes || (bytes > XLSX_LIMITS.smallBytes && bytes > XLSX_LIMITS.ratio * Math.max(1, compressedSize));
  if (isBomb(size)) throw new BrokenTable(BOMB);
  const stop = new AbortController();
  const through = new TransformStream<Uint8Array, Uint8Array>();
  let failed: unknown = null;
  const written = entry.getData(through.writable, { ...READING, signal: stop.signal }).catch((error: unknown) => {
    failed = error;
    through.writable.abort(error).catch(() => undefined);
  });
  const reader = through.readable.getReader();
  let read = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { value, done } = await reader.read();
      if (done) break;
      read += value.length;
      if (read > size || isBomb(read)) throw new BrokenTable(BOMB);
      yield value;
      told?.(read / size);
    }
    await written;
  } catch (error) {
    if (error instanceof BrokenTable || signal?.aborted === true) throw error;
    throw new BrokenTable(DAMAGED);
  } finally {
    stop.abort();
    await reader.cancel().catch(() => undefined);
  }
  if (failed !== null || read !== size) throw new BrokenTable(DAMAGED);
}
