// A sighting that both lists know: who acted is on the registry, and what was acted upon is a campaign's.
import { z } from 'zod';
import { guardedAccountSchema, watchedAccountSchema, watchedWordSchema } from './account.ts';
import { sightingSchema } from './sighting.ts';

/**
 * How firmly an account on the site is tied to a row of a list.
 * id: the site's stable ids are equal · handle: only the handle is, which can change hands and needs confirming.
 * A display name never ties anything.
 */
export const gradeSchema = z.enum(['id', 'handle']);
export type Grade = z.infer<typeof gradeSchema>;

/**
 * Only where the list limits a row to certain days: what the act's day was taken from. act: the site's exact time · seen: the site
 * shows none, so it is the day on which it was seen.
 */
const datedSchema = z.enum(['act', 'seen']).optional();

/** Why the target counts as a campaign's. */
export const reasonSchema = z.discriminatedUnion('kind', [
  /** The post (or the post that a comment belongs to) is by a campaign account. */
  z.strictObject({
    kind: z.literal('author'),
    watched: watchedAccountSchema,
    grade: gradeSchema,
    /** The page names the post without its author; who wrote it was seen when the post itself was on screen earlier. */
    earlier: z.literal(true).optional(),
    dated: datedSchema,
  }),
  /** The act's own words tag a campaign account by a link. */
  z.strictObject({ kind: z.literal('tag'), watched: watchedAccountSchema, grade: gradeSchema, dated: datedSchema }),
  /** The monitor states that it is about this campaign; nothing on the page says so by a link. Only in what was marked by hand. */
  z.strictObject({ kind: z.literal('stated'), watched: watchedAccountSchema }),
  /** Campaign words stand in the act's own words (`own`) or in the post's (`post`). */
  z.strictObject({
    kind: z.literal('word'),
    watched: watchedWordSchema,
    where: z.enum(['own', 'post']),
    /** The form with affixes that was found, in lower case; missing: the word itself stands there. */
    form: z.string().min(2).max(300).optional(),
    dated: datedSchema,
  }),
]);
export type Reason = z.infer<typeof reasonSchema>;

/** What makes a match one by hand: the monitor picked the item and stated who did what, and no reader confirmed it. */
export const handSchema = z.strictObject({
  /**
   * What ties the item to the registry's row. item: a link inside the picked item leads to that account · around: only a link near
   * it does · monitor: nothing on the page does, the monitor chose the row.
   */
  actorFrom: z.enum(['item', 'around', 'monitor']),
  /** What is to be seen, in the monitor's own words; '' if nothing was written. */
  note: z.string().max(2000),
});
export type Hand = z.infer<typeof handSchema>;

const matchFields = z.strictObject({
  /** The act, without people who are on neither list. */
  sighting: sightingSchema,
  /** The registry's row. */
  guarded: guardedAccountSchema,
  /** How the actor is tied to that row. By hand never more than `handle`, unless the picked item's own link states the id. */
  grade: gradeSchema,
  /** At least one, strongest first. */
  reasons: z.array(reasonSchema).min(1).max(20),
  /** The actor stands on the campaign list as well: told to the reviewer, never resolved by the program. */
  onBothLists: z.boolean(),
  /** There if the monitor marked it by hand ("ditandai manual"); missing if a reader read it. */
  hand: handSchema.optional(),
});
/** Sites that no reader knows can only be marked by hand. */
export const matchSchema = matchFields.refine(({ sighting, hand }) => hand !== undefined || sighting.platform !== 'other');
export type Match = z.infer<typeof matchSchema>;
