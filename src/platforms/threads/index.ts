// Threads.
import type { Platform } from '../../model/platform.ts';
import { limits } from './limits.ts';
import { findItems, readItem } from './read-page.ts';
import { readWire } from './read-wire.ts';
import { embedded, wirePaths } from './selectors.ts';
import { HOSTS, parseUrl } from './urls.ts';

export const threads = {
  id: 'threads',
  name: 'Threads',
  hosts: HOSTS,
  matches: ['https://*.threads.com/*', 'https://*.threads.net/*'],
  revision: '2026-11-22',
  limits,
  parseUrl,
  findItems,
  readItem,
  wire: { paths: wirePaths, embedded },
  readWire,
} as const satisfies Platform;
