// What one gesture of the monitor took from the screen.
import { z } from 'zod';
import { siteIdSchema } from './account.ts';
import { MOST_BOXES } from './boxes.ts';
import { hashSchema } from './hash.ts';
import { matchSchema } from './match.ts';
import { listingSchema, sightingSchema } from './sighting.ts';

/** A rectangle; the unit is said where it is used. */
export const rectSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});
export type Rect = z.infer<typeof rectSchema>;

/**
 * Why a part of the picture is covered. account: name or handle of another account · picture: its picture · item: another person's item ·
 * viewer: where the viewer writes · outside: something above the item that is no part of it · rest: too many to be covered one by one,
 * so that all but the act's own words and accounts is covered · hand: covered by the monitor.
 */
export const boxWhySchema = z.enum(['account', 'picture', 'item', 'viewer', 'outside', 'rest', 'hand']);
export type BoxWhy = z.infer<typeof boxWhySchema>;
/** A covered part of a picture; the rectangle's unit is said where it is used. */
export const boxSchema = z.strictObject({ ...rectSchema.shape, why: boxWhySchema });
export type Box = z.infer<typeof boxSchema>;

/** One file that belongs to a capture; its bytes lie in the store under `hash`. */
export const artefactSchema = z.strictObject({
  /**
   * screenshot: all that was visible in the window · crop: the item cut out of it ·
   * source: the item's own HTML, unaltered · copy: the same made inert, for reading ·
   * redacted, redacted-source, redacted-copy: crop, source and copy in which other people are covered; these are handed on.
   */
  role: z.enum(['screenshot', 'crop', 'source', 'copy', 'redacted', 'redacted-source', 'redacted-copy']),
  hash: hashSchema,
  /** Length in bytes. */
  bytes: z.number().int().nonnegative(),
  mediaType: z.enum(['image/png', 'text/html']),
  /** Image size in image pixels; null for text. */
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
  /** What was done to get this file from another one: every alteration is written down. */
  madeFrom: z
    .strictObject({
      inputHash: hashSchema,
      /**
       * crop: `rect` in pixels of the input image · clean: scripts, forms, remote addresses removed · redact: other people covered, in an
       * image by `boxes`, in a text by placeholders.
       */
      how: z.enum(['crop', 'clean', 'redact']),
      rect: rectSchema.nullable(),
      /** Opaque boxes that were drawn, in pixels of the input image; only in a redacted image. */
      boxes: z.array(boxSchema).max(MOST_BOXES).optional(),
    })
    .nullable(),
});
export type Artefact = z.infer<typeof artefactSchema>;

/** How one field reads on the page and on the wire. */
export const agreementSchema = z.strictObject({
  /** tags: only there if `idFrom` is said of them · action: only there if the page shows who and not what, and the wire's list says it. */
  field: z.enum(['actor', 'target', 'item', 'text', 'reaction', 'at', 'tags', 'action']),
  state: z.enum(['same', 'differs', 'page-only', 'wire-only', 'neither']),
  /**
   * The account's number stands neither beside the act on the page nor in what the site's data says of this act: another of the
   * page's answers named it for the same handle. It ties the account, and says nothing of the act.
   */
  idFrom: z.literal('other-answer').optional(),
});
export type Agreement = z.infer<typeof agreementSchema>;

/**
 * Why text of the source cannot be seen in the picture. not-drawn: no place on the page · transparent · same-colour: as what is behind it ·
 * tiny · masked: dots in place of letters · blurred · turned: mirrored or upside down · reversed: letters in another direction ·
 * reordered: in another order than in the source · clipped: cut off by a frame around it · covered: something lies above it ·
 * outside: drawn outside the item · off-screen: outside the window.
 */
export const hiddenWhySchema = z.enum([
  'not-drawn',
  'transparent',
  'same-colour',
  'tiny',
  'masked',
  'blurred',
  'turned',
  'reversed',
  'reordered',
  'clipped',
  'covered',
  'outside',
  'off-screen',
]);
export type HiddenWhy = z.infer<typeof hiddenWhySchema>;

const count = z.number().int().nonnegative();
/** How much of the source's text could be seen. Characters without blanks; measured before and after the picture, the worse one counts. */
export const shownTextSchema = z.strictObject({
  /** words: the act's own words · name: it has none, so the actor's name · item: neither was found apart, so all text of the item. */
  of: z.enum(['words', 'name', 'item']),
  characters: count,
  /** Drawn, inside the window, not covered, and told from what is behind it. */
  visible: count,
  /** Why the others are not, most first. */
  hidden: z.array(z.strictObject({ why: hiddenWhySchema, characters: count })).max(20),
  /** Letters that only the page's style draws there, and that the source does not hold. */
  added: count,
  /** All text of the item, other people's items inside it left out. A page's text for screen readers is never visible. */
  item: z.strictObject({ characters: count, visible: count }),
});
export type ShownText = z.infer<typeof shownTextSchema>;

/** One part of an item that is taller than the window; CSS pixels from the item's own corner. */
export const frameSchema = z.strictObject({
  /** Random name that all parts of one look at the item share. */
  group: z.uuid(),
  /** 1 for the first part. */
  index: z.number().int().positive(),
  itemWidth: z.number().positive(),
  itemHeight: z.number().positive(),
  /** What of the item this part shows. */
  covered: rectSchema,
  /** Share of the item that this part and the ones before it show together, 0 to 1. */
  share: z.number().min(0).max(1),
});
export type Frame = z.infer<typeof frameSchema>;

export const captureSchema = z.strictObject({
  /** Random name of this capture. */
  captureId: z.uuid(),
  /** The finding that it is evidence of. */
  findingId: hashSchema,
  /** The act and why it counts, judged at the moment of the picture by the lists as they were then. */
  match: matchSchema,
  /** The same act as read by each eye; null where an eye did not see it. */
  eyes: z.strictObject({ page: sightingSchema.nullable(), wire: sightingSchema.nullable() }),
  agreement: z.array(agreementSchema).max(10),
  /** The item's text was found in the same HTML source that was kept, at the moment of the picture. */
  sourceHoldsText: z.boolean().nullable(),
  /**
   * Picture and source compared; missing in records of earlier versions. inked: of the visible characters those at whose place in the
   * picture something is drawn. The picture is not read: what the letters say is taken from the source.
   */
  shownText: z.strictObject({ ...shownTextSchema.shape, inked: count }).optional(),
  /** What the site said of the list that the item stood in. */
  listings: z.array(listingSchema).max(20),
  page: z.strictObject({
    /** 'other': a site without a reader; the address tells which. */
    platform: siteIdSchema,
    url: z.string().max(4000),
    title: z.string().max(2000),
    language: z.string().max(100),
  }),
  /** Where the item stood, in CSS pixels of the viewport; the outline is data and is never drawn into the picture. */
  itemRect: rectSchema,
  /** Viewport in CSS pixels, and how many image pixels made one CSS pixel (taken from the image's own size). */
  viewport: z.strictObject({
    width: z.number().positive(),
    height: z.number().positive(),
    scaleX: z.number().positive(),
    scaleY: z.number().positive(),
  }),
  /** Share of the item's area that was inside the viewport, 0 to 1. */
  visibleShare: z.number().min(0).max(1),
  /** Missing: the picture shows the whole item, or it was kept before parts were told apart. */
  frame: frameSchema.optional(),
  /** The act had already been seen on the page at this time (ISO 8601 UTC), by the computer's clock. */
  firstSeenAt: z.iso.datetime(),
  capturedAt: z.iso.datetime(),
  /** Local wall clock with offset, e.g. "2026-11-22T20:15:00+08:00", and the zone's IANA name. */
  capturedAtLocal: z.string().max(40),
  timeZone: z.string().max(100),
  /** The monitor's gesture that started it. */
  gesture: z.enum(['panel', 'shortcut', 'menu']),
  environment: z.strictObject({
    browser: z.string().max(500),
    extensionVersion: z.string().max(50),
    adapterRevision: z.string().max(50),
    interfaceLanguage: z.string().max(50),
  }),
  artefacts: z.array(artefactSchema).min(1).max(20),
  /**
   * Originals whose bytes were not kept because they show other people; their hashes prove what the redacted files were made from.
   * Missing: everything that was made was kept.
   */
  notKept: z.array(artefactSchema).max(20).optional(),
  /** What this record proves and what it cannot, as it was told when it was made. */
  limits: z.string().max(2000).optional(),
});
export type Capture = z.infer<typeof captureSchema>;
