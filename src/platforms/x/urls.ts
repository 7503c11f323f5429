// The grammar of X's addresses, both ways.
import type { Account } from '../../model/account.ts';
import type { Place } from '../../model/platform.ts';
import type { Action } from '../../model/sighting.ts';

export const HOSTS = ['x.com', 'twitter.com'] as const;

/** Subdomains that serve the web client; the rest (help., developer., ads., pic.) hold no posts. */
const CLIENTS = new Set(['', 'www', 'mobile', 'm']);
const HANDLE = /^[A-Za-z0-9_]{1,20}$/;
const ID = /^\d{1,20}$/;
/** First path segments that look like a handle and are the site's own pages. */
const FEEDS = new Set(['home', 'explore', 'search', 'notifications', 'hashtag', 'bookmarks', 'lists', 'communities']);
const OWN_PAGES = new Set(
  'i messages settings compose intent share login logout signup tos privacy about jobs download account oauth search-advanced who_to_follow connect_people premium_sign_up teams topics moments personalization rules help'.split(
    ' ',
  ),
);
const isReserved = (first: string) =>
  first === 'i' || first === 'intent' || FEEDS.has(first.toLowerCase()) || OWN_PAGES.has(first.toLowerCase());
const PROFILE_TABS = new Set(['with_replies', 'media', 'highlights', 'articles', 'superfollows', 'likes']);
/** Lists under a post. `retweets/with_comments` was the quotes list until 2023. */
const POST_LISTS: Readonly<Record<string, Action>> = { retweets: 'share', reposts: 'share', quotes: 'quote', likes: 'like' };
/** Lists of accounts under a profile: whose follow each row is. */
const FOLLOW_LISTS: Readonly<Record<string, 'of-owner' | 'by-owner'>> = {
  followers: 'of-owner',
  verified_followers: 'of-owner',
  followers_you_follow: 'of-owner',
  following: 'by-owner',
};

/** An account of X; its address comes from the handle, else from the permanent id. */
export function toAccount(id: string | null, handle: string | null, name: string | null): Account {
  return { id, handle, name, url: profileUrl(id, handle) };
}

/** Nothing but digits, and at least one? An answer holds a thousand ids: an expression for each was most of their reading. */
export function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text !== '';
}

const isId = (id: string) => id.length <= 20 && isDigits(id);

export function profileUrl(id: string | null, handle: string | null): string | null {
  if (handle !== null && HANDLE.test(handle)) return `https://x.com/${handle}`;
  return id !== null && isId(id) ? `https://x.com/i/user/${id}` : null;
}

/** A post's address. X redirects by the id alone, so an unknown handle is written `i`. */
export function permalink(id: string | null, handle: string | null): string | null {
  if (id === null || !isId(id)) return null;
  return `https://x.com/${handle !== null && HANDLE.test(handle) ? handle : 'i'}/status/${id}`;
}

/** The path's parts if the address belongs to X's web client; [] for another part of X; null for another site. */
function segmentsOf(url: URL): string[] | null {
  const host = HOSTS.find((one) => url.hostname === one || url.hostname.endsWith(`.${one}`));
  if (host === undefined) return null;
  const subdomain = url.hostname.slice(0, -host.length).replace(/\.$/, '');
  return CLIENTS.has(subdomain) ? url.pathname.split('/').filter((part) => part !== '') : ['i'];
}

const place = (kind: Place['kind'], account: Account | null = null, postId: string | null = null, action: Action | null = null): Place => ({
  kind,
  account,
  postId,
  commentId: null,
  action,
});

/** Says what an address of X is about; null for an address of another site. */
export function parseUrl(url: URL): Place | null {
  const parts = segmentsOf(url);
  if (parts === null) return null;
  const [first = '', second = '', third = '', fourth = ''] = parts;
  if (first === '') return place('feed');
  if (first === 'i') return parseInternal(parts);
  if (first === 'intent') return parseIntent(url);
  if (FEEDS.has(first.toLowerCase())) return place('feed');
  if (OWN_PAGES.has(first.toLowerCase()) || !HANDLE.test(first)) return place('other');
  const account = toAccount(null, first, null);
  if (second === '') return place('profile', account);
  if ((second === 'status' || second === 'statuses') && ID.test(third)) {
    if (third !== '' && fourth === 'retweets' && parts[4] === 'with_comments') return place('list', account, third, 'quote');
    const action = Object.hasOwn(POST_LISTS, fourth) ? POST_LISTS[fourth] : undefined;
    return action === undefined ? place('post', account, third) : place('list', account, third, action);
  }
  if (Object.hasOwn(FOLLOW_LISTS, second)) return place('list', account, null, 'follow');
  return place(PROFILE_TABS.has(second) ? 'profile' : 'other', account);
}

const PLAIN_PERMALINK = /^https:\/\/(?:x|twitter)\.com\/([A-Za-z0-9_]{1,20})\/status\/(\d{1,20})$/;

/** What a post's address as payloads write it is about; null where it is no address, or another site's. */
export function parsePermalink(address: string): Place | null {
  const [, handle, id] = PLAIN_PERMALINK.exec(address) ?? [];
  // Names of the site's own pages are not told apart here.
  if (handle !== undefined && id !== undefined && !isReserved(handle)) return place('post', toAccount(null, handle, null), id);
  const url = URL.parse(address);
  return url === null ? null : parseUrl(url);
}

/** `/i/…`: addresses that carry ids and no handle. */
function parseInternal([, second = '', third = '', fourth = '', fifth = '']: string[]): Place {
  if (second === 'web' && third === 'status' && ID.test(fourth)) return place('post', null, fourth);
  if (second === 'status' && ID.test(third)) {
    const action = Object.hasOwn(POST_LISTS, fourth) && fifth === '' ? POST_LISTS[fourth] : undefined;
    return action === undefined ? place('post', null, third) : place('list', null, third, action);
  }
  if (second === 'user' && ID.test(third)) return place('profile', toAccount(third, null, null));
  return place(['communities', 'lists', 'timeline', 'bookmarks', 'trending'].includes(second) ? 'feed' : 'other');
}

function parseIntent(url: URL): Place {
  const handle = url.searchParams.get('screen_name');
  const id = url.searchParams.get('user_id');
  const known = handle !== null && HANDLE.test(handle) ? handle : null;
  const knownId = id !== null && ID.test(id) ? id : null;
  return known === null && knownId === null ? place('other') : place('profile', toAccount(knownId, known, null));
}

/** Is this a post's own address, with nothing (photo, analytics, a list) behind it? */
export function isPermalink(url: URL): boolean {
  const place = parseUrl(url);
  return place?.kind === 'post' && /\/status(?:es)?\/\d+\/?$/.test(url.pathname);
}

/** Of an address that lists follows: do the rows follow the page's owner, or does the owner follow the rows? */
export function parseFollowList(url: URL): 'of-owner' | 'by-owner' | null {
  const second = segmentsOf(url)?.[1] ?? '';
  return Object.hasOwn(FOLLOW_LISTS, second) ? (FOLLOW_LISTS[second] ?? null) : null;
}
