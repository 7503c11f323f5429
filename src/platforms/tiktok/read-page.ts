// Element -> reading.
import { findAll, hrefOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { isBareRow, readRow, rowElement } from './page-comments.ts';
import { toParent, toPost, toSighting, toUnreadable } from './readings.ts';
import * as select from './selectors.ts';
import { authorIn, captionIn, playingIn } from './shown-video.ts';
import { parseUrl } from './urls.ts';
import { lineOf, linkedAccount, tagsIn } from './words.ts';

const TILES = `${select.TILE}, ${select.REPOST_TILE}`;
const ITEMS = [select.FEED_POST, select.CAPTION, TILES, select.FOLLOW_ROW, select.WORDS, select.BARE_ROW].join(', ');

/** Videos, tiles of profiles, comment rows and rows of follower lists within `root`. */
export function findItems(root: ParentNode): Element[] {
  const found = findAll(root, ITEMS).flatMap((mark) => {
    if (mark.matches(select.WORDS)) return [rowElement(mark)];
    if (mark.matches(TILES)) return [tileElement(mark)];
    if (mark.matches(select.FOLLOW_ROW)) return mark.querySelector('a[href]') === null ? [] : [mark];
    if (mark.matches(select.FEED_POST)) return mark.querySelector(`${select.CAPTION}, a[href]`) === null ? [] : [mark];
    if (mark.matches(select.CAPTION)) return mark.closest(select.FEED_POST) === null ? [mark] : [];
    return !mark.matches(select.BARE_ROW) || isBareRow(mark) ? [mark] : [];
  });
  return [...new Set(found)];
}

/** Reads one item. [] for an element that is none. */
export function readItem(item: Element, page: PageContext): Reading[] {
  if (item.matches(select.FEED_POST)) return [readVideo(item, item, page.url)];
  if (item.matches(select.CAPTION))
    return item.closest(select.FEED_POST) === null ? [readVideo(item.getRootNode() as ParentNode, item, page.url)] : [];
  const tile = findAll(item, TILES)[0];
  if (tile !== undefined && tileElement(tile) === item)
    return [tile.matches(select.REPOST_TILE) ? readRepost(item, page.url) : readTile(item, page.url)];
  if (item.matches(select.FOLLOW_ROW)) return readFollow(item, page.url);
  return readRow(item, page.url);
}

/** A video with its author and caption; its number is the player's, else the address's where that names the author. */
function readVideo(host: ParentNode, item: Element, base: URL): Reading {
  const author = authorIn(host, base);
  const addressed = parseUrl(base);
  const playing = item === host ? playingIn(item) : null;
  const agrees = author !== null && addressed?.account?.handle?.toLowerCase() === author.handle?.toLowerCase();
  const alone = host.querySelectorAll(select.CAPTION).length <= 1 && (item !== host || soleFeedPost(item));
  const id = playing ?? (agrees && alone && playersDoNotDisagree(item, addressed?.postId ?? null) ? (addressed?.postId ?? null) : null);
  if (id === null || author === null)
    return toUnreadable('page', 'post', [...(id === null ? ['id'] : []), ...(author === null ? ['author'] : [])], id);
  const caption = item.matches(select.CAPTION) ? item : host.querySelector(select.CAPTION);
  const text = item.matches(select.CAPTION) ? lineOf(item) : captionIn(host);
  return toSighting('page', { action: 'post', actor: author, post: toPost(id, author, text), text, tags: tagsIn(caption, base) });
}

function soleFeedPost(item: Element): boolean {
  return [...(item.getRootNode() as ParentNode).querySelectorAll(select.FEED_POST)].every(
    (one) => one === item || one.querySelector(select.CAPTION) === null,
  );
}

function playersDoNotDisagree(item: Element, id: string | null): boolean {
  const players = [...(item.getRootNode() as ParentNode).querySelectorAll(select.PLAYER)].flatMap(
    (player) => select.PLAYER_ID.exec(player.id)?.[1] ?? [],
  );
  return players.length === 0 || (id !== null && players.includes(id));
}

/** A tile with its caption, which stands beside it and not in it. */
function tileElement(tile: Element): Element {
  const around = tile.parentElement;
  if (around === null || around.querySelectorAll(TILES).length !== 1) return tile;
  return [...around.children].some((child) => child !== tile && child.matches(select.TILE_CAPTION)) ? around : tile;
}

/** The video a tile leads to, with its author as the link names it. */
function tileTarget(item: Element, base: URL): Target | null {
  const places = [...item.querySelectorAll('a[href]')]
    .map((link) => hrefOf(link, base))
    .flatMap((url) => (url === null ? [] : (parseUrl(url) ?? [])));
  const posts = places.filter((place) => place.kind === 'post' && place.postId !== null);
  const first = posts[0];
  if (first?.postId == null || first.account === null || posts.some((place) => place.postId !== first.postId)) return null;
  const caption = item.querySelector(select.TILE_CAPTION);
  return toPost(first.postId, first.account, caption === null ? null : lineOf(caption));
}

function readTile(item: Element, base: URL): Reading {
  const post = tileTarget(item, base);
  if (post?.author == null) return toUnreadable('page', 'post', ['link']);
  return toSighting('page', { action: 'post', actor: post.author, post, text: post.text });
}

/** A repost: by the profile's owner, of the video that the tile leads to. */
function readRepost(item: Element, base: URL): Reading {
  const post = tileTarget(item, base);
  const owner = profileOwner(item, base);
  if (post === null || owner === null)
    return toUnreadable('page', 'share', [...(owner === null ? ['author'] : []), ...(post === null ? ['post'] : [])], post?.id ?? null);
  return toSighting('page', { action: 'share', actor: owner, post });
}

/** Whose profile this is: the address has to agree with the page's own head, since the address changes first. */
function profileOwner(item: Element, base: URL): Account | null {
  const place = parseUrl(base);
  const handle = place?.account?.handle?.toLowerCase();
  if (place?.account == null || handle === undefined || place.postId !== null) return null;
  const heads = [...(item.getRootNode() as ParentNode).querySelectorAll(select.PROFILE_HEAD)].map(lineOf);
  const own = heads.findIndex((text) => text?.replace(/^@/, '').toLowerCase() === handle);
  if (own < 0) return null;
  return { ...place.account, name: heads.find((text, index) => index !== own && text !== null) ?? null };
}

/** A follower or a followed account: only where the address says which of the two lists is on show. */
function readFollow(row: Element, base: URL): Reading[] {
  const accounts = [...row.querySelectorAll('a[href]')].map((link) => linkedAccount(link, base)).filter((account) => account !== null);
  const owner = profileOwner(row, base);
  const list = /\/@[^/]+\/(followers|following)\/?$/.exec(base.pathname)?.[1];
  if (owner === null || list === undefined)
    return [toUnreadable('page', 'follow', [...(owner === null ? ['owner'] : []), ...(list === undefined ? ['direction'] : [])])];
  const other = accounts.find((account) => account.name !== null) ?? accounts[0];
  if (other === undefined || accounts.some((account) => account.handle !== other.handle))
    return [toUnreadable('page', 'list-row', ['account'])];
  const [actor, followed] = list === 'followers' ? [other, owner] : [owner, other];
  return [toSighting('page', { action: 'follow', actor, post: { ...toParent(null, followed, null), url: followed.url } })];
}
