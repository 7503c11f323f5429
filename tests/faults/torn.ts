// The deterministic torn tail: what a kill between two writes leaves of each of the three stores, then ordinary use.
import { folderOf, type Store, tearTail } from './leveldb.ts';
import {
  type Acknowledged,
  appendMany,
  dropProfile,
  endSuddenly,
  endWell,
  lookThrough,
  newProfile,
  openSession,
  type Seen,
} from './session.ts';

export async function tryTorn(store: Store): Promise<{ second: Seen; third: Seen; acknowledged: number }> {
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  try {
    const first = await openSession(profile);
    await appendMany(first.page, acknowledged, 60);
    const { extensionId } = first.netra;
    await endSuddenly(first);
    tearTail(folderOf(profile, extensionId, store));
    // The record that was torn had been acknowledged here, unlike after a real kill: the journal has to bring it back.
    const again = await openSession(profile);
    const second = await lookThrough(again, acknowledged);
    await appendMany(again.page, acknowledged, 60);
    await endSuddenly(again);
    const last = await openSession(profile);
    const third = await lookThrough(last, acknowledged);
    await endWell(last);
    return { second, third, acknowledged: acknowledged.size };
  } finally {
    dropProfile(profile);
  }
}
