// Holds the lists in memory for judging, loaded anew when they change.

import { toLocalIso } from '../lib/time.ts';
import { matchByHand, type Picked } from '../match/by-hand.ts';
import { withoutBystanders } from '../match/bystanders.ts';
import { findGuardedRows, findWatchedRows } from '../match/find-rows.ts';
import { findingId } from '../match/finding-id.ts';
import { findGuarded, findWatched, matchSighting } from '../match/match.ts';
import { propose } from '../match/propose.ts';
import type { ReadAddress } from '../match/read-facts.ts';
import type { Account, GuardedAccount, WatchedAccount } from '../model/account.ts';
import type { Lists } from '../model/lists.ts';
import type { Match } from '../model/match.ts';
import type { PickFacts, Proposal, Statement } from '../model/pick.ts';
import type { Sighting } from '../model/sighting.ts';
import { knownPosts } from './known-posts.ts';
import type { ProposeWorld } from './propose-campaign.ts';

export interface Judge {
  /** False until the lists were loaded once. */
  readonly ready: () => boolean;
  /** Loads them first where that is still to be done; false if they cannot be loaded. */
  readonly whenReady: () => Promise<boolean>;
  readonly judge: (sighting: Sighting) => Promise<{ findingId: string; match: Match } | null>;
  /** A sighting without people who are on neither list. */
  readonly clean: (sighting: Sighting) => Sighting;
  readonly reload: () => Promise<void>;
  /** What a picked item may be: only people on a list are named. */
  readonly propose: (facts: PickFacts, page: URL) => Promise<Proposal>;
  /** What the monitor states, by the lists as they are now. */
  readonly byHand: (statement: Statement, picked: Picked) => ReturnType<typeof matchByHand>;
  /** The rows of both lists for one account. */
  readonly rowsOf: ProposeWorld['rowsOf'];
  /** A few rows of a list, by part of a name or account. */
  readonly findRows: (list: 'guarded' | 'watched', words: string) => Promise<readonly (GuardedAccount | WatchedAccount)[]>;
}

/** `load` reads and indexes the lists; the next two keep the session's campaign posts; the last reads addresses of known sites. */
export function judgeWith(
  load: () => Promise<Lists>,
  loadPosts: () => Promise<Record<string, Account>>,
  savePosts: (posts: Record<string, Account>) => Promise<void>,
  readAddress: ReadAddress,
  now: () => Date = () => new Date(),
): Judge {
  let lists: Lists | null = null;
  const posts = knownPosts((platform, account) => lists !== null && findWatched(lists, platform, account) !== null, loadPosts, savePosts);
  const loaded = async (): Promise<Lists> => {
    lists ??= await load();
    return lists;
  };
  return {
    ready: () => lists !== null,
    whenReady: () =>
      loaded().then(
        () => true,
        () => false,
      ),
    async judge(seen) {
      if (lists === null) return null;
      await posts.learn(seen);
      const { sighting, earlier } = await posts.complete(seen);
      const match = matchSighting(sighting, lists, toLocalIso(now()).slice(0, 10));
      if (match === null) return null;
      const reasons = match.reasons.map((reason) => (earlier && reason.kind === 'author' ? { ...reason, earlier: true as const } : reason));
      return { findingId: await findingId(sighting), match: { ...match, sighting: withoutBystanders(sighting, lists), reasons } };
    },
    clean(sighting) {
      if (lists === null) throw new Error('the lists are not loaded');
      return withoutBystanders(sighting, lists);
    },
    async reload() {
      lists = await load();
    },
    propose: async (facts, page) => propose(facts, page, await loaded(), readAddress),
    byHand: async (statement, picked) => matchByHand(statement, picked, await loaded(), readAddress),
    async rowsOf(platform, account) {
      const all = await loaded();
      return { guarded: findGuarded(all, platform, account)?.row ?? null, watched: findWatched(all, platform, account)?.row ?? null };
    },
    findRows: async (list, words) => (list === 'guarded' ? findGuardedRows : findWatchedRows)(await loaded(), words),
  };
}
