// Whether a list may be used today.
import { GRACE_DAYS, type Papers } from '../model/registry.ts';

/** used · grace: past its day, still flags and says so · expired: flags no more · off: switched off by the user. */
export type Standing = 'used' | 'grace' | 'expired' | 'off';

/** What a list's standing hangs on. */
export interface Held {
  /** Missing: switched on. */
  readonly isOn?: boolean;
  /** Missing in lists from before papers were asked for: those do not end. */
  readonly papers?: Papers;
}

/** @param today calendar day where the user is, "2026-11-22" */
export function standingOf({ isOn = true, papers }: Held, today: string): Standing {
  if (!isOn) return 'off';
  return papers === undefined ? 'used' : standingOn(papers.expiresOn, today);
}

/** How a list that is switched on stands by its last day alone. Both are calendar days. */
export function standingOn(expiresOn: string, today: string): Exclude<Standing, 'off'> {
  if (today <= expiresOn) return 'used';
  const last = new Date(Date.parse(`${expiresOn}T00:00:00Z`) + GRACE_DAYS * 86_400_000).toISOString().slice(0, 10);
  return today <= last ? 'grace' : 'expired';
}

/** The day by the clock of the user, whose midnight is meant by a list's papers. */
export function toDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
