import type { Platform } from '../../model/platform.ts';

export const instagram = {
  id: 'instagram',
  name: 'Instagram',
  hosts: ['instagram.com'],
  matches: ['https://*.instagram.com/*'],
  revision: '2026-11-22',
  limits: [],
  parseUrl: () => null,
  findItems: () => [],
  readItem: () => [],
  wire: { paths: [], embedded: null },
  readWire: () => [],
} as const satisfies Platform;
