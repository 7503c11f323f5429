// How certain an entry of the rules is, in words that fit the number of its sources.

import { citedIn } from '../../model/cited.ts';
import type { Certainty, Citation } from '../../model/rules.ts';

/** What is said of how certain it is; null where nothing is. */
export function certaintyKey(entry: {
  readonly sources: readonly Citation[];
  readonly certainty?: Certainty;
}): `certainty.${Certainty}` | 'rules.partlyGeneral' | null {
  const cited = citedIn(entry.sources);
  if (cited.length === entry.sources.length) return entry.certainty === undefined ? null : `certainty.${entry.certainty}`;
  return cited.length === 0 ? 'certainty.general' : 'rules.partlyGeneral';
}
