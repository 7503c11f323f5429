// Which stage of an election an act fell into: as far as its time and the calendar's days are known, and not further.
import type { Calendar, Stage, Zone } from '../model/rules.ts';
import { toDay } from './days.ts';

/** When the act happened, or only when it was seen: then it happened then or earlier. ISO 8601 with an offset or Z. */
export type ActTime = { readonly at: string } | { readonly seenAt: string };

/** Whether candidates were set by then. same-day: on a day of the setting itself, before or after it. */
export type Fixing = 'before' | 'same-day' | 'after' | 'unknown';

export type StageAt =
  | {
      readonly kind: 'known';
      /** Local calendar day of the act. */
      readonly day: string;
      /** All stages that hold the day; none where it lies before, between or after them. */
      readonly stages: readonly Stage[];
      readonly where: 'in' | 'before' | 'between' | 'after';
      readonly fixing: Fixing;
    }
  | {
      readonly kind: 'unknown';
      /** only-seen: the act's own time is not known · no-calendar: none chosen · undated: days of stages are not set. */
      readonly why: 'only-seen' | 'no-calendar' | 'undated';
      /** The day of the act, or the day by which it had happened. */
      readonly day: string;
      readonly fixing: Fixing;
    };

const isDated = (stage: Stage): stage is Stage & { from: string; to: string } => stage.from !== null && stage.to !== null;

export function stageAt(time: ActTime, calendar: Calendar | null, timeZone: Zone): StageAt {
  const day = toDay('at' in time ? time.at : time.seenAt, timeZone);
  if (calendar === null) return { kind: 'unknown', why: 'no-calendar', day, fixing: 'unknown' };
  const fixing = fixingAt(day, calendar);
  // Seen before candidates were set: it surely happened before. Seen afterwards, it can have happened at any time.
  if ('seenAt' in time) return { kind: 'unknown', why: 'only-seen', day, fixing: fixing === 'before' ? 'before' : 'unknown' };
  const dated = calendar.stages.filter(isDated);
  const stages = dated.filter(({ from, to }) => from <= day && day <= to);
  if (stages.length > 0) return { kind: 'known', day, stages, where: 'in', fixing };
  // A stage without days could hold this one.
  if (dated.length === 0 || dated.length < calendar.stages.length) return { kind: 'unknown', why: 'undated', day, fixing };
  const where = dated.every(({ from }) => day < from) ? 'before' : dated.every(({ to }) => to < day) ? 'after' : 'between';
  return { kind: 'known', day, stages: [], where, fixing };
}

function fixingAt(day: string, { stages }: Calendar): Fixing {
  const days = stages.filter((stage) => stage.kind === 'fixing');
  const dated = days.filter(isDated);
  // More than one day of setting (several offices): before the first, after the last, and in between nobody knows whose.
  if (dated.length === 0 || dated.length < days.length) return 'unknown';
  if (dated.every(({ from }) => day < from)) return 'before';
  if (dated.every(({ to }) => to < day)) return 'after';
  return dated.length === 1 ? 'same-day' : 'unknown';
}
