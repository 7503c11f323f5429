// One item, measured at the moment of the picture: where it stands, what it says, and its own source.

import { textOf } from '../lib/dom.ts';
import { toInertCopy } from '../lib/inert.ts';
import { isSeen, visiblePart } from '../lib/visible.ts';
import type { Account } from '../model/account.ts';
import type { Measured, Refusal, Seen } from '../model/messages.ts';
import type { Platform } from '../model/platform.ts';
import type { Listing, Sighting } from '../model/sighting.ts';
import type { Stood } from '../model/stood.ts';
import { isSameKey, type Key, type Scene } from './find-people.ts';
import { redactItem } from './redact-item.ts';
import { findHolder, seenText } from './shown-text.ts';

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

/** The items of a site inside another one. */
export function innerItems(item: Element, platform: Pick<Platform, 'findItems'>): Element[] {
  return platform.findItems(item).filter((other) => other !== item);
}

/** The item alone: other people's items inside it are taken out, nothing else is altered. */
export function ownSource(item: Element, platform: Platform): Element {
  const clone = item.cloneNode(true) as Element;
  for (const other of innerItems(clone, platform)) other.replaceWith(item.ownerDocument.createComment(''));
  return clone;
}

/** Measures; or says why a picture taken now would not show the item. `shown`: who may be shown beside the actor. */
export function measureItem(
  item: Element,
  seen: Seen,
  known: { listings: readonly Listing[]; firstSeenAt: string; shown: readonly Key[] },
  platform: Platform,
  window: Window,
): Measured | { refused: Refusal } {
  const { sighting, eyes } = seen;
  const page = { url: new URL(window.location.href) };
  const shown = [...known.shown, sighting.actor, eyes.page.actor];
  const inner = innerItems(item, platform);
  const readings = new Map(inner.map((one) => [one, platform.readItem(one, page).filter((reading) => reading.kind === 'sighting')]));
  const isOfShown = ({ actor }: Sighting) => shown.some((one) => isSameKey(platform.id, one, actor));
  const subject: Pictured = {
    ownOf: () => ownSource(item, platform),
    text: sighting.text,
    name: sighting.actor.name ?? sighting.actor.handle,
    inner,
    others: inner.filter((one) => !(readings.get(one) ?? []).some(isOfShown)),
    met: [eyes.page, ...(eyes.wire === null ? [] : [eyes.wire]), ...[...readings.values()].flat()].flatMap(accountsOf),
    shown,
    site: platform.id,
    placeOf: (url) => platform.parseUrl(url),
  };
  const stood = standOf(item, subject, window);
  if ('refused' in stood) return stood;
  return { ...stood, seen, listings: known.listings.slice(0, 20), firstSeenAt: known.firstSeenAt };
}

function accountsOf({ actor, post, thread, tags }: Sighting): Account[] {
  return [actor, post.author, thread?.author ?? null, ...tags].filter((one) => one !== null);
}

/** What a picture is to show of an item, and who in it may be shown. */
export interface Pictured extends Omit<Scene, 'item' | 'words' | 'base'> {
  /** What is kept as its source. */
  readonly ownOf: () => Element;
  /** The act's own words: what should stand in the source, and be seen. */
  readonly text: string | null;
  /** What the site shows the actor as. */
  readonly name: string | null;
}

/** How an item stands on the screen, whoever found it. */
export function standOf(item: Element, subject: Pictured, window: Window): Stood | { refused: Refusal } {
  const { document } = window;
  // A covered window gives an old picture without an error in Chrome; the page itself knows that it is hidden.
  if (document.visibilityState !== 'visible') return { refused: 'not-visible' };
  if (!item.isConnected) return { refused: 'gone' };
  if (!isOnScreen(item, window)) return { refused: 'off-screen' };
  const { rect, share } = visiblePart(item, window);
  const { ownOf, text, name, inner } = subject;
  const own = ownOf();
  const words = text === null ? null : findHolder(item, text, inner);
  const title = document.title.slice(0, 2000);
  const redacted = redactItem({ ...subject, item, words, base: new URL(window.location.href) }, title, window);
  return {
    rect: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
    viewport: { width: window.innerWidth, height: window.innerHeight },
    scroll: { x: window.scrollX, y: window.scrollY },
    visibleShare: share,
    source: own.outerHTML,
    copy: toInertCopy(own, document.title),
    sourceHoldsText: text === null ? null : flat(textOf(own)).includes(flat(text)),
    shownText: seenText(item, text, name, inner, window),
    redacted: { source: redacted.source, copy: redacted.copy, boxes: [...redacted.boxes] },
    page: { url: window.location.href, title: redacted.title.slice(0, 2000), language: document.documentElement.lang.slice(0, 100) },
  };
}
