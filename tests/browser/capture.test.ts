// Taking evidence in a real Chromium: what is kept, and every reason for which it is refused, in the user's words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Netra, Panel } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import type { TabState } from '../../src/model/messages.ts';
import { KEPT } from './kept.ts';
import { launchWithLists, openWithPanel, pause, readStore, waitForState } from './support.ts';

const byName = (state: TabState, name: string) => {
  const found = state.findings.find((one) => one.match.sighting.actor.name === name);
  if (found === undefined) throw new Error(`no finding of ${name}`);
  return found;
};
const capture = (panel: Panel, findingId: string) => pressOnCard(panel, findingId, 'Simpan bukti');

describe('capture', () => {
  let netra: Netra;
  beforeAll(async () => {
    netra = await launchWithLists();
  });
  afterAll(() => netra.close());

  test('keeps picture, crop, source and record in one sealed line, on disk before it says so', async () => {
    const { page, panel, state } = await openWithPanel(netra);
    const { findingId } = byName(state, 'Budi Contohno');
    await scrollTo(panel, page, findingId);
    expect(await capture(panel, findingId)).toMatch(/^Bukti tersimpan/);
    const store = await readStore(panel);
    expect(store.log.map((row) => row.seq)).toEqual([0, 1]);
    expect((await verifyChain(store.log.map((row) => row.line))).ok).toBe(true);
    const record = recordSchema.parse(JSON.parse(store.log[1]?.canonical ?? ''));
    if (record.type !== 'capture') throw new Error(`a ${record.type} instead of a capture`);
    const { body } = record;
    expect(body.match.grade).toBe('id');
    expect(body.eyes.wire?.actor.id).toBe('1700000000000000101');
    expect(body.eyes.page?.actor.id).toBeNull();
    expect(body.agreement.find((one) => one.field === 'text')?.state).toBe('same');
    expect(body.sourceHoldsText).toBe(true);
    expect(body.visibleShare).toBeGreaterThan(0.9);
    expect(body.artefacts.map((one) => one.role).sort()).toEqual(['redacted', 'redacted-copy', 'redacted-source']);
    for (const artefact of body.artefacts) expect(store.blobs).toContain(artefact.hash);
    const crop = body.artefacts.find((one) => one.role === 'redacted');
    expect(Math.abs((crop?.width ?? 0) - body.itemRect.width * body.viewport.scaleX)).toBeLessThan(8);
    await page.close();
  });

  test('nothing of people off the registry is stored but what the picture shows', async () => {
    const { page, panel, state } = await openWithPanel(netra);
    const { findingId } = byName(state, 'Agus Contohwan');
    await scrollTo(panel, page, findingId);
    expect(await capture(panel, findingId)).toMatch(/^Bukti tersimpan/);
    const { log } = await readStore(panel);
    const kept = log.map((row) => row.canonical).join('\n');
    for (const bystander of ['Wati Warga', 'warga_contoh', 'budi_contoh_bakso', 'Kapan jalan desa']) expect(kept).not.toContain(bystander);
    await page.close();
  });

  test('the picture shows neither mark nor outline of ours', async () => {
    const { page, panel, state } = await openWithPanel(netra);
    const { findingId } = byName(state, 'Budi Contohno');
    await scrollTo(panel, page, findingId);
    await capture(panel, findingId).catch(() => undefined);
    // The mark's border colour stands nowhere in the kept crop, and is on the screen afterwards.
    const kept = await panel.evaluate<number>(COUNT_MARK_PIXELS('redacted'));
    expect(kept).toBe(0);
    const shown = await page.screenshot();
    expect(await panel.evaluate<number>(COUNT_IN(shown.toString('base64')))).toBeGreaterThan(100);
    await page.close();
  });

  test('without the click on the toolbar the browser refuses, and the panel says what to do', async () => {
    const page = await netra.context.newPage();
    await page.goto('https://x.com/joko_contoh');
    // The panel of the window is open already; this tab was never clicked for.
    const panel = await netra.panelWithoutClick();
    const state = await waitForState(panel, page, (now) => now.findings.filter((one) => one.match.grade === 'id').length === 3);
    const { findingId } = byName(state as TabState, 'Joko Contohmulyo');
    await scrollTo(panel, page, findingId);
    expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/[Kk]lik ikon Netra/);
    await page.close();
  });

  test('an item outside the screen, covered, or gone is refused with its reason', async () => {
    const { page, panel, state } = await openWithPanel(netra);
    const { findingId } = byName(state, 'Budi Contohno');
    await page.evaluate(() => {
      document.body.style.paddingTop = '3000px';
      window.scrollTo(0, 0);
    });
    await pause(700);
    expect(await capture(panel, findingId)).toMatch(/di luar layar/);
    await page.evaluate(() => {
      document.body.style.paddingTop = '0';
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:99';
      document.body.append(cover);
    });
    await pause(300);
    expect(await capture(panel, findingId)).toMatch(/tertutup/);
    await page.evaluate(() => {
      document.querySelector('#cover')?.remove();
      document.querySelector('a[href*="1960000000000000101"]')?.closest('article')?.remove();
    });
    await pause(500);
    expect(await capture(panel, findingId)).toMatch(/tidak ada di halaman|tidak ada lagi|sudah tidak ada/);
    await page.close();
  });

  test('a page that changes while the picture is taken gives no evidence', async () => {
    const { page, panel, state } = await openWithPanel(netra);
    const { findingId } = byName(state, 'Budi Contohno');
    await scrollTo(panel, page, findingId);
    const before = (await readStore(panel)).log.length;
    // The item moves all the time, as a page does that is still loading.
    await page.evaluate(() => {
      let x = 0;
      setInterval(() => {
        x = (x + 7) % 120;
        document.body.style.paddingLeft = `${x}px`;
      }, 15);
    });
    expect(await capture(panel, findingId)).toMatch(/berubah|bergerak|tidak ada di halaman/);
    expect((await readStore(panel)).log.length).toBe(before);
    await page.close();
  });

  test('another tab in front is refused', async () => {
    const { page, panel, state } = await openWithPanel(netra);
    const { findingId } = byName(state, 'Budi Contohno');
    const tabId = await panel.evaluate<number>('chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)');
    const other = await netra.context.newPage();
    await other.bringToFront();
    const answer = await panel.evaluate(
      `chrome.runtime.sendMessage({ type: 'capture', tabId: ${tabId}, findingId: '${findingId}', gesture: 'panel' })`,
    );
    expect(answer).toEqual({ refused: 'other-tab' });
    await other.close();
    await page.close();
  });
});

/** Pixels of the mark's border colour (#0b4f6c) in a PNG that is given as base64. */
const COUNT_IN = (base64: string) => `(async () => {
  const bytes = Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let n = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] === 11 && data[i + 1] === 79 && data[i + 2] === 108) n++;
  return n;
})()`;
/** The same in the newest kept artefact of a role. */
const COUNT_MARK_PIXELS = (role: string) => `(async () => {
  ${KEPT}
  const captures = (await kept.rows()).map((row) => JSON.parse(row.canonical)).filter((row) => row.type === 'capture');
  const { hash } = captures.at(-1).body.artefacts.find((one) => one.role === '${role}');
  const bytes = await kept.blob(hash);
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let n = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] === 11 && data[i + 1] === 79 && data[i + 2] === 108) n++;
  return n;
})()`;
