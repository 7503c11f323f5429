// Holds the lists in memory for judging, loaded anew when they change.

import { withoutBystanders } from '../match/bystanders.ts';
import { findingId } from '../match/finding-id.ts';
import { findWatched, matchSighting } from '../match/match.ts';
import type { Account } from '../model/account.ts';
import type { Lists } from '../model/lists.ts';
import type { Match } from '../model/match.ts';
import type { Sighting } from '../model/sighting.ts';
import { knownPosts } from './known-posts.ts';

export interface Judge {
  /** False until the lists were loaded once. */
  readonly ready: () => boolean;
  readonly judge: (sighting: Sighting) => Promise<{ findingId: string; match: Match } | null>;
  /** A sighting without people who are on neither list. */
  readonly clean: (sighting: Sighting) => Sighting;
  readonly reload: () => Promise<void>;
}

/** `load` reads and indexes the lists; the other two keep the session's campaign posts. */
export function judgeWith(
  load: () => Promise<Lists>,
  loadPosts: () => Promise<Record<string, Account>>,
  savePosts: (posts: Record<string, Account>) => Promise<void>,
): Judge {
  let lists: Lists | null = null;
  const posts = knownPosts((platform, account) => lists !== null && findWatched(lists, platform, account) !== null, loadPosts, savePosts);
  return {
    ready: () => lists !== null,
    async judge(seen) {
      if (lists === null) return null;
      await posts.learn(seen);
      const { sighting, earlier } = await posts.complete(seen);
      const match = matchSighting(sighting, lists);
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
  };
}
