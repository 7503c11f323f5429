// Until when a finding is kept. It only tells: nothing is ever deleted by the clock.
import type { RetentionDays, RetentionStart } from '../model/retention.ts';
import type { Remark, Zone } from '../model/rules.ts';
import { PERIODS } from './data/retention.ts';
import { addDays, countDays, toDay } from './days.ts';

/** What was done with a finding, in days and moments (ISO 8601). */
export interface Life {
  /** When the last bundle with it was written; null: in none. */
  readonly handedOverAt: string | null;
  /** When it was set aside; null: it is not, or not any more. */
  readonly setAsideAt: string | null;
  /** The last capture, decision, note, correction, re-check or statement. */
  readonly lastWordAt: string;
  /** Legal holds, oldest first; the last may still be on. */
  readonly holds: readonly { readonly from: string; readonly to: string | null }[];
}

export interface Retention {
  readonly start: RetentionStart;
  readonly startsOn: string;
  /** Last day of keeping, local calendar day; while a hold is on: as if it ended today. */
  readonly lastDay: string;
  /** Whole days from today until the last day; negative once it has passed. */
  readonly daysLeft: number;
  /** kept: the days run · held: they stand still · due: they are over. */
  readonly state: 'kept' | 'held' | 'due';
  /** What the days rest on; null where the user set them. */
  readonly rests: Remark | null;
}

/** The periods as shipped. */
export const SHIPPED_DAYS: RetentionDays = {
  'handed-over': PERIODS['handed-over'].days,
  'set-aside': PERIODS['set-aside'].days,
  'last-word': PERIODS['last-word'].days,
};

/**
 * A finding that was both handed over and set aside is kept for the longer of the two: what was handed over may have to be explained.
 * Days under a hold do not count. @param now ISO 8601 with an offset or Z
 */
export function retentionOf(life: Life, days: RetentionDays, now: string, zone: Zone): Retention {
  const starts: (readonly [RetentionStart, string])[] = [];
  if (life.handedOverAt !== null) starts.push(['handed-over', life.handedOverAt]);
  if (life.setAsideAt !== null) starts.push(['set-aside', life.setAsideAt]);
  if (starts.length === 0) starts.push(['last-word', life.lastWordAt]);
  const today = toDay(now, zone);
  const ends = starts.map(([start, at]) => {
    const startsOn = toDay(at, zone);
    return { start, startsOn, lastDay: addDays(startsOn, days[start] + heldDays(life, startsOn, today, zone)) };
  });
  const { start, startsOn, lastDay } = ends.reduce((longest, one) => (one.lastDay > longest.lastDay ? one : longest));
  const daysLeft = countDays(today, lastDay);
  const isHeld = life.holds.at(-1)?.to === null;
  const rests = days[start] === PERIODS[start].days ? PERIODS[start] : null;
  return { start, startsOn, lastDay, daysLeft, state: isHeld ? 'held' : daysLeft < 0 ? 'due' : 'kept', rests };
}

/** Days since the start that passed under a hold. */
function heldDays({ holds }: Life, startsOn: string, today: string, zone: Zone): number {
  return holds.reduce((sum, { from, to }) => {
    const first = toDay(from, zone);
    const last = to === null ? today : toDay(to, zone);
    return sum + Math.max(0, countDays(first < startsOn ? startsOn : first, last));
  }, 0);
}
