// How long what was kept may be kept: days that the user sets, counted from what was last done with a finding.
import { z } from 'zod';

/**
 * From when the days are counted. handed-over: the last bundle with it was written · set-aside: the reviewer found nothing in it ·
 * last-word: the last capture, decision or other word on it, where neither of the others is the case.
 */
export const retentionStartSchema = z.enum(['handed-over', 'set-aside', 'last-word']);
export type RetentionStart = z.infer<typeof retentionStartSchema>;

const daysSchema = z.number().int().min(1).max(3650);

/** The user's own periods, in whole days; kept in storage.local, without personal data. */
export const retentionDaysSchema = z.strictObject({
  /** After the start of that name. */
  'handed-over': daysSchema,
  'set-aside': daysSchema,
  'last-word': daysSchema,
});
export type RetentionDays = z.infer<typeof retentionDaysSchema>;
