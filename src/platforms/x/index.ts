import type { Platform } from '../../model/platform.ts';

export const x = {
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'twitter.com'],
  matches: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.x.com/*'],
  revision: '2026-11-22',
  limits: [],
  parseUrl: () => null,
  findItems: () => [],
  readItem: () => [],
  wire: { paths: [], embedded: null },
  readWire: () => [],
} as const satisfies Platform;
