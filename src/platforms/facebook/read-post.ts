// One post of a page, with the post that it passes on, if any.
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { NO_ITEM, type Target, toListing, toPost, toSighting, toUnreadable, toWords } from './facts.ts';
import {
  findOwn,
  findRuns,
  isBefore,
  isBody,
  isComment,
  isInWords,
  isPicture,
  keyOf,
  ownerOf,
  type PageLink,
  readLink,
  readName,
  readTags,
  readTime,
  readWords,
} from './page-parts.ts';
import { AD_EXPLANATION_PATH, ARTICLE, LOADING, MESSAGE, ORDER_MENU, OWNER, PROFILE_NAME } from './selectors.ts';

/** Name and time above a post; a share has two. */
interface Header {
  readonly author: Account | null;
  /** The first link of the header, to tell its place. */
  readonly first: Element;
  readonly permalink: PageLink | null;
}

/** The links of a post's headers: not in its words, not on its pictures. */
function readHeaderLinks(item: Element, page: PageContext): PageLink[] {
  const links: PageLink[] = [];
  for (const element of item.querySelectorAll('a[href]')) {
    const owner = ownerOf(element);
    // Comments close a post: nothing of its own follows them.
    if (owner !== null && owner !== item && item.contains(owner) && isComment(owner)) break;
    if (owner !== (item.matches(OWNER) ? item : ownerOf(item)) || isInWords(element, item)) continue;
    const one = readLink(element, page.url);
    if (one !== null) links.push(one);
  }
  return links;
}

function isTimeLink(one: PageLink): boolean {
  if (one.link.kind !== 'post' || one.link.postId === null || one.element.querySelector('img, video, picture') !== null) return false;
  return readWords(one.element) !== null || toWords(one.element.getAttribute('aria-label')) !== null;
}

/** Cuts the links into headers: everybody named up to a link to a post, which is the time. */
function readHeaders(item: Element, page: PageContext): Header[] {
  const headers: Header[] = [];
  let named: PageLink[] = [];
  const close = (permalink: PageLink | null) => {
    const first = named[0]?.element ?? permalink?.element;
    if (first !== undefined) headers.push({ author: chooseAuthor(item, named, permalink), first, permalink });
    named = [];
  };
  for (const one of readHeaderLinks(item, page)) {
    if (one.link.kind === 'profile') {
      if (headers.length > 0 || !startsAnother(named, one)) named.push(one);
      else {
        // A second picture-and-name pair before any time: the outer time has no address yet, the pair heads the original.
        close(null);
        named.push(one);
      }
    } else if (isTimeLink(one)) {
      const same = headers.at(-1)?.permalink?.link.postId === one.link.postId;
      if (!same && (headers.length === 0 || isAnother(named, one))) close(one);
      else if (same) named = [];
    }
  }
  if (headers.length === 0) close(null);
  return headers;
}

/** Does a link begin a further header, being the picture of another account than the one already paired? */
function startsAnother(named: readonly PageLink[], one: PageLink): boolean {
  const paired = findPaired(named);
  return paired !== null && paired !== keyOf(one.link.account) && isPicture(one.element);
}

/** A later link to a post heads an original only with somebody's name, or where it cannot be a picture of the post's own. */
function isAnother(named: readonly PageLink[], time: PageLink): boolean {
  return named.length > 0 || /\/posts\/|\/permalink/.test(time.link.postUrl ?? '');
}

/** Who stands as picture and again as name. People merely mentioned in a header have no picture there. */
function findPaired(named: readonly PageLink[]): string | null {
  for (const one of named) {
    const key = keyOf(one.link.account);
    const same = named.filter((other) => keyOf(other.link.account) === key);
    if (key !== null && same.some((other) => isPicture(other.element)) && same.some((other) => !isPicture(other.element))) return key;
  }
  return null;
}

function chooseAuthor(item: Element, named: readonly PageLink[], permalink: PageLink | null): Account | null {
  const keys = [...new Set(named.map((one) => keyOf(one.link.account)))];
  const owner = keyOf(permalink?.link.account ?? null);
  const key =
    findPaired(named) ??
    (keys.length === 1 ? keys[0] : undefined) ??
    keyOf(
      named.find((one) => one.element.closest(PROFILE_NAME) !== null && item.contains(one.element.closest(PROFILE_NAME)))?.link.account ??
        null,
    ) ??
    keys.find((one) => one === owner) ??
    null;
  // Somebody else's picture before the author's: a header whose name is missing, followed by another header.
  const firstPicture = named.find((one) => isPicture(one.element));
  if (firstPicture !== undefined && keyOf(firstPicture.link.account) !== key) return null;
  const account = named.find((one) => keyOf(one.link.account) === key)?.link.account ?? null;
  return account === null ? null : { ...account, name: readName(named, key) };
}

/** The words between two places of a post. */
function findMessage(item: Element, after: Element | null, before: Element | null): Element | null {
  const between = (one: Element) =>
    (after === null || isBefore(after, one)) && (before === null || (isBefore(one, before) && !one.contains(before)));
  const marked = findOwn(item, MESSAGE).filter(between);
  const runs = marked.length > 0 ? marked : findRuns(item).filter((run) => isBody(run) && between(run) && readWords(run) !== null);
  return runs[0] ?? null;
}

/** The original as a nested article, or as a second header within the same one. */
function readOriginal(item: Element, second: Header | undefined, page: PageContext): { first: Element; post: Target } | null {
  const nested = [...item.querySelectorAll(ARTICLE)].find((one) => ownerOf(one) === item && !isComment(one));
  const box = nested ?? item;
  const header = nested === undefined ? second : readHeaders(nested, page)[0];
  if (!header?.permalink) return null;
  const words = findMessage(box, header.permalink.element, null);
  return { first: nested ?? header.first, post: toPost(header.permalink.link, header.author, words === null ? null : readWords(words)) };
}

/** What an article says of its post: its ids by its own time link or the set of its pictures, its author, its words. */
interface PostFacts {
  readonly author: Account | null;
  /** null if nothing tells which post it is. */
  readonly post: Target | null;
  readonly words: Element | null;
  readonly time: Element | null;
  readonly original: Target | null;
}

/** Reads an article as a post; null if it has no header at all. */
export function readPostFacts(item: Element, page: PageContext): PostFacts | null {
  const [outer, second] = readHeaders(item, page);
  if (outer === undefined) return null;
  const original = readOriginal(item, second, page);
  const time = outer.permalink?.element ?? null;
  const words = findMessage(item, time ?? outer.first, original?.first ?? null);
  const text = words === null ? null : readWords(words);
  const { author } = outer;
  const known = outer.permalink === null ? readSet(item, page) : toPost(outer.permalink.link);
  return {
    author,
    post: known === null ? null : { ...known, author: author ?? known.author, text },
    words,
    time,
    original: original?.post ?? null,
  };
}

/** Pictures of a post link to it by their set, also where the time has no address yet. */
function readSet(item: Element, page: PageContext): Target | null {
  const sets = new Set(readHeaderLinks(item, page).flatMap((one) => (one.link.kind === 'post' ? one.link.otherPostIds : [])));
  const [id] = sets;
  return id === undefined || sets.size > 1 ? null : { id, otherIds: [], url: null, author: null, text: null };
}

export function readPost(item: Element, page: PageContext): Reading[] {
  const facts = readPostFacts(item, page);
  if (facts === null) {
    const isEmpty = findOwn(item, LOADING).length > 0 || readWords(item) === null;
    return isEmpty ? [] : [toUnreadable('page', 'post', ['author'])];
  }
  const { author, post, words, original } = facts;
  const own = post === null ? NO_ITEM : { id: post.id, otherIds: post.otherIds, url: post.url };
  if (author === null) return [toUnreadable('page', 'post', ['author'], own)];
  const text = words === null ? null : readWords(words);
  const shared = {
    source: 'page' as const,
    actor: author,
    item: own,
    text,
    tags: readTags(words, page.url),
    shownAt: readTime(facts.time),
    promoted: findOwn(item, 'a[href]').some((link) => (readLink(link, page.url)?.url.pathname ?? '').startsWith(AD_EXPLANATION_PATH)),
  };
  const order = findOrder(item);
  const listing =
    post === null || order === null
      ? []
      : [toListing({ source: 'page', action: 'comment', post, filterShown: order, more: hasMore(item) })];
  if (original !== null) {
    // With the outer time unreadable, a time of the same account may be the outer one or the original's: not told apart.
    if (facts.time === null && keyOf(original.author) === keyOf(author)) return [toUnreadable('page', 'post', ['id'])];
    return [toSighting({ ...shared, action: text === null ? 'share' : 'quote', post: original }), ...listing];
  }
  if (post === null) {
    const marked = words !== null || item.hasAttribute('aria-posinset') || findOwn(item, `${MESSAGE}, ${PROFILE_NAME}`).length > 0;
    return marked ? [toUnreadable('page', 'post', ['id'])] : [];
  }
  return [toSighting({ ...shared, action: 'post', post }), ...listing];
}

/** The order of the comments on show, in the page's own words. */
function findOrder(item: Element): string | null {
  if (![...item.querySelectorAll(ARTICLE)].some(isComment)) return null;
  const menu = findOwn(item, ORDER_MENU).find((one) => readOrder(one) !== null);
  return menu === undefined ? null : readOrder(menu);
}

function readOrder(menu: Element): string | null {
  return toWords(menu.textContent?.trim())?.slice(0, 300) ?? null;
}

/** Grey boxes after the last comment: more is loading. Their absence says nothing. */
function hasMore(item: Element): boolean | null {
  const last = [...item.querySelectorAll(ARTICLE)].filter(isComment).at(-1);
  const boxes = [...item.querySelectorAll(LOADING)];
  return last !== undefined && boxes.some((box) => isBefore(last, box) && !last.contains(box)) ? true : null;
}
