// The journal's files in the browser's private file system, held open by this one worker.
import type { Journal } from './journal.ts';
import { type Bytes, fromBlob, type RandomFile } from './journal-frames.ts';
import { findCounting, openJournalPairs } from './journal-pairs.ts';

interface SyncHandle {
  getSize(): number;
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
}

export const JOURNAL_FOLDER = 'netra';
/** Two pairs: which of them counts they say themselves (journal-pairs.ts). */
const NAMES = [
  { records: 'records.log', blobs: 'blobs.log' },
  { records: 'records-2.log', blobs: 'blobs-2.log' },
] as const;
const BALLAST_NAME = 'ballast';

/** The worker before may not have let go yet. */
const TRIES = 40;
const PAUSE_MS = 50;

async function openHandle(folder: FileSystemDirectoryHandle, name: string): Promise<SyncHandle> {
  const file = (await folder.getFileHandle(name, { create: true })) as FileSystemFileHandle & {
    createSyncAccessHandle(): Promise<SyncHandle>;
  };
  for (let i = 1; ; i++)
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (i >= TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
}

function toRandomFile(handle: SyncHandle): RandomFile {
  return {
    size: () => handle.getSize(),
    read(at, length) {
      const bytes: Bytes = new Uint8Array(length);
      return bytes.subarray(0, handle.read(bytes, { at }));
    },
    write(at, bytes) {
      let done = 0;
      while (done < bytes.length) {
        const written = handle.write(bytes.subarray(done), { at: at + done });
        // A full disk: no error, and no progress either.
        if (written === 0) throw new Error('nothing was written: the disk is full');
        done += written;
      }
    },
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
  };
}

/** Opens the files, making them where they are not. @throws DOMException where the browser's file system cannot be used */
export async function openJournalHere(): Promise<Journal> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(JOURNAL_FOLDER, { create: true });
  const open = async (name: string) => toRandomFile(await openHandle(folder, name));
  const first = { records: await open(NAMES[0].records), blobs: await open(NAMES[0].blobs) };
  const second = { records: await open(NAMES[1].records), blobs: await open(NAMES[1].blobs) };
  const ballast = await openHandle(folder, BALLAST_NAME);
  return {
    ...openJournalPairs([first, second]),
    async ballast(bytes) {
      if (bytes < ballast.getSize()) ballast.truncate(bytes);
      // Written, not only set to a length: a hole in a file takes no room.
      const filled = crypto.getRandomValues(new Uint8Array(65_536));
      for (let at = ballast.getSize(); at < bytes; at += filled.length)
        if (ballast.write(filled.subarray(0, Math.min(filled.length, bytes - at)), { at }) === 0) break;
      ballast.flush();
    },
  };
}

/** The files for reading only, from any page, also while the worker holds them open. Null where there are none. */
export async function readJournalFiles(): Promise<{ records: File; blobs: File } | null> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(JOURNAL_FOLDER);
    const fileOf = async (name: string) => (await folder.getFileHandle(name)).getFile();
    const first = { records: await fileOf(NAMES[0].records), blobs: await fileOf(NAMES[0].blobs) };
    // Not there yet where this version never wrote.
    const second = await Promise.all([fileOf(NAMES[1].records), fileOf(NAMES[1].blobs)]).catch(() => null);
    if (second === null) return first;
    const pairs = [first, { records: second[0], blobs: second[1] }] as const;
    return pairs[await findCounting(pairs.map(({ records }) => fromBlob(records)))];
  } catch {
    return null;
  }
}
