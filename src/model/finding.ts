// A match with its evidence, under review.
import { z } from 'zod';
import { hashSchema } from './hash.ts';
import { matchSchema } from './match.ts';

/** seen: on the page now, nothing kept yet · captured: evidence kept, not judged · confirmed / set-aside: judged by the reviewer. */
export const findingStatusSchema = z.enum(['seen', 'captured', 'confirmed', 'set-aside']);
export type FindingStatus = z.infer<typeof findingStatusSchema>;

export const findingSchema = z.strictObject({
  /** SHA-256 over platform, act, actor and target or item: the same act seen twice is one finding. */
  findingId: hashSchema,
  match: matchSchema,
  status: findingStatusSchema,
  /** First seen by this computer, ISO 8601 UTC. */
  firstSeenAt: z.iso.datetime(),
  /** Log sequence numbers of the captures that belong to it. */
  captures: z.array(z.number().int()),
  note: z.string().max(5000),
});
export type Finding = z.infer<typeof findingSchema>;
