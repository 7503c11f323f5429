// Work that asks for places belongs right behind a frame: the page has just been laid out, so that asking costs it nothing.

/** Longest wait for a frame, ms: frames stop while the window is covered. A busy page draws later than an idle one, but not so late. */
const EASE_MS = 150;

interface Scheduler {
  postTask?: (work: () => void, options: { readonly priority: 'user-blocking' }) => Promise<void>;
}

/** Resolves in a task right after a frame; after a little while where none comes. */
export function afterFrame(window: Window): Promise<void> {
  return new Promise((done) => {
    const timer = window.setTimeout(done, EASE_MS);
    window.requestAnimationFrame?.(() => {
      window.clearTimeout(timer);
      const { scheduler } = window as { scheduler?: Scheduler };
      // Before the page's own timers: one of those may change the page, and it would be laid out in our task instead of its own frame.
      if (scheduler?.postTask !== undefined) void scheduler.postTask(done, { priority: 'user-blocking' });
      else window.setTimeout(done, 0);
    });
  });
}
