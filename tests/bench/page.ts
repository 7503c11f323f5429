// What Netra costs a growing page in a real Chromium, beside a bare observer that asks one question a burst.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { builtExtension, launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { setUp } from '../../src/cli/demo/monitor.ts';
import { buildExtension, projectFolder } from '../../src/cli/steps.ts';
import { platforms } from '../../src/platforms/index.ts';
import { BURST, FIRST, feedSite } from './page/feed.ts';
import { CATEGORIES, readTrace, type Told } from './page/trace.ts';

const ROUNDS = Number(process.env['NETRA_BENCH_ROUNDS'] ?? 3);
const BURSTS = 50;
const EVERY_MS = 100;
/** Ten minutes with a burst a second, here in a tenth of the time. */
const MEMORY_BURSTS = 600;
const MEMORY_EVERY_MS = 100;
const MEMORY_KEPT = 1000;
const PAGE = 'https://x.com/home';

const say = (text = '') => process.stdout.write(`${text}\n`);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (value: number) => value.toFixed(1).padStart(8);

type Kind = 'nothing' | 'bare' | 'netra';
const KINDS: readonly Kind[] = ['nothing', 'bare', 'netra'];
const NAMES: Record<Kind, string> = { nothing: 'no content script', bare: 'bare observer', netra: 'Netra' };

/** An extension of two files that observes the page and does the least that finds anything: one querySelectorAll a burst. */
function writeBare(folder: string, host: string): string {
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Bare observer',
      version: '1',
      permissions: [],
      background: { service_worker: 'background.js' },
      content_scripts: [{ matches: [`https://${host}/*`], js: ['page.js'], run_at: 'document_start' }],
    }),
  );
  writeFileSync(join(folder, 'background.js'), '');
  writeFileSync(
    join(folder, 'page.js'),
    `let found = 0; new MutationObserver(function observe() { found = document.querySelectorAll('article[data-testid="tweet"]').length; }).observe(document, { childList: true, subtree: true });`,
  );
  return folder;
}

async function launch(kind: Kind, folders: Record<Kind, string>): Promise<Netra> {
  const netra = await launchNetra({
    extension: folders[kind],
    allowed: kind === 'netra' ? platforms.flatMap((platform) => [...platform.matches]) : [],
    sites: feedSite,
  });
  if (kind === 'netra') {
    const sample = { guarded: 'assets/contoh/asn.csv', campaign: 'assets/contoh/kampanye.csv' };
    const settings = await setUp(netra, {
      guarded: join(projectFolder, sample.guarded),
      campaign: join(projectFolder, sample.campaign),
    });
    await settings.close();
  }
  return netra;
}

async function traced(netra: Netra, page: Page, mark: string, work: () => Promise<void>): Promise<Told> {
  const browser = netra.context.browser();
  if (browser === null) throw new Error('no browser');
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  await page.evaluate((name) => performance.mark(name), mark);
  return readTrace((await browser.stopTracing()).toString(), mark);
}

const run = (page: Page, ...given: unknown[]) => page.evaluate(`run(...${JSON.stringify(given)})`);

interface Round {
  readonly load: Told;
  readonly bursts: Told;
}

async function round(kind: Kind, folders: Record<Kind, string>): Promise<Round> {
  const netra = await launch(kind, folders);
  try {
    const page = await netra.context.newPage();
    const load = await traced(netra, page, 'bench-load', async () => {
      await page.goto(PAGE);
      await pause(2500);
    });
    const bursts = await traced(netra, page, 'bench-bursts', async () => {
      await run(page, BURSTS, EVERY_MS);
      await pause(1500);
    });
    return { load, bursts };
  } finally {
    await netra.close();
  }
}

/** Heap of the page's process after a full collection, MB; at the start, and after every tenth of the bursts. */
async function memory(kind: Kind, folders: Record<Kind, string>): Promise<number[]> {
  const netra = await launch(kind, folders);
  try {
    const page = await netra.context.newPage();
    await page.goto(PAGE);
    const cdp = await netra.context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const heap = async () => {
      for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
    };
    await run(page, 1, 500, MEMORY_KEPT, true);
    await pause(1500);
    const taken = [await heap()];
    for (let part = 0; part < 10; part++) {
      await run(page, MEMORY_BURSTS / 10, MEMORY_EVERY_MS, MEMORY_KEPT, true);
      await pause(1200);
      taken.push(await heap());
    }
    return taken;
  } finally {
    await netra.close();
  }
}

function tell(title: string, told: Record<Kind, readonly Told[]>): void {
  const main = (kind: Kind) => median(told[kind].map((one) => one.main));
  const own = (kind: Kind) => median(told[kind].map((one) => one.own));
  say(`\n${title}`);
  say(
    `${''.padEnd(20)} ${'main'.padStart(8)} ${'added'.padStart(8)} ${'own'.padStart(8)} ${'longest'.padStart(8)} ${'worst'.padStart(8)} ${'clock'.padStart(8)}`,
  );
  for (const kind of KINDS) {
    const longest = told[kind].map((one) => one.longestOwn);
    const clock = told[kind].map((one) => one.longestByClock);
    say(
      `${NAMES[kind].padEnd(20)} ${ms(main(kind))} ${ms(main(kind) - main('nothing'))} ${ms(own(kind))} ${ms(median(longest))} ${ms(Math.max(...longest))} ${ms(median(clock))}`,
    );
  }
  say(`Netra’s own time is ${(own('netra') / Math.max(0.1, own('bare'))).toFixed(1)} times the bare observer’s.`);
  if (process.env['NETRA_BENCH'] !== 'functions') return;
  const last = told.netra.at(-1)?.byFunction ?? new Map<string, number>();
  for (const [name, time] of [...last].sort((a, b) => b[1] - a[1]).slice(0, 25)) say(`  ${ms(time)}  ${name}`);
}

if (process.env['NETRA_EXTENSION'] === undefined && process.env['NETRA_BUILD'] !== 'skip' && !buildExtension('chrome')) process.exit(1);
const scratch = mkdtempSync(join(tmpdir(), 'netra-bench-'));
try {
  const folders: Record<Kind, string> = {
    nothing: writeBare(join(scratch, 'nothing'), 'example.invalid'),
    bare: writeBare(join(scratch, 'bare'), 'x.com'),
    netra: builtExtension,
  };
  say(
    `A page of ${FIRST} items and ${FIRST * 10} elements; then ${BURSTS * BURST} items more in ${BURSTS} bursts, one every ${EVERY_MS} ms. Medians of ${ROUNDS} runs, milliseconds.`,
  );
  say('  main     work of the page’s main thread, processor time; added: more than without a content script');
  say('  own      of that, in functions of the extension');
  say('  longest  the extension’s longest share of one task, processor time; worst: of all runs; clock: the longest by the clock');
  const rounds: Record<Kind, Round[]> = { nothing: [], bare: [], netra: [] };
  for (let i = 0; i < ROUNDS; i++) for (const kind of KINDS) rounds[kind].push(await round(kind, folders));
  const all = (of: keyof Round) => ({
    nothing: rounds.nothing.map((one) => one[of]),
    bare: rounds.bare.map((one) => one[of]),
    netra: rounds.netra.map((one) => one[of]),
  });
  tell(`Loading the page, and ${2.5} s`, all('load'));
  tell('The bursts, and 1.5 s', all('bursts'));
  if (process.env['NETRA_BENCH_MEMORY'] !== 'skip') {
    say(
      `\nHeap after collection, MB: ten minutes of a burst of ${BURST} items and an answer each second, told ten times as fast; the page keeps ${MEMORY_KEPT} items.`,
    );
    for (const kind of ['nothing', 'netra'] as const)
      say(`${NAMES[kind].padEnd(20)} ${(await memory(kind, folders)).map((one) => one.toFixed(1).padStart(6)).join('')}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
