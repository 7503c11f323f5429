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
