// ChaCha20-Poly1305 (RFC 8439) for very many short texts. The library's own box starts its cipher twice for each text and copies it
// several times; here its two parts are put together as section 2.8 says, with one start. What is sealed here the library opens.
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20 } from '@noble/ciphers/chacha.js';

const BLOCK = 64;
const LENGTHS = 16;
export const TAG_BYTES = 16;

export interface Box {
  /** Seals `text` into `out` from `at`: as many bytes as the text has, and TAG_BYTES. @param nonce 12 bytes, once for each key */
  seal(key: Uint8Array, nonce: Uint8Array, text: Uint8Array, out: Uint8Array, at: number): void;
}

/** @param longest bytes of the longest text. The memory is used for each text anew. */
export function openBox(longest: number): Box {
  const size = BLOCK + Math.ceil(longest / BLOCK) * BLOCK + LENGTHS + LENGTHS;
  // The first block stays zero: its cipher text is the cipher's first block itself, the tag's key (section 2.6).
  const plain = new Uint8Array(size);
  const sealed = new Uint8Array(size);
  const view = new DataView(sealed.buffer);
  return {
    seal(key, nonce, text, out, at) {
      const end = BLOCK + text.length;
      if (text.length > longest) throw new Error(`a text of ${text.length} bytes`);
      plain.set(text, BLOCK);
      // Whole blocks are quicker; what they give beyond the text is thrown away.
      const blocks = Math.ceil(end / BLOCK) * BLOCK;
      chacha20(key, nonce, plain.subarray(0, blocks), sealed.subarray(0, blocks));
      out.set(sealed.subarray(BLOCK, end), at);
      // Nothing but the text is under the tag: filled up to whole 16 bytes, then the two lengths.
      const padded = BLOCK + Math.ceil(text.length / 16) * 16;
      sealed.fill(0, end, padded + LENGTHS);
      view.setUint32(padded + 8, text.length, true);
      out.set(poly1305(sealed.subarray(BLOCK, padded + LENGTHS), sealed.subarray(0, 32)), at + text.length);
    },
  };
}
