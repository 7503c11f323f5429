// A later look at a finding's address: what Netra read there, and, apart from it, what the monitor says of it.
import { z } from 'zod';
import { hashSchema } from './hash.ts';

/** there: still to be seen · deleted: said by the monitor, never by the program · renamed: the account has another name · unsure: cannot be told. */
export const recheckStateSchema = z.enum(['there', 'deleted', 'renamed', 'unsure']);
export type RecheckState = z.infer<typeof recheckStateSchema>;

/**
 * What the page's reader met in the tab that the monitor opened.
 * nothing: neither the act nor the account was read; it says nothing about whether they are there.
 */
export const recheckSeenSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('same-act') }),
  z.strictObject({
    kind: z.literal('other-handle'),
    /** The handles of the same stable account id: in the evidence, and on the page now. */
    handleThen: z.string().max(300),
    handleNow: z.string().max(300),
    /** Whether the same act was read as well. */
    sameAct: z.boolean(),
  }),
]);
export type RecheckSeen = z.infer<typeof recheckSeenSchema>;

export const recheckSchema = z.strictObject({
  /** Which finding was looked at again. */
  findingId: hashSchema,
  /** The address that was opened, and when. */
  url: z.url().max(4096),
  openedAt: z.iso.datetime(),
  /** When the monitor stated what they saw. */
  statedAt: z.iso.datetime(),
  /** The monitor's word. */
  state: recheckStateSchema,
  /** Netra's, apart from it. */
  seen: recheckSeenSchema,
  /** Number of the capture that was taken in the course of it, or null. */
  capture: z.number().int().positive().nullable(),
  /** The monitor's own words, or ''. */
  note: z.string().max(2000),
});
export type Recheck = z.infer<typeof recheckSchema>;
