// Writes one list into a folder: rows are sealed as they come, their keys wait in 256 heaps, and are put in order at the end.
import { sha256 } from '../lib/hash.ts';
import type { Ambiguous } from '../model/lists.ts';
import type { FileName, Manifest } from '../model/manifest.ts';
import type { RegistryList, RegistryRow } from '../model/registry.ts';
import { Doubles, type Judged } from './shard-doubles.ts';
import type { Folder, OutFile } from './shard-folder.ts';
import { buildPart, joined, ONE_GO, PARTITIONS, shapeOf, sortEntries, startDirectory, toDirectoryBytes } from './shard-index.ts';
import { keysFrom, OPEN_BYTES, PLACE_BYTES } from './shard-keys.ts';
import { FILES, hashFile, MANIFEST, PassingHash } from './shard-manifest.ts';
import { PeopleCount } from './shard-people.ts';
import { open, type Packed, pack, readOffset, recordLength, type Sealed, SPILL_BYTES, seal } from './shard-record.ts';

/** Seals packed rows; may do so in another thread. */
export type Sealer = (packed: Packed) => Promise<Sealed>;

export interface ShardsWritten {
  readonly manifestHash: string;
  readonly counts: Omit<RegistryList['counts'], 'refused'>;
  readonly ambiguous: readonly Ambiguous[];
  /** Bytes on disk. */
  readonly sizes: Readonly<Record<FileName, number>>;
}

export interface ShardsWriter {
  add(rows: readonly RegistryRow[]): Promise<void>;
  /** @param told how much of putting in order is done, 0 to 1 */
  finish(told?: (done: number) => void): Promise<ShardsWritten>;
  /** Ends without a list: files are closed, the folder is the caller's to remove. */
  abort(): Promise<void>;
}

const BATCH = 4096;
const HEAP = 2048 * SPILL_BYTES;
const SPILL = 'spill';
/** The longest record and what its head needs. */
const READ_AHEAD = 1024;

/** @param secret the list's key, LIST_KEY_BYTES long @param sealers other threads that seal with the same key; none: here */
export async function writeShards(folder: Folder, secret: Uint8Array, sealers: readonly Sealer[] = []): Promise<ShardsWriter> {
  const keys = keysFrom(secret);
  const own: Sealer = async (packed) => seal(packed, keys);
  const workers = sealers.length > 0 ? sealers : [own];
  const records = await hashed(folder, 'records');
  const spill = await folder.create(SPILL);
  const heaps = Array.from({ length: PARTITIONS }, () => ({ bytes: new Uint8Array(32 * SPILL_BYTES), used: 0, chunks: [] as number[] }));
  const people = new PeopleCount();
  let spilled = 0;
  let from = 0;
  let rowCount = 0;
  let keyCount = 0;
  let turn = 0;
  let failure: unknown = null;
  let tail: Promise<void> = Promise.resolve();
  const running: Promise<void>[] = [];

  async function take({ records: bytes, entries }: Sealed): Promise<void> {
    await records.append(bytes);
    for (let at = 0; at < entries.length; at += SPILL_BYTES) {
      const heap = heaps[entries[at] as number] as (typeof heaps)[number];
      if (heap.used === heap.bytes.length) {
        if (heap.used === HEAP) {
          heap.chunks.push(spilled);
          spilled += HEAP;
          await spill.append(heap.bytes);
          heap.used = 0;
        } else {
          const more = new Uint8Array(Math.min(HEAP, heap.bytes.length * 2));
          more.set(heap.bytes);
          heap.bytes = more;
        }
      }
      heap.bytes.set(entries.subarray(at, at + SPILL_BYTES), heap.used);
      heap.used += SPILL_BYTES;
    }
    keyCount += entries.length / SPILL_BYTES;
  }

  async function entriesOf(first: number, last: number): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = [];
    for (const { bytes, used, chunks } of heaps.slice(first, last)) {
      for (const at of chunks) parts.push(await spill.read(at, HEAP));
      parts.push(bytes.subarray(0, used));
    }
    return joined(parts);
  }

  async function openAt(offset: number, opening: Uint8Array): Promise<RegistryRow> {
    let bytes = await records.file.read(offset, READ_AHEAD);
    const length = recordLength(bytes);
    if (length > bytes.length) bytes = await records.file.read(offset, length);
    const row = open(bytes.subarray(0, length), offset, opening, keys);
    if (typeof row === 'string') throw new Error(`records: ${row}`);
    return row;
  }

  return {
    async add(rows) {
      for (let at = 0; at < rows.length; at += BATCH) {
        if (failure !== null) throw failure;
        const part = rows.slice(at, at + BATCH);
        const packed = pack(part, from);
        from += packed.size;
        rowCount += part.length;
        for (const row of part) people.add(row);
        const sealed = (workers[turn++ % workers.length] as Sealer)(packed);
        // In the order in which they were given, whoever is ready first.
        tail = tail.then(async () => take(await sealed));
        tail.catch((error: unknown) => {
          failure ??= error;
        });
        sealed.catch(() => undefined);
        running.push(tail);
        while (running.length > 2 * workers.length) await running.shift();
      }
    },
    async finish(told) {
      await tail;
      const groups: [number, number][] =
        keyCount <= ONE_GO ? [[0, PARTITIONS]] : Array.from({ length: PARTITIONS }, (_, partition) => [partition, partition + 1]);
      const skip = groups.length > 1 ? 1 : 0;
      const doubles = new Doubles();
      for (const [at, [first, last]] of groups.entries()) {
        const entries = await entriesOf(first, last);
        doubles.gather(entries, sortEntries(entries, skip));
        told?.((0.3 * at) / groups.length);
      }
      const judged = await doubles.judge(openAt);
      const deadKeys = judged.dead.size === 0 ? 0 : await countDead(groups, entriesOf, judged);
      const directory = startDirectory(shapeOf(keyCount - deadKeys, groups.length > 1));
      const segmentCount = 2 ** directory.segmentBits;
      const [index, filter] = [await hashed(folder, 'index'), await hashed(folder, 'filter')];
      for (const [at, [first, last]] of groups.entries()) {
        const entries = withoutDead(await entriesOf(first, last), judged.dead);
        const segments: [number, number] = groups.length === 1 ? [0, segmentCount] : spanOf(segmentCount, first);
        const built = buildPart(entries, sortEntries(entries, skip), directory, segments);
        await index.append(built.index);
        await filter.append(built.filter);
        told?.(0.3 + (0.6 * at) / groups.length);
      }
      const directoryFile = await hashed(folder, 'directory');
      await directoryFile.append(toDirectoryBytes(directory));
      await spill.close();
      await folder.remove(SPILL);
      const files = {
        directory: await directoryFile.end(),
        filter: await filter.end(),
        index: await index.end(),
        records: await records.end(),
      };
      const manifest: Manifest = { format: 'netra-registry-1', files };
      const text = JSON.stringify(manifest);
      const manifestFile = await folder.create(MANIFEST);
      await manifestFile.append(new TextEncoder().encode(text));
      await manifestFile.close();
      await expectSame(folder, manifest);
      const { merged, contradictions, told: ambiguous, dead } = judged;
      return {
        manifestHash: await sha256(text),
        counts: { accounts: rowCount - dead.size - merged, people: people.count(), ambiguous: contradictions },
        ambiguous,
        sizes: { directory: files.directory.size, filter: files.filter.size, index: files.index.size, records: files.records.size },
      };
    },
    async abort() {
      await tail.catch(() => undefined);
      await spill.close().catch(() => undefined);
      await records.file.close().catch(() => undefined);
    },
  };
}

type Groups = readonly (readonly [number, number])[];

function spanOf(segments: number, partition: number): [number, number] {
  const each = segments / PARTITIONS;
  return [partition * each, (partition + 1) * each];
}

const isDead = (entries: Uint8Array, at: number, dead: ReadonlySet<number>) => dead.has(readOffset(entries, at + PLACE_BYTES + OPEN_BYTES));

async function countDead(
  groups: Groups,
  entriesOf: (first: number, last: number) => Promise<Uint8Array>,
  { dead }: Judged,
): Promise<number> {
  let count = 0;
  for (const [first, last] of groups) {
    const entries = await entriesOf(first, last);
    for (let at = 0; at < entries.length; at += SPILL_BYTES) if (isDead(entries, at, dead)) count++;
  }
  return count;
}

function withoutDead(entries: Uint8Array<ArrayBuffer>, dead: ReadonlySet<number>): Uint8Array<ArrayBuffer> {
  if (dead.size === 0) return entries;
  let to = 0;
  for (let at = 0; at < entries.length; at += SPILL_BYTES) {
    if (isDead(entries, at, dead)) continue;
    entries.copyWithin(to, at, at + SPILL_BYTES);
    to += SPILL_BYTES;
  }
  return entries.subarray(0, to);
}

interface HashedFile {
  readonly file: OutFile;
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  end(): Promise<{ size: number; hash: string }>;
}

async function hashed(folder: Folder, name: FileName): Promise<HashedFile> {
  const file = await folder.create(name);
  const hash = new PassingHash();
  return {
    file,
    append(bytes) {
      hash.add(bytes);
      return file.append(bytes);
    },
    async end() {
      await file.close();
      return hash.end();
    },
  };
}

/** What stands on disk is what was written, or the list is not used. */
async function expectSame(folder: Folder, manifest: Manifest): Promise<void> {
  for (const name of FILES) {
    const { size, hash } = await hashFile(await folder.open(name));
    if (size !== manifest.files[name].size || hash !== manifest.files[name].hash) throw new Error(`${name}: not what was written`);
  }
}
