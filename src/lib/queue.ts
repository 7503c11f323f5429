// Work in small slices, so that a page never feels us: bounded, and what is dropped is counted.

/** A slice ends before an item that, as long as the longest of the slice, would last beyond this, ms: any but the worst stays below 8. */
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
 * A queue that works items off in order, a few milliseconds at a time (0: one at a time), until the signal ends it. `work` is told
 * when its slice is over, in `performance.now()`; `turn` says when each slice may begin.
 */
export function workQueue<T>(
  work: (item: T, until: number) => void,
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
      let now = performance.now();
      const until = now + sliceMs;
      let longest = 0;
      for (const item of waiting) {
        const begun = now;
        waiting.delete(item);
        try {
          work(item, until);
        } catch {
          // One item that cannot be worked on must not end the watching of all others; it is told as work not done.
          dropped++;
        }
        now = performance.now();
        longest = Math.max(longest, now - begun);
        if (now + longest >= until) break;
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
