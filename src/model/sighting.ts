// What one eye read, before anybody judged it.
import { z } from 'zod';
import { accountSchema, platformIdSchema, siteIdSchema } from './account.ts';

export const ACTIONS = ['like', 'comment', 'reply', 'share', 'quote', 'post', 'follow', 'appear'] as const;
/**
 * like: a reaction of any kind · comment: on a post · reply: to a comment, or on X to a post ·
 * share: passing a post on unchanged · quote: passing it on with words of one's own ·
 * post: an item of one's own · follow: seen in a list of followers or followed accounts ·
 * appear: shown in somebody else's picture or words; no reader gives it, only the monitor states it.
 */
export const actionSchema = z.enum(ACTIONS);
export type Action = z.infer<typeof actionSchema>;

export const reactionSchema = z.enum(['like', 'love', 'care', 'haha', 'wow', 'sad', 'angry', 'other']);
export type Reaction = z.infer<typeof reactionSchema>;

/** page: from the rendered page · wire: from the page's own requests and answers. */
export const sourceSchema = z.enum(['page', 'wire']);
export type Source = z.infer<typeof sourceSchema>;

const urlSchema = z.string().max(4000);

/** The thing acted upon. */
export const targetSchema = z.strictObject({
  /** Permanent id on the site (numeric or the site's opaque form), or null. */
  id: z.string().min(1).max(512).nullable(),
  /** Other ids of the same item, such as Facebook's `pfbid…` beside the numeric id. */
  otherIds: z.array(z.string().min(1).max(512)).max(8),
  url: urlSchema.nullable(),
  author: accountSchema.nullable(),
  /** The item's own words where the eye saw them; campaign words are looked for here. */
  text: z.string().max(100_000).nullable(),
});
export type Target = z.infer<typeof targetSchema>;

/** One act by one account, as one eye saw it. */
export const sightingSchema = z.strictObject({
  kind: z.literal('sighting'),
  /** Where it was seen. 'other' only in what the monitor marked by hand: no reader knows another site. */
  platform: siteIdSchema,
  source: sourceSchema,
  action: actionSchema,
  /** Which reaction a `like` is; null for every other action. */
  reaction: reactionSchema.nullable(),
  /** The reaction as the site names it (its words or its id), raw; null where none is shown. */
  reactionShown: z.string().max(200).nullable(),
  actor: accountSchema,
  /** What was acted upon, directly: of a reply its parent, of a share or quote the original, of a post itself. */
  post: targetSchema,
  /** The post that a comment or reply finally belongs to, where it is another item than `post` and known. */
  thread: targetSchema.nullable(),
  /** The act's own item (the comment, the quote); ids and address null for a like. */
  item: z.strictObject({
    id: z.string().min(1).max(512).nullable(),
    otherIds: z.array(z.string().min(1).max(512)).max(8),
    url: urlSchema.nullable(),
  }),
  /** The act's own words, raw and whole; null where the act has none. */
  text: z.string().max(100_000).nullable(),
  /** Accounts that the item's own words name or tag by a link. */
  tags: z.array(accountSchema).max(200),
  /** The time as the site shows it, in its own words ("2 jam"), raw. */
  shownAt: z.string().max(200).nullable(),
  /** ISO 8601 UTC, only where the site states an exact time; a relative time ("2 jam") is not guessed at. */
  at: z.iso.datetime().nullable(),
  /** Shown because somebody paid (X "promoted", Facebook "sponsored"). */
  promoted: z.boolean(),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** Something that looks like an item and could not be read: a value the user sees, never an empty list. */
export const unreadableSchema = z.strictObject({
  kind: z.literal('unreadable'),
  platform: platformIdSchema,
  source: sourceSchema,
  /** What the thing looks like: 'post', 'comment', 'list-row', 'payload'… */
  looksLike: z.string().max(100),
  /** The fields that are needed and were not found, e.g. ['author']. */
  missing: z.array(z.string().max(100)).min(1),
  item: z.strictObject({ id: z.string().nullable(), url: urlSchema.nullable() }),
});
export type Unreadable = z.infer<typeof unreadableSchema>;

/** How much of a list (comments, reactions, shares) was on show: told with the evidence, never guessed. */
export const listingSchema = z.strictObject({
  kind: z.literal('listing'),
  platform: platformIdSchema,
  source: sourceSchema,
  action: actionSchema,
  post: targetSchema,
  /** The count the site claims, or null where it shows none. */
  total: z.number().int().nonnegative().nullable(),
  /** Whether the site itself left items out ("most relevant"): true, false, or null where it cannot be told. */
  filtered: z.boolean().nullable(),
  /** The site's own token for the order or filter, raw. */
  filterShown: z.string().max(300).nullable(),
  /** More could be loaded by the monitor; null where it cannot be told. */
  more: z.boolean().nullable(),
  /**
   * How many different acts of this list were read on the screen since the page was opened, each once; for comments, the replies
   * below them too, as sites count them. Counted by Netra, not stated by the site, and missing in records of earlier versions.
   */
  seen: z.number().int().nonnegative().optional(),
});
export type Listing = z.infer<typeof listingSchema>;

/** What the site's own data says of an account by itself, beside any act: which id the handle belongs to. Never from the page. */
export const toldAccountSchema = z.strictObject({
  kind: z.literal('account'),
  platform: platformIdSchema,
  source: z.literal('wire'),
  account: accountSchema,
});
export type ToldAccount = z.infer<typeof toldAccountSchema>;

/** People in a list that shows neither what they did nor to what. It is no act of anybody until the site's own data tells which list it is. */
export const peopleSchema = z.strictObject({
  kind: z.literal('people'),
  platform: platformIdSchema,
  source: z.literal('page'),
  /** Whose row the item is; null if it is the list itself. */
  actor: accountSchema.nullable(),
  /** Everybody who stands in the list, in its order; [] of a row. */
  people: z.array(accountSchema).max(5000),
});
export type People = z.infer<typeof peopleSchema>;

export const readingSchema = z.discriminatedUnion('kind', [
  sightingSchema,
  unreadableSchema,
  listingSchema,
  toldAccountSchema,
  peopleSchema,
]);
export type Reading = z.infer<typeof readingSchema>;
