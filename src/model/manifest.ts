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
  format: z.literal('netra-registry-1'),
  files: z.strictObject({ directory: fileSchema, filter: fileSchema, index: fileSchema, records: fileSchema }),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type FileName = keyof Manifest['files'];
