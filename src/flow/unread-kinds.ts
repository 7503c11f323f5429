// Notices that one kind of item is no longer read while others are: the site's data told its words, and they stand on the screen.
import { isSeen } from '../lib/visible.ts';
import type { ItemKind } from '../model/messages.ts';
import type { Place } from '../model/platform.ts';
import type { Action, Reading } from '../model/sighting.ts';

export interface UnreadKinds {
  /** What either eye read. */
  said(readings: readonly Reading[]): void;
  /** To be called about once a second. `visible`: ms for which the page was visible; `place`: what its address is about. */
  look(visible: number, place: Place['kind']): void;
  readonly kinds: () => readonly ItemKind[];
  openPage(): void;
}

const KINDS: Readonly<Partial<Record<Action, ItemKind>>> = {
  post: 'post',
  quote: 'post',
  share: 'post',
  comment: 'comment',
  reply: 'comment',
};
/** Where a kind has to be read. Elsewhere a comment may stand as a preview that is no item of its own. */
const PLACES: Readonly<Record<ItemKind, ReadonlySet<Place['kind']>>> = {
  post: new Set(['post', 'comment', 'list', 'profile']),
  comment: new Set(['post', 'comment']),
};
/** Ms for which words have to be known before they are looked for, and then to stand on the screen. */
const WAIT_MS = 6000;
const STAY_MS = 900;
/** CSS pixels. */
const EDGE = 60;
const TEXTS = 500;
const NODES = 50_000;
/** Words that many people write alike, or that stand on buttons, prove nothing. */
const SHORTEST = 12;

const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
/** Links, names and emoji are drawn as elements of their own; the rest stands in the page as one text. */
const isOneText = (text: string) => text.length >= SHORTEST && !/[@#\n\p{Extended_Pictographic}]|https?:/u.test(text);

/** Knows only the words of the page that is open, and forgets them with it. */
export function unreadKinds(window: Window): UnreadKinds {
  /** Words of the site's data by kind, with the visible time at which they were first known. */
  let told: Record<ItemKind, Map<string, number>> = { post: new Map(), comment: new Map() };
  let read = new Set<ItemKind>();
  let readTexts = new Set<string>();
  let shownSince: Partial<Record<ItemKind, number>> = {};
  let kinds: ItemKind[] = [];
  let now = 0;

  /** Does one of these texts stand on the screen, whole and by itself? */
  function isShown(texts: ReadonlyMap<string, number>): boolean {
    const { document } = window;
    const walker = document.createTreeWalker(document.body, 4);
    let seen = 0;
    for (let node = walker.nextNode(); node !== null && seen < NODES; node = walker.nextNode(), seen++) {
      const text = node.nodeValue ?? '';
      if (text.length < SHORTEST) continue;
      const since = texts.get(flat(text));
      const element = node.parentElement;
      if (since === undefined || now - since < WAIT_MS || element === null || /^(script|style|noscript|template)$/i.test(element.tagName))
        continue;
      if (isWellSeen(element, window)) return true;
    }
    return false;
  }

  return {
    said(readings) {
      for (const reading of readings) {
        const kind = reading.kind === 'sighting' ? KINDS[reading.action] : undefined;
        if (reading.kind !== 'sighting' || kind === undefined) continue;
        const text = reading.text === null ? '' : flat(reading.text);
        if (reading.source === 'page') {
          read.add(kind);
          if (readTexts.size < TEXTS * 4) readTexts.add(text);
          // Read as something else than the data calls it, and read.
          for (const texts of Object.values(told)) texts.delete(text);
        } else if (isOneText(reading.text ?? '') && !readTexts.has(text) && told[kind].size < TEXTS && !told[kind].has(text))
          told[kind].set(text, now);
      }
      kinds = kinds.filter((kind) => !read.has(kind));
    },
    look(visible, place) {
      now = visible;
      kinds = (['post', 'comment'] as const).filter((kind) => {
        // Said once, it is true until an item of the kind is read: the words may have been scrolled away.
        if (read.has(kind) || kinds.includes(kind)) return !read.has(kind);
        const isKnown = PLACES[kind].has(place) && [...told[kind].values()].some((at) => now - at >= WAIT_MS);
        if (!isKnown || !isShown(told[kind])) {
          delete shownSince[kind];
          return false;
        }
        shownSince[kind] ??= now;
        return now - shownSince[kind] >= STAY_MS;
      });
    },
    kinds: () => kinds,
    openPage() {
      told = { post: new Map(), comment: new Map() };
      read = new Set();
      readTexts = new Set();
      shownSince = {};
      kinds = [];
      now = 0;
    },
  };
}

/** Seen by a person, and so far from the screen's edges that the item around it can be no sliver that is rightly left unread. */
function isWellSeen(element: Element, window: Window): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= EDGE && bottom <= window.innerHeight - EDGE && isSeen(element, window);
}
