// Runs in a worker of the measured browser: writes lists as an import does, and looks accounts up as the background does.
import Dexie from 'dexie';
import '../../../src/model/zod-setup.ts';
import type { ImportPlan } from '../../../src/model/import-plan.ts';
import type { RegistryRow } from '../../../src/model/registry.ts';
import { NetraDb } from '../../../src/store/db.ts';
import { opfsFolders } from '../../../src/store/opfs.ts';
import { openLookup } from '../../../src/store/registry-lookup.ts';
import type { FromImport, ToImport } from '../../../src/ui/settings/import-messages.ts';
import { HEADER, handleOf, idOf, lineOf, siteOf } from './people.ts';

type Site = RegistryRow['platform'];
const LIST = '11111111-1111-4111-8111-111111111111';
const PAPERS = {
  title: 'Ukur',
  issuer: 'Ukur',
  legalBasis: '',
  region: null,
  stage: '',
  users: '',
  madeOn: '2026-01-01',
  expiresOn: '2099-12-31',
};
const db = new NetraDb();

async function csv(count: number): Promise<File> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(`${count}.csv`, { create: true });
  const file = await handle.getFile();
  if (file.size > 0) return file;
  const out = await (
    handle as unknown as { createSyncAccessHandle(): Promise<{ write(b: Uint8Array): number; flush(): void; close(): void }> }
  ).createSyncAccessHandle();
  const text = new TextEncoder();
  out.write(text.encode(HEADER));
  for (let i = 0; i < count; ) {
    let part = '';
    for (const end = Math.min(count, i + 20_000); i < end; i++) part += lineOf(i);
    out.write(text.encode(part));
  }
  out.flush();
  out.close();
  return handle.getFile();
}

/** As the settings page does it, with the worker that it has: from the choice of the file to the list that is in use. */
async function write(count: number) {
  const file = await csv(count);
  const worker = new Worker(new URL('../../../src/ui/settings/import-worker.ts', import.meta.url), { type: 'module' });
  const stages: Record<string, number> = {};
  let [told, longest, last, stage] = [0, 0, performance.now(), 'look'];
  const send = (message: ToImport) => worker.postMessage(message);
  const started = performance.now();
  let stageAt = started;
  const enter = (next: string) => {
    stages[stage] = (stages[stage] ?? 0) + performance.now() - stageAt;
    [stage, stageAt] = [next, performance.now()];
  };
  const saved = await new Promise<Extract<FromImport, { type: 'saved' }>>((done, fail) => {
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<FromImport>) => {
      if (data.type === 'looked') {
        const [table] = data.tables;
        if (table === undefined) return fail(new Error(JSON.stringify(data.refused)));
        const { headerRow, layout } = table;
        const { headings, columns } = layout;
        const tables = [{ file: 0, sheet: 0, headerRow, headings: [...headings], columns: [...columns] }];
        const plan: ImportPlan = { kind: 'guarded', tables, files: ['ukur.csv'], status: null, listId: LIST, papers: PAPERS };
        enter('copy');
        send({ type: 'start', plan, language: 'id' });
      } else if (data.type === 'progress') {
        if (data.stage !== stage) enter(data.stage);
        told++;
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      } else if (data.type === 'wrap') send({ type: 'wrapped', bytes: data.bytes });
      else if (data.type === 'read') {
        if (data.report.refusedCount > 0) fail(new Error(JSON.stringify(data.report).slice(0, 500)));
        enter('save');
        send({ type: 'save' });
      } else if (data.type === 'saved') done(data);
      else fail(new Error(JSON.stringify(data)));
    };
    send({ type: 'look', kind: 'guarded', files: [file] });
  });
  enter('end');
  const total = performance.now() - started;
  worker.terminate();
  if (saved.entries !== count) throw new Error(`${saved.entries} accounts of ${count}`);
  const sizes: Record<string, number> = {};
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('registry');
  for (const folder of await opfsFolders().names()) {
    const handle = await root.getDirectoryHandle(folder);
    for await (const [name, one] of handle as unknown as AsyncIterable<[string, FileSystemFileHandle]>)
      sizes[name] = (await one.getFile()).size;
  }
  return { stages, total, told, longest, sizes, csv: file.size };
}

const asked = (from: number, count: number, hit: (k: number) => boolean, n: number) =>
  Array.from({ length: count }, (_, k) => {
    const i = (from * 104_729 + k * 7_919) % n;
    return hit(k)
      ? { platform: siteOf(i) as Site, account: { id: idOf(i) === '' ? null : idOf(i), handle: handleOf(i) } }
      : { platform: siteOf(i) as Site, account: { id: `${i}${from}`, handle: `bukan.${from}.${i}` } };
  });

function quantiles(times: number[]): { p50: number; p99: number } {
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1] as number, p99: times[Math.floor(times.length * 0.99)] as number };
}

/** What a background is asked for a first page: 200 accounts, one of them listed. */
async function firstPage(n: number) {
  return asked(1, 200, (k) => k === 7, n);
}

/** So many different pages looked up and the lists still open, for measuring what is held. */
let held: unknown = null;
async function hold(n: number, rounds: number) {
  const lookup = openLookup(db);
  let found = 0;
  for (let round = 0; round < rounds; round++) found += (await lookup.find(asked(round + 500, 200, (k) => k % 4 === 0, n))).length;
  held = lookup;
  return { found, isHeld: held !== null };
}
const nothing = async () => ({});
const makeCsv = async (n: number) => ({ bytes: (await csv(n)).size });

async function pages(n: number, rounds: number) {
  const lookup = openLookup(db);
  await lookup.reload();
  const run = async (hit: (k: number) => boolean, isAgain = false) => {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const page = asked(round + 10, 200, hit, n);
      if (isAgain) await lookup.find(page);
      const at = performance.now();
      found += (await lookup.find(page)).length;
      times.push(performance.now() - at);
    }
    return { ...quantiles(times), found };
  };
  const isFive = (k: number) => k % 40 === 0;
  return {
    misses: await run(() => false),
    one: await run((k) => k === 100),
    five: await run(isFive),
    again: await run(isFive, true),
    all: await run(() => true),
  };
}

/** Exactness: so many accounts that are on no list, and how many of them were said to be. */
async function misses(n: number, count: number) {
  const lookup = openLookup(db);
  let wrong = 0;
  for (let i = 0; i < count; i += 1000) {
    const page = Array.from({ length: 1000 }, (_, k) => ({
      platform: siteOf(k) as Site,
      account: { id: null, handle: `tiada${n}.${i + k}` },
    }));
    wrong += (await lookup.find(page)).length;
  }
  return { asked: count, wrong };
}

/** The same questions to other ways of keeping a list. */
async function others(n: number, rounds: number) {
  const result: Record<string, unknown> = {};
  const keys = function* () {
    for (let i = 0; i < n; i++) yield `${siteOf(i)}@${handleOf(i)}`;
  };
  const pageOf = (round: number, hit: boolean) =>
    asked(round + 10, 200, () => hit, n).map(({ platform, account }) => `${platform}@${account.handle}`);
  const time = async (ask: (page: string[]) => unknown) => {
    const out: Record<string, unknown> = {};
    for (const hit of [false, true]) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const page = pageOf(round, hit);
        const at = performance.now();
        await ask(page);
        times.push(performance.now() - at);
      }
      out[hit ? 'hits' : 'misses'] = quantiles(times);
    }
    return out;
  };
  if (n <= 10_000_000) {
    const at = performance.now();
    const set = new Set(keys());
    const built = performance.now() - at;
    result['set'] = { built, ...(await time((page) => page.filter((key) => set.has(key)))) };
  }
  {
    const bits = new Uint32Array(Math.ceil((n * 16) / 32));
    const size = bits.length * 32;
    const places = (key: string) => {
      let a = 0x811c9dc5;
      let b = 0x9e3779b1;
      for (let i = 0; i < key.length; i++) {
        a = Math.imul(a ^ key.charCodeAt(i), 0x01000193);
        b = Math.imul(b ^ key.charCodeAt(i), 0x85ebca6b);
      }
      return Array.from({ length: 11 }, (_, k) => ((a >>> 0) + k * ((b >>> 0) | 1)) % size);
    };
    const at = performance.now();
    for (const key of keys()) for (const place of places(key)) bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
    const built = performance.now() - at;
    const has = (key: string) => places(key).every((place) => ((bits[place >>> 5] as number) >>> (place & 31)) & 1);
    let wrong = 0;
    for (let i = 0; i < 200_000; i++) if (has(`tiada.${i}`)) wrong++;
    result['bloom'] = { built, bytes: bits.byteLength, wrongInAMillion: wrong * 5, ...(await time((page) => page.filter(has))) };
  }
  if (n <= 1_000_000) {
    await Dexie.delete('bench-rows');
    const own = new Dexie('bench-rows');
    own.version(1).stores({ rows: 'key' });
    const table = own.table<{ key: string; person: string; unit: string }>('rows');
    const at = performance.now();
    let part: { key: string; person: string; unit: string }[] = [];
    for (const key of keys()) {
      part.push({ key, person: 'Ratri Contohwati Misalnya', unit: 'Dinas Contoh' });
      if (part.length === 5000) {
        await table.bulkPut(part);
        part = [];
      }
    }
    await table.bulkPut(part);
    const built = performance.now() - at;
    result['dexie'] = { built, ...(await time((page) => table.where('key').anyOf(page).toArray())) };
    await own.delete();
  }
  return result;
}

const WORK: Record<string, (...given: never[]) => Promise<unknown>> = {
  csv: makeCsv,
  write,
  firstPage,
  hold,
  nothing,
  pages,
  misses,
  others,
};
self.addEventListener('message', ({ data }: MessageEvent<{ what: string; given: never[] }>) => {
  void (WORK[data.what] as (...given: never[]) => Promise<unknown>)(...data.given).then(
    (value) => self.postMessage({ value }),
    (error: unknown) => self.postMessage({ error: String((error as Error).stack ?? error) }),
  );
});
