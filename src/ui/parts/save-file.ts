// Writes a long stream into a file of the user's: straight into it where the browser lets the user choose one, else into the browser's
// own folder first and from there as a download. Neither holds it in memory.
import { download } from './download.ts';

const FOLDER = 'simpan';

export interface Saving {
  readonly sink: WritableStream<Uint8Array>;
  /**
   * After the sink was closed: what is in the file now. `file`: it is the user's own file · `before`: it is what `hand` gives the
   * browser to be saved, and where that will lie nobody tells.
   */
  finish(): Promise<{ readonly file: File; readonly how: 'file' | 'before' }>;
  /** Starts the download of what was written; nothing where it lies in the user's file already. */
  hand(): Promise<void>;
  /** Takes back what was written so far. */
  drop(): Promise<void>;
}

interface Picker {
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle & { remove?: () => Promise<void> }>;
}

/** Call it within a click, before anything is awaited. Null where the user thought better of it. */
export async function startSaving(name: string, ending: string): Promise<Saving | null> {
  const { showSaveFilePicker } = globalThis as unknown as Picker;
  if (showSaveFilePicker !== undefined) {
    try {
      const handle = await showSaveFilePicker({
        suggestedName: name,
        types: [{ description: 'Netra', accept: { 'application/octet-stream': [ending] } }],
      });
      const sink = await handle.createWritable();
      return {
        sink,
        finish: async () => ({ file: await handle.getFile(), how: 'file' }),
        hand: async () => undefined,
        async drop() {
          await sink.abort().catch(() => undefined);
          await handle.remove?.().catch(() => undefined);
        },
      };
    } catch (error) {
      if ((error as Error).name === 'AbortError') return null;
    }
  }
  const root = await navigator.storage.getDirectory();
  // What an earlier one left: by now the browser has read it.
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
  const handle = await (await root.getDirectoryHandle(FOLDER, { create: true })).getFileHandle(name, { create: true });
  const sink = await handle.createWritable();
  return {
    sink,
    finish: async () => ({ file: await handle.getFile(), how: 'before' }),
    hand: async () => download(await handle.getFile(), name),
    async drop() {
      await sink.abort().catch(() => undefined);
      await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
    },
  };
}
