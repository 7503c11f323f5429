// What measurements and pictures have in common in tests: nothing is hidden, and nobody else is there.
import type { Pictures } from '../../src/flow/artefacts.ts';
import type { Stood } from '../../src/model/stood.ts';
import { toPng } from '../report/sample.ts';

export const SEEN: Pick<Stood, 'shownText' | 'redacted'> = {
  shownText: {
    of: 'words',
    characters: 11,
    visible: 11,
    hidden: [],
    added: 0,
    item: { characters: 15, visible: 15 },
    lines: [{ rect: { x: 30, y: 40, width: 100, height: 20 }, characters: 11 }],
  },
  redacted: { boxes: [], source: '<article><p>tanpa orang lain</p></article>', copy: '<!doctype html><p>tanpa orang lain</p>' },
};

/** Pictures of any size that anybody asks for; there is ink everywhere. */
export const PICTURES: Pictures = {
  cut: async (png, rect) => ({
    bytes: rect === null ? png : toPng(rect.width, rect.height, 2),
    width: rect?.width ?? 640,
    height: rect?.height ?? 400,
  }),
  cover: async (png) => {
    const { width, height } = sizeOf(png);
    return { bytes: toPng(width, height, 3), width, height };
  },
  ink: async (_png, rects) => rects.map(() => true),
};

function sizeOf(png: Uint8Array<ArrayBuffer>): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export const ORIGINALS = ['screenshot', 'crop', 'source', 'copy'];
export const REDACTED = ['redacted', 'redacted-source', 'redacted-copy'];
