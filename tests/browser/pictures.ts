// Kept pictures, read pixel by pixel in the browser that keeps them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../src/cli/steps.ts';
import type { Artefact, Capture } from '../../src/model/capture.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import { KEPT } from './kept.ts';
import { readStore } from './support.ts';

export type Colour = readonly [number, number, number];
/** An extension page in which an expression can be run. */
export type Reader = { evaluate<T>(expression: string): Promise<T> };
/** What a box over somebody looks like. */
export const COVER: Colour = [29, 43, 51];

export async function captures(panel: Reader): Promise<Capture[]> {
  return (await readStore(panel)).log.flatMap(({ canonical }) => {
    const record = recordSchema.parse(JSON.parse(canonical));
    return record.type === 'capture' ? [record.body] : [];
  });
}

export function artefactOf(capture: Capture | undefined, role: Artefact['role']): Artefact {
  const found = capture?.artefacts.find((one) => one.role === role);
  if (found === undefined) throw new Error(`no ${role} among ${capture?.artefacts.map((one) => one.role).join(', ')}`);
  return found;
}

const BLOB = (hash: string) => `(async () => { ${KEPT} return kept.blob('${hash}'); })()`;

export const textOf = (panel: Reader, { hash }: Artefact) =>
  panel.evaluate<string>(`${BLOB(hash)}.then((bytes) => new TextDecoder().decode(bytes))`);

export interface Pixels {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Colour;
  /** How many pixels have this colour, give or take 3 in each channel. */
  count(colour: Colour): number;
}
export const isLike = (one: Colour, other: Colour, give = 3) => one.every((value, i) => Math.abs(value - (other[i] as number)) <= give);

/** A kept picture; also written to out/fidelity under `name`, to be looked at. */
export async function pixelsOf(panel: Reader, { hash }: Artefact, name: string): Promise<Pixels> {
  const png = await panel.evaluate<string>(
    `${BLOB(hash)}.then((bytes) => { let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return btoa(text); })`,
  );
  return decode(panel, png, name);
}

/** A PNG, given in base64. */
export async function decode(panel: Reader, png: string, name: string): Promise<Pixels> {
  const folder = join(projectFolder, 'out/fidelity');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), Buffer.from(png, 'base64'));
  const { width, height, data } = await panel.evaluate<{ width: number; height: number; data: string }>(`(async () => {
    const bytes = Uint8Array.from(atob('${png}'), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let i = 0; i < data.length; i++) text += String.fromCharCode(data[i]);
    return { width: image.width, height: image.height, data: btoa(text) };
  })()`);
  const raw = Buffer.from(data, 'base64');
  const at = (x: number, y: number): Colour => {
    const i = (y * width + x) * 4;
    return [raw[i] ?? 0, raw[i + 1] ?? 0, raw[i + 2] ?? 0];
  };
  return {
    width,
    height,
    at,
    count(colour) {
      let n = 0;
      for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isLike(at(x, y), colour)) n++;
      return n;
    },
  };
}
