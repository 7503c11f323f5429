// What the background says to the scripts in a page. Apart from all other messages: a page script starts with these alone.
import { z } from 'zod';
import { hashSchema } from './hash.ts';

/** Background → page script. */
export const toPageSchema = z.discriminatedUnion('type', [
  /** Hide marks, wait two frames, measure and read the item. Answer: Measured, or { refused: reason }. */
  z.strictObject({ type: z.literal('measure'), findingId: hashSchema }),
  /** Measure once more after the picture and show the marks again. Answer: the same shape. */
  z.strictObject({ type: z.literal('measure-again'), findingId: hashSchema }),
  z.strictObject({ type: z.literal('orders'), marks: z.boolean(), language: z.enum(['id', 'en']) }),
  /** Scroll nothing, click nothing: only draws a short outline around the item so that the monitor finds it. */
  z.strictObject({ type: z.literal('point-out'), findingId: hashSchema }),
  /** Takes the marks away for the time of a picture that another script measures, and shows them again. */
  z.strictObject({ type: z.literal('hide-marks'), hidden: z.boolean() }),
  /** Read the whole page anew (the lists have changed). */
  z.strictObject({ type: z.literal('look-again') }),
  /** The page's structure without anybody's words. Answer: Structure. */
  z.strictObject({ type: z.literal('structure') }),
]);
export type ToPage = z.infer<typeof toPageSchema>;

/** Background → the picking script. */
export const toPickerSchema = z.discriminatedUnion('type', [
  /** Answer: true once the layer is up. */
  z.strictObject({ type: z.literal('pick-start'), pickId: z.uuid(), language: z.enum(['id', 'en']) }),
  /** Takes the layer and the outline away and forgets the item. */
  z.strictObject({ type: z.literal('pick-stop') }),
  /** Hides what is drawn, measures the picked item. `again`: after the picture, and shows the outline again. Answer: PickMeasured or { refused }. */
  z.strictObject({ type: z.literal('pick-measure'), pickId: z.uuid(), words: z.string().max(100_000).nullable(), again: z.boolean() }),
]);
export type ToPicker = z.infer<typeof toPickerSchema>;
