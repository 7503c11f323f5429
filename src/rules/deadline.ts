// The seven days for handing in, counted from the day on which it became known.
import type { Calendar, Holiday, Remark, Zone } from '../model/rules.ts';
import { DAYS, DEADLINES } from './data/deadlines.ts';
import { addDays, addWorkingDays, countDays, toDay } from './days.ts';

/** When it became known: the moment at which the evidence was first kept, or a day that the monitor states instead. */
export type Known = { readonly keptAt: string } | { readonly statedOn: string };

export interface Deadline {
  readonly knownOn: string;
  readonly knownBy: 'kept' | 'stated';
  /** The hard warning: calendar days. */
  readonly lastDay: string;
  /** Whole days from today until the last day; 0 on it, negative once it has passed. */
  readonly daysLeft: number;
  /** The last day if the day of knowing counts as the first. */
  readonly safeDay: string;
  /** Information only: working days, without Saturdays, Sundays and holidays. */
  readonly lastWorkingDay: string;
  /** What the days rest on; both laws where no calendar says which of them counts. */
  readonly rests: readonly Remark[];
}

/** @param now ISO 8601 with an offset or Z */
export function deadlineOf(known: Known, now: string, calendar: Calendar | null, timeZone: Zone, holidays: readonly Holiday[]): Deadline {
  const knownOn = 'statedOn' in known ? known.statedOn : toDay(known.keptAt, timeZone);
  const lastDay = addDays(knownOn, DAYS);
  return {
    knownOn,
    knownBy: 'statedOn' in known ? 'stated' : 'kept',
    lastDay,
    daysLeft: countDays(toDay(now, timeZone), lastDay),
    safeDay: addDays(knownOn, DAYS - 1),
    lastWorkingDay: addWorkingDays(knownOn, DAYS, new Set(holidays.map(({ day }) => day))),
    rests: calendar === null ? [DEADLINES.pemilu, DEADLINES.pilkada] : [DEADLINES[calendar.election]],
  };
}
