// The vault's record is gone from all three places, in a real Chromium: told as what it is, and nothing is written or set anew.
import { expect, test } from 'vitest';
import { appendMany, dropProfile, endWell, newProfile, openSession } from '../faults/session.ts';

test('a lock that is lost is neither a new installation nor one that a passphrase opens', async () => {
  const profile = newProfile();
  try {
    const first = await openSession(profile, [], true);
    await appendMany(first.page, new Map(), 3);
    await first.page.evaluate(async () => {
      const world = globalThis as unknown as { chrome: { storage: { local: { remove(name: string): Promise<void> } } } };
      await (await (await navigator.storage.getDirectory()).getDirectoryHandle('netra')).removeEntry('vault.json');
      await new Promise<void>((done, fail) => {
        const open = indexedDB.open('netra');
        open.onsuccess = () => {
          const change = open.result.transaction('meta', 'readwrite');
          change.objectStore('meta').delete('vault');
          change.oncomplete = () => done(open.result.close());
          change.onabort = () => fail(change.error);
        };
      });
      // Last: out of a copy it would be put back.
      await world.chrome.storage.local.remove('vault');
    });
    await endWell(first);
    const { netra, page, state } = await openSession(profile);
    expect(state).toMatchObject({ condition: 'lock-lost', inDatabase: 4, inJournal: 4, missing: null, stopped: false });
    await expect(appendMany(page, new Map(), 1)).rejects.toThrow('storage');
    const desk = await netra.extensionPage('dashboard.html');
    await desk.getByText('catatan kuncinya hilang').waitFor();
    const download = desk.waitForEvent('download');
    await desk.getByRole('button', { name: 'Ekspor yang ada' }).click();
    expect((await download).suggestedFilename()).toMatch(/^netra-cadangan-/);
    await desk.getByText('4 catatan, 0 gambar').waitFor();
    const settings = await netra.extensionPage('settings.html');
    const box = settings.locator('section[aria-labelledby=kunci]');
    await box.getByText('Catatan kunci hilang').waitFor();
    expect(await box.locator('input[type=password]').count()).toBe(0);
    await netra.close();
  } finally {
    dropProfile(profile);
  }
}, 90_000);
