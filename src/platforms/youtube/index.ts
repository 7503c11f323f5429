import type { Platform } from '../../model/platform.ts';

export const youtube = {
  id: 'youtube',
  name: 'YouTube',
  hosts: ['youtube.com'],
  matches: ['https://*.youtube.com/*'],
  revision: '2026-11-22',
  limits: [],
  parseUrl: () => null,
  findItems: () => [],
  readItem: () => [],
  wire: { paths: [], embedded: null },
  readWire: () => [],
} as const satisfies Platform;
