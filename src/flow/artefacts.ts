// From one picture and one measurement the files of a capture: the whole picture, the item cut out, its source, a safe copy, and the
// same without other people.
//
// Why originals are not kept unless somebody locks them away: a picture of a feed shows people who did nothing, and the law allows only
// what the purpose needs (UU 27/2022 on personal data, articles 16 and 27). What the purpose needs is the act, and that is whole in the
// redacted files. Integrity (UU ITE, article 6) needs no bystanders either: the originals' hashes are sealed in any case, so that an
// original that was kept can be proven to be the one, and the redacted files name the hash of what they were made from.
import { sha256 } from '../lib/hash.ts';
import { overlapOf } from '../lib/rects.ts';
import type { Artefact, Box, Rect } from '../model/capture.ts';
import type { Stood } from '../model/stood.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export interface Picture {
  readonly bytes: Bytes;
  readonly width: number;
  readonly height: number;
}
/** What is done to PNG pictures; rectangles in image pixels. */
export interface Pictures {
  /** Decodes a PNG and cuts `rect` out of it. Without a rectangle only the size is told. */
  cut(png: Bytes, rect: Rect | null): Promise<Picture>;
  /** The same picture with opaque boxes over these places. */
  cover(png: Bytes, rects: readonly Rect[]): Promise<Picture>;
  /** Is anything to be seen at these places, or are they of one colour? */
  ink(png: Bytes, rects: readonly Rect[]): Promise<boolean[]>;
}

export interface Made {
  readonly artefacts: Artefact[];
  /** Made, and not among those to be kept. */
  readonly notKept: Artefact[];
  readonly blobs: { hash: string; bytes: Bytes }[];
  /** Image pixels to one CSS pixel. */
  readonly scale: { x: number; y: number };
  /** Characters of visible lines at whose place in the picture something is drawn. */
  readonly inked: number;
}

/** Rounding to whole pixels distorts by less than this share. */
const MOST_DISTORTION = 0.02;
/** Padding around the cut-out item, in image pixels. */
const PADDING = 2;

/**
 * All files of a capture, each with what was done to get it; null if the picture is not of what was measured.
 * @param keepsOriginals also the bytes that show other people; else only their hashes
 */
export async function makeArtefacts(pictures: Pictures, png: Bytes, measured: Stood, keepsOriginals: boolean): Promise<Made | null> {
  const whole = await pictures.cut(png, null);
  // From the image's own size: the device pixel ratio is rounded in Firefox when the page is zoomed.
  const scale = { x: whole.width / measured.viewport.width, y: whole.height / measured.viewport.height };
  // A picture of another shape than the viewport is not of what was measured: the crop would show somebody else.
  if (Math.abs(scale.x / scale.y - 1) > MOST_DISTORTION) return null;
  const rect = toImageRect(measured.rect, scale, whole);
  const crop = await pictures.cut(png, rect);
  const boxes = measured.redacted.boxes.flatMap((box) => toCropBox(box, scale, rect));
  const margins = marginsOf(measured.rect, scale, rect);
  const redacted = await pictures.cover(crop.bytes, [...boxes, ...margins]);
  const { lines } = measured.shownText;
  const places = lines.map((line) => toInnerPlace(line.rect, scale, rect));
  const inks = await pictures.ink(
    crop.bytes,
    places.filter((place) => place !== null),
  );
  let at = 0;
  const inked = lines.reduce((sum, { characters }, i) => (places[i] !== null && inks[at++] === true ? sum + characters : sum), 0);

  const blobs: Made['blobs'] = [];
  const made = async (
    role: Artefact['role'],
    file: Bytes | Picture,
    madeFrom: Artefact['madeFrom'],
    isKept: boolean,
  ): Promise<Artefact> => {
    const bytes = file instanceof Uint8Array ? file : file.bytes;
    const [width, height] = file instanceof Uint8Array ? [null, null] : [file.width, file.height];
    const hash = await sha256(bytes);
    if (isKept) blobs.push({ hash, bytes });
    return { role, hash, bytes: bytes.length, mediaType: width === null ? 'text/html' : 'image/png', width, height, madeFrom };
  };
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const screenshot = await made('screenshot', { ...whole, bytes: png }, null, keepsOriginals);
  const cropped = await made('crop', crop, { inputHash: screenshot.hash, how: 'crop', rect }, keepsOriginals);
  const source = await made('source', utf8(measured.source), null, keepsOriginals);
  const copy = await made('copy', utf8(measured.copy), { inputHash: source.hash, how: 'clean', rect: null }, keepsOriginals);
  const without = [
    await made('redacted', redacted, { inputHash: cropped.hash, how: 'redact', rect: null, boxes: [...boxes, ...margins] }, true),
    await made('redacted-source', utf8(measured.redacted.source), { inputHash: source.hash, how: 'redact', rect: null }, true),
  ];
  const readable = { inputHash: without[1]?.hash ?? '', how: 'clean' as const, rect: null };
  without.push(await made('redacted-copy', utf8(measured.redacted.copy), readable, true));
  const originals = [screenshot, cropped, source, copy];
  return {
    artefacts: keepsOriginals ? [...originals, ...without] : without,
    notKept: keepsOriginals ? [] : originals,
    blobs,
    scale,
    inked,
  };
}

/** CSS pixels to whole image pixels: outward, padded, and kept inside the image. */
export function toImageRect(rect: Rect, scale: { x: number; y: number }, image: { width: number; height: number }): Rect {
  const within = (value: number, most: number) => Math.min(Math.max(0, value), most);
  const left = within(Math.floor(rect.x * scale.x) - PADDING, image.width - 1);
  const top = within(Math.floor(rect.y * scale.y) - PADDING, image.height - 1);
  const right = within(Math.ceil((rect.x + rect.width) * scale.x) + PADDING, image.width);
  const bottom = within(Math.ceil((rect.y + rect.height) * scale.y) + PADDING, image.height);
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** A box in CSS pixels of the viewport as whole pixels of the crop, outward; [] where it lies outside. */
function toCropBox(box: Box, scale: { x: number; y: number }, crop: Rect): Box[] {
  const left = Math.floor(box.x * scale.x) - crop.x;
  const top = Math.floor(box.y * scale.y) - crop.y;
  const right = Math.ceil((box.x + box.width) * scale.x) - crop.x;
  const bottom = Math.ceil((box.y + box.height) * scale.y) - crop.y;
  const inside = overlapOf({ x: left, y: top, width: right - left, height: bottom - top }, { ...crop, x: 0, y: 0 });
  return inside === null ? [] : [{ ...inside, why: box.why }];
}

/** Whole pixels of the crop inside a line of text: its edge may show what stands around it. Null where none is left. */
function toInnerPlace(line: Rect, scale: { x: number; y: number }, crop: Rect): Rect | null {
  const left = Math.ceil(line.x * scale.x) - crop.x + 1;
  const top = Math.ceil(line.y * scale.y) - crop.y + 1;
  const right = Math.floor((line.x + line.width) * scale.x) - crop.x - 1;
  const bottom = Math.floor((line.y + line.height) * scale.y) - crop.y - 1;
  return right <= left || bottom <= top
    ? null
    : overlapOf({ x: left, y: top, width: right - left, height: bottom - top }, { ...crop, x: 0, y: 0 });
}

/** The crop's padding shows a strip of whatever stands beside the item. */
function marginsOf(rect: Rect, scale: { x: number; y: number }, crop: Rect): Box[] {
  const left = Math.floor(rect.x * scale.x) - crop.x;
  const top = Math.floor(rect.y * scale.y) - crop.y;
  const right = Math.ceil((rect.x + rect.width) * scale.x) - crop.x;
  const bottom = Math.ceil((rect.y + rect.height) * scale.y) - crop.y;
  const strips = [
    { x: 0, y: 0, width: crop.width, height: top },
    { x: 0, y: bottom, width: crop.width, height: crop.height - bottom },
    { x: 0, y: top, width: left, height: bottom - top },
    { x: right, y: top, width: crop.width - right, height: bottom - top },
  ];
  return strips.flatMap((strip) => {
    const inside = strip.width > 0 && strip.height > 0 ? overlapOf(strip, { ...crop, x: 0, y: 0 }) : null;
    return inside === null ? [] : [{ ...inside, why: 'outside' as const }];
  });
}
