// A stolen computer, and a volunteer with a sealed package: in a real Chromium, with invented people whose names are looked for everywhere.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { importList, turnOnSites } from '../../src/cli/demo/monitor.ts';
import { linkRequestSchema } from '../../src/model/link.ts';
import { fromUiSchema } from '../../src/model/messages.ts';
import { ALL_SITES, openWithPanel, SAMPLE_LISTS, waitForState, X_POST, xWith } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'netra-lock-'));
const SAY = 'kuda hijau makan di pasar';
const PACKAGE_SAY = 'bulan jatuh di atas genting';
/** People who never acted on any page of these tests: nothing but the list can name them. */
const PLANTED = [
  'Zulaikha Rahasiawati',
  'Wiratmoko Tersembunyi',
  'zulaikha.rahasia',
  'wiratmoko_7702',
  '197805172006042013',
  '199912312022031007',
];
const LIST = [
  'Nama,NIP,Unit kerja,Status,Platform,ID,Akun,Dasar',
  'Zulaikha Rahasiawati,197805172006042013,Dinas Tersembunyi,PNS,Facebook,100000000077001,zulaikha.rahasia,pernyataan sendiri',
  'Wiratmoko Tersembunyi,199912312022031007,Dinas Tersembunyi,PNS,X,1700000000000077002,@wiratmoko_7702,pernyataan sendiri',
  'Budi Contohno,,Dinas Kesehatan,PPPK,X,1700000000000000101,@budi_contoh,pernyataan sendiri',
].join('\n');
const list = join(folder, 'asn.csv');
writeFileSync(list, LIST);
const options = { sites: xWith(), allowed: ALL_SITES };
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function setLock(netra: Netra): Promise<{ page: Page; code: string }> {
  const page = await netra.extensionPage('settings.html');
  const box = page.locator('section[aria-labelledby=kunci]');
  await box.locator('input[type=password]').nth(0).fill(SAY);
  await box.locator('input[type=password]').nth(1).fill(SAY);
  await button(page, 'Pasang kunci').click();
  const code = await box.locator('.code').innerText();
  await button(page, 'Sudah saya simpan').click();
  return { page, code };
}

/** Every file of the profile in which one of the words stands, in UTF-8, UTF-16 or base64 of its beginning. */
function filesWith(profile: string, words: readonly string[]): string[] {
  const wanted = words.flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('base64').slice(0, 12)),
  ]);
  return (readdirSync(profile, { recursive: true, encoding: 'utf8' }) as string[]).filter((name) => {
    const path = join(profile, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return wanted.some((one) => bytes.includes(one));
  });
}

describe('under a passphrase', () => {
  test('the profile of a locked Netra names nobody on the list; unlocked it flags them', async () => {
    const profile = mkdtempSync(join(folder, 'profil-'));
    let netra = await launchNetra({ ...options, profile });
    const { page, code } = await setLock(netra);
    await turnOnSites(page);
    expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await importList(page, 'guarded', [list]);
    await importList(page, 'campaign', [SAMPLE_LISTS.campaign]);
    const open = await openWithPanel(netra);
    expect(open.state.findings.map(({ match }) => match.guarded.person)).toContain('Budi Contohno');
    await page.bringToFront();
    await button(page, 'Kunci sekarang').click();
    await page.getByText('Netra terkunci').first().waitFor();
    // What was found before lies about in no tab, and the panel says neither that it reads nor that there is nothing.
    await open.page.bringToFront();
    await open.panel.until(`document.body.innerText.includes('Netra terkunci')`, 'that it is locked');
    const telling = ['Budi Contohno', 'Belum ada temuan', 'Netra membaca halaman ini'];
    const left = () =>
      open.panel.evaluate<string>(`chrome.storage.session.get().then((all) => JSON.stringify(all) + document.body.innerText)`);
    // The background forgets a moment after the lock is said.
    await expect.poll(async () => left().then((said) => telling.filter((word) => said.includes(word))), { timeout: 10_000 }).toEqual([]);
    // A page that was open and one that is opened now: nobody is flagged while it is locked.
    const fresh = await netra.context.newPage();
    await fresh.goto(X_POST);
    const panel = await netra.openPanel(fresh);
    await panel.until(`document.body.innerText.includes('Netra terkunci')`, 'that it is locked');
    const locked = await waitForState(panel, fresh, (state) => state.health.read > 0);
    expect(locked?.findings).toEqual([]);
    await panel.evaluate(`(() => {
      const input = document.querySelector('input[type=password]');
      input.value = ${JSON.stringify(SAY)};
      input.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await panel.click('form button[type=submit]');
    const unlocked = await waitForState(panel, fresh, (state) => state.findings.length > 0, 30_000);
    expect(unlocked?.findings.map(({ match }) => match.guarded.person)).toContain('Budi Contohno');
    await netra.close();
    expect(filesWith(profile, PLANTED)).toEqual([]);
    // The same search does find what is there, so the silence above says something.
    expect(filesWith(profile, ['SukamajuBaru']).length).toBeGreaterThan(0);

    netra = await launchNetra({ ...options, profile });
    const settings = await netra.extensionPage('settings.html');
    await settings.getByText('Netra terkunci').first().waitFor();
    const box = settings.locator('section[aria-labelledby=kunci]');
    await box.locator('input[type=password]').first().fill('salah sama sekali');
    await button(settings, 'Buka kunci').click();
    await settings.getByText('Kata sandi salah').waitFor();
    await box.getByText('Lupa kata sandi').click();
    await box.locator('input[type=text]').fill(code.toLowerCase().replaceAll('-', ' '));
    await box.locator('input[autocomplete=new-password]').fill('kalimat baru yang panjang');
    await button(settings, 'Buka dan pasang kata sandi baru').click();
    await settings.getByText('Kunci terpasang dan sekarang terbuka.').waitFor();
    const after = await openWithPanel(netra);
    expect(after.state.findings.length).toBeGreaterThan(0);
    await netra.close();
    expect(filesWith(profile, PLANTED)).toEqual([]);
  });
});

describe('a package for volunteers', () => {
  test('is made on one computer, taken in on another after its key was compared, and gives no list back', async () => {
    const office = await launchNetra(options);
    const desk = await office.extensionPage('settings.html');
    await importList(desk, 'guarded', [list]);
    await desk.locator('summary', { hasText: 'Buat paket untuk relawan' }).click();
    const form = desk.locator('section[aria-labelledby=paket] details');
    // The only list is chosen, and it stands there.
    expect(await form.locator('select').evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.textContent)).toBeTruthy();
    await form.locator('input[type=text]').fill(PACKAGE_SAY);
    await button(desk, 'Buat paket').click();
    await form.getByText('Paket dibuat').waitFor();
    const name = await vi.waitUntil(() => readdirSync(office.downloads).find((one) => one.endsWith('.age')), { timeout: 20_000 });
    const download = join(office.downloads, name);
    const file = join(folder, 'paket.age');
    copyFileSync(download, file);
    const fingerprint = await form.locator('code').innerText();
    await office.close();
    const bytes = readFileSync(file);
    for (const word of [...PLANTED, 'Budi', 'BKPSDM']) expect(bytes.includes(word), word).toBe(false);

    const profile = mkdtempSync(join(folder, 'relawan-'));
    const volunteer = await launchNetra({ ...options, profile });
    const page = await volunteer.extensionPage('settings.html');
    await turnOnSites(page);
    const box = page.locator('section[aria-labelledby=paket]');
    const open = async (path: string, say: string) => {
      await box.locator('input[type=file]').setInputFiles(path);
      await box.locator('form input[type=text]').first().fill(say);
      await box.getByRole('button', { name: 'Buka', exact: true }).click();
    };
    await open(SAMPLE_LISTS.campaign, PACKAGE_SAY);
    await box.getByText('Berkas ini bukan paket register Netra').waitFor();
    await open(file, 'kata sandi yang salah');
    await box.getByText('tidak membuka paket ini').waitFor();
    const bent = join(folder, 'rusak.age');
    const flipped = Buffer.from(bytes);
    flipped[flipped.length - 40] = (flipped[flipped.length - 40] ?? 0) ^ 1;
    writeFileSync(bent, flipped);
    await open(bent, PACKAGE_SAY);
    await box.getByText('Paket ini rusak atau diubah').waitFor();
    await open(file, PACKAGE_SAY);
    await button(page, 'Pakai paket ini').waitFor();
    expect(await box.locator('code').first().innerText()).toBe(fingerprint);
    // A key that nobody compared is not taken.
    expect(await button(page, 'Pakai paket ini').isDisabled()).toBe(true);
    await box.locator('form input[type=text]').last().fill('BKPSDM Kab. Sukamaju');
    await box.locator('input[type=checkbox]').check();
    await button(page, 'Pakai paket ini').click();
    await box.getByText('Paket dipakai: 3 akun').waitFor();
    await importList(page, 'campaign', [SAMPLE_LISTS.campaign]);
    const { page: site, panel, state } = await openWithPanel(volunteer);
    expect(state.findings.map(({ match }) => match.guarded.person)).toContain('Budi Contohno');

    // Every message that a page of Netra's own may send, with harmless and with greedy content.
    const tab = await panel.evaluate<number>('chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)');
    const types = [...fromUiSchema.options, ...linkRequestSchema.options].flatMap((one) =>
      'shape' in one ? [String(one.shape.type.value)] : [],
    );
    expect(types.length).toBeGreaterThan(10);
    const greedy = ['', '*', '%', 'a', 'Zulaikha', 'Rahasiawati', 'Dinas', 'Tersembunyi', 'facebook', '.*'];
    const answers = await page.evaluate(
      async ({ types, greedy, tab }) => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome;
        const said: string[] = [];
        for (const type of types)
          for (const words of greedy)
            for (const more of [
              {},
              { tabId: tab },
              { words, list: 'guarded' },
              { name: words },
              { tabId: tab, words },
              { url: 'https://x.com/seseorang', name: words },
            ])
              said.push(JSON.stringify(await runtime.sendMessage({ type, ...more }).catch((error: unknown) => String(error))));
        return said.join('\n');
      },
      { types, greedy, tab },
    );
    const screens: string[] = [answers, await panel.evaluate<string>('document.body.innerText'), await site.content()];
    for (const name of ['settings.html', 'dashboard.html', 'guide.html', 'verify.html']) {
      const screen = await volunteer.extensionPage(name);
      await screen.locator('main').waitFor();
      await screen.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      screens.push(await screen.content());
      await screen.close();
    }
    screens.push(
      await page.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', { get(): Promise<unknown> }> } })
          .chrome;
        return JSON.stringify([await storage.local.get(), await storage.session.get()]);
      }),
    );
    for (const word of PLANTED)
      expect(
        screens.findIndex((screen) => screen.includes(word)),
        word,
      ).toBe(-1);
    // It cannot be packed again, either.
    expect(
      await page.locator('section[aria-labelledby=paket]').getByText('Belum ada daftar ASN yang diimpor di komputer ini.').count(),
    ).toBe(1);
    await volunteer.close();
    expect(filesWith(profile, PLANTED)).toEqual([]);
  });
});
