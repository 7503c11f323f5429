import type { Platform } from '../../model/platform.ts';
import { limits } from './limits.ts';
import { findItems, readItem } from './read-page.ts';
import { readWire } from './read-wire.ts';
import { EMBEDDED, GRAPHQL_PATHS } from './selectors.ts';
import { parseUrl } from './urls.ts';

/** Facebook: feed, groups, profiles, single posts, photos, videos and reels of the desktop site. */
export const facebook = {
  id: 'facebook',
  name: 'Facebook',
  hosts: ['facebook.com'],
  matches: ['https://*.facebook.com/*'],
  revision: '2026-11-22',
  limits,
  parseUrl,
  findItems,
  readItem,
  wire: { paths: GRAPHQL_PATHS, embedded: EMBEDDED },
  readWire,
} as const satisfies Platform;
