// What our own pages ask for on findings that are kept: always a later record, never a change of an earlier one.
import { z } from 'zod';
import { erasureAskerSchema, erasureReasonSchema, referenceSchema } from './erasure.ts';
import { hashSchema } from './hash.ts';
import { correctedFieldSchema } from './note.ts';
import { recheckSeenSchema, recheckStateSchema } from './recheck.ts';

/** A note or a correction as the monitor wrote it; who and when is added by the background. */
export const noteSaidSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), text: z.string().trim().min(1).max(5000) }),
  z.strictObject({
    kind: z.literal('correction'),
    field: correctedFieldSchema,
    read: z.string().max(5000),
    right: z.string().trim().min(1).max(5000),
    why: z.string().trim().min(1).max(2000),
  }),
]);

const findingIdsSchema = z.array(hashSchema).min(1).max(10_000);

/** The fields are those of the records that come of them. */
export const laterRequestSchema = z.discriminatedUnion('type', [
  /** Answer: { seq } or { refused }. */
  z.strictObject({ type: z.literal('note'), findingId: hashSchema, said: noteSaidSchema }),
  /** Answer: { seq } or { refused }. */
  z.strictObject({
    type: z.literal('hold'),
    findingId: hashSchema,
    state: z.enum(['set', 'lifted']),
    reason: z.string().trim().min(1).max(2000),
  }),
  /** What was read so far in the tab that the monitor opened for a re-check. Answer: RecheckSeen. */
  z.strictObject({ type: z.literal('recheck-look'), findingId: hashSchema, tabId: z.number().int() }),
  /** Answer: { seq } or { refused }. */
  z.strictObject({
    type: z.literal('recheck'),
    findingId: hashSchema,
    url: z.url().max(4096),
    openedAt: z.iso.datetime(),
    state: recheckStateSchema,
    seen: recheckSeenSchema,
    /** Number of the newest capture when the tab was opened: a newer one belongs to the re-check. */
    after: z.number().int().nonnegative(),
    note: z.string().max(2000),
  }),
  /** What a deletion would destroy, and what stands against it. Answer: ErasurePreview. */
  z.strictObject({ type: z.literal('erase-look'), findingIds: findingIdsSchema }),
  /** Destroys findings for good. Answer: { seq } of the record that stays, or { refused }. */
  z.strictObject({
    type: z.literal('erase'),
    findingIds: findingIdsSchema,
    reason: erasureReasonSchema,
    askedBy: erasureAskerSchema,
    request: z.strictObject({ reference: referenceSchema, receivedOn: z.iso.date() }).nullable(),
  }),
]);
export type LaterRequest = z.infer<typeof laterRequestSchema>;

const TYPES: ReadonlySet<string> = new Set<LaterRequest['type']>(['note', 'hold', 'recheck-look', 'recheck', 'erase-look', 'erase']);

/** Whether a message that was parsed already is one of these. */
export function isLaterRequest(message: { readonly type: string }): message is LaterRequest {
  return TYPES.has(message.type);
}

/** What a deletion comes to, in numbers. */
export interface ErasurePreview {
  /** Records whose content goes, and images and sources that go with them. */
  readonly records: number;
  readonly files: number;
  /** Images and sources that stay because another finding needs them. */
  readonly sharedFiles: number;
  /** Bundles that were written with one of these findings. */
  readonly bundleIds: readonly string[];
  /** Findings under a legal hold: nothing is deleted while one is among them. */
  readonly held: readonly string[];
}
