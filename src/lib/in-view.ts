// Which of many elements are in the viewport. A browser asks every observed element at every frame it draws: of thousands, those far
// from the screen are let go, and looked after a few times a second at most.

/** As few as this are no burden, and are all left to the browser. */
const CROWD = 200;
/** Screens away from which on an element is far. */
const FAR = 2;
/** Of the far ones every so many-th is looked at, and those beside it if it has come this many screens near. */
const STEP = 8;
const NEARER = 8;
const LOOK_MS = 100;
/** So many are looked at in one go at most. */
const MOST = 500;

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
  let rest = 0;
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
      if (near.size > crowd) letGo();
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

  /** Called where the browser has just laid out the page, so that asking for places costs no layout. */
  function letGo(): void {
    window.clearTimeout(rest);
    let left = MOST;
    for (const element of near) {
      if (left-- === 0) {
        // The rest in a task of its own.
        rest = window.setTimeout(letGo, 0);
        return;
      }
      if (!element.isConnected) near.delete(element);
      else if (isFar(element, FAR)) {
        near.delete(element);
        far.add(element);
        observer.unobserve(element);
      }
    }
    crowd = Math.max(CROWD, 2 * near.size);
  }

  function takeBack(element: Element): void {
    // One that was taken out as well: the browser's own list does not keep it alive, and tells if it ever comes back.
    if (element.isConnected && isFar(element, FAR)) return;
    far.delete(element);
    observer.observe(element);
  }

  function look(): void {
    window.clearTimeout(timer);
    timer = 0;
    if (signal.aborted || far.size === 0) return;
    const all = [...far];
    turn = (turn + 1) % STEP;
    for (let i = turn; i < all.length; i += STEP) {
      const element = all[i] as Element;
      if (element.isConnected && isFar(element, NEARER)) continue;
      for (const beside of all.slice(Math.max(0, i - STEP + 1), i + STEP)) if (far.has(beside)) takeBack(beside);
    }
  }

  function lookSoon(): void {
    if (timer === 0 && far.size > 0 && !signal.aborted) timer = window.setTimeout(look, LOOK_MS);
  }
  window.document.addEventListener('scroll', lookSoon, { capture: true, passive: true, signal });
  window.addEventListener('resize', lookSoon, { passive: true, signal });

  function disconnect(): void {
    observer.disconnect();
    window.clearTimeout(timer);
    window.clearTimeout(rest);
    timer = 0;
    near.clear();
    far.clear();
    crowd = CROWD;
  }
  signal.addEventListener('abort', disconnect);
  return { observe: (element) => observer.observe(element), look, disconnect };
}
