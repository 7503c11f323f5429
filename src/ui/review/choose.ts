// Which findings are on show, and which are chosen for a bundle unless the reviewer says otherwise.
import type { SiteId } from '../../model/account.ts';
import type { Finding, FindingStatus } from '../../model/finding.ts';
import type { Action } from '../../model/sighting.ts';
import { needsReading } from '../parts/caution.ts';

export interface Filter {
  readonly status: FindingStatus | 'all';
  readonly site: SiteId | 'all';
  readonly act: Action | 'all';
}
export const ALL: Filter = { status: 'all', site: 'all', act: 'all' };

/** Newest first. */
export function filterFindings(findings: readonly Finding[], filter: Filter): Finding[] {
  return findings
    .filter(
      ({ status, match: { sighting } }) =>
        (filter.status === 'all' || status === filter.status) &&
        (filter.site === 'all' || sighting.platform === filter.site) &&
        (filter.act === 'all' || sighting.action === filter.act),
    )
    .sort((a, b) => b.firstSeenAt.localeCompare(a.firstSeenAt));
}

/** Upheld by the reviewer, read by a reader, tied by the site's own number, and nothing that can mean disapproval as well. */
export function isChosenBeforehand(finding: Finding): boolean {
  const { grade, hand, onBothLists } = finding.match;
  return finding.status === 'confirmed' && hand === undefined && grade === 'id' && !onBothLists && !needsReading(finding.match);
}

/** The reviewer's own choices win over what is chosen beforehand. */
export function chosenFindings(findings: readonly Finding[], own: ReadonlyMap<string, boolean>): Finding[] {
  return findings.filter((one) => own.get(one.findingId) ?? isChosenBeforehand(one));
}

/** Apart: what has to be read before it is called anything, each part in the order given. */
export function toGroups(findings: readonly Finding[]): { readonly plain: readonly Finding[]; readonly toRead: readonly Finding[] } {
  return {
    plain: findings.filter((one) => !needsReading(one.match)),
    toRead: findings.filter((one) => needsReading(one.match)),
  };
}
