// One item as it stood on the screen at one moment, as the page's script tells it: CSS pixels of the viewport, shares from 0 to 1.
import { z } from 'zod';
import { MOST_BOXES } from './boxes.ts';
import { boxSchema, rectSchema, shownTextSchema } from './capture.ts';

const htmlSchema = z.string().max(5_000_000);

/** What every measurement holds. */
export const stoodFields = {
  rect: rectSchema,
  viewport: z.strictObject({ width: z.number().positive(), height: z.number().positive() }),
  scroll: z.strictObject({ x: z.number(), y: z.number() }),
  visibleShare: z.number().min(0).max(1),
  /** The item's own HTML, and the inert readable copy. */
  source: htmlSchema,
  copy: htmlSchema,
  /** The act's words stand in the item's own source; null where it has none. */
  sourceHoldsText: z.boolean().nullable(),
  /** `lines`: where the visible lines of the compared text stand, each with its characters. */
  shownText: z.strictObject({
    ...shownTextSchema.shape,
    lines: z.array(z.strictObject({ rect: rectSchema, characters: z.number().int().nonnegative() })).max(400),
  }),
  /** Without other people: where the picture is to be covered, and source and copy with placeholders. */
  redacted: z.strictObject({ boxes: z.array(boxSchema).max(MOST_BOXES), source: htmlSchema, copy: htmlSchema }),
  /** `title`: without the names of other people. */
  page: z.strictObject({ url: z.string().max(4000), title: z.string().max(2000), language: z.string().max(100) }),
};
const stoodSchema = z.strictObject(stoodFields);
/** How an item stood, and its own source: what a reader's measurement and one by hand have in common. */
export type Stood = z.infer<typeof stoodSchema>;
