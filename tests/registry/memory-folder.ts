// A folder in memory that can be told to fail at any step, and whose bytes can be changed.
import type { Folder } from '../../src/registry/shard-folder.ts';

export interface MemoryFolder extends Folder {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
}

/** @param step called before each change; what it throws is what the disk says */
export function memoryFolder(step: (what: string) => void = () => undefined): MemoryFolder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const read = (name: string) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new DOMException(name, 'NotFoundError');
    return bytes;
  };
  return {
    files,
    async create(name) {
      step(`create ${name}`);
      files.set(name, new Uint8Array(0));
      return {
        async append(bytes) {
          step(`append ${name}`);
          const before = read(name);
          const all = new Uint8Array(before.length + bytes.length);
          all.set(before);
          all.set(bytes, before.length);
          files.set(name, all);
        },
        read: async (at, length) => read(name).slice(at, at + length),
        async close() {
          step(`close ${name}`);
        },
      };
    },
    async open(name) {
      const { length } = read(name);
      return { size: length, read: async (at, wanted) => read(name).slice(at, at + wanted) };
    },
    async remove(name) {
      step(`remove ${name}`);
      files.delete(name);
    },
  };
}
