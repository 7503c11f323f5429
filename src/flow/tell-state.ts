// Tells the background how the page stands: a little later than it changed, and only if it is not what was told last.
import { afterFrame } from '../lib/frame.ts';
import type { PageTold } from '../model/messages.ts';

export interface Telling {
  soon(): void;
  /** A new page: the same words are news. */
  anew(): void;
}

const STATE_MS = 300;

/** `now` is asked right behind a frame: it may ask where things stand. */
export function tellState(window: Window, now: () => PageTold, send: (state: PageTold) => Promise<void>, signal: AbortSignal): Telling {
  let timer = 0;
  let told = '';

  function tell(): void {
    timer = 0;
    if (signal.aborted) return;
    const state = now();
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    send(state).catch(() => {
      told = '';
    });
  }

  signal.addEventListener('abort', () => window.clearTimeout(timer));
  return {
    soon() {
      if (timer === 0 && !signal.aborted) timer = window.setTimeout(() => void afterFrame(window).then(tell), STATE_MS);
    },
    anew() {
      told = '';
    },
  };
}
