// YouTube's URL grammar, both ways.
import type { Account } from '../../model/account.ts';
import type { Place } from '../../model/platform.ts';

const HOSTS = ['youtube.com', 'youtu.be'];
const CHANNEL_ID = /^UC[\w-]{10,}$/;
const VIDEO_ID = /^[\w-]{6,}$/;
/** Community posts carry long ids that begin with Ugk; videos have eleven characters. */
const COMMUNITY_ID = /^Ugk[\w-]{12,}$/;
const VIDEO_PATHS = new Set(['shorts', 'live', 'embed', 'v']);

/** Is this address on YouTube? Hosts are compared whole. */
export function isYoutube(url: URL): boolean {
  return HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}

/** What an address on YouTube is about, or null where it is not YouTube's. */
export function parseUrl(url: URL): Place | null {
  if (!isYoutube(url)) return null;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const postId = findPostId(url, parts);
  const account = findAccount(parts);
  if (postId !== null) {
    const commentId = readId(url.searchParams.get('lc'), /^[\w-]{6,}(\.[\w-]+)?$/);
    return { kind: commentId === null ? 'post' : 'comment', account, postId, commentId, action: null };
  }
  if (account !== null) return { kind: 'profile', account, postId: null, commentId: null, action: null };
  return { kind: parts.length === 0 || parts[0] === 'feed' ? 'feed' : 'other', account: null, postId: null, commentId: null, action: null };
}

function findPostId(url: URL, parts: readonly string[]): string | null {
  if (url.hostname === 'youtu.be' || url.hostname.endsWith('.youtu.be')) return readId(parts[0], VIDEO_ID);
  if (parts[0] === 'watch') return readId(url.searchParams.get('v'), VIDEO_ID);
  if (parts[0] !== undefined && VIDEO_PATHS.has(parts[0])) return readId(parts[1], VIDEO_ID);
  if (parts[0] === 'post') return readId(parts[1], COMMUNITY_ID);
  return readId(url.searchParams.get('lb'), COMMUNITY_ID);
}

function readId(text: string | null | undefined, shape: RegExp): string | null {
  return text !== null && text !== undefined && shape.test(text) ? text : null;
}

function findAccount(parts: readonly string[]): Account | null {
  const [first = '', second = ''] = parts;
  if (first === 'channel') return CHANNEL_ID.test(second) ? toAccount(second, null, null) : null;
  if (first === 'user' && second !== '')
    return { id: null, handle: decode(second), name: null, url: `https://www.youtube.com/user/${second}` };
  return first.startsWith('@') && first.length > 1 ? toAccount(null, decode(first.slice(1)), null) : null;
}

/** Percent-decoding that leaves broken sequences as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An account from what a page or payload states; its address names the permanent id where that is known. */
export function toAccount(id: string | null, handle: string | null, name: string | null): Account {
  const url =
    handle !== null
      ? `https://www.youtube.com/@${encodeURIComponent(handle)}`
      : id !== null
        ? `https://www.youtube.com/channel/${id}`
        : null;
  return { id, handle, name, url };
}

/** As payloads write it, without a sign to decode. */
const PLAIN_HANDLE = /^\/@([\w.-]+)$/;

/** The account a link leads to: channel id, @handle or an older /user/ name; null for every other link. */
export function parseProfile(href: string | null): Account | null {
  const plain = href === null ? undefined : PLAIN_HANDLE.exec(href)?.[1];
  if (plain !== undefined) return toAccount(null, plain, null);
  const url = href === null ? null : URL.parse(href, 'https://www.youtube.com');
  const place = url === null ? null : parseUrl(unwrap(url));
  return place?.kind === 'profile' ? place.account : null;
}

/** Links in comments go through /redirect?q=…; what counts is where they lead. */
function unwrap(url: URL): URL {
  const target = isYoutube(url) && url.pathname === '/redirect' ? url.searchParams.get('q') : null;
  return (target === null ? null : URL.parse(target)) ?? url;
}

const PLAIN = /^[\w.-]*$/;

/** Address of a video or community post, or of a comment below it. */
export function permalink(postId: string, commentId: string | null): string {
  // Without a sign to escape, an address is its parts: one answer names a hundred.
  if (PLAIN.test(postId) && (commentId === null || PLAIN.test(commentId)))
    return COMMUNITY_ID.test(postId)
      ? `https://www.youtube.com/post/${postId}${commentId === null ? '' : `?lc=${commentId}`}`
      : `https://www.youtube.com/watch?v=${postId}${commentId === null ? '' : `&lc=${commentId}`}`;
  const url = new URL(COMMUNITY_ID.test(postId) ? `https://www.youtube.com/post/${postId}` : `https://www.youtube.com/watch?v=${postId}`);
  if (commentId !== null) url.searchParams.set('lc', commentId);
  return url.href;
}

/** The id of the top comment that a reply's id begins with, or null for a top comment's own id. */
export function rootOf(commentId: string): string | null {
  const dot = commentId.indexOf('.');
  return dot > 0 ? commentId.slice(0, dot) : null;
}
