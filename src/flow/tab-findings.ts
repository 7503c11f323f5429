// The findings of one tab: what newer knowledge does to older.
import { isSameAct, isSameFirmer, isSameWords } from '../match/agree.ts';
import type { SiteId } from '../model/account.ts';
import type { Match } from '../model/match.ts';
import type { Flag, TabState } from '../model/messages.ts';
import type { Sighting } from '../model/sighting.ts';

const FINDINGS_LIMIT = 500;

/** A tab of which nothing is known yet. */
export const blank = (platform: SiteId, url: URL): TabState => ({
  platform,
  url: url.href,
  title: '',
  health: { state: 'nothing', found: 0, read: 0, unreadable: {}, dropped: 0 },
  wire: 'off',
  listings: [],
  findings: [],
});

/** What a mark needs of a reason. */
export function toShort(reason: Match['reasons'][number]): Flag['reasons'][number] {
  return { kind: reason.kind, candidate: reason.watched.candidate, word: reason.kind === 'word' ? reason.watched.word : null };
}

const isSame = (page: Sighting, joined: Sighting) => isSameAct(page, joined) || isSameWords(page, joined) || isSameFirmer(page, joined);

/** Seen by handle at first, and the wire then named another account behind it: what was captured stays, the rest goes. */
export function isRefuted(known: TabState['findings'][number], refuted: readonly Sighting[]): boolean {
  return known.status === 'seen' && refuted.some((one) => isSame(known.match.sighting, one));
}

/**
 * Newer knowledge of a finding replaces the older; the first time it was seen stays. An act that got a firmer name (the wire
 * told the stable id of a handle) is not shown twice; what was captured under the old name stays.
 */
export function merge(known: TabState['findings'], found: TabState['findings']): TabState['findings'] {
  const all = new Map(known.map((one) => [one.findingId, one]));
  for (const one of found) {
    const older = [...all.values()].find(
      (other) => other.findingId !== one.findingId && other.status === 'seen' && isSame(other.match.sighting, one.match.sighting),
    );
    if (older !== undefined) all.delete(older.findingId);
    const firstSeenAt = (all.get(one.findingId) ?? older)?.firstSeenAt ?? one.firstSeenAt;
    all.set(one.findingId, { ...one, firstSeenAt });
  }
  return [...all.values()].slice(-FINDINGS_LIMIT);
}
