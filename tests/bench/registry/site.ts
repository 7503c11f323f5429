// A page of the measured browser, built from our sources, that runs work in a fresh worker.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { projectFolder } from '../../../src/cli/steps.ts';

export interface Bench {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly profile: string;
  /** Runs one piece of work in a new worker. */
  run<T>(what: string, ...given: readonly unknown[]): Promise<T>;
  /** Bytes that a worker holds after one piece of work, and bytes of one that has done nothing. */
  memory(what: string, ...given: readonly unknown[]): Promise<{ held: number; empty: number }>;
  /** Milliseconds from a question to the answer of a background that was stopped before, each time anew. */
  fromStopped(times: number, question: unknown): Promise<number[]>;
  close(): Promise<void>;
}

/** @param entry what runs in the worker */
export async function openBench(entry = 'tests/bench/registry/work.ts'): Promise<Bench> {
  const out = mkdtempSync(join(tmpdir(), 'netra-bench-registry-'));
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    base: './',
    worker: { format: 'es' },
    build: {
      outDir: join(out, 'site'),
      emptyOutDir: true,
      rollupOptions: {
        input: { work: join(projectFolder, entry), sleeper: join(projectFolder, 'tests/bench/registry/sleeper.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const executablePath = process.env['NETRA_CHROMIUM'];
  if (executablePath === undefined) throw new Error('NETRA_CHROMIUM is not set: run this by npm run bench');
  const profile = join(out, 'profile');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  // A real server: a worker that starts another one is not served by interception.
  const server = createServer(({ url = '/' }, answer) => {
    // Without these two the browser tells nobody how much memory is held.
    answer.setHeader('cross-origin-opener-policy', 'same-origin');
    answer.setHeader('cross-origin-embedder-policy', 'require-corp');
    answer.setHeader('content-type', url === '/' ? 'text/html' : 'text/javascript');
    const file = join(out, 'site', url);
    answer.end(url.endsWith('.js') && existsSync(file) ? readFileSync(file) : '<!doctype html>');
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const page = await context.newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    context,
    profile,
    run: (what, ...given) =>
      page.evaluate(
        ({ what, given }) =>
          new Promise<never>((done, fail) => {
            const worker = new Worker('/work.js', { type: 'module' });
            worker.onerror = (event) => fail(new Error(event.message));
            worker.onmessage = ({ data }) => {
              worker.terminate();
              if ('error' in data) fail(new Error(data.error));
              else done(data.value);
            };
            worker.postMessage({ what, given });
          }),
        { what, given: [...given] },
      ),
    memory: (what, ...given) =>
      page.evaluate(
        async ({ what, given }) => {
          const worker = new Worker('/work.js', { type: 'module' });
          const ask = (message: unknown) =>
            new Promise((done, fail) => {
              worker.onmessage = ({ data }) => ('error' in data ? fail(new Error(data.error)) : done(data.value));
              worker.postMessage(message);
            });
          type Measured = { breakdown: { bytes: number; attribution: { scope: string }[] }[] };
          const measure = async () => {
            const { breakdown } = await (
              performance as unknown as { measureUserAgentSpecificMemory(): Promise<Measured> }
            ).measureUserAgentSpecificMemory();
            return breakdown
              .filter(({ attribution }) => attribution.some(({ scope }) => scope === 'DedicatedWorkerGlobalScope'))
              .reduce((sum, { bytes }) => sum + bytes, 0);
          };
          await ask({ what: 'nothing', given: [] });
          const empty = await measure();
          await ask({ what, given });
          const held = await measure();
          worker.terminate();
          return { held, empty };
        },
        { what, given: [...given] },
      ),
    async fromStopped(times, question) {
      const cdp = await context.newCDPSession(page);
      const states: string[] = [];
      cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { runningStatus } of versions) states.push(runningStatus);
      });
      await cdp.send('ServiceWorker.enable');
      await page.evaluate(async () => {
        await navigator.serviceWorker.register('/sleeper.js', { type: 'module' });
        await navigator.serviceWorker.ready;
      });
      const taken: number[] = [];
      for (let turn = 0; turn < times; turn++) {
        states.length = 0;
        await cdp.send('ServiceWorker.stopAllWorkers');
        while (states.at(-1) !== 'stopped') await page.evaluate(() => new Promise((done) => setTimeout(done, 20)));
        taken.push(
          await page.evaluate(async (question) => {
            const { active } = await navigator.serviceWorker.ready;
            const answered = new Promise<{ found: number }>((done) => {
              navigator.serviceWorker.onmessage = ({ data }) => done(data);
            });
            const at = performance.now();
            active?.postMessage(question);
            const { found } = await answered;
            if (found !== 1) throw new Error(`${found} found`);
            return performance.now() - at;
          }, question),
        );
        if (!states.includes('starting')) throw new Error(`the background was not stopped: ${states.join(', ')}`);
      }
      await cdp.detach();
      return taken;
    },
    async close() {
      await context.close();
      server.close();
      rmSync(out, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
