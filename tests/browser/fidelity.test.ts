// Is the picture of what was read, and does what is handed on show nobody else? In a real Chromium, against pages that cheat.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Netra, Panel } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import type { Capture, HiddenWhy } from '../../src/model/capture.ts';
import { shareShown } from '../../src/model/shown-text.ts';
import { addCrowd, BYSTANDERS, BYSTANDERS_WORDS } from './crowd.ts';
import { artefactOf, COVER, captures, pixelsOf, textOf } from './pictures.ts';
import { launchWithLists, openWithPanel } from './support.ts';

let netra: Netra;
beforeAll(async () => {
  netra = await launchWithLists();
});
afterAll(() => netra.close());

const ARTICLE = 'article:has(a[href*="1960000000000000101"])';
const WORDS = `${ARTICLE} [data-testid="tweetText"]`;

async function openBudi(): Promise<{ page: Page; panel: Panel; keep: () => Promise<Capture> }> {
  const { page, panel, state } = await openWithPanel(netra);
  const found = state.findings.find((one) => one.match.sighting.actor.name === 'Budi Contohno');
  if (found === undefined) throw new Error('Budi is not found');
  await scrollTo(panel, page, found.findingId);
  const keep = async () => {
    expect(await pressOnCard(panel, found.findingId, 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
    const last = (await captures(panel)).at(-1);
    if (last === undefined) throw new Error('nothing was kept');
    return last;
  };
  return { page, panel, keep };
}

describe('picture and source compared', () => {
  test('an honest page shows all of the words', async () => {
    const { page, keep } = await openBudi();
    const { shownText } = await keep();
    expect(shownText).toMatchObject({ of: 'words', characters: 23, visible: 23, inked: 23, hidden: [], added: 0 });
    expect(shownText?.item.visible).toBeGreaterThan(23);
    await page.close();
  });

  const TRICKS: [string, HiddenWhy | 'no ink', string][] = [
    ['the colour of the paper', 'same-colour', 'color: rgb(255, 255, 255) !important'],
    ['transparent letters', 'same-colour', 'color: transparent'],
    ['nearly no opacity', 'transparent', 'opacity: 0.04'],
    ['letters of a pixel', 'tiny', 'font-size: 1px'],
    ['letters of no size', 'not-drawn', 'font-size: 0'],
    ['dots in place of letters', 'masked', '-webkit-text-security: disc'],
    ['not laid out', 'not-drawn', 'visibility: hidden'],
    ['blurred', 'blurred', 'filter: blur(6px)'],
    ['mirrored', 'turned', 'transform: scaleX(-1)'],
    ['read from the other end', 'reversed', 'unicode-bidi: bidi-override; direction: rtl'],
    ['moved out of the item', 'outside', 'position: relative; left: -900px'],
    ['cut off', 'clipped', 'display: block; height: 6px; overflow: hidden; padding-top: 6px'],
    [
      'drawn by a picture in its place',
      'not-drawn',
      'content: url("data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 width=%27200%27 height=%2720%27/%3E")',
    ],
    ['behind a background', 'covered', 'position: relative; z-index: -1'],
    ['a gradient of one colour behind and in the letters', 'no ink', 'background: linear-gradient(#123456, #123456); color: #123456'],
  ];
  test('tricks by which a page keeps words in its source and out of the picture are told', async () => {
    const { page, panel, keep } = await openBudi();
    const told: Record<string, string> = {};
    for (const [name, , style] of TRICKS) {
      await page.evaluate(
        ([selector, css]) => {
          const element = document.querySelector(`${selector} > span`) as HTMLElement;
          element.style.cssText = css as string;
          if (css?.includes('z-index')) (element.closest('article') as HTMLElement).style.background = '#fff';
        },
        [WORDS, style],
      );
      const capture = await keep();
      const { shownText } = capture;
      if (shownText === undefined) throw new Error('not compared');
      told[name] = (shareShown(shownText) ?? 1) === 0 ? (shownText.hidden[0]?.why ?? 'no ink') : `share ${shareShown(shownText)}`;
      if (name === 'mirrored') await pixelsOf(panel, artefactOf(capture, 'redacted'), 'mirrored');
    }
    expect(told).toEqual(Object.fromEntries(TRICKS.map(([name, why]) => [name, why])));
    await page.close();
  });

  test('a layer over the words is told, also one that lets the pointer through; a transparent one hides nothing', async () => {
    const { page, keep } = await openBudi();
    const lay = (css: string, text = '') =>
      page.evaluate(
        ([selector, style, words]) => {
          document.querySelector('#lapisan')?.remove();
          const { x, y, width, height } = (document.querySelector(selector as string) as Element).getBoundingClientRect();
          const layer = document.createElement('div');
          layer.id = 'lapisan';
          layer.textContent = words as string;
          layer.style.cssText = `position: fixed; left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px; ${style}`;
          document.body.append(layer);
        },
        [WORDS, css, text],
      );
    await lay('background: #fff; pointer-events: none', 'Saya tidak mendukung siapa pun');
    expect((await keep()).shownText?.hidden).toEqual([{ why: 'covered', characters: 23 }]);
    await lay('background: #fff');
    expect((await keep()).shownText?.hidden).toEqual([{ why: 'covered', characters: 23 }]);
    await lay('background: transparent');
    expect((await keep()).shownText).toMatchObject({ visible: 23, inked: 23, hidden: [] });
    await lay('background: transparent; pointer-events: none');
    expect((await keep()).shownText).toMatchObject({ visible: 23, hidden: [] });
    await page.close();
  });

  test('letters that only the style draws are counted', async () => {
    const { page, keep } = await openBudi();
    await page.addStyleTag({ content: `${WORDS} > span::after { content: ' nomor dua 2' }` });
    expect((await keep()).shownText).toMatchObject({ visible: 23, added: 9 });
    await page.close();
  });

  test('words in pieces, shown in another order than they stand, are told', async () => {
    const { page, keep } = await openBudi();
    await page.evaluate((selector) => {
      const element = document.querySelector(`${selector} > span`) as HTMLElement;
      element.style.cssText = 'display: flex; gap: 4px';
      element.replaceChildren(
        ...['Siap menangkan ', 'nomor satu!'].map((text, i) => {
          const piece = document.createElement('i');
          piece.style.order = String(2 - i);
          piece.textContent = text;
          return piece;
        }),
      );
    }, WORDS);
    const { shownText } = await keep();
    expect(shownText?.hidden.map(({ why }) => why)).toEqual(['reordered']);
    await page.close();
  });

  test('words that move inside the item while the picture is taken give no evidence', async () => {
    const { page, panel, keep } = await openBudi();
    await keep();
    const before = (await captures(panel)).length;
    await page.evaluate((selector) => {
      const element = document.querySelector(`${selector} > span`) as HTMLElement;
      let x = 0;
      element.style.position = 'relative';
      setInterval(() => {
        x = (x + 7) % 90;
        element.style.left = `${x}px`;
      }, 10);
    }, WORDS);
    await expect(keep()).rejects.toThrow(/berubah|bergerak/);
    expect((await captures(panel)).length).toBe(before);
    await page.close();
  });
});

describe('other people', () => {
  const [MAGENTA] = BYSTANDERS;

  test('are covered in the picture and in the HTML that are kept; the act and the campaign are not', async () => {
    const { page, panel, keep } = await openBudi();
    await page.evaluate(addCrowd, ARTICLE);
    const capture = await keep();
    expect(capture.artefacts.map(({ role }) => role)).toEqual(['redacted', 'redacted-source', 'redacted-copy']);
    expect(capture.notKept?.map(({ role }) => role)).toEqual(['screenshot', 'crop', 'source', 'copy']);
    const picture = artefactOf(capture, 'redacted');
    expect(picture.madeFrom).toMatchObject({ how: 'redact', inputHash: capture.notKept?.[1]?.hash });
    const pixels = await pixelsOf(panel, picture, 'crowd');
    for (const colour of BYSTANDERS) expect(pixels.count(colour)).toBe(0);
    expect(pixels.count(COVER)).toBeGreaterThan(2000);
    expect(new Set(picture.madeFrom?.boxes?.map(({ why }) => why))).toEqual(new Set(['account', 'picture', 'viewer', 'outside']));
    const shown = await page.screenshot();
    expect(shown.length).toBeGreaterThan(0);
    for (const role of ['redacted-source', 'redacted-copy'] as const) {
      const html = await textOf(panel, artefactOf(capture, role));
      expect(html).toContain('Siap menangkan nomor satu!');
      expect(html).toContain('Budi Contohno');
      expect(html).toContain('[akun lain 1]');
      expect(html).not.toMatch(BYSTANDERS_WORDS);
    }
    expect(capture.shownText).toMatchObject({ visible: 23, inked: 23 });
    await page.close();
  });

  test('a link of somebody else that is laid over the words covers none of them', async () => {
    const { page, panel, keep } = await openBudi();
    await page.evaluate((selector) => {
      const words = document.querySelector(selector) as HTMLElement;
      words.style.position = 'relative';
      const link = document.createElement('a');
      link.href = '/warga_contoh';
      link.style.cssText = 'position:absolute;inset:0';
      words.parentElement?.insertBefore(link, words.nextSibling);
      (words.parentElement as HTMLElement).style.position = 'relative';
    }, WORDS);
    const capture = await keep();
    const boxes = artefactOf(capture, 'redacted').madeFrom?.boxes ?? [];
    await pixelsOf(panel, artefactOf(capture, 'redacted'), 'link-over');
    const words = await page.locator(`${WORDS} > span`).boundingBox();
    const [x, y] = [(words?.x ?? 0) - capture.itemRect.x, (words?.y ?? 0) - capture.itemRect.y];
    const over = boxes.filter(
      (box) => box.x < x + (words?.width ?? 0) && box.x + box.width > x + 4 && box.y < y + 16 && box.y + box.height > y + 6,
    );
    expect(over).toEqual([]);
    await page.close();
  });

  test('thousands of names: then everything but the act is covered', async () => {
    const { page, panel, keep } = await openBudi();
    await page.evaluate((selector) => {
      const extra = document.createElement('div');
      extra.style.cssText = 'height: 60px; overflow: hidden; font-size: 8px; color: rgb(255,0,255)';
      for (let i = 0; i < 3000; i++) {
        const link = document.createElement('a');
        link.href = `/warga_${i}`;
        link.style.color = 'rgb(255,0,255)';
        link.textContent = `Warga ${i}`;
        extra.append(link, ' ');
      }
      (document.querySelector(selector) as Element).after(extra);
    }, WORDS);
    const capture = await keep();
    const pixels = await pixelsOf(panel, artefactOf(capture, 'redacted'), 'thousands');
    expect(pixels.count(MAGENTA)).toBe(0);
    expect(new Set(artefactOf(capture, 'redacted').madeFrom?.boxes?.map(({ why }) => why))).toContain('rest');
    expect(await textOf(panel, artefactOf(capture, 'redacted-source'))).not.toMatch(/Warga \d/);
    await page.close();
  });
});
