// What the screens say of lists in a real Chromium: past their day, where a match comes from, two lists that contradict each other.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra } from '../../src/cli/chromium.ts';
import { importList, pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { launchWithLists, openWithPanel } from './support.ts';

const pictures = process.env['NETRA_PICTURES'];
const folder = mkdtempSync(join(tmpdir(), 'netra-told-'));
let netra: Netra;
beforeAll(async () => {
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  netra = await launchWithLists();
});
afterAll(async () => {
  await netra.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The kept ASN list's last day becomes this one, as if time had gone by. */
const END = (day: string) => `new Promise((done, fail) => {
  const open = indexedDB.open('netra');
  open.onerror = () => fail(open.error);
  open.onsuccess = () => {
    const store = open.result.transaction('registry', 'readwrite').objectStore('registry');
    const all = store.getAll();
    all.onsuccess = () => {
      for (const one of all.result) store.put({ ...one, list: { ...one.list, papers: { ...one.list.papers, expiresOn: '${day}' } } });
      store.transaction.oncomplete = () => { open.result.close(); done(chrome.runtime.sendMessage({ type: 'lists-changed' })); };
    };
  };
})`;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('a list past its day is told beside the findings, and a kept finding says from which list it is', async () => {
  const settings = await netra.extensionPage('settings.html');
  await settings.evaluate(END(daysAgo(3)));
  const { page, panel, state } = await openWithPanel(netra);
  await panel.until(`document.querySelector('[data-lists-told]')?.innerText.includes('lewat masa berlaku')`, 'the notice of the list');
  if (pictures !== undefined) await panel.screenshot(join(pictures, '1-panel.png'));
  await pressOnCard(panel, state.findings.find(({ onScreen }) => onScreen)?.findingId ?? '', 'Simpan bukti');
  await page.close();

  const review = await netra.extensionPage('dashboard.html');
  await review.locator('li button.plain').first().click();
  await review.locator('[data-from-list]').getByText('BKPSDM Kab. Sukamaju').waitFor();
  expect(await review.locator('[data-from-list]').innerText()).toMatch(/berlaku sampai .*sudah lewat masa berlaku/s);
  if (pictures !== undefined) await review.screenshot({ path: join(pictures, '2-detail.png'), fullPage: true });
  await review.close();
  await settings.close();
});

test('an account on two lists: panel and evidence name both with their papers, also once one of them is gone', async () => {
  const settings = await netra.extensionPage('settings.html');
  const file = join(folder, 'sama.csv');
  const row = 'Budi Contohno,Dinas Kesehatan Kab. Sukamaju,PPPK,@budi_contoh,kepegawaian,satu orang,@budi_lama,,17 Maret 2025';
  writeFileSync(
    file,
    `Nama,Unit kerja,Status,X,Sumber tautan,Kepastian tautan,Nama akun lama,Pertama terlihat,Terakhir terlihat\n${row}\n`,
  );
  await importList(settings, 'guarded', [file], 'BKD Provinsi Contoh');
  const { page, panel, state } = await openWithPanel(netra);
  const finding = state.findings.find(({ match }) => match.sighting.actor.handle === 'budi_contoh');
  expect(finding?.match.guarded.alsoOn).toHaveLength(1);
  await scrollTo(panel, page, finding?.findingId ?? '');
  const card = `article[aria-labelledby="act-${finding?.findingId}"]`;
  await panel.until(`document.querySelector('${card} [data-from-list]')`, 'the lists on the card');
  const told = await panel.evaluate<string>(`document.querySelector('${card}').innerText`);
  for (const words of [
    'Dari 2 daftar',
    'BKPSDM Kab. Sukamaju',
    'BKD Provinsi Contoh',
    'dipastikan satu orang',
    '@budi_lama',
    'terakhir terlihat 17',
  ])
    expect(told).toContain(words);
  await panel.evaluate(`document.querySelector('${card}').scrollIntoView()`);
  if (pictures !== undefined) await panel.screenshot(join(pictures, '3-dua-daftar.png'));
  await pressOnCard(panel, finding?.findingId ?? '', 'Simpan bukti');
  await page.close();

  await settings.getByRole('button', { name: 'Hapus daftar: sama' }).click();
  await settings.getByRole('button', { name: 'Ya, hapus' }).click();
  await expect.poll(() => settings.locator('li.card.list', { hasText: 'BKD Provinsi Contoh' }).count()).toBe(0);
  const review = await netra.extensionPage('dashboard.html');
  await review.locator('li', { hasText: 'Budi Contohno' }).locator('button.plain').first().click();
  const lists = review.locator('[data-from-list]');
  await lists.getByText('sudah tidak ada di komputer ini').waitFor();
  const [first, second] = await lists.locator('li').allInnerTexts();
  const both = [first ?? '', second ?? ''];
  expect(both.find((text) => text.includes('BKD Provinsi Contoh'))).toContain('daftarnya sudah tidak ada');
  expect(both.find((text) => text.includes('BKPSDM Kab. Sukamaju'))).not.toContain('daftarnya sudah tidak ada');
  if (pictures !== undefined) await review.screenshot({ path: join(pictures, '4-dua-daftar-temuan.png'), fullPage: true });
  await review.close();
  await settings.close();
});

test('an account that two lists give to different people: not used, and told in the settings once it was met', async () => {
  const settings = await netra.extensionPage('settings.html');
  const file = join(folder, 'kedua.csv');
  writeFileSync(file, 'Nama,Unit Kerja,Status,X\nOrang Lain,Dinas Lain,PNS,@budi_contoh\n');
  await importList(settings, 'guarded', [file], 'BKD Provinsi');
  expect(await settings.locator('[data-contradictions]').count()).toBe(0);
  const { page, state } = await openWithPanel(netra);
  expect(state.findings.map(({ match }) => match.guarded.person)).not.toContain('Budi Contohno');
  await page.close();
  await settings.reload();
  const told = settings.locator('[data-contradictions]');
  await told.getByText(/budi_contoh/).waitFor();
  expect(await told.innerText()).toMatch(/"Budi Contohno", "Orang Lain".*Daftar: asn, kedua/s);
  if (pictures !== undefined)
    await settings
      .locator('#daftar')
      .locator('..')
      .screenshot({ path: join(pictures, '3-settings.png') });
  await settings.close();
});
