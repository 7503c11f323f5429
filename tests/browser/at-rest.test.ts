// A computer that was taken away, in a real Chromium: what its profile says of anybody, and that nothing of it is lost to its owner.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { importList, pressOnCard, scrollTo, turnOnSites } from '../../src/cli/demo/monitor.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { StorageState } from '../../src/model/storage.ts';
import { KEPT } from './kept.ts';
import { setLock, unlock } from './lock-steps.ts';
import { filesWith } from './profile-search.ts';
import { ALL_SITES, launchAgain, openWithPanel, readStore, SAMPLE_LISTS, waitForState, xWith } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'netra-at-rest-'));
/** Only the list says so: they stand nowhere on any page, and with the evidence they are kept. */
const LISTED = ['Qzulvaika Xhwentari', 'Dinas Wyqkzoptra', '198901012015041099'];
/** The page says so as well: the browser's own memory of pages may hold them, Netra's may not. */
const SHOWN = ['Budi Contohno', 'budi_contoh', '1700000000000000101'];
const OURS = /IndexedDB|File System|Local Extension Settings|Service Worker\/Database|WebStorage/;
const list = join(folder, 'asn.csv');
writeFileSync(
  list,
  [
    'Nama,NIP,Unit kerja,Status,Platform,ID,Akun,Dasar',
    `${LISTED[0]},${LISTED[2]},${LISTED[1]},PNS,X,1700000000000000101,@budi_contoh,pernyataan sendiri`,
  ].join('\n'),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const send = <T>(page: Page, message: object): Promise<T> =>
  page.evaluate(
    (one) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage(
        one,
      ),
    message,
  ) as Promise<T>;

/** Lists in, one finding met and kept. */
async function keepOne(netra: Netra, settings: Page): Promise<string> {
  await turnOnSites(settings);
  await importList(settings, 'guarded', [list]);
  await importList(settings, 'campaign', [SAMPLE_LISTS.campaign]);
  const { page, panel } = await openWithPanel(netra);
  const state = await waitForState(panel, page, (one) => one.findings.some(({ match }) => match.grade === 'id'));
  const findingId = state?.findings[0]?.findingId ?? '';
  await scrollTo(panel, page, findingId);
  expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
  expect((await readStore(panel)).log[1]?.canonical).toContain(LISTED[0]);
  await page.close();
  return findingId;
}

async function exportAll(page: Page, netra: Netra): Promise<void> {
  await page.locator('.list input[type=checkbox]').first().check();
  await button(page, /^Ekspor/)
    .first()
    .click();
  await expect.poll(() => readdirSync(netra.downloads).filter((name) => name.endsWith('.zip')).length, { timeout: 20_000 }).toBe(1);
}

describe('a lock that was set first', () => {
  test('the profile names nobody: neither after a capture, nor an export, nor an erasure', async () => {
    const profile = mkdtempSync(join(folder, 'profil-'));
    const netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES, profile });
    const settings = await netra.extensionPage('settings.html');
    await setLock(settings);
    const findingId = await keepOne(netra, settings);
    const desk = await netra.extensionPage('dashboard.html');
    await desk
      .getByText(LISTED[0] ?? '')
      .first()
      .waitFor();
    await send(desk, { type: 'decide', tabId: null, findingId, verdict: 'confirmed', note: 'benar akunnya' });
    await desk.reload();
    await exportAll(desk, netra);
    await settings.bringToFront();
    await button(settings, 'Kunci sekarang').click();
    // The page that was open shows nothing of it any more, and no all-clear either.
    await desk.bringToFront();
    await desk.getByText('Netra terkunci').first().waitFor();
    const told = await desk.locator('body').innerText();
    for (const word of [...LISTED, ...SHOWN, 'Belum ada temuan']) expect(told, word).not.toContain(word);
    const locked = await send<StorageState>(desk, { type: 'storage-state' });
    expect(locked).toMatchObject({ condition: 'sound', locked: true, inDatabase: 4, inJournal: 4 });
    expect(await send(desk, { type: 'decide', tabId: null, findingId, verdict: 'set-aside', note: '' })).toEqual({ refused: 'locked' });
    await desk.screenshot({ path: join(tmpdir(), 'netra-locked-dashboard.png'), fullPage: true });
    await netra.close();
    expect(filesWith(profile, LISTED)).toEqual([]);
    expect(filesWith(profile, [...SHOWN, findingId], OURS)).toEqual([]);

    const again = await launchAgain(profile);
    const page = await again.extensionPage('dashboard.html');
    await page.getByText('Netra terkunci').first().waitFor();
    await unlock(page);
    await page
      .getByText(LISTED[0] ?? '')
      .first()
      .waitFor();
    const erased = await send<{ seq?: number }>(page, {
      type: 'erase',
      findingIds: [findingId],
      reason: 'subject-request',
      askedBy: 'data-subject',
      request: { reference: 'S-1/2026', receivedOn: '2026-11-22' },
    });
    expect(erased.seq).toBe(4);
    expect((await readStore({ evaluate: (text) => page.evaluate(text) })).findings).toEqual([]);
    await page.reload();
    await page.locator('main').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(LISTED[0]);
    await again.close();
    expect(filesWith(profile, LISTED)).toEqual([]);
    expect(filesWith(profile, [...SHOWN, findingId], OURS)).toEqual([]);
  });

  test('without a lock the same search finds every one of them', async () => {
    const profile = mkdtempSync(join(folder, 'terbuka-'));
    const netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES, profile });
    const settings = await netra.extensionPage('settings.html');
    const findingId = await keepOne(netra, settings);
    await netra.close();
    for (const word of [LISTED[0], LISTED[1], ...SHOWN, findingId]) expect(filesWith(profile, [word ?? ''], OURS), word).not.toEqual([]);
  });
});

test('a lock that is set later: all is sealed, all is read again, and the lost record of the vault is found again', async () => {
  const profile = mkdtempSync(join(folder, 'nanti-'));
  let netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES, profile });
  const settings = await netra.extensionPage('settings.html');
  await keepOne(netra, settings);
  const code = await setLock(settings);
  const sealed = () =>
    settings.evaluate<string | null>(`(async () => { ${KEPT} return (await kept.all('meta', 'get', 'sealed'))?.value ?? null; })()`);
  await expect.poll(sealed, { timeout: 30_000 }).not.toBeNull();
  await settings.getByText('Yang sudah tersimpan di sini selesai disandi.').waitFor();
  const { log } = await readStore({ evaluate: (text) => settings.evaluate(text) });
  expect(log[1]?.canonical).toContain(LISTED[0]);
  await settings.screenshot({ path: join(tmpdir(), 'netra-lock-settings.png'), fullPage: true });
  await netra.close();
  // The journal holds nothing open any more; of the database remains may lie in LevelDB's old files, as the settings say.
  expect(filesWith(profile, LISTED, /File System/)).toEqual([]);

  // storage.local is gone, and with it the record of the vault.
  const local = join(profile, 'Default', 'Local Extension Settings', netra.extensionId);
  rmSync(local, { recursive: true });
  netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES, profile });
  const desk = await netra.extensionPage('dashboard.html');
  await desk.getByText('Netra terkunci').first().waitFor();
  await desk.getByText('Lupa kata sandi').click();
  await desk.locator('input[type=text]').fill(code);
  await desk.locator('input[autocomplete=new-password]').fill('kalimat baru yang panjang');
  await button(desk, 'Buka dan pasang kata sandi baru').click();
  await desk
    .getByText(LISTED[0] ?? '')
    .first()
    .waitFor();
  const after = await readStore({ evaluate: (text) => desk.evaluate(text) });
  expect(after.log).toEqual(log);
  expect((await verifyChain(after.log.map(({ line }) => line))).ok).toBe(true);
  await netra.close();
});
