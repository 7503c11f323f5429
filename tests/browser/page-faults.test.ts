// What may happen to a page while Netra reads it: its process ends, its site is forbidden, the extension is exchanged, all stands still.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension, type Netra, type Panel } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { TabState } from '../../src/model/messages.ts';
import { launchWithLists, openWithPanel, ownProcesses, pause, readStore, tabState, waitForState } from './support.ts';

const names = (state: TabState | null) => (state?.findings ?? []).map((one) => one.match.sighting.actor.name).sort();
const BOTH = ['Agus Contohwan', 'Budi Contohno'];
const idFinding = (state: TabState) => state.findings.find((one) => one.match.grade === 'id')?.findingId ?? '';

/** Whether what is kept is whole: the chain holds, every file that a record names is there, and none that no record names. */
async function expectWhole(panel: { evaluate<T>(expression: string): Promise<T> }): Promise<number> {
  const { log, blobs } = await readStore(panel);
  if (log.length > 0) expect((await verifyChain(log.map((row) => row.line))).ok).toBe(true);
  const named = log.flatMap(({ canonical }) =>
    ((JSON.parse(canonical) as { body: { artefacts?: { hash: string }[] } }).body.artefacts ?? []).map(({ hash }) => hash),
  );
  expect([...blobs].sort()).toEqual([...new Set(named)].sort());
  return log.length;
}

/** Errors of all scripts in the page, also of the extension's own world there. */
async function errorsIn(netra: Netra, page: Page): Promise<{ cdp: CDPSession; errors: string[] }> {
  const cdp = await netra.context.newCDPSession(page);
  const errors: string[] = [];
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: one }) => errors.push(one.exception?.description ?? one.text));
  await cdp.send('Runtime.enable');
  return { cdp, errors };
}

const begin = (panel: Panel, findingId: string) =>
  pressOnCard(panel, findingId, 'Simpan bukti').catch((error: Error) => `broke off: ${error.message}`);

describe('a page’s process and the browser’s', () => {
  let netra: Netra;
  beforeAll(async () => {
    netra = await launchWithLists();
  });
  afterAll(() => netra.close());

  test.each([0, 40, 150])('a page that crashes %i ms into a capture leaves nothing half kept, and the next page is read', async (ms) => {
    const { page, panel, state } = await openWithPanel(netra);
    await scrollTo(panel, page, idFinding(state));
    const before = await expectWhole(panel);
    const saving = begin(panel, idFinding(state));
    await pause(ms);
    const cdp = await netra.context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void cdp.send('Page.crash').catch(() => undefined);
    await crashed;
    const said = await saving;
    expect(said).not.toBe('');
    const after = await expectWhole(panel);
    // Said to be kept if, and only if, it is.
    expect(after > before, said).toBe(/^Bukti tersimpan/.test(said));
    await page.close();
    const next = await openWithPanel(netra);
    expect(names(next.state)).toEqual(BOTH);
    await scrollTo(next.panel, next.page, idFinding(next.state));
    expect(await pressOnCard(next.panel, idFinding(next.state), 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
    await next.page.close();
  });

  test('a computer that sleeps in the middle of a capture: the capture ends one way or the other, whole', async () => {
    const { page, panel, state } = await openWithPanel(netra);
    await scrollTo(panel, page, idFinding(state));
    const before = await expectWhole(panel);
    const saving = begin(panel, idFinding(state));
    await pause(60);
    const all = ownProcesses(netra);
    expect(all.length).toBeGreaterThan(3);
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    try {
      await pause(3000);
    } finally {
      for (const pid of all) process.kill(pid, 'SIGCONT');
    }
    const said = await saving;
    expect((await expectWhole(panel)) > before, said).toBe(/^Bukti tersimpan/.test(said));
    expect(names(await waitForState(panel, page, (now) => now.findings.length === 2))).toEqual(BOTH);
    expect(await pressOnCard(panel, idFinding(state), 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
    await page.close();
  });

  test('a page that is frozen and thawed goes on, and finds nobody twice', async () => {
    const { page, panel } = await openWithPanel(netra);
    const { cdp, errors } = await errorsIn(netra, page);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await pause(1500);
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await page.evaluate(() => document.querySelector('a[href*="1960000000000000101"]')?.closest('article')?.remove());
    const after = await waitForState(panel, page, (now) => now.findings.filter((one) => one.onScreen).length === 1);
    expect(names(after)).toEqual(BOTH);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('a tab that the browser discards is read anew when it is looked at again, each finding once', async () => {
    const { page } = await openWithPanel(netra);
    const url = page.url();
    const settings = await netra.extensionPage('settings.html');
    type Tabs = { chrome: { tabs: Record<'query' | 'discard' | 'update', (...given: unknown[]) => Promise<never>> } };
    const discarded = await settings.evaluate(async (address) => {
      const { tabs } = (globalThis as unknown as Tabs).chrome;
      const all: { id: number; url?: string }[] = await tabs.query({});
      const tab = all.find((one) => one.url === address);
      const gone: { id: number; discarded: boolean } = await tabs.discard(tab?.id);
      return gone;
    }, url);
    expect(discarded.discarded).toBe(true);
    await settings.evaluate((id) => (globalThis as unknown as Tabs).chrome.tabs.update(id, { active: true }), discarded.id);
    await settings.waitForFunction(
      async ([id]) => {
        const { storage } = (globalThis as unknown as { chrome: { storage: { session: { get(key: string): Promise<object> } } } }).chrome;
        const state = Object.values(await storage.session.get(`tab:${id}`))[0] as { findings: object[] } | undefined;
        return state?.findings.length === 2;
      },
      [discarded.id],
    );
    await settings.close();
    for (const one of netra.context.pages()) if (one.url() === url) await one.close();
  });

  test('a site that is forbidden while its page is open: its marks go, nothing more is taken in, and the panel asks again', async () => {
    const { page, panel } = await openWithPanel(netra);
    const { errors } = await errorsIn(netra, page);
    const settings = await netra.extensionPage('settings.html');
    await settings.getByRole('button', { name: 'Matikan: X', exact: true }).click();
    await settings.getByRole('button', { name: 'Nyalakan: X', exact: true }).waitFor();
    await page.bringToFront();
    await panel.until(`document.body.innerText.includes('Netra hanya membaca situs yang Anda nyalakan')`, 'the notice');
    // A new item that would be found if anybody read it.
    await page.evaluate(() => {
      const item = document.querySelector('a[href*="1960000000000000101"]')?.closest('[data-testid=cellInnerDiv]');
      const again = item?.cloneNode(true) as Element;
      for (const link of again.querySelectorAll('a[href*="1960000000000000101"]'))
        link.setAttribute('href', (link.getAttribute('href') ?? '').replace('1960000000000000101', '1960000000000000909'));
      item?.before(again);
    });
    await pause(2500);
    expect(await tabState(panel, page)).toBeNull();
    expect(await marksIn(page)).toBe(0);
    expect(errors).toEqual([]);
    await settings.getByRole('button', { name: 'Nyalakan: X', exact: true }).click();
    await settings.getByRole('button', { name: 'Matikan: X', exact: true }).waitFor();
    await settings.close();
    await page.reload();
    expect(names(await waitForState(panel, page, (now) => now.findings.length >= 2))).toEqual(BOTH);
    await page.close();
  });
});

/** Marks that stand in the page: the layer's root is closed to the page, not to its accessibility tree. */
async function marksIn(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes.filter(
    ({ role, name }) => role?.value === 'DisclosureTriangle' && /^(Akun terdaftar|Nama akun sama: periksa)$/.test(String(name?.value)),
  ).length;
}

describe('an update', () => {
  test('the extension is exchanged for its next version under an open page: no errors, and all evidence is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-update-'));
    const extension = join(folder, 'netra');
    cpSync(builtExtension, extension, { recursive: true });
    const netra = await launchWithLists({ extension });
    try {
      const { page, panel, state } = await openWithPanel(netra);
      await scrollTo(panel, page, idFinding(state));
      expect(await pressOnCard(panel, idFinding(state), 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
      expect(await marksIn(page)).toBeGreaterThan(0);
      const { errors } = await errorsIn(netra, page);
      const dashboard = await netra.extensionPage('dashboard.html');
      await dashboard.getByText('Budi Contohno').first().waitFor();
      const file = join(extension, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
      writeFileSync(file, JSON.stringify({ ...manifest, version: '9.9.9' }));
      const closed = dashboard.waitForEvent('close');
      const browser = await netra.context.browser()?.newBrowserCDPSession();
      await browser?.send('Extensions.loadUnpacked' as never, { path: extension } as never);
      // The browser itself ends the old version's pages: none of them can hold the database against the new one.
      await closed;
      await page.bringToFront();
      await expect.poll(() => marksIn(page), { timeout: 20_000 }).toBe(0);
      // Much happens on the page meanwhile; the old script must neither answer nor complain.
      for (let i = 0; i < 20; i++) {
        await page.evaluate(() => document.querySelector('article')?.parentElement?.append(document.createElement('p')));
        await page.mouse.wheel(0, 40);
        await pause(100);
      }
      expect(errors).toEqual([]);
      const again = await netra.extensionPage('dashboard.html');
      expect(
        await again.evaluate(
          () =>
            (globalThis as unknown as { chrome: { runtime: { getManifest(): { version: string } } } }).chrome.runtime.getManifest().version,
        ),
      ).toBe('9.9.9');
      await again.getByText('Budi Contohno').first().waitFor();
      expect(await expectWhole({ evaluate: (expression) => again.evaluate(expression) })).toBe(2);
      await again.close();
      await page.reload();
      const next = await netra.openPanel(page);
      expect(names(await waitForState(next, page, (now) => now.findings.length === 2))).toEqual(BOTH);
    } finally {
      await netra.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
