// The imported lists. Each file is kept whole; taking one in or out is one transaction: the old or the new is there, never half.
import type { ListRow, NetraDb } from './db.ts';

export interface ListStore {
  all(): Promise<ListRow[]>;
  /** Which kinds of list there are, without reading them. */
  kinds(): Promise<ListRow['kind'][]>;
  /** The rows of all files together. */
  rows(): Promise<Pick<ListRow, 'guarded' | 'watched' | 'words'>>;
  put(list: ListRow): Promise<void>;
  remove(listId: string): Promise<void>;
}

export function openLists(db: NetraDb): ListStore {
  return {
    all: () => db.lists.toArray(),
    kinds: async () => (await db.lists.orderBy('kind').uniqueKeys()) as ListRow['kind'][],
    async rows() {
      const all = await db.lists.toArray();
      return {
        guarded: all.flatMap((list) => list.guarded),
        watched: all.flatMap((list) => list.watched),
        words: all.flatMap((list) => list.words),
      };
    },
    put: async (list) => {
      await db.lists.put(list);
    },
    remove: (listId) => db.lists.delete(listId),
  };
}
