import { describe, expect, test } from 'vitest';
import { FEWEST_SIGNS, weaknessOf } from '../../src/model/vault.ts';

describe('a new passphrase', () => {
  test.each(['', ' '.repeat(40), '\u3000'.repeat(12), `   ${'abcdefghijk'}   `, '👍🏽🙂🐎🌿🍚🏪'.slice(0, 12)])(
    '%j has too few signs',
    (given) => {
      expect(weaknessOf(given)).toBe('short');
    },
  );
  test.each(['a'.repeat(12), '1'.repeat(60), 'aaaa aaaa aaaa', '🙂'.repeat(12), '\u200b'.repeat(12), 'aａ'.repeat(6)])(
    '%j is one sign over and over',
    (given) => {
      expect(weaknessOf(given)).toBe('repeated');
    },
  );
  test.each(['kuda hijau makan di pasar', 'abcdefghijkl', ' abcdefghijkl ', 'aaaaaaaaaaab'])('%j will do', (given) => {
    expect(weaknessOf(given)).toBeNull();
  });
  test('signs are counted, not their halves', () => {
    expect(weaknessOf('🙂🐎'.repeat(FEWEST_SIGNS / 2 - 1))).toBe('short');
    expect(weaknessOf('🙂🐎'.repeat(FEWEST_SIGNS / 2))).toBeNull();
  });
});
