import { expect, test } from 'vitest';
import { toFingerprint } from '../../src/lib/fingerprint.ts';

test('the same for the same text, a safe whole number, and another for texts that are nearly alike', () => {
  expect(toFingerprint('komentar')).toBe(toFingerprint('komentar'));
  const all = Array.from({ length: 20_000 }, (_, i) => toFingerprint(`["comment",null,"${i}",null]`));
  expect(all.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
  expect(new Set(all).size).toBe(all.length);
});
