// What is kept in a real Firefox, and for whom it can be read: other people covered, the profile searched with and without a lock, a
// finding erased in place.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type FirefoxPanel, launchFirefox, type NetraInFirefox, whyNoFirefox } from '../../src/cli/firefox.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { StorageState } from '../../src/model/storage.ts';
import { addCrowd, BYSTANDERS, BYSTANDERS_WORDS } from './crowd.ts';
import { idOf, importInFirefox, keep, lockInFirefox, press, readerOf, sees, stateOf, turnOnX, waitForGrade } from './firefox-steps.ts';
import { artefactOf, COVER, captures, pixelsOf, textOf } from './pictures.ts';
import { filesWith } from './profile-search.ts';
import { readStore, SAMPLE_LISTS } from './support.ts';
import { POST_URL, serveWireSites, type WireSites } from './wire-sites.ts';

z.config({ jitless: true });
const reason = whyNoFirefox();
const BUDI = 'Budi Contohno';
/** Only the list says so. */
const LISTED = ['Qzulvaika Xhwentari', 'Dinas Wyqkzoptra', '198901012015041099'];
/** Only the monitor says so, typed into Netra's own pages. */
const TYPED = ['Vrobnaxil Quemtuzor', 'Hjeldwopra Zuintek'];
/** The page says so as well: the browser's own memory of pages may hold them, Netra's may not. */
const SHOWN = [BUDI, 'budi_contoh', '1700000000000000101'];
const OURS = /^storage\/default\/moz-extension/;
/** The second copy of the evidence. */
const JOURNAL = /^storage\/default\/moz-extension[^/]*\/fs\//;

describe.skipIf(reason !== null)(`Firefox${reason === null ? '' : ` (${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-firefox-rest-'));
  const list = join(folder, 'asn.csv');
  let sites: WireSites;
  let firefox: NetraInFirefox | null = null;
  beforeAll(async () => {
    writeFileSync(
      list,
      [
        'Nama,NIP,Unit kerja,Status,Platform,ID,Akun,Dasar',
        `${LISTED[0]},${LISTED[2]},${LISTED[1]},PNS,X,1700000000000000101,@budi_contoh,pernyataan sendiri`,
      ].join('\n'),
    );
    sites = await serveWireSites();
  });
  afterAll(async () => {
    await firefox?.close();
    sites?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(profile: string): Promise<NetraInFirefox> {
    await firefox?.close();
    // Written down as often as it may be: what a session remembers of a page is then on disk before the page is locked.
    const preferences = { 'browser.sessionstore.interval': 500 };
    firefox = await launchFirefox({ proxyPort: sites.proxyPort, profile, preferences });
    await firefox.newTab();
    return firefox;
  }
  async function end(): Promise<void> {
    await firefox?.close();
    firefox = null;
  }
  async function meetBudi(one: NetraInFirefox): Promise<{ panel: FirefoxPanel; findingId: string }> {
    await importInFirefox(one, 'guarded', list);
    await importInFirefox(one, 'campaign', SAMPLE_LISTS.campaign);
    await one.newTab();
    await one.goto(POST_URL);
    const panel = await one.openPanel();
    return { panel, findingId: idOf(await waitForGrade(panel, BUDI, 'id'), BUDI) };
  }
  const storageState = (one: NetraInFirefox) =>
    readerOf(one).evaluate<StorageState>(`browser.runtime.sendMessage({ type: 'storage-state' })`);

  async function openRow(one: NetraInFirefox): Promise<void> {
    await sees(one, LISTED[0] ?? '', 'li.card');
    if (await one.inPage<boolean>(`return document.querySelector('#rincian') === null`)) await one.click('li.card button.plain');
    await sees(one, 'Hapus temuan ini', 'details[data-part=erase]');
  }

  /** Erases the only finding by the dashboard, and saves the proof. Gives the proof's file. */
  async function erase(one: NetraInFirefox): Promise<string> {
    await openRow(one);
    await one.click('details[data-part=erase] > summary');
    await press(one, 'Hapus temuan ini', 'details[data-part=erase]');
    await sees(one, 'Yang hilang untuk selamanya', 'dialog');
    const mistaken = `[...document.querySelectorAll('dialog label')].find((label) => label.textContent.includes('Salah tangkap'))`;
    await one.until(`${mistaken}.querySelector('input').setAttribute('data-test', 'reason'); return true;`, 'the reason');
    await one.click('[data-test=reason]');
    await press(one, 'Lanjut', 'dialog');
    await press(one, 'Ya, hapus untuk selamanya', 'dialog');
    await sees(one, 'Sudah dihapus (catatan nomor', 'dialog');
    await press(one, 'Simpan bukti penghapusan', 'dialog');
    const name = await vi.waitUntil(() => readdirSync(one.downloads).find((file) => /^netra-bukti-penghapusan-.*\.zip$/.test(file)), {
      timeout: 20_000,
    });
    await sees(one, 'Sidik', 'dialog');
    return join(one.downloads, name);
  }

  test('with a lock: others are covered, and the profile names nobody after capture, export, erasure', async () => {
    const profile = mkdtempSync(join(folder, 'profil-'));
    const one = await start(profile);
    await turnOnX(one);
    await lockInFirefox(one);
    const { panel, findingId } = await meetBudi(one);
    const article = 'article:has(a[href*="1960000000000000101"])';
    await one.inPage(`(${addCrowd})(${JSON.stringify(article)})`);
    expect(await keep(panel, findingId)).toContain('Bukti tersimpan');
    expect((await stateOf(panel))?.findings.length).toBeGreaterThan(0);

    await one.newTab();
    await one.goto(`${one.origin}dashboard.html`);
    await sees(one, LISTED[0] ?? '');
    const [capture] = await captures(readerOf(one));
    expect(capture?.artefacts.map(({ role }) => role)).toEqual(['redacted', 'redacted-source', 'redacted-copy']);
    const pixels = await pixelsOf(readerOf(one), artefactOf(capture, 'redacted'), 'crowd-firefox');
    for (const colour of BYSTANDERS) expect(pixels.count(colour)).toBe(0);
    expect(pixels.count(COVER)).toBeGreaterThan(2000);
    for (const role of ['redacted-source', 'redacted-copy'] as const) {
      const html = await textOf(readerOf(one), artefactOf(capture, role));
      expect(html).toContain('Siap menangkan nomor satu!');
      expect(html).toContain('[akun lain 1]');
      expect(html).not.toMatch(BYSTANDERS_WORDS);
    }

    await openRow(one);
    await one.click('details[data-part=notes] > summary');
    await one.type('form[data-note] textarea', TYPED[0] ?? '');
    await press(one, 'Tambahkan', 'form[data-note]');
    await sees(one, 'Ditambahkan (catatan nomor', 'details[data-part=notes]');
    // One that is begun and never saved.
    await one.type('form[data-note] textarea', TYPED[1] ?? '');
    await one.click('li.card input[type=checkbox]');
    await press(one, 'Ekspor berkas bukti');
    const bundle = await vi.waitUntil(() => readdirSync(one.downloads).find((name) => /^netra-.*\.zip$/.test(name)), { timeout: 20_000 });
    await sees(one, 'Berkas bukti sudah dibuat');
    expect(verifyFromTerminal(join(one.downloads, bundle))).toContain('UTUH');

    // What the browser remembers of its pages is written down by now, and can be read by this search.
    await vi.waitUntil(() => filesWith(profile, ['dashboard.html'], /sessionstore/).length > 0, { timeout: 10_000 });
    expect(filesWith(profile, [...LISTED, ...TYPED])).toEqual([]);
    expect(filesWith(profile, [...SHOWN, findingId], OURS)).toEqual([]);

    const proof = await erase(one);
    const left = await readStore(readerOf(one));
    expect([left.findings, left.blobs]).toEqual([[], []]);
    await one.newTab();
    await one.goto(`${one.origin}settings.html`);
    await press(one, 'Kunci sekarang');
    await sees(one, 'Netra terkunci');
    expect(await storageState(one)).toMatchObject({ condition: 'sound', locked: true });
    await end();
    expect(verifyFromTerminal(proof)).toContain('dimusnahkan menurut catatan nomor');
    expect(filesWith(profile, [...LISTED, ...TYPED])).toEqual([]);
    expect(filesWith(profile, [...SHOWN, findingId], OURS)).toEqual([]);
  });

  test('without a lock the same search finds every word; an erasure takes them out of the evidence', async () => {
    const profile = mkdtempSync(join(folder, 'terbuka-'));
    const one = await start(profile);
    await turnOnX(one);
    const { panel, findingId } = await meetBudi(one);
    expect(await keep(panel, findingId)).toContain('Bukti tersimpan');
    for (const word of [...LISTED.slice(0, 2), ...SHOWN, findingId]) expect(filesWith(profile, [word], OURS), word).not.toEqual([]);
    expect(filesWith(profile, [findingId], JOURNAL)).not.toEqual([]);
    await one.newTab();
    await one.goto(`${one.origin}dashboard.html`);
    const before = await readStore(readerOf(one));
    const proof = await erase(one);
    const after = await readStore(readerOf(one));
    expect([before.blobs.length, after.findings, after.blobs]).toEqual([3, [], []]);
    expect(after.log.map(({ seq, canonical }) => [seq, canonical === null])).toEqual([
      [0, false],
      [1, true],
      [2, false],
    ]);
    expect(after.log.slice(0, 2).map(({ line }) => line)).toEqual(before.log.map(({ line }) => line));
    expect((await verifyChain(after.log.map(({ line }) => line))).ok).toBe(true);
    expect(await storageState(one)).toMatchObject({ condition: 'sound', inDatabase: 3, inJournal: 3 });
    await end();
    const told = verifyFromTerminal(proof);
    expect(told).toContain('UTUH');
    expect(told).toContain('dimusnahkan menurut catatan nomor');
    // In unused parts of the database's file remains may lie, as the dialog says; the second copy holds none.
    expect(filesWith(profile, [...LISTED, ...SHOWN, findingId], JOURNAL)).toEqual([]);
  });
});

function verifyFromTerminal(file: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, 'src/cli/verify.ts'), file], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}
