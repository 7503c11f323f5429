// Which post a post on a page answers: only where the page itself shows it.
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import { type DrawnPost, findOwn, findQuoteBoxes, readMention, readPost } from './page-post.ts';
import { SELECTORS } from './selectors.ts';
import { parseUrl } from './urls.ts';

/**
 * none: not a reply, as far as the page shows · post: the parent is on the page ·
 * author: the page names only whom it answers · unknown: it is a reply, and to what is not shown.
 */
export type Parent =
  | { readonly kind: 'none' | 'unknown' }
  | { readonly kind: 'post'; readonly post: DrawnPost }
  | { readonly kind: 'author'; readonly author: Account };

/** The direct parent of a post. */
export function findParent(post: DrawnPost, page: PageContext): Parent {
  const said = readReplyingTo(post, page);
  const cell = post.article.closest(SELECTORS.cell);
  const byAuthor = (): Parent => {
    const [only] = said;
    if (only === undefined) return { kind: 'none' };
    // "Replying to @a and @b" does not say which of them wrote the parent.
    return said.length === 1 ? { kind: 'author', author: only } : { kind: 'unknown' };
  };
  const agrees = (parent: DrawnPost) => said.length === 0 || said.some((one) => isSame(one, parent.author));
  if (post.promoted || cell === null) return byAuthor();
  if (hasLineAbove(post.article)) {
    const above = readCell(rowsAbove(cell)[0] ?? null, page);
    const joined =
      above !== null && above.id !== null && above.author !== null && !above.promoted && (above.focal || hasLineBelow(above.article));
    if (joined && agrees(above)) return { kind: 'post', post: above };
    return said.length === 1 && !joined ? byAuthor() : { kind: 'unknown' };
  }
  const focal = findFocalAbove(cell, page);
  if (focal !== null && focal.id !== null && focal.id !== post.id) return agrees(focal) ? { kind: 'post', post: focal } : byAuthor();
  if (said.length > 0) return byAuthor();
  return isAstray(post, cell, page) ? { kind: 'unknown' } : { kind: 'none' };
}

/** The post at the head of the conversation that `post` stands in; null where the chain is not wholly on the page. */
export function findRoot(post: DrawnPost, page: PageContext): DrawnPost | null {
  let here = post;
  for (let step = 0; step < 100; step++) {
    const parent = findParent(here, page);
    if (parent.kind === 'none') return here;
    if (parent.kind !== 'post') return null;
    here = parent.post;
  }
  return null;
}

const isSame = (one: Account, other: Account | null) => one.handle !== null && one.handle.toLowerCase() === other?.handle?.toLowerCase();

/** Accounts in the line "Replying to @…": links that are @handles and stand between the author line and the words. */
function readReplyingTo(post: DrawnPost, page: PageContext): Account[] {
  const quotes = findQuoteBoxes(post.article);
  const name = findOwn(post.article, SELECTORS.userName, quotes)[0];
  const words = findOwn(post.article, SELECTORS.text, quotes)[0];
  if (name === undefined) return [];
  const outside = [
    SELECTORS.userName,
    SELECTORS.text,
    SELECTORS.avatar,
    SELECTORS.socialContext,
    '[data-testid="card.wrapper"]',
    '[role="group"]',
  ].join(', ');
  return findOwn(post.article, 'a[href]', quotes).flatMap((link) => {
    const afterName = (name.compareDocumentPosition(link) & 4) !== 0;
    const beforeWords = words === undefined || (link.compareDocumentPosition(words) & 4) !== 0;
    // Words carry their language; a mention in words that are no longer marked as such is not a parent.
    const written = link.closest('[lang]');
    const inWords = written !== null && post.article.contains(written);
    return afterName && beforeWords && !inWords && link.closest(outside) === null ? (readMention(link, page) ?? []) : [];
  });
}

function readCell(cell: Element | null, page: PageContext): DrawnPost | null {
  const articles = cell?.matches(SELECTORS.cell) ? [...cell.querySelectorAll(SELECTORS.tweet)] : [];
  const [only] = articles.filter((article) => article.parentElement?.closest(SELECTORS.article) === null);
  return only === undefined ? null : readPost(only, page);
}

/** The opened post, if `cell` is one of the rows below it and no heading ("more posts") begins another part in between. */
function findFocalAbove(cell: Element, page: PageContext): DrawnPost | null {
  // Most pages hold no opened post at all: one question instead of one to every row.
  if (cell.parentElement === null || !holdsFocal(cell.parentElement, page) || hasHeading(cell)) return null;
  for (const row of rowsAbove(cell)) {
    if (hasHeading(row)) return null;
    const post = readFocal(row, page);
    if (post !== null) return post;
  }
  return null;
}

const asked = new WeakMap<PageContext, WeakMap<Element, boolean>>();

/** Asked once for all posts that are read of one moment: it goes through the whole feed. */
function holdsFocal(feed: Element, page: PageContext): boolean {
  const answers = asked.get(page) ?? new WeakMap<Element, boolean>();
  asked.set(page, answers);
  const answer = answers.get(feed) ?? feed.querySelector(FOCAL) !== null;
  answers.set(feed, answer);
  return answer;
}

const FOCAL = `${SELECTORS.tweet}[tabindex="-1"]`;

/** The opened post if it stands in this row; the attribute is looked at first, since most rows hold another. */
function readFocal(row: Element, page: PageContext): DrawnPost | null {
  const post = row.querySelector(FOCAL) === null ? null : readCell(row, page);
  return post?.focal ? post : null;
}

/** The rows above a row, nearest first: by the height each is placed at where all state one, else by document order. */
function rowsAbove(cell: Element): Element[] {
  const rows = [...(cell.parentElement?.children ?? [])].filter((row) => row.matches(SELECTORS.cell));
  const placed = rows.map((row) => ({
    row,
    y: Number(/translateY\((-?[\d.]+)px\)/.exec(row.getAttribute('style') ?? '')?.[1] ?? Number.NaN),
  }));
  const own = placed.find((one) => one.row === cell)?.y ?? Number.NaN;
  // Saved pages and tests may hold rows without a place, or all at the same one.
  if (placed.some((one) => Number.isNaN(one.y)) || new Set(placed.map((one) => one.y)).size < rows.length)
    return rows.slice(0, rows.indexOf(cell)).reverse();
  return placed
    .filter((one) => one.y < own)
    .sort((one, other) => other.y - one.y)
    .map((one) => one.row);
}

function hasHeading(cell: Element): boolean {
  return [...cell.querySelectorAll(SELECTORS.heading)].some((heading) => heading.closest(SELECTORS.article) === null);
}

/** A row of an opened post's page whose opened post is no longer drawn: X takes far rows out of the page. */
function isAstray(post: DrawnPost, cell: Element, page: PageContext): boolean {
  const opened = parseUrl(page.url);
  if (opened?.kind !== 'post' || opened.postId === null || opened.postId === post.id) return false;
  const dialog = cell.ownerDocument.querySelector(SELECTORS.dialog);
  if (dialog !== null && !dialog.contains(cell)) return false;
  const rows = [...(cell.parentElement?.children ?? [])];
  return !rows.some((row) => readFocal(row, page) !== null || hasHeading(row));
}

/** X draws the thread's line as an empty box in the picture's column, in the row above the picture. */
function hasLineAbove(article: Element): boolean {
  let row: Element | null = findOwn(article, SELECTORS.avatar)[0] ?? null;
  while (row !== null && row !== article && row.previousElementSibling === null) row = row.parentElement;
  let above = row === null || row === article ? null : row.previousElementSibling;
  while (above?.children.length === 1) above = above.firstElementChild;
  if (above === null || above.children.length < 2 || above.querySelector(SELECTORS.socialContext) !== null) return false;
  const [column] = above.children;
  return column !== undefined && column.children.length === 1 && isBlank(column);
}

/** … and below it, as an empty box right after the picture. */
function hasLineBelow(article: Element): boolean {
  const after = findOwn(article, SELECTORS.avatar)[0]?.nextElementSibling ?? null;
  return after !== null && isBlank(after);
}

const isBlank = (element: Element) =>
  (element.textContent ?? '').trim() === '' && element.querySelector('svg, img, a, button, [data-testid]') === null;
