import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealInto } from '../../src/lib/chacha-poly.ts';
import { addBlock, startTag, TAG_BYTES, writeTag } from '../../src/lib/poly1305.ts';

function sealed(key: Uint8Array, nonce: Uint8Array, text: Uint8Array): Uint8Array {
  // Neither at the front nor alone in its memory.
  const bytes = new Uint8Array(text.length + 7).fill(0xaa);
  bytes.set(text, 3);
  const out = new Uint8Array(text.length + TAG_BYTES + 9).fill(0x55);
  sealInto(new Uint32Array(key.slice().buffer), new Uint32Array(nonce.slice().buffer), bytes, 3, text.length, out, 5);
  expect([...out.subarray(0, 5), ...out.subarray(-4)]).toEqual(Array(9).fill(0x55));
  return out.slice(5, -4);
}

test('the example of RFC 8439 without further data, and every length, as the library seals them', () => {
  const key = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i);
  const nonce = Uint8Array.of(7, 0, 0, 0, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47);
  for (let length = 0; length < 400; length++) {
    const text = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    expect(sealed(key, nonce, text), `${length}`).toEqual(chacha20poly1305(key, nonce).encrypt(text));
  }
});

test('any key, nonce and text as the library seals them', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  fc.assert(
    fc.property(bytes(32), bytes(12), fc.uint8Array({ maxLength: 2000, size: 'max' }), (key, nonce, text) => {
      expect(sealed(key, nonce, text)).toEqual(chacha20poly1305(key, nonce).encrypt(text));
    }),
    { numRuns: 3000 },
  );
});

test('the longest record of a list', () => {
  const [key, nonce, text] = [32, 12, 60_000].map((length) => crypto.getRandomValues(new Uint8Array(length)));
  if (key === undefined || nonce === undefined || text === undefined) throw new Error();
  expect(sealed(key, nonce, text)).toEqual(chacha20poly1305(key, nonce).encrypt(text));
});

test('where the number comes close to 2^130 - 5: examples of RFC 8439, A.3, 7 to 11', () => {
  const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
  const ones = 'ff'.repeat(16);
  const examples = [
    ['02', '', ones, '03'],
    ['02', ones, `02${'00'.repeat(15)}`, '03'],
    ['01', '', `${ones}f0${'ff'.repeat(15)}11${'00'.repeat(15)}`, '05'],
    ['01', '', `${ones}fb${'fe'.repeat(15)}${'01'.repeat(16)}`, ''],
    ['02', '', `fd${'ff'.repeat(15)}`, `fa${'ff'.repeat(15)}`],
  ] as const;
  for (const [r, s, text, tag] of examples) {
    const key = new Uint8Array(32);
    key.set(hex(r));
    key.set(hex(s), 16);
    const bytes = hex(text);
    const out = new Uint8Array(16);
    startTag(new Uint32Array(key.buffer));
    for (let at = 0; at < bytes.length; at += 16) addBlock(bytes, at);
    writeTag(out, 0);
    const wanted = new Uint8Array(16);
    wanted.set(hex(tag));
    expect(out, text).toEqual(wanted);
  }
});
