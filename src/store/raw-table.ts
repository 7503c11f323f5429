// The database in its own words, for what has to be known before anybody knows whether this version's tables may open it.

/** One request on one table; null where database or table are not there. Writing resolves once it is on disk. */
export async function inTable<T>(
  name: string,
  table: string,
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  const all = await indexedDB.databases();
  if (!all.some((one) => one.name === name)) return null;
  const db = await done(indexedDB.open(name));
  try {
    if (!db.objectStoreNames.contains(table)) return null;
    const change = db.transaction(table, mode, { durability: 'strict' });
    const asked = done(work(change.objectStore(table)));
    await new Promise<void>((end, fail) => {
      change.oncomplete = () => end();
      change.onabort = () => fail(change.error);
    });
    return await asked;
  } finally {
    db.close();
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((end, fail) => {
    request.onsuccess = () => end(request.result);
    request.onerror = () => fail(request.error);
  });
