// How well a site could be read, in numbers only: nothing of what was read, of whom, or where.
import { z } from 'zod';
import { platformIdSchema } from './account.ts';

export const tallySchema = z.strictObject({
  /** Items that were there to be read. */
  found: z.number().int().nonnegative(),
  /** Items that were read. */
  read: z.number().int().nonnegative(),
  /** Count of unreadable items by the first field that was missing. */
  unreadable: z.record(z.string().max(100), z.number().int().nonnegative()),
});
export type Tally = z.infer<typeof tallySchema>;

export const dayTallySchema = z.strictObject({
  /** What stood on the screen. */
  page: tallySchema,
  /** What the site's own data held. */
  wire: tallySchema,
  /** Pages on which nothing could be read although there was something. */
  blind: z.number().int().nonnegative(),
});
export type DayTally = z.infer<typeof dayTallySchema>;

/** By site, then by day of the computer's calendar (YYYY-MM-DD). */
export const talliesSchema = z.partialRecord(platformIdSchema, z.record(z.string().regex(/^\d{4}-\d\d-\d\d$/), dayTallySchema));
export type Tallies = z.infer<typeof talliesSchema>;
