// Rows of accounts: who reposted a post, who follows whom. The same element also fills suggestions and side columns.
import { findAll, hrefOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext, Place } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { findViewer } from './page-viewer.ts';
import { sighting, toTarget, unreadable } from './readings.ts';
import { AVATAR_PREFIX, ROW_BUTTON, SELECTORS } from './selectors.ts';
import { parseFollowList, parseUrl, toAccount } from './urls.ts';
import { wordsOf } from './words.ts';

/** Reads one row; [] where the row does not belong to a list of acts. */
export function readRow(row: Element, page: PageContext): Reading[] {
  const list = findList(row, page);
  if (list === null) return [];
  const account = readAccount(row, page);
  if (account === null) return [unreadable('page', 'list-row', ['actor'], null, null)];
  if (account.handle?.toLowerCase() === findViewer(row)?.toLowerCase()) return [];
  const { place, url } = list;
  if (place.action === 'follow') {
    const owner = place.account;
    if (owner === null) return [unreadable('page', 'list', ['account'], null, null)];
    const [actor, followed] = parseFollowList(url) === 'by-owner' ? [owner, account] : [account, owner];
    return [sighting({ source: 'page', action: 'follow', actor, post: { ...toTarget(null, followed, null), url: followed.url } })];
  }
  if (place.postId === null || (place.action !== 'share' && place.action !== 'like')) return [];
  // X finds a post by the id alone: the handle in such an address may be anybody's, so it names no author.
  const post = toTarget(place.postId, null, null);
  return [sighting({ source: 'page', action: place.action, reaction: place.action === 'like' ? 'like' : null, actor: account, post })];
}

/** The list that is shown where `element` stands: by the selected tab where there is one, else by the page's address. */
export function findList(element: Element, page: PageContext): { place: Place; url: URL } | null {
  const column = findColumn(element);
  if (column === null) return null;
  const tabs = findAll(column, SELECTORS.selectedTab).flatMap((tab) => hrefOf(tab, page.url) ?? []);
  // The address may already be the next page's while the old one is still drawn; a tab is drawn with its list.
  const [url = page.url, ...more] = tabs;
  const place = parseUrl(url);
  if (more.length > 0 || place?.kind !== 'list') return null;
  return tabs.length > 0 || isOffered(url, column, page) ? { place, url } : null;
}

/** Without a selected tab: is the address one of the lists that the column links to, if it links to any? */
function isOffered(url: URL, column: Element, page: PageContext): boolean {
  const links = findAll(column, 'a[href]').filter(
    (link) => link.closest(`${SELECTORS.cell}, ${SELECTORS.userCell}, ${SELECTORS.article}`) === null,
  );
  const lists = links.flatMap((link) => hrefOf(link, page.url) ?? []).filter((one) => parseUrl(one)?.kind === 'list');
  return lists.length === 0 || lists.some((one) => one.pathname.toLowerCase() === url.pathname.toLowerCase());
}

/** The column that a row of a list stands in; null for suggestions, side columns and what lies behind a dialog. */
function findColumn(row: Element): Element | null {
  if (row.closest(SELECTORS.sidebar) !== null) return null;
  const dialog = row.closest(SELECTORS.dialog);
  const document = row.ownerDocument;
  if (dialog === null && [...document.querySelectorAll(SELECTORS.dialog)].some((one) => one.querySelector(SELECTORS.userCell) !== null))
    return null;
  const column =
    dialog ?? row.closest(SELECTORS.primaryColumn) ?? (document.querySelector(SELECTORS.primaryColumn) === null ? document.body : null);
  if (column === null || !row.matches(SELECTORS.userCell)) return column;
  const cell = row.closest(SELECTORS.cell);
  if (cell === null && column.querySelector(SELECTORS.cell) !== null) return null;
  const rows = [...(cell?.parentElement?.children ?? [])];
  const before = cell === null ? [] : rows.slice(0, rows.indexOf(cell) + 1);
  if (rows.some((one) => one.querySelector(SELECTORS.article) !== null)) return null;
  return before.some((one) => one.querySelector(SELECTORS.heading) !== null) ? null : column;
}

/** The account of a row: picture and links have to name the same handle, and the button's id has to be that account's. */
function readAccount(row: Element, page: PageContext): Account | null {
  // A saved page's parser takes a button out of a button; it then stands beside the row, still in the row's cell.
  const cell = row.closest(SELECTORS.cell);
  const scope = cell !== null && cell.querySelectorAll(SELECTORS.userCell).length === 1 ? cell : row;
  const about = findAll(scope, 'button, [role="button"]').filter((one) => one !== row);
  const named = findAll(row, 'a[href]').flatMap((link) => {
    const url = hrefOf(link, page.url);
    const place = url === null ? null : parseUrl(url);
    const words = wordsOf(link);
    // A biography's mentions are @handles too; the row's own links come first and hold the name or the picture.
    return place?.kind === 'profile' && place.account?.handle ? [{ handle: place.account.handle, words }] : [];
  });
  const picture = row.querySelector(SELECTORS.avatarOf)?.getAttribute('data-testid')?.slice(AVATAR_PREFIX.length) ?? null;
  const handle = named[0]?.handle ?? null;
  if (handle === null || (picture !== null && picture !== 'unknown' && picture.toLowerCase() !== handle.toLowerCase())) return null;
  const same = named.filter((one) => one.handle.toLowerCase() === handle.toLowerCase());
  if (!same.some((one) => one.words.toLowerCase() === `@${handle.toLowerCase()}`)) return null;
  const name = same.find((one) => one.words !== '' && one.words.toLowerCase() !== `@${handle.toLowerCase()}`)?.words ?? null;
  const ids = about.flatMap((button) => {
    const id = ROW_BUTTON.exec(button.getAttribute('data-testid') ?? '')?.[1];
    const said = /@([A-Za-z0-9_]+)/.exec(button.getAttribute('aria-label') ?? '')?.[1];
    return id !== undefined && (said === undefined || said.toLowerCase() === handle.toLowerCase()) ? [id] : [];
  });
  return toAccount(new Set(ids).size === 1 ? (ids[0] ?? null) : null, handle, name);
}
