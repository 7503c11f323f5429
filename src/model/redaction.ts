// A later change of what is covered in a kept picture. Nothing is overwritten: each change is a record of its own, with the picture that
// it gave and the hash of the one it was made from.
import { z } from 'zod';
import { artefactSchema, boxSchema } from './capture.ts';
import { hashSchema } from './hash.ts';

/** Fewest signs of a reason: "salah" is none. */
export const SHORTEST_REASON = 10;
/** What the monitor names to be taken out of a page's source and copy. */
export const blockedWordsSchema = z.array(z.string().trim().min(3).max(200)).max(20);
/** Why something that protects other people is undone, in the monitor's own words. */
export const reasonSchema = z.string().trim().min(SHORTEST_REASON).max(1000);

export const redactionSchema = z.strictObject({
  /** Whose picture, and when it was changed by the computer's clock. */
  findingId: hashSchema,
  captureId: z.uuid(),
  statedAt: z.iso.datetime(),
  /** Covered by the monitor now; pixels of the cut-out item. */
  added: z.array(boxSchema).max(100),
  /** Boxes that Netra had drawn and that the monitor took away, each for a reason; only where the original was kept. */
  removed: z.array(z.strictObject({ box: boxSchema, reason: reasonSchema })).max(100),
  /** How often words that the monitor named became blocks in the page's source and copy; the words themselves are nowhere recorded. */
  blocked: z.int().positive().optional(),
  /** What is handed on from here on in the place of the files with the same roles; those before stay kept. */
  artefacts: z
    .array(artefactSchema.refine(({ role }) => role.startsWith('redacted')))
    .min(1)
    .max(3)
    .refine((all) => new Set(all.map(({ role }) => role)).size === all.length),
});
export type Redaction = z.infer<typeof redactionSchema>;
