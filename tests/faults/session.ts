// One browser session on a profile that lasts: evidence appended as fast as it is acknowledged, and what is there afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import { importKey } from '../../src/lib/passphrase.ts';
import type { SealedRecord } from '../../src/model/evidence.ts';
import type { Rescued, StorageState } from '../../src/model/storage.ts';
import { openRows } from '../../src/store/boxes.ts';
import { type JournalPage, readPage } from '../../src/store/journal-files.ts';
import { fromBlob } from '../../src/store/journal-frames.ts';
import { findCounting } from '../../src/store/journal-pairs.ts';
import type { LogRow } from '../../src/store/rows.ts';
import { sealWith } from '../../src/store/sealer.ts';
import { KEPT } from '../browser/kept.ts';
import { openLock } from '../browser/lock-steps.ts';
import { killAll } from '../browser/support.ts';

export interface Session {
  readonly netra: Netra;
  readonly page: Page;
  /** As the background found it at its start. */
  readonly state: StorageState;
}

export const newProfile = (folder = tmpdir()) => mkdtempSync(join(folder, 'netra-faults-'));
export const dropProfile = (profile: string) => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });

function send<T>(page: Page, message: object): Promise<T> {
  return page.evaluate(
    (one) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage(
        one,
      ),
    message,
  ) as Promise<T>;
}
export const storageState = (page: Page) => send<StorageState>(page, { type: 'storage-state' });
export const rescue = (page: Page) => send<Rescued | null>(page, { type: 'rescue' });

/** @param isSealed under a lock, which is set at the first session and opened at every other, after the storage was looked at */
export async function openSession(profile: string, args: readonly string[] = [], isSealed = false): Promise<Session> {
  const netra = await launchNetra({ sites: () => null, allowed: [], profile, args });
  // A page that opens no database: the background is the first to do so.
  const page = await netra.extensionPage('verify.html');
  const state = await storageState(page);
  if (isSealed) await openLock(netra);
  return { netra, page, state };
}

/** What was acknowledged: number of the record, and the text that it has to hold. */
export type Acknowledged = Map<number, string>;

/** Appends until `count` is reached or the page ends. Every answer is written down the moment it comes. */
export async function appendMany(page: Page, acknowledged: Acknowledged, count = Number.POSITIVE_INFINITY): Promise<void> {
  await page.exposeFunction('netraAcknowledged', (seq: number, mark: string) => void acknowledged.set(seq, mark)).catch(() => undefined);
  await page.evaluate(
    async (wanted) => {
      const world = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ seq?: number; refused?: string }> } };
        netraAcknowledged(seq: number, mark: string): Promise<void>;
      };
      for (let n = 0; n < wanted; n++) {
        const mark = crypto.randomUUID();
        const { seq, refused } = await world.chrome.runtime.sendMessage({ type: 'handover', bundleId: mark, findingIds: [] });
        if (seq === undefined) throw new Error(String(refused));
        void world.netraAcknowledged(seq, mark);
      }
    },
    Math.min(count, 1e9),
  );
}

export function readLog(page: Page): Promise<SealedRecord[]> {
  return page.evaluate(`(async () => { ${KEPT} return kept.rows(); })()`);
}

/** The second copy's records, as an export reads them where the database does not open. */
export async function readJournal(page: Page): Promise<SealedRecord[]> {
  const { files, key } = await page.evaluate(async () => {
    const world = globalThis as unknown as {
      chrome: { storage: { session: { get(name: string): Promise<{ vault?: { key: string } }> } } };
    };
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('netra');
    const read = async (name: string) => [...new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())];
    const { vault } = await world.chrome.storage.session.get('vault');
    return { files: [await read('records.log'), await read('records-2.log')], key: vault?.key ?? null };
  });
  const pairs = files.map((bytes) => fromBlob(new Blob([new Uint8Array(bytes)])));
  const records: LogRow[] = [];
  for (let at: number | null = 0; at !== null; ) {
    const part: JournalPage = await readPage(pairs[await findCounting(pairs)] ?? fromBlob(new Blob()), at);
    records.push(...part.records);
    at = part.next;
  }
  const own = key === null ? null : await importKey(new Uint8Array(Buffer.from(key, 'base64')));
  return openRows(records, sealWith(own === null ? null : { own, name: async (text) => text }, null));
}

export interface Seen {
  readonly condition: StorageState['condition'];
  readonly rescued: Rescued | null;
  /** Acknowledged records that are neither there nor came back. */
  readonly lost: number;
  /** Records that stand in the log twice. */
  readonly doubled: number;
  readonly chain: boolean;
}

/** Looks at what a session found, repairs it if that is called for, and counts what is missing of what was acknowledged. */
export async function lookThrough({ page, state }: Session, acknowledged: Acknowledged): Promise<Seen> {
  const isAmiss = state.condition !== 'sound' && state.condition !== 'fresh';
  const rescued = isAmiss ? await rescue(page) : null;
  const log = state.condition === 'unopenable' ? await readJournal(page) : await readLog(page);
  const bySeq = new Map(log.map((row) => [row.seq, row.canonical]));
  const lost = [...acknowledged].filter(([seq, mark]) => bySeq.get(seq)?.includes(mark) !== true).length;
  const marks = log.flatMap(({ canonical }) => /"bundleId":"([^"]+)"/.exec(canonical ?? '')?.[1] ?? []);
  return {
    condition: state.condition,
    rescued,
    lost,
    doubled: marks.length - new Set(marks).size,
    chain: log.length === 0 || (await verifyChain(log.map(({ line }) => line))).ok,
  };
}

export const endSuddenly = (session: Session) => killAll(session.netra);
export const endWell = (session: Session) => session.netra.close();
