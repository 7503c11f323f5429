import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBox, TAG_BYTES } from '../../src/registry/shard-cipher.ts';

const LONGEST = 300;
const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });

describe('a box for many short texts', () => {
  it('seals as the library does, whatever was sealed before', () => {
    const box = openBox(LONGEST);
    const given = fc.tuple(bytes(32), bytes(12), fc.uint8Array({ maxLength: LONGEST }), fc.nat(9));
    fc.assert(
      fc.property(given, ([key, nonce, text, at]) => {
        const out = new Uint8Array(at + text.length + TAG_BYTES + 3).fill(170);
        box.seal(key, nonce, text, out, at);
        const library = chacha20poly1305(key, nonce);
        expect(out.slice(at, -3)).toEqual(library.encrypt(text));
        expect(library.decrypt(out.slice(at, -3))).toEqual(text);
        // Nothing beside its place is touched.
        expect([...out.slice(0, at), ...out.slice(-3)]).toEqual(Array(at + 3).fill(170));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 299, LONGEST])('seals %i bytes as the library does', (size) => {
    const [key, nonce] = [new Uint8Array(32).fill(7), new Uint8Array(12).fill(9)];
    const text = Uint8Array.from({ length: size }, (_, i) => (i * 37) & 255);
    const out = new Uint8Array(size + TAG_BYTES);
    openBox(LONGEST).seal(key, nonce, text, out, 0);
    expect(out).toEqual(chacha20poly1305(key, nonce).encrypt(text));
  });

  it('refuses a text that is longer than its memory', () => {
    const out = new Uint8Array(LONGEST + 1 + TAG_BYTES);
    expect(() => openBox(LONGEST).seal(new Uint8Array(32), new Uint8Array(12), new Uint8Array(LONGEST + 1), out, 0)).toThrow('301');
  });
});
