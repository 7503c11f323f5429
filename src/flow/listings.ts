// What the site says of the lists on one page: how many there are, and whether it left some out.
import type { Listing, Sighting } from '../model/sighting.ts';
import type { Coverage } from './coverage.ts';

export interface Listings {
  keep(listing: Listing): void;
  /** All, with the count of acts that were seen of each. */
  all(): Listing[];
  /** What the site says of the very list that an act stands in. */
  of(act: Sighting): Listing[];
  clear(): void;
}

const LIMIT = 50;

export function keepListings(cover: Pick<Coverage, 'fill'>): Listings {
  const kept = new Map<string, Listing>();
  const all = () => [...kept.values()].map((listing) => cover.fill(listing));
  return {
    keep({ post, ...rest }) {
      // Whose post it is says the sighting, where it matters; of all others nothing is kept.
      const listing: Listing = { ...rest, post: { ...post, author: null, text: null } };
      // Each eye's word for itself: the page, read again and again, must not wipe out the total that only the wire told.
      const key = `${listing.source} ${listing.action} ${post.id ?? post.url ?? ''}`;
      kept.delete(key);
      kept.set(key, listing);
      if (kept.size > LIMIT) kept.delete(kept.keys().next().value as string);
    },
    all,
    of({ post, thread }) {
      const ids = [post, thread].flatMap((target) => (target === null ? [] : [target.id, ...target.otherIds, target.url]));
      return all().filter(({ post: of }) => [of.id, ...of.otherIds, of.url].some((id) => id !== null && ids.includes(id)));
    },
    clear: () => kept.clear(),
  };
}
