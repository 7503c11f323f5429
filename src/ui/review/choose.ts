// Which findings are on show, and which are chosen for a bundle unless the reviewer says otherwise.
import type { SiteId } from '../../model/account.ts';
import type { Finding, FindingStatus } from '../../model/finding.ts';
import type { Action } from '../../model/sighting.ts';
import { endOf, type Tie } from '../../model/tie.ts';
import type { Retention } from '../../rules/retention.ts';
import { isTieUnsure, needsReading } from '../parts/caution.ts';

export interface Filter {
  readonly status: FindingStatus | 'all';
  readonly site: SiteId | 'all';
  readonly act: Action | 'all';
  /** due: its time of keeping is over · held: it stands still. */
  readonly keep: 'due' | 'held' | 'all';
}
export const ALL: Filter = { status: 'all', site: 'all', act: 'all', keep: 'all' };

/** Newest first. @param kept finding to its time of keeping */
export function filterFindings(findings: readonly Finding[], filter: Filter, kept: ReadonlyMap<string, Retention> = new Map()): Finding[] {
  return findings
    .filter(
      ({ findingId, status, match: { sighting } }) =>
        (filter.keep === 'all' || kept.get(findingId)?.state === filter.keep) &&
        (filter.status === 'all' || status === filter.status) &&
        (filter.site === 'all' || sighting.platform === filter.site) &&
        (filter.act === 'all' || sighting.action === filter.act),
    )
    .sort((a, b) => b.firstSeenAt.localeCompare(a.firstSeenAt));
}

/**
 * Upheld by the reviewer, read by a reader, tied by the site's own number to a person by more than one word, and nothing that can mean
 * disapproval as well.
 */
export function isChosenBeforehand(finding: Finding, ties: readonly Tie[]): boolean {
  const { grade, hand, onBothLists, guarded } = finding.match;
  if (isTieUnsure(finding.match) || endOf(ties, guarded) !== null) return false;
  return finding.status === 'confirmed' && hand === undefined && grade === 'id' && !onBothLists && !needsReading(finding.match);
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
