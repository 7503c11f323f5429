// Files of a list as they are written: hashed as they pass, and compared at the end with what stands on disk.
import type { FileName, Manifest } from '../model/manifest.ts';
import type { Folder, OutFile } from './shard-folder.ts';
import { FILES, hashFile, PassingHash } from './shard-manifest.ts';

type Hashed = Awaited<ReturnType<typeof hashFile>>;

export interface HashedFile {
  readonly file: OutFile;
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  end(): Promise<Hashed>;
}

export async function hashed(folder: Folder, name: FileName): Promise<HashedFile> {
  const file = await folder.create(name);
  const hash = new PassingHash();
  return {
    file,
    append(bytes) {
      hash.add(bytes);
      return file.append(bytes);
    },
    async end() {
      await file.close();
      return hash.end();
    },
  };
}

/** What stands on disk is what was written, or the list is not used. @param records what was seen of that file already */
export async function expectSame(folder: Folder, manifest: Manifest, records: Hashed): Promise<void> {
  for (const name of FILES) {
    const { size, hash } = name === 'records' ? records : await hashFile(await folder.open(name));
    if (size !== manifest.files[name].size || hash !== manifest.files[name].hash) throw new Error(`${name}: not what was written`);
  }
}
