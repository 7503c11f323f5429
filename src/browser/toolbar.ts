// The toolbar button, the panel that it opens, the context menu and the shortcut.
import { browser } from 'wxt/browser';
import type { HealthState, TabState } from '../model/messages.ts';

interface Panels {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const WORDS: Record<HealthState, string> = {
  reading: 'membaca halaman ini',
  nothing: 'tidak ada yang perlu dibaca di sini',
  partly: 'sebagian tidak terbaca',
  blind: 'tidak dapat membaca halaman ini: periksa sendiri',
};

/** Much on the page and nothing that Netra can read: not the same as "nothing to read". */
const NONE_READ = 'tidak ada yang terbaca di sini: periksa sendiri';

/** Count of findings that were not set aside; '!' where Netra is blind. The words say the same as the sign. */
export async function showBadge(tabId: number, state: TabState): Promise<void> {
  const count = state.findings.filter((one) => one.status !== 'set-aside').length;
  const blind = state.health.state === 'blind';
  const words = state.health.missed === 'drawn' ? NONE_READ : WORDS[state.health.state];
  const title = `Netra: ${count === 0 ? '' : `${count} temuan, `}${words}`;
  try {
    await browser.action.setBadgeText({ tabId, text: blind ? '!' : count === 0 ? '' : String(count) });
    await browser.action.setBadgeBackgroundColor({ tabId, color: blind ? '#8a1c1c' : '#0b4f6c' });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed in the meantime.
  }
}

/**
 * A click on the toolbar button opens the panel. It must go through `onClicked`: this is what lets a picture of the tab
 * be taken (measured in both browsers: the browser's own "open panel on click" does not).
 */
export function openPanelOnClick(): void {
  const panels = browser as unknown as Panels;
  browser.action.onClicked.addListener((tab) => {
    // Not awaited first: both browsers open a panel only inside the click itself.
    if (tab.id !== undefined) void panels.sidePanel?.open({ tabId: tab.id });
    void panels.sidebarAction?.open();
  });
}

const MENU = 'capture';

/** The two other gestures that allow a picture. */
export function onCaptureGesture(capture: (tabId: number, gesture: 'shortcut' | 'menu') => void): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: MENU,
      title: browser.i18n.getMessage('commandCapture'),
      contexts: ['page', 'link', 'selection', 'image'],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU && tab?.id !== undefined) capture(tab.id, 'menu');
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'capture' && tab?.id !== undefined) capture(tab.id, 'shortcut');
  });
}
