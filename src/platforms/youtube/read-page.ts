// Element -> reading. Elements are recycled: whatever is said about one is read from its own present links, never
// from what stood there before, from its place in a list, or from the address bar.
import { findAll, hrefOf, textOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { parseCount, toParent, toPost, toPostSighting, toSighting, toUnreadable } from './readings.ts';
import * as select from './selectors.ts';
import { parseProfile, parseUrl, rootOf } from './urls.ts';

const ITEMS = [select.WATCH, select.SHARED_POST, select.POST, select.COMMENTS_HEADER, select.COMMENT].join(', ');

/** Comments, community posts, watched videos and heads of comment lists within `root`. */
export function findItems(root: ParentNode): Element[] {
  return findAll(root, ITEMS).filter(
    (item) =>
      // A shared post is read with the post it holds; hidden hosts are empty shells kept for reuse.
      !(item.matches(select.POST) && item.parentElement?.closest(select.SHARED_POST)) &&
      (item.childElementCount > 0 || item.matches(select.WATCH)),
  );
}

/** Reads one item. [] for an element that is none. */
export function readItem(item: Element, page: PageContext): Reading[] {
  if (item.matches(select.COMMENT)) return [readComment(item, page.url)];
  if (item.matches(select.SHARED_POST)) return [readShared(item, page.url)];
  if (item.matches(select.POST)) return [readPost(item, page.url)];
  if (item.matches(select.WATCH)) return readWatch(item, page.url);
  return item.matches(select.COMMENTS_HEADER) ? readHeader(item, page.url) : [];
}

/** The first match that belongs to `item` itself, not to an item inside it. */
function ownAll(item: Element, selector: string): Element[] {
  const kind = `${select.COMMENT}, ${select.POST}, ${select.SHARED_POST}`;
  return [...item.querySelectorAll(selector)].filter((found) => found.closest(kind) === item);
}

interface Head {
  readonly author: Account | null;
  readonly postId: string | null;
  readonly commentId: string | null;
  readonly shownAt: string | null;
}

/** Author, permalink and shown time: from links outside the item's own words. */
function readHead(item: Element, base: URL): Head {
  const authors = ownAll(item, `${select.AUTHOR}, ${select.AUTHOR_BADGE}`).filter((link) => link.closest(select.TEXT) === null);
  const accounts = authors
    .map((link) => withName(parseProfile(hrefOf(link, base)?.href ?? null), link))
    .filter((account) => account !== null);
  const first = accounts[0] ?? null;
  // Two links that disagree mean an element caught in the middle of being reused.
  const agreed = first !== null && !accounts.some((account) => differ(account, first));
  const time = ownAll(item, select.TIME)
    .map((link) => ({ link, place: placeOf(link, base) }))
    .find(({ place }) => place?.postId != null);
  return {
    author: agreed ? first : null,
    postId: time?.place?.postId ?? null,
    commentId: time?.place?.commentId ?? null,
    shownAt: time === undefined ? null : textOf(time.link) || null,
  };
}

function placeOf(link: Element, base: URL) {
  const url = hrefOf(link, base);
  return url === null ? null : parseUrl(url);
}

const sameAccount = (a: Account, b: Account): boolean =>
  (a.id !== null && a.id === b.id) || (a.handle !== null && a.handle.toLowerCase() === b.handle?.toLowerCase());

const differ = (a: Account, b: Account): boolean =>
  (a.id !== null && b.id !== null && a.id !== b.id) ||
  (a.handle !== null && b.handle !== null && a.handle.toLowerCase() !== b.handle.toLowerCase());

function withName(account: Account | null, link: Element): Account | null {
  return account === null ? null : { ...account, name: textOf(link) || null };
}

/** The item's own words and the accounts they link to. */
function readWords(element: Element | undefined, base: URL): { text: string | null; tags: Account[] } {
  if (element === undefined) return { text: null, tags: [] };
  const tags: Account[] = [];
  for (const link of element.querySelectorAll('a[href]')) {
    const account = withName(parseProfile(hrefOf(link, base)?.href ?? null), link);
    if (account !== null && !tags.some((tag) => sameAccount(tag, account))) tags.push(account);
  }
  return { text: textOf(element) || null, tags };
}

function readComment(item: Element, base: URL): Reading {
  const head = readHead(item, base);
  const { author, postId, commentId } = head;
  if (author === null || postId === null || commentId === null) {
    const missing = [...(author === null ? ['author'] : []), ...(postId === null || commentId === null ? ['permalink'] : [])];
    return toUnreadable('page', 'comment', missing, { id: commentId, postId });
  }
  const words = readWords(ownAll(item, select.TEXT)[0], base);
  const parent = parentOf(item, commentId, postId, base);
  const post = watchedPost(item, postId, base);
  return toSighting({ id: commentId, postId, author, ...words, shownAt: head.shownAt, parentId: parent?.id ?? null }, 'page', post, parent);
}

/** The comment that a reply answers, or null for a top comment and for a parent that cannot be told. */
function parentOf(item: Element, id: string, postId: string, base: URL): Target | null {
  const root = rootOf(id);
  if (root === null) return null;
  const answers = item.closest(select.REPLIES);
  const above = answers === null ? null : mainComment(answers.closest(select.THREAD), answers);
  if (above === null || above === item) return item.closest(select.SUB_THREAD) === null ? toParent(postId, root, null) : null;
  const head = readHead(above, base);
  const standsUnder = head.postId === postId ? head.commentId : null;
  if (standsUnder === null || standsUnder === id || (standsUnder !== root && rootOf(standsUnder) !== root)) return null;
  const { text } = readWords(ownAll(above, select.TEXT)[0], base);
  return toParent(postId, standsUnder, head.author === null ? null : { author: head.author, text });
}

/** A thread's own comment: the one that does not stand among the answers. */
function mainComment(thread: Element | null, answers: Element): Element | null {
  return (
    [...(thread?.querySelectorAll(select.COMMENT) ?? [])].find((one) => !answers.contains(one) && one.closest(select.THREAD) === thread) ??
    null
  );
}

/** The post a comment stands below, with author and words where the page shows that very video or post. */
function watchedPost(item: Element, postId: string, base: URL): Target {
  const watch = item.closest(select.WATCH);
  if (watch !== null && watch.getAttribute(select.WATCH_ID) === postId)
    return toPost(postId, ownerOf(watch, base), readWatchWords(watch, base).text);
  // A community post stands on its page as an item of its own, which names its author itself.
  const posts = postId.startsWith('Ugk') ? [...(item.getRootNode() as ParentNode).querySelectorAll(select.POST)] : [];
  const post = posts.find((one) => readHead(one, base).postId === postId);
  return post === undefined
    ? toPost(postId)
    : toPost(postId, readHead(post, base).author, readWords(ownAll(post, select.TEXT)[0], base).text);
}

function ownerOf(watch: Element, base: URL): Account | null {
  const owners = [...watch.querySelectorAll(select.OWNER)].filter((owner) => owner.closest(select.WATCH) === watch);
  const accounts = owners.flatMap((owner) =>
    [...owner.querySelectorAll('a[href]')].map((link) => withName(parseProfile(hrefOf(link, base)?.href ?? null), link)),
  );
  const found = accounts.filter((account) => account !== null);
  const named = found.find((account) => account.name !== null) ?? found[0] ?? null;
  // One owner may be linked by id and by handle; two different handles or ids are two accounts, as on shared videos.
  const two =
    new Set(found.map((account) => account.id).filter((id) => id !== null)).size > 1 ||
    new Set(found.flatMap((account) => account.handle?.toLowerCase() ?? [])).size > 1;
  if (named === null || two) return null;
  const id = found.find((account) => account.id !== null)?.id ?? null;
  return { ...named, id };
}

function readWatchWords(watch: Element, base: URL): { text: string | null; tags: Account[] } {
  const own = (selector: string) => [...watch.querySelectorAll(selector)].find((found) => found.closest(select.WATCH) === watch);
  const description = readWords(own(select.DESCRIPTION), base);
  const title = own(select.TITLE);
  const text = [title === undefined ? null : textOf(title), description.text].filter((part) => part !== null && part !== '').join('\n');
  return { text: text === '' ? null : text, tags: description.tags };
}

function readWatch(watch: Element, base: URL): Reading[] {
  const id = watch.getAttribute(select.WATCH_ID);
  if (id === null || id === '') return [];
  const author = ownerOf(watch, base);
  if (author === null) return [toUnreadable('page', 'post', ['author'], { postId: id })];
  return [toPostSighting({ id, author, ...readWatchWords(watch, base), shownAt: null, original: null }, 'page')];
}

function readPost(item: Element, base: URL): Reading {
  const { author, postId, shownAt } = readHead(item, base);
  if (author === null || postId === null)
    return toUnreadable('page', 'post', [...(author === null ? ['author'] : []), ...(postId === null ? ['permalink'] : [])], { postId });
  return toPostSighting({ id: postId, author, ...readWords(ownAll(item, select.TEXT)[0], base), shownAt, original: null }, 'page');
}

function readShared(item: Element, base: URL): Reading {
  const { author, postId, shownAt } = readHead(item, base);
  const inner = item.querySelector(select.POST);
  const original = inner === null ? null : readHead(inner, base);
  if (author === null || postId === null || inner === null || original?.postId == null) {
    const missing = [
      ...(author === null ? ['author'] : []),
      ...(postId === null ? ['permalink'] : []),
      ...(original?.postId == null ? ['original'] : []),
    ];
    return toUnreadable('page', 'share', missing, { postId });
  }
  const target = toPost(original.postId, original.author, readWords(ownAll(inner, select.TEXT)[0], base).text);
  const words = ownAll(item, `${select.SHARED_TEXT}, ${select.TEXT}`).find((element) => element.querySelector(select.POST) === null);
  return toPostSighting({ id: postId, author, ...readWords(words, base), shownAt, original: target }, 'page');
}

function readHeader(header: Element, base: URL): Reading[] {
  const postId = header.closest(select.WATCH)?.getAttribute(select.WATCH_ID) ?? null;
  const count = header.querySelector(select.COMMENTS_COUNT);
  const total = count === null ? null : parseCount(textOf(count));
  if (postId === null) return [];
  const entries = [...header.querySelectorAll(select.ORDER_ENTRIES)];
  const chosen = entries.findIndex((entry) => entry.getAttribute('aria-selected') === 'true');
  if (total === null && chosen < 0) return [];
  const filterShown = entries[chosen] === undefined ? null : textOf(entries[chosen]).split('\n')[0] || null;
  const post = watchedPost(header, postId, base);
  // By position, as in the payload: the first order leaves comments out, the second does not.
  const filtered = chosen === 0 ? true : chosen === 1 ? false : null;
  return [{ kind: 'listing', platform: 'youtube', source: 'page', action: 'comment', post, total, filtered, filterShown, more: null }];
}
