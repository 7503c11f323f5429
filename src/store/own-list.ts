// The monitor's own campaign list: one record, changed account by account.
import { type WatchedAccount, watchedAccountSchema } from '../model/account.ts';
import { handleKey } from '../model/account-key.ts';
import { OWN_LIST_ID, OWN_LIST_NAME } from '../model/own-list.ts';
import type { ListRow, NetraDb } from './db.ts';

/** Puts an account in, in place of its row for the same account if there is one. Throws on what is no row. */
export async function markOwn(db: NetraDb, row: WatchedAccount): Promise<void> {
  const marked = watchedAccountSchema.parse(row);
  await change(db, (rows) => [...rows.filter((one) => !isSameAccount(one, marked)), marked]);
}

/** Takes an account out; the last one takes the list along. */
export async function unmarkOwn(db: NetraDb, row: WatchedAccount): Promise<void> {
  await change(db, (rows) => rows.filter((one) => !isSameAccount(one, row)));
}

/** In one transaction: two panels that mark at the same time must not forget each other's account. */
async function change(db: NetraDb, alter: (rows: readonly WatchedAccount[]) => WatchedAccount[]): Promise<void> {
  await db.transaction('rw', db.lists, async () => {
    const before = await db.lists.get(OWN_LIST_ID);
    const watched = alter(before?.watched ?? []);
    if (watched.length === 0) return db.lists.delete(OWN_LIST_ID);
    const list: ListRow = {
      ...before,
      listId: OWN_LIST_ID,
      kind: 'campaign',
      file: OWN_LIST_NAME,
      importedAt: new Date().toISOString(),
      guarded: [],
      watched,
      words: [],
      refused: 0,
    };
    await db.lists.put(list);
  });
}

function isSameAccount(one: WatchedAccount, other: WatchedAccount): boolean {
  if (one.platform !== other.platform) return false;
  if (one.id !== null && other.id !== null) return one.id === other.id;
  return one.handle !== null && other.handle !== null && handleKey(one.platform, one.handle) === handleKey(other.platform, other.handle);
}
