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
      rollupOptions: { input: join(projectFolder, entry), output: { entryFileNames: 'work.js' } },
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
    async close() {
      await context.close();
      server.close();
      rmSync(out, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
