// The index of a list: blocks of keys in order, each with its own check sum, and a filter for each segment of blocks.
// Block: for each key 5 bytes of its digest and 5 bytes of place, then crc-32. An empty block takes no bytes.
import { crc32 } from '../lib/crc32.ts';
import { joined } from '../lib/joined.ts';
import { buildFilter, type FilterKeys } from './shard-filter.ts';
import { OPEN_BYTES, PLACE_BYTES } from './shard-keys.ts';
import { readOffset, SPILL_BYTES } from './shard-record.ts';

/** From the third byte on: the first two are said by the block once there are many. A chance likeness opens nothing. */
const REST_AT = 2;
const REST_BYTES = 5;
export const ENTRY_BYTES = REST_BYTES + 5;
export const CRC_BYTES = 4;
const KEYS_A_BLOCK = 96;
const KEYS_A_SEGMENT = 16_384;
const MAX_BLOCK_BITS = 18;
/** Up to here all keys are put in order in one go; above, by their first byte. */
export const ONE_GO = 1 << 20;
export const PARTITIONS = 256;
const MAGIC = 0x3172744e;
const HEAD_BYTES = 8;
const SEGMENT_BYTES = 12;

/** Blocks and segments by the first bits of a digest. */
export interface Shape {
  readonly blockBits: number;
  readonly segmentBits: number;
}

/** @param inParts built a first byte at a time: no segment may go beyond one */
export function shapeOf(keys: number, inParts: boolean): Shape {
  const bits = (each: number) => Math.max(0, Math.ceil(Math.log2(Math.max(1, keys) / each)));
  const least = inParts ? 8 : 0;
  const segmentBits = Math.max(least, bits(KEYS_A_SEGMENT));
  return { segmentBits, blockBits: Math.max(segmentBits, Math.min(MAX_BLOCK_BITS, bits(KEYS_A_BLOCK))) };
}

/** The first bits of a digest as a number. @param bits at most 24 */
export function firstBits(digest: Uint8Array, at: number, bits: number): number {
  const word = ((digest[at] as number) << 16) | ((digest[at + 1] as number) << 8) | (digest[at + 2] as number);
  return word >>> (24 - bits);
}

function word(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24)) >>> 0
  );
}

/** The two words of a digest that its filter is asked with. */
export function filterWords(digest: Uint8Array, at: number): [a: number, b: number] {
  return [word(digest, at + 3), word(digest, at + 7)];
}

/** Positions of entries by digest; equal digests stand together. */
export function sortEntries(entries: Uint8Array, skip: 0 | 1): Uint32Array {
  const count = entries.length / SPILL_BYTES;
  // A number holds 52 bits exactly: as many of the digest as the position leaves room for.
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
  const cut = 2 ** Math.max(0, 48 - Math.floor(52 - Math.log2(size)));
  const numbers = new Float64Array(count);
  for (let i = 0, at = skip; i < count; i++, at += SPILL_BYTES) {
    const high = ((entries[at] as number) << 16) | ((entries[at + 1] as number) << 8) | (entries[at + 2] as number);
    const low = ((entries[at + 3] as number) << 16) | ((entries[at + 4] as number) << 8) | (entries[at + 5] as number);
    numbers[i] = Math.floor((high * 0x1000000 + low) / cut) * size + i;
  }
  numbers.sort();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = (numbers[i] as number) % size;
  // Where the bits that were compared are equal, all of the digest decides.
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && Math.floor((numbers[end] as number) / size) === Math.floor((numbers[start] as number) / size)) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compareDigests(entries, a, b) || a - b);
    start = end;
  }
  return order;
}

/** By place and opening bytes: accounts that only share a place differ in the latter. */
export function compareDigests(entries: Uint8Array, a: number, b: number): number {
  for (let i = 0; i < PLACE_BYTES + OPEN_BYTES; i++) {
    const difference = (entries[a * SPILL_BYTES + i] as number) - (entries[b * SPILL_BYTES + i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

const NO_KEYS: FilterKeys = { length: 0, a: new Uint32Array(0), b: new Uint32Array(0) };

export interface Built {
  readonly index: Uint8Array<ArrayBuffer>;
  readonly filter: Uint8Array<ArrayBuffer>;
}

/** What the directory says, filled while the index is built. */
export interface Directory extends Shape {
  readonly blocks: Uint16Array;
  readonly segments: { readonly count: number; readonly seed: number; readonly crc: number }[];
}

export function startDirectory(shape: Shape): Directory {
  return { ...shape, blocks: new Uint16Array(2 ** shape.blockBits), segments: [] };
}

/** Builds the part of the index that these sorted entries make up, and goes on with the directory. Segments come in order. */
export function buildPart(
  entries: Uint8Array,
  order: Uint32Array,
  directory: Directory,
  segments: readonly [from: number, to: number],
  withFilter: boolean,
): Built {
  const { blockBits, segmentBits, blocks } = directory;
  const blocksEach = 2 ** (blockBits - segmentBits);
  const index = new Uint8Array(order.length * ENTRY_BYTES + blocksEach * (segments[1] - segments[0]) * CRC_BYTES);
  const view = new DataView(index.buffer);
  const filters: Uint8Array<ArrayBuffer>[] = [];
  let next = 0;
  let at = 0;
  for (let segment = segments[0]; segment < segments[1]; segment++) {
    const first = next;
    for (let block = segment * blocksEach; block < (segment + 1) * blocksEach; block++) {
      const start = at;
      for (; next < order.length; next++) {
        const entry = (order[next] as number) * SPILL_BYTES;
        if (firstBits(entries, entry, blockBits) !== block) break;
        for (let i = 0; i < REST_BYTES; i++) index[at + i] = entries[entry + REST_AT + i] as number;
        for (let i = 0; i < 5; i++) index[at + REST_BYTES + i] = entries[entry + PLACE_BYTES + OPEN_BYTES + i] as number;
        at += ENTRY_BYTES;
      }
      const count = (at - start) / ENTRY_BYTES;
      if (count > 0xffff) throw new Error('far too many rows for one account');
      blocks[block] = count;
      if (count === 0) continue;
      view.setUint32(at, crc32(index, start, at), true);
      at += CRC_BYTES;
    }
    const keys = withFilter ? distinct(entries, order.subarray(first, next)) : NO_KEYS;
    const filter = keys.length === 0 ? { seed: 0, fingerprints: new Uint8Array(0) } : buildFilter(keys, segment);
    directory.segments.push({ count: keys.length, seed: filter.seed, crc: crc32(filter.fingerprints) });
    filters.push(filter.fingerprints as Uint8Array<ArrayBuffer>);
  }
  if (next !== order.length) throw new Error('entries out of order');
  return { index: index.subarray(0, at), filter: joined(filters) };
}

function distinct(entries: Uint8Array, order: Uint32Array): FilterKeys {
  const a = new Uint32Array(order.length);
  const b = new Uint32Array(order.length);
  let length = 0;
  for (const entry of order) {
    const [one, other] = filterWords(entries, entry * SPILL_BYTES);
    if (length > 0 && a[length - 1] === one && b[length - 1] === other) continue;
    a[length] = one;
    b[length] = other;
    length++;
  }
  return { length, a, b };
}

export function toDirectoryBytes({ blockBits, segmentBits, blocks, segments }: Directory): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + segments.length * SEGMENT_BYTES + blocks.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, blockBits);
  view.setUint8(5, segmentBits);
  for (const [i, { count, seed, crc }] of segments.entries()) {
    view.setUint32(HEAD_BYTES + i * SEGMENT_BYTES, count, true);
    view.setUint32(HEAD_BYTES + i * SEGMENT_BYTES + 4, seed, true);
    view.setUint32(HEAD_BYTES + i * SEGMENT_BYTES + 8, crc, true);
  }
  const at = HEAD_BYTES + segments.length * SEGMENT_BYTES;
  for (const [i, count] of blocks.entries()) view.setUint16(at + 2 * i, count, true);
  return bytes;
}

/** The directory as it was written; null if these bytes are none. */
export function readDirectory(bytes: Uint8Array): Directory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEAD_BYTES || view.getUint32(0, true) !== MAGIC) return null;
  const blockBits = view.getUint8(4);
  const segmentBits = view.getUint8(5);
  const at = HEAD_BYTES + 2 ** segmentBits * SEGMENT_BYTES;
  if (blockBits > MAX_BLOCK_BITS || segmentBits > blockBits || bytes.length !== at + 2 ** (blockBits + 1)) return null;
  const segments = Array.from({ length: 2 ** segmentBits }, (_, i) => ({
    count: view.getUint32(HEAD_BYTES + i * SEGMENT_BYTES, true),
    seed: view.getUint32(HEAD_BYTES + i * SEGMENT_BYTES + 4, true),
    crc: view.getUint32(HEAD_BYTES + i * SEGMENT_BYTES + 8, true),
  }));
  const blocks = new Uint16Array(2 ** blockBits);
  for (let i = 0; i < blocks.length; i++) blocks[i] = view.getUint16(at + 2 * i, true);
  return { blockBits, segmentBits, blocks, segments };
}

/** Places of the records that a block names for a digest; null if the block is not as it was written. */
export function findInBlock(block: Uint8Array, digest: Uint8Array): number[] | null {
  const end = block.length - CRC_BYTES;
  if (end < 0 || end % ENTRY_BYTES !== 0) return null;
  if (new DataView(block.buffer, block.byteOffset, block.length).getUint32(end, true) !== crc32(block, 0, end)) return null;
  const found: number[] = [];
  for (let at = 0; at < end; at += ENTRY_BYTES) {
    let i = 0;
    while (i < REST_BYTES && block[at + i] === digest[REST_AT + i]) i++;
    if (i === REST_BYTES) found.push(readOffset(block, at + REST_BYTES));
  }
  return found;
}
