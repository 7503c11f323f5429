// Which authorities the user has switched on.
import { browser } from 'wxt/browser';
import type { Authority } from '../model/stamp.ts';

/** That one host, and no other. */
const origins = (url: string) => [`https://${new URL(url).hostname}/*`];

export async function isAuthorityOn({ url }: Authority): Promise<boolean> {
  return browser.permissions.contains({ origins: origins(url) });
}

/** Asks the user for this one host. Call it first thing in a click: a browser asks only inside a gesture. */
export async function askAuthority({ url }: Authority): Promise<boolean> {
  return browser.permissions.request({ origins: origins(url) });
}

export async function giveBackAuthority({ url }: Authority): Promise<boolean> {
  return browser.permissions.remove({ origins: origins(url) });
}
