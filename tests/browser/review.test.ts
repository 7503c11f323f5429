// The dashboard's words in a real Chromium: why something is not chosen, and that a finding was erased in another window.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { launchWithLists, openWithPanel } from './support.ts';

const pictures = join(projectFolder, 'out/review');
let netra: Netra;
let dashboard: Page;
let kept: string[] = [];

async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage });
  }
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  netra = await launchWithLists();
  const { page, panel, state } = await openWithPanel(netra);
  kept = [
    ...state.findings.filter(({ match }) => match.grade === 'id').slice(0, 1),
    ...state.findings.filter(({ match }) => match.grade === 'handle').slice(0, 1),
  ].map(({ findingId }) => findingId);
  for (const id of kept) {
    await scrollTo(panel, page, id);
    expect(await pressOnCard(panel, id, 'Simpan bukti')).toContain('Bukti tersimpan');
  }
  dashboard = await netra.extensionPage('dashboard.html');
}, 120_000);
afterAll(() => netra?.close());

test('what was upheld and is not chosen says why, until the reviewer chooses it', async () => {
  const first = dashboard.locator('li.card').first();
  await first.locator('button.plain').click();
  await dashboard.getByRole('button', { name: 'Kuatkan dugaan' }).click();
  const why = dashboard.locator('[data-not-chosen]');
  await why.waitFor();
  expect(await why.innerText()).toMatch(/^Tidak terpilih sendiri: /);
  const box = dashboard.locator('li.card').filter({ has: why }).locator('input[type=checkbox]');
  expect(await box.getAttribute('aria-describedby')).toBe(await why.getAttribute('id'));
  await picture(dashboard, 'why');
  await box.check();
  await why.waitFor({ state: 'detached' });
});

test('a finding that was erased in another window is said to be erased', async () => {
  const other = await netra.extensionPage('settings.html');
  const message = { type: 'erase', findingIds: kept, reason: 'mistaken-capture', askedBy: 'monitor', request: null };
  const answer = await other.evaluate(
    (sent) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(
        sent,
      ),
    message,
  );
  expect(answer).toHaveProperty('seq');
  // Pressed without bringing the page to the front, where it would read everything anew.
  const press = (text: string) =>
    dashboard.evaluate((words) => {
      const all = [...document.querySelectorAll<HTMLButtonElement>('main button')];
      all.find((one) => one.textContent?.includes(words))?.click();
    }, text);
  await press('Kesampingkan');
  await dashboard.getByText('sudah dihapus di jendela lain', { exact: false }).first().waitFor();
  await picture(dashboard, 'erased');
  await other.close();
});

test('the question who somebody is has no answer of its own, and the note stands beside it', async () => {
  const page = await netra.extensionPage('settings.html');
  const note = page.locator('[data-who]');
  await note.waitFor();
  expect(await note.innerText()).toMatch(/^Belum dipilih/);
  expect(await page.locator('input[name=who]:checked').count()).toBe(0);
  await page.locator('input[name=who]').first().check();
  await page.getByText('Pengaturan disimpan.').first().waitFor();
  expect(await note.innerText()).toBe('Pengaturan disimpan.');
  await picture(page, 'who', false);
  await page.close();
});
