// A page that goes on growing and asking its site, for as long as is wanted and faster than any person scrolls: memory after collection.
import type { Page } from 'playwright-core';
import type { Netra } from '../../src/cli/chromium.ts';
import { feedSite } from '../bench/page/feed.ts';
import { launchWithLists } from '../browser/support.ts';

const PAGE = 'https://x.com/home';
/** Ten bursts a second; a person who scrolls sees about one. */
const EVERY_MS = 100;
/** Items that the page keeps, as the sites take away what has long been scrolled past. */
const KEPT = 1000;

export interface Soaked {
  readonly bursts: number;
  /** Heap of the page's process after each part, MB: only the second half counts in the slope, bounded memories fill in the first. */
  readonly heap: readonly number[];
  /** Growth by linear fit, MB for each hour of a person's scrolling: one burst a second. */
  readonly slope: number;
  /** Elements, listeners and documents of the page at the first and the last look. */
  readonly nodes: readonly [number, number];
  readonly listeners: readonly [number, number];
  readonly errors: readonly string[];
  /** Findings that the tab's state holds, and work that was dropped. */
  readonly findings: number;
}

/** Growth for each step of x, by least squares. */
export function slopeOf(values: readonly number[]): number {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  const over = values.reduce((sum, one, x) => sum + (x - middle) * (one - mean), 0);
  return over / values.reduce((sum, _, x) => sum + (x - middle) ** 2, 0);
}

async function measure(netra: Netra, page: Page) {
  const cdp = await netra.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  await cdp.detach();
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** @param parts how many looks are taken at the memory @param bursts between two looks */
export async function soak(parts: number, bursts: number): Promise<Soaked> {
  const netra = await launchWithLists({
    sites: feedSite,
  });
  try {
    const page = await netra.context.newPage();
    const errors: string[] = [];
    const cdp = await netra.context.newCDPSession(page);
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: one }) => errors.push(one.exception?.description ?? one.text));
    await cdp.send('Runtime.enable');
    for (const worker of netra.context.serviceWorkers())
      worker.on('console', (told) => told.type() === 'error' && errors.push(told.text()));
    await page.goto(PAGE);
    const looks = [];
    for (let part = 0; part <= parts; part++) {
      await page.evaluate(`run(${bursts}, ${EVERY_MS}, ${KEPT}, true)`);
      await new Promise((done) => setTimeout(done, 1500));
      looks.push(await measure(netra, page));
    }
    const settings = await netra.extensionPage('settings.html');
    const findings = await settings.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: { storage: { session: { get(): Promise<object> } } } }).chrome;
      const states = Object.entries(await storage.session.get()).filter(([key]) => key.startsWith('tab:'));
      return states.reduce((sum, [, state]) => sum + ((state as { findings?: unknown[] }).findings?.length ?? 0), 0);
    });
    const counted = looks.slice(Math.ceil(looks.length / 2));
    const [first, last] = [counted[0], counted.at(-1)];
    return {
      bursts: parts * bursts,
      heap: looks.map(({ heap }) => Math.round(heap * 10) / 10),
      slope: (slopeOf(counted.map(({ heap }) => heap)) / bursts) * 3600,
      nodes: [first?.nodes ?? 0, last?.nodes ?? 0],
      listeners: [first?.listeners ?? 0, last?.listeners ?? 0],
      errors,
      findings,
    };
  } finally {
    await netra.close();
  }
}
