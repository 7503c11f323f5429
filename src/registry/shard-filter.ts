// A small filter that answers "surely not" from memory: binary fuse filter, 8 bits (Graf and Lemire, 2022). About 9 bits a key;
// one question in 256 that should be "no" is answered "perhaps".

/** Two words of a digest. Keys of one filter have to be distinct. */
export interface FilterKeys {
  readonly length: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

export interface Filter {
  readonly seed: number;
  readonly fingerprints: Uint8Array;
}

const MAX_TRIES = 100;

interface Layout {
  readonly segmentLength: number;
  readonly startLength: number;
  readonly size: number;
}

function layoutOf(count: number): Layout {
  const segmentLength = count <= 1 ? 4 : 1 << Math.floor(Math.log(count) / Math.log(3.33) + 2.25);
  const factor = count <= 1 ? 0 : Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(count));
  const wanted = Math.ceil(Math.round(count * factor) / segmentLength) - 2;
  const segments = Math.max(1, wanted);
  return { segmentLength, startLength: segments * segmentLength, size: (segments + 2) * segmentLength };
}

function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The three places of a key and its fingerprint, into `out`. */
function placesOf(a: number, b: number, seed: number, { segmentLength, startLength }: Layout, out: Uint32Array): void {
  const high = mix(a ^ seed);
  const low = mix(b ^ Math.imul(seed, 0x9e3779b1) ^ high);
  const mask = segmentLength - 1;
  const first = Math.floor((high * startLength) / 0x100000000);
  out[0] = first;
  out[1] = (first + segmentLength) ^ ((low >>> 14) & mask);
  out[2] = (first + 2 * segmentLength) ^ (low & mask);
  out[3] = mix(low ^ a) & 255;
}

/** @param from with it the same keys give the same filter */
export function buildFilter(keys: FilterKeys, from: number): Filter {
  const layout = layoutOf(keys.length);
  const places = new Uint32Array(4);
  const order = new Uint32Array(keys.length);
  const slots = new Uint32Array(keys.length);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const seed = mix(from + attempt);
    const degrees = new Uint16Array(layout.size);
    const sums = new Uint32Array(layout.size);
    for (let key = 0; key < keys.length; key++) {
      placesOf(keys.a[key] as number, keys.b[key] as number, seed, layout, places);
      for (let i = 0; i < 3; i++) {
        const at = places[i] as number;
        degrees[at] = (degrees[at] as number) + 1;
        sums[at] = (sums[at] as number) ^ key;
      }
    }
    const queue: number[] = [];
    for (let at = 0; at < layout.size; at++) if (degrees[at] === 1) queue.push(at);
    let done = 0;
    while (queue.length > 0) {
      const slot = queue.pop() as number;
      if (degrees[slot] !== 1) continue;
      const key = sums[slot] as number;
      order[done] = key;
      slots[done] = slot;
      done++;
      placesOf(keys.a[key] as number, keys.b[key] as number, seed, layout, places);
      for (let i = 0; i < 3; i++) {
        const at = places[i] as number;
        const left = (degrees[at] as number) - 1;
        degrees[at] = left;
        sums[at] = (sums[at] as number) ^ key;
        if (left === 1) queue.push(at);
      }
    }
    if (done < keys.length) continue;
    const fingerprints = new Uint8Array(layout.size);
    for (let at = keys.length - 1; at >= 0; at--) {
      const key = order[at] as number;
      placesOf(keys.a[key] as number, keys.b[key] as number, seed, layout, places);
      const print =
        (places[3] as number) ^
        (fingerprints[places[0] as number] as number) ^
        (fingerprints[places[1] as number] as number) ^
        (fingerprints[places[2] as number] as number);
      // The slot itself is still 0 here, so it does not disturb its own sum.
      fingerprints[slots[at] as number] = print;
    }
    return { seed, fingerprints };
  }
  throw new Error('no filter could be built: the keys are not distinct');
}

const places = new Uint32Array(4);

/** False: surely none of the `count` keys that the filter in `bytes` from `at` was built of. */
export function mayHold(bytes: Uint8Array, at: number, count: number, seed: number, a: number, b: number): boolean {
  placesOf(a, b, seed, layoutOf(count), places);
  return (
    ((places[3] as number) ^
      (bytes[at + (places[0] as number)] as number) ^
      (bytes[at + (places[1] as number)] as number) ^
      (bytes[at + (places[2] as number)] as number)) ===
    0
  );
}

export function filterSize(count: number): number {
  return count === 0 ? 0 : layoutOf(count).size;
}
