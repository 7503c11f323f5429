// Folders in the origin private file system. In a dedicated worker files are written as they come; elsewhere at once when closed.
import type { Folder, InFile, OutFile } from '../registry/shard-folder.ts';

const ROOT = 'registry';

/** The folders of all lists, by name. */
export interface Folders {
  create(name: string): Promise<Folder>;
  /** Throws if there is none. */
  open(name: string): Promise<Folder>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
  /** Writes one file of a folder from front to end, in pieces that are not kept in memory; it is there once it was closed. */
  stream(folder: string, name: string): Promise<Stream>;
}

export interface Stream {
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

export function opfsFolders(): Folders {
  const root = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
  return {
    async create(name) {
      const parent = await root();
      await parent.removeEntry(name, { recursive: true }).catch(() => undefined);
      return toFolder(await parent.getDirectoryHandle(name, { create: true }));
    },
    open: async (name) => toFolder(await (await root()).getDirectoryHandle(name)),
    async remove(name) {
      await (await root()).removeEntry(name, { recursive: true });
    },
    async names() {
      const names: string[] = [];
      for await (const name of (await root()).keys()) names.push(name);
      return names;
    },
    async stream(folder, name) {
      const file = await (await (await root()).getDirectoryHandle(folder)).getFileHandle(name, { create: true });
      const out = await file.createWritable();
      return { write: (piece) => out.write(piece), close: () => out.close() };
    },
  };
}

function toFolder(folder: FileSystemDirectoryHandle): Folder {
  return {
    async create(name) {
      const handle = await folder.getFileHandle(name, { create: true });
      return isInWorker(handle) ? asItComes(await handle.createSyncAccessHandle()) : atOnce(handle);
    },
    open: async (name) => toInFile(await (await folder.getFileHandle(name)).getFile()),
    remove: (name) => folder.removeEntry(name),
  };
}

function toInFile(file: File): InFile {
  return {
    size: file.size,
    read: async (at, length) => new Uint8Array(await file.slice(at, at + length).arrayBuffer()),
    // Each read goes by another process: many slices in one blob take about half as long as one read for each.
    async readMany(stretches) {
      const slices = stretches.map(({ at, length }) => file.slice(at, at + length));
      const bytes = await new Blob(slices).arrayBuffer();
      let from = 0;
      return slices.map(({ size }) => {
        const part = new Uint8Array(bytes, from, size);
        from += size;
        return part;
      });
    },
  };
}

/** Only a dedicated worker has it; the types of a page do not know it. */
export interface SyncHandle {
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  read(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

export function isInWorker(handle: object): handle is { createSyncAccessHandle(): Promise<SyncHandle> } {
  return 'createSyncAccessHandle' in handle;
}

function asItComes(handle: SyncHandle): OutFile {
  let size = 0;
  handle.truncate(0);
  return {
    async append(bytes) {
      // A disk that is full may take a part.
      if (handle.write(bytes, { at: size }) !== bytes.length) throw new DOMException('the disk took only a part', 'QuotaExceededError');
      size += bytes.length;
    },
    async read(at, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      const read = handle.read(bytes, { at });
      return bytes.subarray(0, read);
    },
    async close() {
      handle.flush();
      handle.close();
    },
  };
}

/** Outside of a worker nothing can be read back before it is closed, so all of it waits in memory: for lists of a region. */
function atOnce(handle: FileSystemFileHandle): OutFile {
  let bytes = new Uint8Array(1024);
  let size = 0;
  return {
    async append(more) {
      if (size + more.length > bytes.length) {
        const grown = new Uint8Array(Math.max(2 * bytes.length, size + more.length));
        grown.set(bytes.subarray(0, size));
        bytes = grown;
      }
      bytes.set(more, size);
      size += more.length;
    },
    read: async (at, length) => bytes.slice(at, Math.min(size, at + length)),
    async close() {
      const out = await handle.createWritable();
      await out.write(bytes.subarray(0, size));
      await out.close();
    },
  };
}
