// Looks for words in every file of a browser's profile, as somebody would who took the computer: also inside of
// LevelDB's tables and logs, and of Firefox's databases and sessions.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { insideOfFirefox } from './firefox-files.ts';
import { unpack } from './snappy.ts';

/** The blocks of a table, unpacked; nothing where it is not one. */
function blocksOf(table: Buffer): Buffer[] {
  if (table.length < 48 || table.readBigUInt64LE(table.length - 8) !== 0xdb4775248b80fb57n) return [];
  const read = (bytes: Buffer, from: number): [value: number, next: number] => {
    let value = 0;
    let at = from;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return [value, at];
    }
  };
  const block = (offset: number, size: number) => {
    const bytes = table.subarray(offset, offset + size);
    return table[offset + size] === 1 ? unpack(bytes) : bytes;
  };
  let at = table.length - 48;
  for (let n = 0; n < 2; n++) [, at] = read(table, at);
  const [indexAt, afterAt] = read(table, at);
  const [indexSize] = read(table, afterAt);
  const index = block(indexAt, indexSize);
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  const blocks: Buffer[] = [];
  for (let entry = 0; entry < end; ) {
    const [, a] = read(index, entry);
    const [own, b] = read(index, a);
    const [length, c] = read(index, b);
    const [offset, d] = read(index, c + own);
    const [size] = read(index, d);
    blocks.push(block(offset, size));
    entry = c + own + length;
  }
  return blocks;
}

/** A log without the headers that stand within long records. */
function withoutHeaders(log: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 7 <= log.length; ) {
    const left = 32_768 - (at % 32_768);
    const length = log.readUInt16LE(at + 4);
    if (left < 7 || length + 7 > left || (length === 0 && log[at + 6] === 0)) {
      at += left;
      continue;
    }
    parts.push(log.subarray(at + 7, at + 7 + length));
    at += 7 + length;
  }
  return Buffer.concat(parts);
}

/**
 * Every file of the profile in which one of the words stands, in UTF-8, UTF-16, base64 of its beginning, or as Firefox writes a key.
 * Downloads are left out.
 */
export function filesWith(profile: string, words: readonly string[], only = /./): string[] {
  const wanted = words.flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('base64').slice(0, 12)),
    // Of a string that is a key, IndexedDB writes every sign one higher, so that zero can end it.
    Buffer.from(Buffer.from(word).map((byte) => byte + 1)),
  ]);
  return (readdirSync(profile, { recursive: true, encoding: 'utf8' }) as string[]).filter((name) => {
    const path = join(profile, name);
    if (name.startsWith('unduhan') || !only.test(name) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    const inside = /\.(ldb|sst)$/.test(name)
      ? blocksOf(bytes)
      : /\.log$/.test(name)
        ? [withoutHeaders(bytes)]
        : insideOfFirefox(path, bytes);
    return wanted.some((one) => [bytes, ...inside].some((where) => where.includes(one)));
  });
}
