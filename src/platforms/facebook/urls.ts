// The grammar of Facebook's addresses, both ways.
import type { Account } from '../../model/account.ts';
import type { Place } from '../../model/platform.ts';
import type { Action } from '../../model/sighting.ts';
import { isPostId, unpackId } from './ids.ts';
import { SITE_PLACES } from './selectors.ts';

const ORIGIN = 'https://www.facebook.com';
/** Hosts that show the site's own content; others (developers., business.…) have other grammars. */
const CONTENT_HOST = /^(?:www|web|m|mbasic|mobile|touch|mtouch|d|free|iphone|[a-z]{2}-[a-z]{2})$/;
const REDIRECT_PATHS = new Set(['/l.php', '/flx/warn']);

/** Everything an address says; a `Place` says less. */
export interface Link {
  readonly kind: Place['kind'];
  readonly account: Account | null;
  readonly postId: string | null;
  /** Other ids of the post that the address holds: the number inside a packed comment id, a photo's set. */
  readonly otherPostIds: readonly string[];
  /** The comment or reply that the address points at. */
  readonly commentId: string | null;
  /** The top comment of the thread, where `commentId` is a reply. */
  readonly rootId: string | null;
  readonly action: Action | null;
  /** 'following' where a follow list shows whom the account follows. */
  readonly following: boolean;
  /** The post's address without tails and without the comment. */
  readonly postUrl: string | null;
}

type Found = Partial<Omit<Link, 'kind'>> & { readonly kind: Place['kind'] };

/** An account from its number or its name in addresses, with its one canonical address. */
export function toAccount(key: string, name: string | null = null): Account {
  const isNumber = /^\d+$/.test(key);
  return {
    id: isNumber ? key : null,
    handle: isNumber ? null : key,
    name,
    url: toProfileUrl(isNumber ? key : null, isNumber ? null : key),
  };
}

/** Canonical address of a profile; the name in addresses wins over the number. */
export function toProfileUrl(id: string | null, handle: string | null): string | null {
  if (handle !== null) return `${ORIGIN}/${encodeURIComponent(handle)}`;
  return id === null ? null : `${ORIGIN}/profile.php?id=${id}`;
}

/** Address of a comment, or of a reply within the thread of `rootId`. */
export function toCommentUrl(postUrl: string | null, commentId: string | null, rootId: string | null): string | null {
  if (postUrl === null || commentId === null) return null;
  const tail = rootId === null ? `comment_id=${commentId}` : `comment_id=${rootId}&reply_comment_id=${commentId}`;
  return `${postUrl}${postUrl.includes('?') ? '&' : '?'}${tail}`;
}

/** What an address on this site is about; null if the address is not this site's. */
export function parseUrl(url: URL): Place | null {
  const link = parseLink(url);
  if (link === null) return null;
  const { kind, account, postId, action } = link;
  return { kind, account, postId, commentId: kind === 'comment' ? link.commentId : null, action };
}

/** All that an address on this site says; null if the address is not this site's. */
export function parseLink(url: URL): Link | null {
  const host = url.hostname.toLowerCase();
  if (host !== 'facebook.com' && !host.endsWith('.facebook.com')) return null;
  const params = url.searchParams;
  const path = url.pathname.replace(/\/+$/, '');
  if (REDIRECT_PATHS.has(path)) {
    const target = params.get('u') ?? '';
    const inner = URL.canParse(target) ? new URL(target) : null;
    const isRedirect = inner !== null && REDIRECT_PATHS.has(inner.pathname.replace(/\/+$/, ''));
    return (inner === null || isRedirect ? null : parseLink(inner)) ?? whole({ kind: 'other' });
  }
  if (host !== 'facebook.com' && !CONTENT_HOST.test(host.slice(0, -'.facebook.com'.length))) return whole({ kind: 'other' });
  const found = findPlace(
    path
      .split('/')
      .filter((part) => part !== '')
      .map(decode),
    params,
  );
  return withComment(whole(found), params);
}

function whole(found: Found): Link {
  const empty = {
    account: null,
    postId: null,
    otherPostIds: [],
    commentId: null,
    rootId: null,
    action: null,
    following: false,
    postUrl: null,
  };
  return { ...empty, ...found };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The numbers of a `comment_id` parameter, which is a number or a packed id. */
function readCommentId(raw: string | null): { commentId: string; postId: string | null } | null {
  if (raw === null) return null;
  if (/^\d+$/.test(raw)) return { commentId: raw, postId: null };
  const pair = /^(\d+)_(\d+)$/.exec(raw);
  const packed = pair === null ? unpackId(raw) : { postId: pair[1] ?? '', commentId: pair[2] ?? null };
  return packed?.commentId ? { commentId: packed.commentId, postId: packed.postId } : null;
}

function withComment(link: Link, params: URLSearchParams): Link {
  const top = readCommentId(params.get('comment_id') ?? params.get('ctoken'));
  const reply = readCommentId(params.get('reply_comment_id'));
  const one = reply ?? top;
  if (one === null) return link;
  const otherPostIds = [...new Set([...link.otherPostIds, reply?.postId, top?.postId])].filter(
    (id): id is string => id != null && id !== link.postId,
  );
  const rest = { commentId: one.commentId, rootId: reply === null ? null : (top?.commentId ?? null), otherPostIds };
  // On the address of a profile the parameter tells in which comment the link stood.
  return { ...link, ...rest, kind: link.kind === 'post' ? 'comment' : link.kind };
}

function post(postId: string | null | undefined, postPath: string, more: Partial<Link> = {}): Found {
  return isPostId(postId)
    ? { kind: 'post', postId, postUrl: `${ORIGIN}${postPath}`, ...more }
    : { kind: 'other', account: more.account ?? null };
}

function findPlace(parts: readonly string[], params: URLSearchParams): Found {
  const [first, second, third] = parts;
  const last = parts.at(-1);
  if (first === undefined) return { kind: 'feed' };
  const at = params.get('id');
  const of = (id: string) => toAccount(id);
  switch (first.toLowerCase()) {
    case 'home.php':
      return { kind: 'feed' };
    case 'profile.php':
      return at !== null && /^\d+$/.test(at) ? findInProfile(of(at), params.get('sk') ?? undefined) : { kind: 'other' };
    case 'people':
      return parts.length >= 3 && /^\d+$/.test(third ?? '') ? findInProfile(of(third ?? ''), parts[3]) : { kind: 'other' };
    case 'pages':
    case 'p': {
      const id = /(?:^|-)(\d{5,})$/.exec(last ?? '')?.[1];
      return id !== undefined && parts.length >= 2 ? { kind: 'profile', account: of(id) } : { kind: 'other' };
    }
    case 'pg':
      return second === undefined ? { kind: 'other' } : findInProfile(toAccount(second), third);
    case 'groups':
      return findInGroup(parts, params);
    case 'permalink.php':
    case 'story.php': {
      const story = params.get('story_fbid');
      const author = at !== null && /^\d+$/.test(at) ? of(at) : null;
      return post(story, `/permalink.php?story_fbid=${story}${author === null ? '' : `&id=${at}`}`, { account: author });
    }
    case 'photo':
    case 'photo.php': {
      const set = /^(?:pcb|gm)\.(\d+)$/.exec(params.get('set') ?? '')?.[1];
      return post(params.get('fbid'), `/photo/?fbid=${params.get('fbid')}`, set === undefined ? {} : { otherPostIds: [set] });
    }
    case 'watch':
    case 'video.php':
    case 'video':
      return params.has('v')
        ? post(params.get('v'), `/watch/?v=${params.get('v')}`)
        : { kind: first.toLowerCase() === 'watch' ? 'feed' : 'other' };
    case 'reel':
    case 'reels':
      return post(second, `/reel/${second}/`);
    case 'videos':
      return post(second, `/watch/?v=${second}`);
    case 'share':
      // The short code is the only id such a link carries; where it leads is known to the site alone.
      return third !== undefined && /^[pvr]$/.test(second ?? '') && /^\w+$/.test(third)
        ? { kind: 'post', postId: third, postUrl: `${ORIGIN}/share/${second}/${third}/` }
        : { kind: 'other' };
    case 'ufi':
    case 'browse':
    case 'shares':
      return findList(parts, params);
    case 'comment': {
      const token = readCommentId(params.get('ctoken'));
      return post(token?.postId, `/${token?.postId}`);
    }
  }
  if (SITE_PLACES.has(first.toLowerCase()) || first.includes('.php') || !/^[\p{L}\p{M}\p{N}._-]{2,}$/u.test(first))
    return { kind: 'other' };
  const slug = /-(\d{9,})$/.exec(first)?.[1];
  return findUnderName(slug === undefined ? toAccount(first) : of(slug), first, parts, params);
}

function findUnderName(account: Account, name: string, parts: readonly string[], params: URLSearchParams): Found {
  const [, place, third] = parts;
  const last = parts.at(-1);
  const owner = encodeURIComponent(name);
  if (place === undefined) return findInProfile(account, params.get('sk') ?? undefined);
  if (third === undefined)
    return /^\d+$/.test(name) && isPostId(place) ? post(place, `/${owner}/posts/${place}`, { account }) : findInProfile(account, place);
  switch (place) {
    case 'posts':
    case 'permalink':
      return post(last, `/${owner}/posts/${last}`, { account });
    case 'videos':
      return post(last, `/${owner}/videos/${last}/`, { account });
    case 'reel':
    case 'reels':
      return post(last, `/reel/${last}/`, { account });
    case 'photos': {
      const set = /^(?:pcb|gm)\.(\d+)$/.exec(third)?.[1];
      return post(last, `/photo/?fbid=${last}`, set === undefined || set === last ? { account } : { account, otherPostIds: [set] });
    }
  }
  return { kind: 'other', account };
}

function findInProfile(account: Account, place: string | undefined): Found {
  if (place === undefined) return { kind: 'profile', account };
  if (place === 'followers' || place === 'following') return { kind: 'list', account, action: 'follow', following: place === 'following' };
  return { kind: 'other', account };
}

function findInGroup(parts: readonly string[], params: URLSearchParams): Found {
  const [, group, place, third] = parts;
  if (group === undefined) return { kind: 'other' };
  const asked = params.get('multi_permalinks')?.split(',')[0] ?? (params.get('view') === 'permalink' ? params.get('id') : null);
  const to = (id: string | null | undefined) => post(id, `/groups/${encodeURIComponent(group)}/posts/${id}/`);
  if (isPostId(asked)) return to(asked);
  if (place === undefined) return { kind: 'feed' };
  if (place === 'user' && third !== undefined) return { kind: 'profile', account: toAccount(third) };
  return (place === 'posts' || place === 'permalink' || place === 'pending_posts') && third !== undefined
    ? to(parts.at(-1))
    : { kind: 'other' };
}

/** Lists of the older interfaces, which still stand behind some links. */
function findList(parts: readonly string[], params: URLSearchParams): Found {
  const postId = params.get('ft_ent_identifier') ?? params.get('id');
  const shares = parts[0] === 'shares' || parts.includes('shares');
  const likes = parts.join('/').startsWith('ufi/reaction') || (parts[0] === 'browse' && parts[1] === 'likes');
  return isPostId(postId) && (shares || likes) ? { kind: 'list', postId, action: shares ? 'share' : 'like' } : { kind: 'other' };
}
