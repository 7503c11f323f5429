import { expect, test } from 'vitest';
import { placeStreamed, walkObjects } from '../../src/lib/walk.ts';

test('objects come parents first, under their own key or that of their array', () => {
  const keys: string[] = [];
  walkObjects({ a: { b: [{ c: 1 }, [{ d: {} }]] } }, (_found, key) => keys.push(key) < 0);
  expect(keys).toEqual(['', 'a', 'b', 'b', 'd']);
});

test('nothing is visited inside an object that is done with', () => {
  const keys: string[] = [];
  walkObjects({ a: { b: {} }, c: {} }, (_found, key) => {
    keys.push(key);
    return key === 'a';
  });
  expect(keys).toEqual(['', 'a', 'c']);
});

test('a payload deeper than the stack is left, not thrown on', () => {
  let deep: unknown = {};
  for (let level = 0; level < 20_000; level++) deep = { in: deep };
  expect(() => walkObjects(deep, () => false)).not.toThrow();
});

test('a late part is put where it belongs; other documents stay as they are', () => {
  expect(placeStreamed({ path: ['a', 'edges', 3], data: { node: 1 } })).toEqual({ a: { edges: [{ node: 1 }] } });
  const whole = { data: { a: 1 } };
  expect(placeStreamed(whole)).toBe(whole);
});
