// The layer over a page while the monitor picks an item. Pointer and keys go into a blank frame within a closed root: an event in
// another document never reaches the page's listeners, not even those on its window.
import type { PickCalls, PickLayer } from '../../model/marks.ts';
import { PICK_STYLE, PICK_WORDS } from './pick-words.ts';

/** Inline and important: no style sheet of the page can undo it. */
const HOST_STYLE =
  'all: initial !important; position: fixed !important; inset: 0 !important; width: auto !important; height: auto !important; ' +
  'max-width: none !important; max-height: none !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: hidden !important; ' +
  'background: transparent !important; color-scheme: light !important; display: block !important; visibility: visible !important; opacity: 1 !important; ' +
  'z-index: 2147483647 !important;';
/** How often the layer is put back before the page is left alone. */
const MOST_TIMES_BACK = 25;
const FOLLOW_MS = 120;
/** Wheels of trackpads turn many times a second. */
const WHEEL_MS = 160;
/** How long the page is kept from the pointer after the item was taken. */
const SHIELD_MS = 600;

const SCROLLING: ReadonlySet<string> = new Set(['PageDown', 'PageUp', 'Home', 'End']);

type Step = Parameters<PickCalls['step']>[0];
const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'wider',
  ArrowDown: 'narrower',
};

export function drawPickLayer(window: Window & typeof globalThis): PickLayer {
  const { document } = window;
  let opened: {
    life: AbortController;
    host: HTMLElement;
    frame: HTMLIFrameElement;
    outline: HTMLElement;
    bar: HTMLElement;
    words: (typeof PICK_WORDS)['id'];
  } | null = null;
  let shown: Element | null = null;
  let resting = false;
  /** Pointer and keys are ours. */
  let isOpen = false;
  let hidden = false;

  /** A modal dialog makes everything outside it inert. */
  const parent = () => [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;

  function style(host: HTMLElement, pointer = isOpen): void {
    const text = `${HOST_STYLE} pointer-events: ${pointer ? 'auto' : 'none'} !important;${hidden ? ' display: none !important;' : ''}`;
    if (host.getAttribute('style') !== text) host.setAttribute('style', text);
  }

  function attach(host: HTMLElement): void {
    style(host);
    if (!host.isConnected) parent().append(host);
    // The top layer: above whatever number a page gives its own.
    if (!hidden && !host.matches(':popover-open')) host.showPopover();
  }

  function place(): void {
    if (opened === null) return;
    const { outline } = opened;
    const rect = shown?.isConnected === true ? shown.getBoundingClientRect() : null;
    outline.style.display = rect === null ? 'none' : '';
    outline.className = resting ? 'outline resting' : 'outline';
    if (rect === null) return;
    outline.style.transform = `translate(${rect.left}px, ${rect.top}px)`;
    outline.style.width = `${rect.width}px`;
    outline.style.height = `${rect.height}px`;
  }

  /** In the frame's own document. */
  function listen(frame: HTMLIFrameElement, calls: PickCalls, signal: AbortSignal): void {
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    const root = frame.contentDocument?.documentElement;
    if (inner === null || root === undefined || opened === null) return;
    root.style.cssText = 'height: 100%; cursor: crosshair; background: transparent; color-scheme: light';
    frame.contentDocument?.body.setAttribute('style', 'margin: 0; height: 100%');
    root.title = '';
    let turned = 0;
    const options = { capture: true, passive: false, signal } as const;
    const on = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void) =>
      inner.addEventListener(
        name,
        (event) => {
          // These scroll the page beneath, by the browser's own doing.
          if (!(event instanceof inner.KeyboardEvent && SCROLLING.has(event.key))) event.preventDefault();
          if (event.isTrusted && !resting) act(event);
        },
        options,
      );
    on('pointermove', ({ clientX, clientY }) => {
      opened?.bar.classList.toggle('top', clientY > window.innerHeight * 0.8);
      calls.over(clientX, clientY);
    });
    on('click', ({ clientX, clientY }) => {
      calls.over(clientX, clientY);
      calls.take();
    });
    on('contextmenu', () => undefined);
    on('wheel', ({ deltaY, timeStamp }) => {
      if (timeStamp - turned < WHEEL_MS || deltaY === 0) return;
      turned = timeStamp;
      calls.step(deltaY < 0 ? 'wider' : 'narrower');
    });
    // What ends the picking acts when the key is let go: the frame has to be there still, or the page would get that event.
    let held = '';
    on('keyup', ({ key }) => {
      if (key !== held) return;
      held = '';
      if (key === 'Escape') calls.end();
      if (key === 'Enter' || key === ' ') calls.take();
    });
    on('keydown', ({ key, shiftKey }) => {
      held = key;
      if (key === 'Tab') calls.step(shiftKey ? 'previous' : 'next');
      else if (Object.hasOwn(STEPS, key)) calls.step(STEPS[key] as Step);
    });
    // A page that traps the focus takes it away; a few times it is taken back.
    let back = 0;
    inner.addEventListener(
      'blur',
      () => document.hasFocus() && back++ < MOST_TIMES_BACK && inner.setTimeout(() => opened !== null && !resting && inner.focus(), 30),
      { signal },
    );
    inner.focus();
  }

  /** The page gets its pointer and keys back. */
  function release(): void {
    if (opened === null) return;
    isOpen = false;
    opened.frame.remove();
    style(opened.host);
  }

  function close(): void {
    opened?.life.abort();
    opened?.host.remove();
    opened = null;
    shown = null;
    resting = false;
    isOpen = false;
    hidden = false;
  }

  return {
    open(language, calls) {
      close();
      const life = new AbortController();
      const host = document.createElement('div');
      host.lang = language;
      host.popover = 'manual';
      const root = host.attachShadow({ mode: 'closed' });
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(PICK_STYLE);
      root.adoptedStyleSheets = [sheet];
      const words = PICK_WORDS[language];
      const frame = document.createElement('iframe');
      frame.title = words.title;
      const outline = document.createElement('div');
      outline.className = 'outline';
      const bar = document.createElement('p');
      bar.className = 'bar';
      bar.setAttribute('role', 'status');
      bar.textContent = words.help;
      root.append(frame, outline, bar);
      isOpen = true;
      opened = { life, host, frame, outline, bar, words };
      const focused = document.activeElement;
      life.signal.addEventListener('abort', () => {
        if (focused instanceof window.HTMLElement && focused !== document.body && focused.isConnected)
          focused.focus({ preventScroll: true });
      });
      // A frame that is put back is a new document.
      frame.addEventListener('load', () => !resting && listen(frame, calls, life.signal), { signal: life.signal });
      attach(host);
      place();
      let back = 0;
      const guard = () => {
        if (opened?.host !== host) return;
        const isWell = host.isConnected && (hidden || host.matches(':popover-open'));
        if (!isWell && back++ >= MOST_TIMES_BACK) return resting ? close() : calls.lost();
        attach(host);
      };
      const observer = new window.MutationObserver(guard);
      observer.observe(document, { childList: true, subtree: true });
      observer.observe(host, { attributes: true });
      const timer = window.setInterval(() => {
        guard();
        place();
      }, FOLLOW_MS);
      life.signal.addEventListener('abort', () => {
        observer.disconnect();
        window.clearInterval(timer);
      });
    },
    show(item) {
      shown = item;
      if (opened !== null) opened.bar.textContent = opened.words.help;
      place();
    },
    say(what) {
      if (opened !== null) opened.bar.textContent = opened.words[what];
    },
    through(work) {
      if (opened === null) return work();
      const { host } = opened;
      style(host, false);
      try {
        return work();
      } finally {
        style(host);
      }
    },
    rest(item) {
      if (opened === null) return;
      const shield = opened.frame;
      resting = true;
      shown = item;
      // The second click of a double click must not fall through.
      window.setTimeout(() => opened?.frame === shield && release(), SHIELD_MS);
      opened.bar.textContent = opened.words.picked;
      opened.bar.classList.add('small');
      place();
    },
    setHidden(next) {
      hidden = next;
      if (opened !== null) attach(opened.host);
      place();
    },
    close,
  };
}
