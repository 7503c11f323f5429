// What is kept of an item is the item alone: asked of every recorded page of every site.
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { isPage } from '../../src/cli/readings.ts';
import { measureItem, ownSource } from '../../src/flow/measure.ts';
import { type Measured, measuredSchema, type Seen } from '../../src/model/messages.ts';
import type { Platform } from '../../src/model/platform.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { platforms } from '../../src/platforms/index.ts';
import { account, sighting } from '../match/sample.ts';
import { loadCases } from '../platforms/contract.ts';

describe.each(platforms.map((platform) => [platform.id, platform] as const))('%s', (_id, platform) => {
  test('an item’s own source holds nobody else’s item', () => {
    const kept: string[] = [];
    for (const one of loadCases(platform.id)) {
      if (!isPage(one.input)) continue;
      const { document } = new JSDOM(one.input, { url: one.url }).window;
      const items = platform.findItems(document);
      for (const item of items) {
        const inner = items.filter((other) => other !== item && item.contains(other));
        const own = ownSource(item, platform);
        const left = [...own.querySelectorAll('*')].map((element) => element.outerHTML);
        for (const other of inner) if (left.includes(other.outerHTML)) kept.push(`${one.name}: ${other.outerHTML.slice(0, 200)}`);
      }
    }
    expect(kept).toEqual([]);
  });

  test('cutting it out changes nothing on the page', () => {
    for (const one of loadCases(platform.id)) {
      if (!isPage(one.input)) continue;
      const { document } = new JSDOM(one.input, { url: one.url }).window;
      const before = document.documentElement.outerHTML;
      for (const item of platform.findItems(document)) ownSource(item, platform);
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });
});

describe('measuring', () => {
  const findItems = (root: ParentNode) => [...root.querySelectorAll('article')];
  const site = { id: 'x', findItems, readItem: () => [], parseUrl: () => null } as unknown as Platform;
  const toSeen = (one: Sighting): Seen => ({ key: 0, sighting: one, eyes: { page: one, wire: null }, agreement: [] });
  function page(given: { visibility?: string; top?: number; text?: string | null } = {}) {
    const { window } = new JSDOM(
      '<!doctype html><html lang="id"><title>Kiriman</title><article id="a"><p>Semangat  <b>Pak</b></p><article id="b">orang lain</article></article>',
      { url: 'https://www.example.id/p/1', pretendToBeVisual: true },
    );
    const { document } = window;
    const item = document.querySelector('#a') as Element;
    const top = given.top ?? 10;
    item.getBoundingClientRect = () => ({ x: 5, y: top, left: 5, top, width: 300, height: 100, right: 305, bottom: top + 100 }) as DOMRect;
    document.elementFromPoint = () => item;
    document.elementsFromPoint = () => [item];
    window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
    Object.defineProperty(document, 'visibilityState', { value: given.visibility ?? 'visible' });
    const one = sighting({ actor: account({ handle: 'dewi' }), text: given.text === undefined ? 'Semangat Pak' : given.text });
    const known = { listings: [], firstSeenAt: '2026-11-22T12:00:00.000Z', shown: [] };
    return { item, measure: () => measureItem(item, toSeen(one), known, site, window as unknown as Window) };
  }

  test('an item on the screen', () => {
    const measured = page().measure() as Measured;
    expect(measuredSchema.safeParse(measured).error).toBeUndefined();
    expect(measured).toMatchObject({
      rect: { x: 5, y: 10, width: 300, height: 100 },
      visibleShare: 1,
      sourceHoldsText: true,
      page: { url: 'https://www.example.id/p/1', title: 'Kiriman', language: 'id' },
    });
    expect(measured.source).toContain('Semangat  <b>Pak</b>');
    expect(measured.source + measured.copy).not.toContain('orang lain');
  });
  test('says where its source does not hold the words that were read', () => {
    expect((page({ text: 'Semangat Bu' }).measure() as Measured).sourceHoldsText).toBe(false);
    expect((page({ text: 'orang lain' }).measure() as Measured).sourceHoldsText).toBe(false);
    expect((page({ text: null }).measure() as Measured).sourceHoldsText).toBeNull();
  });
  test('no measure of what a picture would not show', () => {
    expect(page({ visibility: 'hidden' }).measure()).toEqual({ refused: 'not-visible' });
    expect(page({ top: 5000 }).measure()).toEqual({ refused: 'off-screen' });
    const gone = page();
    gone.item.remove();
    expect(gone.measure()).toEqual({ refused: 'gone' });
  });
});
