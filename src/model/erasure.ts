// What stays in the log where the content of records was destroyed: a statement that names nobody.
import { z } from 'zod';
import { hashSchema } from './hash.ts';

/**
 * retention-reached: its time of keeping was over · set-aside: the reviewer had found nothing in it ·
 * subject-request: somebody asked for their data to be deleted · mistaken-capture: it should not have been taken.
 */
export const erasureReasonSchema = z.enum(['retention-reached', 'set-aside', 'subject-request', 'mistaken-capture']);
export type ErasureReason = z.infer<typeof erasureReasonSchema>;

/** Who asked for the deletion: a role, never a name. */
export const erasureAskerSchema = z.enum(['monitor', 'coordinator', 'data-subject', 'authority']);
export type ErasureAsker = z.infer<typeof erasureAskerSchema>;

/** A number of a letter: no blanks and at least one digit, so that nobody's name gets in. */
export const referenceSchema = z
  .string()
  .max(60)
  .regex(/^(?=.*\d)[A-Za-z0-9./_-]+$/);

/**
 * States that the content of some records is destroyed. Holds no personal data: no finding, account, person or address,
 * only numbers of records and hashes of files, which the log and the signature already show.
 */
export const erasureSchema = z.strictObject({
  /** Why, and who asked for it. */
  reason: erasureReasonSchema,
  askedBy: erasureAskerSchema,
  /** The letter with which it was asked for, and its day; null where nobody wrote one. */
  request: z.strictObject({ reference: referenceSchema, receivedOn: z.iso.date() }).nullable(),
  /** When the destruction was ordered, ISO 8601 UTC. The destruction follows at once, or at the next start. */
  erasedAt: z.iso.datetime(),
  /** How many findings were destroyed whole. */
  findingCount: z.number().int().positive(),
  /** Numbers of the records whose content and salt are destroyed, ascending. Their lines stay. */
  seqs: z.array(z.number().int().positive()).min(1).max(1_000_000),
  /** Bundles that were written with one of these findings: they lie outside Netra, and are not destroyed. */
  bundleIds: z.array(z.uuid()).max(100_000),
  /** SHA-256 of the images and sources that are destroyed: those that no record outside `seqs` names. */
  hashes: z.array(hashSchema).max(1_000_000),
});
export type Erasure = z.infer<typeof erasureSchema>;
