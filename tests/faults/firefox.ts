// SIGKILL in a real Firefox while evidence is appended: the event page itself starts the journal's worker there.
import { launchFirefox, type NetraInFirefox } from '../../src/cli/firefox.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { StorageState } from '../../src/model/storage.ts';
import { KEPT } from '../browser/kept.ts';
import type { Counted } from './kill.ts';
import { type Acknowledged, dropProfile, newProfile } from './session.ts';

const BATCH = 15;

async function open(profile: string): Promise<{ firefox: NetraInFirefox; state: StorageState }> {
  const { NETRA_FIREFOX_EXTENSION: extension } = process.env;
  const firefox = await launchFirefox({ proxyPort: 9, profile, ...(extension === undefined ? {} : { extension }) });
  await firefox.goto(`${firefox.origin}verify.html`);
  return { firefox, state: await firefox.inOwnPage<StorageState>(`return browser.runtime.sendMessage({ type: 'storage-state' })`) };
}

const readMarks = (firefox: NetraInFirefox) =>
  firefox.inOwnPage<{ seq: number; line: string; canonical: string }[]>(`return (async () => { ${KEPT} return kept.rows(); })()`);

/** @param until time (ms since 1970) at which no further kill is begun */
export async function killFirefox(wanted: number, until: number): Promise<Counted> {
  const counted: Counted = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, broken: 0, told: {}, torn: 0, restored: 0 };
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  const look = async ({ firefox, state }: Awaited<ReturnType<typeof open>>) => {
    if (state.condition !== 'sound' && state.condition !== 'fresh') {
      counted.told[state.condition] = (counted.told[state.condition] ?? 0) + 1;
      await firefox.inOwnPage(`return browser.runtime.sendMessage({ type: 'rescue' })`);
    }
    const log = await readMarks(firefox);
    const bySeq = new Map(log.map(({ seq, canonical }) => [seq, canonical]));
    counted.lost += [...acknowledged].filter(([seq, mark]) => bySeq.get(seq)?.includes(mark) !== true).length;
    if (log.length > 0 && !(await verifyChain(log.map(({ line }) => line))).ok) counted.broken++;
  };
  try {
    while (counted.kills < wanted && Date.now() < until) {
      const session = await open(profile);
      await look(session);
      const { firefox } = session;
      const batch = () =>
        firefox.inOwnPage<[number, string][]>(`const kept = [];
          for (let n = 0; n < ${BATCH}; n++) {
            const bundleId = crypto.randomUUID();
            const { seq } = await browser.runtime.sendMessage({ type: 'handover', bundleId, findingIds: [] });
            kept.push([seq, bundleId]);
          }
          return kept;`);
      for (const [seq, mark] of await batch()) acknowledged.set(seq, mark);
      // The end comes somewhere in the next batch, of which nothing was told.
      const next = batch().catch(() => []);
      await new Promise((done) => setTimeout(done, Math.random() * 150));
      await firefox.kill();
      await next;
      counted.kills++;
    }
    const last = await open(profile);
    await look(last);
    await last.firefox.close();
    counted.acknowledged = acknowledged.size;
  } finally {
    dropProfile(profile);
  }
  return counted;
}
