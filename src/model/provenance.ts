// How far a record's origin can be followed. Netra only ever says the first three: that a second person saw the same, or that the site or
// Bawaslu gave a copy, is for people to state.
import type { Artefact, Capture } from './capture.ts';

export const LEVELS = ['P0', 'P1', 'P2'] as const;
export type Level = (typeof LEVELS)[number];

/** P0: only what was read · P1: and the item's source · P2: and a picture, from the same gesture. */
export function levelOf({ artefacts, notKept = [] }: Pick<Capture, 'artefacts' | 'notKept'>): Level {
  const kept = new Set<Artefact['role']>(artefacts.map(({ role }) => role));
  const taken = new Set<Artefact['role']>([...kept, ...notKept.map(({ role }) => role)]);
  const hasSource = kept.has('source') || kept.has('redacted-source');
  const hasPicture = (kept.has('crop') || kept.has('redacted')) && taken.has('screenshot');
  return hasSource ? (hasPicture ? 'P2' : 'P1') : 'P0';
}

/** Said on each record, in both languages. */
export const LEVEL_WORDS: Readonly<Record<Level, { readonly id: string; readonly en: string }>> = {
  P0: {
    id: 'Tingkat asal-usul P0: hanya data yang terbaca, tanpa sumber halaman dan tanpa gambar layar',
    en: 'Level of origin P0: only the data that was read, without page source and without a picture of the screen',
  },
  P1: {
    id: 'Tingkat asal-usul P1: data yang terbaca dan sumber halaman, tanpa gambar layar',
    en: 'Level of origin P1: the data that was read and the page’s source, without a picture of the screen',
  },
  P2: {
    id: 'Tingkat asal-usul P2: gambar layar dan sumber halaman dari satu tindakan yang sama',
    en: 'Level of origin P2: a picture of the screen and the page’s source from one and the same action',
  },
};
/** What it would take to go further; told beside the level. */
export const FURTHER_LEVELS: { readonly id: string; readonly en: string } = {
  id: 'P3 (orang kedua melihatnya di perangkat lain) dan P4 (salinan dari situs atau Bawaslu) tidak pernah ditetapkan oleh Netra: hanya orang yang dapat menyatakannya.',
  en: 'P3 (a second person saw it on another device) and P4 (a copy from the site or Bawaslu) are never set by Netra: only people can state them.',
};
