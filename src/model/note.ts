// A later word of the monitor on a finding. It stands beside what was kept, and changes nothing of it.
import { z } from 'zod';
import { hashSchema } from './hash.ts';

/** What of a finding a correction is about. */
export const correctedFieldSchema = z.enum([
  'person',
  'unit',
  'handle',
  'name',
  'act',
  'text',
  'stated-time',
  'target',
  'address',
  'other',
]);
export type CorrectedField = z.infer<typeof correctedFieldSchema>;

const said = { findingId: hashSchema, statedAt: z.iso.datetime() };

/** note: whatever is worth saying · correction: what was read is not right; the original stays as it is. */
export const noteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...said, kind: z.literal('note'), text: z.string().min(1).max(5000) }),
  z.strictObject({
    ...said,
    kind: z.literal('correction'),
    field: correctedFieldSchema,
    /** What the evidence says, as it was read; '' where it says nothing. */
    read: z.string().max(5000),
    /** What is right, in the monitor's word. */
    right: z.string().min(1).max(5000),
    why: z.string().min(1).max(2000),
  }),
]);
export type Note = z.infer<typeof noteSchema>;
