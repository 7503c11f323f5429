// LevelDB as it lies on the disk: where a profile keeps its stores, and what a kill between two writes leaves of a log.
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { crc32c } from '../../src/lib/crc32c.ts';

const BLOCK = 32_768;
const HEADER = 7;
const mask = (crc: number) => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;

export interface Scan {
  readonly tail: 'clean' | 'torn';
  readonly bad: number;
  /** Where the last whole record starts. */
  readonly lastStart: number;
}

export function scanLog(file: string): Scan {
  const bytes = readFileSync(file);
  let at = 0;
  let bad = 0;
  let lastStart = 0;
  let isInside = false;
  while (at < bytes.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    if (bytes.length - at < HEADER) return { tail: 'torn', bad, lastStart };
    const length = bytes.readUInt16LE(at + 4);
    const type = bytes[at + 6];
    if (type === 0 && length === 0) {
      at += left;
      continue;
    }
    if (HEADER + length <= left && at + HEADER + length > bytes.length) return { tail: 'torn', bad, lastStart };
    const isWhole = HEADER + length <= left && mask(crc32c(bytes.subarray(at + 6, at + HEADER + length))) === bytes.readUInt32LE(at);
    if (!isWhole) {
      bad++;
      at += left;
      isInside = false;
      continue;
    }
    if (type === 1 || type === 2) lastStart = at;
    isInside = type === 2 || type === 3;
    at += HEADER + length;
  }
  return { tail: isInside ? 'torn' : 'clean', bad, lastStart };
}

export type Store = 'idb' | 'local' | 'opfs';

/** The folder of one of the extension's stores. */
export function folderOf(profile: string, extensionId: string, store: Store): string {
  const base = join(profile, 'Default');
  if (store === 'idb') return join(base, 'IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);
  if (store === 'local') return join(base, 'Local Extension Settings', extensionId);
  const files = join(base, 'File System');
  const found = existsSync(files)
    ? readdirSync(files)
        .map((name) => join(files, name, 't/Paths'))
        .find((path) => existsSync(path))
    : undefined;
  if (found === undefined) throw new Error(`no private file system in ${files}`);
  return found;
}

export function newestLog(folder: string): string {
  const logs = readdirSync(folder).filter((name) => /^\d+\.log$/.test(name));
  const last = logs.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).at(-1);
  if (last === undefined) throw new Error(`no log in ${folder}`);
  return join(folder, last);
}

/** Leaves of the last record its header alone, as a kill between LevelDB's two writes does. */
export function tearTail(folder: string): void {
  const log = newestLog(folder);
  const { tail, lastStart } = scanLog(log);
  if (tail === 'clean') truncateSync(log, lastStart + HEADER);
}
