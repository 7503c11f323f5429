// Holds the lists in memory for judging, loaded anew when they change.
import type { Match } from '../model/match.ts';
import type { Sighting } from '../model/sighting.ts';

export interface Judge {
  /** False until the lists were loaded once. */
  readonly ready: () => boolean;
  readonly judge: (sighting: Sighting) => Promise<{ findingId: string; match: Match } | null>;
  readonly reload: () => Promise<void>;
}

/** `load` reads and indexes the lists; `match` judges one sighting by them; `nameOf` gives the finding's id. */
export function judgeWith<L>(
  load: () => Promise<L>,
  match: (sighting: Sighting, lists: L) => Match | null,
  nameOf: (sighting: Sighting) => Promise<string>,
): Judge {
  let lists: L | null = null;
  return {
    ready: () => lists !== null,
    async judge(sighting) {
      const found = lists === null ? null : match(sighting, lists);
      return found === null ? null : { findingId: await nameOf(sighting), match: found };
    },
    async reload() {
      lists = await load();
    },
  };
}
