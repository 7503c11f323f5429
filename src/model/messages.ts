// What the parts of the extension say to each other. Every message is parsed by these schemas and checked by sender.
import { z } from 'zod';
import { platformIdSchema, siteIdSchema } from './account.ts';
import { agreementSchema } from './capture.ts';
import { findingStatusSchema } from './finding.ts';
import { hashSchema } from './hash.ts';
import { laterRequestSchema } from './later.ts';
import { linkRequestSchema } from './link.ts';
import { type gradeSchema, matchSchema } from './match.ts';
import { pickEndSchema, pickFactsSchema, statementSchema } from './pick.ts';
import { blockedWordsSchema, reasonSchema, redactionSchema } from './redaction.ts';
import { regionSchema } from './registry.ts';
import { listingSchema, sightingSchema } from './sighting.ts';
import { stampOrderSchema } from './stamp.ts';
import { stoodFields } from './stood.ts';
import { tallySchema } from './tally.ts';

/** reading · nothing: no items here · partly: some items unreadable · blind: items are there, none readable. */
export const healthStateSchema = z.enum(['reading', 'nothing', 'partly', 'blind']);
export type HealthState = z.infer<typeof healthStateSchema>;

/** post: what somebody published or passed on · comment: what is said below it, replies too. */
export const itemKindSchema = z.enum(['post', 'comment']);
export type ItemKind = z.infer<typeof itemKindSchema>;

export const healthSchema = z.strictObject({
  /** What the counts below come to, for the user. */
  state: healthStateSchema,
  /** Items seen on this page since it was opened. */
  found: z.number().int().nonnegative(),
  read: z.number().int().nonnegative(),
  /** Count of unreadable items by the first field that was missing. */
  unreadable: z.record(z.string().max(100), z.number().int().nonnegative()),
  /** Work that was dropped because the page changed faster than it could be read. */
  dropped: z.number().int().nonnegative(),
  /**
   * No item was found where there should be some. wire: the site's own data brought posts or comments, and the page drew nothing
   * that looks like one · drawn: a post's, list's or profile's address, much on the page, and nothing that looks like an item.
   */
  missed: z.enum(['wire', 'drawn']).optional(),
  /** Kinds of which nothing was read, although words that the site's data told of one stand on the screen. */
  notRead: z.array(itemKindSchema).max(2).optional(),
  /** Answers of the site that could not be handed on to the other eye: too big, broken off, or no text. */
  unheard: z.number().int().nonnegative().optional(),
  /** What the other eye made of the page's answers since the page was opened. */
  wire: tallySchema.optional(),
});
export type Health = z.infer<typeof healthSchema>;

/** connected: the page's requests are read too · off: the page could not be listened to; page reading goes on alone. */
export const wireStateSchema = z.enum(['connected', 'off']);

/** What a reader gave: it knows no other sites. */
const readSchema = sightingSchema.refine(({ platform }) => platform !== 'other');

/** A sighting as both eyes saw it, sent by the page script for judging. */
export const seenSchema = z.strictObject({
  /** Number the page script gave it; unique within the page's life. */
  key: z.number().int().nonnegative(),
  /** The page's sighting, completed by the wire's ids where the two agree. */
  sighting: readSchema,
  eyes: z.strictObject({ page: readSchema, wire: readSchema.nullable() }),
  agreement: z.array(agreementSchema).max(10),
});
export type Seen = z.infer<typeof seenSchema>;

/** The answer to a page script: what the mark needs, and no person's data. */
export interface Flag {
  readonly key: number;
  readonly findingId: string;
  readonly grade: z.infer<typeof gradeSchema>;
  /** Reasons in short: kind, and the candidate's name. */
  readonly reasons: readonly {
    readonly kind: 'author' | 'tag' | 'word' | 'stated';
    readonly candidate: string;
    readonly word: string | null;
  }[];
}

/** Page script → background. */
export const fromPageSchema = z.discriminatedUnion('type', [
  /** A page was opened or its address changed. Answer: PageOrders. */
  z.strictObject({ type: z.literal('page-open'), platform: platformIdSchema }),
  /** Answer: { ready, flags: Flag[] }; ready false means: ask again later, the lists are not loaded yet. */
  z.strictObject({ type: z.literal('judge'), seen: z.array(seenSchema).max(100) }),
  /** State for the panel and the badge. */
  z.strictObject({
    type: z.literal('page-state'),
    platform: platformIdSchema,
    url: z.string().max(4000),
    title: z.string().max(2000),
    health: healthSchema,
    wire: wireStateSchema,
    listings: z.array(listingSchema).max(50),
    /** Findings whose item is inside the viewport now. */
    onScreen: z.array(hashSchema).max(500),
  }),
  /** The monitor picked an item by hand. Heard only of the picking that is under way in this tab. */
  z.strictObject({
    type: z.literal('picked'),
    pickId: z.uuid(),
    url: z.string().max(4000),
    facts: pickFactsSchema,
  }),
  /** The picking ended without an item. */
  z.strictObject({ type: z.literal('pick-ended'), pickId: z.uuid(), why: pickEndSchema }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;
/** What a page script tells of its page. */
export type PageTold = Omit<Extract<FromPage, { type: 'page-state' }>, 'type'>;

/** How the user wants pages to be marked. */
export interface PageOrders {
  readonly marks: boolean;
  readonly language: 'id' | 'en';
}

export type { ToPage } from './to-page.ts';

/** Why a capture was refused: each has a sentence in the interface's words. */
export const REFUSALS = [
  'gone', // the item is no longer on the page
  'not-kept', // the finding was kept once, and was erased meanwhile
  'under-way', // the same thing is being captured right now
  'not-visible', // the tab or window is hidden, covered or minimised
  'off-screen', // the item is outside the viewport or covered
  'changed', // the page moved or changed while the picture was taken
  'no-permission', // the browser refused the picture: open Netra from the toolbar first
  'no-picture', // the browser gave no picture, and permission is not the reason
  'too-slow', // the browser gave no picture in time
  'other-tab', // another tab is in front
  'storage', // could not be written to disk
  'storage-unsound', // something happened to the storage: repair it first
  'storage-stopped', // a write failed before: nothing more is written until the browser was closed
  'disk-full', // too little room on the disk
  'restoring', // a backup is being put back
  'locked', // Netra is locked: nothing is kept until the lock is opened
  'no-list', // the registry is not loaded
  'page-silent', // the page script does not answer: reload the page
  'not-listed', // by hand: the person is not on the registry
  'not-campaign', // by hand: the account is not on the campaign list
  'pick-again', // by hand: the picked item is another one by now
  'on-hold', // a legal hold stands against deleting
  'not-set-aside', // the reason given for deleting is not what was decided
  'no-such-words', // words that are to be taken out of a page's source do not stand in it
  'no-original', // the original picture was not kept, so that nothing below a box can be shown
  'too-big', // by hand: more was picked than can be kept as one item
] as const;
export const refusalSchema = z.enum(REFUSALS);
export type Refusal = z.infer<typeof refusalSchema>;

/** One item that a reader knows, as it stood on the screen at one moment. */
export const measuredSchema = z.strictObject({
  ...stoodFields,
  seen: seenSchema,
  listings: z.array(listingSchema).max(20),
  firstSeenAt: z.iso.datetime(),
});
export type Measured = z.infer<typeof measuredSchema>;

/** What a page is built of where it could not be read, without names, words, numbers and addresses: for those who repair readers. */
export const structureSchema = z.strictObject({
  html: z.string().max(2_000_000),
  /** How many unreadable items it holds; 0: none was found, and it is the page's main part. */
  items: z.number().int().nonnegative(),
});
export type Structure = z.infer<typeof structureSchema>;

/** Extension page (panel, dashboard, settings) → background. */
export const fromUiSchema = z.discriminatedUnion('type', [
  /** Answer: { seq } once on disk, or { refused: Refusal }. */
  z.strictObject({ type: z.literal('capture'), tabId: z.number().int(), findingId: hashSchema, gesture: z.literal('panel') }),
  /** Answer: { seq } or { refused }. */
  z.strictObject({
    type: z.literal('decide'),
    tabId: z.number().int().nullable(),
    findingId: hashSchema,
    verdict: z.enum(['confirmed', 'set-aside']),
    note: z.string().max(5000),
  }),
  /** On which day a finding became known, as the monitor states. Answer: { seq } or { refused }. */
  z.strictObject({ type: z.literal('known'), findingId: hashSchema, knownOn: z.iso.date(), note: z.string().max(2000) }),
  /** A bundle was written; `originals`: why it holds pictures that show other people. Answer: { seq }. */
  z.strictObject({
    type: z.literal('handover'),
    bundleId: z.uuid(),
    findingIds: z.array(hashSchema).max(100_000),
    originals: reasonSchema.optional(),
  }),
  /** Covers more of a kept picture, or less of it for a reason. Answer: { seq } or { refused }. */
  z.strictObject({
    type: z.literal('redact'),
    findingId: hashSchema,
    captureId: z.uuid(),
    added: redactionSchema.shape.added,
    removed: redactionSchema.shape.removed,
    /** To be taken out of the page's source and copy as well. */
    words: blockedWordsSchema.optional(),
  }),
  /** A backup is begun. Answer: { seq } of its record, the last one that goes in, or { refused }. */
  z.strictObject({ type: z.literal('backup'), backupId: z.uuid(), heirFingerprint: z.string().max(100) }),
  /** A backup was put back: look through the storage again. Answer: StorageState. */
  z.strictObject({ type: z.literal('restored') }),
  /** The lists in the store have changed: load them anew, tell open pages. */
  z.strictObject({ type: z.literal('lists-changed') }),
  /** Settings or site permissions have changed: register scripts anew, tell open pages. */
  z.strictObject({ type: z.literal('settings-changed') }),
  /** Answer: StorageState, once the storage has been looked through. */
  z.strictObject({ type: z.literal('storage-state') }),
  /** Answer: ListsState, or null while the lists are locked or cannot be read. */
  z.strictObject({ type: z.literal('lists-state') }),
  /** Rebuild the evidence from the copy on this computer. Answer: Rescued, or null where there is nothing that can be rebuilt. */
  z.strictObject({ type: z.literal('rescue') }),
  z.strictObject({ type: z.literal('point-out'), tabId: z.number().int(), findingId: hashSchema }),
  /** Answer: Structure, or { refused }. */
  z.strictObject({ type: z.literal('structure'), tabId: z.number().int() }),
  /** Which accounts of this page may be marked as a campaign's. Answer: CandidateAccount[], or { refused }. */
  z.strictObject({ type: z.literal('propose-campaign'), tabId: z.number().int(), link: z.string().max(4000).nullable() }),
  /** Start picking an item by hand in this tab. */
  z.strictObject({ type: z.literal('pick'), tabId: z.number().int() }),
  /** Ends a picking and forgets what was proposed. */
  z.strictObject({ type: z.literal('pick-drop'), tabId: z.number().int() }),
  /** Keeps the picked item as evidence of what the monitor states. Answer: { seq } or { refused }. */
  z.strictObject({ type: z.literal('capture-picked'), tabId: z.number().int(), statement: statementSchema }),
  /** Finds rows: of the campaign list by part of a name or account, of the registry by a whole account only. Answer: a few of them. */
  z.strictObject({ type: z.literal('find-rows'), list: z.enum(['guarded', 'watched']), words: z.string().max(200) }),
  /** Every tie between an account and a person, with all its steps. Answer: Tie[]. */
  z.strictObject({ type: z.literal('ties') }),
  linkRequestSchema,
  laterRequestSchema,
  stampOrderSchema,
]);
export type FromUi = z.infer<typeof fromUiSchema>;

/** What the background knows of one tab; kept in storage.session under `tab:<id>`, gone with the browser. */
export const tabStateSchema = z.strictObject({
  /** 'other': a site without a reader, on which something was marked by hand. */
  platform: siteIdSchema,
  url: z.string(),
  title: z.string(),
  health: healthSchema,
  wire: wireStateSchema,
  listings: z.array(listingSchema),
  findings: z.array(
    z.strictObject({
      findingId: hashSchema,
      match: matchSchema,
      agreement: z.array(agreementSchema),
      status: findingStatusSchema,
      onScreen: z.boolean(),
      firstSeenAt: z.iso.datetime(),
    }),
  ),
});
export type TabState = z.infer<typeof tabStateSchema>;

/** The user's settings, in storage.local: no personal data. */
export const settingsSchema = z.strictObject({
  language: z.enum(['id', 'en']),
  /** Draw marks into pages. */
  marks: z.boolean(),
  /** Sites whose requests are not to be read (page only). */
  wireOff: z.array(platformIdSchema),
  /** Where the user watches; packages of lists for elsewhere are refused. Null: anywhere. */
  workArea: regionSchema.nullable().default(null),
  /** Who the user said they are: to volunteers the lock is proposed as the first step. Null: not said. */
  who: z.enum(['volunteer', 'officer']).nullable().default(null),
  /** Keep originals that show other people, where a lock is set and open. */
  keepOriginals: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;
/** Before the user chose anything. */
export const DEFAULT_SETTINGS: Settings = { language: 'id', marks: true, wireOff: [], workArea: null, who: null, keepOriginals: false };
