// Whether a row of the campaign list flags an act, by the days that the list states.
import { toLocalIso } from '../lib/time.ts';
import { type CampaignFacts, isActiveOn } from '../model/campaign.ts';
import type { Sighting } from '../model/sighting.ts';

/** The act's calendar day on this computer's calendar, and what it is taken from. */
export interface ActDay {
  /** null: the site shows no exact time, and nobody told when it was seen. */
  readonly day: string | null;
  readonly dated: 'act' | 'seen';
}

/** The day of the act itself where the site states its exact time, else the day on which it was seen. @param seenOn "2026-11-22" */
export function dayOf({ at }: Pick<Sighting, 'at'>, seenOn: string | null): ActDay {
  return at === null ? { day: seenOn, dated: 'seen' } : { day: toLocalIso(new Date(at)).slice(0, 10), dated: 'act' };
}

/**
 * {} for a row without stated days, which always flags; what the day was taken from for one that is active on it; null for one that
 * is not, or of which it cannot be known.
 */
export function findActive(row: Pick<CampaignFacts, 'active'>, { day, dated }: ActDay): { readonly dated?: 'act' | 'seen' } | null {
  if (row.active === undefined) return {};
  return day !== null && isActiveOn(row, day) ? { dated } : null;
}
