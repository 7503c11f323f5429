// The list: the one place that names the sites. A page script is built for each of them, with that site's folder alone.
import { isOnHost } from '../lib/host.ts';
import type { PlatformId } from '../model/account.ts';
import type { Place, Platform } from '../model/platform.ts';
import { facebook } from './facebook/index.ts';
import { instagram } from './instagram/index.ts';
import { threads } from './threads/index.ts';
import { tiktok } from './tiktok/index.ts';
import { x } from './x/index.ts';
import { youtube } from './youtube/index.ts';

export const platforms: readonly Platform[] = [facebook, instagram, x, tiktok, youtube, threads];

/** The site an address belongs to, or null. */
export function platformOf(url: URL): Platform | null {
  return platforms.find(({ hosts }) => isOnHost(url, hosts)) ?? null;
}

export function platformById(id: PlatformId): Platform | null {
  return platforms.find((platform) => platform.id === id) ?? null;
}

/** What an address of any known site is about; null if it is no such site's, or its grammar does not fit. */
export function readAddress(url: URL): { platform: PlatformId; place: Place } | null {
  const platform = platformOf(url);
  const place = platform?.parseUrl(url) ?? null;
  return platform === null || place === null ? null : { platform: platform.id, place };
}
