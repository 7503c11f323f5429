// SIGKILL while a lock is set on what was kept before it: it goes on at the next opening, and nothing is lost or left open.
import type { Page } from 'playwright-core';
import { KEPT } from '../browser/kept.ts';
import { openLock } from '../browser/lock-steps.ts';
import { fill } from './fill.ts';
import { dropProfile, endSuddenly, endWell, newProfile, openSession, readJournal, readLog, type Session, storageState } from './session.ts';

export interface Sealed {
  readonly kills: number;
  readonly records: number;
  /** Records whose text is not the one that was filled in, in either copy. */
  readonly lost: number;
  /** Rows of the database that are not sealed. */
  readonly left: number;
  readonly chain: boolean;
  /** From the last opening of the lock until all of it was sealed, ms. */
  readonly ms: number;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const inPage = <T>(page: Page, script: string) => page.evaluate<T>(`(async () => { ${KEPT} ${script} })()`);
const isSealed = (page: Page) => inPage<boolean>(page, `return (await kept.all('meta', 'get', 'sealed')) !== undefined;`);

/** Waits until this share of the sealing is done, or all of it. */
async function until(session: Session, share: number): Promise<void> {
  for (;;) {
    const { sealing } = await storageState(session.page);
    if (sealing !== null && sealing.done >= share * sealing.total) return;
    if (sealing === null && (await isSealed(session.page))) return;
    await pause(10);
  }
}

/** @param shares at which part of the work each kill comes */
export async function killWhileSealing(count: number, shares: readonly number[] = [0.1, 0.3, 0.6, 0.85]): Promise<Sealed> {
  const profile = newProfile();
  try {
    const first = await openSession(profile);
    await first.page.evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({
        type: 'handover',
        bundleId: crypto.randomUUID(),
        findingIds: [],
      }),
    );
    await first.netra.context.serviceWorkers()[0]?.evaluate(fill, count);
    await endWell(first);
    let sound = true;
    for (const share of shares) {
      const session = await openSession(profile);
      sound &&= session.state.condition === 'sound';
      await openLock(session.netra);
      await until(session, share);
      await endSuddenly(session);
    }
    const last = await openSession(profile);
    sound &&= last.state.condition === 'sound' && last.state.inDatabase === count && last.state.inJournal === count;
    const start = Date.now();
    await openLock(last.netra);
    while (!(await isSealed(last.page))) await pause(50);
    const ms = Date.now() - start;
    const expected = 'x'.repeat(2000);
    const wrong = (all: readonly { seq: number; canonical: string | null }[]) =>
      count - all.filter(({ seq, canonical }, at) => seq === at && (seq < 2 || canonical === expected)).length;
    // Hundreds of megabytes do not go through the wire to the browser: there the page counts, and of the journal the comparison at the
    // start has to do.
    const lost =
      count > 20_000
        ? await inPage<number>(
            last.page,
            `const rows = await kept.rows();
            return ${count} - rows.filter(({ seq, canonical }, at) => seq === at && (seq < 2 || canonical === '${expected}')).length;`,
          )
        : Math.max(wrong(await readLog(last.page)), wrong(await readJournal(last.page)));
    const left = await inPage<number>(last.page, `return (await kept.all('log')).filter((row) => row.box?.[0] !== 1).length;`);
    await endWell(last);
    return { kills: shares.length, records: count, lost, left, chain: sound, ms };
  } finally {
    dropProfile(profile);
  }
}
