import type { Platform } from '../../model/platform.ts';

export const facebook = {
  id: 'facebook',
  name: 'Facebook',
  hosts: ['facebook.com'],
  matches: ['https://*.facebook.com/*'],
  revision: '2026-11-22',
  limits: [],
  parseUrl: () => null,
  findItems: () => [],
  readItem: () => [],
  wire: { paths: [], embedded: null },
  readWire: () => [],
} as const satisfies Platform;
