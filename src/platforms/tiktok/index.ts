import type { Platform } from '../../model/platform.ts';
import { limits } from './limits.ts';
import { findItems, readItem } from './read-page.ts';
import { readWire, wire } from './read-wire.ts';
import { parseUrl } from './urls.ts';

export const tiktok = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: ['tiktok.com'],
  matches: ['https://*.tiktok.com/*'],
  revision: '2026-11-22',
  limits,
  parseUrl,
  findItems,
  readItem,
  wire,
  readWire,
} as const satisfies Platform;
