// The campaign list in memory and the registry behind a look-up, as one.
import type { GuardedAccount, WatchedAccount, WatchedWord } from '../model/account.ts';
import type { Ambiguous, AskedAccount, ListSource } from '../model/lists.ts';
import { indexLists } from './index-lists.ts';

/**
 * @param find all rows that share an account with what is asked, and all that share one with those
 * @param told rows that lists claim for different people; none of them is used
 */
export function listSource(
  campaign: { readonly watched: readonly WatchedAccount[]; readonly words: readonly WatchedWord[] },
  find: (asked: readonly AskedAccount[]) => Promise<readonly GuardedAccount[]>,
  told: (ambiguous: readonly Ambiguous[]) => void = () => undefined,
): ListSource {
  const base = indexLists({ guarded: [], ...campaign });
  return {
    campaign: base,
    async around(asked) {
      const rows = await find(asked);
      if (rows.length === 0) return base;
      const { guarded, ambiguous } = indexLists({ guarded: rows, watched: [], words: [] });
      if (ambiguous.length > 0) told(ambiguous);
      return { ...base, guarded, ambiguous: [...base.ambiguous, ...ambiguous] };
    },
  };
}
