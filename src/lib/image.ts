// Cutting, covering and looking at pictures, in a window or a worker.
import type { Rectangle } from './rects.ts';

type Bytes = Uint8Array<ArrayBuffer>;
interface Picture {
  readonly bytes: Bytes;
  readonly width: number;
  readonly height: number;
}

/** Boxes are of one colour, and so is nothing below them. */
const COVER = '#1d2b33';
/** Two pixels differ to the eye from here on, summed over the channels (of 765). */
const DIFFERENT = 48;
/** At least so many pixels of a place differ from its paper, or nothing is written there. */
const LEAST_INK = 4;
const LEAST_SHARE = 0.004;

async function draw<T>(
  png: Bytes,
  size: Rectangle | null,
  work: (context: OffscreenCanvasRenderingContext2D, canvas: OffscreenCanvas) => T,
): Promise<Awaited<T>> {
  const image = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  try {
    const from = size ?? { x: 0, y: 0, width: image.width, height: image.height };
    const canvas = new OffscreenCanvas(from.width, from.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no 2d canvas');
    context.drawImage(image, from.x, from.y, from.width, from.height, 0, 0, from.width, from.height);
    return await work(context, canvas);
  } finally {
    image.close();
  }
}

async function toPicture(canvas: OffscreenCanvas): Promise<Picture> {
  const made = await canvas.convertToBlob({ type: 'image/png' });
  return { bytes: new Uint8Array(await made.arrayBuffer()), width: canvas.width, height: canvas.height };
}

/** Decodes a PNG; with a rectangle (image pixels) cuts it out and encodes it as PNG again, losslessly. */
export async function cutPng(png: Bytes, rect: Rectangle | null): Promise<Picture> {
  if (rect !== null) return draw(png, rect, (_context, canvas) => toPicture(canvas));
  const { width, height } = await draw(png, null, (_context, canvas) => canvas);
  return { bytes: png, width, height };
}

/** The picture with opaque boxes (image pixels), encoded anew: nothing of what was below them is left in it. */
export async function coverPng(png: Bytes, rects: readonly Rectangle[]): Promise<Picture> {
  return draw(png, null, (context, canvas) => {
    context.fillStyle = COVER;
    for (const { x, y, width, height } of rects) context.fillRect(x, y, width, height);
    return toPicture(canvas);
  });
}

/** Of each place (image pixels): is something drawn there, told from the colour that most of it has? */
export async function inkInPng(png: Bytes, rects: readonly Rectangle[]): Promise<boolean[]> {
  return draw(png, null, (context) => rects.map(({ x, y, width, height }) => hasInk(context.getImageData(x, y, width, height).data)));
}

/** @param data red, green, blue, alpha of each pixel */
export function hasInk(data: Uint8ClampedArray): boolean {
  const counts = new Map<number, number>();
  // Nearly the same colours count as one: paper is rarely of a single colour in a picture.
  const toColour = (i: number) => (((data[i] ?? 0) >> 4) << 8) | (((data[i + 1] ?? 0) >> 4) << 4) | ((data[i + 2] ?? 0) >> 4);
  for (let i = 0; i < data.length; i += 4) counts.set(toColour(i), (counts.get(toColour(i)) ?? 0) + 1);
  const paper = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
  const [r, g, b] = [((paper >> 8) & 15) * 17, ((paper >> 4) & 15) * 17, (paper & 15) * 17];
  let ink = 0;
  for (let i = 0; i < data.length; i += 4)
    if (Math.abs((data[i] ?? 0) - r) + Math.abs((data[i + 1] ?? 0) - g) + Math.abs((data[i + 2] ?? 0) - b) > DIFFERENT) ink++;
  return ink >= Math.max(LEAST_INK, (LEAST_SHARE * data.length) / 4);
}

/** All that is done to pictures. */
export const pngPictures = { cut: cutPng, cover: coverPng, ink: inkInPng };
