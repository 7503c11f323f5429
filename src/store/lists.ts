// The imported lists. Each file is kept whole; taking one in or out is one transaction: the old or the new is there, never half.
import type { ListRow, NetraDb } from './db.ts';

export interface ListStore {
  all(): Promise<ListRow[]>;
  put(list: ListRow): Promise<void>;
  remove(listId: string): Promise<void>;
}

export function openLists(db: NetraDb): ListStore {
  return {
    all: () => db.lists.toArray(),
    put: async (list) => {
      await db.lists.put(list);
    },
    remove: (listId) => db.lists.delete(listId),
  };
}
