// Readings with their empty fields filled in.
import type { Account } from '../../model/account.ts';
import type { Listing, Sighting, Source, Unreadable } from '../../model/sighting.ts';
import { toIds } from './ids.ts';
import { type Link, toCommentUrl } from './urls.ts';

export type Target = Sighting['post'];
export type Item = Sighting['item'];

export const NO_TARGET: Target = { id: null, otherIds: [], url: null, author: null, text: null };
export const NO_ITEM: Item = { id: null, otherIds: [], url: null };

type Act = Pick<Sighting, 'source' | 'action' | 'actor' | 'post'> & Partial<Sighting>;

export function toSighting(act: Act): Sighting {
  return {
    kind: 'sighting',
    platform: 'facebook',
    reaction: null,
    reactionShown: null,
    thread: null,
    item: NO_ITEM,
    text: null,
    tags: [],
    shownAt: null,
    at: null,
    promoted: false,
    ...act,
  };
}

export function toUnreadable(source: Source, looksLike: string, missing: string[], item: Partial<Item> = {}): Unreadable {
  return { kind: 'unreadable', platform: 'facebook', source, looksLike, missing, item: { id: item.id ?? null, url: item.url ?? null } };
}

type List = Pick<Listing, 'source' | 'action' | 'post'> & Partial<Listing>;

export function toListing(list: List): Listing {
  return { kind: 'listing', platform: 'facebook', total: null, filtered: null, filterShown: null, more: null, ...list };
}

/** The post that a link stands for, with every id that the link holds. */
export function toPost(link: Link, author: Account | null = null, text: string | null = null): Target {
  return { ...toIds(link.postId, ...link.otherPostIds), url: link.postUrl, author: author ?? link.account, text };
}

/** A comment as a target. `rootId` is the top comment of its thread, null for the top comment itself. */
export function toCommentTarget(
  post: Target,
  id: string,
  rootId: string | null,
  author: Account | null,
  text: string | null = null,
): Target {
  return { id, otherIds: [], url: toCommentUrl(post.url, id, rootId === id ? null : rootId), author, text };
}

/** The longest words the schema takes, so that no reading is lost for its length. */
export function toWords(text: string | null | undefined): string | null {
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, 100_000) : null;
}
