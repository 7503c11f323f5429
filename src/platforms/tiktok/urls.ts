// TikTok's URL grammar, both ways.
import type { Account } from '../../model/account.ts';
import type { Place } from '../../model/platform.ts';

const HOST = 'tiktok.com';
const HANDLE = /^@([\p{L}\p{N}_.-]+)$/u;
const POST_ID = /^\d{6,}$/;
const FEEDS = new Set(['', 'foryou', 'following', 'friends', 'explore', 'tag', 'search', 'live']);

/** Is this address on TikTok? Hosts are compared whole. */
export function isTiktok(url: URL): boolean {
  return url.hostname === HOST || url.hostname.endsWith(`.${HOST}`);
}

/** What an address on TikTok is about, or null where it is not TikTok's. */
export function parseUrl(url: URL): Place | null {
  if (!isTiktok(url)) return null;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const place = { account: null, postId: null, commentId: null, action: null } as const;
  const first = decode(parts[0] ?? '');
  const handle = HANDLE.exec(first)?.[1] ?? null;
  const account = handle === null ? null : toAccount(null, handle, null);
  // '/@/video/1' is a post as well: the site fills the name in.
  if (first.startsWith('@')) {
    if ((parts[1] === 'video' || parts[1] === 'photo') && POST_ID.test(parts[2] ?? ''))
      return { ...place, kind: 'post', account, postId: parts[2] ?? null };
    if (account !== null && (parts[1] === 'followers' || parts[1] === 'following'))
      return { ...place, kind: 'list', account, action: 'follow' };
    return account !== null && parts[1] === undefined ? { ...place, kind: 'profile', account } : { ...place, kind: 'other', account };
  }
  const bare = /\/(?:v|video|embed|embed\/v\d|player\/v\d)\/(\d{6,})(?:\.html)?$/.exec(url.pathname.replace(/\/$/, ''))?.[1];
  if (bare !== undefined) return { ...place, kind: 'post', postId: bare };
  return { ...place, kind: FEEDS.has(first) ? 'feed' : 'other' };
}

/** Percent-decoding that leaves broken sequences as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function toAccount(id: string | null, handle: string | null, name: string | null): Account {
  return { id, handle, name, url: handle === null ? null : `https://www.tiktok.com/@${encodeURIComponent(handle)}` };
}

/** The account a link leads to, or null for every other link (videos, tags, lists). */
export function parseProfile(url: URL | null): Account | null {
  const place = url === null ? null : parseUrl(url);
  return place?.kind === 'profile' ? place.account : null;
}

/** Address of a post. TikTok opens it by its number; the name before it may be left out. */
export function permalink(postId: string, handle: string | null): string {
  return `https://www.tiktok.com/@${handle === null ? '' : encodeURIComponent(handle)}/video/${postId}`;
}
