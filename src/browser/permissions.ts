// Which sites the user switched on, and the scripts that run there.
import { browser } from 'wxt/browser';
import type { PlatformId } from '../model/account.ts';

export interface Site {
  readonly id: PlatformId;
  readonly matches: readonly string[];
}

export async function isAllowed(site: Site): Promise<boolean> {
  return browser.permissions.contains({ origins: [...site.matches] });
}

/** Asks the user. Call it first thing in a click: a browser asks only inside a gesture. */
export async function ask(site: Site): Promise<boolean> {
  return browser.permissions.request({ origins: [...site.matches] });
}

export async function giveBack(site: Site): Promise<boolean> {
  return browser.permissions.remove({ origins: [...site.matches] });
}

/** Registers the page script, and the wire script unless it is off, for each allowed site; takes away all others. */
export async function registerScripts(sites: readonly Site[], wireOff: readonly PlatformId[]): Promise<void> {
  const allowed: Site[] = [];
  for (const site of sites) if (await isAllowed(site)) allowed.push(site);
  const page = allowed.flatMap((site) => site.matches);
  const wire = allowed.filter((site) => !wireOff.includes(site.id)).flatMap((site) => site.matches);
  await browser.scripting.unregisterContentScripts();
  const scripts = [];
  if (wire.length > 0)
    scripts.push({
      id: 'wire',
      js: ['content-scripts/wire.js'],
      matches: wire,
      runAt: 'document_start',
      world: 'MAIN',
      persistAcrossSessions: true,
    });
  if (page.length > 0)
    scripts.push({ id: 'page', js: ['content-scripts/page.js'], matches: page, runAt: 'document_start', persistAcrossSessions: true });
  // The polyfill's types know no `world`; both browsers do (Chrome 111, Firefox 128).
  if (scripts.length > 0)
    await browser.scripting.registerContentScripts(scripts as Parameters<typeof browser.scripting.registerContentScripts>[0]);
}
