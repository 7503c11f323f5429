// Opens a zip from a stranger. Nothing is unpacked to a path: names are looked at, sizes counted, bytes handed on.
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { type Bytes, isSameBytes, joinBytes } from '../evidence/bytes.ts';
import { isSafeName } from './bag.ts';
import { type Said, ZIP } from './verify-words.ts';

export const LIMITS = {
  /** Files and folders in one bundle. */
  entries: 20_000,
  /** Unpacked size against packed size. */
  ratio: 100,
  /** Unpacked bytes of one file: the digest needs it whole in memory. */
  fileBytes: 512 * 1024 ** 2,
  /** Unpacked bytes of the whole. */
  totalBytes: 4 * 1024 ** 3,
} as const;

/** The files of one bundle, wherever they lie. Names are relative to the bundle's folder. */
export interface BundleFiles {
  /** Name of the one top folder; null where it says nothing, because somebody unpacked the zip elsewhere. */
  readonly folder: string | null;
  readonly names: readonly string[];
  /** @throws where the bytes cannot be had, are damaged, or are more than was declared. */
  read(name: string): Promise<Bytes>;
}

/** An archive that is not to be opened, and why, in a plain sentence. */
export class UnsafeArchive extends Error {
  readonly said: Said;
  readonly files: readonly string[];
  constructor(said: Said, files: readonly string[] = []) {
    super(said.id);
    this.said = said;
    this.files = files;
  }
}

/** Strict: two programs must not be able to read two different things out of one zip. */
const READING = { strictness: 'strict', checkCrc32: true, checkOverlappingEntry: true, useWebWorkers: false } as const;

/** @throws UnsafeArchive where the zip is damaged, ambiguous, too large, or names what a bundle does not name. */
export async function openArchive(source: Blob): Promise<BundleFiles> {
  const reader = new ZipReader(new BlobReader(source), READING);
  const entries: FileEntry[] = [];
  let count = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (++count > LIMITS.entries) throw new UnsafeArchive(ZIP.tooMany(LIMITS.entries));
      const name = new TextDecoder('latin1').decode(entry.rawFilename);
      if (name !== entry.filename || !isSafeName(name.replace(/\/$/, ''))) throw new UnsafeArchive(ZIP.unsafeName, [name]);
      checkKind(entry.externalFileAttributes >>> 16, name, entry.directory);
      if (entry.encrypted) throw new UnsafeArchive(ZIP.encrypted, [name]);
      if (!entry.directory) entries.push(entry);
      else if (entry.uncompressedSize !== 0) throw new UnsafeArchive(ZIP.fullFolder, [name]);
    }
  } catch (error) {
    if (error instanceof UnsafeArchive) throw error;
    throw new UnsafeArchive(ZIP.notWhole);
  }
  const end = new DataView(await source.slice(-22).arrayBuffer());
  if (end.getUint32(0, true) !== 0x06054b50 || end.getUint16(20, true) !== 0) throw new UnsafeArchive(ZIP.trailing);
  checkSizes(entries);
  await checkUniform(source, entries);
  const folder = expectOneFolder(entries.map((entry) => entry.filename));
  const byName = new Map(entries.map((entry) => [entry.filename.slice(folder.length + 1), entry]));
  checkNames([...byName.keys()]);
  return {
    folder,
    names: [...byName.keys()],
    async read(name) {
      const entry = byName.get(name);
      if (entry === undefined) throw new Error(`no file ${name}`);
      return readEntry(entry);
    },
  };
}

/** The mode's upper bits: nothing but plain files and folders, or no statement at all. */
function checkKind(mode: number, name: string, isFolder: boolean): void {
  const kind = mode & 0xf000;
  if (kind !== 0 && kind !== (isFolder ? 0x4000 : 0x8000)) throw new UnsafeArchive(ZIP.special, [name]);
}

function checkSizes(entries: readonly FileEntry[]): void {
  let total = 0;
  for (const { filename, uncompressedSize, compressedSize } of entries) {
    if (uncompressedSize > LIMITS.fileBytes) throw new UnsafeArchive(ZIP.largeFile, [filename]);
    if (uncompressedSize > LIMITS.ratio * Math.max(1, compressedSize)) throw new UnsafeArchive(ZIP.bomb, [filename]);
    total += uncompressedSize;
  }
  if (total > LIMITS.totalBytes) throw new UnsafeArchive(ZIP.large);
}

/** Flags of a zip that was written as a stream with UTF-8 names, as `writeBundle` does. */
const STREAMED = 0x0808;

/**
 * Dates, modes and versions of files carry no content, and other tools set them as they like. In a zip as Netra writes
 * it they are all alike, so that there even a change of these shows.
 */
async function checkUniform(source: Blob, entries: readonly FileEntry[]): Promise<void> {
  const isOurs = ({ rawBitFlag, compressionMethod }: FileEntry) => rawBitFlag === STREAMED && compressionMethod === 0;
  const first = entries.find(isOurs);
  // Past 4 GiB headers take another form; what is in them is still compared by the reader.
  if (first === undefined || entries.some(({ zip64 }) => zip64)) return;
  const end = new DataView(await source.slice(-22).arrayBuffer());
  if (end.getUint32(4, true) !== 0 || end.getUint16(8, true) !== end.getUint16(10, true)) throw new UnsafeArchive(ZIP.end);
  for (const entry of entries) {
    const local = new Uint8Array(await source.slice(entry.offset, entry.offset + 30).arrayBuffer());
    const expected = new DataView(new ArrayBuffer(30));
    expected.setUint32(0, 0x04034b50, true);
    expected.setUint16(4, first.version, true);
    expected.setUint16(6, STREAMED, true);
    expected.setUint32(10, Number(first.rawLastModDate), true);
    expected.setUint16(26, entry.rawFilename.length, true);
    const isAlike =
      isOurs(entry) &&
      entry.versionMadeBy === first.versionMadeBy &&
      entry.version === first.version &&
      entry.rawLastModDate === first.rawLastModDate &&
      entry.externalFileAttributes === first.externalFileAttributes &&
      entry.internalFileAttributes === 0 &&
      entry.diskNumberStart === 0 &&
      isSameBytes(local, new Uint8Array(expected.buffer));
    if (!isAlike) throw new UnsafeArchive(ZIP.altered, [entry.filename]);
  }
}

function expectOneFolder(names: readonly string[]): string {
  const folders = new Set(names.map((name) => name.split('/')[0] ?? ''));
  const [folder = ''] = folders;
  const outside = names.filter((name) => !name.includes('/'));
  if (folders.size !== 1 || outside.length > 0) throw new UnsafeArchive(ZIP.folders, outside);
  return folder;
}

/** @throws UnsafeArchive where names are too many, unsafe, equal but for letter case, or one names both a file and a folder. */
export function checkNames(names: readonly string[]): void {
  if (names.length > LIMITS.entries) throw new UnsafeArchive(ZIP.tooMany(LIMITS.entries));
  const seen = new Set<string>();
  const folders = new Set<string>();
  for (const name of names) {
    const low = name.toLowerCase();
    if (!isSafeName(name)) throw new UnsafeArchive(ZIP.unsafeName, [name]);
    if (seen.has(low)) throw new UnsafeArchive(ZIP.doubleName, [name]);
    seen.add(low);
    const parts = low.split('/');
    for (let i = 1; i < parts.length; i++) folders.add(parts.slice(0, i).join('/'));
  }
  const twin = names.find((name) => folders.has(name.toLowerCase()));
  if (twin !== undefined) throw new UnsafeArchive(ZIP.twin, [twin]);
}

/** Counts what really comes out, and stops at the declared size: the declaration may lie. */
async function readEntry(entry: FileEntry): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      length += part.length;
      if (length > entry.uncompressedSize) throw new Error('more bytes than declared');
      parts.push(part);
    },
  });
  await entry.getData(sink, READING);
  if (length !== entry.uncompressedSize) throw new Error('fewer bytes than declared');
  return joinBytes(...parts);
}
