// Evidence goes from one computer to another: backed up, put back under a new key that the old one signed for, gone on with, and verified.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo, setUp } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { ALL_SITES, openWithPanel, pause, readStore, SAMPLE_LISTS, xWith } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'netra-backup-'));
const SAY = 'kuda hijau makan di pasar';
const shots = process.env['NETRA_SHOTS'];
const file = join(folder, 'cadangan.age');
let netra: Netra;
/** Images and sources of the first capture. */
let images = 0;
afterAll(async () => {
  await netra?.close();
  rmSync(folder, { recursive: true, force: true });
});

const fresh = (profile?: string) => launchNetra({ sites: xWith(), allowed: ALL_SITES, ...(profile === undefined ? {} : { profile }) });
const box = (page: Page) => page.locator('section[aria-labelledby=cadangan]');
async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await box(page).screenshot({ path: join(shots, `${name}.png`) });
}

/** Keeps the finding of this name. */
async function keep(name: string): Promise<void> {
  const { page, panel, state } = await openWithPanel(netra);
  const findingId = state.findings.find(({ match }) => match.sighting.actor.name === name)?.findingId ?? '';
  await scrollTo(panel, page, findingId);
  expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
  await page.close();
}

/** The file that came into the folder of downloads, once it is whole. */
async function downloaded(ending: string, before: readonly string[]): Promise<string> {
  for (let i = 0; i < 200; i++) {
    const name = readdirSync(netra.downloads).find((one) => one.endsWith(ending) && !before.includes(one));
    if (name !== undefined) {
      const path = join(netra.downloads, name);
      const size = statSync(path).size;
      await pause(200);
      if (size > 0 && statSync(path).size === size) return path;
    }
    await pause(100);
  }
  throw new Error(`no ${ending} came: ${readdirSync(netra.downloads).join()}`);
}

/** Makes a backup as somebody does whose browser asks for no file. */
async function makeBackup(page: Page): Promise<string> {
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const before = readdirSync(netra.downloads);
  const make = box(page).locator('form').first();
  await make.locator('input[type=password]').nth(0).fill(SAY);
  await make.locator('input[type=password]').nth(1).fill(SAY);
  await make.getByRole('button', { name: 'Buat cadangan' }).click();
  await page.getByText(/^Cadangan selesai/).waitFor({ timeout: 60_000 });
  return downloaded('.age', before);
}

async function openBackup(page: Page, path: string, say = SAY): Promise<void> {
  await box(page).locator('input[type=file]').setInputFiles(path);
  const form = box(page).locator('form').last();
  await form.locator('input[type=password]').fill(say);
  await form.getByRole('button', { name: 'Buka dan periksa' }).click();
}

const verify = (...args: string[]) => spawnSync('node', [join(projectFolder, 'src/cli/verify.ts'), ...args], { encoding: 'utf8' });

async function exported(): Promise<string> {
  const before = readdirSync(netra.downloads);
  const page = await netra.extensionPage('dashboard.html');
  await page.locator('li input[type=checkbox]').first().waitFor();
  for (const one of await page.locator('li input[type=checkbox]').all()) await one.check();
  await page.getByRole('button', { name: /^Ekspor/ }).click();
  const path = await downloaded('.zip', before);
  await page.close();
  return path;
}

describe('on the old computer', () => {
  beforeAll(async () => {
    netra = await fresh();
    const page = await setUp(netra, SAMPLE_LISTS);
    expect(await box(page).innerText()).toContain('Belum ada bukti di sini');
    await page.close();
    await keep('Budi Contohno');
  });

  test('it says how much lies there alone; a backup is made, read back and told', async () => {
    const dashboard = await netra.extensionPage('dashboard.html');
    await dashboard.getByText('Belum pernah dicadangkan: 1 bukti hanya ada di komputer ini.').waitFor();
    if (shots !== undefined) await dashboard.screenshot({ path: join(shots, 'dashboard.png') });
    await dashboard.close();
    const page = await netra.extensionPage('settings.html');
    await box(page).getByText('Belum pernah dicadangkan').waitFor();
    images = (await readStore(page)).blobs.length;
    await shoot(page, 'before');
    copyFileSync(await makeBackup(page), file);
    await shoot(page, 'made');
    expect(await box(page).innerText()).toContain(`1 bukti, ${images} gambar dan sumber, 3 baris catatan.`);
    await box(page).getByText('Dicadangkan hari ini. Bukti baru sejak itu: 0.').waitFor();
    await page.close();
  });

  test('a file that the user chose is written as it comes, and verified as such', async () => {
    const page = await netra.extensionPage('settings.html');
    // The browser's own dialog cannot be worked from outside: it gives a file in the page's folder.
    await page.evaluate(() => {
      const pick = async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
      Object.assign(window, { showSaveFilePicker: pick });
    });
    const make = box(page).locator('form').first();
    await make.locator('input[type=password]').nth(0).fill(SAY);
    await make.locator('input[type=password]').nth(1).fill(SAY);
    await make.getByRole('button', { name: 'Buat cadangan' }).click();
    await page.getByText(/^Cadangan selesai dan terverifikasi/).waitFor({ timeout: 60_000 });
    await page.close();
  });

  test('a passphrase that Netra makes fills both fields, and stands there plainly to be written down', async () => {
    const page = await netra.extensionPage('settings.html');
    const make = box(page).locator('form').first();
    await make.getByRole('button', { name: 'Buatkan kata sandi' }).click();
    const words = await make.locator('[data-suggested]').innerText();
    expect(words.split(' ')).toHaveLength(8);
    const fields = make.locator('input.wide');
    expect(await fields.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([words, words]);
    await make.getByText('Tulis kata sandi ini di kertas sekarang').waitFor();
    await fields.first().fill('kata sandi sendiri yang lain');
    await make.locator('[data-suggested]').waitFor({ state: 'detached' });
    await page.close();
  });

  test('too short a passphrase, two that differ, and a user who thinks better of it write nothing', async () => {
    const page = await netra.extensionPage('settings.html');
    await page.evaluate(() => Object.assign(window, { showSaveFilePicker: () => Promise.reject(new DOMException('', 'AbortError')) }));
    const make = box(page).locator('form').first();
    const [one, other] = [make.locator('input[type=password]').nth(0), make.locator('input[type=password]').nth(1)];
    const press = () => make.getByRole('button', { name: 'Buat cadangan' }).click();
    const { log } = await readStore(page);
    await one.fill('pendek');
    await other.fill('pendek');
    await press();
    await box(page).getByText('Terlalu pendek').waitFor();
    await one.fill(SAY);
    await press();
    await box(page).getByText('Kedua isian tidak sama').waitFor();
    await other.fill(SAY);
    await press();
    await box(page).getByText('Dibatalkan: tidak ada berkas yang ditulis.').waitFor();
    expect((await readStore(page)).log.length).toBe(log.length);
    await page.close();
  });

  test('a backup of this very log is told, and of an older state fits', async () => {
    const page = await netra.extensionPage('settings.html');
    await openBackup(page, file);
    await box(page).getByText('Riwayat yang sama sudah ada di komputer ini, jadi tidak ada yang dipulihkan.').waitFor({ timeout: 60_000 });
    await shoot(page, 'same');
    await page.close();
  });
});

describe('on the new computer', () => {
  let oldZip = '';
  let newZip = '';
  beforeAll(async () => {
    // The old one goes on, which it should not: the two histories are told apart below.
    oldZip = join(folder, 'lama.zip');
    copyFileSync(await exported(), oldZip);
    await netra.close();
    netra = await fresh();
  });

  test('a wrong passphrase, a cut file, a changed one and another file are told, and nothing is changed', async () => {
    const page = await netra.extensionPage('settings.html');
    await page.getByText('Pindah dari komputer lain? Pulihkan cadangan').waitFor();
    const whole = readFileSync(file);
    const cut = join(folder, 'potong.age');
    writeFileSync(cut, whole.subarray(0, whole.length - 100));
    const bent = join(folder, 'ubah.age');
    const other = Buffer.from(whole);
    other[whole.length >> 1] = (other[whole.length >> 1] ?? 0) ^ 1;
    writeFileSync(bent, other);
    for (const [path, say, words] of [
      [file, 'bukan kata sandinya', 'Kata sandi tidak membuka berkas ini.'],
      [cut, SAY, 'Berkas ini terpotong atau berubah'],
      [bent, SAY, 'Berkas ini terpotong atau berubah'],
      [oldZip, SAY, 'Ini bukan berkas cadangan Netra.'],
    ] as const) {
      await openBackup(page, path, say);
      await box(page).getByText(words).waitFor({ timeout: 60_000 });
    }
    await shoot(page, 'refused');
    expect(await readStore(page)).toMatchObject({ log: [], blobs: [] });
    await page.close();
  });

  test('all comes back, under a new key; one more is kept, and the verifier tells both keys', async () => {
    const page = await netra.extensionPage('settings.html');
    await openBackup(page, file);
    await page.getByRole('button', { name: 'Pulihkan ke komputer ini' }).waitFor({ timeout: 60_000 });
    await shoot(page, 'look');
    const oldKey = (await box(page).locator('section code').innerText()).trim();
    await page.getByRole('button', { name: 'Pulihkan ke komputer ini' }).click();
    await page.getByText(/^Pulih: semua baris/).waitFor({ timeout: 60_000 });
    await shoot(page, 'restored');
    const newKey = (await box(page).locator('[role=status] code').innerText()).trim();
    expect(newKey).not.toBe(oldKey);
    const { log, blobs } = await readStore(page);
    expect([log.length, blobs.length]).toEqual([4, images]);
    await page.close();

    const settings = await setUp(netra, { guarded: SAMPLE_LISTS.guarded, campaign: SAMPLE_LISTS.campaign });
    await settings.close();
    await keep('Agus Contohwan');
    const zip = await exported();
    newZip = zip;
    const told = verify(zip);
    expect(told.stdout).toContain(`Kunci      ${newKey}`);
    expect(told.stdout).toContain(`Kunci lama ${oldKey}`);
    expect(told.status).toBe(0);

    // Both computers went on from the same backup.
    const both = verify(oldZip, zip);
    expect([both.status, both.stdout]).toEqual([1, expect.stringContaining('Dua riwayat berbeda sejak baris nomor 3')]);
    writeFileSync(join(folder, 'sandi.txt'), SAY);
    const grown = verify(file, zip, '--sandi-dari', join(folder, 'sandi.txt'));
    expect([grown.status, grown.stdout]).toEqual([0, expect.stringContaining('adalah awal dari berkas kedua')]);
  });

  test('the page that checks puts the files beside each other', async () => {
    const page = await netra.extensionPage('verify.html');
    const part = page.locator('section[aria-labelledby=bandingkan]');
    await part.locator('input[type=file]').setInputFiles([file, oldZip, newZip]);
    await part.locator('input[type=password]').fill(SAY);
    await part.getByRole('button', { name: 'Bandingkan', exact: true }).click();
    await part.getByText('Dua riwayat berbeda sejak baris nomor 3').waitFor({ timeout: 60_000 });
    expect(await part.getByText('adalah awal dari berkas').count()).toBe(2);
    if (shots !== undefined) await part.screenshot({ path: join(shots, 'compare.png') });
    await page.close();
  });

  test('the second copy holds it too', async () => {
    const panel = await netra.extensionPage('dashboard.html');
    const state = await panel.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(m: object): Promise<{ inDatabase: number; inJournal: number; condition: string }> } };
        }
      ).chrome.runtime.sendMessage({ type: 'storage-state' }),
    );
    expect(state).toMatchObject({ condition: 'sound', inDatabase: 6, inJournal: 6 });
    await panel.close();
  });

  test('it opens with the age program', () => {
    const script = `import pty, os, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp('age', ['age', '-d', '-o', 'x.tar', sys.argv[1]])
while True:
    try:
        part = os.read(fd, 1024)
    except OSError:
        break
    if not part: break
    if b'passphrase' in part.lower(): os.write(fd, b'${SAY}\\n')
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;
    execFileSync('python3', ['-c', script, file], { cwd: folder });
    expect(execFileSync('tar', ['tf', 'x.tar'], { cwd: folder, encoding: 'utf8' }).split('\n')).toContain('netra-cadangan/kepala.json');
  });
});
