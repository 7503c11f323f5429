import { describe, expect, test } from 'vitest';
import { hasShape, isFlag, isLike, isNullOr, isOneOf, isText, type Shape } from '../../src/lib/shape.ts';

describe('one field', () => {
  test.each([
    ['flag', isFlag, [true, false], [0, 'true', null, undefined]],
    ['text', isText(), ['', 'a'.repeat(100_000)], [7, null, undefined, ['a'], new String('a')]],
    ['bounded text', isText(3), ['', 'abc'], ['abcd', ['a']]],
    ['one of', isOneOf('a', null), ['a', null], ['b', undefined, 'toString', ['a']]],
    ['like', isLike(/^[0-9]+$/), ['1', '12'], ['', '1a', 12, ['1']]],
    ['null or', isNullOr(isFlag), [null, true], [undefined, 'x']],
  ] as const)('%s', (_, check, good, bad) => {
    expect(good.map(check)).toEqual(good.map(() => true));
    expect((bad as readonly unknown[]).map(check)).toEqual(bad.map(() => false));
  });
});

describe('an object', () => {
  const shape: Shape<{ a: string; b: boolean | null }> = { a: isText(), b: isNullOr(isFlag) };
  test('has every field, and no other where it has to be exact', () => {
    expect([hasShape({ a: '', b: null }, shape, true), hasShape({ a: '', b: true, c: 1 }, shape, false)]).toEqual([true, true]);
    expect(hasShape({ a: '', b: true, c: 1 }, shape, true)).toBe(false);
    expect(hasShape({ a: '' }, shape, false)).toBe(false);
    expect(hasShape({ a: 1, b: true }, shape, false)).toBe(false);
  });
  test.each([null, undefined, 'text', 7, [], [''], true])('is not %j', (value) => {
    expect(hasShape(value, {}, false)).toBe(false);
  });
  test('what it inherits is not its own, and a field named like an inherited one is one too many', () => {
    expect(hasShape(Object.create({ a: '', b: null }), shape, false)).toBe(false);
    expect(hasShape(JSON.parse('{"a":"","b":null,"toString":1}'), shape, true)).toBe(false);
    expect(hasShape(JSON.parse('{"a":"","b":null,"__proto__":{}}'), shape, true)).toBe(false);
  });
});
