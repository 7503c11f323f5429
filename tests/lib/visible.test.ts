// Layout is stood in for by plain numbers: what counts here is the arithmetic. Real layout is asked in the real browsers.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { isSeen, visiblePart } from '../../src/lib/visible.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function screen(box: Box, cover: 'nothing' | 'dialog' | 'own child' | 'own parent' = 'nothing', isShown = true) {
  const { window } = new JSDOM('<!doctype html><main><article><p></p></article></main><dialog></dialog>');
  const { document } = window;
  const item = document.querySelector('article') as Element;
  const rect = { ...box, x: box.left, y: box.top, right: box.left + box.width, bottom: box.top + box.height };
  item.getBoundingClientRect = () => rect as DOMRect;
  Object.assign(item, { checkVisibility: () => isShown });
  const hit = {
    nothing: item,
    dialog: document.querySelector('dialog'),
    'own child': item.firstElementChild,
    'own parent': item.parentElement,
  }[cover];
  document.elementFromPoint = () => hit;
  return { item, window: { innerWidth: 1000, innerHeight: 800 } as Window, document };
}

describe('the part inside the viewport', () => {
  test.each([
    [{ left: 0, top: 0, width: 100, height: 100 }, 1],
    [{ left: 0, top: 750, width: 100, height: 100 }, 0.5],
    [{ left: -50, top: -50, width: 100, height: 100 }, 0.25],
    [{ left: 0, top: 800, width: 100, height: 100 }, 0],
    [{ left: 0, top: -400, width: 1000, height: 1600 }, 0.5],
    [{ left: 10, top: 10, width: 0, height: 100 }, 0],
  ])('%j', (box, share) => {
    const { item, window } = screen(box);
    expect(visiblePart(item, window).share).toBeCloseTo(share, 10);
  });
  test('a share is between 0 and 1, and the part lies inside', () => {
    const side = fc.double({ min: -2000, max: 3000, noNaN: true });
    const size = fc.double({ min: 0, max: 5000, noNaN: true });
    const { item, window } = screen({ left: 0, top: 0, width: 0, height: 0 });
    fc.assert(
      fc.property(side, side, size, size, (left, top, width, height) => {
        item.getBoundingClientRect = () => ({ left, top, width, height, right: left + width, bottom: top + height }) as DOMRect;
        const part = visiblePart(item, window);
        expect(part.share).toBeGreaterThanOrEqual(0);
        expect(part.share).toBeLessThanOrEqual(1);
        if (part.share === 0) return;
        expect(part.left + part.width).toBeLessThanOrEqual(1000);
        expect(part.top + part.height).toBeLessThanOrEqual(800);
      }),
      { numRuns: 200 },
    );
  });
});

describe('on the monitor’s screen', () => {
  const inside = { left: 100, top: 100, width: 500, height: 200 };
  test('an item in the open', () => {
    for (const cover of ['nothing', 'own child', 'own parent'] as const) {
      const { item, window } = screen(inside, cover);
      expect(isSeen(item, window), cover).toBe(true);
    }
  });
  test('not under a dialog', () => {
    const { item, window } = screen(inside, 'dialog');
    expect(isSeen(item, window)).toBe(false);
  });
  test('not where the browser says that it is hidden or transparent', () => {
    const { item, window } = screen(inside, 'nothing', false);
    expect(isSeen(item, window)).toBe(false);
  });
  test('not once it has left the page', () => {
    const { item, window } = screen(inside);
    item.remove();
    expect(isSeen(item, window)).toBe(false);
  });
  test.each([
    ['above', { ...inside, top: -300 }, false],
    ['below', { ...inside, top: 801 }, false],
    ['to the left', { ...inside, left: -600 }, false],
    ['without height', { ...inside, height: 0 }, false],
    ['a strip of 39 of a tall one', { ...inside, top: 761, height: 400 }, false],
    ['a strip of 40 of a tall one', { ...inside, top: 760, height: 400 }, true],
    ['half of a row of 30', { ...inside, top: 785, height: 30 }, true],
    ['less than half of a row of 30', { ...inside, top: 786, height: 30 }, false],
  ])('%s', (_where, box, expected) => {
    const { item, window } = screen(box);
    expect(isSeen(item, window)).toBe(expected);
  });
});
