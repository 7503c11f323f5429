// A part of what the suite of faults does with every byte and every bit of a bundle.
import { expect, test } from 'vitest';
import { cutEach, flipEach, sampleBundle, sumSeesEveryBit } from '../faults/bundle-damage.ts';

test('a bundle that is cut off, or in which one bit is another, is taken for a sound one nowhere', async () => {
  const bytes = await sampleBundle();
  const cuts = await cutEach(
    bytes,
    Array.from({ length: 200 }, (_, i) => Math.floor((bytes.length * i) / 200)),
  );
  expect(cuts).toEqual({ tried: 200, accepted: [] });
  const every = { header: 29, content: 211, searched: 331 } as const;
  const { tried, accepted } = await flipEach(bytes, (place, region) => (place % every[region] === 0 ? [(place / every[region]) % 8] : []));
  expect(accepted).toEqual([]);
  expect(tried).toBeGreaterThan(800);
});

test('the zip’s own sum changes with every single bit, whatever the file', () => {
  expect(sumSeesEveryBit(80_000)).toBe(true);
});
