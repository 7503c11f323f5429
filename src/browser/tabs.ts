// Which tab is in front, and telling all of them.
import { browser } from 'wxt/browser';
import type { ToPage } from '../model/messages.ts';
import { toPage } from './messages.ts';

/** The window's id if this tab is the one in front of it, else null. */
export async function frontWindow(tabId: number): Promise<number | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    return tab.active && tab.windowId !== undefined ? tab.windowId : null;
  } catch {
    return null;
  }
}

/** The window and the address of this tab if it is in front; null also where its site was not allowed. */
export async function frontPage(tabId: number): Promise<{ windowId: number; url: string } | null> {
  try {
    const { active, windowId, url } = await browser.tabs.get(tabId);
    return active && windowId !== undefined && url !== undefined ? { windowId, url } : null;
  } catch {
    return null;
  }
}

/** The tab in front of the window that this extension page stands in; null if there is none. */
export async function tabInFront(): Promise<{ id: number; url: URL | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null };
}

/** Calls back when another tab comes to the front or the front one goes elsewhere. */
export function watchFront(call: () => void, signal: AbortSignal): void {
  const updated = (_id: number, change: { url?: string | undefined; status?: string | undefined }) => {
    if (change.url !== undefined || change.status !== undefined) call();
  };
  browser.tabs.onActivated.addListener(call);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(call);
    browser.tabs.onUpdated.removeListener(updated);
  });
}

export async function tellPages(message: ToPage): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? null : toPage(tab.id, message))));
}

export function onTabClosed(call: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => call(tabId));
}
