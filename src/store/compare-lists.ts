// A list that is being imported against the lists in use: only the imported rows are looked up, so that no list is read through.
import type { GuardedAccount } from '../model/account.ts';
import type { RegistryRow } from '../model/registry.ts';
import { guardedFacts } from '../registry/facts.ts';
import { saying } from '../registry/index-lists.ts';
import { keysOf, settle } from '../registry/same-account.ts';
import { DamagedList, readShards, type ShardsReader } from '../registry/shard-reader.ts';
import { standingOf, toDay } from '../registry/standing.ts';
import type { NetraDb } from './db.ts';
import { opfsFolders } from './opfs.ts';
import { folderOf, NO_WRAP, type RegistryWorld } from './registry.ts';

/** What the comparison found. */
export interface Compared {
  /** Accounts that another list gives to somebody else, or to another office or status. */
  readonly count: number;
  /** The first of them: what is told, and the titles of the other lists. */
  readonly told: readonly { readonly say: string; readonly lists: readonly string[] }[];
  /** false: the lists are so long that only the first rows were compared. */
  readonly isWhole: boolean;
  /** Titles of lists that could not be opened or read. */
  readonly notRead: readonly string[];
}

export interface Comparison {
  /** Compares rows of the import. Never throws for another list's sake. */
  check(rows: readonly RegistryRow[]): Promise<void>;
  result(): Compared;
}

/** Asking costs some microseconds a key and list, from memory. */
const MAX_ASKED = 4_000_000;
/** Opening a row of another list costs two reads from the disk. */
const MAX_OPENED = 100_000;
const MAX_TOLD = 200;

interface Other {
  readonly title: string;
  readonly reader: ShardsReader;
}

/**
 * Opens every list in use but the one that the import replaces.
 * @param limits for tests
 */
export async function openComparison(
  db: NetraDb,
  replaced: string,
  given: Partial<RegistryWorld> = {},
  now: () => Date = () => new Date(),
  limits: { readonly asked: number; readonly opened: number } = { asked: MAX_ASKED, opened: MAX_OPENED },
): Promise<Comparison> {
  const { folders = opfsFolders(), wrap = NO_WRAP } = given;
  let others: Other[] = [];
  const notRead = new Set<string>();
  for (const entry of await db.registry.toArray()) {
    if (entry.listId === replaced || !['used', 'grace'].includes(standingOf(entry.list, toDay(now())))) continue;
    const { title } = entry.list.papers;
    const key = await db.registryKeys.get(entry.generation);
    try {
      if (key === undefined) throw new DamagedList('key');
      others.push({
        title,
        reader: await readShards(await folders.open(folderOf(entry)), await wrap.unwrap(key.wrapped), entry.manifestHash),
      });
    } catch {
      notRead.add(title);
    }
  }
  let asked = 0;
  let opened = 0;
  let count = 0;
  const told = new Map<string, ReadonlySet<string>>();
  const isDone = () => asked >= limits.asked || opened >= limits.opened;

  async function find({ title, reader }: Other, key: string): Promise<readonly RegistryRow[]> {
    asked += 1;
    try {
      const found = reader.find([key]);
      // Most are answered from memory: nothing is waited for then.
      if (!(found instanceof Promise)) return found.map(({ row }) => row);
      opened += 1;
      return (await found).map(({ row }) => row);
    } catch (error) {
      if (!(error instanceof DamagedList)) throw error;
      others = others.filter((one) => one.reader !== reader);
      notRead.add(title);
      return [];
    }
  }

  async function compare(row: RegistryRow): Promise<void> {
    const found: { title: string; row: RegistryRow }[] = [];
    for (const key of keysOf(row))
      for (const other of others) for (const one of await find(other, key)) found.push({ title: other.title, row: one });
    const against = found.filter((one) => settle([toGuarded(row), toGuarded(one.row)], guardedFacts).contradictions.length > 0);
    const [first] = against;
    if (first === undefined) return;
    count += 1;
    if (told.size >= MAX_TOLD) return;
    const rows = [row, ...against.map((one) => one.row)];
    const fact = settle([toGuarded(row), toGuarded(first.row)], guardedFacts).contradictions[0]?.fact ?? 'person';
    const say = saying(rows, fact, [...new Set(rows.map(({ person }) => person))]);
    told.set(say, new Set([...(told.get(say) ?? []), ...against.map(({ title }) => title)]));
  }

  return {
    async check(rows) {
      if (others.length === 0) return;
      for (const row of rows) {
        if (isDone()) return;
        await compare(row);
      }
    },
    result: () => ({
      count,
      told: [...told].map(([say, lists]) => ({ say, lists: [...lists].sort() })),
      isWhole: !isDone(),
      notRead: [...notRead].sort(),
    }),
  };
}

const toGuarded = ({ nip: _nip, earlierHandles: _earlier, ...row }: RegistryRow): GuardedAccount => row;
