// A place in Indonesia's administration.
import { z } from 'zod';

/** An administrative region; the scheme's name goes with every code, since codes of different schemes look alike. */
export const regionSchema = z.strictObject({
  scheme: z.literal('kemendagri'),
  /** "PP", "PP.KK" or "PP.KK.CC". */
  code: z.string().regex(/^\d{2}(\.\d{2}){0,2}$/),
  name: z.string().min(1).max(200),
});
export type Region = z.infer<typeof regionSchema>;
