// HMAC with SHA-256 (RFC 2104, FIPS 180-4) of millions of short texts under one key: what depends on the key alone is worked out once, and
// nothing is allocated for a text.

const K = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);
const START = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
const w = new Int32Array(64);
const state = new Int32Array(8);
const block = new Uint8Array(BLOCK_BYTES);

export interface Hmac {
  /** Of `length` bytes from `from` on: 32 bytes into `out`. */
  digest(bytes: Uint8Array, from: number, length: number, out: Uint8Array): void;
}

/** @param key not longer than a block, 64 bytes */
export function hmacSha256(key: Uint8Array): Hmac {
  if (key.length > BLOCK_BYTES) throw new Error(`a key of ${key.length} bytes`);
  const inner = afterPad(key, 0x36);
  const outer = afterPad(key, 0x5c);
  const own = new Uint8Array(DIGEST_BYTES);
  return {
    digest(bytes, from, length, out) {
      state.set(inner);
      finish(bytes, from, length);
      writeState(own);
      state.set(outer);
      finish(own, 0, DIGEST_BYTES);
      writeState(out);
    },
  };
}

function afterPad(key: Uint8Array, pad: number): Int32Array {
  block.fill(pad);
  for (const [i, byte] of key.entries()) block[i] = byte ^ pad;
  state.set(START);
  take(block, 0);
  return state.slice();
}

/** Takes in the rest of a text of which one block, the key's, was taken. */
function finish(bytes: Uint8Array, from: number, length: number): void {
  let at = from;
  const end = from + length;
  for (; end - at >= BLOCK_BYTES; at += BLOCK_BYTES) take(bytes, at);
  let used = 0;
  for (; at < end; at++) block[used++] = bytes[at] as number;
  block[used++] = 0x80;
  if (used > BLOCK_BYTES - 8) {
    block.fill(0, used);
    take(block, 0);
    used = 0;
  }
  block.fill(0, used);
  // Lengths stay far below 2^29 bytes.
  const bits = (length + BLOCK_BYTES) * 8;
  for (let i = 0; i < 4; i++) block[BLOCK_BYTES - 1 - i] = bits >>> (8 * i);
  take(block, 0);
}

function take(bytes: Uint8Array, at: number): void {
  for (let i = 0, from = at; i < 16; i++, from += 4)
    w[i] =
      ((bytes[from] as number) << 24) |
      ((bytes[from + 1] as number) << 16) |
      ((bytes[from + 2] as number) << 8) |
      (bytes[from + 3] as number);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = ((w[i - 16] as number) + low + (w[i - 7] as number) + high) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let i = 0; i < 64; i++) {
    const sigma1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + sigma1 + (g ^ (e & (f ^ g))) + (K[i] as number) + (w[i] as number)) | 0;
    const sigma0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (sigma0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}

function writeState(out: Uint8Array): void {
  for (let i = 0; i < 8; i++) {
    const word = state[i] as number;
    out[4 * i] = word >>> 24;
    out[4 * i + 1] = word >>> 16;
    out[4 * i + 2] = word >>> 8;
    out[4 * i + 3] = word;
  }
}
