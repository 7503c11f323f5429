// Readings of X, with the parts that are the same in all of them filled in.
import type { Account } from '../../model/account.ts';
import type { Action, Listing, Sighting, Source, Unreadable } from '../../model/sighting.ts';
import { permalink } from './urls.ts';

export type Target = Sighting['post'];

/** A post as the target of an act. */
export function toTarget(id: string | null, author: Account | null, text: string | null, otherIds: string[] = []): Target {
  return { id, otherIds, url: permalink(id, author?.handle ?? null), author, text };
}

/** What varies from one act to the next; everything else starts out as unknown. */
export type Act = Pick<Sighting, 'source' | 'action' | 'actor' | 'post'> & Partial<Omit<Sighting, 'kind' | 'platform'>>;

export function sighting(act: Act): Sighting {
  return {
    kind: 'sighting',
    platform: 'x',
    source: act.source,
    action: act.action,
    reaction: act.reaction ?? null,
    reactionShown: act.reactionShown ?? null,
    actor: act.actor,
    post: act.post,
    thread: act.thread ?? null,
    item: act.item ?? { id: null, otherIds: [], url: null },
    text: act.text ?? null,
    tags: act.tags ?? [],
    shownAt: act.shownAt ?? null,
    at: act.at ?? null,
    promoted: act.promoted ?? false,
  };
}

export function unreadable(
  source: Source,
  looksLike: string,
  missing: string[],
  id: string | null = null,
  url = permalink(id, null),
): Unreadable {
  return { kind: 'unreadable', platform: 'x', source, looksLike, missing, item: { id, url } };
}

export function listing(
  source: Source,
  action: Action,
  post: Target,
  known: Partial<Pick<Listing, 'total' | 'filtered' | 'filterShown' | 'more'>>,
): Listing {
  return { kind: 'listing', platform: 'x', source, action, post, total: null, filtered: null, filterShown: null, more: null, ...known };
}
