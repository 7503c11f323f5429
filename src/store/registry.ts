// The lists of the registry: written beside the old one, switched in by one transaction, swept when nobody uses them.

import { toHex } from '../lib/hash.ts';
import { type Papers, papersSchema, type RegistryList, registryListSchema } from '../model/registry.ts';
import { plainPapers } from '../registry/plain-papers.ts';
import type { RegistryWriter, WriteMeta, WrittenList } from '../registry/registry-writer.ts';
import { LIST_KEY_BYTES } from '../registry/shard-keys.ts';
import { type Sealer, writeShards } from '../registry/shard-writer.ts';
import type { ListRow, NetraDb, RegistryEntry } from './db.ts';
import { type Folders, opfsFolders } from './opfs.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** How keys of lists are kept: as they are, or under the user's lock. */
export interface KeyWrap {
  wrap(bytes: Bytes): Promise<Bytes>;
  /** Throws while it is locked. */
  unwrap(bytes: Bytes): Promise<Bytes>;
}
export const NO_WRAP: KeyWrap = { wrap: async (bytes) => bytes, unwrap: async (bytes) => bytes };

/** Tells a folder that is being written from one that was left behind. Ends by itself with whoever held it. */
export interface Holds {
  hold(name: string): Promise<() => void>;
  isHeld(name: string): Promise<boolean>;
}

export interface RegistryWorld {
  readonly folders: Folders;
  readonly wrap: KeyWrap;
  readonly holds: Holds;
  /** Threads that seal; they are given the list's key. None: the writer's own. */
  readonly sealers?: (secret: Bytes) => { readonly sealers: readonly Sealer[]; readonly end: () => void };
}

export interface RegistryStore {
  /** Lists that are in use, oldest first. */
  all(): Promise<RegistryList[]>;
  /** Starts writing a list. In a dedicated worker of any length; elsewhere all of it is held in memory until it is done. */
  write(papers: Papers, meta: WriteMeta): Promise<RegistryWriter>;
  setOn(listId: string, isOn: boolean): Promise<void>;
  /** With its key, so that what a disk still holds of it opens no more. */
  remove(listId: string): Promise<void>;
  /** Takes over lists that an earlier version kept as rows. Cut off half-way, they are as they were. */
  migrate(): Promise<void>;
  /** Removes folders that were left half-written or are not used any more. */
  sweep(): Promise<void>;
}

export const folderOf = ({ listId, generation }: Pick<RegistryEntry, 'listId' | 'generation'>): string => `${listId}-${generation}`;

export function webHolds(): Holds {
  const nameOf = (name: string) => `registry ${name}`;
  return {
    hold: (name) =>
      new Promise((held, fail) => {
        navigator.locks.request(nameOf(name), () => new Promise<void>((release) => held(release))).catch(fail);
      }),
    isHeld: (name) => navigator.locks.request(nameOf(name), { ifAvailable: true }, (lock) => lock === null),
  };
}

export function openRegistry(db: NetraDb, given: Partial<RegistryWorld> = {}): RegistryStore {
  const { folders = opfsFolders(), wrap = NO_WRAP, holds = webHolds(), sealers } = given;

  /** @param row of an earlier version: goes in the same step in which the new list comes */
  async function start(papers: Papers, meta: WriteMeta, row: ListRow | null): Promise<RegistryWriter> {
    papersSchema.parse(papers);
    const generation = toHex(crypto.getRandomValues(new Uint8Array(8)));
    const name = folderOf({ listId: meta.listId, generation });
    const secret = crypto.getRandomValues(new Uint8Array(LIST_KEY_BYTES));
    // Locked: told before hours of work, not after.
    const wrapped = await wrap.wrap(secret);
    const release = await holds.hold(name);
    const threads = sealers?.(secret);
    const end = async (isKept: boolean) => {
      threads?.end();
      if (!isKept) await folders.remove(name).catch(() => undefined);
      release();
    };
    try {
      const shards = await writeShards(await folders.create(name), secret, threads?.sealers, meta.names === false ? 0 : undefined);
      return {
        add: (rows) => shards.add(rows),
        async finish(refused, told): Promise<WrittenList> {
          let isKept = false;
          try {
            const { manifestHash, counts, ambiguous } = await shards.finish(told);
            const before = await db.registry.get(meta.listId);
            const list = registryListSchema.parse({
              listId: meta.listId,
              papers,
              origin: meta.origin,
              isOn: meta.isOn ?? before?.list.isOn ?? true,
              importedAt: meta.importedAt,
              files: meta.files,
              counts: { ...counts, refused },
            } satisfies Record<keyof RegistryList, unknown>);
            const old = await db.transaction('rw', db.registry, db.registryKeys, db.lists, async () => {
              const old = await db.registry.get(meta.listId);
              await db.registryKeys.put({ generation, wrapped });
              await db.registry.put({ listId: meta.listId, generation, manifestHash, list });
              if (old !== undefined) await db.registryKeys.delete(old.generation);
              if (row !== null) await db.lists.delete(row.listId);
              return old;
            });
            isKept = true;
            if (old !== undefined) await folders.remove(folderOf(old)).catch(() => undefined);
            return { list, ambiguous };
          } catch (error) {
            await shards.abort();
            throw error;
          } finally {
            await end(isKept);
          }
        },
        async abort() {
          await shards.abort();
          await end(false);
        },
      };
    } catch (error) {
      await end(false);
      throw error;
    }
  }

  return {
    async all() {
      const entries = await db.registry.toArray();
      return entries.map(({ list }) => list).sort((a, b) => a.importedAt.localeCompare(b.importedAt));
    },
    write: (papers, meta) => start(papers, meta, null),
    async setOn(listId, isOn) {
      await db.transaction('rw', db.registry, async () => {
        const entry = await db.registry.get(listId);
        if (entry !== undefined) await db.registry.put({ ...entry, list: { ...entry.list, isOn } });
      });
    },
    async remove(listId) {
      const old = await db.transaction('rw', db.registry, db.registryKeys, async () => {
        const entry = await db.registry.get(listId);
        await db.registry.delete(listId);
        if (entry !== undefined) await db.registryKeys.delete(entry.generation);
        return entry;
      });
      if (old !== undefined) await folders.remove(folderOf(old)).catch(() => undefined);
    },
    async migrate() {
      if ((await db.lists.where('kind').equals('guarded').count()) === 0) return;
      const release = await holds.hold('migrate');
      try {
        for (const row of await db.lists.where('kind').equals('guarded').toArray()) {
          const { listId, file, importedAt } = row;
          const { papers = plainPapers(file, importedAt), isOn = true } = row as ListRow & {
            readonly papers?: Papers;
            readonly isOn?: boolean;
          };
          const writer = await start(papers, { listId, origin: 'file', files: [file], importedAt, isOn }, row);
          await writer.add(row.guarded.map((one) => ({ ...one, nip: null, earlierHandles: [] })));
          await writer.finish(row.refused);
        }
      } finally {
        release();
      }
    },
    async sweep() {
      for (const name of await folders.names()) {
        if (await holds.isHeld(name)) continue;
        // Asked after the hold: whoever let it go has switched its list in before.
        const used = await db.registry.toArray();
        if (!used.some((entry) => folderOf(entry) === name)) await folders.remove(name).catch(() => undefined);
      }
    },
  };
}
