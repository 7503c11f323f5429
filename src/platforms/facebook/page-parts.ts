// What posts, comments and lists on a page have in common: links that are theirs, names, words.
import { findAll, hrefOf, textOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import { toWords } from './facts.ts';
import { COMMENT_ID_ATTRIBUTE, COMMENT_WRAPPER, CONTROLS, MESSAGE, OWNER, POST_MARKS, PROFILE_NAME, USER_TEXT } from './selectors.ts';
import { type Link, parseLink } from './urls.ts';

export interface PageLink {
  readonly element: Element;
  readonly link: Link;
  readonly url: URL;
}

/** A link of the site itself; null for others and for addresses that only say "this page". */
export function readLink(element: Element, base: URL): PageLink | null {
  const raw = element.getAttribute('href')?.trim() ?? '';
  // `?__cft__…` and `#` resolve to the page's own address, which may be another item's.
  if (raw === '' || raw.startsWith('?') || raw.startsWith('#')) return null;
  const url = hrefOf(element, base);
  const link = url === null ? null : parseLink(url);
  return url === null || link === null ? null : { element, link, url };
}

/** The item that an element belongs to: the nearest post or comment around it. */
export function ownerOf(element: Element): Element | null {
  return element.parentElement?.closest(OWNER) ?? null;
}

/** Elements that belong to an item itself and not to an item within it. */
export function findOwn(item: Element, selector: string): Element[] {
  const owner = item.matches(OWNER) ? item : ownerOf(item);
  return findAll(item, selector).filter((element) => element !== item && ownerOf(element) === owner);
}

/** The item's own links, in document order. */
export function readOwnLinks(item: Element, base: URL): PageLink[] {
  return findOwn(item, 'a[href]').flatMap((element) => readLink(element, base) ?? []);
}

/** Is the element part of what a user wrote? Names and times stand in headings or in lone runs, words in runs within runs. */
export function isInWords(element: Element, item: Element): boolean {
  if (element.closest(MESSAGE) !== null) return true;
  const head = element.closest(`h1, h2, h3, h4, h5, h6, ${PROFILE_NAME}`);
  if (head !== null && item.contains(head)) return false;
  for (
    let run = element.parentElement?.closest(USER_TEXT) ?? null;
    run !== null && run !== item && item.contains(run);
    run = run.parentElement?.closest(USER_TEXT) ?? null
  )
    if (isBody(run)) return true;
  return false;
}

/** The time as shown, in the site's words. The label is whole where the text is cut into decoys. */
export function readTime(link: Element | null): string | null {
  return link === null ? null : ((toWords(link.getAttribute('aria-label')) ?? readWords(link))?.slice(0, 200) ?? null);
}

export function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & 4) !== 0;
}

/** A key to tell two accounts of one item apart. */
export function keyOf(account: Account | null): string | null {
  return account?.id ?? account?.handle?.toLowerCase() ?? null;
}

/** Text without badges, buttons and pictures drawn in lines: a verified mark carries a title in the viewer's language. */
export function readWords(element: Element): string | null {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('svg, [role="button"], [role="img"]:not(img)')) part.remove();
  return toWords(textOf(copy));
}

/** Is a link a person's picture rather than the name? A picture carries the name as label and may hold other text, such as "online". */
export function isPicture(link: Element): boolean {
  return link.hasAttribute('aria-label') || link.getAttribute('aria-hidden') === 'true' || readWords(link) === null;
}

/** The text of a link without the picture in it, whose alternative text is the name once more. */
function readShownName(link: Element): string | null {
  const copy = link.cloneNode(true) as Element;
  for (const picture of copy.querySelectorAll('img')) picture.remove();
  return readWords(copy) ?? readWords(link);
}

/** The name that links to one account show, else the label of the picture. */
export function readName(links: readonly PageLink[], key: string | null): string | null {
  const same = links.filter((one) => one.link.kind === 'profile' && keyOf(one.link.account) === key).map((one) => one.element);
  const shown = same
    .filter((link) => !isPicture(link))
    .map(readShownName)
    .find((text) => text !== null);
  const labelled = same.map((link) => toWords(link.getAttribute('aria-label'))).find((text) => text !== null);
  const rest = same.map(readShownName).find((text) => text !== null);
  return (shown ?? labelled ?? rest ?? null)?.slice(0, 2000) ?? null;
}

/** Accounts that stand in the words as links. */
export function readTags(words: Element | null, base: URL): Account[] {
  if (words === null) return [];
  const tagged = [...words.querySelectorAll('a[href]')].flatMap((element) => {
    const one = readLink(element, base);
    return one?.link.kind === 'profile' && one.link.account !== null
      ? [{ ...one.link.account, name: readWords(element)?.slice(0, 2000) ?? null }]
      : [];
  });
  return tagged.filter((one, index) => tagged.findIndex((other) => keyOf(other) === keyOf(one)) === index).slice(0, 200);
}

/** The outermost runs of user text that are the item's own and no control's. */
export function findRuns(item: Element): Element[] {
  const runs = findOwn(item, USER_TEXT).filter((run) => run.closest(CONTROLS) === null || !item.contains(run.closest(CONTROLS)));
  return runs.filter((run) => !runs.some((other) => other !== run && other.contains(run)));
}

/** A run that holds a further run is a body of text; a lone one may be a badge. */
export function isBody(run: Element): boolean {
  return run.querySelector('div[dir="auto"]') !== null || run.tagName.toUpperCase() === 'DIV';
}

/** Tells a comment from a post by its marks and links, not by what its label says. */
export function isComment(article: Element): boolean {
  if (POST_MARKS.some((mark) => article.hasAttribute(mark))) return false;
  if (article.matches(COMMENT_WRAPPER) || isWrapped(article)) return true;
  if (article.hasAttribute('aria-label')) return true;
  return findOwn(article, 'a[href*="comment_id"]').some((link) => !isInWords(link, article));
}

function isWrapped(article: Element): boolean {
  const wrapper = article.closest(COMMENT_WRAPPER);
  return wrapper !== null && wrapper.querySelector(OWNER) === article;
}

/** The number on the comment's wrapper, or null. */
export function readWrapperId(article: Element): string | null {
  const wrapper = article.matches(COMMENT_WRAPPER) || isWrapped(article) ? article.closest(COMMENT_WRAPPER) : null;
  const id = wrapper?.getAttribute(COMMENT_ID_ATTRIBUTE) ?? '';
  return /^\d+$/.test(id) ? id : null;
}
