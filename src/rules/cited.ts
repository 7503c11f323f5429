// Which of an entry's sources somebody opened: general knowledge is none.
import type { Citation } from '../model/rules.ts';
import { GENERAL } from './data/sources.ts';

/** The sources that can be looked up. */
export function citedIn(sources: readonly Citation[]): readonly Citation[] {
  return sources.filter(({ label }) => label !== GENERAL.label);
}
