// One item, measured at the moment of the picture: where it stands, what it says, and its own source.

import { textOf } from '../lib/dom.ts';
import { toInertCopy } from '../lib/inert.ts';
import { isSeen, visiblePart } from '../lib/visible.ts';
import type { Measured, Refusal, Seen } from '../model/messages.ts';
import type { Platform } from '../model/platform.ts';
import type { Listing } from '../model/sighting.ts';
import type { Stood } from './artefacts.ts';

/** Longest wait for a frame, ms: frames stop while the window is covered or minimised. */
const FRAME_MS = 500;

/** Resolves after the next frame was begun; false if none came. */
export function nextFrame(window: Window): Promise<boolean> {
  return new Promise((done) => {
    const timer = window.setTimeout(() => done(false), FRAME_MS);
    window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      done(true);
    });
  });
}

/** Least share of an item that has to be on the screen. */
const SHARE = 0.6;

/** Stands enough of it on the screen to be kept? A strip convinces nobody; only what is taller than the screen cannot be whole. */
export function isOnScreen(item: Element, window: Window): boolean {
  if (!isSeen(item, window)) return false;
  const { rect, share } = visiblePart(item, window);
  return share >= SHARE || rect.height >= window.innerHeight;
}

/** Text without regard to how white space is laid out. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The item alone: other people's items inside it are taken out, nothing else is altered. */
export function ownSource(item: Element, platform: Platform): Element {
  const clone = item.cloneNode(true) as Element;
  for (const other of platform.findItems(clone)) if (other !== clone) other.replaceWith(item.ownerDocument.createComment(''));
  return clone;
}

/** Measures; or says why a picture taken now would not show the item. */
export function measureItem(
  item: Element,
  seen: Seen,
  known: { listings: readonly Listing[]; firstSeenAt: string },
  platform: Platform,
  window: Window,
): Measured | { refused: Refusal } {
  const stood = standOf(item, () => ownSource(item, platform), seen.sighting.text, window);
  if ('refused' in stood) return stood;
  return { ...stood, seen, listings: known.listings.slice(0, 20), firstSeenAt: known.firstSeenAt };
}

/** How an item stands on the screen, whoever found it. `ownOf` gives what is kept as its source; `text` is what should stand in it. */
export function standOf(item: Element, ownOf: () => Element, text: string | null, window: Window): Stood | { refused: Refusal } {
  const { document } = window;
  // A covered window gives an old picture without an error in Chrome; the page itself knows that it is hidden.
  if (document.visibilityState !== 'visible') return { refused: 'not-visible' };
  if (!item.isConnected) return { refused: 'gone' };
  if (!isOnScreen(item, window)) return { refused: 'off-screen' };
  const { rect, share } = visiblePart(item, window);
  const own = ownOf();
  return {
    rect: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
    viewport: { width: window.innerWidth, height: window.innerHeight },
    scroll: { x: window.scrollX, y: window.scrollY },
    visibleShare: share,
    source: own.outerHTML,
    copy: toInertCopy(own, document.title),
    sourceHoldsText: text === null ? null : flat(textOf(own)).includes(flat(text)),
    page: { url: window.location.href, title: document.title.slice(0, 2000), language: document.documentElement.lang.slice(0, 100) },
  };
}
