// Looks accounts up in one written list. What is not on it is answered from memory; what is, from two short reads.
import { crc32 } from '../lib/crc32.ts';
import type { FileName, Manifest } from '../model/manifest.ts';
import type { RegistryRow } from '../model/registry.ts';
import { keysOf } from './same-account.ts';
import { filterSize, mayHold } from './shard-filter.ts';
import type { Folder, InFile } from './shard-folder.ts';
import { CRC_BYTES, type Directory, ENTRY_BYTES, filterWords, findInBlock, firstBits, readDirectory } from './shard-index.ts';
import { keysFrom, OPEN_BYTES, PLACE_BYTES } from './shard-keys.ts';
import { FILES, hashFile, MANIFEST, readManifest } from './shard-manifest.ts';
import { Remembered, readAll } from './shard-reads.ts';
import { open, recordLength } from './shard-record.ts';

/** A file of a list is not as it was written, or is gone: the list must not be used. */
export class DamagedList extends Error {
  readonly file: string;
  constructor(file: string, cause?: unknown) {
    super(`the list's file "${file}" is not as it was written`, { cause });
    this.file = file;
  }
}

/** A row of a list, with the place that names it within the list. */
export interface FoundRow {
  readonly place: number;
  readonly row: RegistryRow;
}

export interface ShardsReader {
  /**
   * Rows of accounts by their keys, as account-key.ts writes them, all together. At once where memory answers.
   * @throws DamagedList
   */
  find(accountKeys: readonly string[]): Promise<readonly FoundRow[]> | readonly FoundRow[];
  /** Rows of people by one of the texts of name-keys.ts, not more than 200. @throws DamagedList */
  findByName(nameKey: string): Promise<readonly FoundRow[]>;
  /** False: the list was written without the index of names, so that none of its people is found by name. */
  readonly hasNames: boolean;
  /** Reads every byte. @throws DamagedList with the first file that is not as it was written */
  check(): Promise<void>;
  /** Bytes held in memory. */
  readonly held: number;
}

interface Looked {
  readonly rows: readonly FoundRow[];
  /** Of the records that were read. */
  readonly bytes: number;
}

/** For each list. */
const MAX_REMEMBERED = 1 << 20;
/** An account that is remembered, without its rows. */
const KEPT_BYTES = 200;
const NONE: readonly FoundRow[] = [];
const READ_AHEAD = 1024;

/** Opens a written list: looks at sizes and at all that stays in memory. @throws DamagedList */
export async function readShards(folder: Folder, secret: Uint8Array, manifestHash: string): Promise<ShardsReader> {
  const manifestBytes = await whole(folder, MANIFEST);
  const manifest = await readManifest(new TextDecoder().decode(manifestBytes), manifestHash);
  if (manifest === null) throw new DamagedList(MANIFEST);
  const files = {} as Record<FileName, InFile>;
  await Promise.all(
    FILES.map(async (name) => {
      files[name] = await guarded(name, () => folder.open(name));
      if (files[name].size !== manifest.files[name].size) throw new DamagedList(name);
    }),
  );
  // Together: the filter is most of what is read before the first answer.
  const [directory, filter] = await Promise.all([
    expectDirectory('directory', files.directory, manifest),
    guarded('filter', () => files.filter.read(0, files.filter.size)),
  ]);
  const keys = keysFrom(secret);
  const blockStarts = startsOf(directory);
  const filterStarts = filterStartsOf(directory);
  if (blockStarts.at(-1) !== files.index.size || filterStarts.at(-1) !== filter.length) throw new DamagedList('directory');
  // Here and not where a segment is first asked: a page's accounts are scattered over most of them, and its answer would wait for that.
  for (const [number, { crc }] of directory.segments.entries())
    if (crc32(filter, filterStarts[number] as number, filterStarts[number + 1] as number) !== crc) throw new DamagedList('filter');
  const digest = new Uint8Array(PLACE_BYTES + OPEN_BYTES);
  const text = new TextEncoder();
  const remembered = new Remembered<readonly FoundRow[]>(MAX_REMEMBERED);
  let scratch = new Uint8Array(1024);

  function toDigest(key: string, out: Uint8Array): void {
    // Three bytes a sign at most.
    if (key.length * 3 > scratch.length) scratch = new Uint8Array(key.length * 3);
    keys.digest(scratch, 0, text.encodeInto(key, scratch).written, out, 0);
  }

  function isPossible(): boolean {
    const number = firstBits(digest, 0, directory.segmentBits);
    const segment = directory.segments[number] as Directory['segments'][number];
    if (segment.count === 0) return false;
    const [a, b] = filterWords(digest, 0);
    return mayHold(filter, filterStarts[number] as number, segment.count, segment.seed, a, b);
  }

  /** Rows that a block of the index names for each of these digests, whether they are of that account or only look alike. */
  async function look(
    asked: readonly Uint8Array[],
    name: 'index' | 'namesIndex',
    bits: number,
    starts: Float64Array,
  ): Promise<readonly Looked[]> {
    const blocks = asked.map((own) => {
      const block = firstBits(own, 0, bits);
      const at = starts[block] as number;
      return { at, length: (starts[block + 1] as number) - at };
    });
    const bytes = await guarded(name, () => readAll(files[name], blocks));
    const places = asked.map((own, i) =>
      bytes[i]?.length === 0 && blocks[i]?.length === 0 ? [] : findInBlock(bytes[i] as Uint8Array, own),
    );
    if (places.includes(null)) throw new DamagedList(name);
    const wanted = (places as number[][]).flatMap((all, i) => all.map((at) => ({ at, length: READ_AHEAD, i })));
    const records = await guarded('records', () => readAll(files.records, wanted));
    const looked = asked.map((): { rows: FoundRow[]; bytes: number } => ({ rows: [], bytes: 0 }));
    for (const [n, { at, i }] of wanted.entries()) {
      const own = looked[i] as { rows: FoundRow[]; bytes: number };
      const { row, length } = await openAt(records[n] as Uint8Array, at, (asked[i] as Uint8Array).subarray(PLACE_BYTES));
      own.bytes += length;
      if (row !== null) own.rows.push({ place: at, row });
    }
    return looked;
  }

  async function openAt(ahead: Uint8Array, place: number, opening: Uint8Array): Promise<{ row: RegistryRow | null; length: number }> {
    const length = recordLength(ahead);
    const bytes = length > ahead.length ? await guarded('records', () => files.records.read(place, length)) : ahead.subarray(0, length);
    const row = open(bytes, place, opening, keys);
    if (row === 'damaged') throw new DamagedList('records');
    return { row: row === 'closed' ? null : row, length };
  }

  async function lookAccounts(accountKeys: readonly string[], digests: readonly Uint8Array[]): Promise<readonly FoundRow[]> {
    const looked = await look(digests, 'index', directory.blockBits, blockStarts);
    return looked.flatMap(({ rows, bytes }, i) => {
      const accountKey = accountKeys[i] as string;
      // The row itself says whose it is: what only looks alike is nobody's.
      const own = rows.filter(({ row }) => keysOf(row).includes(accountKey));
      // As text a row takes about four times its bytes, with all that holds it.
      remembered.set(accountKey, own, KEPT_BYTES + 4 * bytes);
      return own;
    });
  }

  return {
    find(accountKeys) {
      const found: FoundRow[] = [];
      const [unread, digests]: [string[], Uint8Array[]] = [[], []];
      for (const accountKey of accountKeys) {
        const before = remembered.get(accountKey);
        if (before !== undefined) {
          found.push(...before);
          continue;
        }
        toDigest(accountKey, digest);
        if (!isPossible()) continue;
        unread.push(accountKey);
        digests.push(digest.slice());
      }
      return unread.length === 0 ? found : lookAccounts(unread, digests).then((more) => [...found, ...more]);
    },
    async findByName(nameKey) {
      // Asked for a few times an hour: not held in memory.
      const names = await expectDirectory('namesDirectory', files.namesDirectory, manifest);
      const own = new Uint8Array(PLACE_BYTES + OPEN_BYTES);
      toDigest(nameKey, own);
      return (await look([own], 'namesIndex', names.blockBits, startsOf(names)))[0]?.rows ?? NONE;
    },
    hasNames: files.namesIndex.size > 0 || files.records.size === 0,
    async check() {
      for (const name of FILES) {
        const seen = await guarded(name, async () => hashFile(await folder.open(name)));
        if (seen.hash !== manifest.files[name].hash) throw new DamagedList(name);
      }
    },
    get held() {
      return filter.length + blockStarts.byteLength + filterStarts.byteLength + directory.blocks.byteLength + remembered.bytes;
    },
  };
}

async function expectDirectory(name: 'directory' | 'namesDirectory', file: InFile, manifest: Manifest): Promise<Directory> {
  const bytes = await guarded(name, () => file.read(0, file.size));
  const { hash } = await hashFile({ size: bytes.length, read: async (at, length) => bytes.slice(at, at + length) });
  const directory = hash === manifest.files[name].hash ? readDirectory(bytes) : null;
  if (directory === null) throw new DamagedList(name);
  return directory;
}

/** What the disk refuses counts as damage to that file. */
async function guarded<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof DamagedList ? error : new DamagedList(file, error);
  }
}

function whole(folder: Folder, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return guarded(name, async () => {
    const file = await folder.open(name);
    return file.read(0, file.size);
  });
}

/** Where each block of the index starts, and where the last one ends. */
function startsOf({ blocks }: Directory): Float64Array {
  const starts = new Float64Array(blocks.length + 1);
  let at = 0;
  for (let i = 0; i < blocks.length; i++) {
    const count = blocks[i] as number;
    at += count === 0 ? 0 : count * ENTRY_BYTES + CRC_BYTES;
    starts[i + 1] = at;
  }
  return starts;
}

function filterStartsOf({ segments }: Directory): Float64Array {
  const starts = new Float64Array(segments.length + 1);
  let at = 0;
  for (const [i, { count }] of segments.entries()) {
    at += filterSize(count);
    starts[i + 1] = at;
  }
  return starts;
}
