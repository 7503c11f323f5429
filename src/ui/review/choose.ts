// Which findings are on show, and which are chosen for a bundle unless the reviewer says otherwise.
import type { SiteId } from '../../model/account.ts';
import type { Finding, FindingStatus } from '../../model/finding.ts';
import type { Action } from '../../model/sighting.ts';
import { endOf, type Tie } from '../../model/tie.ts';
import type { Retention } from '../../rules/retention.ts';
import { hasOwnWords, isNegative, isTieUnsure, needsReading } from '../parts/caution.ts';

export interface Filter {
  readonly status: FindingStatus | 'all';
  readonly site: SiteId | 'all';
  readonly act: Action | 'all';
  /** due: its time of keeping is over · held: it stands still. */
  readonly keep: 'due' | 'held' | 'all';
}
export const ALL: Filter = { status: 'all', site: 'all', act: 'all', keep: 'all' };

/** Tied by the site's own number, as a reader read it, to a person on one list by more than one word. */
function isCertain({ match: { grade, hand, onBothLists }, match }: Finding): boolean {
  return grade === 'id' && hand === undefined && !onBothLists && !isTieUnsure(match);
}

/** What a reviewer needs first: what nobody decided on yet, there the certain ties, there the newest. */
function inReviewOrder(a: Finding, b: Finding): number {
  const rank = (one: Finding) => (one.status === 'confirmed' || one.status === 'set-aside' ? 2 : 0) + (isCertain(one) ? 0 : 1);
  return rank(a) - rank(b) || b.firstSeenAt.localeCompare(a.firstSeenAt);
}

/** In the order of a review. @param kept finding to its time of keeping */
export function filterFindings(findings: readonly Finding[], filter: Filter, kept: ReadonlyMap<string, Retention> = new Map()): Finding[] {
  return findings
    .filter(
      ({ findingId, status, match: { sighting } }) =>
        (filter.keep === 'all' || kept.get(findingId)?.state === filter.keep) &&
        (filter.status === 'all' || status === filter.status) &&
        (filter.site === 'all' || sighting.platform === filter.site) &&
        (filter.act === 'all' || sighting.action === filter.act),
    )
    .sort(inReviewOrder);
}

/** Why something is not chosen for a bundle beforehand. */
export type NotChosen = 'not-upheld' | 'ended' | 'unsure' | 'by-hand' | 'handle' | 'both-lists' | 'negative' | 'words' | 'appear';

/** The weightiest reason, who it is before what it means; null where it is chosen. */
export function whyNotChosen(finding: Finding, ties: readonly Tie[]): NotChosen | null {
  const { match, status } = finding;
  if (status !== 'confirmed') return 'not-upheld';
  if (endOf(ties, match.guarded) !== null) return 'ended';
  if (isTieUnsure(match)) return 'unsure';
  if (match.hand !== undefined) return 'by-hand';
  if (match.grade !== 'id') return 'handle';
  if (match.onBothLists) return 'both-lists';
  if (!needsReading(match)) return null;
  return isNegative(match) ? 'negative' : hasOwnWords(match) ? 'words' : 'appear';
}

/**
 * Upheld by the reviewer, read by a reader, tied by the site's own number to a person by more than one word, and nothing that can mean
 * disapproval as well.
 */
export function isChosenBeforehand(finding: Finding, ties: readonly Tie[]): boolean {
  return whyNotChosen(finding, ties) === null;
}

/** The reviewer's own choices win over what is chosen beforehand. */
export function chosenFindings(findings: readonly Finding[], own: ReadonlyMap<string, boolean>, ties: readonly Tie[]): Finding[] {
  return findings.filter((one) => own.get(one.findingId) ?? isChosenBeforehand(one, ties));
}

/** Apart: what has to be read before it is called anything, each part in the order given. */
export function toGroups(findings: readonly Finding[]): { readonly plain: readonly Finding[]; readonly toRead: readonly Finding[] } {
  return {
    plain: findings.filter((one) => !needsReading(one.match)),
    toRead: findings.filter((one) => needsReading(one.match)),
  };
}
