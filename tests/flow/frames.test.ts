// A long item in parts: which belong together, and how much of it they show.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFrame } from '../../src/flow/frames.ts';
import type { Capture, Frame } from '../../src/model/capture.ts';
import type { Stood } from '../../src/model/stood.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const HEIGHT = 1000;
/** The item of 2500 pixels as it stands when the monitor has scrolled so far. */
const stood = (scrolled: number, height = 2500, width = 600) => {
  const shown = Math.max(0, Math.min(height - scrolled, HEIGHT) - Math.max(0, -scrolled));
  return {
    rect: { x: 40, y: -scrolled, width, height },
    viewport: { width: 1200, height: HEIGHT },
    visibleShare: shown / height,
  } as Stood;
};
const kept = (frame: Frame | null, text: string | null = 'kata', minutesAgo = 1) =>
  ({
    ...(frame === null ? {} : { frame }),
    match: { sighting: { text } },
    capturedAt: new Date(NOW.getTime() - minutesAgo * 60_000).toISOString(),
  }) as unknown as Capture;
const take = (scrolled: number, earlier: readonly Capture[], text: string | null = 'kata', height = 2500) =>
  toFrame(stood(scrolled, height), text, earlier, NOW);

describe('parts', () => {
  test('follow each other in one group until all is shown; what was shown twice counts once', () => {
    const first = take(0, []);
    expect(first).toMatchObject({ index: 1, covered: { x: 0, y: 0, width: 600, height: 1000 }, share: 0.4 });
    const second = take(600, [kept(first)]);
    expect(second).toMatchObject({ group: first?.group, index: 2, covered: { y: 600, height: 1000 } });
    expect(second?.share).toBeCloseTo(0.64);
    const third = take(1500, [kept(first), kept(second)]);
    expect(third).toMatchObject({ group: first?.group, index: 3, share: 1 });
    const anew = take(0, [kept(first), kept(second), kept(third)]);
    expect(anew).toMatchObject({ index: 1, share: 0.4 });
    expect(anew?.group).not.toBe(first?.group);
  });
  test('an item that is wholly in the window has none', () => {
    expect(take(0, [], 'kata', 900)).toBeNull();
  });
  test.each([
    ['other words', { text: 'lain' }],
    ['another height', { height: 2600 }],
    ['an hour later', { minutes: 61 }],
  ])('%s begin anew', (_what, { text = 'kata', height = 2500, minutes = 1 }: { text?: string; height?: number; minutes?: number }) => {
    const first = take(0, []);
    expect(take(900, [kept(first, 'kata', minutes)], text, height)).toMatchObject({ index: 1 });
  });
  test('shares only grow, and are those of the places that were shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 8 }), (scrolls) => {
        const earlier: Capture[] = [];
        const seen = new Set<number>();
        let before = 0;
        for (const scrolled of scrolls) {
          const frame = take(scrolled, earlier);
          if (frame === null) return;
          if (frame.index === 1) seen.clear();
          for (let y = scrolled; y < scrolled + HEIGHT; y++) seen.add(y);
          if (frame.index > 1) expect(frame.share).toBeGreaterThanOrEqual(before - 1e-9);
          expect(frame.share).toBeCloseTo(seen.size / 2500, 2);
          before = frame.share;
          earlier.push(kept(frame));
        }
      }),
      { numRuns: 100 },
    );
  });
});
