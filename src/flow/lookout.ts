// Looks out for what no reader finds: a page whose markup has moved altogether looks like a page with nothing on it.
import type { ItemKind } from '../model/messages.ts';
import { NO_TALLY } from '../model/no-tally.ts';
import type { Place, Platform } from '../model/platform.ts';
import type { Action, Reading } from '../model/sighting.ts';
import type { Tally } from '../model/tally.ts';
import { unreadKinds } from './unread-kinds.ts';

export interface Lookout {
  /** What the other eye read in one exchange. */
  wireSaid(readings: readonly Reading[]): void;
  /** To be called about once a second while the tab is visible. `found`: items found on this page so far. */
  look(found: number): void;
  /** What stood on the screen. */
  pageRead(readings: readonly Reading[]): void;
  readonly missed: () => 'wire' | 'drawn' | null;
  /** Kinds that stand on the screen and are not read at all. */
  readonly notRead: () => readonly ItemKind[];
  /** What the other eye's reader made of this page's answers. */
  readonly wire: () => Tally;
  openPage(): void;
}

/** Ms of a visible page after which what was announced should have been drawn: blindness has to be told within ten seconds. */
const WAIT_MS = 6500;
/** A pause longer than this was no looking: the tab was hidden, or the computer slept. */
const GAP_MS = 2500;
/** Characters outside scripts from which on a page counts as drawn: a waiting page says "loading" at most. */
const DRAWN = 200;

/** Acts that the page itself draws as items. Likes and follows come for lists that stand behind a click. */
const DRAWN_ACTIONS: ReadonlySet<Action> = new Set(['post', 'comment', 'reply', 'quote', 'share']);
const ITEM_PLACES: ReadonlySet<Place['kind']> = new Set(['post', 'comment', 'list', 'profile']);
/** Addresses of one thing: a single item in the data belongs there. Elsewhere it may be a preview that is never drawn as an item. */
const SINGLE_PLACES: ReadonlySet<Place['kind']> = new Set(['post', 'comment', 'list']);

/** Watches one page after another. Reads nothing but whether items stand in the document at all. */
export function lookout(platform: Platform, window: Window): Lookout {
  let visible = 0;
  let lookedAt = window.performance.now();
  /** Visible time at which the wire first brought something that has to be drawn, and first brought several in one answer. */
  let announced: { one: number | null; several: number | null } = { one: null, several: null };
  let missed: 'wire' | 'drawn' | null = null;
  let wire: Tally = NO_TALLY;
  const unread = unreadKinds(window);
  const place = () => platform.parseUrl(new URL(window.location.href))?.kind ?? 'other';

  function judge(found: number): 'wire' | 'drawn' | null {
    if (found > 0 || visible < WAIT_MS) return null;
    const kind = place();
    // Settings, messages and the like: data of an earlier page may still arrive there.
    if (kind === 'other') return null;
    const since = SINGLE_PLACES.has(kind) ? announced.one : announced.several;
    const isLate = since !== null && visible - since >= WAIT_MS;
    const isPlace = ITEM_PLACES.has(kind);
    if (!isLate && !isPlace) return null;
    // Items that stand below the screen, or say nothing, have been found.
    if (platform.findItems(window.document).length > 0) return null;
    if (isLate) return 'wire';
    return isPlace && isDrawn(window.document) ? 'drawn' : null;
  }

  return {
    wireSaid(readings) {
      if (readings.length === 0) return;
      unread.said(readings);
      const unreadable = { ...wire.unreadable };
      let { found, read } = wire;
      const drawn = new Set<string>();
      for (const reading of readings) {
        if (reading.kind !== 'sighting' && reading.kind !== 'unreadable') continue;
        found++;
        if (reading.kind === 'sighting') {
          read++;
          if (DRAWN_ACTIONS.has(reading.action)) drawn.add(reading.item.id ?? reading.item.url ?? `${found}`);
        } else {
          const [field = 'content'] = reading.missing;
          unreadable[field] = (unreadable[field] ?? 0) + 1;
        }
      }
      wire = { found, read, unreadable };
      if (drawn.size > 0) announced.one ??= visible;
      if (drawn.size > 1) announced.several ??= visible;
    },
    look(found) {
      const now = window.performance.now();
      if (now - lookedAt < GAP_MS) visible += now - lookedAt;
      lookedAt = now;
      missed = judge(found);
      unread.look(visible, place());
    },
    pageRead: (readings) => unread.said(readings),
    missed: () => missed,
    notRead: unread.kinds,
    wire: () => wire,
    openPage() {
      visible = 0;
      lookedAt = window.performance.now();
      announced = { one: null, several: null };
      missed = null;
      wire = NO_TALLY;
      unread.openPage();
    },
  };
}

/** Is there more on the page than a waiting sign? Counts no further than it has to. */
function isDrawn({ body }: Document): boolean {
  let length = 0;
  const walker = body.ownerDocument.createTreeWalker(body, 4);
  for (let node = walker.nextNode(); node !== null && length < DRAWN; node = walker.nextNode()) {
    if (node.parentElement !== null && /^(script|style|noscript|template)$/i.test(node.parentElement.tagName)) continue;
    length += node.nodeValue?.trim().length ?? 0;
  }
  return length >= DRAWN;
}
