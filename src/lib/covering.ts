// What lies above a point of the page: layout questions, asked only of a real browser. A page may cover an item with a layer that lets
// the pointer through, so that asking what is hit at a point is not enough.

/** Computed styles, each asked for once: a page with thousands of elements is looked through at every picture. */
export type Styles = (element: Element) => CSSStyleDeclaration;
export function rememberStyles(window: Window): Styles {
  const known = new Map<Element, CSSStyleDeclaration>();
  return (element) => {
    const style = known.get(element) ?? window.getComputedStyle(element);
    known.set(element, style);
    return style;
  };
}

/** As many elements of a page are looked through for layers that let the pointer through. */
const MOST_ELEMENTS = 20_000;
/** Less opaque than this is not seen. */
export const FAINT = 0.1;
const REPLACED = new Set(['IMG', 'VIDEO', 'CANVAS', 'IFRAME', 'OBJECT', 'EMBED', 'INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'IMAGE', 'SVG']);

/** Alpha of a computed colour, 0 to 1. */
export function alphaOf(color: string): number {
  const parts = partsOf(color);
  return parts === null ? 1 : parts[3];
}

/** Red, green, blue (0 to 255) and alpha of a computed colour; null where it is written in another colour space. */
export function partsOf(color: string): readonly [number, number, number, number] | null {
  const found = /^rgba?\(([^)]*)\)$/.exec(color.trim());
  const numbers = found?.[1]?.split(/[\s,/]+/).filter((part) => part !== '');
  if (numbers === undefined || numbers.length < 3) return null;
  const [r = 0, g = 0, b = 0, a = 1] = numbers.map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)));
  return [r, g, b, a];
}

function hasBackground(style: CSSStyleDeclaration): boolean {
  return (style.backgroundImage !== 'none' && style.backgroundImage !== '') || alphaOf(style.backgroundColor) >= FAINT;
}

/** Would anything be seen of this element itself: a background, a picture, words of its own, or what its style draws before or after? */
export function paints(element: Element, styles: Styles, window: Window): boolean {
  const style = styles(element);
  if (style.visibility !== 'visible' || style.display === 'none' || opacityOf(element, styles) < FAINT) return false;
  if (REPLACED.has(element.tagName.toUpperCase()) || hasBackground(style) || (style.backdropFilter || 'none') !== 'none') return true;
  if ([...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '')) return true;
  return ['::before', '::after'].some((pseudo) => {
    const drawn = window.getComputedStyle(element, pseudo);
    return drawn.content !== 'none' && drawn.content !== 'normal' && (hasBackground(drawn) || /[^"'\s]/.test(drawn.content));
  });
}

/** Of the element and everything around it, multiplied. */
export function opacityOf(element: Element, styles: Styles): number {
  let opacity = 1;
  for (let up: Element | null = element; up !== null; up = up.parentElement) opacity *= Number(styles(up).opacity || 1);
  return opacity;
}

/** Elements that let the pointer through and show something: no hit test finds them. Only those in `frame` (CSS pixels of the viewport). */
export function findLayers(window: Window, frame: DOMRect, styles: Styles): { element: Element; rect: DOMRect }[] {
  const layers: { element: Element; rect: DOMRect }[] = [];
  const all = window.document.body?.getElementsByTagName('*') ?? [];
  for (let i = 0; i < Math.min(all.length, MOST_ELEMENTS); i++) {
    const element = all[i] as Element;
    if (styles(element).pointerEvents !== 'none') continue;
    const rect = element.getBoundingClientRect();
    if (rect.right <= frame.left || rect.left >= frame.right || rect.bottom <= frame.top || rect.top >= frame.bottom) continue;
    if (paints(element, styles, window)) layers.push({ element, rect });
  }
  return layers;
}

const isPlaced = (style: CSSStyleDeclaration) =>
  style.position !== 'static' || style.transform !== 'none' || Number(style.opacity) < 1 || (style.filter || 'none') !== 'none';

/** The outermost placed element on the way from `element` up to, and without, `common`. */
function outermostPlaced(element: Element, common: Element, styles: Styles): Element | null {
  let placed: Element | null = null;
  for (let up: Element | null = element; up !== null && up !== common; up = up.parentElement) if (isPlaced(styles(up))) placed = up;
  return placed;
}

/** Is `layer` drawn above `element`, neither being inside the other? By the order in which CSS paints. */
export function isAbove(layer: Element, element: Element, styles: Styles): boolean {
  let common: Element | null = layer.parentElement;
  while (common !== null && !common.contains(element)) common = common.parentElement;
  if (common === null) return false;
  const [over, under] = [outermostPlaced(layer, common, styles), outermostPlaced(element, common, styles)];
  const follows = (element.compareDocumentPosition(layer) & 4) !== 0;
  if (over === null) return under === null && follows;
  const height = (one: Element | null) => (one === null ? 0 : Number.parseInt(styles(one).zIndex, 10) || 0);
  if (height(over) !== height(under)) return height(over) > height(under);
  return under === null ? height(over) >= 0 : follows;
}

/**
 * Is something seen at this point above `element`? Transparent layers do not count (sites put such links over whole cards), layers that
 * let the pointer through do.
 */
export function isCoveredAt(
  x: number,
  y: number,
  element: Element,
  layers: readonly { element: Element; rect: DOMRect }[],
  styles: Styles,
  window: Window,
): boolean {
  let isHit = false;
  for (const hit of window.document.elementsFromPoint(x, y)) {
    // What contains the element cannot lie above it, unless the element was put behind it; it is then not hit before.
    if (hit === element || element.contains(hit)) {
      isHit = true;
      break;
    }
    if (hit.contains(element)) {
      isHit = styles(element).pointerEvents === 'none';
      break;
    }
    if (paints(hit, styles, window)) return true;
  }
  if (!isHit) return true;
  return layers.some(
    ({ element: layer, rect }) =>
      x >= rect.left &&
      x < rect.right &&
      y >= rect.top &&
      y < rect.bottom &&
      layer !== element &&
      !layer.contains(element) &&
      !element.contains(layer) &&
      isAbove(layer, element, styles),
  );
}
