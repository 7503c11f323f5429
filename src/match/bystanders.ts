// Takes people out of a sighting who are on neither list: what is kept of an act is about the one account and the campaign.
import type { Account, SiteId } from '../model/account.ts';
import type { Lists } from '../model/lists.ts';
import type { Sighting, Target } from '../model/sighting.ts';
import { findGuarded, findWatched } from './match.ts';

/**
 * The sighting without names, handles, addresses and words of targets by people on neither list (a neighbour's comment that was
 * answered), and without tags of such people. Ids of items stay: they tell which item it was without telling whose.
 */
export function withoutBystanders(sighting: Sighting, lists: Lists): Sighting {
  const { platform } = sighting;
  const actor = sighting.actor;
  const isKept = (account: Account) => isSame(account, actor) || isListed(platform, account, lists);
  const clean = (target: Target): Target =>
    target.author === null || isKept(target.author) ? target : { ...target, author: null, url: null, text: null };
  return {
    ...sighting,
    post: clean(sighting.post),
    thread: sighting.thread === null ? null : clean(sighting.thread),
    tags: sighting.tags.filter(isKept),
  };
}

function isListed(platform: SiteId, account: Account, lists: Lists): boolean {
  return findGuarded(lists, platform, account) !== null || findWatched(lists, platform, account) !== null;
}

function isSame(one: Account, other: Account): boolean {
  if (one.id !== null && other.id !== null) return one.id === other.id;
  return one.handle !== null && one.handle.toLowerCase() === other.handle?.toLowerCase();
}
