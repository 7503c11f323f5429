// What the background says to the scripts in a page. Apart from all other messages and without zod: a page script starts with these.
import { type Check, hasShape, isFlag, isLike, isListOf, isNullOr, isOneOf, isText, type Shape } from '../lib/shape.ts';

/** Accounts that may be shown in the picture of an act, beside whoever acted: the campaign's. All others in it are covered. */
export type Shown = readonly { readonly id: string | null; readonly handle: string | null }[];

/** Background → page script. `findingId` is a hash: 64 lower-case hex digits. */
export type ToPage =
  /** Hide marks, wait two frames, measure and read the item. Answer: Measured, or { refused: reason }. */
  | { readonly type: 'measure'; readonly findingId: string; readonly shown: Shown }
  /** Measure once more after the picture and show the marks again. Answer: the same shape. */
  | { readonly type: 'measure-again'; readonly findingId: string; readonly shown: Shown }
  | { readonly type: 'orders'; readonly marks: boolean; readonly language: 'id' | 'en' }
  /** Scroll nothing, click nothing: only draws a short outline around the item so that the monitor finds it. */
  | { readonly type: 'point-out'; readonly findingId: string }
  /** Takes the marks away for the time of a picture that another script measures, and shows them again. */
  | { readonly type: 'hide-marks'; readonly hidden: boolean }
  /** Read the whole page anew (the lists have changed). */
  | { readonly type: 'look-again' }
  /** The page's structure without anybody's words. Answer: Structure. */
  | { readonly type: 'structure' }
  /** Whose posts are on the screen. Answer: Authors. */
  | { readonly type: 'authors' }
  /** The site may not be read any more: the script takes its marks away and ends. */
  | { readonly type: 'end' };

/** Background → the picking script. `pickId` is a UUID. */
export type ToPicker =
  /** Answer: true once the layer is up. */
  | { readonly type: 'pick-start'; readonly pickId: string; readonly language: 'id' | 'en' }
  /** Takes the layer and the outline away and forgets the item. */
  | { readonly type: 'pick-stop' }
  /**
   * Hides what is drawn, measures the picked item. `again`: after the picture, and shows the outline again. `words`: at most 100,000
   * UTF-16 units. Answer: PickMeasured or { refused }.
   */
  | {
      readonly type: 'pick-measure';
      readonly pickId: string;
      readonly words: string | null;
      readonly again: boolean;
      readonly shown: Shown;
    };

type Shapes<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: Omit<Shape<Extract<Message, { type: Type }>>, 'type'>;
};

const isHash = isLike(/^[0-9a-f]{64}$/);
const isUuid = isLike(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i);
const isLanguage = isOneOf('id', 'en');

const isName = isNullOr(isText(256));
const isShown = isListOf((one) => hasShape<Shown[number]>(one, { id: isName, handle: isName }, true), 50);

const PAGE: Shapes<ToPage> = {
  measure: { findingId: isHash, shown: isShown },
  'measure-again': { findingId: isHash, shown: isShown },
  orders: { marks: isFlag, language: isLanguage },
  'point-out': { findingId: isHash },
  'hide-marks': { hidden: isFlag },
  'look-again': {},
  structure: {},
  authors: {},
  end: {},
};
const PICKER: Shapes<ToPicker> = {
  'pick-start': { pickId: isUuid, language: isLanguage },
  'pick-stop': {},
  'pick-measure': { pickId: isUuid, words: isNullOr(isText(100_000)), again: isFlag, shown: isShown },
};

/** The message for a page script, or null if it is none or has a field too many. */
export const toPageMessage = (value: unknown) => toMessage<ToPage>(value, PAGE);

/** The message for the picking script, or null if it is none or has a field too many. */
export const toPickerMessage = (value: unknown) => toMessage<ToPicker>(value, PICKER);

function toMessage<Message extends { readonly type: string }>(value: unknown, shapes: Readonly<Record<string, object>>): Message | null {
  const type = (value as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return null;
  const shape = { type: isOneOf(type), ...shapes[type] } as Record<string, Check>;
  return hasShape<Record<string, unknown>>(value, shape, true) ? (value as unknown as Message) : null;
}
