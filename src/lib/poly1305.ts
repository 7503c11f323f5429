// Poly1305 (RFC 8439) of one text at a time, in whole blocks of 16 bytes: the state is the module's own, so that nothing is allocated.

export const TAG_BYTES = 16;
/** Bits of a limb: six of them hold 132 bits, and sums of their products stay below 2^53. */
const LIMB = 22;
const MASK = 0x3fffff;
const OVER = 2 ** LIMB;
const UNDER = 2 ** -LIMB;
const WORD = 2 ** 32;

/** The number so far and the one it is multiplied with, in limbs. */
const h = new Float64Array(6);
const r = new Float64Array(6);
const more = new Float64Array(6);
/** What is added at the end: four words. */
const s = new Float64Array(4);

/** @param key the first 8 words are the one-time key */
export function startTag(key: Uint32Array): void {
  const w0 = (key[0] as number) & 0x0fffffff;
  const w1 = (key[1] as number) & 0x0ffffffc;
  const w2 = (key[2] as number) & 0x0ffffffc;
  const w3 = (key[3] as number) & 0x0ffffffc;
  r[0] = w0 & MASK;
  r[1] = ((w0 >>> 22) | (w1 << 10)) & MASK;
  r[2] = ((w1 >>> 12) | (w2 << 20)) & MASK;
  r[3] = (w2 >>> 2) & MASK;
  r[4] = ((w2 >>> 24) | (w3 << 8)) & MASK;
  r[5] = w3 >>> 14;
  for (let i = 0; i < 4; i++) s[i] = key[4 + i] as number;
  h.fill(0);
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
}

/** Takes in the 16 bytes at `at`. */
export function addBlock(bytes: Uint8Array, at: number): void {
  const w0 = word(bytes, at);
  const w1 = word(bytes, at + 4);
  const w2 = word(bytes, at + 8);
  const w3 = word(bytes, at + 12);
  const h0 = (h[0] as number) + (w0 & MASK);
  const h1 = (h[1] as number) + (((w0 >>> 22) | (w1 << 10)) & MASK);
  const h2 = (h[2] as number) + (((w1 >>> 12) | (w2 << 20)) & MASK);
  const h3 = (h[3] as number) + ((w2 >>> 2) & MASK);
  const h4 = (h[4] as number) + (((w2 >>> 24) | (w3 << 8)) & MASK);
  const h5 = (h[5] as number) + ((w3 >>> 14) | 0x40000);
  const r0 = r[0] as number;
  const r1 = r[1] as number;
  const r2 = r[2] as number;
  const r3 = r[3] as number;
  const r4 = r[4] as number;
  const r5 = r[5] as number;
  // 2^132 is 20 modulo 2^130 - 5.
  let p0 = h0 * r0 + 20 * (h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2 + h5 * r1);
  let p1 = h0 * r1 + h1 * r0 + 20 * (h2 * r5 + h3 * r4 + h4 * r3 + h5 * r2);
  let p2 = h0 * r2 + h1 * r1 + h2 * r0 + 20 * (h3 * r5 + h4 * r4 + h5 * r3);
  let p3 = h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + 20 * (h4 * r5 + h5 * r4);
  let p4 = h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0 + 20 * (h5 * r5);
  let p5 = h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1 + h5 * r0;
  let carry = Math.floor(p0 * UNDER);
  p0 -= carry * OVER;
  p1 += carry;
  carry = Math.floor(p1 * UNDER);
  p1 -= carry * OVER;
  p2 += carry;
  carry = Math.floor(p2 * UNDER);
  p2 -= carry * OVER;
  p3 += carry;
  carry = Math.floor(p3 * UNDER);
  p3 -= carry * OVER;
  p4 += carry;
  carry = Math.floor(p4 * UNDER);
  p4 -= carry * OVER;
  p5 += carry;
  carry = Math.floor(p5 * UNDER);
  p5 -= carry * OVER;
  p0 += 20 * carry;
  carry = Math.floor(p0 * UNDER);
  h[0] = p0 - carry * OVER;
  h[1] = p1 + carry;
  h[2] = p2;
  h[3] = p3;
  h[4] = p4;
  h[5] = p5;
}

/** Ends: 16 bytes into `out`. */
export function writeTag(out: Uint8Array, at: number): void {
  // What goes over the top comes back in at the bottom: less than 2^130 and a little is left.
  const top = Math.floor((h[5] as number) / 0x100000);
  h[5] = (h[5] as number) - top * 0x100000;
  h[0] = (h[0] as number) + 5 * top;
  spread(h);
  // 5 more reaches 2^130 exactly where the number is not below 2^130 - 5; what stands above is cut off with the last word.
  more.set(h);
  more[0] = (more[0] as number) + 5;
  spread(more);
  const limbs = (more[5] as number) >= 0x100000 ? more : h;
  const [l0, l1, l2, l3, l4, l5] = limbs as unknown as [number, number, number, number, number, number];
  const words = [l0 | (l1 << 22), (l1 >>> 10) | (l2 << 12), (l2 >>> 20) | (l3 << 2) | (l4 << 24), (l4 >>> 8) | (l5 << 14)];
  let carry = 0;
  for (let i = 0; i < 4; i++) {
    const sum = ((words[i] as number) >>> 0) + (s[i] as number) + carry;
    carry = sum >= WORD ? 1 : 0;
    out[at + 4 * i] = sum;
    out[at + 4 * i + 1] = sum >>> 8;
    out[at + 4 * i + 2] = sum >>> 16;
    out[at + 4 * i + 3] = sum >>> 24;
  }
}

/** Brings all limbs but the last one below 2^22. */
function spread(limbs: Float64Array): void {
  for (let i = 0; i < 5; i++) {
    const carry = Math.floor((limbs[i] as number) * UNDER);
    limbs[i] = (limbs[i] as number) - carry * OVER;
    limbs[i + 1] = (limbs[i + 1] as number) + carry;
  }
}
