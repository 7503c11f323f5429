// The item is cut out to the pixel, whatever the screen's scale and the page's zoom.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { Netra, Panel } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { artefactOf, COVER, type Colour, captures, isLike, type Pixels, pixelsOf } from './pictures.ts';
import { launchWithLists, openWithPanel } from './support.ts';

const LEFT: Colour = [255, 0, 0];
const RIGHT: Colour = [0, 160, 0];
const TOP: Colour = [0, 0, 255];
const BOTTOM: Colour = [200, 0, 200];
let netra: Netra | null = null;
afterEach(async () => {
  await netra?.close();
  netra = null;
});

/** Draws a line of one CSS pixel along each edge of Budi's reply, inside it. */
const frame = (page: Page) =>
  page.evaluate(() => {
    const article = document.querySelector('article:has(a[href*="1960000000000000101"])') as HTMLElement;
    // Borders are never thinner than a pixel of the screen, as a line of another kind may be.
    article.style.borderLeft = '1px solid rgb(255,0,0)';
    article.style.borderRight = '1px solid rgb(0,160,0)';
    article.style.borderTop = '1px solid rgb(0,0,255)';
    article.style.borderBottom = '1px solid rgb(200,0,200)';
  });

/** How much of a pixel is of this colour, over white: an item between two pixels of the screen is blended. 0 if it is another colour. */
function shareOf(pixel: Colour, colour: Colour): number {
  const share = (255 - Math.min(...pixel)) / (255 - Math.min(...colour));
  return pixel.every((value, i) => Math.abs(value - (255 - share * (255 - (colour[i] ?? 0)))) <= 14) ? share : 0;
}

/** Where along one way through the picture an edge is seen, and how many pixels of it there are in all. */
function runOf(pixels: Pixels, colour: Colour, way: 'across' | 'down'): { at: number[]; ink: number } {
  const [most, middle] = way === 'across' ? [pixels.width, Math.floor(pixels.height / 2)] : [pixels.height, Math.floor(pixels.width / 2)];
  const all = Array.from({ length: most }, (_, i) => ({
    i,
    share: shareOf(way === 'across' ? pixels.at(i, middle) : pixels.at(middle, i), colour),
  }));
  const seen = all.filter(({ share }) => share > 0.2);
  return { at: seen.map(({ i }) => i), ink: seen.reduce((sum, { share }) => sum + share, 0) };
}

async function capture(panel: Panel, page: Page, findingId: string, name: string): Promise<{ pixels: Pixels; scale: number }> {
  await scrollTo(panel, page, findingId);
  expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
  const last = (await captures(panel)).at(-1);
  return { pixels: await pixelsOf(panel, artefactOf(last, 'redacted'), name), scale: last?.viewport.scaleX ?? 0 };
}

/** Every scale and every zoom once; every one with every other where NETRA_PIXELS=all asks for it. */
const ZOOMS: Readonly<Record<number, readonly number[]>> =
  process.env['NETRA_PIXELS'] === 'all'
    ? { 1: [0.75, 1, 1.5], 1.25: [0.75, 1, 1.5], 2: [0.75, 1, 1.5] }
    : { 1: [0.75], 1.25: [1.5], 2: [1] };

describe.each([1, 1.25, 2])('device scale %d', (device) => {
  test.each(ZOOMS[device] ?? [])('page zoom %d', async (zoom) => {
    netra = await launchWithLists({ args: [`--force-device-scale-factor=${device}`], size: { width: 1600, height: 1100 } });
    const { page, panel, state } = await openWithPanel(netra);
    const { findingId } = state.findings.find((one) => one.match.sighting.actor.name === 'Budi Contohno') as { findingId: string };
    await panel.evaluate(
      `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.tabs.setZoom(tab.id, ${zoom})).then(() => true)`,
    );
    await page.waitForFunction((ratio) => Math.abs(window.devicePixelRatio - ratio) < 0.01, device * zoom);
    await frame(page);
    const { pixels, scale } = await capture(panel, page, findingId, `scale-${device}-zoom-${zoom}`);
    expect(scale).toBeCloseTo(device * zoom, 1);
    // The padding around the item is covered; right behind it its own edge begins, and nothing of it was cut off.
    const line = Math.max(1, Math.floor(device * zoom));
    for (const [colour, way, end] of [
      [LEFT, 'across', 'start'],
      [RIGHT, 'across', 'end'],
      [TOP, 'down', 'start'],
      [BOTTOM, 'down', 'end'],
    ] as const) {
      const most = way === 'across' ? pixels.width : pixels.height;
      const { at, ink } = runOf(pixels, colour, way);
      const first = end === 'start' ? (at[0] ?? -1) : most - 1 - (at.at(-1) ?? most);
      const said = `${way} ${end}: ${at.join(' ')}, ${ink.toFixed(2)} of ${line}`;
      // Two pixels of padding; an edge that lies between two pixels of the screen may begin one further in.
      expect(ink, said).toBeGreaterThan(line - 0.35);
      expect([2, 3], said).toContain(first);
    }
    for (const [x, y] of [
      [0, 0],
      [pixels.width - 1, 0],
      [0, pixels.height - 1],
      [pixels.width - 1, pixels.height - 1],
    ] as const)
      expect(isLike(pixels.at(x, y), COVER), `corner ${x}, ${y}: ${pixels.at(x, y)}`).toBe(true);
    await page.close();
  });
});
