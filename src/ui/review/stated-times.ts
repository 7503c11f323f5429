// Where a site states two exact times of one act.
import type { Capture } from '../../model/capture.ts';

/** Sites state seconds at most: a part of a second is no other time. */
const secondOf = (at: string) => Math.floor(Date.parse(at) / 1000);

/** Both times, ISO 8601, where what stood in the page and what the site's data said disagree; else null. */
export function twoTimes({ page, wire }: Pick<Capture['eyes'], 'page' | 'wire'>): { readonly page: string; readonly wire: string } | null {
  if (page === null || wire === null || page.at === null || wire.at === null || secondOf(page.at) === secondOf(wire.at)) return null;
  return { page: page.at, wire: wire.at };
}
