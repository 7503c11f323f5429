// One account's details as they stand in a list's file: sealed, to be opened only by who knows the account.
// Record: length u16 | number of further keys u8 | for each 16 bytes | sealed text and its tag | crc-32 of all before it.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { crc32 } from '../lib/crc32.ts';
import { joined } from '../lib/joined.ts';
import { nameKeys } from '../match/names/name-keys.ts';
import { PLATFORM_IDS } from '../model/account.ts';
import { type RegistryRow, registryRowSchema } from '../model/registry.ts';
import { keysOf } from './same-account.ts';
import { openBox, TAG_BYTES } from './shard-cipher.ts';
import { type ListKeys, OPEN_BYTES, PLACE_BYTES } from './shard-keys.ts';

/** Place, opening bytes, and where the record stands (5 bytes): how an account's key waits for being sorted. */
export const SPILL_BYTES = 32;
/** More than the longest row that passes its schema. */
export const MAX_RECORD = 60_000;
const HEAD = 3;
const TAIL = 4;
const text = new TextEncoder();

export function toPlain(row: RegistryRow): string {
  const { platform, id, handle, person, unit, status, basis, nip, earlierHandles, link } = row;
  return JSON.stringify([
    PLATFORM_IDS.indexOf(platform),
    id,
    handle,
    person,
    unit,
    status,
    basis,
    nip,
    earlierHandles,
    link?.source ?? null,
    link?.state ?? null,
  ]);
}

function fromPlain(plain: string): RegistryRow | null {
  let parts: unknown;
  try {
    parts = JSON.parse(plain);
  } catch {
    return null;
  }
  if (!Array.isArray(parts)) return null;
  const [platform, id, handle, person, unit, status, basis, nip, earlierHandles, source, state] = parts as unknown[];
  const tie = source === null ? {} : { link: { source, state } };
  const row = { platform: PLATFORM_IDS[platform as number], id, handle, person, unit, status, basis, nip, earlierHandles, ...tie };
  const parsed = registryRowSchema.safeParse(row);
  return parsed.success ? parsed.data : null;
}

/** Rows packed for sealing: keys and plain text one after another, and where each stands. Can be handed to another thread. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each row: number of its account's keys and of its name's, then the length of each key, then of the text. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly rows: number;
  /** Keys of accounts and of names in all rows. */
  readonly keys: readonly [accounts: number, names: number];
  /** Where the first record is to stand. */
  readonly from: number;
  /** Bytes that all records will take. */
  readonly size: number;
}

export interface Sealed {
  readonly records: Uint8Array<ArrayBuffer>;
  /** SPILL_BYTES for each key of each row's account, and of its person's name. */
  readonly entries: Uint8Array<ArrayBuffer>;
  readonly nameEntries: Uint8Array<ArrayBuffer>;
}

/** @throws if a row has no key, or a record would be too long */
export function pack(rows: readonly RegistryRow[], from: number, withNames = true): Packed {
  const parts: string[] = [];
  const lengths: number[] = [];
  /** Where in `lengths` the lengths of parts stand. */
  const ofParts: number[] = [];
  let heads = 0;
  let keyCount = 0;
  let nameCount = 0;
  const put = (part: string): void => {
    parts.push(part);
    ofParts.push(lengths.length);
    lengths.push(part.length);
  };
  for (const row of rows) {
    const keys = keysOf(row);
    if (keys.length === 0) throw new Error('a row that names no account');
    const names = withNames ? nameKeys(row.person) : [];
    lengths.push(keys.length, names.length);
    for (const key of keys) put(key);
    for (const name of names) put(name);
    keyCount += keys.length;
    nameCount += names.length;
    put(toPlain(row));
    heads += HEAD + (keys.length + names.length - 1) * OPEN_BYTES + TAG_BYTES + TAIL;
  }
  const bytes = encoded(parts, ofParts, lengths);
  let size = heads;
  for (let at = 0; at < lengths.length; ) {
    const count = (lengths[at] as number) + (lengths[at + 1] as number);
    const length = lengths[at + 2 + count] as number;
    const record = HEAD + (count - 1) * OPEN_BYTES + length + TAG_BYTES + TAIL;
    if (record > MAX_RECORD) throw new Error(`a row of ${length} bytes`);
    size += length;
    at += 3 + count;
  }
  return { bytes, lengths: Uint32Array.from(lengths), rows: rows.length, keys: [keyCount, nameCount], from, size };
}

/** All parts in UTF-8, one after another, with the length in bytes of each written into `lengths`. */
function encoded(parts: readonly string[], ofParts: readonly number[], lengths: number[]): Uint8Array<ArrayBuffer> {
  const all = parts.join('');
  const bytes = text.encode(all);
  // Mostly nothing but ASCII, and then the lengths in signs are those in bytes.
  if (bytes.length === all.length) return bytes;
  // Each by itself: where two meet in half a sign they would come together as one.
  const each = parts.map((part) => text.encode(part));
  for (const [i, at] of ofParts.entries()) lengths[at] = (each[i] as Uint8Array).length;
  return joined(each);
}

/** Seals packed rows. Pure: the same rows, keys and place give the same bytes. */
export function seal(packed: Packed, keys: ListKeys): Sealed {
  const records = new Uint8Array(packed.size);
  // For these rows alone: who only looks rows up holds no memory for it, and what was sealed does not stay.
  const box = openBox(MAX_RECORD);
  const [keyCount, nameCount] = packed.keys;
  const all = new Uint8Array((keyCount + nameCount) * SPILL_BYTES);
  const entries = all.subarray(0, keyCount * SPILL_BYTES);
  const nameEntries = all.subarray(keyCount * SPILL_BYTES);
  const view = new DataView(records.buffer);
  const nonce = new Uint8Array(12);
  const nonceView = new DataView(nonce.buffer);
  const { bytes, lengths } = packed;
  let read = 0;
  let at = 0;
  let length = 0;
  let entry = 0;
  let nameEntry = keyCount * SPILL_BYTES;
  for (let row = 0; row < packed.rows; row++) {
    const own = lengths[length++] as number;
    const count = own + (lengths[length++] as number);
    const offset = packed.from + at;
    const first = entry;
    const firstName = nameEntry;
    for (let key = 0; key < count; key++) {
      const size = lengths[length++] as number;
      const to = key < own ? entry : nameEntry;
      keys.digest(bytes, read, size, all, to);
      read += size;
      putOffset(all, to + PLACE_BYTES + OPEN_BYTES, offset);
      if (key < own) entry += SPILL_BYTES;
      else nameEntry += SPILL_BYTES;
    }
    const size = lengths[length++] as number;
    const opening = first + PLACE_BYTES;
    const start = at;
    const end = start + HEAD + (count - 1) * OPEN_BYTES + size + TAG_BYTES;
    view.setUint16(at, end + TAIL - start, true);
    records[at + 2] = count - 1;
    at += HEAD;
    // What one of the further keys needs to come to the first one's opening bytes.
    for (let other = 1; other < count; other++) {
      const its = (other < own ? first + other * SPILL_BYTES : firstName + (other - own) * SPILL_BYTES) + PLACE_BYTES;
      for (let i = 0; i < OPEN_BYTES; i++) records[at++] = (all[opening + i] as number) ^ (all[its + i] as number);
    }
    // The place of a record is used once in a generation, and with it this number.
    nonceView.setUint32(0, offset >>> 0, true);
    nonceView.setUint32(4, Math.floor(offset / 0x100000000), true);
    box.seal(keys.toCipherKey(all, opening), nonce, bytes.subarray(read, read + size), records, at);
    read += size;
    at = end;
    view.setUint32(at, crc32(records, start, at), true);
    at += TAIL;
  }
  return { records, entries, nameEntries };
}

export function putOffset(bytes: Uint8Array, at: number, offset: number): void {
  bytes[at] = offset & 255;
  bytes[at + 1] = (offset >>> 8) & 255;
  bytes[at + 2] = (offset >>> 16) & 255;
  bytes[at + 3] = (offset >>> 24) & 255;
  bytes[at + 4] = Math.floor(offset / 0x100000000);
}

export function readOffset(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
  return low + (bytes[at + 3] as number) * 0x1000000 + (bytes[at + 4] as number) * 0x100000000;
}

/** How long the record is that begins here; 0 if none can begin so. */
export function recordLength(bytes: Uint8Array): number {
  if (bytes.length < HEAD) return 0;
  const length = (bytes[0] as number) | ((bytes[1] as number) << 8);
  return length < HEAD + TAG_BYTES + TAIL || length > MAX_RECORD ? 0 : length;
}

/**
 * Opens a record for who has an account's opening bytes.
 * @returns damaged: not the bytes that were written · closed: another account's
 */
export function open(record: Uint8Array, offset: number, opening: Uint8Array, keys: ListKeys): RegistryRow | 'damaged' | 'closed' {
  const end = record.length - TAIL;
  if (recordLength(record) !== record.length) return 'damaged';
  const view = new DataView(record.buffer, record.byteOffset, record.length);
  if (view.getUint32(end, true) !== crc32(record, 0, end)) return 'damaged';
  const further = record[2] as number;
  const sealed = record.subarray(HEAD + further * OPEN_BYTES, end);
  const nonce = new Uint8Array(12);
  const nonceView = new DataView(nonce.buffer);
  nonceView.setUint32(0, offset >>> 0, true);
  nonceView.setUint32(4, Math.floor(offset / 0x100000000), true);
  for (let key = 0; key <= further; key++) {
    const own = opening.slice();
    if (key > 0) for (let i = 0; i < OPEN_BYTES; i++) own[i] = (own[i] as number) ^ (record[HEAD + (key - 1) * OPEN_BYTES + i] as number);
    try {
      const row = fromPlain(new TextDecoder().decode(chacha20poly1305(keys.toCipherKey(own), nonce).decrypt(sealed)));
      return row ?? 'damaged';
    } catch {
      // Not this key's: the next.
    }
  }
  return 'closed';
}
