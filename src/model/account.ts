// Who somebody is on a site, and who is on the two lists a monitor brings.
import { z } from 'zod';
import { campaignFields } from './campaign.ts';
import { regionSchema } from './region.ts';

export const PLATFORM_IDS = ['facebook', 'instagram', 'x', 'tiktok', 'youtube', 'threads'] as const;
/** The sites Netra knows by name. */
export const platformIdSchema = z.enum(PLATFORM_IDS);
export type PlatformId = z.infer<typeof platformIdSchema>;
/** What each calls itself. */
export const PLATFORM_NAMES: Readonly<Record<PlatformId, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  threads: 'Threads',
};

export const SITE_IDS = [...PLATFORM_IDS, 'other'] as const;
/** Where something was seen: a site that Netra knows, or any other, of which only the page's address tells which. */
export const siteIdSchema = z.enum(SITE_IDS);
export type SiteId = z.infer<typeof siteIdSchema>;

/** Ids stay strings: several sites use numbers above 2^53, which a JavaScript number would round. */
const idSchema = z.string().min(1).max(256);

/** An account as a page or a payload shows it. At least one of `id`, `handle` is needed to match it to a list. */
export const accountSchema = z.strictObject({
  /** The site's own permanent id (Facebook numeric id, X rest_id…), or null where it is not shown. */
  id: idSchema.nullable(),
  /** The changeable name in the account's address, without @, as the site writes it, or null. */
  handle: z.string().min(1).max(256).nullable(),
  /** The display name as shown. Never used to match: many people share one. */
  name: z.string().max(2000).nullable(),
  /** Absolute address of the profile, or null. */
  url: z.string().max(4000).nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** Standing of a person in the civil service, as the registry's issuer states it. */
export const statusSchema = z.enum(['PNS', 'PPPK', 'non-ASN']);

/** How the tie between an account and a person is known, and how many people looked at it. A name alone never makes one. */
export const linkSchema = z.strictObject({
  /** declared: the person said so · personnel: the personnel office said so · monitor: a monitor found it · other: see `basis`. */
  source: z.enum(['declared', 'personnel', 'monitor', 'other']),
  /** Confirmed by two people, by one, or by nobody yet; unstated: the list names the source and does not say who looked. */
  state: z.enum(['two', 'one', 'unconfirmed', 'unstated']),
});
export type Link = z.infer<typeof linkSchema>;

/** A name that an account bore before, as its issuer says. It never ties anything: somebody else may bear it by now. */
export const earlierHandleSchema = z.strictObject({
  handle: z.string().min(1).max(256),
  /** Calendar days on which the issuer first and last saw it, "2024-09-25"; null where the list does not say. */
  firstSeenOn: z.iso.date().nullable(),
  lastSeenOn: z.iso.date().nullable(),
});
export type EarlierHandle = z.infer<typeof earlierHandleSchema>;

/** The list that a row comes from, by what it said of itself when the row was looked up: it may be changed or removed since. */
export const rowListSchema = z.strictObject({
  /** What the user calls it. */
  title: z.string().min(1).max(200),
  /** Office or organisation that made it. */
  issuer: z.string().min(1).max(300),
  /** Why it may be made and used, in the issuer's words; '' if nothing was stated. */
  legalBasis: z.string().max(1000),
  /** Calendar day on which it was made, "2026-11-22". */
  madeOn: z.iso.date(),
  /** Last calendar day on which it holds, "2026-12-31". */
  expiresOn: z.iso.date(),
  /** Where the people on it work; null where the list does not say. */
  region: regionSchema.nullable(),
});
export type RowList = z.infer<typeof rowListSchema>;

/** One row of the registry: one account that its issuer says belongs to one civil servant. */
export const guardedAccountSchema = z.strictObject({
  platform: platformIdSchema,
  id: idSchema.nullable(),
  handle: z.string().min(1).max(256).nullable(),
  /** The person's name as the registry writes it. */
  person: z.string().min(1).max(500),
  /** Office the person works for (unit kerja). */
  unit: z.string().max(500),
  status: statusSchema,
  /** How the issuer knows that the account is this person's, in the issuer's words (e.g. "pernyataan sendiri"). */
  basis: z.string().max(500),
  /** How the tie to the person is known; missing in lists that were kept before it was asked for. */
  link: linkSchema.optional(),
  /** Names that the account bore before, newest knowledge of the issuer; missing where the list gives none. */
  earlierHandles: z.array(earlierHandleSchema).max(20).optional(),
  /** Which list it comes from; missing likewise. */
  listId: z.uuid().optional(),
  /** Whose list says it; missing in evidence that was kept before it was recorded, and in ties that a monitor proposed. */
  list: rowListSchema.optional(),
  /** Other lists that say the same of this account, each with its papers; missing where no other does. */
  alsoOn: z
    .array(z.strictObject({ listId: z.uuid(), list: rowListSchema }))
    .min(1)
    .max(20)
    .optional(),
});
export type GuardedAccount = z.infer<typeof guardedAccountSchema>;

/** One row of the campaign list: an account of a candidate, a party or a campaign team. */
export const watchedAccountSchema = z.strictObject({
  platform: platformIdSchema,
  id: idSchema.nullable(),
  handle: z.string().min(1).max(256).nullable(),
  /** Candidate or pair the account serves; of a party's account the party. */
  candidate: z.string().min(1).max(500),
  /** Office stood for, e.g. "Bupati". */
  office: z.string().max(500),
  region: z.string().max(500),
  /** Registered with the KPU as an official campaign account; null where the list does not say. */
  official: z.boolean().nullable(),
  ...campaignFields,
});
export type WatchedAccount = z.infer<typeof watchedAccountSchema>;

/** A word or hashtag that marks a campaign's posts on any site. Matched as a whole word, without regard to case. */
export const watchedWordSchema = z.strictObject({
  word: z.string().min(2).max(200),
  candidate: z.string().min(1).max(500),
  office: z.string().max(500),
  region: z.string().max(500),
  /** Also found with Indonesian affixes ("mencoblos" for "coblos"); the reason then says which form was found. */
  affixes: z.literal(true).optional(),
  ...campaignFields,
});
export type WatchedWord = z.infer<typeof watchedWordSchema>;
