// Files that records name and that are not in a bundle.
import { z } from 'zod';
import { artefactSchema } from './capture.ts';

/** One line of the list of files that are not in the bundle. */
export const withheldSchema = z.strictObject({
  /** Number of the record that names it. */
  seq: z.number().int().nonnegative(),
  role: artefactSchema.shape.role,
  hash: artefactSchema.shape.hash,
  /** other-people: it shows people who did nothing; the redacted file, or the one that was covered last, stands for it. */
  why: z.literal('other-people'),
});
export type Withheld = z.infer<typeof withheldSchema>;
