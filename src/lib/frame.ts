// Work that asks for places belongs right behind a frame: the page has just been laid out, so that asking costs it nothing.

/** Longest wait for a frame, ms: frames stop while the window is covered or minimised. */
const EASE_MS = 60;

/** Resolves in a task right after a frame; after a little while where none comes. */
export function afterFrame(window: Window): Promise<void> {
  return new Promise((done) => {
    const timer = window.setTimeout(done, EASE_MS);
    window.requestAnimationFrame?.(() => {
      window.clearTimeout(timer);
      window.setTimeout(done, 0);
    });
  });
}
