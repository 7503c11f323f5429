import type { Platform } from '../../model/platform.ts';
import { limits } from './limits.ts';
import { findItems, readItem } from './read-page.ts';
import { readWire } from './read-wire.ts';
import { HOSTS, parseUrl } from './urls.ts';

export const x = {
  id: 'x',
  name: 'X',
  hosts: HOSTS,
  matches: ['https://x.com/*', 'https://mobile.x.com/*', 'https://twitter.com/*', 'https://mobile.twitter.com/*'],
  revision: '2026-11-22',
  limits,
  parseUrl,
  findItems,
  readItem,
  // Every query of the web client goes to /i/api/graphql/HASH/NAME (api.x.com/graphql/… without an account); both rotate.
  wire: { paths: ['/graphql/'], embedded: null },
  readWire,
} as const satisfies Platform;
