// From a finding and what the log says of it to the question that the rules answer.

import { standingOn } from '../../model/campaign.ts';
import type { SealedRecord } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import type { RuleBook, Zone } from '../../model/rules.ts';
import { toDay } from '../../rules/days.ts';
import type { Known } from '../../rules/deadline.ts';
import type { RulesInput } from '../../rules/rules-for.ts';
import { readRecord } from './records.ts';

/** Finding to when it became known: the day that the monitor stated last, or when its first evidence was kept. One pass over the log. */
export function knownOf(lines: readonly SealedRecord[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const sealed of lines) {
    // A text search first: opening every record of a long log would take seconds.
    if (sealed.line.includes('"type":"capture"')) {
      const found = /"findingId":"([0-9a-f]{64})"/.exec(sealed.canonical ?? '')?.[1];
      if (found === undefined || known.has(found)) continue;
      const record = readRecord(sealed);
      if (record?.type === 'capture') known.set(record.body.findingId, { keptAt: record.body.capturedAt });
    } else if (sealed.line.includes('"type":"known"')) {
      const record = readRecord(sealed);
      if (record?.type === 'known') known.set(record.body.findingId, { statedOn: record.body.knownOn });
    }
  }
  return known;
}

/** @param now ISO 8601 */
export function toQuestion(finding: Finding, known: Known | undefined, book: RuleBook, now: string): RulesInput {
  const { sighting, guarded } = finding.match;
  return {
    action: sighting.action,
    reaction: sighting.reaction,
    object: objectOf(finding, book.timeZone),
    status: guarded.status,
    time: sighting.at === null ? { seenAt: finding.firstSeenAt } : { at: sighting.at },
    known: known ?? { keptAt: finding.firstSeenAt },
    book,
    now,
  };
}

/** Whose campaign it was, so far as the campaign list says: its strongest reason speaks. */
function objectOf({ match: { sighting, reasons } }: Finding, zone: Zone): RulesInput['object'] {
  const watched = reasons[0]?.watched;
  if (watched?.kind === undefined) return null;
  if (watched.kind !== 'candidate') return watched.kind === 'party' ? 'parpol' : 'tim';
  // The list's own word on the day of the act goes before the calendar's day.
  const standing = sighting.at === null ? null : standingOn(watched, toDay(sighting.at, zone));
  return standing === null ? 'candidate' : standing === 'calon' ? 'calon' : 'bakal-calon';
}
