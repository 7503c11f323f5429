// Marking by hand: what the page tells of a picked item, what Netra proposes from it, and what the monitor states.
import { z } from 'zod';
import { guardedAccountSchema, platformIdSchema, siteIdSchema, watchedAccountSchema } from './account.ts';
import { gradeSchema, handSchema } from './match.ts';
import { actionSchema, reactionSchema } from './sighting.ts';
import { stoodFields } from './stood.ts';

const addressSchema = z
  .string()
  .max(4000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));

/** What stands in and around a picked item, unjudged. */
export const pickFactsSchema = z.strictObject({
  /** The item's own text. */
  words: z.string().max(100_000),
  /** Addresses of links: inside the item, or around it on the page. */
  links: z.array(z.strictObject({ url: addressSchema, where: z.enum(['item', 'around']) })).max(300),
  /** Account names that the item's words write with an @. */
  handles: z.array(z.string().min(1).max(256)).max(50),
  /** Times inside the item: as shown, and exactly where the page's markup states it. */
  times: z.array(z.strictObject({ shown: z.string().max(200), at: z.iso.datetime().nullable() })).max(20),
  /** Pictures and videos inside the item. */
  images: z.number().int().nonnegative(),
});
export type PickFacts = z.infer<typeof pickFactsSchema>;

/** Names one row of a list: all three as the list writes them. */
export const rowKeySchema = z.strictObject({
  platform: platformIdSchema,
  id: z.string().max(256).nullable(),
  handle: z.string().max(256).nullable(),
});
export type RowKey = z.infer<typeof rowKeySchema>;

/** What Netra proposes. Only people on a list: accounts on neither are counted and not named. */
export const proposalSchema = z.strictObject({
  actors: z.array(z.strictObject({ row: guardedAccountSchema, from: handSchema.shape.actorFrom, grade: gradeSchema })).max(20),
  campaigns: z.array(z.strictObject({ row: watchedAccountSchema, from: handSchema.shape.actorFrom })).max(20),
  /** Accounts found that are on neither list. */
  others: z.number().int().nonnegative(),
  /** Addresses that could be the act's own item, or what was acted upon. */
  addresses: z
    .array(z.strictObject({ url: addressSchema, by: z.enum(['actor', 'campaign', 'page']), from: z.enum(['item', 'around', 'page']) }))
    .max(40),
  action: actionSchema.nullable(),
  words: z.string().max(100_000),
  times: pickFactsSchema.shape.times,
  images: z.number().int().nonnegative(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What the monitor states; who and which campaign are rows of the lists, never free text. */
export const statementSchema = z.strictObject({
  pickId: z.uuid(),
  actor: rowKeySchema,
  action: actionSchema,
  reaction: reactionSchema.nullable(),
  campaign: rowKeySchema,
  /** Address of the act's own item, or null. */
  itemUrl: addressSchema.nullable(),
  /** Address of what was acted upon, or null. */
  targetUrl: addressSchema.nullable(),
  /** The account's own words, or null where the act has none. */
  words: z.string().max(100_000).nullable(),
  /** The time as the page shows it, or null. */
  shownAt: z.string().max(200).nullable(),
  note: handSchema.shape.note,
});
export type Statement = z.infer<typeof statementSchema>;

/** Why a picking ended without an item. escape: by the monitor · page: the page would not let our layer stay. */
export const pickEndSchema = z.enum(['escape', 'page']);

/** One picking in one tab; kept in storage.session under `pick:<id>`, gone with the browser. */
export const pickStateSchema = z.strictObject({
  pickId: z.uuid(),
  gesture: z.enum(['panel', 'shortcut', 'menu']),
  site: siteIdSchema,
  phase: z.enum(['picking', 'picked', 'no-permission', ...pickEndSchema.options]),
  url: z.string().max(4000),
  pickedAt: z.iso.datetime().nullable(),
  proposal: proposalSchema.nullable(),
});
export type PickState = z.infer<typeof pickStateSchema>;

export type { ToPicker } from './to-page.ts';

/** A picked item as it stood on the screen at one moment. */
export const pickMeasuredSchema = z.strictObject({ ...stoodFields, facts: pickFactsSchema });
export type PickMeasured = z.infer<typeof pickMeasuredSchema>;
