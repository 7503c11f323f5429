// Lists brought in through the settings page in a real Chromium: every step, a cancel, a crash, a file that is mostly wrong.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { importList } from '../../src/cli/demo/monitor.ts';
import { ALL_SITES, killAll, SAMPLE_LISTS, xWith } from './support.ts';

const pictures = process.env['NETRA_PICTURES'];
const folder = mkdtempSync(join(tmpdir(), 'netra-import-'));
const options = { sites: xWith(), allowed: ALL_SITES };
let netra: Netra;
let page: Page;

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const HEAD = 'No;NIP;Nama;Instansi;Unit Kerja;Golongan;Status;Facebook;Instagram;X/Twitter';
const BAD = [
  'DAFTAR ASN KABUPATEN SUKAMAJU',
  '',
  HEAD,
  ...Array.from(
    { length: 40 },
    (_, n) =>
      [
        `${n};198609262015051001;Orang Contoh ${n};Pemkab Sukamaju;Dinas ${n % 3};III/a;PNS;https://m.facebook.com/orang.contoh${n}?mibextid=x;@orang_contoh${n};`,
        `${n};1,98609E+17;Orang Lain ${n};Pemkab Sukamaju;Dinas;III/a;PPPK;Orang Lain ${n};@orang_lain${n};`,
        `${n};123;Orang Tanpa ${n};Pemkab Sukamaju;Dinas;III/a;ASN;;@tanpa${n};`,
      ][n % 3],
  ),
].join('\r\n');
const long = (rows: number) =>
  ['Nama,Unit Kerja,Status,X', ...Array.from({ length: rows }, (_, n) => `Orang Contoh ${n},Dinas ${n % 50},PNS,@orang_${n}`)].join('\n');

const picture = async (name: string) => {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const choose = (kind: string, ...files: string[]) => page.locator(`input[type=file][data-kind=${kind}]`).setInputFiles(files);
const copies = () =>
  page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
/** What the page says of the kept lists. */
const kept = async () => (await page.locator('li.card.list').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')).sort();

beforeAll(async () => {
  netra = await launchNetra(options);
  page = await netra.extensionPage('settings.html');
});
afterAll(async () => {
  await netra.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('in the settings page', () => {
  test('a workbook with its papers, and what the list then says of itself', async () => {
    await choose('guarded', SAMPLE_LISTS.guarded);
    await button(/^Lanjut$/).waitFor();
    await picture('1-kolom');
    await button(/^Lanjut$/).click();
    await button('Mulai membaca').waitFor();
    await page.locator('input[name=issuer]').fill('BKPSDM Kab. Sukamaju');
    expect(await page.locator('input[name=expiresOn]').inputValue()).toBe('');
    await button('Mulai membaca').click();
    // The day on which it ends is asked for, and never filled in by itself.
    expect(await button('Mulai membaca').isVisible()).toBe(true);
    await picture('2-surat');
    await button(/^Pakai usulan/).click();
    await button('Mulai membaca').click();
    await button('Simpan daftar').waitFor();
    await picture('3-hasil');
    expect(await kept()).toEqual([]);
    await button('Simpan daftar').click();
    await page.getByText(/^Daftar disimpan/).waitFor();
    await page.getByText(/berlaku sampai/).waitFor();
    expect(await kept()).toEqual([expect.stringMatching(/^Daftar akun ASN: asn BKPSDM Kab. Sukamaju .*8 orang · 18 akun/)]);
    expect(await copies()).not.toContain('import');
    await picture('4-tersimpan');
  });

  test('a campaign list in CSV', async () => {
    await importList(page, 'campaign', [SAMPLE_LISTS.campaign]);
    expect(await kept()).toEqual([
      expect.stringMatching(/^Daftar akun ASN: asn/),
      expect.stringMatching(/^Daftar akun kampanye: kampanye/),
    ]);
  });

  test('a double click starts reading, and neither cancels nor saves; one on save saves', async () => {
    const before = (await kept()).length;
    await choose('guarded', file('ganda.csv', long(120_000)));
    await button(/^Lanjut$/).click();
    await page.locator('input[name=issuer]').fill('BKPSDM');
    await button(/^Pakai usulan/).click();
    await button('Mulai membaca').dblclick();
    // What a second click does where the button has come to lie under the pointer.
    await button('Batalkan impor').dispatchEvent('click', { detail: 2 });
    await button('Simpan daftar').waitFor({ timeout: 30_000 });
    await button('Simpan daftar').dispatchEvent('click', { detail: 2 });
    expect(await button('Simpan daftar').isVisible()).toBe(true);
    expect((await kept()).length).toBe(before);
    await button('Simpan daftar').dblclick();
    // The note of the list before may still stand: only the list itself tells.
    await expect.poll(async () => (await kept()).length, { timeout: 60_000 }).toBe(before + 1);
    await button('Hapus daftar: ganda').click();
    await button('Ya, hapus').click();
    await expect.poll(async () => (await kept()).length).toBe(before);
  });

  test('a list switched off is told so', async () => {
    await button(/^Matikan: asn/).click();
    await page.getByText('dimatikan', { exact: true }).waitFor();
    await button(/^Pakai: asn/).click();
    await button(/^Matikan: asn/).waitFor();
  });

  test('a file that is mostly wrong: each place, its reason, and all of it as CSV', async () => {
    await choose('guarded', file('salah.csv', BAD), file('bukan.csv', '%PDF-1.7'));
    await button(/^Lanjut$/).waitFor();
    await page.getByText(/Ini berkas PDF/).waitFor();
    await picture('5-kolom-salah');
    await button(/^Lanjut$/).click();
    await page.locator('input[name=issuer]').fill('BKPSDM');
    await button(/^Pakai usulan/).click();
    await button('Mulai membaca').click();
    await button('Simpan daftar').waitFor();
    await page
      .getByText(/NIP terpotong/)
      .first()
      .waitFor();
    await picture('6-hasil-salah');
    await page.setViewportSize({ width: 360, height: 800 });
    await picture('7-hasil-sempit');
    await page.setViewportSize({ width: 1280, height: 900 });
    await button('Simpan sebagai CSV').click();
    const saved = join(netra.downloads, 'netra-hasil-impor.csv');
    await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8').length).toBeGreaterThan(1000);
    expect(readFileSync(saved, 'utf8')).toMatch(/"dipakai, periksa","salah.csv","","5","NIP","NIP terpotong/);
    await button('Batal').click();
    await page.getByText(/^Impor dibatalkan/).waitFor();
    expect(await kept()).toEqual([
      expect.stringMatching(/^Daftar akun ASN: asn/),
      expect.stringMatching(/^Daftar akun kampanye: kampanye/),
    ]);
    expect(await copies()).not.toContain('import');
  });

  test('columns put right by hand; a narrow window', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await choose('guarded', file('aneh.csv', 'siapa;di mana;apa\nRina;Dinas;@rina_contoh\nBudi;Dinas;@budi_contoh\n'));
    await page.getByText(/Kolom wajib tidak ditemukan/).waitFor();
    expect(await button(/^Lanjut$/).isDisabled()).toBe(true);
    await picture('8-kolom-sempit');
    for (const [heading, value] of [
      ['siapa', 'person'],
      ['di mana', 'unit'],
      ['apa', 'instagram'],
    ])
      await page.getByLabel(`Kolom “${heading}” dibaca sebagai`).selectOption(value ?? '');
    await page.getByLabel(/tidak mempunyai kolom status/).selectOption('PPPK');
    await button(/^Lanjut$/).click();
    await picture('9-surat-sempit');
    await page.locator('input[name=issuer]').fill('BKPSDM');
    await button(/^Pakai usulan/).click();
    await button('Mulai membaca').click();
    await page.getByText('Instagram: 2 akun').waitFor();
    await button('Batal').click();
    await page.getByText(/^Impor dibatalkan/).waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('a file of the same name replaces nothing unless told to; then it is said beside the button, and the typed papers count', async () => {
    const before = (await kept()).length;
    const again = file(
      'asn.csv',
      'Nama,Unit Kerja,Status,X\nRina,Dinas,PNS,@rina_contoh\nRina,Dinas,PNS,@rina_contoh\nBudi,Dinas,TNI,@budi_contoh\n',
    );
    await importList(page, 'guarded', [again]);
    await page.getByText(/^Daftar disimpan: 1 akun\./).waitFor();
    await page.getByText('Terbaca 2, disimpan 1: 1 baris ganda').waitFor();
    expect((await kept()).length).toBe(before + 1);
    await choose('guarded', again);
    await button(/^Lanjut$/).click();
    expect(await page.getByLabel('Simpan sebagai').inputValue()).toBe('');
    await page.locator('[data-same-file]', { hasText: /bernama sama: asn\./ }).waitFor();
    await page.locator('input[name=title]').fill('ASN baru');
    await page.getByRole('combobox', { name: 'Wilayah (boleh kosong)' }).fill('33.74');
    await page.locator('[role=option]:visible').first().click();
    const lists = page.getByLabel('Simpan sebagai').locator('option');
    const target = await lists.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value).at(-1) ?? '');
    await page.getByLabel('Simpan sebagai').selectOption(target);
    expect(await page.locator('input[name=title]').inputValue()).toBe('ASN baru');
    expect(await page.locator('input[name=issuer]').inputValue()).toBe('BKPSDM Kab. Sukamaju');
    await page.locator('input[name=madeOn]').fill('2020-01-01');
    await page.locator('input[name=expiresOn]').fill('2020-06-30');
    await picture('9a-surat-ganti');
    await button('Mulai membaca').click();
    await page.getByText(/^Ini mengganti daftar “asn” \(\d+ akun, berlaku sampai .*\)\. Isi lamanya dihapus\.$/).waitFor();
    await page.getByText(/anggota TNI\/Polri bukan ASN\. Tulis non-ASN/).waitFor();
    await picture('9b-mengganti');
    await button('Simpan daftar').click();
    // A list that is past its day is no plain good news, and its card says one thing.
    await page.getByText(/^Daftar disimpan: 1 akun, tetapi TIDAK dipakai karena sudah kedaluwarsa/).waitFor();
    const card = page.locator('li.card.list', { hasText: 'ASN baru' });
    expect((await card.locator('[data-state]').innerText()).trim()).toBe('tidak dipakai: kedaluwarsa');
    expect(await card.innerText()).toMatch(/33\.74/);
    expect((await kept()).length).toBe(before + 1);
    await picture('9c-kedaluwarsa');
    await button('Hapus daftar: ASN baru').click();
    await button('Ya, hapus').click();
    await expect.poll(async () => (await kept()).length).toBe(before);
  });

  test('a long list can be cancelled while it is read', async () => {
    await choose('guarded', file('panjang.csv', long(900_000)));
    await button(/^Lanjut$/).click();
    await page.locator('input[name=issuer]').fill('BKPSDM');
    await button(/^Pakai usulan/).click();
    await button('Mulai membaca').click();
    await page.getByText(/^Membaca: [\d.]+ baris/).waitFor();
    await picture('10-membaca');
    await button('Batalkan impor').click();
    await page.getByText(/^Impor dibatalkan/).waitFor();
    expect(await copies()).not.toContain('import');
    expect((await kept()).length).toBe(2);
  });
});

test('an import that a crash cut off goes on, and leaves no copy', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'netra-crash-'));
  const first = await launchNetra({ ...options, profile });
  page = await first.extensionPage('settings.html');
  await choose('guarded', file('putus.csv', long(60_000)));
  await button(/^Lanjut$/).click();
  await page.locator('input[name=issuer]').fill('BKPSDM');
  await button(/^Pakai usulan/).click();
  await button('Mulai membaca').click();
  await button('Simpan daftar').waitFor();
  await killAll(first);
  const second = await launchNetra({ ...options, profile });
  page = await second.extensionPage('settings.html');
  await page.getByText('Impor terputus').waitFor();
  await picture('11-terputus');
  await button('Lanjutkan').click();
  await button('Simpan daftar').click();
  await page.getByText(/^Daftar disimpan: 60.000/).waitFor();
  expect(await kept()).toEqual([expect.stringMatching(/60\.000 orang · 60\.000 akun/)]);
  expect(await copies()).not.toContain('import');
  await second.close();
  rmSync(profile, { recursive: true, force: true });
});
