// A simulated monitor: does with mouse and keyboard what a person does, and looks at what Netra shows.
import type { Page } from 'playwright-core';
import type { TabState } from '../../model/messages.ts';
import type { Netra, Panel } from '../chromium.ts';
import type { DemoStop } from './site.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Switches all sites on and takes both lists in, on the settings page. */
export async function setUp(netra: Netra, lists: { guarded: string; campaign: string }): Promise<Page> {
  const page = await netra.extensionPage('settings.html');
  await turnOnSites(page);
  for (const [kind, file] of Object.entries(lists)) {
    await importList(page, kind, [file]);
  }
  return page;
}

/** The sites' own switches: those of the time-stamping authorities are not touched. */
const OFF = 'section[aria-labelledby="situs"] button[aria-label^="Nyalakan"]';

/** Switches all sites on, on the settings page. */
export async function turnOnSites(page: Page): Promise<void> {
  const off = page.locator(OFF);
  for (let left = await off.count(); left > 0; left--) {
    await off.first().click();
    await page.waitForFunction(([off, n]) => document.querySelectorAll(off).length < n, [OFF, left] as const);
  }
}

/** Brings a list in on the settings page, agreeing with the columns as they are proposed. */
export async function importList(page: Page, kind: string, files: readonly string[], issuer = 'BKPSDM Kab. Sukamaju'): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.locator(`input[type=file][data-kind=${kind}]`).setInputFiles([...files]);
  await button(/^Lanjut$/).click();
  if (kind === 'guarded') {
    await page.locator('input[name=issuer]').fill(issuer);
    await button(/^Pakai usulan/).click();
  }
  await button('Mulai membaca').click();
  await button('Simpan daftar').click();
  // Another box may still say so of its own list, and files can be chosen anew only once the lists were read again.
  const box = page.locator(`fieldset[aria-labelledby=import-${kind}]:not(.wide)`);
  await box.getByText(/^Daftar disimpan/).waitFor();
}

/** What the extension knows of the tab in front, if it shows this page. */
export async function tabState(panel: Panel, page: Page): Promise<TabState | null> {
  const state = await panel.evaluate<TabState | null>(
    `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.storage.session.get('tab:' + tab.id).then((all) => all['tab:' + tab.id] ?? null))`,
  );
  return state?.url === page.url() ? state : null;
}

/**
 * Looks through a page from top to bottom, a screen at a time, until Netra has had the time to see what is there; then clicks on
 * what opens a list, if anything does, and looks through that.
 */
export async function lookThrough(page: Page, opens?: string): Promise<void> {
  await page.mouse.move(300, 400);
  // A dialog scrolls within itself.
  const scrolled = () => page.evaluate(() => [...document.querySelectorAll('*')].reduce((sum, one) => sum + Math.round(one.scrollTop), 0));
  for (let screen = 0; screen < 12; screen++) {
    const before = await scrolled();
    await pause(350);
    await page.mouse.wheel(0, 600);
    await pause(250);
    if ((await scrolled()) === before) break;
  }
  if (opens === undefined) return;
  await page.locator(opens).first().click();
  await pause(600);
  await lookThrough(page);
}

/** Waits until the tab's state is as it should be; gives the last state either way. */
export async function waitForState(
  panel: Panel,
  page: Page,
  isEnough: (state: TabState) => boolean,
  ms = 12_000,
): Promise<TabState | null> {
  const until = Date.now() + ms;
  for (;;) {
    const state = await tabState(panel, page);
    if ((state !== null && isEnough(state)) || Date.now() > until) return state;
    await pause(150);
  }
}

/** What differs between what a stop has to give and what Netra saw; [] if nothing does. */
export function compare(stop: DemoStop, state: TabState | null): string[] {
  if (state === null) return ['Netra tidak membaca halaman ini'];
  const told = (who: string, action: string, reaction: string | null | undefined, grade: string) =>
    [who, action, reaction ?? '', grade].join(' · ');
  const wanted = stop.finds
    .map((one) => told(one.who, one.action, one.reaction ?? (one.action === 'like' ? 'like' : null), one.grade))
    .sort();
  const found = state.findings
    .map(({ match }) =>
      told(match.sighting.actor.name ?? match.sighting.actor.handle ?? '?', match.sighting.action, match.sighting.reaction, match.grade),
    )
    .sort();
  const missing = wanted.filter((one) => !found.includes(one));
  const extra = found.filter((one, i) => !wanted.includes(one) || found.indexOf(one) !== i);
  const namesakes = state.findings
    .map(({ match }) => match.sighting.actor)
    .filter(({ id, handle }) => [id, handle].some((one) => one !== null && stop.namesakes?.includes(one) === true));
  const unreadable = Object.values(state.health.unreadable).reduce((sum, n) => sum + n, 0);
  return [
    ...missing.map((one) => `tidak ditemukan: ${one}`),
    ...extra.map((one) => `tidak seharusnya: ${one}`),
    ...namesakes.map(({ name, id, handle }) => `hanya nama yang sama: ${name} (${id ?? handle})`),
    ...(unreadable < (stop.unreadable ?? 0) ? [`tak terbaca ${unreadable}, seharusnya ${stop.unreadable}`] : []),
  ];
}

/** Scrolls down from the top until a finding's item stands on the screen, as a person does who looks for it. */
export async function scrollTo(panel: Panel, page: Page, findingId: string): Promise<void> {
  const isShown = (state: TabState | null) => state?.findings.some((one) => one.findingId === findingId && one.onScreen) === true;
  await page.mouse.wheel(0, -20_000);
  // Until the page script has told what is on the screen now.
  await pause(700);
  for (let step = 0; step < 60; step++) {
    if (isShown(await waitForState(panel, page, isShown, 700))) break;
    await page.mouse.wheel(0, 200);
  }
  await pause(300);
}

/** Clicks a button of a finding's card by the words it begins with, and gives what the card says then. */
export async function pressOnCard(panel: Panel, findingId: string, words: string): Promise<string> {
  const card = `article[aria-labelledby="act-${findingId}"]`;
  await panel.until(`document.querySelector('${card}')`, `the card of finding ${findingId}`);
  await panel.evaluate(
    `(() => { for (const b of document.querySelectorAll('[data-demo]')) b.removeAttribute('data-demo');
       const b = [...document.querySelectorAll('${card} button')].find((one) => one.textContent.trim().startsWith(${JSON.stringify(words)}));
       if (!b) throw new Error('no button "${words}": ' + document.querySelector('${card}').textContent); b.setAttribute('data-demo', ''); })()`,
  );
  await panel.click(`${card} button[data-demo]`);
  await panel.until(
    `!document.querySelector('${card}') || [...document.querySelectorAll('${card} button')].every((b) => !b.disabled)`,
    'the end of the action',
  );
  await pause(150);
  return panel.evaluate<string>(`document.querySelector('${card} [role=status].said, ${card} .said')?.textContent.trim() ?? ''`);
}
