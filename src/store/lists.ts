// The imported lists. Each is kept whole; taking one in or out is one transaction: the old or the new is there, never half.

import type { GuardedAccount, WatchedAccount } from '../model/account.ts';
import type { Papers, RegistryList } from '../model/registry.ts';
import { standingOf, toDay } from '../registry/standing.ts';
import type { ListRow, NetraDb } from './db.ts';
import { markOwn, unmarkOwn } from './own-list.ts';
import { openRegistry } from './registry.ts';
import { openLookup } from './registry-lookup.ts';

/** A list with what its user decided about it. Lists from before papers were asked for have none. */
export interface KeptList extends ListRow {
  readonly papers?: Papers;
  /** Missing: switched on. */
  readonly isOn?: boolean;
  /** Of a list of the registry, whose rows cannot be listed. */
  readonly counts?: RegistryList['counts'];
  /** The file of it that is not as it was written: the list is not used. */
  readonly damaged?: string | null;
}

export interface ListStore {
  all(): Promise<KeptList[]>;
  /** Which kinds of list there are, without reading them. */
  kinds(): Promise<ListRow['kind'][]>;
  /** The rows of all lists that are in use on this day together. @param day YYYY-MM-DD; today if missing */
  rows(day?: string): Promise<Pick<ListRow, 'guarded' | 'watched' | 'words'>>;
  put(list: KeptList): Promise<void>;
  setOn(listId: string, isOn: boolean): Promise<void>;
  /** The campaign lists alone. */
  campaigns(): Promise<ListRow[]>;
  /** What the registry says of the accounts on the campaign lists, with whatever hangs together with it. */
  guardedCampaigns(): Promise<readonly GuardedAccount[]>;
  /** Puts an account into the monitor's own campaign list, in place of its row for the same account if there is one. */
  mark(row: WatchedAccount): Promise<void>;
  /** Takes an account out of it; the last one takes the list along. */
  unmark(row: WatchedAccount): Promise<void>;
  remove(listId: string): Promise<void>;
}

export function openLists(db: NetraDb, registry = openRegistry(db), lookup = openLookup(db)): ListStore {
  /** The registry's lists by their papers; where a lock keeps them from being opened, nothing is said of damage. */
  async function registryLists(): Promise<KeptList[]> {
    const damaged = new Map<string, string | null>();
    await lookup.reload().then(
      async () => {
        for (const one of await lookup.standings()) damaged.set(one.list.listId, one.damaged);
      },
      () => undefined,
    );
    return (await registry.all()).map(({ listId, files, importedAt, counts, papers, isOn }) => ({
      listId,
      kind: 'guarded',
      file: files.join(', '),
      importedAt,
      guarded: [],
      watched: [],
      words: [],
      refused: counts.refused,
      papers,
      isOn,
      counts,
      damaged: damaged.get(listId) ?? null,
    }));
  }

  return {
    async all() {
      return [...(await registryLists()), ...((await db.lists.toArray()) as KeptList[])];
    },
    async kinds() {
      const kinds = (await db.lists.orderBy('kind').uniqueKeys()) as ListRow['kind'][];
      return [...new Set([...kinds, ...((await db.registry.count()) > 0 ? (['guarded'] as const) : [])])];
    },
    async rows(day = toDay(new Date())) {
      const all = (await db.lists.toArray()) as KeptList[];
      const used = all.filter((list) => ['used', 'grace'].includes(standingOf(list, day)));
      return {
        guarded: used.flatMap((list) => list.guarded),
        watched: used.flatMap((list) => list.watched),
        words: used.flatMap((list) => list.words),
      };
    },
    campaigns: () => db.lists.where('kind').equals('campaign').toArray(),
    async guardedCampaigns() {
      const campaigns = await db.lists.where('kind').equals('campaign').toArray();
      return lookup.find(campaigns.flatMap(({ watched }) => watched.map((account) => ({ platform: account.platform, account }))));
    },
    mark: (row) => markOwn(db, row),
    unmark: (row) => unmarkOwn(db, row),
    put: async (list) => {
      await db.lists.put(list);
    },
    setOn: async (listId, isOn) => {
      await registry.setOn(listId, isOn);
      await db.lists.update(listId, { isOn } as Partial<KeptList>);
    },
    async remove(listId) {
      await db.lists.delete(listId);
      await registry.remove(listId);
    },
  };
}
