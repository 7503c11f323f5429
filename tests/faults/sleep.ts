// A computer that sleeps while evidence is appended: all processes of the browser stand still, and go on later.
import { ownProcesses } from '../browser/support.ts';
import { type Acknowledged, appendMany, dropProfile, endWell, lookThrough, newProfile, openSession, type Seen } from './session.ts';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** @param seconds of each sleep */
export async function sleepThrough(seconds: readonly number[]): Promise<{ seen: Seen; acknowledged: number; after: number }> {
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  try {
    const session = await openSession(profile);
    let after = 0;
    for (const one of seconds) {
      const before = acknowledged.size;
      const work = appendMany(session.page, acknowledged, 200).then(
        () => null,
        (error: Error) => error.message,
      );
      while (acknowledged.size < before + 5) await pause(5);
      const all = ownProcesses(session.netra);
      for (const pid of all) process.kill(pid, 'SIGSTOP');
      await pause(one * 1000);
      for (const pid of all) process.kill(pid, 'SIGCONT');
      const failed = await work;
      if (failed !== null) throw new Error(failed);
      after = acknowledged.size - before;
    }
    await endWell(session);
    const again = await openSession(profile);
    const seen = await lookThrough(again, acknowledged);
    await endWell(again);
    return { seen, acknowledged: acknowledged.size, after };
  } finally {
    dropProfile(profile);
  }
}
