// The gestures that browsers do not let a test make: context menu and shortcut, for both acts.
import { beforeEach, expect, test } from 'vitest';

type Listener = (...all: unknown[]) => void;
const listeners: Record<'installed' | 'menu' | 'command' | 'action', Listener[]> = { installed: [], menu: [], command: [], action: [] };
const on = (kind: keyof typeof listeners) => ({ addListener: (one: Listener) => listeners[kind].push(one) });
const menus: { id: string; title: string }[] = [];
const opened: unknown[] = [];
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'a', onInstalled: on('installed') },
    contextMenus: { create: (menu: { id: string; title: string }) => menus.push(menu), onClicked: on('menu') },
    commands: { onCommand: on('command') },
    action: { onClicked: on('action') },
    sidePanel: { open: async (options: unknown) => void opened.push(options) },
    i18n: { getMessage: (key: string) => key },
  },
});
const { onGesture } = await import('../../src/browser/toolbar.ts');

const done: string[] = [];
beforeEach(() => {
  done.length = 0;
  opened.length = 0;
});
onGesture({
  capture: (tab, gesture) => done.push(`capture ${tab} ${gesture}`),
  pick: (tab, gesture) => done.push(`pick ${tab} ${gesture}`),
  mark: (tab, link) => done.push(`mark ${tab} ${link}`),
});

test('all three acts stand in the context menu', () => {
  for (const one of listeners.installed) one({ reason: 'update' });
  expect(menus.map(({ id, title }) => [id, title])).toEqual([
    ['capture', 'commandCapture'],
    ['pick', 'commandPick'],
    ['mark', 'menuMark'],
  ]);
});

test('each gesture starts its own act; picking opens the panel within the gesture', () => {
  const tab = { id: 7 };
  for (const one of listeners.menu) one({ menuItemId: 'pick' }, tab);
  expect([done, opened]).toEqual([['pick 7 menu'], [{ tabId: 7 }]]);
  for (const one of listeners.command) one('pick', tab);
  for (const one of listeners.command) one('capture', tab);
  for (const one of listeners.menu) one({ menuItemId: 'capture' }, tab);
  expect(done).toEqual(['pick 7 menu', 'pick 7 shortcut', 'capture 7 shortcut', 'capture 7 menu']);
  expect(opened).toHaveLength(2);
});

test('marking an account opens the panel within the gesture, and takes the clicked link along', () => {
  for (const one of listeners.menu) one({ menuItemId: 'mark', linkUrl: 'https://x.com/PaslonContoh01' }, { id: 7 });
  for (const one of listeners.menu) one({ menuItemId: 'mark' }, { id: 8 });
  for (const one of listeners.menu) one({ menuItemId: 'mark' }, undefined);
  expect([done, opened]).toEqual([
    ['mark 7 https://x.com/PaslonContoh01', 'mark 8 null'],
    [{ tabId: 7 }, { tabId: 8 }],
  ]);
});

test('other names, and no tab: nothing', () => {
  for (const one of [...listeners.menu]) one({ menuItemId: 'toString' }, { id: 7 });
  for (const one of [...listeners.menu]) one({ menuItemId: 'pick' }, undefined);
  for (const one of [...listeners.command]) one('pick', {});
  expect([done, opened]).toEqual([[], []]);
});
