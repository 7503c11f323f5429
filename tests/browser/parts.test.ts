// A long item in parts, and more of its picture covered on the dashboard: in a real Chromium, by keyboard.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import { captures } from './pictures.ts';
import { launchWithLists, openWithPanel, readStore } from './support.ts';

const out = join(projectFolder, 'out/fidelity');
let netra: Netra;
beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  netra = await launchWithLists();
});
afterAll(() => netra.close());

test('the monitor scrolls and presses again; the parts belong together and say how much is taken', async () => {
  const { page, panel, state } = await openWithPanel(netra);
  const { findingId } = state.findings.find((one) => one.match.sighting.actor.name === 'Budi Contohno') as { findingId: string };
  await scrollTo(panel, page, findingId);
  await page.evaluate(() => {
    const article = document.querySelector('article:has(a[href*="1960000000000000101"])') as HTMLElement;
    article.style.cssText += 'position: relative; z-index: 5; background: #fff; height: 1500px';
    document.body.style.paddingBottom = '1800px';
  });
  const top = await page.evaluate(() => window.scrollY);
  expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/Bagian 1: \d+% dari isi sudah terambil/);
  expect(await page.evaluate(() => window.scrollY)).toBe(top);
  await page.mouse.move(600, 400);
  for (let part = 2; part < 6; part++) {
    await page.mouse.wheel(0, 500);
    await page.waitForFunction((before) => window.scrollY > before, top + (part - 2) * 100);
    const said = await pressOnCard(panel, findingId, 'Ambil bagian berikutnya');
    if (/seluruh isi/.test(said)) break;
    expect(said).toMatch(new RegExp(`Bagian ${part}: \\d+%`));
  }
  const frames = (await captures(panel)).flatMap(({ frame }) => (frame === undefined ? [] : [frame]));
  expect(frames.length).toBeGreaterThan(1);
  expect(new Set(frames.map(({ group }) => group)).size).toBe(1);
  expect(frames.map(({ index }) => index)).toEqual(frames.map((_, i) => i + 1));
  expect(frames.at(-1)?.share).toBe(1);
  await panel.screenshot(join(out, 'panel-part.png'));
  await page.close();
});

test('a box is put, moved and saved by keyboard, as a later record over the picture before', async () => {
  const { page, panel, state } = await openWithPanel(netra);
  const { findingId } = state.findings.find((one) => one.match.sighting.actor.name === 'Agus Contohwan') as { findingId: string };
  await scrollTo(panel, page, findingId);
  expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
  const dashboard = await netra.extensionPage('dashboard.html');
  await dashboard.locator('li', { hasText: 'agus_contoh' }).locator('button.plain').first().click();
  await dashboard.getByText('Tutup bagian lain pada gambar').first().click();
  const editor = dashboard.locator('[data-cover-editor]').first();
  await editor.getByRole('button', { name: 'Tambah kotak' }).click();
  const box = editor.locator('.box');
  await box.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowRight']) await dashboard.keyboard.press(key);
  await dashboard.screenshot({ path: join(out, 'cover-editor.png'), fullPage: true });
  await editor.getByRole('button', { name: 'Simpan perubahan penutup' }).click();
  await dashboard.getByText(/Perubahan dicatat/).waitFor();
  const records = (await readStore(panel)).log.map(({ canonical }) => recordSchema.parse(JSON.parse(canonical)));
  const last = records.at(-1);
  const capture = (await captures(panel)).at(-1);
  if (last?.type !== 'redaction') throw new Error(`a ${last?.type} instead of a redaction`);
  expect(last.body.captureId).toBe(capture?.captureId);
  expect(last.body.artefacts[0]?.madeFrom?.inputHash).toBe(capture?.artefacts.find(({ role }) => role === 'redacted')?.hash);
  expect((await readStore(panel)).blobs).toContain(last.body.artefacts[0]?.hash);
  await dashboard.screenshot({ path: join(out, 'covered.png'), fullPage: true });
  await dashboard.close();
  await page.close();
});
