// The wire in a real Chromium, under attack by the page itself; and the page's own requests with and without Netra.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension, launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { setUp } from '../../src/cli/demo/monitor.ts';
import type { TabState } from '../../src/model/messages.ts';
import { ALL_SITES, pause, SAMPLE_LISTS } from './support.ts';
import { type Attack, NAIVE_HOOK, POST_URL, serveWireSites, unknownDifferences, type WireSites } from './wire-sites.ts';

let sites: WireSites;
const opened: (() => unknown)[] = [];
const toLocal = () => [
  `--host-resolver-rules=MAP * 127.0.0.1:${sites.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
  '--ignore-certificate-errors',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

beforeAll(async () => {
  sites = await serveWireSites();
});
afterAll(async () => {
  for (const close of opened.reverse()) await close();
  sites.close();
});

async function launch(extension: string): Promise<Netra> {
  const netra = await launchNetra({ sites: () => null, allowed: ALL_SITES, open: true, args: toLocal(), extension });
  opened.push(() => netra.close());
  await (await setUp(netra, SAMPLE_LISTS)).close();
  return netra;
}

/** The same browser without any extension. */
async function launchPlain(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'netra-polos-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['NETRA_CHROMIUM'] ?? '',
    headless: true,
    viewport: null,
    locale: 'id-ID',
    args: [...toLocal(), '--window-size=1400,900', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  opened.push(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return context;
}

/** Opens an address and waits for what the page says; page errors are collected. */
async function open(
  context: BrowserContext,
  url: string,
): Promise<{ page: Page; said: (what: string) => Promise<unknown>; errors: string[] }> {
  const page = await context.newPage();
  const errors: string[] = [];
  const heard: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    heard.push(message.text());
    if (message.type() === 'error' && /extension/.test(message.text() + message.location().url)) errors.push(message.text());
  });
  await page.goto(url);
  const said = async (what: string) => {
    for (let i = 0; i < 400; i++) {
      const line = heard.find((one) => one.startsWith(`${what} `));
      if (line !== undefined) return JSON.parse(line.slice(what.length + 1)) as unknown;
      await pause(50);
    }
    throw new Error(`the page never said ${what}; ${JSON.stringify([errors, heard.map((one) => one.slice(0, 300))])}`);
  };
  return { page, said, errors };
}

/** What the extension holds of the tab that shows the post. */
async function stateOf(netra: Netra): Promise<TabState | null> {
  const worker = netra.context.serviceWorkers()[0] ?? (await netra.context.waitForEvent('serviceworker'));
  const all = (await worker.evaluate('chrome.storage.session.get(null)')) as Record<string, TabState>;
  return Object.entries(all).find(([key, state]) => key.startsWith('tab:') && state.url === POST_URL)?.[1] ?? null;
}
const grades = (state: TabState | null) =>
  Object.fromEntries((state?.findings ?? []).map(({ match }) => [match.sighting.actor.name ?? '?', match.grade]));

/** Attacks; gives both reports and what Netra held after each. The page is left open. */
async function attack(netra: Netra) {
  const { page, said, errors } = await open(netra.context, sites.attackUrl);
  const first = (await said('ATTACK 1')) as Attack;
  await pause(1500);
  const before = await stateOf(netra);
  await page.mouse.click(1300, 500);
  const closed = said('ATTACK 2');
  let after = before;
  for (let i = 0; i < 12 && !Object.values(grades(after)).includes('id'); i++) {
    await pause(100);
    after = await stateOf(netra);
  }
  const last = (await closed) as Attack;
  await page.close();
  return { first, last, before, after, errors };
}

describe('a page that attacks the wire', () => {
  let first: Attack;
  let last: Attack;
  let before: TabState | null;
  let after: TabState | null;
  let errors: string[];
  let plain: Attack;
  beforeAll(async () => {
    ({ first, last, before, after, errors } = await attack(await launch(builtExtension)));
    const bare = await open(await launchPlain(), sites.attackUrl);
    plain = (await bare.said('ATTACK 1')) as Attack;
  });

  test('gets no port, sees no handshake, and has none of its offers taken', () => {
    for (const one of [first, last])
      expect({ ports: one.ports, via: one.via, seen: one.seen, accepted: one.accepted }).toEqual({
        ports: 0,
        via: '',
        seen: 0,
        accepted: {},
      });
    expect(last.popup).toBe(0);
    // Not listened to at all: what such a frame asks is missing, never wrong.
    expect(first.frame).toContain('native');
  });

  test('cannot write into the bytes that we read, nor lay hands on a function of ours', () => {
    expect({ spoiled: first.spoiled - plain.spoiled, functions: first.functions }).toEqual({ spoiled: 0, functions: 0 });
  });

  test('none of what it overrode is used by us', () => {
    const more = Object.entries(first.hits).filter(([name, count]) => count > (plain.hits[name] ?? 0));
    // One promise more for each answered fetch: the browser itself looks whether the answer is thenable.
    expect(more.filter(([name]) => name !== 'Object.prototype get then')).toEqual([]);
  });

  test('its own requests end as without us, and nothing is thrown', () => {
    expect(first.answers).toEqual(plain.answers);
    expect([first.errors, last.errors, errors]).toEqual([[], [], []]);
  });

  test('no forged word is believed: nobody is lifted to an account number', () => {
    expect(before?.wire).toBe('connected');
    expect(grades(before)).toMatchObject({ 'Budi Contohno': 'handle' });
    expect(Object.values(grades(before))).not.toContain('id');
  });

  test('the true answer is still heard, through all that was overridden', () => {
    expect(grades(after)['Budi Contohno']).toBe('id');
  });
});

test('the same attack does succeed against a naive hook', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-naif-'));
  opened.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(builtExtension, folder, { recursive: true });
  writeFileSync(join(folder, 'content-scripts/wire.js'), NAIVE_HOOK);
  const { first, before } = await attack(await launch(folder));
  expect(first.ports).toBeGreaterThan(0);
  expect(grades(before)['Budi Contohno']).toBe('id');
});

describe('a page’s own requests', () => {
  let ours: Record<string, unknown>;
  let theirs: Record<string, unknown>;
  const asked: string[][] = [];
  const run = async (context: BrowserContext) => {
    const from = sites.requests.length;
    const { said, errors, page } = await open(context, sites.behaveUrl);
    const result = (await said('BEHAVE')) as Record<string, unknown>;
    expect(errors).toEqual([]);
    await page.close();
    asked.push(sites.askedSince(from));
    return result;
  };
  beforeAll(async () => {
    ours = await run((await launch(builtExtension)).context);
    theirs = await run(await launchPlain());
  });

  test('leave the browser byte for byte as without Netra', () => {
    expect(asked[0]?.length).toBeGreaterThan(30);
    expect(asked[0]).toEqual(asked[1]);
  });

  test('are answered as without Netra, but for the known differences', () => {
    expect(Object.keys(ours).length).toBeGreaterThan(45);
    expect(unknownDifferences(ours, theirs)).toEqual({});
  });
});
