// What the interface knows of a site: handed in by the entry point, for no page of ours knows a platform.
import type { Platform } from '../../model/platform.ts';

export type SiteInfo = Pick<Platform, 'id' | 'name' | 'hosts' | 'matches' | 'limits'>;

/** The address if it may be opened by a click: https, and on this site; null otherwise. What a page says may lead anywhere. */
export function toLink(address: string | null, site: SiteInfo | null): string | null {
  if (address === null || site === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' && siteOf([site], url) !== null ? url.href : null;
}

/** The site an address belongs to, or null. Hosts are compared whole. */
export function siteOf(sites: readonly SiteInfo[], url: URL | null): SiteInfo | null {
  if (url === null) return null;
  return sites.find((site) => site.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))) ?? null;
}
