// What Netra draws into a site: small marks in a layer of its own, above the page and never inside the site's elements.
// It holds no person's data, and nothing in it changes anything: whatever a page script does to it has no effect.
import { afterFrame } from '../../lib/frame.ts';
import { isSeen } from '../../lib/visible.ts';
import type { Marks } from '../../model/marks.ts';
import type { Flag, PageOrders } from '../../model/messages.ts';
import { MARK_STYLE, MARK_WORDS } from './mark-words.ts';

interface Drawn {
  readonly item: Element;
  readonly flag: Flag;
  readonly box: HTMLDetailsElement;
}

/** CSS pixels between the item's corner and its mark. */
const GAP = 4;
const OUTLINE_MS = 2000;
const FOLLOW_MS = 500;

export function drawMarks(window: Window & typeof globalThis): Marks {
  const { document } = window;
  let shown = true;
  let hidden = false;
  let frame = 0;
  let timer = 0;
  let language: PageOrders['language'] = 'id';
  const drawn = new Map<Element, Drawn>();
  /** Made when there is something to draw: on most pages nothing ever is, and a page's start is no time for it. */
  let layer: { readonly host: HTMLElement; readonly root: ShadowRoot } | null = null;

  function makeLayer(): { readonly host: HTMLElement; readonly root: ShadowRoot } {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const style = new window.CSSStyleSheet();
    style.replaceSync(MARK_STYLE);
    root.adoptedStyleSheets = [style];
    document.addEventListener('scroll', placeSoon, { capture: true, passive: true });
    window.addEventListener('resize', placeSoon, { passive: true });
    return { host, root };
  }

  /** The layer's root. The page may take the layer out; it is put back when it is next needed. */
  function attach(): ShadowRoot {
    layer ??= makeLayer();
    dress();
    if (!layer.host.isConnected) document.documentElement.append(layer.host);
    return layer.root;
  }

  function dress(): void {
    if (layer === null) return;
    if (layer.host.lang !== language) layer.host.lang = language;
    layer.host.style.display = hidden || !shown ? 'none' : '';
  }

  function place(): void {
    window.cancelAnimationFrame(frame);
    frame = 0;
    dress();
    // Asked of all before any is moved: in turns, each question would have the page laid out again.
    const places = [...drawn.values()].map(({ item, box }) => ({
      box,
      rect: isSeen(item, window) ? item.getBoundingClientRect() : null,
      width: box.offsetWidth,
    }));
    for (const { box, rect, width } of places) {
      // Not drawn, and yet laid out: its width is asked for before it is shown again.
      box.style.visibility = rect === null ? 'hidden' : '';
      if (rect === null) continue;
      // Beside the item where there is room, so that nothing of the site is covered; else in its corner.
      const beside = rect.right + GAP;
      const inside = Math.max(0, Math.min(rect.right, window.innerWidth) - width - GAP);
      const left = beside + width <= window.innerWidth ? beside : inside;
      box.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(GAP, rect.top + GAP))}px)`;
    }
  }
  function placeSoon(): void {
    if (frame === 0 && drawn.size > 0) frame = window.requestAnimationFrame(place);
  }
  let isWaiting = false;
  /** Behind a frame: in it, asking would have the page laid out within our own task. Only a scrolled page cannot wait, and needs no layout. */
  function placeLater(): void {
    if (isWaiting || drawn.size === 0) return;
    isWaiting = true;
    void afterFrame(window).then(() => {
      isWaiting = false;
      place();
    });
  }
  /** Layout also moves when things load; half a second late is soon enough for that. */
  function follow(): void {
    if (drawn.size > 0) timer ||= window.setInterval(placeLater, FOLLOW_MS);
    else {
      window.clearInterval(timer);
      timer = 0;
    }
  }

  function make(flag: Flag): HTMLDetailsElement {
    const box = document.createElement('details');
    box.className = flag.grade === 'id' ? 'mark' : 'mark unsure';
    const head = document.createElement('summary');
    const sign = document.createElement('span');
    sign.className = 'sign';
    sign.setAttribute('aria-hidden', 'true');
    sign.textContent = flag.grade === 'id' ? '◉' : '?';
    const title = document.createElement('span');
    title.textContent = MARK_WORDS[language].title(flag);
    head.append(sign, title);
    const why = document.createElement('div');
    why.className = 'why';
    for (const line of MARK_WORDS[language].why(flag)) {
      const text = document.createElement('p');
      text.textContent = line;
      why.append(text);
    }
    box.append(head, why);
    return box;
  }

  /** In the language spoken now, where it stood, and as open as it was. */
  function redraw({ item, flag, box }: Drawn): void {
    const next = make(flag);
    next.open = box.open;
    next.style.cssText = box.style.cssText;
    box.replaceWith(next);
    drawn.set(item, { item, flag, box: next });
    placeLater();
  }

  return {
    show(item, flag) {
      const root = attach();
      drawn.get(item)?.box.remove();
      const box = make(flag);
      root.append(box);
      drawn.set(item, { item, flag, box });
      // Not before its place is known.
      box.style.visibility = 'hidden';
      follow();
      placeLater();
    },
    hide(item) {
      drawn.get(item)?.box.remove();
      drawn.delete(item);
      follow();
    },
    setHidden(next) {
      hidden = next;
      dress();
    },
    orders(orders: PageOrders) {
      const isNew = language !== orders.language;
      language = orders.language;
      shown = orders.marks;
      dress();
      if (isNew) for (const one of [...drawn.values()]) redraw(one);
    },
    pointOut(item) {
      const root = attach();
      const rect = item.getBoundingClientRect();
      const outline = document.createElement('div');
      outline.className = 'outline';
      outline.style.transform = `translate(${rect.left}px, ${rect.top}px)`;
      outline.style.width = `${rect.width}px`;
      outline.style.height = `${rect.height}px`;
      root.append(outline);
      window.setTimeout(() => outline.remove(), OUTLINE_MS);
    },
    notice(kind) {
      const root = attach();
      if (layer !== null) layer.host.style.display = '';
      const text = document.createElement('p');
      text.className = 'notice';
      text.setAttribute('role', 'status');
      text.textContent = MARK_WORDS[language].notice[kind];
      root.append(text);
    },
    clear() {
      for (const { box } of drawn.values()) box.remove();
      drawn.clear();
      follow();
    },
  };
}
