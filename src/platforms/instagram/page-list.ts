// Lists of accounts in a pop-up, and the grid of a profile's reposts. Neither names what was acted upon: an address does,
// and it is believed only where the page itself shows the same thing.
import { findAll, hrefOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { firstShown, type ProfileLink, profileLinks, showsHandle, wordsOf } from './page-parts.ts';
import { toListing, toPost, toSighting, toUnreadable } from './readings.ts';
import { page as selectors } from './selectors.ts';
import { accountOf, listOf, parseUrl, repostsOf } from './urls.ts';

/** Pop-ups that hold nothing but accounts. */
export function listDialogs(root: ParentNode, base: URL): Element[] {
  return findAll(root, selectors.dialog).filter((dialog) => isListDialog(dialog, base));
}

function isListDialog(dialog: Element, base: URL): boolean {
  return dialog.querySelector(`${selectors.article}, ${selectors.time}, form`) === null && firstShown(dialog, base) !== null;
}

/** The rows of a pop-up, one for each name shown. */
export function rowsOf(dialog: Element, base: URL): Element[] {
  return profileLinks(dialog, base)
    .filter(showsHandle)
    .map((name) => rowAround(name, dialog, base));
}

function rowAround(name: ProfileLink, dialog: Element, base: URL): Element {
  let row: Element = name.link;
  for (let up = name.link.parentElement; up !== null && up !== dialog; row = up, up = up.parentElement) {
    const inside = profileLinks(up, base);
    if (inside.some((other) => other.handle !== name.handle) || inside.filter(showsHandle).length > 1) break;
    if (up.querySelector('h1, h2, [role="heading"], input') !== null) break;
  }
  return row;
}

/** What a pop-up's accounts have in common: the address says it, and the page behind the pop-up has to agree. */
function subjectOf(
  dialog: Element,
  page: PageContext,
): { post: Target; list: 'likers' | 'followers' | 'following'; whose: Account | null } | null {
  const asked = listOf(page.url);
  if (asked === null) return null;
  // The address narrows the search: only links that repeat its code or handle are taken apart.
  const behind = (part: string) =>
    [...dialog.ownerDocument.querySelectorAll(`a[href*="/${part}"]`)].flatMap((link) =>
      dialog.contains(link) ? [] : (hrefOf(link, page.url) ?? []),
    );
  if (asked.list === 'likers') {
    const places = behind(asked.code ?? '')
      .map(parseUrl)
      .filter((place) => place?.postId === asked.code);
    if (asked.code === null || places.length === 0) return null;
    const handle = places.find((place) => place?.account != null)?.account?.handle ?? null;
    return { post: toPost({ code: asked.code, author: handle === null ? null : accountOf(handle) }), list: 'likers', whose: null };
  }
  const handle = asked.handle ?? '';
  if (!behind(handle).some((url) => listOf(url)?.list === asked.list && listOf(url)?.handle === handle)) return null;
  const whose = accountOf(handle);
  return { post: toFollowed(whose), list: asked.list, whose };
}

const toFollowed = (account: Account): Target => ({ id: account.id, otherIds: [], url: account.url, author: account, text: null });

/** Reads one row of a pop-up, or null if the element is none. */
export function readRow(row: Element, page: PageContext): Reading | null {
  const dialog = row.closest(selectors.dialog);
  if (dialog === null || row === dialog || !isListDialog(dialog, page.url)) return null;
  const name = firstShown(row, page.url);
  if (name === null) return null;
  const subject = subjectOf(dialog, page);
  // Said once, by the pop-up itself.
  if (subject === null) return null;
  const links = profileLinks(row, page.url).map((one) => one.link);
  const shown = wordsOf(row, links);
  const account = accountOf(name.handle, shown === '' || shown.includes('\n') ? null : shown);
  if (subject.list === 'likers') return toSighting('page', { action: 'like', actor: account, post: subject.post });
  if (subject.list === 'followers' || subject.whose === null)
    return toSighting('page', { action: 'follow', actor: account, post: subject.post });
  return toSighting('page', { action: 'follow', actor: subject.whose, post: toFollowed(account) });
}

/** What is said of the pop-up as a whole, or null if the element is none. */
export function readDialog(dialog: Element, page: PageContext): Reading | null {
  if (!dialog.matches(selectors.dialog) || !isListDialog(dialog, page.url)) return null;
  const subject = subjectOf(dialog, page);
  // Likers of a comment, tagged accounts and suggestions look the same: without an address of its own the list says nothing.
  if (subject === null) return toUnreadable('page', 'list', ['action', 'post']);
  return subject.list === 'following' ? null : toListing('page', subject.list === 'likers' ? 'like' : 'follow', subject.post, {});
}

/** The tiles of a profile's grid of reposts. */
export function repostTiles(root: ParentNode, base: URL): Element[] {
  return findAll(root, selectors.link).filter((link) => isTile(link, base));
}

function isTile(link: Element, base: URL): boolean {
  const url = hrefOf(link, base);
  return (
    url !== null && parseUrl(url)?.kind === 'post' && link.querySelector('img') !== null && link.querySelector(selectors.time) === null
  );
}

/** Reads one tile, or null if this is not an open grid of reposts. */
export function readTile(tile: Element, page: PageContext): Reading | null {
  if (!isTile(tile, page.url)) return null;
  const handle = repostsOf(page.url);
  const open = [...tile.ownerDocument.querySelectorAll(selectors.openTab)]
    .map((tab) => hrefOf(tab, page.url))
    .find((url) => url !== null && repostsOf(url) !== null);
  if (handle === null || open == null || repostsOf(open)?.toLowerCase() !== handle.toLowerCase()) return null;
  const url = hrefOf(tile, page.url);
  const place = url === null ? null : parseUrl(url);
  if (place === null || place.postId === null) return null;
  const post = toPost({ code: place.postId, author: place.account });
  // While one tab gives way to the other, the profile's own posts stand under the address of its reposts.
  if (place.account?.handle?.toLowerCase() === handle.toLowerCase()) return toUnreadable('page', 'share', ['action'], post.id, post.url);
  return toSighting('page', { action: 'share', actor: accountOf(handle), post });
}
