// Which elements a person can pick, by pointer or one after the other by keyboard. Pages are hostile: everything is bounded.
import { isSeen } from './visible.ts';

/** CSS pixels; smaller things are picked by widening from what is inside them. */
const LEAST = { width: 40, height: 16 };
const MOST_CANDIDATES = 200;
const MOST_LOOKED_AT = 20_000;
/** More than this is no one item, and reading it would hold up the page. */
const MOST_NODES = 20_000;
const MOST_DEPTH = 400;
const ITEMS =
  'article, [role="article"], [role="listitem"], li, figure, blockquote, img, video, section, tr, p, h1, h2, h3, [role="row"], [data-testid], td';
const MEDIA = 'img, video, picture, canvas, svg, iframe';

/**
 * The innermost element at a point that shows something: elements that let the pointer through are looked into, and empty layers
 * that a page lays over a picture are passed over. Null outside the page.
 */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let hit: Element | null = null;
  for (const one of document.elementsFromPoint(x, y)) {
    hit = one;
    if (showsSomething(one)) break;
  }
  if (hit === null || hit === document.documentElement) return null;
  for (let depth = 0; depth < MOST_DEPTH; depth++) {
    const inner: Element | undefined = [...hit.children]
      .slice(0, 500)
      .findLast((child) => letsThrough(child) && contains(child.getBoundingClientRect(), x, y) && showsSomething(child));
    if (inner === undefined) return hit;
    hit = inner;
  }
  return hit;
}

function letsThrough(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).pointerEvents === 'none';
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}

function showsSomething(element: Element): boolean {
  return element.matches(MEDIA) || element.querySelector(MEDIA) !== null || hasText(element);
}

function hasText(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let looked = 0; looked < 500; looked++) {
    const node = walker.nextNode();
    if (node === null) return false;
    if (/\S/.test(node.nodeValue ?? '')) return true;
  }
  return true;
}

/** Elements on the screen that look like items, in the order of the document. */
export function candidates(window: Window): Element[] {
  const found: Element[] = [];
  let looked = 0;
  for (const element of window.document.querySelectorAll(ITEMS)) {
    if (looked++ > MOST_LOOKED_AT || found.length >= MOST_CANDIDATES) break;
    const rect = element.getBoundingClientRect();
    if (rect.width < LEAST.width || rect.height < LEAST.height) continue;
    if (rect.bottom <= 0 || rect.top >= window.innerHeight || rect.right <= 0 || rect.left >= window.innerWidth) continue;
    if (isSeen(element, window)) found.push(element);
  }
  return found;
}

/** The next element outward that is larger on the screen; null at the page's own body. */
export function wider(element: Element): Element | null {
  const { body } = element.ownerDocument;
  const { width, height } = element.getBoundingClientRect();
  for (let up = element.parentElement; up !== null && up !== body.parentElement; up = up.parentElement) {
    const rect = up.getBoundingClientRect();
    if (rect.width > width + 1 || rect.height > height + 1) return up;
  }
  return null;
}

/** The first element inward that shows something and is smaller on the screen; null if there is none. */
export function narrower(element: Element): Element | null {
  const { width, height } = element.getBoundingClientRect();
  let at: Element | null = element;
  for (let depth = 0; at !== null && depth < MOST_DEPTH; depth++) {
    at = [...at.children].slice(0, 500).find((child) => child.getBoundingClientRect().height >= 1 && showsSomething(child)) ?? null;
    const rect = at?.getBoundingClientRect();
    if (rect !== undefined && (rect.width < width - 1 || rect.height < height - 1)) return at;
  }
  return null;
}

/** More than one item of a page ever is, or nested so deep that reading it would fail. */
export function isTooBig(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, 5);
  let depth = 0;
  for (let nodes = 0; ; nodes++) {
    if (nodes > MOST_NODES || depth > MOST_DEPTH) return true;
    if (walker.firstChild() !== null) {
      depth += 1;
      continue;
    }
    while (walker.nextSibling() === null) {
      if (walker.parentNode() === null || walker.currentNode === element) return false;
      depth -= 1;
    }
  }
}
