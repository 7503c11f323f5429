// Marking an account as a campaign's from a page, in a real Chromium: proposed, confirmed by the monitor, and in force at once.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchNetra, type Netra, type Panel } from '../../src/cli/chromium.ts';
import { facebook } from '../../src/cli/demo/facebook.ts';
import { setUp } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { ALL_SITES, lookThrough, SAMPLE_LISTS, tabState, waitForState } from './support.ts';

const pictures = join(projectFolder, 'out/mark-account');
const PROFILE = 'https://www.facebook.com/contoh.untuk.sukamaju';
let netra: Netra;
let page: Page;
let panel: Panel;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  // The campaign list knows another pair only.
  const campaign = join(pictures, 'kampanye-lain.csv');
  writeFileSync(campaign, 'Calon,Jabatan,Wilayah,Nomor urut,Platform,Akun\nContoh Pasangan 02,Bupati,Kab. Sukamaju,2,X,@PaslonContoh02\n');
  netra = await launchNetra({
    sites: (url, request) => facebook.answer(url, { method: request.method(), body: request.postData() }),
    allowed: ALL_SITES,
  });
  await (await setUp(netra, { guarded: SAMPLE_LISTS.guarded, campaign })).close();
  page = await netra.context.newPage();
  await page.goto(PROFILE);
  panel = await netra.openPanel(page);
  await lookThrough(page, '[role=toolbar] [role=button]');
});
afterAll(() => netra.close());

const inPanel = <T>(script: string) => panel.evaluate<T>(`(() => { ${script} })()`);
const ownList = () =>
  panel.evaluate<{ platform: string; id: string | null; handle: string | null; candidate: string }[]>(`new Promise((done, fail) => {
    const open = indexedDB.open('netra');
    open.onerror = () => fail(open.error);
    open.onsuccess = () => {
      const all = open.result.transaction('lists').objectStore('lists').getAll();
      all.onsuccess = () => { open.result.close(); done(all.result.filter((one) => one.file === 'Ditandai sendiri').flatMap((one) => one.watched)); };
    };
  })`);
const submit = async (until: string) => {
  await panel.click('form[data-mark] button[type=submit]');
  await panel.until(
    `[...document.querySelectorAll('[role=alert], [role=status]')].some((one) => one.textContent.includes(${JSON.stringify(until)}))`,
    until,
  );
};

test('before it is marked, a like on its post is no finding', async () => {
  expect((await waitForState(panel, page, (state) => state.health.read > 0))?.findings).toEqual([]);
  // Marked on the profile itself, before the list of reactions is opened.
  await page.reload();
  await waitForState(panel, page, (state) => state.health.read > 0);
});

test('the account is proposed from the page’s address, with the number that the page tells; nothing is kept unasked', async () => {
  await panel.click('[data-mark-look]');
  await panel.until(`document.querySelector('input[name=mark-which]')`, 'a proposal');
  const shown = await inPanel<string[]>(
    `return [...document.querySelectorAll('label.choice')].map((one) => one.innerText.replace(/\\s+/g, ' '))`,
  );
  expect(shown.find((one) => one.includes('@contoh.untuk.sukamaju'))).toContain('100000000009001');
  expect(await inPanel(`return document.querySelectorAll('input[name=mark-which]:checked').length`)).toBe(0);
  await panel.screenshot(join(pictures, '1-proposed.png'));
  await inPanel(
    `[...document.querySelectorAll('label.choice')].find((one) => one.textContent.includes('@contoh.untuk.sukamaju')).querySelector('input').click()`,
  );
  await panel.until(`document.querySelector('form[data-mark]')`, 'the form');
  await submit('Belum ditandai');
  expect(await ownList()).toEqual([]);
});

test('marked: a like on its post is a finding, without a reload', async () => {
  await inPanel(`
    const set = (field, value) => { field.value = value; for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true })); };
    set(document.querySelector('[data-field=target]'), 'new');`);
  await panel.until(`document.querySelector('[data-field=name]')`, 'the name');
  await inPanel(`
    const field = document.querySelector('[data-field=name]');
    field.value = 'Contoh Pasangan 01';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('form[data-mark] input[value=candidate]').click();`);
  await inPanel(`document.querySelector('form[data-mark]').scrollIntoView()`);
  await panel.screenshot(join(pictures, '2-form.png'));
  await submit('Akun ditandai');
  expect(await ownList()).toEqual([
    expect.objectContaining({
      platform: 'facebook',
      id: '100000000009001',
      handle: 'contoh.untuk.sukamaju',
      candidate: 'Contoh Pasangan 01',
      kind: 'candidate',
      official: null,
      markedAt: expect.any(String),
    }),
  ]);
  await lookThrough(page, '[role=toolbar] [role=button]');
  const state = await waitForState(panel, page, ({ findings }) =>
    findings.some(({ match }) => match.sighting.action === 'like' && match.guarded.person === 'Budi Contohno' && match.grade === 'id'),
  );
  const like = state?.findings.find(({ match }) => match.sighting.action === 'like' && match.guarded.person === 'Budi Contohno');
  expect(like?.match.reasons).toEqual([
    expect.objectContaining({ kind: 'author', grade: 'id', watched: expect.objectContaining({ handle: 'contoh.untuk.sukamaju' }) }),
  ]);
  await inPanel(`window.scrollTo(0, 0)`);
  await panel.until(`document.body.innerText.includes('ditandai sendiri oleh pemantau')`, 'where the list is from');
  await panel.screenshot(join(pictures, '3-finding.png'));
});

test('it is on the list now, and is not offered twice', async () => {
  await panel.click('[data-mark-look]');
  await panel.until(`document.querySelector('input[name=mark-which]')`, 'a proposal');
  await inPanel(
    `[...document.querySelectorAll('label.choice')].find((one) => one.textContent.includes('@contoh.untuk.sukamaju')).querySelector('input').click()`,
  );
  await panel.until(`document.body.innerText.includes('sudah ada di daftar kampanye')`, 'that it is known');
  expect(await inPanel(`return document.querySelector('form[data-mark]')`)).toBeNull();
});

test('asked for on an account of the registry: told, and only kept once it is made sure', async () => {
  await page.goto('https://www.facebook.com/sari.contohdewi');
  await waitForState(panel, page, (state) => state.health.read > 0);
  await panel.until(`document.querySelector('[data-mark-look]')`, 'the button');
  await panel.click('[data-mark-look]');
  await panel.until(
    `[...document.querySelectorAll('label.choice')].some((one) => one.textContent.includes('@sari.contohdewi'))`,
    'a proposal',
  );
  await inPanel(
    `[...document.querySelectorAll('label.choice')].find((one) => one.textContent.includes('@sari.contohdewi')).querySelector('input').click()`,
  );
  await panel.until(`document.querySelector('[data-field=sure]')`, 'the warning');
  expect(await inPanel<string>(`return document.querySelector('form[data-mark]').innerText`)).toContain('ada di daftar ASN');
  expect(await tabState(panel, page)).not.toBeNull();
});

test('in the settings it is seen, changed and taken out', async () => {
  const settings = await netra.extensionPage('settings.html');
  const own = settings.locator('li', { hasText: 'Ditandai sendiri' }).first();
  await own.getByRole('button', { name: 'Ubah' }).click();
  await own.locator('textarea').fill('terlihat di baliho');
  await own.scrollIntoViewIfNeeded();
  await settings.screenshot({ path: join(pictures, '4-settings-change.png') });
  await own.getByRole('button', { name: 'Simpan perubahan' }).click();
  await own.getByText('terlihat di baliho').waitFor();
  await settings.screenshot({ path: join(pictures, '5-settings.png') });
  await own.getByRole('button', { name: 'Hapus tanda' }).click();
  await own.getByRole('button', { name: 'Ya, hapus tanda' }).click();
  await own.waitFor({ state: 'detached' });
  expect(await ownList()).toEqual([]);
  await settings.close();
});
