// What the folder of one list of the registry holds.
import { z } from 'zod';
import { hashSchema } from './hash.ts';

const fileSchema = z.strictObject({
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** SHA-256 over the SHA-256 of each mebibyte. */
  hash: hashSchema,
});

export const manifestSchema = z.strictObject({
  /** How the files are laid out. */
  format: z.literal('netra-registry-1'),
  /** Every other file of the folder. */
  files: z.strictObject({
    /** How many keys each block of the index has, and the filters' seeds and check sums. */
    directory: fileSchema,
    /** Answers "surely not on the list" from memory. */
    filter: fileSchema,
    /** Keyed digests of accounts, in blocks, and where their records stand. */
    index: fileSchema,
    /** As `directory`, of the index of names. */
    namesDirectory: fileSchema,
    /** Keyed digests of pairs of names. */
    namesIndex: fileSchema,
    /** The rows, each sealed for who knows its account. */
    records: fileSchema,
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type FileName = keyof Manifest['files'];
