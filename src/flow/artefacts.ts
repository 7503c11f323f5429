// From one picture and one measurement the files of a capture: the whole picture, the item cut out, its source and a safe copy.
import { sha256 } from '../lib/hash.ts';
import type { Artefact, Rect } from '../model/capture.ts';
import type { PickMeasured } from '../model/pick.ts';

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}
/** Decodes a PNG and cuts `rect` (image pixels) out of it. Without a rectangle only the size is told. */
export type Cut = (png: Uint8Array<ArrayBuffer>, rect: Rect | null) => Promise<Picture>;
/** How an item stood on the screen, and its own source: what a reader's measurement and one by hand have in common. */
export type Stood = Omit<PickMeasured, 'facts'>;

export interface Made {
  readonly artefacts: Artefact[];
  readonly blobs: { hash: string; bytes: Uint8Array<ArrayBuffer> }[];
  /** Image pixels to one CSS pixel. */
  readonly scale: { x: number; y: number };
}

/** Rounding to whole pixels distorts by less than this share. */
const MOST_DISTORTION = 0.02;
/** Padding around the cut-out item, in image pixels. */
const PADDING = 2;

/** The four files of a capture, each with what was done to get it; null if the picture is not of what was measured. */
export async function makeArtefacts(cut: Cut, png: Uint8Array<ArrayBuffer>, measured: Stood): Promise<Made | null> {
  const whole = await cut(png, null);
  // From the image's own size: the device pixel ratio is rounded in Firefox when the page is zoomed.
  const scale = { x: whole.width / measured.viewport.width, y: whole.height / measured.viewport.height };
  // A picture of another shape than the viewport is not of what was measured: the crop would show somebody else.
  if (Math.abs(scale.x / scale.y - 1) > MOST_DISTORTION) return null;
  const rect = toImageRect(measured.rect, scale, whole);
  const crop = await cut(png, rect);
  const encoder = new TextEncoder();
  const source = encoder.encode(measured.source);
  const copy = encoder.encode(measured.copy);
  const [pngHash, cropHash, sourceHash, copyHash] = await Promise.all([sha256(png), sha256(crop.bytes), sha256(source), sha256(copy)]);
  const artefacts: Artefact[] = [
    {
      role: 'screenshot',
      hash: pngHash,
      bytes: png.length,
      mediaType: 'image/png',
      width: whole.width,
      height: whole.height,
      madeFrom: null,
    },
    {
      role: 'crop',
      hash: cropHash,
      bytes: crop.bytes.length,
      mediaType: 'image/png',
      width: crop.width,
      height: crop.height,
      madeFrom: { inputHash: pngHash, how: 'crop', rect },
    },
    { role: 'source', hash: sourceHash, bytes: source.length, mediaType: 'text/html', width: null, height: null, madeFrom: null },
    {
      role: 'copy',
      hash: copyHash,
      bytes: copy.length,
      mediaType: 'text/html',
      width: null,
      height: null,
      madeFrom: { inputHash: sourceHash, how: 'clean', rect: null },
    },
  ];
  const blobs = [
    { hash: pngHash, bytes: png },
    { hash: cropHash, bytes: crop.bytes },
    { hash: sourceHash, bytes: source },
    { hash: copyHash, bytes: copy },
  ];
  return { artefacts, blobs, scale };
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
