// From counts to one of four states that a user understands.
import type { Health, ItemKind } from '../model/messages.ts';
import type { Tally } from '../model/tally.ts';

/** Counts of items on show. `partly` and `blind` mean: look yourself, Netra does not see all. */
export function toHealth(counts: {
  readonly found: number;
  readonly read: number;
  readonly unreadable: Readonly<Record<string, number>>;
  readonly dropped: number;
  /** Items that should be there and were not found, from the lookout. */
  readonly missed?: 'wire' | 'drawn' | null;
  readonly wire?: Tally;
  /** Kinds that stand on the screen and are not read at all, from the lookout. */
  readonly notRead?: readonly ItemKind[];
  /** Answers that the other eye could not be given. */
  readonly unheard?: number;
}): Health {
  const { found, read, unreadable, dropped, missed = null, wire, notRead = [], unheard = 0 } = counts;
  const lost = Object.values(unreadable).reduce((sum, n) => sum + n, 0);
  // Work that was dropped may have been items: then "nothing here" would be a promise that nobody can keep.
  const isWhole = lost === 0 && dropped === 0 && notRead.length === 0;
  const whereNoneFound = missed === 'wire' ? 'blind' : isWhole ? 'nothing' : 'partly';
  const state = found === 0 ? whereNoneFound : read === 0 ? 'blind' : isWhole ? 'reading' : 'partly';
  return {
    state,
    found,
    read,
    unreadable: { ...unreadable },
    dropped,
    ...(found > 0 || missed === null ? {} : { missed }),
    ...(wire === undefined ? {} : { wire }),
    ...(notRead.length === 0 ? {} : { notRead: [...notRead] }),
    ...(unheard === 0 ? {} : { unheard }),
  };
}
