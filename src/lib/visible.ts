// Is this on the monitor's screen? Layout questions, asked only of a real browser.

/** The part of an element that lies inside the viewport, and how much of it that is (0 to 1). */
export function visiblePart(
  element: Element,
  window: Window,
): { rect: DOMRect; share: number; width: number; height: number; left: number; top: number } {
  const rect = element.getBoundingClientRect();
  const left = Math.max(0, rect.left);
  const top = Math.max(0, rect.top);
  const width = Math.max(0, Math.min(window.innerWidth, rect.right) - left);
  const height = Math.max(0, Math.min(window.innerHeight, rect.bottom) - top);
  const area = rect.width * rect.height;
  return { rect, share: area > 0 ? Math.min(1, (width * height) / area) : 0, width, height, left, top };
}

/** Enough of it to be read by a person: half of it, or a strip of this height in a tall one. CSS pixels. */
const STRIP = 40;

/**
 * True if a person at the screen can see the element: laid out, not transparent, enough of it inside the viewport, and
 * not covered by something else (a dialog over the feed, say).
 */
export function isSeen(element: Element, window: Window): boolean {
  if (!element.isConnected) return false;
  const shown = element as Element & { checkVisibility?: (options: object) => boolean };
  if (shown.checkVisibility?.({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) === false) return false;
  const part = visiblePart(element, window);
  if (part.width < 1 || part.height < Math.min(STRIP, part.rect.height / 2) || part.height < 1) return false;
  return isUncovered(element, part);
}

/** At least one of five points of its visible part belongs to it. */
function isUncovered(element: Element, part: { left: number; top: number; width: number; height: number }): boolean {
  const document = element.ownerDocument;
  for (const [fx, fy] of [
    [0.5, 0.5],
    [0.2, 0.3],
    [0.8, 0.3],
    [0.2, 0.8],
    [0.8, 0.8],
  ] as const) {
    const hit = document.elementFromPoint(part.left + part.width * fx, part.top + part.height * fy);
    // An ancestor is hit where the element itself lets the pointer through; an ancestor cannot cover its own child.
    if (hit !== null && (element.contains(hit) || hit.contains(element))) return true;
  }
  return false;
}
