// The registry as the background asks it: accounts in, the rows of these accounts out. It cannot be listed.
import type { Account, GuardedAccount, RowList, SiteId } from '../model/account.ts';
import { handleKey, idKey } from '../model/account-key.ts';
import type { Papers, RegistryList, RegistryRow } from '../model/registry.ts';
import { keysOf } from '../registry/same-account.ts';
import { DamagedList, readShards, type ShardsReader } from '../registry/shard-reader.ts';
import { type Standing, standingOf, toDay } from '../registry/standing.ts';
import type { NetraDb, RegistryEntry } from './db.ts';
import { opfsFolders } from './opfs.ts';
import { folderOf, NO_WRAP, type RegistryWorld } from './registry.ts';

export interface Asked {
  readonly platform: SiteId;
  readonly account: Pick<Account, 'id' | 'handle'>;
}

/** A row with the last digits of the person's number, which tell namesakes apart. */
export interface NamedRow extends GuardedAccount {
  readonly numberEnd: string | null;
}

/** People found by name, and the lists that could not be asked by name. */
export interface NamedRows {
  readonly rows: readonly NamedRow[];
  /** Titles of lists in use that were written without names: too long for it. */
  readonly notAsked: readonly string[];
}

export interface KeptList {
  readonly list: RegistryList;
  readonly standing: Standing | 'damaged';
  /** The file that is not as it was written. */
  readonly damaged: string | null;
}

export interface RegistryLookup {
  /** Opens the lists as they are now. Throws while their keys are locked. */
  reload(): Promise<void>;
  /**
   * Rows of all lists in use that share an account with what is asked, and rows that share one with those: what contradicts a row
   * is always among them. Duplicates are for the caller to settle. Waits for `reload` if it never ran.
   */
  find(asked: readonly Asked[]): Promise<readonly GuardedAccount[]>;
  /** Rows of people by the texts of name-keys.ts, with the end of the person's number: few, or a name that common that it says nothing. */
  byName(keys: readonly string[]): Promise<NamedRows>;
  standings(): Promise<readonly KeptList[]>;
  /** Reads every byte of every list; those that are not as they were written are used no more. */
  check(): Promise<void>;
}

interface Open {
  readonly entry: RegistryEntry;
  readonly reader: ShardsReader | null;
  readonly damaged: string | null;
}

/** More rows than this for one look-up means that rows hang together which no person could belong to: the rest is left out. */
const MAX_KEYS_FOLLOWED = 2000;

export function openLookup(db: NetraDb, given: Partial<RegistryWorld> = {}, now: () => Date = () => new Date()): RegistryLookup {
  const { folders = opfsFolders(), wrap = NO_WRAP } = given;
  let opened: Promise<readonly Open[]> | null = null;

  async function openOne(entry: RegistryEntry): Promise<Open> {
    const key = await db.registryKeys.get(entry.generation);
    if (key === undefined) return { entry, reader: null, damaged: 'key' };
    const secret = await wrap.unwrap(key.wrapped);
    try {
      const folder = await folders.open(folderOf(entry)).catch((error: unknown) => {
        throw new DamagedList(folderOf(entry), error);
      });
      return { entry, reader: await readShards(folder, secret, entry.manifestHash), damaged: null };
    } catch (error) {
      if (!(error instanceof DamagedList)) throw error;
      // Replaced while it was being opened.
      const current = await db.registry.get(entry.listId);
      if (current !== undefined && current.generation !== entry.generation) return openOne(current);
      return { entry, reader: null, damaged: error.file };
    }
  }

  const load = async () => Promise.all((await db.registry.toArray()).map(openOne));
  function lists(): Promise<readonly Open[]> {
    if (opened === null) {
      const loading = load();
      opened = loading;
      loading.catch(() => {
        if (opened === loading) opened = null;
      });
    }
    return opened;
  }

  /** A list of which a file fails is opened anew: it may have been replaced. If not, it is used no more. */
  async function afterDamage(failed: Open, error: DamagedList): Promise<void> {
    const current = await db.registry.get(failed.entry.listId);
    const next: Open[] =
      current === undefined
        ? []
        : current.generation === failed.entry.generation
          ? [{ ...failed, reader: null, damaged: error.file }]
          : [await openOne(current)];
    opened = Promise.resolve((await lists()).flatMap((one) => (one.entry.listId === failed.entry.listId ? next : [one])));
  }

  const isCurrent = async ({ listId, generation }: RegistryEntry) => (await db.registry.get(listId))?.generation === generation;

  const standing = ({ entry, damaged }: Open): KeptList['standing'] =>
    damaged === null ? standingOf(entry.list, toDay(now())) : 'damaged';

  const inUse = async () => (await lists()).filter((one) => one.reader !== null && ['used', 'grace'].includes(standing(one)));

  async function byNameOnce(keys: readonly string[]): Promise<NamedRows | null> {
    const found = new Map<string, NamedRow>();
    const notAsked: string[] = [];
    for (const one of await inUse()) {
      const { listId, list } = one.entry;
      const reader = one.reader as ShardsReader;
      if (!reader.hasNames) {
        notAsked.push(list.papers.title);
        continue;
      }
      const from = toRowList(list.papers);
      try {
        for (const key of keys)
          for (const { place, row } of await reader.findByName(key))
            found.set(`${listId} ${place}`, { ...toGuarded(row, listId, from), numberEnd: row.nip?.slice(-3) ?? null });
      } catch (error) {
        if (!(error instanceof DamagedList)) throw error;
        await afterDamage(one, error);
        return null;
      }
    }
    return { rows: [...found.values()], notAsked };
  }

  async function findOnce(asked: readonly Asked[]): Promise<readonly GuardedAccount[] | null> {
    const usable = await inUse();
    const found = new Map<string, GuardedAccount>();
    const known = new Set<string>();
    let next = asked.flatMap(({ platform, account }) => keysOfAsked(platform, account));
    while (next.length > 0 && known.size < MAX_KEYS_FOLLOWED + asked.length * 2) {
      const keys = [...new Set(next)].filter((key) => !known.has(key));
      for (const key of keys) known.add(key);
      next = [];
      for (const one of usable) {
        const { listId } = one.entry;
        const from = toRowList(one.entry.list.papers);
        try {
          // All at once: what is not on the list is answered from memory, and the rest waits for the disk together.
          const answer = (one.reader as ShardsReader).find(keys);
          // From memory alone: only its files could have told that the list was replaced or removed.
          if (!(answer instanceof Promise) && answer.length > 0 && !(await isCurrent(one.entry))) throw new DamagedList('index');
          for (const { place, row } of await answer) {
            const name = `${listId} ${place}`;
            if (found.has(name)) continue;
            found.set(name, toGuarded(row, listId, from));
            next.push(...keysOf(row));
          }
        } catch (error) {
          if (!(error instanceof DamagedList)) throw error;
          await afterDamage(one, error);
          return null;
        }
      }
    }
    return [...found.values()];
  }

  return {
    async reload() {
      opened = null;
      await lists();
    },
    async find(asked) {
      // Each turn takes at least one list out of use, or opens a newer one.
      for (;;) {
        const rows = await findOnce(asked);
        if (rows !== null) return rows;
      }
    },
    async byName(keys) {
      for (;;) {
        const rows = await byNameOnce(keys);
        if (rows !== null) return rows;
      }
    },
    async standings() {
      return (await lists()).map((one) => ({ list: one.entry.list, standing: standing(one), damaged: one.damaged }));
    },
    async check() {
      for (const one of await lists()) {
        try {
          await one.reader?.check();
        } catch (error) {
          if (!(error instanceof DamagedList)) throw error;
          await afterDamage(one, error);
        }
      }
    },
  };
}

function keysOfAsked(platform: SiteId, { id, handle }: Asked['account']): string[] {
  const keys = id === null ? [] : [idKey(platform, id)];
  const key = handle === null ? null : handleKey(platform, handle);
  if (key !== null) keys.push(key);
  return keys;
}

/** What only tells namesakes apart stays in the registry. */
function toGuarded({ nip: _nip, earlierHandles, ...row }: RegistryRow, listId: string, list: RowList): GuardedAccount {
  return { ...row, ...(earlierHandles.length === 0 ? {} : { earlierHandles }), listId, list };
}

function toRowList({ title, issuer, legalBasis, madeOn, expiresOn, region }: Papers): RowList {
  return { title, issuer, legalBasis, madeOn, expiresOn, region };
}
