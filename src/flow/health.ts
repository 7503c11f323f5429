// From counts to one of four states that a user understands.
import type { Health } from '../model/messages.ts';

/** Counts of items on show. `partly` and `blind` mean: look yourself, Netra does not see all. */
export function toHealth(counts: { found: number; read: number; unreadable: Readonly<Record<string, number>>; dropped: number }): Health {
  const lost = Object.values(counts.unreadable).reduce((sum, n) => sum + n, 0);
  // Work that was dropped may have been items: then "nothing here" would be a promise that nobody can keep.
  const isWhole = lost === 0 && counts.dropped === 0;
  const state = counts.found === 0 ? (isWhole ? 'nothing' : 'partly') : counts.read === 0 ? 'blind' : isWhole ? 'reading' : 'partly';
  return { state, found: counts.found, read: counts.read, unreadable: { ...counts.unreadable }, dropped: counts.dropped };
}
