// The imported lists. Each is kept whole; taking one in or out is one transaction: the old or the new is there, never half.

import type { WatchedAccount } from '../model/account.ts';
import { GRACE_DAYS, type Papers } from '../model/registry.ts';
import type { ListRow, NetraDb } from './db.ts';
import { markOwn, unmarkOwn } from './own-list.ts';

/** A list with what its user decided about it. Lists from before papers were asked for have none. */
export interface KeptList extends ListRow {
  readonly papers?: Papers;
  /** Missing: switched on. */
  readonly isOn?: boolean;
}

export interface ListStore {
  all(): Promise<KeptList[]>;
  /** Which kinds of list there are, without reading them. */
  kinds(): Promise<ListRow['kind'][]>;
  /** The rows of all lists that are in use on this day together. @param day YYYY-MM-DD; today if missing */
  rows(day?: string): Promise<Pick<ListRow, 'guarded' | 'watched' | 'words'>>;
  put(list: KeptList): Promise<void>;
  setOn(listId: string, isOn: boolean): Promise<void>;
  /** The campaign lists alone: a registry is long. */
  campaigns(): Promise<ListRow[]>;
  /** Puts an account into the monitor's own campaign list, in place of its row for the same account if there is one. */
  mark(row: WatchedAccount): Promise<void>;
  /** Takes an account out of it; the last one takes the list along. */
  unmark(row: WatchedAccount): Promise<void>;
  remove(listId: string): Promise<void>;
}

/** none: no papers · valid · grace: past its last day and still used · expired: not used any more. */
export type Standing = 'none' | 'valid' | 'grace' | 'expired';

/** @param day YYYY-MM-DD */
export function standingOf(papers: Papers | undefined, day: string): Standing {
  if (papers === undefined) return 'none';
  if (day <= papers.expiresOn) return 'valid';
  const last = new Date(Date.parse(`${papers.expiresOn}T00:00:00Z`) + GRACE_DAYS * 86_400_000).toISOString().slice(0, 10);
  return day <= last ? 'grace' : 'expired';
}

export function openLists(db: NetraDb): ListStore {
  return {
    all: () => db.lists.toArray() as Promise<KeptList[]>,
    kinds: async () => (await db.lists.orderBy('kind').uniqueKeys()) as ListRow['kind'][],
    async rows(day = new Date().toISOString().slice(0, 10)) {
      const all = (await db.lists.toArray()) as KeptList[];
      const used = all.filter(({ isOn, papers }) => isOn !== false && standingOf(papers, day) !== 'expired');
      return {
        guarded: used.flatMap((list) => list.guarded),
        watched: used.flatMap((list) => list.watched),
        words: used.flatMap((list) => list.words),
      };
    },
    campaigns: () => db.lists.where('kind').equals('campaign').toArray(),
    mark: (row) => markOwn(db, row),
    unmark: (row) => unmarkOwn(db, row),
    put: async (list) => {
      await db.lists.put(list);
    },
    setOn: async (listId, isOn) => {
      await db.lists.update(listId, { isOn } as Partial<KeptList>);
    },
    remove: (listId) => db.lists.delete(listId),
  };
}
