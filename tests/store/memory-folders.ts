// OPFS in memory: folders by name, each step may fail; what was written stays, as on a disk.
import type { Folders } from '../../src/store/opfs.ts';
import type { Holds } from '../../src/store/registry.ts';
import { type MemoryFolder, memoryFolder } from '../registry/memory-folder.ts';

export interface MemoryFolders extends Folders {
  readonly all: Map<string, MemoryFolder>;
}

export function memoryFolders(step: (what: string) => void = () => undefined): MemoryFolders {
  const all = new Map<string, MemoryFolder>();
  return {
    all,
    async create(name) {
      step('create folder');
      const folder = memoryFolder(step);
      all.set(name, folder);
      return folder;
    },
    async open(name) {
      const folder = all.get(name);
      if (folder === undefined) throw new DOMException(name, 'NotFoundError');
      return folder;
    },
    async remove(name) {
      step('remove folder');
      // Who has a file of it open can read it no more.
      all.get(name)?.files.clear();
      all.delete(name);
    },
    names: async () => [...all.keys()],
    async stream(folder, name) {
      const out = await (await this.open(folder)).create(name);
      return { write: (piece) => out.append(piece), close: () => out.close() };
    },
  };
}

/** Holds of one life of the program: another life is another call. */
export function memoryHolds(): Holds {
  const held = new Set<string>();
  return {
    async hold(name) {
      held.add(name);
      return () => held.delete(name);
    },
    isHeld: async (name) => held.has(name),
  };
}
