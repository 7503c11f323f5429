// From elements of a page to readings: which elements are items, and what each is.
import { findAll } from '../../lib/dom.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { isComment, ownerOf } from './page-parts.ts';
import { readComment } from './read-comment.ts';
import { findRows, readRow } from './read-list.ts';
import { readPost } from './read-post.ts';
import { ARTICLE, COMMENT_WRAPPER, DIALOG, FEED_UNIT, OWNER, SIDE_COLUMN } from './selectors.ts';
import { parseLink } from './urls.ts';

/** Every post, comment and row of people within `root`, in document order. */
export function findItems(root: ParentNode): Element[] {
  const articles = findAll(root, ARTICLE);
  const units = findAll(root, FEED_UNIT).filter(
    (unit) => unit.querySelector('h2 a[href], h3 a[href], h4 a[href]') !== null && !holdsPost(unit),
  );
  const bare = findAll(root, COMMENT_WRAPPER).filter((wrapper) => wrapper.querySelector(OWNER) === null && wrapper.closest(OWNER) === null);
  const columns = findAll(root, SIDE_COLUMN).filter((column) => !holdsPost(column) && column.closest(DIALOG) === null);
  const found = [...articles, ...units, ...bare, ...columns, ...findRows(root)];
  return [...new Set(found)].sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
}

function holdsPost(box: Element): boolean {
  return [...box.querySelectorAll(ARTICLE)].some((article) => !isComment(article));
}

/** Reads one item. Says nothing about elements that `findItems` does not give. */
export function readItem(item: Element, page: PageContext): Reading[] {
  if (item.matches(OWNER)) {
    if (isComment(item)) return readComment(item, page);
    const around = ownerOf(item);
    // A post within a post is what the outer one passes on, and is read with it.
    return around !== null && !isComment(around) ? [] : readPost(item, page);
  }
  if (item.matches(COMMENT_WRAPPER)) return readComment(item, page);
  if (item.matches(SIDE_COLUMN)) return readViewer(item, page);
  return item.matches('body, html') ? [] : readRow(item, page);
}

/** The post beside an opened photo or video; read only where its own time link and the page's address agree. */
function readViewer(column: Element, page: PageContext): Reading[] {
  const place = parseLink(page.url);
  if (place?.postId == null || ownerOf(column) !== null) return [];
  return readPost(column, page).filter(
    (reading) => reading.kind === 'sighting' && [reading.item.id, ...reading.item.otherIds].includes(place.postId),
  );
}
