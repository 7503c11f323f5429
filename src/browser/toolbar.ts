// The toolbar button, the panel that it opens, the context menu and the shortcut.
import { browser } from 'wxt/browser';
import type { HealthState, Settings, TabState } from '../model/messages.ts';
import { loadSettings } from './settings.ts';

interface Panels {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** missed: much on the page and nothing that Netra can read, which is not the same as "nothing to read". */
const WORDS: Record<Settings['language'], Record<HealthState | 'missed', string> & { found: (n: number) => string }> = {
  id: {
    reading: 'membaca halaman ini',
    nothing: 'belum ada yang dapat dibaca di sini',
    partly: 'sebagian tidak terbaca',
    blind: 'tidak dapat membaca halaman ini: periksa sendiri',
    missed: 'tidak ada yang terbaca di sini: periksa sendiri',
    found: (n) => `${n} temuan`,
  },
  en: {
    reading: 'reading this page',
    nothing: 'nothing here yet that can be read',
    partly: 'part of it cannot be read',
    blind: 'cannot read this page: check it yourself',
    missed: 'nothing could be read here: check it yourself',
    found: (n) => `${n} finding(s)`,
  },
};

/** Count of findings that were not set aside; '!' where Netra is blind. The words say the same as the sign. */
export async function showBadge(tabId: number, state: TabState): Promise<void> {
  const count = state.findings.filter((one) => one.status !== 'set-aside').length;
  const blind = state.health.state === 'blind';
  const words = WORDS[(await loadSettings()).language];
  const title = `Netra: ${count === 0 ? '' : `${words.found(count)}, `}${words[state.health.missed === 'drawn' ? 'missed' : state.health.state]}`;
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
  browser.action.onClicked.addListener((tab) => openPanel(tab.id));
}

/** Nothing may be awaited before: both browsers open a panel only inside the gesture itself. */
function openPanel(tabId: number | undefined): void {
  const panels = browser as unknown as Panels;
  if (tabId !== undefined) void panels.sidePanel?.open({ tabId });
  void panels.sidebarAction?.open();
}

type ByGesture = (tabId: number, gesture: 'shortcut' | 'menu') => void;

/**
 * The two other gestures that allow a picture: of a finding that is on the screen, or of an item that is picked by hand. Picking
 * goes on in the panel, which both browsers open only inside the gesture itself.
 */
export function onGesture(acts: {
  readonly capture: ByGesture;
  readonly pick: ByGesture;
  /** Marking an account as a campaign's, from the page's menu; `link` is the link that was clicked. Goes on in the panel too. */
  readonly mark: (tabId: number, link: string | null) => void;
}): void {
  const act = (name: unknown, tabId: number | undefined, gesture: 'shortcut' | 'menu') => {
    if (tabId === undefined || (name !== 'capture' && name !== 'pick')) return;
    if (name === 'pick') openPanel(tabId);
    acts[name](tabId, gesture);
  };
  browser.runtime.onInstalled.addListener(() => {
    const titles = { capture: browser.i18n.getMessage('commandCapture'), pick: browser.i18n.getMessage('commandPick') };
    for (const [id, title] of Object.entries(titles))
      browser.contextMenus.create({ id, title, contexts: ['page', 'link', 'selection', 'image'] });
    browser.contextMenus.create({ id: 'mark', title: browser.i18n.getMessage('menuMark'), contexts: ['page', 'link', 'image'] });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== 'mark') return act(info.menuItemId, tab?.id, 'menu');
    if (tab?.id === undefined) return;
    openPanel(tab.id);
    acts.mark(tab.id, info.linkUrl ?? null);
  });
  browser.commands.onCommand.addListener((command, tab) => act(command, tab?.id, 'shortcut'));
}
