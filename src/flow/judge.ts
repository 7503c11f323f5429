// Judges by the lists: the campaign's in memory, loaded anew when they change, the registry's rows looked up for each question.

import { toLocalIso } from '../lib/time.ts';
import { askedByFacts, askedBySighting, askedByStatement, askedByTyping } from '../match/asked.ts';
import { matchByHand, type Picked } from '../match/by-hand.ts';
import { withoutBystanders } from '../match/bystanders.ts';
import { findGuardedRows, findWatchedRows } from '../match/find-rows.ts';
import { findingId } from '../match/finding-id.ts';
import { findGuarded, findWatched, matchSighting } from '../match/match.ts';
import { propose } from '../match/propose.ts';
import type { ReadAddress } from '../match/read-facts.ts';
import type { Account, GuardedAccount, WatchedAccount } from '../model/account.ts';
import type { ListSource } from '../model/lists.ts';
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
  readonly clean: (sighting: Sighting) => Promise<Sighting>;
  readonly reload: () => Promise<void>;
  /** What a picked item may be: only people on a list are named. */
  readonly propose: (facts: PickFacts, page: URL) => Promise<Proposal>;
  /** What the monitor states, by the lists as they are now. */
  readonly byHand: (statement: Statement, picked: Picked) => ReturnType<typeof matchByHand>;
  /** The rows of both lists for one account. */
  readonly rowsOf: ProposeWorld['rowsOf'];
  /** A few rows: of the campaign list by part of a name or account, of the registry by a whole account only. */
  readonly findRows: (list: 'guarded' | 'watched', words: string) => Promise<readonly (GuardedAccount | WatchedAccount)[]>;
}

/** `load` opens the lists; the next two keep the session's campaign posts; the last reads addresses of known sites. */
export function judgeWith(
  load: () => Promise<ListSource>,
  loadPosts: () => Promise<Record<string, Account>>,
  savePosts: (posts: Record<string, Account>) => Promise<void>,
  readAddress: ReadAddress,
  now: () => Date = () => new Date(),
): Judge {
  let lists: ListSource | null = null;
  const posts = knownPosts(
    (platform, account) => lists !== null && findWatched(lists.campaign, platform, account) !== null,
    loadPosts,
    savePosts,
  );
  const loaded = async (): Promise<ListSource> => {
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
      const around = await lists.around(askedBySighting(sighting));
      const match = matchSighting(sighting, around, toLocalIso(now()).slice(0, 10));
      if (match === null) return null;
      const reasons = match.reasons.map((reason) => (earlier && reason.kind === 'author' ? { ...reason, earlier: true as const } : reason));
      return { findingId: await findingId(sighting), match: { ...match, sighting: withoutBystanders(sighting, around), reasons } };
    },
    async clean(sighting) {
      if (lists === null) throw new Error('the lists are not loaded');
      return withoutBystanders(sighting, await lists.around(askedBySighting(sighting)));
    },
    async reload() {
      try {
        lists = await load();
      } catch (error) {
        // Locked, or the store is broken: judging by lists that may not be used any more would be worse than not judging.
        lists = null;
        throw error;
      }
    },
    async propose(facts, page) {
      const around = await (await loaded()).around(askedByFacts(facts, page, readAddress));
      return propose(facts, page, around, readAddress);
    },
    async byHand(statement, picked) {
      const asked = [...askedByStatement(statement, readAddress), ...askedByFacts(picked.facts, picked.page, readAddress)];
      return matchByHand(statement, picked, await (await loaded()).around(asked), readAddress);
    },
    async rowsOf(platform, account) {
      const around = await (await loaded()).around([{ platform, account }]);
      return { guarded: findGuarded(around, platform, account)?.row ?? null, watched: findWatched(around, platform, account)?.row ?? null };
    },
    async findRows(list, words) {
      const source = await loaded();
      const asked = askedByTyping(words, readAddress);
      if (list === 'watched') {
        // A whole address names one account; typed words may stand anywhere in a row.
        const rows = /^https?:\/\//i.test(words.trim())
          ? asked.map((one) => findWatched(source.campaign, one.platform, one.account)?.row)
          : [];
        const exact = rows.filter((row) => row !== undefined);
        return exact.length > 0 ? exact : findWatchedRows(source.campaign, words);
      }
      return findGuardedRows(await source.around(asked), asked);
    },
  };
}
