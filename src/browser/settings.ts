// The user's settings in storage.local, and the tabs' states in storage.session.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Account, accountSchema } from '../model/account.ts';
import { type Contradiction, contradictionSchema } from '../model/lists.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema, type TabState, tabStateSchema } from '../model/messages.ts';
import { type PickState, pickStateSchema } from '../model/pick.ts';
import { type Tallies, talliesSchema } from '../model/tally.ts';

export async function loadSettings(): Promise<Settings> {
  const kept = await browser.storage.local.get('settings');
  const parsed = settingsSchema.safeParse(kept['settings']);
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
}

/** Of these, what pages are to know. */
export async function loadOrders(): Promise<Pick<Settings, 'marks' | 'language'>> {
  const { marks, language } = await loadSettings();
  return { marks, language };
}

export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ settings });
}

const keyOf = (tabId: number) => `tab:${tabId}`;

export async function loadTabState(tabId: number): Promise<TabState | null> {
  const kept = await browser.storage.session.get(keyOf(tabId));
  const parsed = tabStateSchema.safeParse(kept[keyOf(tabId)]);
  return parsed.success ? parsed.data : null;
}

/** Memory only: a finding that the monitor did not capture is gone when the browser closes. */
export async function saveTabState(tabId: number, state: TabState | null): Promise<void> {
  if (state === null) await browser.storage.session.remove(keyOf(tabId));
  else await browser.storage.session.set({ [keyOf(tabId)]: state });
}

/** Tabs of which there is a state. */
export async function tabsWithState(): Promise<number[]> {
  const all = await browser.storage.session.get(null);
  return Object.keys(all).flatMap((key) => (/^tab:\d+$/.test(key) ? [Number(key.slice(4))] : []));
}

/** Times of this session's look-ups by name; memory only. */
export async function loadLookUps(): Promise<string[]> {
  const kept = await browser.storage.session.get('lookUps');
  const parsed = z.array(z.iso.datetime()).safeParse(kept['lookUps']);
  return parsed.success ? parsed.data : [];
}

export async function saveLookUps(times: readonly string[]): Promise<void> {
  await browser.storage.session.set({ lookUps: times });
}

/** Authors of the campaign posts of this session, by post; memory only. */
export async function loadKnownPosts(): Promise<Record<string, Account>> {
  const kept = await browser.storage.session.get('posts');
  const parsed = z.record(z.string(), accountSchema).safeParse(kept['posts']);
  return parsed.success ? parsed.data : {};
}

export async function saveKnownPosts(posts: Record<string, Account>): Promise<void> {
  await browser.storage.session.set({ posts });
}

/** Contradictions between lists that this session has met; memory only. */
export async function loadContradictions(): Promise<Contradiction[]> {
  const kept = await browser.storage.session.get('contradictions');
  const parsed = z.array(contradictionSchema).safeParse(kept['contradictions']);
  return parsed.success ? parsed.data : [];
}

export async function saveContradictions(contradictions: readonly Contradiction[]): Promise<void> {
  await browser.storage.session.set({ contradictions });
}

/** Calls back whenever a tab's state changes, until the signal ends it. */
export function watchTabState(tabId: number, call: (state: TabState | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && keyOf(tabId) in changes) void loadTabState(tabId).then(call);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

const pickKeyOf = (tabId: number) => `pick:${tabId}`;

/** The picking by hand that is under way in a tab; memory only. */
export async function loadPick(tabId: number): Promise<PickState | null> {
  const kept = await browser.storage.session.get(pickKeyOf(tabId));
  const parsed = pickStateSchema.safeParse(kept[pickKeyOf(tabId)]);
  return parsed.success ? parsed.data : null;
}

export async function savePick(tabId: number, state: PickState | null): Promise<void> {
  if (state === null) await browser.storage.session.remove(pickKeyOf(tabId));
  else await browser.storage.session.set({ [pickKeyOf(tabId)]: state });
}

/** Calls back whenever the picking in a tab changes, until the signal ends it. */
export function watchPick(tabId: number, call: (state: PickState | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && pickKeyOf(tabId) in changes) void loadPick(tabId).then(call);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

const markingKeyOf = (tabId: number) => `mark:${tabId}`;

/** The monitor asked from the page's own menu to mark an account; `link` is the link that was clicked. Memory only, taken once. */
export async function saveMarking(tabId: number, link: string | null): Promise<void> {
  await browser.storage.session.set({ [markingKeyOf(tabId)]: { link: link?.slice(0, 4000) ?? null } });
}

/** Gives what was asked and forgets it; null if nothing was. */
export async function takeMarking(tabId: number): Promise<{ readonly link: string | null } | null> {
  const kept = await browser.storage.session.get(markingKeyOf(tabId));
  const parsed = z.strictObject({ link: z.string().nullable() }).safeParse(kept[markingKeyOf(tabId)]);
  if (!parsed.success) return null;
  await browser.storage.session.remove(markingKeyOf(tabId));
  return parsed.data;
}

/** Calls back whenever marking was asked for in a tab, until the signal ends it. */
export function watchMarking(tabId: number, call: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    const change = changes[markingKeyOf(tabId)];
    if (area === 'session' && typeof change === 'object' && change !== null && 'newValue' in change) call();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** How well each site could be read, by day: numbers only. What cannot be understood counts as never counted. */
export async function loadTallies(): Promise<Tallies> {
  const kept = await browser.storage.local.get('tallies');
  const parsed = talliesSchema.safeParse(kept['tallies']);
  return parsed.success ? parsed.data : {};
}

export async function saveTallies(tallies: Tallies): Promise<void> {
  await browser.storage.local.set({ tallies });
}
