// What Netra may propose of a re-check: never that something was deleted.
import type { RecheckSeen, RecheckState } from '../../model/recheck.ts';

/** Null where nothing was met: that says nothing. */
export function proposedBy(seen: RecheckSeen): RecheckState | null {
  if (seen.kind === 'nothing') return null;
  return seen.kind === 'same-act' ? 'there' : 'renamed';
}

const RANK = { nothing: 0, 'same-act': 1, 'other-handle': 2 } as const;

/** What was met once stays met; of two changed names the later one counts. */
export function strongest(before: RecheckSeen, now: RecheckSeen): RecheckSeen {
  if (before.kind === 'other-handle' && now.kind === 'same-act') return { ...before, sameAct: true };
  return RANK[now.kind] >= RANK[before.kind] ? now : before;
}
