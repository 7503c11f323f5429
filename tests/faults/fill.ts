// Fills a profile with many records, as an earlier version of Netra kept them.

/** Fills database, journal and anchor with records that nobody looks into. */
export async function fill(count: number): Promise<void> {
  const world = globalThis as unknown as {
    clients: { matchAll(options: object): Promise<{ url: string; postMessage(message: unknown, transfer: Transferable[]): void }[]> };
    chrome: { storage: { local: { get(key: string): Promise<{ anchor: object }>; set(values: object): Promise<void> } } };
  };
  const { port1, port2 } = new MessageChannel();
  const keeper = (await world.clients.matchAll({ includeUncontrolled: true, type: 'all' })).find(({ url }) => url.endsWith('/keeper.html'));
  keeper?.postMessage('journal', [port2]);
  const db = await new Promise<IDBDatabase>((done) => {
    const open = indexedDB.open('netra');
    open.onsuccess = () => done(open.result);
  });
  const PART = 1000;
  const seen = await new Promise<number>((done) => {
    const counting = db.transaction('log').objectStore('log').count();
    counting.onsuccess = () => done(counting.result);
  });
  let line = '';
  for (let from = seen; from < count; from += PART) {
    const rows = Array.from({ length: Math.min(PART, count - from) }, (_, i) => {
      line = `{"seq":${from + i},"at":"2026-11-22T12:00:00.000Z","prev":"${'a'.repeat(64)}","commit":"${'b'.repeat(64)}"}`;
      return { seq: from + i, line, salt: 'c'.repeat(64), canonical: 'x'.repeat(2000) };
    });
    await new Promise((done) => {
      port1.onmessage = done;
      port1.postMessage({ id: from, call: 'append', with: [rows, []] });
    });
    await new Promise<void>((done) => {
      const change = db.transaction('log', 'readwrite');
      for (const row of rows) change.objectStore('log').put(row);
      change.oncomplete = () => done();
    });
  }
  db.close();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(line)));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { anchor } = await world.chrome.storage.local.get('anchor');
  await world.chrome.storage.local.set({ anchor: { ...anchor, head: { seq: count - 1, hash } } });
}
