// What the tests in a real Chromium share: Netra set up with the sample lists, and one page of X in front with its panel.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type LaunchOptions, launchNetra, type Netra, type Panel, type SiteAnswer } from '../../src/cli/chromium.ts';
import { lookThrough, setUp, tabState, waitForState } from '../../src/cli/demo/monitor.ts';
import { x } from '../../src/cli/demo/x.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { PLATFORM_IDS } from '../../src/model/account.ts';
import type { TabState } from '../../src/model/messages.ts';
import { platforms } from '../../src/platforms/index.ts';
import { KEPT } from './kept.ts';

export const SAMPLE_LISTS = {
  guarded: join(projectFolder, 'assets/contoh/asn.xlsx'),
  campaign: join(projectFolder, 'assets/contoh/kampanye.csv'),
};
export const X_POST = x.stops[0]?.url ?? '';
export const ALL_SITES = platforms.flatMap((platform) => [...platform.matches]);
export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The demonstration's X, with other pages put in front of it by path. */
export function xWith(pages: Readonly<Record<string, SiteAnswer>> = {}): LaunchOptions['sites'] {
  return (url, request) => pages[`${url.hostname}${url.pathname}`] ?? x.answer(url, { method: request.method(), body: request.postData() });
}

export async function launchWithLists(options: Partial<LaunchOptions> = {}): Promise<Netra> {
  const netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES, ...options });
  const settings = await setUp(netra, SAMPLE_LISTS);
  await settings.close();
  return netra;
}

/** The same browser once more: sites, lists and evidence are as they were left. */
export async function launchAgain(profile: string): Promise<Netra> {
  const netra = await launchNetra({ sites: xWith(), allowed: ALL_SITES, profile });
  // An unpacked extension counts as newly loaded at every start, so its scripts are put in place anew: about 0.3 s.
  const settings = await netra.extensionPage('settings.html');
  await settings.waitForFunction(async (scripts) => {
    const { scripting } = (globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } } })
      .chrome;
    return (await scripting.getRegisteredContentScripts()).length === scripts;
  }, PLATFORM_IDS.length + 1);
  await settings.close();
  return netra;
}

/** Both eyes have spoken: what the wire could lift to an account number has been lifted. */
const isSettled = (state: TabState) => state.findings.some((one) => one.match.grade === 'id');

/** Opens an address, clicks Netra's button as a person does, and looks at what is there. */
export async function openWithPanel(netra: Netra, url = X_POST): Promise<{ page: Page; panel: Panel; state: TabState }> {
  const page = await netra.context.newPage();
  await page.goto(url);
  const panel = await netra.openPanel(page);
  const state = await waitForState(panel, page, isSettled);
  if (state === null) throw new Error(`Netra says nothing of ${url}`);
  return { page, panel, state };
}

export { lookThrough, tabState, waitForState };

/** The extension's log and findings, read straight from its database. */
export async function readStore(panel: { evaluate<T>(expression: string): Promise<T> }): Promise<{
  log: { seq: number; line: string; canonical: string }[];
  findings: { findingId: string; status: string }[];
  blobs: string[];
}> {
  return panel.evaluate(`(async () => {
    ${KEPT}
    return { log: await kept.rows(), findings: await kept.findings(), blobs: await kept.hashes() };
  })()`);
}

/** Every process that was started for this profile, and no other. */
export const ownProcesses = ({ profile }: Netra): number[] =>
  execFileSync('ps', ['-eo', 'pid=,args='])
    .toString()
    .split('\n')
    .filter((line) => line.includes(profile))
    .map((line) => Number.parseInt(line, 10));

/** Ends the browser without warning. */
export async function killAll(netra: Netra): Promise<void> {
  const mine = () => ownProcesses(netra);
  for (const pid of mine())
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended by itself in the meantime.
    }
  for (let i = 0; i < 100 && mine().length > 0; i++) await pause(50);
  await netra.context.close().catch(() => undefined);
}
