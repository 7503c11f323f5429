// The registry as it is kept: lists with their papers, and what is known of a person beyond one account's row.
import { z } from 'zod';
import { earlierHandleSchema, guardedAccountSchema } from './account.ts';
import { regionSchema } from './region.ts';

export { type Region, regionSchema } from './region.ts';

/** What a list says about itself. Shown wherever the list is used. */
export const papersSchema = z.strictObject({
  /** What the user calls it. */
  title: z.string().min(1).max(200),
  /** Office or organisation that made it. */
  issuer: z.string().min(1).max(300),
  /** Why it may be made and used, in the issuer's words (law, decree, agreement). */
  legalBasis: z.string().max(1000),
  region: regionSchema.nullable(),
  /** Election or stage that it was made for, in the issuer's words. */
  stage: z.string().max(300),
  /** Who may use it, in the issuer's words. */
  users: z.string().max(500),
  /** Calendar days, "2026-11-22". */
  madeOn: z.iso.date(),
  expiresOn: z.iso.date(),
});
export type Papers = z.infer<typeof papersSchema>;

/** Days after `expiresOn` in which a list still flags, with a notice on every screen that uses it. */
export const GRACE_DAYS = 14;

/** One list of the registry. */
export const registryListSchema = z.strictObject({
  listId: z.uuid(),
  papers: papersSchema,
  /** file: imported on this computer · package: a sealed package of an office, which can be matched and not listed. */
  origin: z.enum(['file', 'package']),
  /** Switched on by the user. */
  isOn: z.boolean(),
  importedAt: z.iso.datetime(),
  /** Names of the files it was made from. */
  files: z.array(z.string().max(300)).max(50),
  counts: z.strictObject({
    accounts: z.number().int().nonnegative(),
    people: z.number().int().nonnegative(),
    refused: z.number().int().nonnegative(),
    /** Accounts that rows of this list claim for different people; none of them is used. */
    ambiguous: z.number().int().nonnegative(),
  }),
});
export type RegistryList = z.infer<typeof registryListSchema>;

/** One row as an import hands it over: the registry's row and what only tells namesakes apart, which never goes into a finding. */
export const registryRowSchema = guardedAccountSchema.extend({
  /** NIP or NI PPPK as the list has it, digits only; tells namesakes apart and stays in the registry. */
  nip: z
    .string()
    .regex(/^\d{9,18}$/)
    .nullable(),
  /** Other handles that the issuer says the same account bore; may be empty. */
  earlierHandles: z.array(earlierHandleSchema).max(20),
});
export type RegistryRow = z.infer<typeof registryRowSchema>;

/** A key that this user trusts for packages of lists: they compared its fingerprint with the office that holds it. */
export const signerSchema = z.strictObject({
  /** "SHA256:…". */
  fingerprint: z.string().max(100),
  /** Whose it is, in the user's words. */
  name: z.string().min(1).max(200),
  trustedAt: z.iso.datetime(),
});
export type Signer = z.infer<typeof signerSchema>;

/** The head of a sealed package of a list ("paket register"). It is inside the sealed part: without opening it nothing of it shows. */
export const packageHeadSchema = z.strictObject({
  format: z.literal('netra-paket-register'),
  version: z.literal(1),
  listId: z.uuid(),
  papers: papersSchema,
  counts: registryListSchema.shape.counts,
  madeAt: z.iso.datetime(),
  /** The list's own secrets, base64: whoever holds them can ask about an account, and about nobody whose account they do not know. */
  secret: z.string().max(4000),
  /** The list's files, in the order in which they follow. */
  files: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/),
        bytes: z.number().int().nonnegative(),
        /** SHA-256. */
        hash: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(10_000),
});
export type PackageHead = z.infer<typeof packageHeadSchema>;
