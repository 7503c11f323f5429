// Which of many elements are in the viewport. A browser asks every observed element at every frame it draws: of thousands, those far
// from the screen are let go, and looked after a few times a second at most.
import { afterFrame } from './frame.ts';

/** As few as this are no burden, and are all left to the browser. */
const CROWD = 200;
/** Screens away from which on an element is far. */
const FAR = 2;
/** Of the far ones every so many-th is looked at, and those beside it if it has come this many screens near. */
const STEP = 8;
/** Where nothing was scrolled, of so many. */
const REST_STEP = 24;
const NEARER = 8;
const LOOK_MS = 100;
/** After this no further one is looked at in the same task, ms. */
const SLICE_MS = 3;
/** So many are looked at before the clock is. */
const BETWEEN = 32;

export interface InView {
  observe(element: Element): void;
  /** Looks after those that are far. To be called about once a second: a page may move them without scrolling. */
  look(): void;
  /** Forgets all of them. */
  disconnect(): void;
}

/** Calls `onChange` for each element that came or went, or is seen to another part; `onBatch` after several of them. */
export function watchInView(
  window: Window & typeof globalThis,
  onChange: (element: Element, isIn: boolean) => void,
  onBatch: () => void,
  signal: AbortSignal,
): InView {
  /** Observed, connected, and out of the viewport. */
  const near = new Set<Element>();
  const far = new Set<Element>();
  let timer = 0;
  let isLettingGo = false;
  let turn = 0;
  let crowd = CROWD;

  const observer = new window.IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const isIn = isIntersecting && target.isConnected;
        if (isIn || !target.isConnected) near.delete(target);
        else near.add(target);
        onChange(target, isIn);
      }
      onBatch();
      // In a task of its own: at a page's start this one is told of thousands.
      if (near.size > crowd && !isLettingGo) void letGo();
    },
    { threshold: [0, 0.25, 0.5, 1] },
  );

  function isFar(element: Element, screens: number): boolean {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    // Without a box it has no place: it may get one anywhere.
    if (top === bottom && left === right) return false;
    const { innerHeight: height, innerWidth: width } = window;
    return bottom < -screens * height || top > (1 + screens) * height || right < -screens * width || left > (1 + screens) * width;
  }

  async function letGo(): Promise<void> {
    isLettingGo = true;
    const pass = near.values();
    for (let hasMore = true; hasMore && !signal.aborted; ) {
      await afterFrame(window);
      hasMore = letSomeGo(pass);
    }
    crowd = Math.max(CROWD, 2 * near.size);
    isLettingGo = false;
  }

  /** True if some are left to be looked at. */
  function letSomeGo(pass: Iterator<Element>): boolean {
    const until = window.performance.now() + SLICE_MS;
    let looked = 0;
    for (let next = pass.next(); next.done !== true; next = pass.next()) {
      const element = next.value;
      if (!element.isConnected) near.delete(element);
      else if (isFar(element, FAR)) {
        near.delete(element);
        far.add(element);
        observer.unobserve(element);
      }
      if (++looked % BETWEEN === 0 && window.performance.now() >= until) return true;
    }
    return false;
  }

  function takeBack(element: Element): void {
    // One that was taken out as well: the browser's own list does not keep it alive, and tells if it ever comes back.
    if (element.isConnected && isFar(element, FAR)) return;
    far.delete(element);
    observer.observe(element);
  }

  function lookAt(step: number): void {
    window.clearTimeout(timer);
    timer = 0;
    if (signal.aborted || far.size === 0) return;
    const all = Array.from(far);
    turn++;
    for (let i = turn % step; i < all.length; i += step) {
      const element = all[i] as Element;
      if (element.isConnected && isFar(element, NEARER)) continue;
      for (const beside of all.slice(Math.max(0, i - step + 1), i + step)) if (far.has(beside)) takeBack(beside);
    }
  }

  function lookSoon(): void {
    if (timer === 0 && far.size > 0 && !signal.aborted) timer = window.setTimeout(() => lookAt(STEP), LOOK_MS);
  }
  window.document.addEventListener('scroll', lookSoon, { capture: true, passive: true, signal });
  window.addEventListener('resize', lookSoon, { passive: true, signal });

  function disconnect(): void {
    observer.disconnect();
    window.clearTimeout(timer);
    timer = 0;
    near.clear();
    far.clear();
    crowd = CROWD;
  }
  signal.addEventListener('abort', disconnect);
  return { observe: (element) => observer.observe(element), look: () => lookAt(REST_STEP), disconnect };
}
