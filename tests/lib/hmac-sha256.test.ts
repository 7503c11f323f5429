import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256 } from '../../src/lib/hmac-sha256.ts';

function digest(key: Uint8Array, text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(text.length + 9).fill(0xaa);
  bytes.set(text, 5);
  const out = new Uint8Array(32);
  hmacSha256(key).digest(bytes, 5, text.length, out);
  return out;
}

test('every length of text and of key as the library gives them', () => {
  for (let length = 0; length < 300; length++) {
    const text = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
    const key = Uint8Array.from({ length: length % 65 }, (_, i) => (i * 7 + length) & 255);
    expect(digest(key, text), `${length}`).toEqual(hmac(sha256, key, text));
  }
});

test('any key and text, one after another under one key', () => {
  const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength, size: 'max' });
  fc.assert(
    fc.property(bytes(0, 64), fc.array(bytes(0, 300), { maxLength: 5 }), (key, texts) => {
      const own = hmacSha256(key);
      const out = new Uint8Array(32);
      for (const text of texts) {
        own.digest(text, 0, text.length, out);
        expect(out).toEqual(hmac(sha256, key, text));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a key that is longer than a block is refused', () => {
  expect(() => hmacSha256(new Uint8Array(65))).toThrow('65');
});
