// What a bundle says of itself, and what a verifier says of a bundle.
import { z } from 'zod';

/** A failed check names the file; `cannot` is for what could not be looked at, never a silent pass. */
export const verdictSchema = z.enum(['pass', 'fail', 'cannot']);
export const checkSchema = z.strictObject({
  /** Stable name: archive, structure, payload, tags, sshsig, der, key, log, records, artefacts, time. */
  check: z.enum(['archive', 'structure', 'payload', 'tags', 'sshsig', 'der', 'key', 'log', 'records', 'artefacts', 'time']),
  verdict: verdictSchema,
  /** Plain sentences in the language that was asked for; a program's output is Indonesian. */
  say: z.string(),
  /** Files that the verdict is about; empty when it passed. */
  files: z.array(z.string()),
});
export type Check = z.infer<typeof checkSchema>;

export const verificationSchema = z.strictObject({
  /** Every check passed; one that could not be carried out does not count as passed. */
  ok: z.boolean(),
  /** The bundle's own random name (UUID), or null where it cannot be read. */
  bundleId: z.string().nullable(),
  /** "SHA256:…" of the key that signed it; to be compared with the one on paper. */
  keyFingerprint: z.string().nullable(),
  /** Keys that signed the same log before, oldest first: the log says at which record each was followed by the next. */
  earlierKeys: z.array(z.string()),
  checks: z.array(checkSchema),
});
export type Verification = z.infer<typeof verificationSchema>;
