// ChaCha20-Poly1305 (RFC 8439) for millions of short texts: the same bytes as any other implementation gives, and nothing is allocated
// for a text. Opening is left to the library, so that what is written here is always read by somebody else's code.
import { writeStream } from './chacha20.ts';
import { addBlock, startTag, TAG_BYTES, writeTag } from './poly1305.ts';

const BLOCK_BYTES = 64;

// Words as they stand in memory: little-endian on every machine that runs a browser.
const stream = new Uint32Array(BLOCK_BYTES / 4);
const streamBytes = new Uint8Array(stream.buffer);
const last = new Uint8Array(TAG_BYTES);

/**
 * Seals the text that stands in `bytes` from `from` on, without further data that it would vouch for: `length` bytes and the tag are
 * written into `out` from `at` on.
 * @param key 8 words, little-endian @param nonce 3 words, never used twice with a key
 */
export function sealInto(
  key: Uint32Array,
  nonce: Uint32Array,
  bytes: Uint8Array,
  from: number,
  length: number,
  out: Uint8Array,
  at: number,
): void {
  writeStream(key, nonce, 0, stream);
  startTag(stream);
  for (let done = 0, counter = 1; done < length; done += BLOCK_BYTES, counter++) {
    writeStream(key, nonce, counter, stream);
    const end = Math.min(BLOCK_BYTES, length - done);
    for (let i = 0; i < end; i++) out[at + done + i] = (bytes[from + done + i] as number) ^ (streamBytes[i] as number);
  }
  const whole = length - (length % 16);
  for (let done = 0; done < whole; done += 16) addBlock(out, at + done);
  if (whole < length) {
    last.fill(0);
    for (let i = whole; i < length; i++) last[i - whole] = out[at + i] as number;
    addBlock(last, 0);
  }
  last.fill(0);
  for (let i = 0; i < 4; i++) last[8 + i] = length >>> (8 * i);
  addBlock(last, 0);
  writeTag(out, at + length);
}
