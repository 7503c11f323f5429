// Which of an entry's sources somebody opened: general knowledge is none.
import type { Citation } from './rules.ts';

/** Nobody opened a source for it. */
export const GENERAL: Citation = { label: 'Pengetahuan umum', where: 'belum ada naskah yang dibuka' };

/** The sources that can be looked up. */
export function citedIn(sources: readonly Citation[]): readonly Citation[] {
  return sources.filter(({ label }) => label !== GENERAL.label);
}
