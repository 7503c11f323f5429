// Where a page is read, the same object for all that is read in one go: readers may keep by it what they asked the page.
import type { PageContext } from '../model/platform.ts';

/** Gives the page's context as it is now; a new one in every task, and after every promise. */
export function momentOf({ location }: Window): () => PageContext {
  let now: PageContext | null = null;
  return () => {
    if (now !== null) return now;
    queueMicrotask(() => {
      now = null;
    });
    now = { url: new URL(location.href) };
    return now;
  };
}
