// How much of a list was on show, in sentences. A number that nobody counted is never said.
import type { Limit } from '../../model/platform.ts';
import type { Listing } from '../../model/sighting.ts';
import { type Language, say } from '../words.ts';

/** The latest word on each list: same act on the same post. */
export function latestListings(listings: readonly Listing[]): Listing[] {
  const latest = new Map<string, Listing>();
  for (const listing of listings) {
    const key = `${listing.action} ${listing.post.id ?? listing.post.url ?? ''}`;
    latest.set(key, merge(latest.get(key), listing));
  }
  return [...latest.values()];
}

/** What one eye did not tell stays as the other one told it. */
function merge(before: Listing | undefined, now: Listing): Listing {
  if (before === undefined) return now;
  return { ...now, total: now.total ?? before.total, filtered: now.filtered ?? before.filtered, more: now.more ?? before.more };
}

/** Those that the user can do something about come first. */
export function byUse(listings: readonly Listing[]): Listing[] {
  const use = (listing: Listing) => Number(listing.filtered === true) * 2 + Number(listing.more === true);
  return listings.toSorted((a, b) => use(b) - use(a));
}

/** One or more sentences for one list. `limits`: what the site shows to others at all. */
export function toCoverage(listing: Listing, language: Language, limits: readonly Limit[] = []): string[] {
  const what = say(language, `listing.${listing.action}`);
  if (limits.some((limit) => limit.action === listing.action && limit.visible === 'no'))
    return listing.total === null ? [] : [say(language, 'now.coverHidden', { total: listing.total, what })];
  const lines = [
    listing.total === null ? say(language, 'now.coverUnknown', { what }) : say(language, 'now.coverTotal', { total: listing.total, what }),
  ];
  if (listing.filtered === true) {
    const about = listing.action === 'comment' || listing.action === 'reply';
    if (about && listing.platform === 'facebook') lines.push(say(language, 'now.coverFilteredFacebook'));
    else if (about && listing.platform === 'youtube') lines.push(say(language, 'now.coverFilteredYoutube'));
    else lines.push(say(language, 'now.coverFiltered', { what }));
  }
  if (listing.more === true) lines.push(say(language, 'now.coverMore'));
  else if (listing.more === false && listing.filtered !== true) lines.push(say(language, 'now.coverEnd'));
  return lines;
}
