// How well each site could be read, day by day: small numbers, written a little later than they arise.
import { toLocalIso } from '../lib/time.ts';
import type { PlatformId } from '../model/account.ts';
import type { Health } from '../model/messages.ts';
import { NO_TALLY } from '../model/no-tally.ts';
import type { DayTally, Tallies, Tally } from '../model/tally.ts';

export interface Tallying {
  /** What has been added on one page between two of its reports. */
  count(platform: PlatformId, before: Health, after: Health): void;
  /** Resolves once all that was counted is written. */
  settled(): Promise<void>;
}

/** Days that are kept, today included. */
const DAYS = 30;
/** Ms: a page that is scrolled reports three times a second. */
const WRITE_MS = 1500;
const NO_DAY: DayTally = { page: NO_TALLY, wire: NO_TALLY, blind: 0 };

/** @param today the day of the computer's calendar, YYYY-MM-DD */
export function keepTallies(
  load: () => Promise<Tallies>,
  save: (tallies: Tallies) => Promise<void>,
  today: () => string = () => toLocalIso(new Date()).slice(0, 10),
): Tallying {
  let waiting: { platform: PlatformId; day: string; add: (day: DayTally) => DayTally }[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function write(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(async () => {
      const work = waiting;
      waiting = [];
      if (work.length === 0) return;
      // A counter that cannot be written must not hold up the page's own state.
      const kept = await load().catch((): Tallies => ({}));
      for (const { platform, day, add } of work) kept[platform] = { ...kept[platform], [day]: add(kept[platform]?.[day] ?? NO_DAY) };
      await save(withoutOld(kept, today())).catch(() => undefined);
    });
    return writing;
  }

  return {
    count(platform, before, after) {
      const add = toGrowth(before, after);
      if (add === null) return;
      waiting.push({ platform, day: today(), add });
      timer ??= setTimeout(() => void write(), WRITE_MS);
    },
    settled: write,
  };
}

/** The difference of two reports, as what to do with a day; null if there is none. */
export function toGrowth(before: Health, after: Health): ((day: DayTally) => DayTally) | null {
  const turned = after.state === 'blind' && before.state !== 'blind' ? 1 : 0;
  const page = isSame(before, after);
  const wire = isSame(before.wire ?? NO_TALLY, after.wire ?? NO_TALLY);
  if (page && wire && turned === 0) return null;
  return (day) => ({
    page: grow(day.page, before, after),
    wire: grow(day.wire, before.wire ?? NO_TALLY, after.wire ?? NO_TALLY),
    blind: day.blind + turned,
  });
}

const isSame = (a: Tally, b: Tally) =>
  a.found === b.found && a.read === b.read && JSON.stringify(a.unreadable) === JSON.stringify(b.unreadable);

/** An item may be unreadable at first and be drawn to its end later: a day takes that back, but never falls below nothing. */
function grow(day: Tally, before: Tally, after: Tally): Tally {
  const plus = (kept: number, was: number, is: number) => Math.max(0, kept + is - was);
  const fields = [...new Set([...Object.keys(day.unreadable), ...Object.keys(before.unreadable), ...Object.keys(after.unreadable)])];
  const counts = fields.map((field) => [
    field,
    plus(day.unreadable[field] ?? 0, before.unreadable[field] ?? 0, after.unreadable[field] ?? 0),
  ]);
  return {
    found: plus(day.found, before.found, after.found),
    read: plus(day.read, before.read, after.read),
    unreadable: Object.fromEntries(counts.filter(([, n]) => n !== 0)) as Record<string, number>,
  };
}

function withoutOld(tallies: Tallies, day: string): Tallies {
  const oldest = new Date(Date.parse(`${day}T00:00:00Z`) - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
  return Object.fromEntries(
    Object.entries(tallies).map(([platform, days]) => [
      platform,
      Object.fromEntries(Object.entries(days).filter(([one]) => one >= oldest)),
    ]),
  );
}
