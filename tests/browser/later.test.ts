// A finding after its capture, in a real Chromium: noted, corrected, checked again, held, refused, let go, destroyed, and the proof checked
// by ssh-keygen; another finding's bundle still verifies from the terminal.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { LaunchOptions, Netra, Panel } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import { COMMANDS } from '../../src/report/layout.ts';
import { launchWithLists, openWithPanel, readStore, tabState, waitForState, X_POST, xWith } from './support.ts';

const pictures = join(projectFolder, 'out/later');
const SECRETS = ['Ditanyakan kepada kepala sekolah', 'SDN 21 Kota Contoh', 'Komentar masih tampak', 'Diminta Bawaslu'];
let netra: Netra;
let panel: Panel;
let site: Page;
let dashboard: Page;
let doomed = '';
let person = '';
let spared = '';

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  // The address of a reply shows the post with its replies, as on the real site.
  const sites: LaunchOptions['sites'] = (url, request) =>
    xWith()(url, request) ?? (/^\/[^/]+\/status\/\d+$/.test(url.pathname) ? xWith()(new URL(X_POST), request) : null);
  netra = await launchWithLists({ sites });
  const opened = await openWithPanel(netra);
  ({ panel, page: site } = opened);
  const firm = opened.state.findings.filter(({ match }) => match.grade === 'id');
  const [one, other] = [firm[0], opened.state.findings.find(({ findingId }) => findingId !== firm[0]?.findingId)];
  if (one === undefined || other === undefined) throw new Error('two findings were expected');
  doomed = one.findingId;
  person = one.match.guarded.person;
  spared = other.findingId;
  for (const id of [doomed, spared]) {
    await scrollTo(panel, site, id);
    expect(await pressOnCard(panel, id, 'Simpan bukti')).toContain('Bukti tersimpan');
  }
  dashboard = await netra.extensionPage('dashboard.html');
  await dashboard.setViewportSize({ width: 1240, height: 900 });
  await openRow();
});
afterAll(() => netra.close());

/** The doomed finding is the one whose row names its person. */
async function openRow(): Promise<void> {
  await dashboard.locator('li.card').filter({ hasText: person }).locator('button.plain').first().click();
  await dashboard.locator('#rincian').waitFor();
}
const part = (name: string) => dashboard.locator(`details[data-part=${name}]`);
async function unfold(name: string) {
  if (!(await part(name).evaluate((one) => (one as HTMLDetailsElement).open))) await part(name).locator('> summary').click();
  return part(name);
}
const records = async () =>
  (await readStore(panel)).log.map(({ seq, canonical }) => ({
    seq,
    record: canonical === null ? null : recordSchema.parse(JSON.parse(canonical)),
  }));
const lastRecord = async () => (await records()).at(-1)?.record;

test('the decision is the first thing, and stays in reach while the rest is scrolled at 360 pixels', async () => {
  await dashboard.setViewportSize({ width: 360, height: 740 });
  const confirm = dashboard.getByRole('button', { name: 'Kuatkan dugaan' });
  await dashboard.locator('#rincian').scrollIntoViewIfNeeded();
  await dashboard.screenshot({ path: join(pictures, '360-top.png') });
  await dashboard
    .locator('article')
    .filter({ has: dashboard.locator('#rincian') })
    .screenshot({ path: join(pictures, '360-detail.png') });
  const { height } = await dashboard.locator('#rincian').evaluate((one) => (one.closest('article') as HTMLElement).getBoundingClientRect());
  expect(height).toBeLessThan(740 * 3.4);
  await part('trail').scrollIntoViewIfNeeded();
  const box = await confirm.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(120);
  await dashboard.screenshot({ path: join(pictures, '360-scrolled.png') });
  expect(await dashboard.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await dashboard.setViewportSize({ width: 1240, height: 900 });
});

test('times name their zone', async () => {
  expect(await dashboard.locator('li.card').first().innerText()).toMatch(/\d\d[.:]\d\d (WIB|WITA|WIT|UTC[+-]\d\d:\d\d)/);
});

test('a note and a correction are added; what was read stands unchanged beside them', async () => {
  const before = (await readStore(panel)).log;
  const notes = await unfold('notes');
  await notes.getByLabel('Isi catatan').fill(SECRETS[0] ?? '');
  await notes.getByRole('button', { name: 'Tambahkan' }).click();
  await notes.getByText('Ditambahkan (catatan nomor').waitFor();
  await notes.getByLabel('Koreksi atas bacaan').check();
  await notes.getByRole('button', { name: 'Tambahkan' }).click();
  await notes.getByText('Isi dahulu yang masih kosong.').waitFor();
  await notes.getByLabel('Bagian yang dikoreksi').selectOption('unit');
  const read = await notes.getByLabel('Terbaca').inputValue();
  expect(read.length).toBeGreaterThan(3);
  await notes.getByLabel('Yang benar').fill(SECRETS[1] ?? '');
  await notes.getByLabel('Alasan').fill('Papan nama sekolah.');
  await notes.getByRole('button', { name: 'Tambahkan' }).click();
  const box = dashboard.locator('[data-corrections]');
  await box.waitFor();
  expect(await box.innerText()).toMatch(new RegExp(`${read}[\\s\\S]*SDN 21 Kota Contoh[\\s\\S]*Papan nama sekolah`));
  expect(await lastRecord()).toMatchObject({ type: 'note', body: { kind: 'correction', field: 'unit', read, findingId: doomed } });
  expect((await readStore(panel)).log.slice(0, before.length)).toEqual(before);
  await dashboard.screenshot({ path: join(pictures, 'corrected.png'), fullPage: true });
});

test('checking again opens the link in a new tab; Netra proposes “still there”, the monitor states', async () => {
  const recheck = await unfold('recheck');
  const [tab] = await Promise.all([
    netra.context.waitForEvent('page'),
    recheck.getByRole('button', { name: 'Periksa ulang: buka tautan' }).click(),
  ]);
  // A tab that the extension opens asks before this test can stand in for the site: the same address once more, in the same tab.
  await tab.waitForLoadState();
  const address = (await recheck.locator('p bdi').first().innerText()).trim();
  expect(await tab.title()).toBe(new URL(address).hostname);
  await tab.goto(address);
  await recheck.getByText('Netra membaca perbuatan yang sama di tab itu.').waitFor({ timeout: 30_000 });
  expect(await recheck.locator('label').filter({ hasText: 'Masih ada' }).innerText()).toContain('usulan Netra');
  expect(await recheck.locator('label').filter({ hasText: 'Sudah dihapus' }).innerText()).not.toContain('usulan');
  // Proposed is not stated: nothing is chosen for the monitor.
  expect(await recheck.locator('input:checked').count()).toBe(0);
  await dashboard.bringToFront();
  await recheck.getByRole('button', { name: 'Catat hasil periksa ulang' }).click();
  await recheck.getByText('Pilih dahulu apa yang Anda lihat.').waitFor();
  await dashboard.screenshot({ path: join(pictures, 'recheck.png'), fullPage: true });
  await recheck.getByLabel('Masih ada').check();
  await recheck.getByLabel('Keterangan').fill(SECRETS[2] ?? '');
  await recheck.getByRole('button', { name: 'Catat hasil periksa ulang' }).click();
  await recheck.getByText('Hasil dicatat').waitFor();
  expect(await lastRecord()).toMatchObject({ type: 'recheck', body: { state: 'there', seen: { kind: 'same-act' }, capture: null } });
  await tab.close();
});

test('a hold stops deleting, and is lifted with a reason', async () => {
  const keep = await unfold('keep');
  await keep.getByRole('button', { name: 'Tahan temuan ini' }).click();
  await keep.getByText('Tulis alasannya.').waitFor();
  await keep.getByLabel('Alasan').fill(SECRETS[3] ?? '');
  await keep.getByRole('button', { name: 'Tahan temuan ini' }).click();
  await keep.getByText('Masa simpan berhenti sampai penahanan dicabut.').waitFor();
  await (await unfold('erase')).getByRole('button', { name: 'Hapus temuan ini…' }).click();
  const dialog = dashboard.getByRole('dialog');
  await dialog.getByText('Belum dapat dihapus: 1 temuan sedang ditahan').waitFor();
  expect(await dialog.getByRole('button', { name: 'Lanjut' }).count()).toBe(0);
  await dashboard.screenshot({ path: join(pictures, 'held.png') });
  // Also past the interface: the background itself refuses.
  const message = { type: 'erase', findingIds: [doomed], reason: 'mistaken-capture', askedBy: 'monitor', request: null };
  const sent = await dashboard.evaluate(
    (one) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(one),
    message,
  );
  expect(sent).toEqual({ refused: 'on-hold' });
  await dashboard.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await dashboard.getByLabel('Masa simpan').first().selectOption('held');
  expect(await dashboard.locator('li.card').count()).toBe(1);
  await dashboard.getByLabel('Masa simpan').first().selectOption('all');
  await keep.getByLabel('Alasan').fill('Perkara selesai.');
  await keep.getByRole('button', { name: 'Cabut penahanan' }).click();
  await keep.getByText('Disimpan sampai').waitFor();
  await dashboard.screenshot({ path: join(pictures, 'keep.png'), fullPage: true });
});

test('the chain of custody tells all of it', async () => {
  const steps = await (await unfold('trail')).locator('[data-trail] li').allInnerTexts();
  expect(steps.map((one) => one.split('\n')[1])).toEqual([
    'Bukti disimpan',
    'Catatan ditambahkan',
    'Koreksi ditambahkan: Unit kerja',
    'Diperiksa ulang: Masih ada',
    'Ditahan',
    'Penahanan dicabut',
  ]);
});

test('deleting, by the keyboard alone: two steps, and nothing of the finding is left', async () => {
  const before = await readStore(panel);
  await (await unfold('erase')).getByRole('button', { name: 'Hapus temuan ini…' }).focus();
  await dashboard.keyboard.press('Enter');
  const dialog = dashboard.getByRole('dialog');
  await dialog.getByText('Yang hilang untuk selamanya').waitFor();
  await dialog.getByLabel('Permintaan pemilik data').focus();
  await dashboard.keyboard.press('Space');
  await dialog.getByLabel('Nomor surat permintaan').fill('Siti Contoh');
  await dialog.getByLabel('Tanggal surat diterima').fill('2026-01-05');
  await dialog.getByLabel('Nomor surat permintaan').press('Enter');
  await dialog.getByText('Nomor surat harus memuat angka').waitFor();
  await dashboard.screenshot({ path: join(pictures, 'erase-1.png') });
  await dialog.getByLabel('Nomor surat permintaan').fill('12/PDP/2026');
  await dialog.getByLabel('Nomor surat permintaan').press('Enter');
  await dialog.getByText('Hapus 1 temuan untuk selamanya?').waitFor();
  // The way back has the focus: a second Enter by mistake destroys nothing.
  expect(await dashboard.evaluate(() => document.activeElement?.textContent)).toContain('Kembali');
  await dashboard.screenshot({ path: join(pictures, 'erase-2.png') });
  await dashboard.keyboard.press('Tab');
  await dashboard.keyboard.press('Enter');
  await dialog.getByText('Sudah dihapus (catatan nomor').waitFor();
  await dashboard.screenshot({ path: join(pictures, 'erased.png') });
  const after = await readStore(panel);
  expect(after.findings.map(({ findingId }) => findingId)).toEqual([spared]);
  expect(after.blobs.length).toBeLessThan(before.blobs.length);
  expect(after.log.slice(0, before.log.length).map(({ line }) => line)).toEqual(before.log.map(({ line }) => line));
  const text = JSON.stringify(after);
  for (const secret of [...SECRETS, doomed]) expect(text, secret).not.toContain(secret);
  expect(JSON.stringify(before)).toContain(SECRETS[0]);
});

test('the proof is saved, ssh-keygen and Netra’s own check accept it, and it names nobody', async () => {
  const dialog = dashboard.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Simpan bukti penghapusan' }).click();
  const saved = await vi.waitUntil(() => readdirSync(netra.downloads).find((name) => /^netra-bukti-penghapusan-.*\.zip$/.test(name)), {
    timeout: 20_000,
  });
  const work = mkdtempSync(join(tmpdir(), 'netra-proof-'));
  execFileSync('unzip', ['-q', join(netra.downloads, saved), '-d', work]);
  const [folder = ''] = readdirSync(work);
  for (const command of [COMMANDS.sums, COMMANDS.sshTags, COMMANDS.sshPayload]) {
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: join(work, folder), encoding: 'utf8' });
    expect(status, `${command}\n${stderr}`).toBe(0);
  }
  const told = verifyFromTerminal(join(netra.downloads, saved));
  expect(told).toContain('UTUH');
  expect(told).toContain('dimusnahkan menurut catatan nomor');
  const texts = readdirSync(join(work, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  for (const secret of [...SECRETS, person, doomed, spared])
    expect(
      texts.filter((text) => text.includes(secret)),
      secret,
    ).toEqual([]);
  const page = await netra.context.newPage();
  await page.setViewportSize({ width: 900, height: 1100 });
  await page.setContent(readFileSync(join(work, folder, 'data/ringkasan.html'), 'utf8'));
  await page.screenshot({ path: join(pictures, 'proof.png'), fullPage: true });
  await page.close();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('another finding is exported as before, and its bundle verifies from the terminal', async () => {
  await dashboard.locator('li.card').first().getByLabel('Ikutkan dalam ekspor').check();
  await dashboard.getByRole('button', { name: 'Ekspor berkas bukti' }).click();
  await dashboard.getByText('Berkas bukti sudah dibuat').waitFor();
  const name = await vi.waitUntil(() => readdirSync(netra.downloads).find((one) => /^netra-[0-9a-f]{8}-.*\.zip$/.test(one)), {
    timeout: 20_000,
  });
  const told = verifyFromTerminal(join(netra.downloads, name));
  expect(told).toContain('UTUH');
  expect(told).toContain('barisnya tetap ada');
  const list = dashboard.locator('[data-erased]');
  await list.locator('summary').click();
  expect(await list.innerText()).toMatch(/Permintaan pemilik data \(12\/PDP\/2026\)/);
  await dashboard.screenshot({ path: join(pictures, 'afterwards.png'), fullPage: true });
  await dashboard.setViewportSize({ width: 360, height: 740 });
  await dashboard.screenshot({ path: join(pictures, '360-afterwards.png'), fullPage: true });
  await dashboard.setViewportSize({ width: 1240, height: 900 });
});

test('a time of keeping that is over is told, and many findings go with one answer', async () => {
  const settings = await netra.extensionPage('settings.html');
  const box = settings.locator('section[aria-labelledby=simpan]');
  await box.getByLabel('Hari setelah diserahkan').fill('0');
  await box.getByRole('button', { name: 'Simpan masa simpan' }).click();
  await box.getByText('Isi hari dengan bilangan bulat').waitFor();
  await box.getByLabel('Hari setelah diserahkan').fill('1');
  await box.getByRole('button', { name: 'Simpan masa simpan' }).click();
  await box.getByText('Masa simpan disimpan.').waitFor();
  await box.screenshot({ path: join(pictures, 'settings.png') });
  await settings.close();
  // Three days later by this page's clock.
  const later = await netra.context.newPage();
  await later.clock.install({ time: Date.now() + 3 * 86_400_000 });
  await later.setViewportSize({ width: 1240, height: 900 });
  await later.goto(dashboard.url());
  await later.getByText('Masa simpan habis: 1 temuan').waitFor();
  await later.getByRole('button', { name: 'Tampilkan' }).click();
  expect(await later.locator('li.card').count()).toBe(1);
  await later.screenshot({ path: join(pictures, 'due.png'), fullPage: true });
  await later.getByRole('button', { name: 'Hapus 1 temuan itu…' }).click();
  const dialog = later.getByRole('dialog');
  await dialog.getByText('Pernah diekspor dalam').waitFor();
  expect(await dialog.getByLabel('Masa simpan habis').isChecked()).toBe(true);
  await later.screenshot({ path: join(pictures, 'due-erase.png') });
  await dialog.getByRole('button', { name: 'Lanjut' }).click();
  await dialog.getByRole('button', { name: 'Ya, hapus untuk selamanya' }).click();
  await dialog.getByText('Sudah dihapus').waitFor();
  expect((await readStore(panel)).findings).toEqual([]);
  const erasures = (await records()).flatMap(({ record }) => (record?.type === 'erasure' ? [record.body] : []));
  expect(erasures.map(({ reason, bundleIds }) => [reason, bundleIds.length])).toEqual([
    ['subject-request', 0],
    ['retention-reached', 1],
  ]);
  await later.close();
});

test('on another page of the same tab the panel tells what is new there, and no longer what was new before', async () => {
  await site.bringToFront();
  const before = await waitForState(panel, site, ({ findings }) => findings.length > 1);
  await panel.until(`/temuan baru/.test(document.querySelector('[aria-live]').textContent)`, 'the news of the first page');
  await site.goto(`${X_POST}/retweets`);
  await waitForState(panel, site, ({ url }) => url.endsWith('/retweets'));
  const news = () => panel.evaluate<string>(`document.querySelector('[aria-live]').textContent`);
  await vi.waitUntil(async () => !(await news()).includes(`Jumlah di halaman ini: ${before?.findings.length}.`), { timeout: 20_000 });
  // More may be found while it is told, in one go or in two: what is told follows.
  const isTrue = async () => {
    const told = (await tabState(panel, site))?.findings.length ?? 0;
    const [, more, all] = /^(\d+) temuan baru\. Jumlah di halaman ini: (\d+)\.$/.exec(await news()) ?? [];
    return (await news()) === '' || (Number(more) <= told && Number(all) === told);
  };
  await vi.waitUntil(isTrue, { timeout: 20_000 });
});

function verifyFromTerminal(file: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, 'src/cli/verify.ts'), file], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}
