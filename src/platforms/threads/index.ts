import type { Platform } from '../../model/platform.ts';

export const threads = {
  id: 'threads',
  name: 'Threads',
  hosts: ['threads.com', 'threads.net'],
  matches: ['https://*.threads.com/*', 'https://*.threads.net/*'],
  revision: '2026-11-22',
  limits: [],
  parseUrl: () => null,
  findItems: () => [],
  readItem: () => [],
  wire: { paths: [], embedded: null },
  readWire: () => [],
} as const satisfies Platform;
