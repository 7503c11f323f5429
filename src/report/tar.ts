// A tape archive (POSIX ustar) as a stream, both ways: each file's length stands before it, so nothing has to be seen twice, and every
// computer's own `tar` opens it. Only what `toTar` writes is read.
import { type Bytes, isSameBytes, joinBytes, parseText, toBytes } from '../evidence/bytes.ts';

const BLOCK = 512;
const NAME = /^[a-z0-9][a-z0-9./-]{0,98}$/;

export interface TarFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An archive that is not one, is cut off, or was changed. `where` is the file at which it shows. */
export class BrokenTar extends Error {
  readonly where: string;
  constructor(where: string) {
    super(`broken at ${where}`);
    this.where = where;
  }
}

function toHeader(name: string, size: number, seconds: number): Bytes {
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string) => header.set(toBytes(text), at);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  put(0, name);
  put(100, '0000600\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, octal(size, 11));
  put(136, octal(seconds, 11));
  put(148, '        ');
  put(156, '0');
  put(257, 'ustar\0');
  put(263, '00');
  put(
    148,
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
  );
  return header;
}

/** The archive's bytes, file by file. @param seconds time of every file, seconds since 1970 @throws RangeError on a name or size it cannot hold */
export async function* toTar(files: AsyncIterable<TarFile>, seconds: number): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of files) {
    if (!NAME.test(name) || bytes.length >= 8 ** 11) throw new RangeError(`no file of an archive: ${name}`);
    yield toHeader(name, bytes.length, seconds);
    if (bytes.length > 0) yield bytes;
    if (bytes.length % BLOCK !== 0) yield new Uint8Array(BLOCK - (bytes.length % BLOCK));
  }
  yield new Uint8Array(2 * BLOCK);
}

/**
 * Reads an archive file by file.
 * @param mostBytes what one file may hold: it is read whole into memory
 * @throws BrokenTar where it is not exactly what `toTar` writes; whatever the source throws
 */
export async function* readTar(source: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<TarFile> {
  const take = byLength(source);
  let last = 'awal';
  let seconds: number | null = null;
  for (;;) {
    const header = await take(BLOCK, last);
    if (header.every((byte) => byte === 0)) break;
    const field = (from: number, to: number) => (parseText(header.subarray(from, to)) ?? '').replace(/\0.*$/s, '');
    const name = field(0, 100);
    const [size, time] = [Number.parseInt(field(124, 136), 8), Number.parseInt(field(136, 148), 8)];
    if (!NAME.test(name) || !Number.isSafeInteger(size) || !Number.isSafeInteger(time)) throw new BrokenTar(last);
    seconds ??= time;
    if (!isSameBytes(header, toHeader(name, size, seconds))) throw new BrokenTar(name);
    if (size > mostBytes) throw new BrokenTar(name);
    const bytes = await take(size, name);
    const rest = await take((BLOCK - (size % BLOCK)) % BLOCK, name);
    if (rest.some((byte) => byte !== 0)) throw new BrokenTar(name);
    last = name;
    yield { name, bytes };
  }
  if ((await take(BLOCK, last)).some((byte) => byte !== 0)) throw new BrokenTar(last);
  // Nothing may follow the end: the source is read out, so that it says itself whether it was whole.
  if ((await take(1, last, true)).length > 0) throw new BrokenTar(last);
}

/** Cuts a stream of pieces into lengths. Memory is taken as bytes come, never by what a header says. */
function byLength(source: AsyncIterable<Uint8Array>): (length: number, where: string, mayEnd?: boolean) => Promise<Bytes> {
  const pieces = source[Symbol.asyncIterator]();
  let kept: Uint8Array = new Uint8Array();
  return async (length, where, mayEnd = false) => {
    const parts: Uint8Array[] = [];
    for (let left = length; left > 0; ) {
      if (kept.length === 0) {
        const next = await pieces.next();
        if (next.done === true) {
          if (mayEnd) break;
          throw new BrokenTar(where);
        }
        kept = next.value;
        continue;
      }
      const part = kept.subarray(0, left);
      parts.push(part);
      kept = kept.subarray(part.length);
      left -= part.length;
    }
    return joinBytes(...parts);
  };
}
