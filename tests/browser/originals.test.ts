// Originals that show other people, and more that is covered by hand, in a real Chromium through the screens: kept only by wish and under
// a lock, handed on only for a reason; and a box covers these pixels of the picture that is handed on, and no other.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchNetra, type Netra, type Panel } from '../../src/cli/chromium.ts';
import { importList, pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import type { Rect } from '../../src/model/capture.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import type { Redaction } from '../../src/model/redaction.ts';
import { addCrowd } from './crowd.ts';
import { setLock } from './lock-steps.ts';
import { artefactOf, COVER, captures, decode, isLike, type Pixels, pixelsOf } from './pictures.ts';
import { filesWith } from './profile-search.ts';
import { ALL_SITES, openWithPanel, readStore, SAMPLE_LISTS, xWith } from './support.ts';

const ARTICLE = 'article:has(a[href*="1960000000000000101"])';
const OURS = /IndexedDB|File System|Local Extension Settings/;
const WHY = 'Diminta Bawaslu untuk memeriksa keasliannya';

describe.each([1, 2])('at %i device pixels to one', (ratio) => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-originals-'));
  const profile = join(folder, 'profil');
  let netra: Netra;
  let site: Page;
  let panel: Panel;
  let desk: Page;
  let findingId = '';
  const reader = { evaluate: <T>(text: string) => desk.evaluate(text) as Promise<T> };
  const keep = async () => {
    await site.bringToFront();
    await scrollTo(panel, site, findingId);
    expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
    const last = (await captures(panel)).at(-1);
    if (last === undefined) throw new Error('nothing was kept');
    return last;
  };
  const rolesOf = (one: { readonly artefacts: readonly { role: string }[] }) => one.artefacts.map(({ role }) => role);
  const bodies = async (type: string) =>
    (await readStore(reader)).log.flatMap(({ canonical }) => {
      const record = recordSchema.parse(JSON.parse(canonical));
      return record.type === type ? [record.body] : [];
    });

  async function keepOriginals(settings: Page): Promise<void> {
    await settings.bringToFront();
    await settings.locator('[data-keep-originals]').check();
    await settings.getByText('Belum berlaku: pasang kunci lebih dulu.').waitFor();
    expect(rolesOf(await keep())).toEqual(['redacted', 'redacted-source', 'redacted-copy']);
    await settings.bringToFront();
    await setLock(settings);
    await settings.getByText('Belum berlaku: pasang kunci lebih dulu.').waitFor({ state: 'detached' });
    const roles = ['screenshot', 'crop', 'source', 'copy', 'redacted', 'redacted-source', 'redacted-copy'];
    expect(rolesOf(await keep())).toEqual(roles);
  }

  beforeAll(async () => {
    const args = [`--force-device-scale-factor=${ratio}`];
    netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES, profile, args });
    const settings = await netra.extensionPage('settings.html');
    await settings.getByRole('button', { name: 'Nyalakan: X', exact: true }).click();
    await settings.getByRole('button', { name: 'Matikan: X', exact: true }).waitFor();
    for (const [kind, file] of Object.entries(SAMPLE_LISTS)) await importList(settings, kind, [file]);
    const opened = await openWithPanel(netra);
    ({ page: site, panel } = opened);
    findingId = opened.state.findings.find(({ match }) => match.grade === 'id')?.findingId ?? '';
    await site.evaluate(addCrowd, ARTICLE);
    if (ratio === 1) await keepOriginals(settings);
    else await keep();
    await settings.close();
    desk = await netra.extensionPage('dashboard.html');
    await desk.locator('li.card button.plain').first().click();
    await desk.locator('#rincian').waitFor();
  });
  afterAll(async () => {
    await netra.close();
    // The original's words are on this disk under the lock alone.
    expect(filesWith(profile, ['Wati Warga'], OURS)).toEqual([]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Files of the newest bundle, by their SHA-256. */
  async function exportNow(): Promise<Map<string, Buffer>> {
    const before = readdirSync(netra.downloads);
    const box = desk.locator('li.card input[type=checkbox]').first();
    await box.check();
    await desk.getByRole('button', { name: 'Ekspor berkas bukti' }).click();
    const isNew = (name: string) => name.endsWith('.zip') && !before.includes(name);
    const name = await vi.waitUntil(() => readdirSync(netra.downloads).find(isNew), { timeout: 20_000 });
    await desk.getByText('Berkas bukti sudah dibuat').waitFor();
    const into = mkdtempSync(join(folder, 'isi-'));
    execFileSync('unzip', ['-q', join(netra.downloads, name), '-d', into]);
    const told = execFileSync(process.execPath, ['src/cli/verify.ts', join(netra.downloads, name)], { encoding: 'utf8' });
    expect(told).toContain('UTUH');
    const files = readdirSync(into, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    return new Map(
      files.map((one) => {
        const bytes = readFileSync(join(one.parentPath, one.name));
        return [`sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes];
      }),
    );
  }
  const asKey = (hash: string) => (hash.startsWith('sha256:') ? hash : `sha256:${hash}`);

  test.runIf(ratio === 1)('originals are handed on for a reason alone, and by its words', async () => {
    const capture = (await captures(reader)).at(-1);
    const originals = (['screenshot', 'crop', 'source', 'copy'] as const).map((role) => asKey(artefactOf(capture, role).hash));
    const without = await exportNow();
    expect(originals.filter((hash) => without.has(hash))).toEqual([]);
    expect(without.has(asKey(artefactOf(capture, 'redacted').hash))).toBe(true);

    await desk.locator('[data-originals]').check();
    const button = desk.getByRole('button', { name: 'Ekspor berkas bukti' });
    for (const reason of ['', 'pendek', `${' '.repeat(20)}pendek`, 'sembilan9']) {
      await desk.locator('[data-originals-why]').fill(reason);
      expect(await button.isDisabled(), reason).toBe(true);
    }
    // Also past the screen the background takes no handover of originals without a reason.
    const handovers = (await bodies('handover')).length;
    const sent = await desk.evaluate(
      (one) =>
        (globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }).chrome.runtime
          .sendMessage(one)
          .catch(() => null),
      { type: 'handover', bundleId: crypto.randomUUID(), findingIds: [findingId], originals: 'pendek' },
    );
    expect(sent).not.toHaveProperty('seq');
    expect((await bodies('handover')).length).toBe(handovers);

    await desk.locator('[data-originals-why]').fill(WHY);
    const withThem = await exportNow();
    expect(originals.filter((hash) => !withThem.has(hash))).toEqual([]);
    expect([...withThem.values()].some((bytes) => bytes.includes('Wati Warga'))).toBe(true);
    expect((await bodies('handover')).at(-1)).toMatchObject({ originals: WHY });
    await desk.locator('[data-originals]').uncheck();
  });

  async function openEditor() {
    const editor = desk.locator('[data-cover-editor]').last();
    if (!(await editor.isVisible())) await desk.getByText('Tutup bagian lain pada gambar').last().click();
    const stage = editor.locator('.stage');
    await stage.locator('img').waitFor();
    await stage.scrollIntoViewIfNeeded();
    return { editor, stage };
  }
  /** Saves, and gives the picture that is handed on from then on, next to the one before. */
  async function saveAndExport(editor: ReturnType<Page['locator']>, before: Pixels, name: string) {
    const redactions = (await bodies('redaction')).length;
    await editor.getByRole('button', { name: 'Simpan perubahan penutup' }).click();
    await expect.poll(async () => (await bodies('redaction')).length).toBe(redactions + 1);
    const last = (await bodies('redaction')).at(-1) as Redaction;
    const files = await exportNow();
    const bytes = files.get(asKey(last.artefacts[0]?.hash ?? ''));
    if (bytes === undefined) throw new Error('the bundle holds no such picture');
    const after = await decode(reader, bytes.toString('base64'), name);
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    return { added: last.added, after };
  }
  /** Pixels that are otherwise than they have to be: covered inside of the box, unchanged outside. */
  function wrong(before: Pixels, after: Pixels, box: Rect): string[] {
    const places: string[] = [];
    for (let y = 0; y < before.height; y++)
      for (let x = 0; x < before.width; x++) {
        const isInside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
        if (!isLike(after.at(x, y), isInside ? COVER : before.at(x, y), 0)) places.push(`${x},${y}`);
      }
    return places;
  }

  test('a box that is drawn with the mouse covers exactly these pixels', async () => {
    const before = await pixelsOf(reader, artefactOf((await captures(reader)).at(-1), 'redacted'), `drawn-before-${ratio}`);
    const { editor, stage } = await openEditor();
    const place = await stage.boundingBox();
    if (place === null) throw new Error('no picture to draw on');
    expect(await editor.innerText()).toContain('Kotak hanya menutup gambar.');
    // The other button draws nothing.
    await desk.mouse.move(place.x + 20, place.y + 20);
    await desk.mouse.down({ button: 'right' });
    await desk.mouse.move(place.x + 60, place.y + 60);
    await desk.mouse.up({ button: 'right' });
    expect(await stage.locator('button.box').count()).toBe(0);
    // From the lower right to the upper left, over the name.
    const [from, to] = [
      { x: 181, y: 36.5 },
      { x: 63.5, y: 12 },
    ];
    await desk.mouse.move(place.x + from.x, place.y + from.y);
    await desk.mouse.down();
    await desk.mouse.move(place.x + 100, place.y + 20, { steps: 3 });
    await desk.mouse.move(place.x + to.x, place.y + to.y);
    await desk.mouse.up();
    const scale = before.width / place.width;
    // At most as large as the item is on the screen that it was taken from.
    expect(scale).toBeGreaterThan(0.99);
    const { added, after } = await saveAndExport(editor, before, `drawn-${ratio}`);
    const [left, top] = [Math.round(to.x * scale), Math.round(to.y * scale)];
    const box = { x: left, y: top, width: Math.round(from.x * scale) - left, height: Math.round(from.y * scale) - top };
    expect(added).toEqual([{ ...box, why: 'hand' }]);
    expect(wrong(before, after, box)).toEqual([]);
  });

  // Where there is one capture only: a change is of one capture, and another one's source stays as it is.
  test.runIf(ratio === 2)('words that the monitor names go out of the source and the copy that are handed on', async () => {
    const { editor } = await openEditor();
    expect(await editor.innerText()).toContain('Yang berubah hanya tangkapan ini');
    const name = editor.locator('[data-cover-words]');
    const save = editor.getByRole('button', { name: 'Simpan perubahan penutup' });
    await name.fill('me');
    expect(await save.isDisabled()).toBe(true);
    await editor.getByText('tiap baris paling sedikit 3 huruf').waitFor();
    await name.fill('membalas\nSiti Takada');
    await save.click();
    await editor.getByText('salah satu tulisan itu tidak ada').waitFor();
    const count = (await bodies('redaction')).length;
    const holding = (files: Map<string, Buffer>) =>
      [...files.values()].filter(
        (bytes) => /^(?:<article|<!doctype html>\n<html><head><meta charset)/i.test(bytes.toString()) && bytes.includes('membalas'),
      ).length;
    expect(holding(await exportNow())).toBe(2);
    await name.fill('Membalas');
    await save.click();
    await expect.poll(async () => (await bodies('redaction')).length).toBe(count + 1);
    const last = (await bodies('redaction')).at(-1) as Redaction;
    expect(last).toMatchObject({ added: [], removed: [], artefacts: [{ role: 'redacted-source' }, { role: 'redacted-copy' }] });
    expect(JSON.stringify(last)).not.toMatch(/membalas/i);
    const files = await exportNow();
    expect(holding(files)).toBe(0);
    for (const { hash } of last.artefacts) expect(files.get(asKey(hash))?.toString()).toContain('████████ [akun lain 1]');
    await desk
      .locator('[data-cover-editor]')
      .last()
      .screenshot({ path: join(projectFolder, 'out/fidelity/cover-words.png') });
  });

  test('a box that is put in place with the keyboard covers exactly these pixels', async () => {
    const all = (await bodies('redaction')) as Redaction[];
    const newest = all.flatMap(({ artefacts }) => artefacts).findLast(({ role }) => role === 'redacted');
    const before = await pixelsOf(reader, { ...artefactOf((await captures(reader)).at(-1), 'redacted'), ...newest }, 'key');
    const { editor, stage } = await openEditor();
    const add = editor.getByRole('button', { name: 'Tambah kotak' });
    await add.focus();
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter');
    expect(await stage.locator('button.box').count()).toBe(2);
    await stage.locator('button.box').nth(1).focus();
    await desk.keyboard.press('Delete');
    await stage.locator('button.box').first().focus();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown'])
      await desk.keyboard.press(key);
    const label = await stage.locator('button.box').first().getAttribute('aria-label');
    const { added, after } = await saveAndExport(editor, before, `keyed-${ratio}`);
    const at = (share: number, side: number) => Math.round(side * share);
    const box = {
      x: at(0.4, before.width) - 8,
      y: at(0.4, before.height) - 4,
      width: at(0.2, before.width) + 4,
      height: at(0.2, before.height) + 8,
    };
    expect(added).toEqual([{ ...box, why: 'hand' }]);
    expect(label).toContain(`mulai ${box.x}, ${box.y}; ukuran ${box.width} × ${box.height} piksel`);
    expect(wrong(before, after, box)).toEqual([]);
  });
});
