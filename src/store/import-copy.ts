// The files of a running import, copied beside the database, so that an import that was cut off can go on. They hold personal data:
// whoever ends an import, one way or the other, drops the copy.
import { type ImportPlan, importPlanSchema } from '../model/import-plan.ts';
import { isInWorker, type SyncHandle } from './opfs.ts';

const FOLDER = 'import';
const PIECE = 4 << 20;
const STATE = 'plan.json';
/** Held while an import runs: a copy without it was left by one that was cut off. */
const LOCK = 'netra-import';

export interface ImportCopy {
  readonly plan: ImportPlan;
  readonly files: readonly File[];
}

/**
 * Copies the files and what was decided about them.
 * @param told the part that is copied, 0 to 1
 * @returns the copies, to be read from now on; null where there is no room for them: the import then cannot go on after a crash
 */
export async function keepCopy(plan: ImportPlan, files: readonly File[], told: (part: number) => void): Promise<readonly File[] | null> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  try {
    await dropCopy();
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
    const copies: File[] = [];
    for (const [at, file] of files.entries()) {
      const handle = await folder.getFileHandle(String(at), { create: true });
      const part = (bytes: number) => {
        done += bytes;
        told(total === 0 ? 1 : done / total);
      };
      if (isInWorker(handle)) await copyAsItComes(file, await handle.createSyncAccessHandle(), part);
      else await copyByStream(file, await handle.createWritable(), part);
      copies.push(new File([await handle.getFile()], file.name));
    }
    // Last of all: without it a copy that was cut off itself would look whole.
    const state = await (await folder.getFileHandle(STATE, { create: true })).createWritable();
    await state.write(JSON.stringify(plan));
    await state.close();
    return copies;
  } catch {
    await dropCopy();
    return null;
  }
}

async function copyAsItComes(file: File, out: SyncHandle, told: (bytes: number) => void): Promise<void> {
  try {
    out.truncate(0);
    for (let at = 0; at < file.size; at += PIECE) {
      const bytes = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
      if (out.write(bytes, { at }) !== bytes.length) throw new DOMException('the disk took only a part', 'QuotaExceededError');
      told(bytes.length);
    }
    out.flush();
  } finally {
    out.close();
  }
}

async function copyByStream(file: File, out: FileSystemWritableFileStream, told: (bytes: number) => void): Promise<void> {
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, to) {
      told(part.length);
      to.enqueue(part);
    },
  });
  await file.stream().pipeThrough(counted).pipeTo(out);
}

/** The copy of an import that was cut off, or null. What is no whole copy is dropped. Throws nothing. */
export async function findCopy(): Promise<ImportCopy | null> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
    const text = await (await (await folder.getFileHandle(STATE)).getFile()).text();
    const plan = importPlanSchema.parse(JSON.parse(text));
    const files: File[] = [];
    for (const [at, name] of plan.files.entries()) files.push(new File([await (await folder.getFileHandle(String(at))).getFile()], name));
    return { plan, files };
  } catch {
    return null;
  }
}

/** Removes the copy, whatever of it there is. Throws nothing. */
export async function dropCopy(): Promise<void> {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(FOLDER, { recursive: true });
  } catch {
    // There is none.
  }
}

/** Runs alone: gives false without running where another page of ours imports already. */
export async function holdImport(run: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await run();
    return lock !== null;
  });
}

/** Whether an import is running in one of our pages now. */
export async function isImporting(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === LOCK) === true;
}
