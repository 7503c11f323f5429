// The act on the page that a finding stands for, also at the moment at which all of the page is being read anew.
import type { Act, Acts } from './acts.ts';
import { isOnScreen, nextFrame } from './measure.ts';

/** As long as reading and judging what stands on the screen takes after everything was forgotten, ms: lists may have to be loaded. */
const READ_ANEW_MS = 2000;

/**
 * The one on the screen, if several are. After a lock was opened, or the lists changed, a press may come before the page was judged
 * again: it waits for that, frame by frame. undefined: there is none.
 */
export async function findAct(acts: Pick<Acts, 'ofFinding' | 'forgottenAt'>, findingId: string, window: Window): Promise<Act | undefined> {
  for (;;) {
    const all = acts.ofFinding(findingId);
    if (all.length > 0) return all.find(({ item }) => isOnScreen(item, window)) ?? all.at(-1);
    if (window.performance.now() >= acts.forgottenAt() + READ_ANEW_MS || !(await nextFrame(window))) return undefined;
  }
}
