// Writes one list into a folder: rows are sealed as they come, their keys wait in 256 heaps, and are put in order at the end.
import { sha256 } from '../lib/hash.ts';
import type { Ambiguous } from '../model/lists.ts';
import type { FileName, Manifest } from '../model/manifest.ts';
import type { RegistryList, RegistryRow } from '../model/registry.ts';
import { Doubles } from './shard-doubles.ts';
import type { Folder, OutFile } from './shard-folder.ts';
import { Heaps, type Spill } from './shard-heaps.ts';
import { buildPart, compareDigests, type Directory, shapeOf, sortEntries, startDirectory, toDirectoryBytes } from './shard-index.ts';
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
/** More rows than these and nobody is found by name: it would cost most of the import's time, and names say little in so long a list. */
export const MOST_NAMED_ROWS = 300_000;
/** More rows than these of people with one pair of names are told by nobody: the name says too little. */
const MOST_OF_A_NAME = 200;
const SPILL = 'spill';
/** The longest record and what its head needs. */
const READ_AHEAD = 1024;

/**
 * @param secret the list's key, LIST_KEY_BYTES long
 * @param sealers other threads that seal with the same key; none: here
 * @param namedRows up to this many rows people can be found by name; 0: never
 */
export async function writeShards(
  folder: Folder,
  secret: Uint8Array,
  sealers: readonly Sealer[] = [],
  namedRows = MOST_NAMED_ROWS,
): Promise<ShardsWriter> {
  const keys = keysFrom(secret);
  const own: Sealer = async (packed) => seal(packed, keys);
  const workers = sealers.length > 0 ? sealers : [own];
  const records = await hashed(folder, 'records');
  const spill: Spill = { file: await folder.create(SPILL), size: 0 };
  const accounts = new Heaps(spill);
  let names = new Heaps(spill);
  let withNames = namedRows > 0;
  const people = new PeopleCount();
  let from = 0;
  let rowCount = 0;
  let turn = 0;
  let failure: unknown = null;
  let tail: Promise<void> = Promise.resolve();
  const running: Promise<void>[] = [];

  async function take({ records: bytes, entries, nameEntries }: Sealed): Promise<void> {
    await records.append(bytes);
    await accounts.take(entries);
    if (withNames) await names.take(nameEntries);
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
        rowCount += part.length;
        if (withNames && rowCount > namedRows) {
          withNames = false;
          names = new Heaps(spill);
        }
        const packed = pack(part, from, withNames);
        from += packed.size;
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
      const doubles = new Doubles();
      const groups = accounts.groups();
      for (const [at, group] of groups.entries()) {
        const entries = await accounts.entries(group);
        doubles.gather(entries, sortEntries(entries, groups.length > 1 ? 1 : 0));
        told?.((0.2 * at) / groups.length);
      }
      const judged = await doubles.judge(openAt);
      const [index, filter] = [await hashed(folder, 'index'), await hashed(folder, 'filter')];
      const directory = await writeIndex(accounts, judged.dead, Number.POSITIVE_INFINITY, index, filter, (done) =>
        told?.(0.2 + 0.4 * done),
      );
      const namesIndex = await hashed(folder, 'namesIndex');
      const namesDirectory = await writeIndex(names, judged.dead, MOST_OF_A_NAME, namesIndex, null, (done) => told?.(0.6 + 0.3 * done));
      const [directoryFile, namesDirectoryFile] = [await hashed(folder, 'directory'), await hashed(folder, 'namesDirectory')];
      await directoryFile.append(toDirectoryBytes(directory));
      await namesDirectoryFile.append(toDirectoryBytes(namesDirectory));
      await spill.file.close();
      await folder.remove(SPILL);
      const files = {
        directory: await directoryFile.end(),
        filter: await filter.end(),
        index: await index.end(),
        namesDirectory: await namesDirectoryFile.end(),
        namesIndex: await namesIndex.end(),
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
        sizes: Object.fromEntries(FILES.map((name) => [name, files[name].size])) as Record<FileName, number>,
      };
    },
    async abort() {
      await tail.catch(() => undefined);
      await spill.file.close().catch(() => undefined);
      await records.file.close().catch(() => undefined);
    },
  };
}

/** Puts the keys in order, without those of dead records. @param most of equal keys, the first so many @param filter null: none is asked for */
async function writeIndex(
  heaps: Heaps,
  dead: ReadonlySet<number>,
  most: number,
  index: HashedFile,
  filter: HashedFile | null,
  told: (done: number) => void,
): Promise<Directory> {
  const groups = heaps.groups();
  const inParts = groups.length > 1;
  const directory = startDirectory(shapeOf(heaps.count, inParts));
  const each = 2 ** directory.segmentBits / groups.length;
  for (const [at, group] of groups.entries()) {
    const entries = withoutDead(await heaps.entries(group), dead);
    const order = firstOfEqual(entries, sortEntries(entries, inParts ? 1 : 0), most);
    const built = buildPart(entries, order, directory, [at * each, (at + 1) * each], filter !== null);
    await index.append(built.index);
    await filter?.append(built.filter);
    told(at / groups.length);
  }
  return directory;
}

function withoutDead(entries: Uint8Array<ArrayBuffer>, dead: ReadonlySet<number>): Uint8Array<ArrayBuffer> {
  if (dead.size === 0) return entries;
  let to = 0;
  for (let at = 0; at < entries.length; at += SPILL_BYTES) {
    if (dead.has(readOffset(entries, at + PLACE_BYTES + OPEN_BYTES))) continue;
    entries.copyWithin(to, at, at + SPILL_BYTES);
    to += SPILL_BYTES;
  }
  return entries.subarray(0, to);
}

function firstOfEqual(entries: Uint8Array, order: Uint32Array, most: number): Uint32Array {
  if (most === Number.POSITIVE_INFINITY) return order;
  let run = 0;
  return order.filter((entry, at) => {
    run = at > 0 && compareDigests(entries, order[at - 1] as number, entry) === 0 ? run + 1 : 1;
    return run <= most;
  });
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
