// What the interface knows of a site: handed in by the entry point, for no page of ours knows a platform.
import type { Platform } from '../../model/platform.ts';

export type SiteInfo = Pick<Platform, 'id' | 'name' | 'hosts' | 'matches' | 'limits'>;

/** The site an address belongs to, or null. Hosts are compared whole. */
export function siteOf(sites: readonly SiteInfo[], url: URL | null): SiteInfo | null {
  if (url === null) return null;
  return sites.find((site) => site.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))) ?? null;
}
