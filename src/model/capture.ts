// What one gesture of the monitor took from the screen.
import { z } from 'zod';
import { siteIdSchema } from './account.ts';
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

/** One file that belongs to a capture; its bytes lie in the store under `hash`. */
export const artefactSchema = z.strictObject({
  /**
   * screenshot: all that was visible in the window · crop: the item cut out of it ·
   * source: the item's own HTML, unaltered · copy: the same made inert, for reading.
   */
  role: z.enum(['screenshot', 'crop', 'source', 'copy']),
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
      /** crop: `rect` in pixels of the input image · clean: scripts, forms, remote addresses removed. */
      how: z.enum(['crop', 'clean']),
      rect: rectSchema.nullable(),
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
});
export type Capture = z.infer<typeof captureSchema>;
