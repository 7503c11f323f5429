// Instagram's addresses, both ways.
import { toShortcode } from '../../lib/shortcode.ts';
import type { Account } from '../../model/account.ts';
import type { Place } from '../../model/platform.ts';

export const HOST = 'instagram.com';
const HOME = 'https://www.instagram.com';

const HANDLE = /^[A-Za-z0-9._]{1,30}$/;
const CODE = /^[A-Za-z0-9_-]{3,64}$/;
const COMMENT = /^[A-Za-z0-9_-]{3,64}$/;
const POST_ROUTES: ReadonlySet<string> = new Set(['p', 'reel', 'reels', 'tv']);
/** First parts of a path that are never a handle. */
const RESERVED: ReadonlySet<string> = new Set(
  `about accounts ads api archive ar c challenge challenges create data developer developers direct directory download emails embed explore
  graphql invites legal lite live locations login logging nametag news notifications oauth p popular press privacy qr reel reels s saved
  session share signup static stories story support terms threads topics tv web wham your_activity`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** Tabs of a profile that are still that profile. */
const TABS: ReadonlySet<string> = new Set(['reels', 'tagged', 'saved', 'feed', 'channel', 'guides', 'igtv']);

/** Is this text an account's name, as addresses write it? */
export function isHandle(text: string): boolean {
  return HANDLE.test(text) && !RESERVED.has(text.toLowerCase()) && !text.endsWith('.') && !text.startsWith('.');
}

/** An account known by its handle only. */
export function accountOf(handle: string, name: string | null = null): Account {
  return { id: null, handle, name, url: profileUrl(handle) };
}

export function profileUrl(handle: string): string {
  return `${HOME}/${handle}/`;
}

/** The address of a post, by its short code. */
export function postUrl(code: string): string {
  return `${HOME}/p/${code}/`;
}

/** The address of a comment, or of a reply below its topmost comment. */
export function commentUrl(code: string, commentId: string, replyId: string | null = null): string {
  return replyId === null ? `${HOME}/p/${code}/c/${commentId}/` : `${HOME}/p/${code}/c/${commentId}/r/${replyId}/`;
}

/** The post's numeric id and short code, from either; the one is the other, written differently. */
export function codeOf(id: string | null): string | null {
  return id === null ? null : toShortcode(id);
}

/** Whose list of accounts an address opens. */
export type AccountList = 'likers' | 'followers' | 'following';

/** Parts of an address that name a comment: the topmost one and, for a reply, the reply. */
export interface CommentParts {
  readonly code: string;
  readonly topId: string;
  readonly replyId: string | null;
}

function isOurs(url: URL): boolean {
  return (url.protocol === 'https:' || url.protocol === 'http:') && (url.hostname === HOST || url.hostname.endsWith(`.${HOST}`));
}

function partsOf(url: URL): string[] {
  try {
    return url.pathname
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part));
  } catch {
    return [];
  }
}

/** Splits a post's address: handle (null where the address names none), code, and what follows. */
function splitPost(parts: readonly string[]): { handle: string | null; code: string; rest: readonly string[] } | null {
  const named = parts.length > 2 && isHandle(parts[0] ?? '') && POST_ROUTES.has(parts[1] ?? '');
  const start = named ? 1 : 0;
  const code = parts[start + 1];
  if (!POST_ROUTES.has(parts[start] ?? '') || code === undefined || !CODE.test(code)) return null;
  // /reels/audio/… is a sound, not a post.
  if (parts[start] === 'reels' && code === 'audio') return null;
  return { handle: named ? (parts[0] ?? null) : null, code, rest: parts.slice(start + 2) };
}

/** The comment an address names, or null. */
export function commentParts(url: URL): CommentParts | null {
  const post = isOurs(url) ? splitPost(partsOf(url)) : null;
  if (post === null || post.rest[0] !== 'c') return null;
  const [, topId, r, replyId] = post.rest;
  if (topId === undefined || !COMMENT.test(topId)) return null;
  return { code: post.code, topId, replyId: r === 'r' && replyId !== undefined && COMMENT.test(replyId) ? replyId : null };
}

/** The post an address is about and nothing else of it: no comment, no list, no part of it. */
export function postParts(url: URL): { code: string; handle: string | null } | null {
  const post = isOurs(url) ? splitPost(partsOf(url)) : null;
  return post === null || post.rest.length > 0 ? null : { code: post.code, handle: post.handle };
}

/** Which list of accounts an address opens, and whose; null for every other address. */
export function listOf(url: URL): { list: AccountList; handle: string | null; code: string | null } | null {
  if (!isOurs(url)) return null;
  const parts = partsOf(url);
  const post = splitPost(parts);
  if (post !== null)
    return post.rest.length === 1 && post.rest[0] === 'liked_by' ? { list: 'likers', handle: post.handle, code: post.code } : null;
  const [handle = '', list] = parts;
  return parts.length === 2 && isHandle(handle) && (list === 'followers' || list === 'following') ? { list, handle, code: null } : null;
}

/** The profile whose reposts an address shows, or null. */
export function repostsOf(url: URL): string | null {
  const [handle = '', tab, more] = isOurs(url) ? partsOf(url) : [];
  return tab === 'reposts' && more === undefined && isHandle(handle) ? handle : null;
}

/** Says what an address is about; null if it is not Instagram's. */
export function parseUrl(url: URL): Place | null {
  if (!isOurs(url)) return null;
  const place: Place = { kind: 'other', account: null, postId: null, commentId: null, action: null };
  const parts = partsOf(url);
  if (parts.length === 0) return { ...place, kind: url.pathname === '/' ? 'feed' : 'other' };
  const post = splitPost(parts);
  if (post !== null) {
    const account = post.handle === null ? null : accountOf(post.handle);
    const comment = commentParts(url);
    if (comment !== null) return { ...place, kind: 'comment', account, postId: post.code, commentId: comment.replyId ?? comment.topId };
    if (post.rest[0] === 'c') return { ...place, kind: 'comment', account, postId: post.code };
    if (post.rest[0] === 'liked_by') return { ...place, kind: 'list', account, postId: post.code, action: 'like' };
    if (post.rest[0] === 'comments') return { ...place, kind: 'list', account, postId: post.code, action: 'comment' };
    return { ...place, kind: 'post', account, postId: post.code };
  }
  const [handle = '', tab, more] = parts;
  if (!isHandle(handle) || more !== undefined) return place;
  if (tab === undefined || TABS.has(tab)) return { ...place, kind: 'profile', account: accountOf(handle) };
  if (tab === 'followers' || tab === 'following') return { ...place, kind: 'list', account: accountOf(handle), action: 'follow' };
  if (tab === 'reposts') return { ...place, kind: 'list', account: accountOf(handle), action: 'share' };
  return place;
}
