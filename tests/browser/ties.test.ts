// Tying an account to a person, in a real Chromium: proposed on a profile, confirmed by somebody else only, ended as hijacked.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra, Panel } from '../../src/cli/chromium.ts';
import { scrollTo } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import type { TabState } from '../../src/model/messages.ts';
import type { Tie } from '../../src/model/tie.ts';
import { launchWithLists, openWithPanel, tabState, waitForState, X_POST, xWith } from './support.ts';

const pictures = join(projectFolder, 'out/ties');
/** The demonstration's namesake of somebody on the list, who answered the campaign's post. */
const HANDLE = 'budi_contoh_bakso';
/** What the list has of the person. */
const OTHER = 'Perhatian: di daftar, orang ini memakai akun X lain: @budi_contoh';
const PROFILE = `https://x.com/${HANDLE}`;
const LISTED = 'budi_contoh';
let netra: Netra;
let dashboard: Page;
let post: { page: Page; panel: Panel };

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const body = `<!doctype html><html lang="id"><title>Budi Contohno (@${HANDLE}) / X</title><main role="main"><h1>Budi Contohno</h1><p>Dinas Kesehatan Sukamaju. Jualan bakso tiap sore.</p></main></html>`;
  const listed = `<!doctype html><html lang="id"><title>Budi (@${LISTED}) / X</title><main role="main"><h1>Budi</h1></main></html>`;
  const contentType = 'text/html; charset=utf-8';
  netra = await launchWithLists({
    sites: xWith({
      [`x.com/${HANDLE}`]: { contentType, body },
      [`x.com/${LISTED}`]: { contentType, body: listed },
      'x.com/PaslonContoh01': { contentType, body: listed },
    }),
  });
});
afterAll(() => netra.close());

const fill = (panel: Panel, selector: string, words: string) =>
  panel.evaluate(
    `(() => { const field = document.querySelector(${JSON.stringify(selector)}); field.value = ${JSON.stringify(words)}; field.dispatchEvent(new Event('input', { bubbles: true })); })()`,
  );
const says = (words: string) => `document.body.innerText.includes(${JSON.stringify(words)})`;
const ofTied = (state: TabState | null) => state?.findings.filter(({ match }) => match.sighting.actor.handle === HANDLE) ?? [];
const askTies = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<Tie[]> } } }).chrome.runtime.sendMessage({
      type: 'ties',
    }),
  );

test('before any proposal the namesake is nobody to Netra', async () => {
  post = await openWithPanel(netra, X_POST);
  expect(ofTied(await tabState(post.panel, post.page))).toEqual([]);
});

test('on the profile: namesakes with reasons, nothing chosen beforehand; kept as unconfirmed', async () => {
  const page = await netra.context.newPage();
  await page.goto(PROFILE);
  const panel = await netra.openPanel(page);
  await panel.until(`document.querySelector('[data-propose]')`, 'what may be proposed');
  await panel.click('[data-propose] summary');
  expect(await panel.evaluate(says('Akun ini belum ada di daftar'))).toBe(true);
  await fill(panel, '[data-link=name]', 'Siti Contohno');
  await panel.click('[data-link=find]');
  await panel.until(says('Tidak ada orang di daftar dengan nama yang cukup cocok'), 'that a look-alike finds nobody');
  await fill(panel, '[data-link=name]', 'Budi Contohno');
  await fill(panel, '[data-link=words]', 'Dinas Kesehatan Sukamaju');
  await panel.click('[data-link=find]');
  await panel.until(`document.querySelector('[data-propose] input[type=radio]')`, 'the namesakes');
  expect(await panel.evaluate(`document.querySelectorAll('[data-propose] input:checked').length`)).toBe(0);
  expect(await panel.evaluate<string>(`document.querySelector('[data-propose]').innerText`)).toContain('Dinas Kesehatan Kab. Sukamaju');
  await panel.click('[data-link=propose]');
  await panel.until(says('Isi dulu nama Anda'), 'that nothing is kept without a name and a reason');
  await panel.click('[data-propose] input[type=radio]');
  await fill(panel, '[data-link=statement]', 'Biodatanya menyebut Dinas Kesehatan.');
  await fill(panel, '[data-link=by]', 'Rahmat Pemantau');
  expect(await panel.evaluate(says(OTHER))).toBe(true);
  expect(await panel.evaluate(says('Nama cocok kuat (bukan bukti orangnya sama)'))).toBe(true);
  await post.page.bringToFront();
  await panel.until(`!document.querySelector('[data-propose]')`, 'the other tab');
  await page.bringToFront();
  await panel.until(`document.querySelector('[data-link=statement]')?.value === 'Biodatanya menyebut Dinas Kesehatan.'`, 'the draft');
  expect(await panel.evaluate(`document.querySelector('[data-propose]').open`)).toBe(true);
  expect(await panel.evaluate(`document.querySelectorAll('[data-propose] input:checked').length`)).toBe(1);
  await fill(panel, '[data-link=statement]', 'ya cocok');
  await panel.click('[data-link=propose]');
  await panel.until(says('alasannya terlalu pendek'), 'that a reason has to say something');
  await fill(panel, '[data-link=statement]', 'Biodatanya menyebut Dinas Kesehatan.');
  await panel.screenshot(join(pictures, '1-propose.png'));
  await panel.click('[data-link=propose]');
  await panel.until(says('Usulan tersimpan: belum dipastikan'), 'that it was kept');
  expect(await panel.evaluate(says('Gambar halaman ini disimpan bersamanya.'))).toBe(true);
  await panel.click('[data-link=find]');
  await panel.until(says('sudah tertaut ke seseorang'), 'that it is tied now');
  await page.close();
});

test('nothing is proposed for an account that is on a list, nor for a campaign’s', async () => {
  const page = await netra.context.newPage();
  await page.goto(`https://x.com/${LISTED}`);
  const panel = await netra.openPanel(page);
  await panel.until(`document.querySelector('[data-standing=listed]')`, 'that it is on the list');
  expect(await panel.evaluate<string>(`document.querySelector('[data-standing]').innerText`)).toContain(
    'Akun ini sudah ada di daftar ASN.',
  );
  expect(await panel.evaluate(`document.querySelector('[data-propose]')`)).toBeNull();
  await panel.screenshot(join(pictures, '1-listed.png'));
  await page.goto('https://x.com/PaslonContoh01');
  await panel.until(`!document.querySelector('[data-standing]')`, 'that a campaign account is no subject of a tie');
  await page.goto(PROFILE);
  await panel.until(`document.querySelector('[data-standing=tied]')`, 'that it is tied by now');
  expect(await panel.evaluate(`document.querySelector('[data-propose]')`)).toBeNull();
  await page.close();
});

test('its act shows up as a finding: by handle, and plainly unconfirmed', async () => {
  await post.page.bringToFront();
  const state = await waitForState(post.panel, post.page, (now) => ofTied(now).length === 1);
  const [finding] = ofTied(state);
  expect(finding?.match).toMatchObject({
    grade: 'handle',
    guarded: { person: 'Budi Contohno', link: { source: 'monitor', state: 'unconfirmed' } },
  });
  await scrollTo(post.panel, post.page, finding?.findingId ?? '');
  const card = `article[aria-labelledby="act-${finding?.findingId}"]`;
  await post.panel.until(`document.querySelector('${card} [data-tie-unsure]')`, 'the caution on the card');
  expect(await post.panel.evaluate<string>(`document.querySelector('${card}').innerText`)).toContain('belum dipastikan orang kedua');
  expect(await post.panel.evaluate<string>(`document.querySelector('${card} [data-tied-by-monitor]').innerText`)).toBe(
    'Dikaitkan oleh pemantau, belum dipastikan.',
  );
  await post.panel.evaluate(`document.querySelector('${card}').scrollIntoView()`);
  await post.panel.screenshot(join(pictures, '2-finding.png'));
  await post.panel.click(`${card} button.main`);
  await post.panel.until(`/Bukti tersimpan/.test(document.querySelector('${card}').innerText)`, 'its evidence');
});

test('whoever proposed cannot confirm; somebody else can', async () => {
  dashboard = await netra.extensionPage('dashboard.html');
  const card = dashboard.locator('[data-tie-card]');
  await card.waitFor();
  await card.locator('[data-tie-picture] summary').click();
  const picture = card.locator('[data-tie-picture] img');
  await picture.waitFor();
  // What the window showed then, and nothing that was made up later.
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 400)).toBe(true);
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(Number(await picture.getAttribute('width')));
  expect(await card.locator('[data-tie-picture]').innerText()).toMatch(/SHA-256 [0-9a-f]{64}/);
  await dashboard.screenshot({ path: join(pictures, '2-picture.png'), fullPage: true });
  expect(await card.innerText()).toContain(OTHER);
  await card.locator('[data-confirm-tie] summary').click();
  await card.locator('[data-tie=statement]').fill('Foto seragam dinas di profil.');
  await card.locator('[data-tie=by]').fill('H. RAHMAT Pemantau, S.Pd.');
  await card.getByRole('button', { name: 'Saya pastikan' }).click();
  await card.getByText('Orang lain harus memastikan').waitFor();
  await dashboard.screenshot({ path: join(pictures, '3-same-person.png'), fullPage: true });
  expect((await askTies(dashboard))[0]?.state).toBe('unconfirmed');
  await card.locator('[data-tie=by]').fill('Citra Wulandari');
  await card.getByRole('button', { name: 'Saya pastikan' }).click();
  await card.locator('.state.sure').waitFor();
  expect(await card.innerText()).toContain('dipastikan satu orang lain');
  await post.page.bringToFront();
  const state = await waitForState(post.panel, post.page, (now) => ofTied(now)[0]?.match.guarded.link?.state === 'one');
  expect(ofTied(state)).toHaveLength(1);
  expect(ofTied(state)[0]?.match).toMatchObject({ grade: 'handle', guarded: { link: { state: 'one' } } });
});

test('the kept finding is not chosen beforehand; ended as hijacked from there: no match any more, the history stays', async () => {
  // Behind another tab a page has one frame a second, and each click waits for two.
  await dashboard.bringToFront();
  await dashboard.reload();
  await dashboard.getByRole('listitem').getByRole('button').first().click();
  const detail = dashboard.locator('article').filter({ has: dashboard.locator('#rincian') });
  await detail.locator('[data-part=tie] > summary').click();
  await detail.locator('[data-end-tie] summary').click();
  await detail.locator('[data-tie=outcome]').selectOption({ label: 'akun diretas' });
  await detail.locator('[data-tie=reason]').fill('Pemilik melapor akunnya diambil orang.');
  await detail.locator('[data-tie=ender]').fill('Citra Wulandari');
  await detail.getByRole('button', { name: 'Akhiri tautan', exact: true }).click();
  await detail.getByText('Tautan diakhiri: akun diretas').waitFor();
  await dashboard.locator('[data-ties] > summary').click();
  const card = dashboard.locator('[data-tie-card]');
  await card.locator('.state.ended').waitFor();
  const history = await card.locator('ol').innerText();
  for (const words of [
    'Diusulkan oleh Rahmat Pemantau',
    'Dipastikan oleh Citra Wulandari',
    'akun diretas',
    'Pemilik melapor akunnya diambil orang.',
  ])
    expect(history).toContain(words);
  await dashboard.screenshot({ path: join(pictures, '4-ended.png'), fullPage: true });
  expect(await dashboard.locator('li input[type=checkbox]:checked').count()).toBe(0);
  // Opened anew, the page has no finding of that account any more; the others are there.
  await post.page.bringToFront();
  await post.page.reload();
  const hasOther = (now: TabState | null) => now?.findings.some(({ match }) => match.sighting.actor.handle === 'agus_contoh') === true;
  // What was told of the page before it was loaded again may still stand for a moment.
  const state = await waitForState(post.panel, post.page, (now) => hasOther(now) && ofTied(now).length === 0);
  expect(hasOther(state)).toBe(true);
  expect(ofTied(state)).toEqual([]);
  expect((await askTies(dashboard)).map(({ steps }) => steps.map(({ kind }) => kind).filter((kind) => kind !== 'seen'))).toEqual([
    ['proposed', 'confirmed', 'ended'],
  ]);
});

test('while Netra is locked no number of ties is claimed', async () => {
  const settings = await netra.extensionPage('settings.html');
  const box = settings.locator('section[aria-labelledby=kunci]');
  await box.locator('input[type=password]').nth(0).fill('kuda hijau makan di pasar');
  await box.locator('input[type=password]').nth(1).fill('kuda hijau makan di pasar');
  await settings.getByRole('button', { name: 'Pasang kunci', exact: true }).click();
  await settings.getByRole('button', { name: 'Sudah saya simpan', exact: true }).click();
  await settings.getByRole('button', { name: 'Kunci sekarang', exact: true }).click();
  await dashboard.bringToFront();
  await dashboard.getByText('Netra terkunci').first().waitFor();
  expect(await dashboard.locator('[data-ties]').count()).toBe(0);
  await dashboard.screenshot({ path: join(pictures, '5-locked.png'), fullPage: true });
});
