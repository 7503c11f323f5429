// The database's form across versions: an older one is carried on, a newer one is left alone.
import { expect, test } from 'vitest';
import { ageDatabase, cutStart, endAsFirst } from '../faults/first-version.ts';
import { type Acknowledged, appendMany, dropProfile, endWell, lookThrough, newProfile, openSession } from '../faults/session.ts';

test('a database of the first version with its records: the start that carries it on may be ended, nothing is lost', async () => {
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  try {
    const first = await openSession(profile);
    await appendMany(first.page, acknowledged, 5);
    await ageDatabase(first, 2000, acknowledged);
    await endAsFirst(first);
    for (const delay of [0, 150]) await cutStart(profile, delay);
    const last = await openSession(profile);
    expect(last.state).toMatchObject({ condition: 'sound', inDatabase: 2000, inJournal: 2000, missing: null });
    expect(await lookThrough(last, acknowledged)).toMatchObject({ lost: 0, doubled: 0, chain: true });
    await appendMany(last.page, acknowledged, 1);
    await endWell(last);
  } finally {
    dropProfile(profile);
  }
});

test('a later version’s database: told plainly, and no page and no start changes anything in it', async () => {
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  try {
    const first = await openSession(profile);
    await appendMany(first.page, acknowledged, 5);
    await first.page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const open = indexedDB.open('netra', 990);
          open.onerror = () => fail(open.error);
          open.onupgradeneeded = () => open.result.createObjectStore('later', { keyPath: 'id' }).put({ id: 1, text: 'dari versi baru' });
          open.onsuccess = () => {
            open.result.close();
            done();
          };
        }),
    );
    await endWell(first);
    const old = await openSession(profile);
    const look = () =>
      old.page.evaluate(
        () =>
          new Promise<object>((done, fail) => {
            const open = indexedDB.open('netra');
            open.onerror = () => fail(open.error);
            open.onsuccess = () => {
              const db = open.result;
              const all = ['log', 'later', 'meta', 'keys', 'lists'].map(
                (name) =>
                  new Promise((one) => {
                    const ask = db.transaction(name).objectStore(name).getAllKeys();
                    ask.onsuccess = () => one(ask.result);
                  }),
              );
              void Promise.all(all).then((rows) => {
                const told = { version: db.version, stores: [...db.objectStoreNames], rows };
                db.close();
                done(told);
              });
            };
          }),
      );
    expect(old.state).toMatchObject({ condition: 'newer' });
    const before = await look();
    expect(before).toMatchObject({ version: 990, stores: expect.arrayContaining(['later', 'log']) });
    await expect(appendMany(old.page, new Map(), 1)).rejects.toThrow('storage');
    const dashboard = await old.netra.extensionPage('dashboard.html');
    await dashboard.getByText('Penyimpanan ini ditulis oleh Netra versi lebih baru').first().waitFor();
    for (const name of ['settings', 'sidepanel', 'guide']) {
      const page = await old.netra.extensionPage(`${name}.html`);
      await page.locator('main').waitFor();
      await page.close();
    }
    expect(await look()).toEqual(before);
    await endWell(old);
  } finally {
    dropProfile(profile);
  }
});
