// What an account's address looks like on each site: data for account-cell.ts, which knows how to use it.
import type { PlatformId } from '../model/account.ts';

export interface Shape {
  /** Matched against the address's path without its last slash; group 1 is what is taken. */
  readonly path: RegExp;
  /** Take this query parameter instead of a path group. */
  readonly query?: string;
  readonly gives: 'id' | 'handle';
}

export interface Site {
  readonly name: string;
  /** Hosts that hold profiles; a host counts if it equals one, or is one behind an accepted subdomain. */
  readonly hosts: readonly string[];
  readonly subdomains: RegExp;
  /** Hosts whose links hide where they lead. */
  readonly shortHosts: readonly string[];
  /** Paths whose links hide where they lead. */
  readonly shortPaths: RegExp | null;
  /** Paths and query parameters of single items. */
  readonly items: RegExp;
  readonly itemQueries: readonly string[];
  /** Tried in order. */
  readonly shapes: readonly Shape[];
  /** First path segments that are the site's own pages and so nobody's handle. */
  readonly reserved: RegExp;
  readonly handle: RegExp;
  readonly id: RegExp;
  /** What a cell of digits alone is: always an id, an id only if it is too long for a handle, or never one. */
  readonly digits: 'id' | 'id-if-long' | 'never';
}

const DIGITS = /^[1-9]\d{0,24}$/;
const TABS =
  '(?:\\/(?:about|photos|videos|reels|friends|followers|following|posts|media|with_replies|highlights|likes|tagged|replies|shorts|streams|featured|community|playlists|mentions))?';

export const SITES: Readonly<Record<PlatformId, Site>> = {
  facebook: {
    name: 'Facebook',
    hosts: ['facebook.com', 'fb.com'],
    subdomains: /^(?:www|m|web|mbasic|touch|mobile|free|d|[a-z]{2}-[a-z]{2})$/,
    shortHosts: ['fb.me', 'fb.watch', 'l.facebook.com', 'lm.facebook.com'],
    shortPaths: /^\/(?:share(?:\/.*)?|l\.php)$/i,
    items:
      /^\/(?:permalink\.php|story\.php|photo\.php|photo|photos|video\.php|watch|reel|reels|stories|events|notes)(?:\/.*)?$|^\/[^/]+\/(?:posts|photos|videos|reels|permalink|activity)\/.+|^\/groups\/[^/]+\/(?:posts|permalink)(?:\/.*)?$/i,
    itemQueries: ['story_fbid', 'fbid', 'multi_permalinks'],
    shapes: [
      { path: /^\/profile\.php$/i, query: 'id', gives: 'id' },
      { path: /^\/people\/[^/]+\/(\d+)$/i, gives: 'id' },
      { path: /^\/pages\/[^/]+\/(\d+)$/i, gives: 'id' },
      { path: /^\/groups\/[^/]+\/user\/(\d+)$/i, gives: 'id' },
      { path: /^\/p\/[^/]*-(\d{9,})$/i, gives: 'id' },
      // Old pages without a chosen name: words, hyphen, id. A chosen name has no hyphen.
      { path: /^\/[^/]+-(\d{9,})$/, gives: 'id' },
      { path: new RegExp(`^\\/(\\d{5,})${TABS}$`, 'i'), gives: 'id' },
      { path: /^\/pg\/([^/]+)$/i, gives: 'handle' },
      { path: new RegExp(`^\\/([^/]+)${TABS}$`, 'i'), gives: 'handle' },
    ],
    reserved:
      /^(?:profile\.php|people|pages|groups|p|pg|home\.php|login(?:\.php)?|help|search|hashtag|marketplace|gaming|games|messages|notifications|friends|bookmarks|settings|privacy|policies|legal|terms|business|ads|plugins|dialog|sharer(?:\.php)?|sharer|media|live|public|directory|lite|recover|stories|watch|reel|events|me|about|r\.php|careers|ajax)$/i,
    handle: /^(?=.*[A-Za-z])[A-Za-z0-9.]{5,50}$/,
    id: DIGITS,
    digits: 'id',
  },
  instagram: {
    name: 'Instagram',
    hosts: ['instagram.com'],
    subdomains: /^(?:www|m)$/,
    shortHosts: ['l.instagram.com', 'ig.me'],
    shortPaths: /^\/(?:s\/.*|share\/.*)$/i,
    items: /^\/(?:p|reel|reels|tv|stories)(?:\/.*)?$|^\/[^/]+\/(?:p|reel|tv)\/.+/i,
    itemQueries: [],
    shapes: [
      { path: /^\/_u\/([^/]+)$/i, gives: 'handle' },
      { path: new RegExp(`^\\/([^/]+)${TABS}$`, 'i'), gives: 'handle' },
    ],
    reserved: /^(?:explore|accounts|direct|about|legal|developer|_u|web|challenge|popular)$/i,
    handle: /^[A-Za-z0-9._]{1,30}$/,
    id: DIGITS,
    digits: 'id',
  },
  x: {
    name: 'X (Twitter)',
    hosts: ['x.com', 'twitter.com'],
    subdomains: /^(?:www|m|mobile)$/,
    shortHosts: ['t.co'],
    shortPaths: null,
    items: /^\/(?:[^/]+|i\/web)\/status(?:es)?(?:\/.*)?$|^\/i\/(?:status|spaces|lists|communities|events)\/.*/i,
    itemQueries: [],
    shapes: [
      { path: /^\/i\/user\/(\d+)$/i, gives: 'id' },
      { path: /^\/intent\/user$/i, query: 'user_id', gives: 'id' },
      { path: /^\/intent\/(?:user|follow)$/i, query: 'screen_name', gives: 'handle' },
      { path: new RegExp(`^\\/@?([^/]+)${TABS}$`, 'i'), gives: 'handle' },
    ],
    reserved:
      /^(?:i|home|explore|search|hashtag|notifications|messages|settings|compose|login|logout|signup|intent|share|tos|privacy|jobs|about|download|account)$/i,
    handle: /^[A-Za-z0-9_]{1,15}$/,
    id: DIGITS,
    digits: 'id-if-long',
  },
  tiktok: {
    name: 'TikTok',
    hosts: ['tiktok.com'],
    subdomains: /^(?:www|m)$/,
    shortHosts: ['vm.tiktok.com', 'vt.tiktok.com'],
    shortPaths: /^\/t\/.*/i,
    items: /^\/@[^/]+\/(?:video|photo)\/.+|^\/v\/.+|^\/(?:embed|video)\/.+/i,
    itemQueries: [],
    shapes: [{ path: /^\/@([^/]+)(?:\/live)?$/i, gives: 'handle' }],
    reserved: /^$/,
    handle: /^[A-Za-z0-9._]{2,24}$/,
    // The site has a short number and a long opaque name for each account; both are permanent.
    id: /^(?:[1-9]\d{0,24}|MS4w[\w-]{20,120})$/,
    digits: 'id',
  },
  youtube: {
    name: 'YouTube',
    hosts: ['youtube.com'],
    subdomains: /^(?:www|m|music)$/,
    shortHosts: ['youtu.be'],
    shortPaths: null,
    items: /^\/(?:watch|shorts|live|post|embed|v|clip|playlist)(?:\/.*)?$/i,
    itemQueries: ['v', 'lb'],
    shapes: [
      { path: /^\/channel\/(UC[\w-]{22})(?:\/[a-z]+)?$/, gives: 'id' },
      { path: new RegExp(`^\\/@([^/]+)${TABS}$`, 'i'), gives: 'handle' },
    ],
    reserved: /^$/,
    handle: /^[\p{L}\p{M}\p{N}._·-]{3,30}$/u,
    id: /^UC[\w-]{22}$/,
    digits: 'never',
  },
  threads: {
    name: 'Threads',
    hosts: ['threads.net', 'threads.com'],
    subdomains: /^(?:www|m)$/,
    shortHosts: ['l.threads.net', 'l.threads.com'],
    shortPaths: null,
    items: /^\/@[^/]+\/post(?:\/.*)?$|^\/t\/.*/i,
    itemQueries: [],
    shapes: [{ path: new RegExp(`^\\/@([^/]+)${TABS}$`, 'i'), gives: 'handle' }],
    reserved: /^$/,
    handle: /^[A-Za-z0-9._]{1,30}$/,
    id: DIGITS,
    digits: 'id',
  },
};
