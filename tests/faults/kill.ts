// SIGKILL at random moments while evidence is appended, and the background stopped at random moments; the profile is kept between.
import { existsSync } from 'node:fs';
import { folderOf, newestLog, scanLog } from './leveldb.ts';
import {
  type Acknowledged,
  appendMany,
  dropProfile,
  endSuddenly,
  endWell,
  lookThrough,
  newProfile,
  openSession,
  type Session,
} from './session.ts';

export interface Counted {
  kills: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  broken: number;
  /** Starts at which the storage was told to be amiss, by name. */
  readonly told: Record<string, number>;
  /** Kills that left a torn tail in LevelDB's log of the database. */
  torn: number;
  /** Records that the repairs brought back. */
  restored: number;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
/** Profiles are not used for longer: their logs grow, and with them the time of a look. */
const KILLS_A_PROFILE = 40;

async function count(session: Session, acknowledged: Acknowledged, counted: Counted): Promise<void> {
  const { condition, rescued, lost, doubled, chain } = await lookThrough(session, acknowledged);
  counted.lost += lost;
  counted.doubled += doubled;
  counted.broken += chain ? 0 : 1;
  counted.restored += rescued?.records ?? 0;
  if (condition !== 'sound' && condition !== 'fresh') counted.told[condition] = (counted.told[condition] ?? 0) + 1;
}

/** @param until time (ms since 1970) at which no further kill is begun */
export async function killMany(wanted: number, args: readonly string[], until: number, isSealed = false): Promise<Counted> {
  const counted: Counted = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, broken: 0, told: {}, torn: 0, restored: 0 };
  while (counted.kills < wanted && Date.now() < until) {
    const profile = newProfile();
    const acknowledged: Acknowledged = new Map();
    try {
      for (let n = 0; n < KILLS_A_PROFILE && counted.kills < wanted && Date.now() < until; n++) {
        const session = await openSession(profile, args, isSealed);
        await count(session, acknowledged, counted);
        const before = acknowledged.size;
        const work = appendMany(session.page, acknowledged).catch(() => undefined);
        while (acknowledged.size === before) await pause(5);
        await pause(Math.random() * 1200);
        await endSuddenly(session);
        await work;
        counted.kills++;
        const folder = folderOf(profile, session.netra.extensionId, 'idb');
        if (existsSync(folder) && scanLog(newestLog(folder)).tail === 'torn') counted.torn++;
      }
      // Twice: what a torn tail spoils shows at the open after next.
      for (let n = 0; n < 2; n++) {
        const session = await openSession(profile, args, isSealed);
        await count(session, acknowledged, counted);
        await endWell(session);
      }
      counted.acknowledged += acknowledged.size;
    } finally {
      dropProfile(profile);
    }
  }
  return counted;
}

/** Stops the background while it appends; what was not answered may be there, whole, and never twice. */
export async function stopMany(wanted: number, until: number): Promise<Counted> {
  const counted: Counted = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, broken: 0, told: {}, torn: 0, restored: 0 };
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  try {
    const session = await openSession(profile);
    const cdp = await session.netra.context.newCDPSession(session.page);
    await cdp.send('ServiceWorker.enable');
    while (counted.kills < wanted && Date.now() < until) {
      const before = acknowledged.size;
      const work = appendMany(session.page, acknowledged, 40).catch(() => undefined);
      while (acknowledged.size === before) await pause(2);
      await pause(Math.random() * 120);
      await cdp.send('ServiceWorker.stopAllWorkers');
      counted.kills++;
      await Promise.race([work, pause(3000)]);
    }
    await count(session, acknowledged, counted);
    await endWell(session);
    const again = await openSession(profile);
    await count(again, acknowledged, counted);
    await endWell(again);
    counted.acknowledged = acknowledged.size;
  } finally {
    dropProfile(profile);
  }
  return counted;
}
