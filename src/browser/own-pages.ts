// Netra's own pages, and the tabs and settings that they follow.
import { browser } from 'wxt/browser';
import type { Settings } from '../model/messages.ts';
import { loadSettings } from './settings.ts';

/** Opens one of Netra's pages, or brings it to the front if it is open in this window. @param part id of what is to be shown there */
export async function openOwnPage(name: 'dashboard' | 'settings' | 'verify' | 'guide', part?: string): Promise<void> {
  const url = browser.runtime.getURL(`/${name}.html`);
  const shown = part === undefined ? {} : { url: `${url}#${part}` };
  const [open] = await browser.tabs.query({ url: `${url}*`, currentWindow: true }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url, ...shown });
  else await browser.tabs.update(open.id, { active: true, ...shown });
}

/** A new user starts at the settings: without lists and sites nothing happens. Call at the top level of the background. */
export function openSettingsOnInstall(): void {
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install') void openOwnPage('settings');
  });
}

/** A tab by its id; the address is null where the browser does not tell it. Null if there is no such tab. */
export async function tabById(tabId: number): Promise<{ id: number; url: URL | null } | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    return { id: tabId, url: tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null };
  } catch {
    return null;
  }
}

/** Opens an address in a new tab in front. Call it inside the user's own click, with an address that was checked. Null if it was refused. */
export async function openInNewTab(url: string): Promise<number | null> {
  try {
    return (await browser.tabs.create({ url, active: true })).id ?? null;
  } catch {
    return null;
  }
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Calls back when the settings were changed on any page, until the signal ends it. */
export function watchSettings(call: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'settings' in changes) void loadSettings().then(call);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Calls back when a site was switched on or off, also from the browser's own pages. */
export function watchPermissions(call: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(call);
  browser.permissions.onRemoved.addListener(call);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(call);
    browser.permissions.onRemoved.removeListener(call);
  });
}
