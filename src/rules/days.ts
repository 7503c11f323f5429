// Calendar days as text, "2026-11-22": no clock, and no time zone but the one that is named.
import type { Zone } from '../model/rules.ts';

const DAY_MS = 86_400_000;
const toMs = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The local calendar day at a moment. @param iso ISO 8601 with an offset or Z */
export function toDay(iso: string, timeZone: Zone): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(iso),
  );
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}

export function addDays(day: string, count: number): string {
  return new Date(toMs(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one to the other; negative if `to` lies before. */
export function countDays(from: string, to: string): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** Saturdays and Sundays. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(toMs(day)).getUTCDay());
}

/** The last of `count` working days after a day, which itself is not counted. @param closed holidays */
export function addWorkingDays(day: string, count: number, closed: ReadonlySet<string>): string {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (!isWeekend(last) && !closed.has(last)) left--;
  }
  return last;
}
