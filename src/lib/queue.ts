// Work in small slices, so that a page never feels us: bounded, and what is dropped is counted.

/** After this no further item is begun before the page had its turn, ms: with the last one it stays below 8. */
export const SLICE_MS = 5;

export interface WorkQueue<T> {
  /** Adds once; an item that already waits keeps its place. The oldest is dropped when the queue is full. */
  add(item: T): void;
  /** Items that were not worked off: the queue was full, or the work on them failed. */
  readonly dropped: () => number;
  readonly size: () => number;
}

interface Scheduler {
  yield?: () => Promise<void>;
}

/** `scheduler.yield` where there is one (Chrome 129, Firefox 142), else a task. */
export const giveWay = (): Promise<void> =>
  (globalThis as { scheduler?: Scheduler }).scheduler?.yield?.() ?? new Promise((done) => setTimeout(done, 0));

/**
 * A queue that works items off in order, a few milliseconds at a time (0: one at a time), until the signal ends it. `turn` says
 * when each slice may begin.
 */
export function workQueue<T>(
  work: (item: T) => void,
  limit: number,
  signal: AbortSignal,
  onIdle?: () => void,
  sliceMs = SLICE_MS,
  turn: () => Promise<void> = giveWay,
): WorkQueue<T> {
  const waiting = new Set<T>();
  let dropped = 0;
  let running = false;

  async function run(): Promise<void> {
    running = true;
    // Never in the observer's own call: the page is in the middle of its work there.
    await turn();
    while (waiting.size > 0 && !signal.aborted) {
      const until = performance.now() + sliceMs;
      for (const item of waiting) {
        waiting.delete(item);
        try {
          work(item);
        } catch {
          // One item that cannot be worked on must not end the watching of all others; it is told as work not done.
          dropped++;
        }
        if (performance.now() >= until) break;
      }
      if (waiting.size > 0) await turn();
    }
    running = false;
    if (!signal.aborted) onIdle?.();
  }

  return {
    add(item) {
      if (signal.aborted) return;
      waiting.add(item);
      if (waiting.size > limit) {
        const oldest = waiting.values().next().value as T;
        waiting.delete(oldest);
        dropped++;
      }
      if (!running) void run();
    },
    dropped: () => dropped,
    size: () => waiting.size,
  };
}
