// What the background says of the storage: whether it is as it was left, and what has to be done.
import { z } from 'zod';
import { hashSchema } from './hash.ts';

/** fresh and sound: evidence can be kept. All others: something happened to the storage; nothing is written until it is repaired. */
export const conditionSchema = z.enum([
  'fresh',
  'sound',
  'newer',
  'unopenable',
  'wiped',
  'rolled-back',
  'cut',
  'forked',
  'key-lost',
  'lock-lost',
]);

export const rangeSchema = z.strictObject({
  /** First number that is missing. */
  from: z.number().int().nonnegative(),
  /** Last number that is missing. */
  to: z.number().int().nonnegative(),
});

/** What a repair brought back, and what it could not. */
export const rescuedSchema = z.strictObject({
  /** Records put back into the database. */
  records: z.number().int().nonnegative(),
  /** Images and sources put back. */
  artefacts: z.number().int().nonnegative(),
  missing: z.array(rangeSchema),
  missingArtefacts: z.array(hashSchema),
  newKey: z.boolean(),
});
export type Rescued = z.infer<typeof rescuedSchema>;

export const storageStateSchema = z.strictObject({
  /** What the comparison of database, second copy and anchor found at the start. */
  condition: conditionSchema,
  /** Acknowledged records that neither place has, as far as their ends tell. */
  missing: rangeSchema.nullable(),
  /** Records in the database, and in the copy beside it; null where it cannot be opened. */
  inDatabase: z.number().int().nonnegative().nullable(),
  inJournal: z.number().int().nonnegative().nullable(),
  /** A write failed in this session of the browser: nothing more is written until it was closed. */
  stopped: z.boolean(),
  /** low: warn · full: no new captures. unknown where the browser does not tell. */
  space: z.enum(['enough', 'low', 'full', 'unknown']),
  /** The evidence cannot be read, and nothing is kept, until the lock is opened. */
  locked: z.boolean(),
  /** What was kept before there was a lock is being sealed: how far it is. Null where nothing is. */
  sealing: z.strictObject({ done: z.number().int().nonnegative(), total: z.number().int().nonnegative() }).nullable(),
  /** Since the browser started, something that was kept before there was a lock was sealed: remains of it may stay on the disk. */
  remains: z.boolean(),
});
export type StorageState = z.infer<typeof storageStateSchema>;
