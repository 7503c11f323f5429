import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Remembered, readAll } from '../../src/registry/shard-reads.ts';

const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31) ^ (i >> 8));
const read = async (at: number, length: number) => bytes.slice(at, Math.min(bytes.length, at + length));

test('any stretches, near, far, over one another or past the end: each has its own bytes', async () => {
  const stretch = fc.record({ at: fc.nat(200_000), length: fc.nat(3000) });
  await fc.assert(
    fc.asyncProperty(fc.array(stretch, { maxLength: 40 }), fc.boolean(), async (stretches, isMany) => {
      let inOneGo = 0;
      const readMany = async (all: readonly { at: number; length: number }[]) => {
        inOneGo++;
        return Promise.all(all.map(({ at, length }) => read(at, length)));
      };
      const file = { size: bytes.length, read, ...(isMany ? { readMany } : {}) };
      const all = await readAll(file, stretches);
      expect(all.map((one) => [...one])).toEqual(stretches.map(({ at, length }) => [...bytes.subarray(at, at + length)]));
      expect(inOneGo).toBeLessThanOrEqual(1);
    }),
  );
});

test('stretches that stand close together are one read', async () => {
  const reads: number[] = [];
  const file = {
    size: bytes.length,
    read(at: number, length: number) {
      reads.push(at);
      return read(at, length);
    },
  };
  await readAll(file, [
    { at: 9000, length: 10 },
    { at: 100, length: 10 },
    { at: 150_000, length: 10 },
  ]);
  expect(reads).toEqual([100, 150_000]);
});

test('what was asked last is remembered, up to so many bytes', () => {
  const remembered = new Remembered<number>(100);
  remembered.set('a', 1, 40);
  remembered.set('b', 2, 40);
  expect(remembered.get('a')).toBe(1);
  remembered.set('c', 3, 40);
  expect([remembered.get('a'), remembered.get('b'), remembered.get('c'), remembered.bytes]).toEqual([1, undefined, 3, 80]);
  remembered.set('a', 4, 60);
  expect([remembered.get('a'), remembered.get('c'), remembered.bytes]).toEqual([4, 3, 100]);
  remembered.set('d', 5, 101);
  expect([remembered.get('d'), remembered.bytes]).toEqual([undefined, 100]);
});
