// What a campaign list may say beside whose account or word it is. All of it may be missing: older lists and older evidence lack it.
import { z } from 'zod';

export const TARGET_KINDS = ['candidate', 'party', 'team'] as const;
/** Whose account or word it is: a candidate's (or pair's), a party's, or a campaign team's (tim kampanye, relawan). */
export const targetKindSchema = z.enum(TARGET_KINDS);
export type TargetKind = z.infer<typeof targetKindSchema>;

export const SEATS = ['president', 'dpr', 'dpd', 'dprd-prov', 'dprd-kab', 'governor', 'regent', 'mayor'] as const;
/** The office stood for, each with its deputy; `dprd-kab` is the council of a regency or city. The list's own words stay in `office`. */
export const seatSchema = z.enum(SEATS);
export type Seat = z.infer<typeof seatSchema>;

export const STANDINGS = ['bakal calon', 'calon'] as const;
/** bakal calon: before the election body has fixed the candidates · calon: fixed (penetapan). */
export const standingSchema = z.enum(STANDINGS);
export type Standing = z.infer<typeof standingSchema>;

/** A calendar day without a time zone, "2024-09-22". */
const daySchema = z.iso.date();

/** One step of a candidacy, as the list states it. */
export const standingStepSchema = z.strictObject({
  standing: standingSchema,
  /** First day on which it holds, or null where the list does not say. */
  since: daySchema.nullable(),
});
export type StandingStep = z.infer<typeof standingStepSchema>;

/** Both days included; null: no end on that side. At least one is stated. */
export const periodSchema = z
  .strictObject({ from: daySchema.nullable(), to: daySchema.nullable() })
  .refine(({ from, to }) => (from !== null || to !== null) && (from === null || to === null || from <= to));
export type Period = z.infer<typeof periodSchema>;

/** Most values that one field of a row holds. */
export const MOST_VALUES = 40;

/** Fields of a campaign row, for spreading into the row's own schema. */
export const campaignFields = {
  kind: targetKindSchema.optional(),
  seat: seatSchema.optional(),
  /** Number on the ballot (nomor urut). */
  number: z.number().int().min(1).max(999).optional(),
  parties: z.array(z.string().min(1).max(200)).min(1).max(MOST_VALUES).optional(),
  /** Name of the campaign team. */
  team: z.string().min(1).max(300).optional(),
  /** Steps of the candidacy, in any order. */
  standings: z.array(standingStepSchema).min(1).max(MOST_VALUES).optional(),
  /** When the row flags. Missing: always, since the law covers the time before, during and after the campaign. */
  active: z.array(periodSchema).min(1).max(MOST_VALUES).optional(),
  /** Marked by the monitor on this computer; missing: it stands in an imported list. */
  markedAt: z.iso.datetime().optional(),
  note: z.string().min(1).max(1000).optional(),
};
export type CampaignFacts = z.infer<z.ZodObject<typeof campaignFields>>;

/** Whether a row flags an act of that calendar day; a row without stated periods always does. */
export function isActiveOn({ active }: Pick<CampaignFacts, 'active'>, day: string): boolean {
  return active === undefined || active.some(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
}

/**
 * The standing on a calendar day, so far as the list's dates tell it; null where they do not. Who is a candidate since a day was a
 * prospective one before it. A standing without a date is only given if the list states no other.
 */
export function standingOn({ standings = [] }: Pick<CampaignFacts, 'standings'>, day: string): Standing | null {
  const dated = standings.filter(({ since }) => since !== null).sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
  const last = dated.findLast(({ since }) => since !== null && since <= day);
  if (last !== undefined) return last.standing;
  if (dated[0]?.standing === 'calon') return 'bakal calon';
  if (dated.length > 0) return null;
  const said = new Set(standings.map(({ standing }) => standing));
  return said.size === 1 ? (standings[0]?.standing ?? null) : null;
}
