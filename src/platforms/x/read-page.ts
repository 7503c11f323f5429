// From an element of X's pages to what it says.
import { findAll, hrefOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { findParent, findRoot } from './page-conversation.ts';
import { findList, readRow } from './page-list.ts';
import { type DrawnPost, findOwn, readPost } from './page-post.ts';
import { findViewer } from './page-viewer.ts';
import { listing, sighting, type Target, toTarget, unreadable } from './readings.ts';
import { COUNT_BUTTONS, REPOST_ICON, SELECTORS } from './selectors.ts';
import { parseUrl, toAccount } from './urls.ts';

/** Posts and list rows within `root`, outermost first. */
export function findItems(root: ParentNode): Element[] {
  const items = findAll(root, `${SELECTORS.article}, ${SELECTORS.userCell}`);
  const [first] = items;
  // In the order of the document: an item stands in an article if the last one found holds it, or if the root stands in one.
  let post = first?.parentElement?.closest(SELECTORS.article) ?? null;
  return items.filter((item) => {
    if (post?.contains(item)) return false;
    if (item.matches(SELECTORS.article)) post = item;
    return true;
  });
}

/** Reads one post or one row of a list. */
export function readItem(item: Element, page: PageContext): Reading[] {
  if (item.matches(SELECTORS.userCell)) return readRow(item, page);
  return item.matches(SELECTORS.article) ? readArticle(item, page) : [];
}

function readArticle(article: Element, page: PageContext): Reading[] {
  // A row that is still loading is empty; a notice in a post's place ("deleted") has words and no author.
  if ((article.textContent ?? '').trim() === '' && !article.matches(SELECTORS.tweet)) return [];
  const post = readPost(article, page);
  const { author, id } = post;
  if (author === null || id === null) {
    const missing = [...(author === null ? ['author'] : []), ...(id === null ? ['id'] : [])];
    return [unreadable('page', 'post', missing, id)];
  }
  const self = toTarget(id, author, post.text);
  const readings = [...readShare(post, self, page), ...readOwnActs(post, author, self, page)];
  if (post.cut) readings.push(unreadable('page', 'post', ['text'], id, self.url));
  return [...readings, ...readCounts(post, self)];
}

/** The post as its author's own act: a reply, a quote, both, or neither. */
function readOwnActs(post: DrawnPost, actor: Account, self: Target, page: PageContext): Reading[] {
  const item = { id: self.id, otherIds: [], url: self.url };
  const { text, tags, shownAt, at, promoted } = post;
  const act = { source: 'page', actor, item, text, tags, shownAt, at, promoted } as const;
  const acts: Reading[] = [];
  const unknown: Reading[] = [];
  const parent = findParent(post, page);
  if (parent.kind === 'post') {
    const root = findRoot(parent.post, page);
    const thread = root === null || root.id === parent.post.id ? null : toTarget(root.id, root.author, root.text);
    acts.push(sighting({ ...act, action: 'reply', post: toTarget(parent.post.id, parent.post.author, parent.post.text), thread }));
  } else if (parent.kind === 'author') acts.push(sighting({ ...act, action: 'reply', post: toTarget(null, parent.author, null) }));
  else if (parent.kind === 'unknown') unknown.push(unreadable('page', 'reply', ['post'], self.id, self.url));
  const quoted = post.quoted === null ? null : onQuotesList(post.quoted.target, post, page);
  if (quoted !== null && (quoted.id !== null || quoted.author !== null)) acts.push(sighting({ ...act, action: 'quote', post: quoted }));
  else if (quoted !== null) unknown.push(unreadable('page', 'quote', ['post'], self.id, self.url));
  return [...(acts.length > 0 ? acts : [sighting({ ...act, action: 'post', post: self })]), ...unknown];
}

/** On the list of a post's quotes the quoted post is that post; a quote's box itself rarely names an id. */
function onQuotesList(target: Target, post: DrawnPost, page: PageContext): Target {
  if (target.id !== null || target.author?.handle == null || post.promoted) return target;
  const place = findList(post.article, page)?.place;
  const same = place?.account?.handle?.toLowerCase() === target.author.handle.toLowerCase();
  return place?.action === 'quote' && same ? toTarget(place.postId, target.author, target.text) : target;
}

/** The repost that brought the post here, from the line above it. */
function readShare(post: DrawnPost, self: Target, page: PageContext): Reading[] {
  const line = findOwn(post.article, SELECTORS.socialContext)[0];
  const link = line?.closest('a[href]') ?? line?.querySelector('a[href]');
  const url = link == null ? null : hrefOf(link, page.url);
  const place = url === null ? null : parseUrl(url);
  // Without a link to a profile the line says "pinned", a topic or a community.
  if (line === undefined || place?.kind !== 'profile' || place.account?.handle == null) return [];
  const icon = findIcon(line, post.article);
  // The line is also used for other news of an account, told apart by the icon: another icon is no repost.
  if (icon !== null && !REPOST_ICON.test(icon)) return [];
  if (icon === null) return [unreadable('page', 'share', ['action'], self.id, self.url)];
  const viewer = findViewer(post.article);
  const mine = findOwn(post.article, SELECTORS.viewerReposted).length > 0;
  if (mine && viewer === null) return [unreadable('page', 'share', ['actor'], self.id, self.url)];
  if (place.account.handle.toLowerCase() === viewer?.toLowerCase()) return [];
  return [
    sighting({ source: 'page', action: 'share', actor: toAccount(null, place.account.handle, null), post: self, promoted: post.promoted }),
  ];
}

/** The drawing beside a line: the first icon in the smallest box around the line that has one. */
function findIcon(line: Element, article: Element): string | null {
  for (let box: Element | null = line; box !== null && box !== article; box = box.parentElement) {
    if (box.querySelector(SELECTORS.userName) !== null) return null;
    const path = box.querySelector('svg path');
    if (path !== null) return path.getAttribute('d') ?? '';
  }
  return null;
}

/** How many replies, reposts and likes the site claims. */
function readCounts(post: DrawnPost, self: Target): Reading[] {
  return COUNT_BUTTONS.flatMap(({ action, selector }) => {
    const label = findOwn(post.article, selector)[0]?.getAttribute('aria-label') ?? '';
    const total = toCount(label);
    return total === null || total === 0 ? [] : [listing('page', action, { ...self, text: null }, { total })];
  });
}

/** "1349 Replies. Reply", "1.349 balasan": the first number of a label, if it is whole; "1,3 rb" is not. */
function toCount(label: string): number | null {
  const shown = /\d+(?:[.,\u00a0\u202f ’']\d{3})*(?![\d.,]*\d)/.exec(label)?.[0];
  const first = /\d/.exec(label);
  if (shown === undefined || first === null || !label.slice(first.index).startsWith(shown)) return null;
  const rest = label.slice(first.index + shown.length);
  if (/^\s?(?:[KMBT]|rb|jt|k|m)\b/.test(rest)) return null;
  const total = Number(shown.replace(/\D/g, ''));
  return Number.isSafeInteger(total) ? total : null;
}
