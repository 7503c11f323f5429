// What the watching of a page asks of whatever draws into it.
import type { Flag, PageOrders } from './messages.ts';

/** What is drawn into the page: never inside the site's own elements. */
export interface Marks {
  show(item: Element, flag: Flag): void;
  /** Takes the item's mark away: sites reuse an element for somebody else's item. */
  hide(item: Element): void;
  /** For the time of a picture. */
  setHidden(hidden: boolean): void;
  orders(orders: PageOrders): void;
  /** A short outline, so that the monitor finds the item. */
  pointOut(item: Element): void;
  /** One sentence at the edge of the page; 'reload': the extension was updated under this page. */
  notice(kind: 'reload'): void;
  clear(): void;
}

/** What the monitor does while picking an item by hand. */
export interface PickCalls {
  /** The pointer stands here, CSS pixels of the viewport. */
  over(x: number, y: number): void;
  step(step: 'next' | 'previous' | 'wider' | 'narrower'): void;
  take(): void;
  end(): void;
  /** The page takes the layer away again and again. */
  lost(): void;
}

/** What picking by hand draws over a page. While it is open the page gets neither pointer nor keys. */
export interface PickLayer {
  open(language: 'id' | 'en', calls: PickCalls): void;
  /** Outlines an element and says what it is. */
  show(item: Element | null): void;
  say(what: 'help' | 'nothing' | 'too-big'): void;
  /** Does something with the page as if the layer were not there. */
  through<T>(work: () => T): T;
  /** The item is picked: the page gets its pointer and keys back, the outline stays. */
  rest(item: Element): void;
  setHidden(hidden: boolean): void;
  /** Nothing is left of it in the page. */
  close(): void;
}
