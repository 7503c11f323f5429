// Writes one list into a folder: rows are sealed as they come, their keys wait in 256 heaps, and are put in order at the end.
import { sha256 } from '../lib/hash.ts';
import { nextTurn } from '../lib/turn.ts';
import type { Ambiguous } from '../model/lists.ts';
import type { FileName, Manifest } from '../model/manifest.ts';
import type { RegistryList, RegistryRow } from '../model/registry.ts';
import { Doubles } from './shard-doubles.ts';
import { expectSame, type HashedFile, hashed } from './shard-files.ts';
import type { Folder, InFile } from './shard-folder.ts';
import { Heaps, type Spill } from './shard-heaps.ts';
import { buildPart, compareDigests, type Directory, shapeOf, sortEntries, startDirectory, toDirectoryBytes } from './shard-index.ts';
import { keysFrom, type ListKeys, OPEN_BYTES, PLACE_BYTES } from './shard-keys.ts';
import { FILES, hashFile, MANIFEST } from './shard-manifest.ts';
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
/** Batches for each thread that may be on their way. */
const AHEAD = 3;
/** More rows than these and nobody is found by name: it would cost most of the import's time, and names say little in so long a list. */
export const MOST_NAMED_ROWS = 300_000;
/** More rows than these of people with one pair of names are told by nobody: the name says too little. */
const MOST_OF_A_NAME = 200;
/** Before they are judged: so many are judged unusable in any case. */
const MOST_OF_AN_ACCOUNT = 600;
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
  const waiting: RegistryRow[] = [];

  async function take({ records: bytes, entries, nameEntries }: Sealed): Promise<void> {
    await records.append(bytes);
    await accounts.take(entries);
    if (withNames) await names.take(nameEntries);
  }

  /** Hands a batch to the next thread; answers when more can be taken. */
  async function sealNext(): Promise<void> {
    if (failure !== null) throw failure;
    const part = waiting.splice(0, BATCH);
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
    while (running.length > AHEAD * workers.length) await running.shift();
  }

  return {
    async add(rows) {
      for (const row of rows) waiting.push(row);
      while (waiting.length >= BATCH) await sealNext();
    },
    async finish(told) {
      while (waiting.length > 0) await sealNext();
      await tail;
      // Looked at again while the index is made: most of the bytes are here.
      const recordsWritten = await records.end();
      const recordsFile = await folder.open('records');
      const recordsSeen = hashFile(recordsFile);
      recordsSeen.catch(() => undefined);
      const doubles = new Doubles();
      const files = async () => [await hashed(folder, 'index'), await hashed(folder, 'filter')] as const;
      let [index, filter] = await files();
      let directory = await writeIndex(accounts, { index, filter, doubles, most: MOST_OF_AN_ACCOUNT }, (done) => told?.(0.6 * done));
      const judged = await doubles.judge((offset, opening) => openAt(recordsFile, offset, opening, keys));
      if (judged.dead.size > 0) {
        // Rare: what was written with them is written once more without.
        await index.end();
        await filter.end();
        [index, filter] = await files();
        directory = await writeIndex(accounts, { index, filter, dead: judged.dead }, () => undefined);
      }
      const namesIndex = await hashed(folder, 'namesIndex');
      const ofNames = { index: namesIndex, filter: null, dead: judged.dead, most: MOST_OF_A_NAME };
      const namesDirectory = await writeIndex(names, ofNames, (done) => told?.(0.6 + 0.3 * done));
      const [directoryFile, namesDirectoryFile] = [await hashed(folder, 'directory'), await hashed(folder, 'namesDirectory')];
      await directoryFile.append(toDirectoryBytes(directory));
      await namesDirectoryFile.append(toDirectoryBytes(namesDirectory));
      await spill.file.close();
      await folder.remove(SPILL);
      const written = {
        directory: await directoryFile.end(),
        filter: await filter.end(),
        index: await index.end(),
        namesDirectory: await namesDirectoryFile.end(),
        namesIndex: await namesIndex.end(),
        records: recordsWritten,
      };
      const manifest: Manifest = { format: 'netra-registry-1', files: written };
      const text = JSON.stringify(manifest);
      const manifestFile = await folder.create(MANIFEST);
      await manifestFile.append(new TextEncoder().encode(text));
      await manifestFile.close();
      await expectSame(folder, manifest, await recordsSeen);
      const { merged, contradictions, told: ambiguous, dead } = judged;
      return {
        manifestHash: await sha256(text),
        counts: { accounts: rowCount - dead.size - merged, people: people.count(), ambiguous: contradictions },
        ambiguous,
        sizes: Object.fromEntries(FILES.map((name) => [name, written[name].size])) as Record<FileName, number>,
      };
    },
    async abort() {
      await tail.catch(() => undefined);
      await spill.file.close().catch(() => undefined);
      await records.file.close().catch(() => undefined);
    },
  };
}

interface IndexTo {
  readonly index: HashedFile;
  /** null: none is asked for. */
  readonly filter: HashedFile | null;
  /** Is told of keys that stand more than once. */
  readonly doubles?: Doubles;
  /** Records whose keys are left out. */
  readonly dead?: ReadonlySet<number>;
  /** Of equal keys the first so many. */
  readonly most?: number;
}

/** Puts the keys in order, and writes them. */
async function writeIndex(heaps: Heaps, to: IndexTo, told: (done: number) => void): Promise<Directory> {
  const { index, filter, doubles, dead = new Set<number>(), most = Number.POSITIVE_INFINITY } = to;
  const groups = heaps.groups();
  const inParts = groups.length > 1;
  const directory = startDirectory(shapeOf(heaps.count, inParts));
  const each = 2 ** directory.segmentBits / groups.length;
  for (const [at, group] of groups.entries()) {
    const entries = withoutDead(await heaps.entries(group), dead);
    const sorted = sortEntries(entries, inParts ? 1 : 0);
    doubles?.gather(entries, sorted);
    const order = firstOfEqual(entries, sorted, most);
    const built = buildPart(entries, order, directory, [at * each, (at + 1) * each], filter !== null);
    await index.append(built.index);
    await filter?.append(built.filter);
    told(at / groups.length);
    await nextTurn();
  }
  return directory;
}

async function openAt(records: InFile, offset: number, opening: Uint8Array, keys: ListKeys): Promise<RegistryRow> {
  let bytes = await records.read(offset, READ_AHEAD);
  const length = recordLength(bytes);
  if (length > bytes.length) bytes = await records.read(offset, length);
  const row = open(bytes.subarray(0, length), offset, opening, keys);
  if (typeof row === 'string') throw new Error(`records: ${row}`);
  return row;
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
