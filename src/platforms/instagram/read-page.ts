// Which elements of a page are items, and which reader each goes to.
import { findAll } from '../../lib/dom.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { readComment } from './page-comment.ts';
import { listDialogs, readDialog, readRow, readTile, repostTiles, rowsOf } from './page-list.ts';
import { commentLinks, postAt, rowOf } from './page-parts.ts';
import { holderOf, readPost } from './page-post.ts';
import { page as selectors } from './selectors.ts';

/** Relative links need some address of the site to be told apart; which page it is does not matter here. */
const BASE = new URL('https://www.instagram.com/');

/** Every item within `root`, outermost first, in document order. */
export function findItems(root: ParentNode): Element[] {
  const within = (element: Element) => (root as Node).contains(element);
  const posts = findAll(root, selectors.permalink).flatMap((link) => (postAt(link, BASE) === null ? [] : (holderOf(link) ?? [])));
  const dialogs = listDialogs(root, BASE);
  // A row that comes in later stands in a pop-up around `root`.
  const around = (root as Partial<Element>).closest?.call(root as Element, selectors.dialog) ?? null;
  const rows = [...dialogs, ...(around === null ? [] : listDialogs(around, BASE))].flatMap((dialog) => rowsOf(dialog, BASE));
  const items = [
    ...findAll(root, selectors.article),
    ...posts,
    ...commentLinks(root, BASE).map(rowOf),
    ...dialogs,
    ...rows,
    ...repostTiles(root, BASE),
  ];
  return [...new Set(items)].filter(within).sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** Reads one item. */
export function readItem(item: Element, page: PageContext): Reading[] {
  if (item.matches(selectors.dialog)) return only(readDialog(item, page) ?? readPost(item, page));
  if (item.matches(`${selectors.article}, ${selectors.main}`)) return only(readPost(item, page));
  if (item.matches('body, html')) return [];
  return only(readComment(item, page) ?? readTile(item, page) ?? readRow(item, page));
}

const only = (reading: Reading | null): Reading[] => (reading === null ? [] : [reading]);
