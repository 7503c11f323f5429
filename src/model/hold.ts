// A legal hold: while it is set, a finding is not deleted and its time of keeping does not run.
import { z } from 'zod';
import { hashSchema } from './hash.ts';

export const holdSchema = z.strictObject({
  /** Whose hold it is. */
  findingId: hashSchema,
  /** The last one said counts. */
  state: z.enum(['set', 'lifted']),
  /** In the monitor's own words: who asked for it, and why. */
  reason: z.string().min(1).max(2000),
  statedAt: z.iso.datetime(),
});
export type Hold = z.infer<typeof holdSchema>;
