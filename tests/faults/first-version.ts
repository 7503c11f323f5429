// A profile as the first version of Netra left it: its database alone, in its first form, with as many records as wanted.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchNetra } from '../../src/cli/chromium.ts';
import { seal } from '../../src/evidence/seal.ts';
import type { SealedRecord } from '../../src/model/evidence.ts';
import { killAll } from '../browser/support.ts';
import {
  type Acknowledged,
  appendMany,
  dropProfile,
  endWell,
  lookThrough,
  newProfile,
  openSession,
  readLog,
  type Session,
} from './session.ts';

const PART = 5000;
const AT = '2026-11-22T12:00:00.000Z';

/** Turns what a session keeps into that, the log made longer up to `count` records; what it then holds counts as acknowledged. */
export async function ageDatabase({ page }: Session, count: number, acknowledged: Acknowledged): Promise<void> {
  const rows: SealedRecord[] = await readLog(page);
  const marks = new Map(rows.map(({ seq, canonical }) => [seq, /"bundleId":"([^"]+)"/.exec(canonical ?? '')?.[1]]));
  // Sealed anew in one go: appending so many through the browser would take minutes.
  const aged: SealedRecord[] = [];
  for (let seq = 0; seq < count; seq++) {
    const bundleId = marks.get(seq) ?? crypto.randomUUID();
    const first = rows[0]?.canonical;
    const record =
      seq === 0 && first != null ? JSON.parse(first) : { version: 1, type: 'handover', body: { bundleId, exportedAt: AT, findingIds: [] } };
    aged.push(await seal(record, aged.at(-1) ?? null, AT));
    if (seq > 0) acknowledged.set(seq, bundleId);
  }
  await page.evaluate(async () => {
    const world = globalThis as unknown as { chrome: { storage: { local: { remove(key: string): Promise<void> } } } };
    const open = (version?: number, upgrade?: (db: IDBDatabase) => void) =>
      new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open('netra', version);
        asked.onupgradeneeded = () => upgrade?.(asked.result);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
    const ended = (change: IDBTransaction) => new Promise<void>((done) => (change.oncomplete = () => done()));
    const now = await open();
    const key = await new Promise<unknown>((done) => {
      const ask = now.transaction('keys').objectStore('keys').get('signing');
      ask.onsuccess = () => done(ask.result);
    });
    now.close();
    await new Promise((done, fail) => {
      const gone = indexedDB.deleteDatabase('netra');
      gone.onsuccess = done;
      gone.onerror = fail;
    });
    // Dexie counts its versions in tens.
    const old = await open(10, (db) => {
      db.createObjectStore('log', { keyPath: 'seq' });
      db.createObjectStore('blobs', { keyPath: 'hash' });
      db.createObjectStore('findings', { keyPath: 'findingId' }).createIndex('status', 'status');
      db.createObjectStore('lists', { keyPath: 'listId' }).createIndex('kind', 'kind');
      db.createObjectStore('keys', { keyPath: 'name' });
    });
    const change = old.transaction('keys', 'readwrite');
    change.objectStore('keys').put(key);
    await ended(change);
    Object.assign(globalThis, { netraOld: old });
    await world.chrome.storage.local.remove('anchor');
  });
  for (let at = 0; at < aged.length; at += PART)
    await page.evaluate(
      (part) =>
        new Promise<void>((done) => {
          const change = (globalThis as unknown as { netraOld: IDBDatabase }).netraOld.transaction('log', 'readwrite');
          for (const row of part) change.objectStore('log').put(row);
          change.oncomplete = () => done();
        }),
      aged.slice(at, at + PART),
    );
  await page.evaluate(() => (globalThis as unknown as { netraOld: IDBDatabase }).netraOld.close());
}

/** Ends the session and takes the second copy away, which the first version did not make. */
export async function endAsFirst(session: Session): Promise<void> {
  const { profile } = session.netra;
  await endWell(session);
  rmSync(join(profile, 'Default/File System'), { recursive: true });
}

/** Starts the browser, whose background begins by itself, and ends it without warning. @param delay ms after it was there */
export async function cutStart(profile: string, delay: number): Promise<void> {
  const netra = await launchNetra({ sites: () => null, allowed: [], profile });
  await new Promise((done) => setTimeout(done, delay));
  await killAll(netra);
}

export interface CarriedOn {
  readonly kills: number;
  readonly records: number;
  readonly lost: number;
  readonly chain: boolean;
  /** Milliseconds of the start that was not ended. */
  readonly ms: number;
}

/** @param delays after which the starts are ended that carry the old database on, ms */
export async function killWhileUpgrading(count: number, delays: readonly number[]): Promise<CarriedOn> {
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  try {
    const first = await openSession(profile);
    await appendMany(first.page, acknowledged, 1);
    await ageDatabase(first, count, acknowledged);
    await endAsFirst(first);
    for (const delay of delays) await cutStart(profile, delay);
    const start = Date.now();
    const last = await openSession(profile);
    const ms = Date.now() - start;
    const { lost, chain } = await lookThrough(last, acknowledged);
    const isWhole = last.state.inDatabase === count && last.state.inJournal === count;
    await endWell(last);
    return { kills: delays.length, records: count, lost: isWhole ? lost : Math.max(lost, 1), chain, ms };
  } finally {
    dropProfile(profile);
  }
}
