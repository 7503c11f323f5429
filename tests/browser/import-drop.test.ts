// Lists dropped by the mouse and chosen by the keyboard, what they say of ties, other lists that say otherwise, and regions, in a real
// Chromium.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { ALL_SITES, SAMPLE_LISTS, xWith } from './support.ts';

const pictures = process.env['NETRA_PICTURES'];
const folder = mkdtempSync(join(tmpdir(), 'netra-drop-'));
let netra: Netra;
let page: Page;

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const picture = async (name: string) => {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const box = (kind: string) => page.locator(`fieldset[aria-labelledby=import-${kind}]`);

/** Drags files over a place of the page and lets them go there, as the mouse does. */
async function drop(selector: string, ...paths: readonly string[]): Promise<void> {
  const given = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path).toString('base64') }));
  await page.locator(selector).evaluate((place, files) => {
    const data = new DataTransfer();
    for (const { name, bytes } of files) data.items.add(new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, given);
}

/** The same through the browser's own input, with files from the disk. */
async function dropFromDisk(selector: string, ...paths: readonly string[]): Promise<void> {
  const place = page.locator(selector);
  await place.scrollIntoViewIfNeeded();
  const at = await place.boundingBox();
  if (at === null) throw new Error(`${selector} is not on screen`);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: Math.round(at.x + at.width / 2), y: Math.round(at.y + at.height / 2), data });
  await session.detach();
}

async function giveAndRead(issuer: string): Promise<void> {
  await button(/^Lanjut$/).click();
  await page.locator('input[name=issuer]').fill(issuer);
  await button(/^Pakai usulan/).click();
  await button('Mulai membaca').click();
  await button('Simpan daftar').waitFor();
}

beforeAll(async () => {
  netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES });
  page = await netra.extensionPage('settings.html');
});
afterAll(async () => {
  await netra.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a workbook let go over its box by the mouse is looked into; the columns of ties are known', async () => {
  await box('guarded').getByText('atau seret berkasnya dengan tetikus ke kotak ini').waitFor();
  await drop('fieldset[aria-labelledby=import-guarded]', SAMPLE_LISTS.guarded);
  await page.getByText('Langkah 1 dari 3').waitFor();
  for (const [heading, field] of [
    ['Sumber tautan', 'linkSource'],
    ['Kepastian tautan', 'linkState'],
    ['Nama akun lama', 'earlier'],
    ['Pertama terlihat', 'earlierFrom'],
    ['Terakhir terlihat', 'earlierTo'],
  ])
    expect(await page.getByLabel(`Kolom “${heading}” dibaca sebagai`).inputValue()).toBe(field);
  await page.getByRole('region', { name: 'Daftar ASN' }).evaluate((region) => region.scrollTo(10_000, 0));
  await picture('1-kolom-tautan');
  // A second file while the first is being put right changes nothing.
  await drop('fieldset[aria-labelledby=import-guarded]', SAMPLE_LISTS.campaign);
  await giveAndRead('BKPSDM Kab. Sukamaju');
  await page.getByText(/^18 akun$/).waitFor();
  await button('Simpan daftar').click();
  await page.getByText(/^Daftar disimpan: 18 akun/).waitFor();
});

test('dropped from the disk through the browser’s own input; beside its box a file opens nothing', async () => {
  const address = page.url();
  const csv = file('lain.csv', 'Calon,Jabatan,Wilayah,X\nContoh Pasangan 01,Bupati,Kab. Sukamaju,@PaslonContoh01\n');
  await dropFromDisk('h2#daftar', csv);
  await dropFromDisk('fieldset[aria-labelledby=import-campaign]', csv);
  await page.getByText('Langkah 1 dari 3').waitFor();
  expect(page.url()).toBe(address);
  await button(/^Batal$/).click();
  await page.getByText(/^Impor dibatalkan/).waitFor();
});

test('a folder is told to be one', async () => {
  const place = join(folder, 'berkas');
  mkdirSync(place);
  await dropFromDisk('fieldset[aria-labelledby=import-campaign]', place);
  await page.getByText(/^Itu folder, bukan berkas/).waitFor();
});

test('the keyboard chooses files as well', async () => {
  await box('campaign').getByRole('button', { name: 'Pilih berkas' }).focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(SAMPLE_LISTS.campaign);
  await page.getByText('Langkah 1 dari 3').waitFor();
  await button(/^Batal$/).click();
  await page.getByText(/^Impor dibatalkan/).waitFor();
});

test('unknown words for a tie are refused by cell, and accounts that another list gives to somebody else are told before saving', async () => {
  const rows = [
    'Nama,Unit kerja,Status,Platform,Akun,Sumber tautan,Kepastian tautan',
    'Orang Lain,Dinas Pendidikan Kab. Sukamaju,PNS,Facebook,@rina.contoh,kepegawaian,dua',
    'Rina Contohwati,Dinas Lain,PNS,Instagram,@rina.contoh,kepegawaian,dua',
    'Budi Contohno,Dinas Kesehatan Kab. Sukamaju,PPPK,X,@budi_contoh,kepegawaian,satu',
    'Baru Contoh,Dinas,PNS,X,@baru_contoh,gosip,terverifikasi',
    'Sari Baru,Dinas,PNS,X,@sari_baru_c,pemantau,belum',
  ];
  await drop('fieldset[aria-labelledby=import-guarded]', file('provinsi.csv', `${rows.join('\n')}\n`));
  await giveAndRead('BKD Provinsi');
  const told = page.locator('[data-contested]');
  await told.getByText('2 akun di daftar lain tercatat untuk orang, kantor, atau status yang berbeda').waitFor();
  expect(await told.innerText()).toMatch(/Facebook @rina\.contoh tercatat untuk "Orang Lain", "Rina Contohwati"\..*Daftar lain: asn/s);
  await page.getByText(/"gosip" tidak dikenal\. Tulis pernyataan sendiri, kepegawaian, pemantau, atau lainnya/).waitFor();
  await picture('2-bertentangan');
  await button('Simpan daftar').click();
  await page.getByText(/^Daftar disimpan: 4 akun/).waitFor();
  await page.locator('[data-contested]').waitFor();
  await picture('3-bertentangan-tersimpan');
});

test('a district is said whole; the first arrow takes the first; a past day of expiry is told while it is typed', async () => {
  await drop('fieldset[aria-labelledby=import-guarded]', file('kec.csv', 'Nama,Status,X\nRina,PNS,@rina_lain_c\n'));
  await button(/^Lanjut$/).click();
  const region = page.getByRole('combobox', { name: 'Wilayah (boleh kosong)' });
  await region.fill('sleman');
  const options = page.locator('[role=option]:visible');
  await options.first().waitFor();
  await page.setViewportSize({ width: 380, height: 900 });
  await picture('4-wilayah-sempit');
  await page.setViewportSize({ width: 1280, height: 900 });
  await picture('5-wilayah');
  const first = (await options.first().locator('strong').innerText()).trim();
  const second = (await options.nth(1).locator('strong').innerText()).trim();
  expect(first).not.toBe(second);
  await region.press('ArrowDown');
  expect(await options.first().getAttribute('aria-selected')).toBe('true');
  expect(await region.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
  await region.press('ArrowDown');
  await region.press('Enter');
  expect(await region.inputValue()).toBe(second);
  await region.fill('kec sleman sleman');
  await options.first().waitFor();
  await region.press('ArrowDown');
  await region.press('Enter');
  expect(await region.inputValue()).toBe('Kec. Sleman, Kab. Sleman, Prov. Daerah Istimewa Yogyakarta');
  await page.locator('input[name=madeOn]').fill('2020-01-01');
  await page.locator('input[name=expiresOn]').fill('2020-06-30');
  await page
    .locator('[data-ended]')
    .getByText(/sudah lewat lebih dari 14 hari.*TIDAK dipakai/)
    .waitFor();
  await picture('6-kedaluwarsa');
  await page.locator('input[name=expiresOn]').fill('2099-06-30');
  await expect.poll(() => page.locator('[data-ended]').count()).toBe(0);
  await page.locator('input[name=issuer]').fill('BKPSDM');
  await button('Mulai membaca').click();
  await button('Simpan daftar').click();
  await page.getByText(/^Daftar disimpan: 1 akun/).waitFor();
  await page
    .locator('li.card.list', { hasText: 'kec' })
    .getByText(/Kec\. Sleman, Kab\. Sleman, Prov\. Daerah Istimewa Yogyakarta \(34\.04\.13\)/)
    .waitFor();
});
