// In a real Firefox: damage to the database's files while it is closed, and an event page that goes to sleep between any two steps.
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchFirefox, type NetraInFirefox } from '../../src/cli/firefox.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { StorageState } from '../../src/model/storage.ts';
import { KEPT } from '../browser/kept.ts';
import { dropProfile, newProfile } from './session.ts';

export async function openFirefox(
  profile: string,
  preferences: Readonly<Record<string, string | number | boolean>> = {},
): Promise<{ firefox: NetraInFirefox; state: StorageState }> {
  const { NETRA_FIREFOX_EXTENSION: extension } = process.env;
  const firefox = await launchFirefox({ proxyPort: 9, profile, preferences, ...(extension === undefined ? {} : { extension }) });
  await firefox.goto(`${firefox.origin}verify.html`);
  return { firefox, state: await firefox.inOwnPage<StorageState>(`return browser.runtime.sendMessage({ type: 'storage-state' })`) };
}

/** Appends records and gives what was acknowledged: number and mark of each. */
export const append = (firefox: NetraInFirefox, count: number) =>
  firefox.inOwnPage<[number, string][]>(`const done = [];
    for (let n = 0; n < ${count}; n++) {
      const bundleId = crypto.randomUUID();
      const { seq, refused } = await browser.runtime.sendMessage({ type: 'handover', bundleId, findingIds: [] });
      if (seq === undefined) throw new Error(refused);
      done.push([seq, bundleId]);
    }
    return done;`);

export const readFirefoxLog = (firefox: NetraInFirefox) =>
  firefox.inOwnPage<{ seq: number; line: string; canonical: string }[]>(`return (async () => { ${KEPT} return kept.rows(); })()`);

/** The second copy's files as they are, as text: without a lock its records can be found in it by their marks. */
const readCopies = (firefox: NetraInFirefox) =>
  firefox.inOwnPage<string>(`const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('netra');
    const texts = [];
    for (const name of ['records.log', 'records-2.log']) texts.push(await (await (await folder.getFileHandle(name)).getFile()).text());
    return texts.join('');`);

const sqliteFiles = (profile: string): string[] => {
  const base = join(profile, 'storage/default');
  // The folder with a context of its own is that of storage.local.
  const own = readdirSync(base).find((name) => name.startsWith('moz-extension+++') && !name.includes('^userContextId'));
  const folder = join(base, own ?? 'missing', 'idb');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, name));
};

export const FIREFOX_DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  'bits flipped in every page': (file) => {
    const bytes = readFileSync(file);
    for (let at = 2000; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 0x04;
    writeFileSync(file, bytes);
  },
  'the first page overwritten': (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 0, 512)),
  'cut in half': (file) => truncateSync(file, readFileSync(file).length >> 1),
  emptied: (file) => truncateSync(file, 0),
  removed: (file) => rmSync(file),
};

export interface SeenInFirefox {
  readonly condition: StorageState['condition'];
  readonly acknowledged: number;
  /** Acknowledged records that are neither in the database after its repair nor, where it does not open, in the second copy. */
  readonly lost: number;
  readonly chain: boolean;
}

export async function damageFirefox(name: string, count = 40): Promise<SeenInFirefox> {
  const profile = newProfile();
  try {
    const first = await openFirefox(profile);
    const acknowledged = await append(first.firefox, count);
    await first.firefox.close();
    const files = sqliteFiles(profile);
    if (files.length === 0) throw new Error('no database of the extension was found');
    for (const file of files) FIREFOX_DAMAGES[name]?.(file);
    const { firefox, state } = await openFirefox(profile);
    const { condition } = state;
    let lost = 0;
    let chain = true;
    if (condition !== 'sound' && condition !== 'fresh' && condition !== 'unopenable')
      await firefox.inOwnPage(`return browser.runtime.sendMessage({ type: 'rescue' })`);
    if (condition === 'unopenable') {
      const copies = await readCopies(firefox);
      lost = acknowledged.filter(([, mark]) => !copies.includes(mark)).length;
    } else {
      const log = await readFirefoxLog(firefox);
      const bySeq = new Map(log.map(({ seq, canonical }) => [seq, canonical]));
      lost = acknowledged.filter(([seq, mark]) => bySeq.get(seq)?.includes(mark) !== true).length;
      chain = (await verifyChain(log.map(({ line }) => line))).ok;
    }
    await firefox.close();
    return { condition, acknowledged: acknowledged.length, lost, chain };
  } finally {
    dropProfile(profile);
  }
}
