// The counters of the last days as rows of a table.
import type { PlatformId } from '../../model/account.ts';
import { NO_TALLY } from '../../model/no-tally.ts';
import type { DayTally, Tallies, Tally } from '../../model/tally.ts';

export interface TallyRow {
  readonly site: PlatformId;
  readonly today: DayTally;
  readonly week: DayTally;
}

const WEEK = 7;

/** One row for each site that was read in the last seven days. @param day today, YYYY-MM-DD */
export function toTallyRows(tallies: Tallies, day: string): TallyRow[] {
  const oldest = new Date(Date.parse(`${day}T00:00:00Z`) - (WEEK - 1) * 86_400_000).toISOString().slice(0, 10);
  return (Object.entries(tallies) as [PlatformId, Record<string, DayTally>][])
    .map(([site, days]) => {
      const of = (from: string) =>
        sum(
          Object.entries(days)
            .filter(([one]) => one >= from && one <= day)
            .map(([, tally]) => tally),
        );
      return { site, today: of(day), week: of(oldest) };
    })
    .filter(({ week }) => week.page.found + week.wire.found + week.blind > 0);
}

/** Unreadable items, whatever they lacked. */
export const lostOf = ({ unreadable }: Tally): number => Object.values(unreadable).reduce((all, n) => all + n, 0);

function sum(days: readonly DayTally[]): DayTally {
  const add = (a: Tally, b: Tally): Tally => {
    const unreadable = { ...a.unreadable };
    for (const [field, n] of Object.entries(b.unreadable)) unreadable[field] = (unreadable[field] ?? 0) + n;
    return { found: a.found + b.found, read: a.read + b.read, unreadable };
  };
  return days.reduce<DayTally>((a, b) => ({ page: add(a.page, b.page), wire: add(a.wire, b.wire), blind: a.blind + b.blind }), {
    page: NO_TALLY,
    wire: NO_TALLY,
    blind: 0,
  });
}
