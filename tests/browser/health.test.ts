// What a person is told when a page cannot be read: soon, plainly, in the panel and on the toolbar; and never of a healthy page.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra, Panel, SiteAnswer } from '../../src/cli/chromium.ts';
import { x } from '../../src/cli/demo/x.ts';
import type { TabState } from '../../src/model/messages.ts';
import { ALL_SITES, launchWithLists, pause, tabState, waitForState, X_POST, xWith } from './support.ts';

/** Longest time until blindness is told, ms from the page's first drawing. */
const SOON = 10_000;
const MOVED_POST = X_POST.replace(/\d+$/, '1960000000000000009');
const COMMENTS_POST = X_POST.replace(/\d+$/, '1960000000000000007');
const HALF_POST = X_POST.replace(/\d+$/, '1960000000000000008');
const pathOf = (url: string) => `${new URL(url).hostname}${new URL(url).pathname}`;
const real = (url: string): SiteAnswer => {
  const answer = x.answer(new URL(url), { method: 'GET', body: null });
  if (answer === null) throw new Error('the demonstration has no such page');
  return answer;
};
const page = (body: string): SiteAnswer => ({ ...real(X_POST), body });

/** The site after a redesign: the same words and requests, and not one of the elements that the reader knows. */
const moved = real(X_POST)
  .body.replaceAll('<article', '<section')
  .replaceAll('</article>', '</section>')
  .replaceAll('data-testid="tweet"', 'data-testid="kiriman"')
  .replaceAll('data-testid="UserCell"', 'data-testid="baris"');
/** The author line alone has moved: the posts are found, and nobody can be named. */
const authorless = real(X_POST)
  .body.replaceAll('data-testid="User-Name"', 'data-testid="Nama"')
  .replaceAll('data-testid="Tweet-User-Avatar"', 'data-testid="Foto"')
  .replaceAll('UserAvatar-Container-', 'Wadah-');
const half = real(X_POST).body.replace(/data-testid="User-Name"/g, (mark, at: number) => (at % 2 === 0 ? mark : 'data-testid="Nama"'));
/** The post as it was, and what is said below it drawn in elements that nobody knows. */
const commentless = (() => {
  const [head = '', first = '', ...replies] = real(X_POST).body.split(/(?=<article)/);
  return (
    head +
    first +
    replies.join('').replaceAll('<article', '<section').replaceAll('</article>', '</section>').replaceAll('data-testid="tweet"', '')
  );
})();
const login = page(
  `<!doctype html><html lang="id"><title>Masuk ke X</title><main><h1>Masuk ke X</h1>${'<p>Masukkan nomor telepon, email, atau nama pengguna Anda untuk masuk.</p>'.repeat(8)}<form><input><button>Masuk</button></form></main></html>`,
);

let netra: Netra;
beforeAll(async () => {
  netra = await launchWithLists({
    allowed: ALL_SITES,
    sites: xWith({
      [pathOf(X_POST)]: page(moved),
      [pathOf(MOVED_POST)]: page(authorless),
      [pathOf(HALF_POST)]: page(half),
      [pathOf(COMMENTS_POST)]: page(commentless),
      'x.com/i/flow/login': login,
      'x.com/settings/account': login,
    }),
  });
});
afterAll(() => netra.close());

async function open(url: string): Promise<{ page: Page; panel: Panel; since: number }> {
  const tab = await netra.context.newPage();
  await tab.goto(url);
  const since = Date.now();
  return { page: tab, panel: await netra.openPanel(tab), since };
}
const toolbarOf = (panel: Panel) =>
  panel.evaluate<{ text: string; title: string }>(
    `chrome.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => ({ text: await chrome.action.getBadgeText({ tabId: tab.id }), title: await chrome.action.getTitle({ tabId: tab.id }) }))`,
  );
const until = (panel: Panel, tab: Page, is: (state: TabState) => boolean) => waitForState(panel, tab, is, SOON + 4000);
const setWire = async (on: boolean) => {
  const settings = await netra.extensionPage('settings.html');
  const box = settings.locator('label', { hasText: 'Bandingkan di X' }).locator('input');
  await (on ? box.check() : box.uncheck());
  // Saved, and the script that listens is put in place for the sites that are left.
  await settings.waitForFunction(async (isOn) => {
    const { scripting } = (
      globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]> } } }
    ).chrome;
    const wire = (await scripting.getRegisteredContentScripts()).find(({ id }) => id === 'wire');
    return wire?.matches.some((one) => one.includes('x.com')) === isOn;
  }, on);
  await settings.close();
};
/** A click on the button with these words. */
async function press(panel: Panel, words: string): Promise<void> {
  await panel.until(`[...document.querySelectorAll('button')].some((one) => one.textContent.includes('${words}'))`, words);
  await panel.evaluate(
    `for (const one of document.querySelectorAll('button')) one.toggleAttribute('data-press', one.textContent.includes('${words}'))`,
  );
  await panel.click('button[data-press]');
}
const shot = (panel: Panel, name: string) =>
  process.env['NETRA_SHOTS'] === undefined ? undefined : panel.screenshot(join(process.env['NETRA_SHOTS'], `${name}.png`));

test('markup that moved altogether, the wire on: blind in the panel and on the toolbar within ten seconds', async () => {
  const { page: tab, panel, since } = await open(X_POST);
  const state = await until(panel, tab, (now) => now.health.state === 'blind');
  const took = Date.now() - since;
  expect(state?.health).toMatchObject({ state: 'blind', found: 0, missed: 'wire' });
  expect(state?.health.wire?.read).toBeGreaterThan(2);
  await panel.until(`document.body.innerText.includes('Netra tidak dapat membaca halaman ini')`, 'that it is blind');
  expect(Date.now() - since).toBeLessThan(SOON);
  expect(await toolbarOf(panel)).toEqual({ text: '!', title: 'Netra: tidak dapat membaca halaman ini: periksa sendiri' });
  await shot(panel, 'blind-wire');
  process.stdout.write(`blind, by the wire: ${took} ms\n`);
  await tab.close();
});

test('items that are found and lack their author: blind at once, and the page can be saved for repair', async () => {
  const { page: tab, panel, since } = await open(MOVED_POST);
  const state = await until(panel, tab, (now) => now.health.state === 'blind');
  process.stdout.write(`blind, by items: ${Date.now() - since} ms\n`);
  expect(Date.now() - since).toBeLessThan(SOON);
  expect(state?.health.read).toBe(0);
  expect(Object.keys(state?.health.unreadable ?? {})).toEqual(['author']);
  await press(panel, 'Simpan halaman untuk perbaikan');
  await panel.until(`document.querySelector('textarea[readonly]')`, 'the file');
  const shown = await panel.evaluate<string>(`document.querySelector('textarea[readonly]').value`);
  for (const word of ['Contohno', 'budi_contoh', 'Sukamaju', '1960000000000000101']) expect(shown).not.toContain(word);
  await shot(panel, 'save-page');
  await press(panel, 'Simpan berkas');
  const file = () => readdirSync(netra.downloads).find((name) => name.startsWith('netra-susunan-x-') && name.endsWith('.html'));
  for (let i = 0; i < 50 && file() === undefined; i++) await pause(100);
  expect(readFileSync(join(netra.downloads, file() ?? ''), 'utf8')).toBe(shown);
  await tab.close();
});

test('half of it moved: partly, with what is missing', async () => {
  const { page: tab, panel } = await open(HALF_POST);
  const state = await until(panel, tab, (now) => now.health.state === 'partly' && now.health.read > 0);
  expect(state?.health.state).toBe('partly');
  await panel.until(`document.body.innerText.includes('Hanya sebagian terbaca')`, 'that it is partly readable');
  await shot(panel, 'partly');
  expect((await toolbarOf(panel)).title).toContain('sebagian tidak terbaca');
  await tab.close();
});

test('only the comments moved: the post is read, and it is said that comments are not', async () => {
  const { page: tab, panel, since } = await open(COMMENTS_POST);
  const state = await until(panel, tab, (now) => now.health.notRead !== undefined);
  process.stdout.write(`comments not read: ${Date.now() - since} ms\n`);
  expect(state?.health).toMatchObject({ state: 'partly', notRead: ['comment'] });
  expect(state?.health.read).toBeGreaterThan(0);
  await panel.until(`document.body.innerText.includes('Komentar di layar tidak terbaca')`, 'which kind is not read');
  await shot(panel, 'comments-not-read');
  expect((await toolbarOf(panel)).title).toContain('sebagian tidak terbaca');
  await tab.close();
});

test.each(['https://x.com/i/flow/login', 'https://x.com/settings/account'])('a page with nothing to read stays quiet: %s', async (url) => {
  const { page: tab, panel } = await open(url);
  await until(panel, tab, () => true);
  await pause(SOON);
  const state = await tabState(panel, tab);
  expect(state?.health.state).toBe('nothing');
  expect(state?.health.missed).toBeUndefined();
  expect((await toolbarOf(panel)).text).toBe('');
  await shot(panel, 'login');
  await tab.close();
});

test('markup that moved altogether, the wire off: “nothing” that says so and looks nothing like health', async () => {
  await setWire(false);
  try {
    const { page: tab, panel, since } = await open(X_POST);
    const state = await until(panel, tab, (now) => now.health.missed !== undefined);
    process.stdout.write(`nothing readable, without the wire: ${Date.now() - since} ms\n`);
    expect(Date.now() - since).toBeLessThan(SOON);
    expect(state?.health).toMatchObject({ state: 'nothing', missed: 'drawn' });
    await panel.until(`document.body.innerText.includes('Tidak ada yang terbaca di sini')`, 'that nothing can be read');
    expect((await toolbarOf(panel)).title).toBe('Netra: tidak ada yang terbaca di sini: periksa sendiri');
    await shot(panel, 'none-read');
    await tab.close();
  } finally {
    await setWire(true);
  }
});

test('the settings tell how well the site was read, and storage holds numbers only', async () => {
  const settings = await netra.extensionPage('settings.html');
  await settings.waitForFunction(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<{ tallies?: object }> } } } })
      .chrome;
    return JSON.stringify((await storage.local.get('tallies')).tallies ?? {}).includes('"blind":');
  });
  await settings.reload();
  await settings.locator('section[aria-labelledby="terbaca"]').waitFor();
  const table = await settings.locator('section[aria-labelledby="terbaca"]').innerText();
  expect(table).toMatch(/X/);
  expect(table).toMatch(/Hari ini/i);
  expect(table).toMatch(/halaman tidak terbaca sama sekali/);
  const kept = await settings.evaluate(
    async () =>
      (await (globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } }).chrome.storage.local.get(
        'tallies',
      )) as object,
  );
  expect(JSON.stringify(kept)).not.toMatch(/contoh|1960|https/i);
  if (process.env['NETRA_SHOTS'] !== undefined)
    await settings.locator('section[aria-labelledby="terbaca"]').screenshot({ path: join(process.env['NETRA_SHOTS'], 'settings.png') });
  await settings.close();
});
