// Elements to readings. A post's own permalink says whose it is; nothing is taken from the address of the page but the
// name of a profile whose reposts are open.
import { findAll, hrefOf } from '../../lib/dom.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { isAfter, isOwn, type Permalink, permalinks, profileLinks, quotedIn, showsHandle, timeIn, writtenIn } from './page-parts.ts';
import { aboveOf } from './page-thread.ts';
import { toPeople, toPost, toSighting, toUnreadable } from './readings.ts';
import { page as selectors } from './selectors.ts';
import { accountOf, profileParts, repostsOf } from './urls.ts';

/** Relative links need some address of the site to be told apart; which page it is does not matter here. */
const BASE = new URL('https://www.threads.com/');

/** What a list of people never holds. */
const NO_LIST = `${selectors.time}, textarea, [contenteditable]`;

/** Every item within `root`, outermost first, in document order. */
export function findItems(root: ParentNode): Element[] {
  const posts = findAll(root, selectors.post);
  // A page as the server sent it has no containers yet.
  const bare = findAll(root, selectors.permalink)
    .filter((link) => link.closest(selectors.post) === null && link.closest(selectors.column) !== null && permalinks(link, BASE).length > 0)
    .map(rowAround);
  const dialogs = findAll(root, selectors.dialog).filter(isListDialog);
  const within = (element: Element) => (root as Node).contains(element);
  const around = (root as Element).parentElement?.closest(selectors.dialog) ?? null;
  const rows =
    around === null ? dialogs.flatMap((dialog) => rowsIn(dialog, dialog)) : isListDialog(around) ? rowsIn(root as Element, around) : [];
  return [...new Set([...posts, ...bare, ...dialogs, ...rows])].filter(within).sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** The largest element around a permalink that holds no other post. */
function rowAround(link: Element): Element {
  let row = link;
  for (let up = link.parentElement; up !== null && !up.matches(`${selectors.column}, body`); row = up, up = up.parentElement)
    if (up.querySelectorAll(`${selectors.time}, ${selectors.post}`).length > 1) break;
  return row;
}

/** A pop-up with accounts and nothing else: likers, reposters and followers look the same in every language. */
function isListDialog(dialog: Element): boolean {
  return dialog.querySelector(NO_LIST) === null && profileLinks(dialog, BASE).some(showsHandle);
}

/** The rows of a pop-up within `part` of it, one for each name shown. */
function rowsIn(part: Element, dialog: Element): Element[] {
  return profileLinks(part, BASE)
    .filter(showsHandle)
    .map(({ link, handle }) => {
      let row: Element = link;
      for (let up = link.parentElement; up !== null && up !== dialog; row = up, up = up.parentElement)
        if (up.querySelector('h1, h2, input') !== null || holdsOther(up, handle)) break;
      return row;
    });
}

function holdsOther(element: Element, handle: string): boolean {
  for (const link of element.querySelectorAll(selectors.link)) {
    const url = hrefOf(link, BASE);
    const other = url === null ? null : profileParts(url);
    if (other !== null && other !== handle) return true;
  }
  return false;
}

/** What was done, and to what, stands in words only: which list it is the site's own data has to tell. */
function readDialog(dialog: Element): Reading[] {
  const handles = profileLinks(dialog, BASE)
    .filter(showsHandle)
    .map(({ handle }) => handle);
  return [toUnreadable('page', 'list', ['action', 'post']), toPeople(null, handles.map(accountOf))];
}

function readRow(row: Element): Reading[] {
  const names = profileLinks(row, BASE);
  const [name] = names.filter(showsHandle);
  return name === undefined || names.some(({ handle }) => handle !== name.handle) ? [] : [toPeople(accountOf(name.handle), [])];
}

/** Reads one item. */
export function readItem(item: Element, page: PageContext): Reading[] {
  if (item.matches('body, html')) return [];
  const dialog = item.closest(selectors.dialog);
  if (item === dialog) return isListDialog(dialog) ? readDialog(dialog) : [];
  if (dialog !== null && dialog.querySelector(NO_LIST) === null) return readRow(item);
  const own = permalinks(item, page.url);
  const [first] = own;
  if (first === undefined) return readBroken(item, page);
  const author = first.handle === null ? null : first.handle;
  const names = profileLinks(item, page.url);
  const post = toPost({ code: first.code, author: author === null ? null : accountOf(author) });
  const shown = names.find((name) => showsHandle(name) && name.handle.toLowerCase() === author?.toLowerCase());
  if (author === null || shown === undefined) return [toUnreadable('page', 'post', ['author'], post)];
  return [...readOwn(item, first, own, post, page), ...readContext(item, first, author, post, page)];
}

/** A container with a time or a post's link, but no permalink: the markup has moved. */
function readBroken(item: Element, page: PageContext): Reading[] {
  const looks = findAll(item, `${selectors.time}, a[href*="/post/"]`).some((part) => isOwn(part, item));
  return looks && item.matches(selectors.post) && profileLinks(item, page.url).length > 0 ? [toUnreadable('page', 'post', ['post'])] : [];
}

function readOwn(item: Element, first: Permalink, own: readonly Permalink[], post: Target, page: PageContext): Reading[] {
  const actor = accountOf(first.handle ?? '');
  const inside = quotedIn(item);
  // Older quotes have no container of their own: a second permalink, to another post.
  const second = own.find((one) => one.code !== first.code);
  const { text, tags } = writtenIn(item, first.link, second?.link ?? null, page.url);
  const found = { actor, item: post, text, tags, ...timeIn(first.link) };
  const readings: Reading[] = [];
  const above = item.parentElement?.closest(selectors.post) == null ? aboveOf(item, page.url) : null;
  if (above !== null) readings.push(toSighting('page', { action: 'reply', ...found, post: above.parent, thread: above.thread }));
  const [quoted] = inside;
  const original = quoted === undefined ? second : permalinks(quoted, page.url)[0];
  if (original !== undefined) {
    const target = toPost({ code: original.code, author: original.handle === null ? null : accountOf(original.handle) });
    readings.push(toSighting('page', { action: 'quote', ...found, post: target }));
  } else if (quoted !== undefined && quoted.querySelector(selectors.time) !== null)
    readings.push(toUnreadable('page', 'quote', ['post'], post));
  if (above === null && original === undefined) readings.push(toSighting('page', { action: 'post', ...found, post: { ...post, text } }));
  return readings;
}

/** A name above the author's: who brought the post here. What they did is told by an open tab of reposts only. */
function readContext(item: Element, first: Permalink, author: string, post: Target, page: PageContext): Reading[] {
  const others = profileLinks(item, page.url).filter(
    ({ link, handle }) => isAfter(first.link, link) && handle.toLowerCase() !== author.toLowerCase(),
  );
  const [other] = others;
  if (other === undefined) return [];
  const profile = repostsOf(page.url)?.toLowerCase();
  const tabs = [...item.ownerDocument.querySelectorAll(selectors.openTab)].map((tab) => hrefOf(tab, page.url));
  const open = tabs.some((url) => url !== null && profile !== undefined && repostsOf(url)?.toLowerCase() === profile);
  if (!open || others.some(({ handle }) => handle.toLowerCase() !== profile)) return [toUnreadable('page', 'share', ['action'], post)];
  return [toSighting('page', { action: 'share', actor: accountOf(other.handle), post })];
}
