// The journal has two pairs of files, of which one counts. To write all of it anew, as when a lock is set, the other is filled beside it
// and counts from the moment that it is whole: at no time is there less than one whole copy, and no file is made, renamed or removed.
import { type JournalFiles, openJournalFiles } from './journal-files.ts';
import { type Bytes, type RandomFile, type Readable, toReadable } from './journal-frames.ts';
import { readStart, type Start, startFrame } from './journal-start.ts';

export interface FilePair {
  readonly records: RandomFile;
  readonly blobs: RandomFile;
}

export interface JournalPairs extends JournalFiles {
  /** Begins the other pair. */
  beginAnew(generation: string): Promise<void>;
  appendAnew: JournalFiles['append'];
  /**
   * From now on the other pair counts, and this one is written over.
   * @param end of the log that was copied
   * @throws Error where the other pair does not end so: this one goes on counting
   */
  finishAnew(end: { readonly seq: number; readonly hash: string } | null): Promise<void>;
}

const PIECE: Bytes = new Uint8Array(1 << 20);

/** Which of two pairs counts: the last that was whole. Earlier versions had one only, and did not say so. */
export function whichCounts(starts: readonly (Start | null)[], sizes: readonly number[]): 0 | 1 {
  const turnOf = (at: number) => {
    const start = starts[at] ?? null;
    return start === null || start.whole === false ? -1 : (start.turn ?? 0);
  };
  if (turnOf(0) === turnOf(1)) return (sizes[1] ?? 0) > (sizes[0] ?? 0) && starts[1]?.whole !== false ? 1 : 0;
  return turnOf(1) > turnOf(0) ? 1 : 0;
}

export async function findCounting(records: readonly Readable[]): Promise<0 | 1> {
  return whichCounts(await Promise.all(records.map(readStart)), await Promise.all(records.map((one) => one.size())));
}

/** Written over before it is cut: what was cut off may lie on the disk for long. */
function wipe(file: RandomFile): void {
  const size = file.size();
  if (size === 0) return;
  for (let at = 0; at < size; at += PIECE.length) file.write(at, PIECE.subarray(0, Math.min(PIECE.length, size - at)));
  file.flush();
  file.truncate(0);
  file.flush();
}

export function openJournalPairs(pairs: readonly [FilePair, FilePair]): JournalPairs {
  const journals = [openJournalFiles(pairs[0]), openJournalFiles(pairs[1])] as const;
  let counts: Promise<0 | 1> | null = null;
  let building: { readonly at: 0 | 1; readonly generation: string; readonly turn: number } | null = null;
  const which = (): Promise<0 | 1> => {
    counts ??= findCounting(pairs.map(({ records }) => toReadable(records)));
    return counts;
  };
  const now = async () => journals[await which()];

  return {
    async open() {
      const at = await which();
      const head = await journals[at].open();
      const other = pairs[at === 0 ? 1 : 0];
      // What was given up before it was whole, or was not written over to the end. A later version's files are left alone.
      const start = await readStart(toReadable(other.records));
      if (building === null && head.head !== null && (start?.version ?? 0) <= head.version) {
        wipe(other.records);
        wipe(other.blobs);
      }
      return head;
    },
    begin: async (generation) => (await now()).begin(generation),
    append: async (rows, blobs, ties) => (await now()).append(rows, blobs, ties),
    ties: async () => (await now()).ties(),
    undo: async () => (await now()).undo(),
    async erase(what) {
      await (await now()).erase(what);
      if (building !== null) await journals[building.at].erase(what);
    },
    since: async (seq) => (await now()).since(seq),
    page: async (from) => (await now()).page(from),
    hashes: async () => (await now()).hashes(),
    blob: async (hash) => (await now()).blob(hash),

    async beginAnew(generation) {
      const from = await which();
      const at = from === 0 ? 1 : 0;
      const turn = ((await readStart(toReadable(pairs[from].records)))?.turn ?? 0) + 1;
      building = { at, generation, turn };
      await journals[at].begin(generation, { turn, whole: false });
    },
    async appendAnew(rows, blobs, ties) {
      if (building === null) throw new Error('no new journal was begun');
      // On disk before it counts, and not before.
      await journals[building.at].append(rows, blobs, ties, false);
    },
    async finishAnew(end) {
      if (building === null) throw new Error('no new journal was begun');
      const { at, generation, turn } = building;
      pairs[at].blobs.flush();
      pairs[at].records.flush();
      const { head } = await journals[at].open();
      if (head?.seq !== end?.seq || head?.hash !== end?.hash) throw new Error('the new journal does not end as the log does');
      pairs[at].records.write(0, startFrame({ generation, turn, whole: true }));
      pairs[at].records.flush();
      building = null;
      counts = Promise.resolve(at);
      const left = pairs[at === 0 ? 1 : 0];
      wipe(left.records);
      wipe(left.blobs);
    },
  };
}
