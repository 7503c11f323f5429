// Sources as numbers, so that a printed page can be followed to each of them.
import type { Citation } from '../../model/rules.ts';

const keyOf = ({ label, where }: Citation) => `${label}\n${where}`;

export interface References {
  /** In order of their numbers, from 1. */
  readonly list: readonly Citation[];
  numbersOf(sources: readonly Citation[]): number[];
}

/** Numbers every source once, in the order in which the entries come. */
export function toReferences(entries: readonly { readonly sources: readonly Citation[] }[]): References {
  const list = [...new Map(entries.flatMap(({ sources }) => sources.map((one) => [keyOf(one), one] as const))).values()];
  const numbers = new Map(list.map((one, at) => [keyOf(one), at + 1]));
  return { list, numbersOf: (sources) => sources.flatMap((one) => numbers.get(keyOf(one)) ?? []).sort((a, b) => a - b) };
}
