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

/** Calls back when a permission was taken back, also on the browser's own pages. Call at the top level. */
export function onRevoked(call: () => void): void {
  browser.permissions.onRemoved.addListener(call);
}

interface Script {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly runAt: 'document_start';
  readonly world: 'MAIN' | 'ISOLATED';
  readonly persistAcrossSessions: true;
}

/**
 * Sees to it that each allowed site has its own page script, and the wire script unless it is off there; that nothing else runs
 * anywhere. What is registered rightly is left alone: a page that loads while its script is taken out and put back would never be read.
 */
export function registerScripts(sites: readonly Site[], wireOff: readonly PlatformId[]): Promise<void> {
  // One after another: two at once would both put in place what neither found, and the browser takes none of a list that holds one twice.
  const done = before.then(() => putInPlace(sites, wireOff));
  before = done.catch(() => undefined);
  return done;
}
let before: Promise<void> = Promise.resolve();

async function putInPlace(sites: readonly Site[], wireOff: readonly PlatformId[]): Promise<void> {
  const allowed: Site[] = [];
  for (const site of sites) if (await isAllowed(site)) allowed.push(site);
  const script = (id: string, world: Script['world'], on: readonly Site[]): Script => ({
    id,
    js: [`content-scripts/${id}.js`],
    matches: on.flatMap((site) => site.matches),
    runAt: 'document_start',
    world,
    persistAcrossSessions: true,
  });
  const wire = script(
    'wire',
    'MAIN',
    allowed.filter((site) => !wireOff.includes(site.id)),
  );
  const wanted = [wire, ...allowed.map((site) => script(`page-${site.id}`, 'ISOLATED', [site]))].filter(
    ({ matches }) => matches.length > 0,
  );
  const registered = await browser.scripting.getRegisteredContentScripts();
  const gone = registered.map(({ id }) => id).filter((id) => !wanted.some((one) => one.id === id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const fresh: Script[] = [];
  const changed: Script[] = [];
  for (const one of wanted) {
    const now = registered.find(({ id }) => id === one.id);
    if (now === undefined) fresh.push(one);
    else if (!isSameSet(now.matches ?? [], one.matches)) changed.push(one);
  }
  // The polyfill's types know no `world`; both browsers do (Chrome 111, Firefox 128).
  type Details = Parameters<typeof browser.scripting.registerContentScripts>[0];
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh as Details);
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed as Details);
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part) => other.includes(part));
}
