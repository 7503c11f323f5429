// What it costs to keep evidence in a real Chromium: each layer alone, an acknowledged record, and the look at the start.
import { rmSync } from 'node:fs';
import type { Worker } from 'playwright-core';
import { buildExtension } from '../../src/cli/steps.ts';
import { fill } from '../faults/fill.ts';
import { newProfile, openSession, storageState } from '../faults/session.ts';
import { timeCaptures } from './store/captures.ts';
import { extensionMemory } from './store/memory.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const at = (values: readonly number[], share: number) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
const told = (values: readonly number[]) =>
  `p50 ${at(values, 0.5).toFixed(1)} ms, p99 ${at(values, 0.99).toFixed(1)} ms (n ${values.length})`;

/** Runs in the background's own world: speaks to the journal's worker directly, and to a database of its own. */
async function measureLayer(given: {
  layer: 'journal' | 'database' | 'anchor';
  bytes: number;
  image: number;
  times: number;
}): Promise<number[]> {
  const { layer, bytes, image, times } = given;
  const world = globalThis as unknown as {
    clients: { matchAll(options: object): Promise<{ url: string; postMessage(message: unknown, transfer: Transferable[]): void }[]> };
    chrome: { storage: { local: { set(values: object): Promise<void> } } };
  };
  const hash = 'a'.repeat(64);
  const row = (seq: number) => ({ seq, line: '', salt: '', canonical: 'x'.repeat(bytes) });
  let keep: (n: number) => Promise<unknown>;
  if (layer === 'journal') {
    const { port1, port2 } = new MessageChannel();
    const keeper = (await world.clients.matchAll({ includeUncontrolled: true, type: 'all' })).find(({ url }) =>
      url.endsWith('/keeper.html'),
    );
    keeper?.postMessage('journal', [port2]);
    keep = (n) =>
      new Promise((done) => {
        port1.onmessage = done;
        port1.postMessage({ id: n, call: 'append', with: [[row(n)], image === 0 ? [] : [{ hash, bytes: new Uint8Array(image).fill(n) }]] });
      });
  } else if (layer === 'database') {
    const db = await new Promise<IDBDatabase>((done) => {
      const open = indexedDB.open(`bench-${image}`, 1);
      open.onupgradeneeded = () => void open.result.createObjectStore('rows');
      open.onsuccess = () => done(open.result);
    });
    keep = (n) =>
      new Promise<void>((done, fail) => {
        const change = db.transaction('rows', 'readwrite', { durability: 'strict' });
        change.objectStore('rows').put({ ...row(n), image: new Uint8Array(image).fill(n) }, n);
        change.oncomplete = () => done();
        change.onabort = () => fail(change.error);
      });
  } else keep = (n) => world.chrome.storage.local.set({ bench: { seq: n, hash } });
  const values: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await keep(n);
    values.push(performance.now() - start);
  }
  return values;
}

if (process.env['NETRA_BUILD'] !== 'skip' && !buildExtension('chrome')) process.exit(1);
// --vault: under a lock, which is open.
const isSealed = process.argv.includes('--vault');
if (isSealed) say('Under a lock');
const profile = newProfile();
const first = await openSession(profile, [], isSealed);
const background = (): Worker => {
  const [worker] = first.netra.context.serviceWorkers();
  if (worker === undefined) throw new Error('the background is not there');
  return worker;
};

/** Milliseconds of each acknowledged record, asked for from one of our own pages. */
const appendTimed = (times: number) =>
  first.page.evaluate(async (wanted) => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome;
    const values: number[] = [];
    for (let n = 0; n < wanted; n++) {
      const start = performance.now();
      await runtime.sendMessage({ type: 'handover', bundleId: crypto.randomUUID(), findingIds: [] });
      values.push(performance.now() - start);
    }
    return values;
  }, times);

say('An acknowledged record (sealed, journal flushed, strict transaction, anchor; with the message there and back)');
const values = await appendTimed(1000);
say(`  ${told(values)}, ${(1000 / (values.reduce((a, b) => a + b, 0) / values.length)).toFixed(0)} a second`);
say(`  first 200: ${told(values.slice(0, 200))}`);
say(`  last 200:  ${told(values.slice(-200))}`);
const KB = 1000;
say('Each layer alone');
for (const [name, layer, bytes, image, times] of [
  ['journal, 2 kB', 'journal', 2 * KB, 0, 300],
  ['journal, with an image of 400 kB', 'journal', 2 * KB, 400 * KB, 100],
  ['database, strict, 2 kB', 'database', 2 * KB, 0, 300],
  ['database, strict, with an image of 400 kB', 'database', 2 * KB, 400 * KB, 100],
  ['anchor', 'anchor', 0, 0, 300],
] as const)
  say(`  ${name.padEnd(42)} ${told(await background().evaluate(measureLayer, { layer, bytes, image, times }))}`);
await first.netra.close();
rmSync(profile, { recursive: true, force: true });

const { whole, written, bytes } = await timeCaptures(60);
say(`A capture by the panel's button, ${(bytes / 1000).toFixed(0)} kB of picture, crop and source in each`);
say(`  from the press to the acknowledgement      ${told(whole)}`);
say(`  of that from the first write on            ${told(written)}`);

say('The look at the start, from the message that wakes the background to its answer');
for (const count of [1000, 10_000, 100_000]) {
  const folder = newProfile();
  const filling = await openSession(folder, [], isSealed);
  const [worker] = filling.netra.context.serviceWorkers();
  await filling.page.evaluate(() =>
    (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({
      type: 'handover',
      bundleId: crypto.randomUUID(),
      findingIds: [],
    }),
  );
  await worker?.evaluate(fill, count);
  await filling.netra.close();
  const session = await openSession(folder, [], isSealed);
  const cdp = await session.netra.context.newCDPSession(session.page);
  await cdp.send('ServiceWorker.enable');
  const times: number[] = [];
  let condition = '';
  for (let n = 0; n < 5; n++) {
    await cdp.send('ServiceWorker.stopAllWorkers');
    const start = performance.now();
    condition = (await storageState(session.page)).condition;
    times.push(performance.now() - start);
  }
  const held = extensionMemory(session.netra);
  const usage = await session.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  say(
    `  ${String(count).padStart(7)} records: median ${at(times, 0.5).toFixed(0)} ms, longest ${at(times, 0.99).toFixed(0)} ms (${condition}), on disk ${(usage / 1e6).toFixed(0)} MB, the extension’s process ${held?.toFixed(0) ?? '?'} MB`,
  );
  await session.netra.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
