// How much of a list was on show, in sentences. A number that nobody counted is never said.
import type { Limit } from '../../model/platform.ts';
import type { Listing } from '../../model/sighting.ts';
import { type Language, say } from '../words.ts';

/** The latest word on each list: same act on the same post, by any id in common (Facebook's number and `pfbid…`). */
export function latestListings(listings: readonly Listing[]): Listing[] {
  const latest: Listing[] = [];
  for (const listing of listings) {
    const place = latest.findIndex((one) => one.action === listing.action && isSamePost(one.post, listing.post));
    const before = latest[place];
    if (before === undefined) latest.push(listing);
    else latest[place] = merge(before, listing);
  }
  return latest;
}

function isSamePost(one: Listing['post'], other: Listing['post']): boolean {
  const [ids, otherIds] = [idsOf(one), idsOf(other)];
  return ids.length === 0 && otherIds.length === 0 ? one.url === other.url : ids.some((id) => otherIds.includes(id));
}

function idsOf({ id, otherIds }: Listing['post']): string[] {
  return id === null ? [...otherIds] : [id, ...otherIds];
}

/** What one eye did not tell stays as the other one told it. */
function merge(before: Listing, now: Listing): Listing {
  const id = now.post.id ?? before.post.id;
  const otherIds = [...new Set([...idsOf(before.post), ...idsOf(now.post)])].filter((one) => one !== id);
  return {
    ...now,
    post: { ...now.post, id, otherIds, author: now.post.author ?? before.post.author },
    total: now.total ?? before.total,
    filtered: now.filtered ?? before.filtered,
    more: now.more ?? before.more,
    // Each eye's listing carries the same count, unless one was told before the ids of the post were known.
    ...(now.seen === undefined && before.seen === undefined ? {} : { seen: Math.max(now.seen ?? 0, before.seen ?? 0) }),
  };
}

/** Those that are being looked at come first, then those that the user can do something about. */
export function byUse(listings: readonly Listing[]): Listing[] {
  const use = ({ filtered, more, seen = 0 }: Listing) => Number(seen > 0) * 4 + Number(filtered === true) * 2 + Number(more === true);
  return listings.toSorted((a, b) => use(b) - use(a));
}

/** One or more sentences for one list. `limits`: what the site shows to others at all. */
export function toCoverage(listing: Listing, language: Language, limits: readonly Limit[] = []): string[] {
  const what = say(language, `listing.${listing.action}`);
  if (limits.some((limit) => limit.action === listing.action && limit.visible === 'no'))
    return listing.total === null ? [] : [say(language, 'now.coverHidden', { total: listing.total, what })];
  const lines = [countOf(listing, what, language)];
  if (listing.filtered === true) {
    const about = listing.action === 'comment' || listing.action === 'reply';
    if (about && listing.platform === 'facebook') lines.push(say(language, 'now.coverFilteredFacebook'));
    else if (about && listing.platform === 'youtube') lines.push(say(language, 'now.coverFilteredYoutube'));
    // Instagram's lists of accounts end early and have no other order to choose.
    else if (!about && listing.platform === 'instagram') lines.push(say(language, 'now.coverCapped', { what }));
    else lines.push(say(language, 'now.coverFiltered', { what }));
  }
  if (listing.more === true && listing.seen === undefined) lines.push(say(language, 'now.coverMore'));
  else if (listing.more === false && listing.filtered !== true && !isShort(listing)) lines.push(say(language, 'now.coverEnd'));
  return lines;
}

/** Nothing seen, or fewer than the site states: then the end of the list is no end of what there is. */
const isShort = ({ seen, total }: Listing) => seen === 0 || (seen !== undefined && total !== null && seen < total);

function countOf(listing: Listing, what: string, language: Language): string {
  const { seen, total, more } = listing;
  if (seen === undefined)
    return total === null ? say(language, 'now.coverUnknown', { what }) : say(language, 'now.coverTotal', { total, what });
  const said = total === null ? say(language, 'now.coverSeenOnly', { seen, what }) : say(language, 'now.coverSeen', { seen, total, what });
  return `${said}${more === true ? say(language, 'now.coverScroll') : ''}.`;
}
