// The key stream of ChaCha20 (RFC 8439), block by block into given memory: a million short texts allocate nothing.

/** "expand 32-byte k" */
const S0 = 0x61707865;
const S1 = 0x3320646e;
const S2 = 0x79622d32;
const S3 = 0x6b206574;

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** One block into `stream`. @param key 8 words @param nonce 3 words @param stream 16 words */
export function writeStream(key: Uint32Array, nonce: Uint32Array, counter: number, stream: Uint32Array): void {
  const k0 = key[0] as number;
  const k1 = key[1] as number;
  const k2 = key[2] as number;
  const k3 = key[3] as number;
  const k4 = key[4] as number;
  const k5 = key[5] as number;
  const k6 = key[6] as number;
  const k7 = key[7] as number;
  const n0 = nonce[0] as number;
  const n1 = nonce[1] as number;
  const n2 = nonce[2] as number;
  let a0: number = S0;
  let a1: number = S1;
  let a2: number = S2;
  let a3: number = S3;
  let b0 = k0;
  let b1 = k1;
  let b2 = k2;
  let b3 = k3;
  let c0 = k4;
  let c1 = k5;
  let c2 = k6;
  let c3 = k7;
  let d0 = counter;
  let d1 = n0;
  let d2 = n1;
  let d3 = n2;
  for (let round = 0; round < 10; round++) {
    a0 = (a0 + b0) | 0;
    d0 = rotated(d0 ^ a0, 16);
    c0 = (c0 + d0) | 0;
    b0 = rotated(b0 ^ c0, 12);
    a0 = (a0 + b0) | 0;
    d0 = rotated(d0 ^ a0, 8);
    c0 = (c0 + d0) | 0;
    b0 = rotated(b0 ^ c0, 7);
    a1 = (a1 + b1) | 0;
    d1 = rotated(d1 ^ a1, 16);
    c1 = (c1 + d1) | 0;
    b1 = rotated(b1 ^ c1, 12);
    a1 = (a1 + b1) | 0;
    d1 = rotated(d1 ^ a1, 8);
    c1 = (c1 + d1) | 0;
    b1 = rotated(b1 ^ c1, 7);
    a2 = (a2 + b2) | 0;
    d2 = rotated(d2 ^ a2, 16);
    c2 = (c2 + d2) | 0;
    b2 = rotated(b2 ^ c2, 12);
    a2 = (a2 + b2) | 0;
    d2 = rotated(d2 ^ a2, 8);
    c2 = (c2 + d2) | 0;
    b2 = rotated(b2 ^ c2, 7);
    a3 = (a3 + b3) | 0;
    d3 = rotated(d3 ^ a3, 16);
    c3 = (c3 + d3) | 0;
    b3 = rotated(b3 ^ c3, 12);
    a3 = (a3 + b3) | 0;
    d3 = rotated(d3 ^ a3, 8);
    c3 = (c3 + d3) | 0;
    b3 = rotated(b3 ^ c3, 7);
    a0 = (a0 + b1) | 0;
    d3 = rotated(d3 ^ a0, 16);
    c2 = (c2 + d3) | 0;
    b1 = rotated(b1 ^ c2, 12);
    a0 = (a0 + b1) | 0;
    d3 = rotated(d3 ^ a0, 8);
    c2 = (c2 + d3) | 0;
    b1 = rotated(b1 ^ c2, 7);
    a1 = (a1 + b2) | 0;
    d0 = rotated(d0 ^ a1, 16);
    c3 = (c3 + d0) | 0;
    b2 = rotated(b2 ^ c3, 12);
    a1 = (a1 + b2) | 0;
    d0 = rotated(d0 ^ a1, 8);
    c3 = (c3 + d0) | 0;
    b2 = rotated(b2 ^ c3, 7);
    a2 = (a2 + b3) | 0;
    d1 = rotated(d1 ^ a2, 16);
    c0 = (c0 + d1) | 0;
    b3 = rotated(b3 ^ c0, 12);
    a2 = (a2 + b3) | 0;
    d1 = rotated(d1 ^ a2, 8);
    c0 = (c0 + d1) | 0;
    b3 = rotated(b3 ^ c0, 7);
    a3 = (a3 + b0) | 0;
    d2 = rotated(d2 ^ a3, 16);
    c1 = (c1 + d2) | 0;
    b0 = rotated(b0 ^ c1, 12);
    a3 = (a3 + b0) | 0;
    d2 = rotated(d2 ^ a3, 8);
    c1 = (c1 + d2) | 0;
    b0 = rotated(b0 ^ c1, 7);
  }
  stream[0] = a0 + S0;
  stream[1] = a1 + S1;
  stream[2] = a2 + S2;
  stream[3] = a3 + S3;
  stream[4] = b0 + k0;
  stream[5] = b1 + k1;
  stream[6] = b2 + k2;
  stream[7] = b3 + k3;
  stream[8] = c0 + k4;
  stream[9] = c1 + k5;
  stream[10] = c2 + k6;
  stream[11] = c3 + k7;
  stream[12] = d0 + counter;
  stream[13] = d1 + n0;
  stream[14] = d2 + n1;
  stream[15] = d3 + n2;
}
