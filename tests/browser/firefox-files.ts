// What lies packed in the files of a Firefox profile: values of its SQLite databases, and the sessions that it writes down.
import { existsSync, readFileSync } from 'node:fs';
import { unpack } from './snappy.ts';

/** The parts of such a file that its bytes alone do not show; [] of any other. */
export function insideOfFirefox(path: string, bytes: Buffer): Buffer[] {
  if (bytes.toString('latin1', 0, 8) === 'mozLz40\0') return [unpackLz4(bytes.subarray(12), bytes.readUInt32LE(8))];
  if (bytes.toString('latin1', 0, 15) !== 'SQLite format 3') return [];
  const log = `${path}-wal`;
  const values = valuesOf(pagesOf(bytes, existsSync(log) ? readFileSync(log) : Buffer.alloc(0)));
  return values.flatMap((one) => [one, ...tryUnpack(one)]);
}

function tryUnpack(packed: Buffer): Buffer[] {
  let size = 0;
  for (let at = 0; at < 5; at++) {
    size += ((packed[at] ?? 0) & 0x7f) * 2 ** (7 * at);
    if ((packed[at] ?? 0) < 0x80) break;
  }
  // Snappy packs at most one to about twenty-one: anything that says more of itself is something else.
  if (size === 0 || size > packed.length * 22 + 64) return [];
  try {
    return [unpack(packed)];
  } catch {
    return [];
  }
}

interface Pages {
  readonly size: number;
  readonly usable: number;
  readonly count: number;
  page(number: number): Buffer;
}

/** A database's pages by number, from 1, the newest of each. */
function pagesOf(file: Buffer, log: Buffer): Pages {
  const told = file.readUInt16BE(16);
  const size = told === 1 ? 65_536 : told;
  const newer = new Map<number, Buffer>();
  for (let at = 32; at + 24 + size <= log.length; at += 24 + size) newer.set(log.readUInt32BE(at), log.subarray(at + 24, at + 24 + size));
  const count = Math.max(Math.floor(file.length / size), ...newer.keys());
  return { size, usable: size - (file[20] ?? 0), count, page: (n) => newer.get(n) ?? file.subarray((n - 1) * size, n * size) };
}

/** Every text and every blob of every row that stands in a leaf or, in an index, above. */
function valuesOf(pages: Pages): Buffer[] {
  const values: Buffer[] = [];
  for (let n = 1; n <= pages.count; n++) {
    const page = pages.page(n);
    const head = n === 1 ? 100 : 0;
    const type = page[head] ?? 0;
    if (type !== 13 && type !== 10 && type !== 2) continue;
    const cells = page.readUInt16BE(head + 3);
    for (let i = 0; i < cells; i++) {
      const place = head + (type === 2 ? 12 : 8) + 2 * i;
      if (place + 2 > page.length) break;
      values.push(...valuesIn(payloadAt(pages, page, page.readUInt16BE(place) + (type === 2 ? 4 : 0), type === 13)));
    }
  }
  return values;
}

function readVarint(bytes: Buffer, from: number): [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[from + i] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, from + i + 1];
  }
  return [value * 256 + (bytes[from + 8] ?? 0), from + 9];
}

function payloadAt({ usable, count, page: pageOf }: Pages, page: Buffer, at: number, isTable: boolean): Buffer {
  let [length, from] = readVarint(page, at);
  if (isTable) [, from] = readVarint(page, from);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const wish = least + ((length - least) % (usable - 4));
  const own = length <= most ? length : wish <= most ? wish : least;
  const parts = [page.subarray(from, from + own)];
  length -= own;
  let next = length > 0 && from + own + 4 <= page.length ? page.readUInt32BE(from + own) : 0;
  while (length > 0 && next > 0 && next <= count) {
    const one = pageOf(next);
    parts.push(one.subarray(4, 4 + Math.min(length, usable - 4)));
    length -= usable - 4;
    next = one.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

const FIXED = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function valuesIn(payload: Buffer): Buffer[] {
  const [end, first] = readVarint(payload, 0);
  const values: Buffer[] = [];
  let at = end;
  for (let head = first; head < end && head < payload.length; ) {
    const [kind, next] = readVarint(payload, head);
    const length = kind < 12 ? (FIXED[kind] ?? 0) : (kind - (kind % 2 === 0 ? 12 : 13)) / 2;
    if (kind >= 12) values.push(payload.subarray(at, at + length));
    at += length;
    head = next;
  }
  return values;
}

function unpackLz4(packed: Buffer, size: number): Buffer {
  const out = Buffer.alloc(size);
  let at = 0;
  let end = 0;
  const more = (length: number) => {
    if (length < 15) return length;
    let sum = length;
    for (;;) {
      const byte = packed[at++] ?? 0;
      sum += byte;
      if (byte < 255) return sum;
    }
  };
  while (at < packed.length) {
    const token = packed[at++] ?? 0;
    const literal = more(token >> 4);
    packed.copy(out, end, at, at + literal);
    at += literal;
    end += literal;
    if (at >= packed.length) break;
    const back = packed.readUInt16LE(at);
    at += 2;
    const length = more(token & 15) + 4;
    for (let i = 0; i < length; i++, end++) out[end] = out[end - back] ?? 0;
  }
  return out;
}
