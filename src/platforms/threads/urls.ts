// Threads' addresses, both ways.
import { toShortcode } from '../../lib/shortcode.ts';
import type { Account } from '../../model/account.ts';
import type { Place } from '../../model/platform.ts';

export const HOSTS = ['threads.com', 'threads.net'] as const;
const HOME = 'https://www.threads.com';

const HANDLE = /^[A-Za-z0-9._]{1,30}$/;
const CODE = /^[A-Za-z0-9_-]{3,64}$/;
/** Tabs of a profile that are still that profile. */
const TABS: ReadonlySet<string> = new Set(['replies', 'media']);

function isOurs(url: URL): boolean {
  return (
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
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

/** Is this text an account's name, as addresses write it? */
export function isHandle(text: string): boolean {
  return HANDLE.test(text);
}

export function profileUrl(handle: string): string {
  return `${HOME}/@${handle}`;
}

/** An account known by its handle only. */
export function accountOf(handle: string): Account {
  return { id: null, handle, name: null, url: profileUrl(handle) };
}

/** The address of a post; without its author's name the short form, which leads to the same place. */
export function postUrl(code: string, handle: string | null): string {
  return handle === null || !isHandle(handle) ? `${HOME}/t/${code}` : `${profileUrl(handle)}/post/${code}`;
}

/** The short code of a numeric id: the same number, written differently. */
export function codeOf(id: string | null): string | null {
  return id === null ? null : toShortcode(id);
}

function splitPost(parts: readonly string[]): { handle: string | null; code: string; rest: readonly string[] } | null {
  const [first = '', second, third] = parts;
  if (first === 't' && second !== undefined && CODE.test(second)) return { handle: null, code: second, rest: parts.slice(2) };
  const handle = first.startsWith('@') ? first.slice(1) : '';
  if (!isHandle(handle) || second !== 'post' || third === undefined || !CODE.test(third)) return null;
  return { handle, code: third, rest: parts.slice(3) };
}

/** The post an address is about and nothing else of it: no picture, no list. */
export function postParts(url: URL): { code: string; handle: string | null } | null {
  const post = isOurs(url) ? splitPost(partsOf(url)) : null;
  return post === null || post.rest.length > 0 ? null : { code: post.code, handle: post.handle };
}

/** The profile an address names and nothing else of it, or null. */
export function profileParts(url: URL): string | null {
  const parts = isOurs(url) ? partsOf(url) : [];
  const handle = parts.length === 1 && parts[0]?.startsWith('@') ? parts[0].slice(1) : '';
  return isHandle(handle) ? handle : null;
}

/** The profile whose reposts an address shows, or null. */
export function repostsOf(url: URL): string | null {
  const [first = '', tab, more] = isOurs(url) ? partsOf(url) : [];
  return tab === 'reposts' && more === undefined && first.startsWith('@') && isHandle(first.slice(1)) ? first.slice(1) : null;
}

/** Says what an address is about; null if it is not Threads'. */
export function parseUrl(url: URL): Place | null {
  if (!isOurs(url)) return null;
  const place: Place = { kind: 'other', account: null, postId: null, commentId: null, action: null };
  const parts = partsOf(url);
  if (parts.length === 0) return { ...place, kind: url.pathname === '/' ? 'feed' : 'other' };
  const post = splitPost(parts);
  if (post !== null) return { ...place, kind: 'post', account: post.handle === null ? null : accountOf(post.handle), postId: post.code };
  const [first = '', tab, more] = parts;
  if (first === 'for_you' || first === 'following') return { ...place, kind: 'feed' };
  if (!first.startsWith('@') || !isHandle(first.slice(1)) || more !== undefined) return place;
  const account = accountOf(first.slice(1));
  if (tab === undefined || TABS.has(tab)) return { ...place, kind: 'profile', account };
  return tab === 'reposts' ? { ...place, kind: 'list', account, action: 'share' } : place;
}
