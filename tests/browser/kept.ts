// What Netra keeps, read in one of its own pages straight from the database, with or without a lock: an open one's key lies in memory.

/** Text of a script that defines `kept`: rows(), findings(), blob(hash), hashes(). */
export const KEPT = `
const kept = (() => {
  const api = globalThis.browser ?? globalThis.chrome;
  const all = (store, what = 'getAll', key = undefined) => new Promise((done, fail) => {
    const open = indexedDB.open('netra');
    open.onerror = () => fail(open.error);
    open.onsuccess = () => {
      const ask = open.result.transaction(store).objectStore(store)[what](key);
      ask.onsuccess = () => { open.result.close(); done(ask.result); };
      ask.onerror = () => fail(ask.error);
    };
  });
  const opener = async () => {
    const { vault } = await api.storage.session.get('vault');
    const raw = vault && Uint8Array.from(atob(vault.key), (char) => char.charCodeAt(0));
    const key = vault && (await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']));
    return async (box, purpose) => {
      if (box[0] === 0) return box.slice(1);
      const how = { name: 'AES-GCM', iv: box.slice(1, 13), additionalData: new TextEncoder().encode(purpose) };
      return new Uint8Array(await crypto.subtle.decrypt(how, key, box.slice(13)));
    };
  };
  const text = (bytes) => new TextDecoder().decode(bytes);
  return {
    async rows() {
      const unwrap = await opener();
      return Promise.all((await all('log')).map(async (row) => {
        if (!('box' in row)) return row;
        const { seq, line, box } = row;
        return { seq, line, salt: null, canonical: box === null ? null : text((await unwrap(box, 'netra-log-1:' + seq)).slice(32)) };
      }));
    },
    async findings() {
      const unwrap = await opener();
      const views = await Promise.all((await all('views')).map(async ({ name, box }) => JSON.parse(text(await unwrap(box, 'netra-finding-1:' + name)))));
      return [...views, ...(await all('findings'))];
    },
    async blob(hash) {
      const row = await all('blobs', 'get', hash);
      return row.bytes ?? (await opener())(row.box, 'netra-blob-1:' + hash);
    },
    hashes: () => all('blobs', 'getAllKeys'),
    all,
  };
})();
`;
