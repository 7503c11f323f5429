// Puts what either reader found into the shape of a reading.
import { fromShortcode } from '../../lib/shortcode.ts';
import type { Account } from '../../model/account.ts';
import type { Action, Listing, People, Sighting, Source, Target, Unreadable } from '../../model/sighting.ts';
import { codeOf, postUrl } from './urls.ts';

/** A post as a target, by numeric id, short code, or both. */
export function toPost(known: { id?: string | null; code?: string | null; author?: Account | null; text?: string | null }): Target {
  const code = known.code ?? codeOf(known.id ?? null);
  const id = known.id ?? (code === null ? null : fromShortcode(code)) ?? code;
  return {
    id,
    otherIds: code === null || code === id ? [] : [code],
    url: code === null ? null : postUrl(code, known.author?.handle ?? null),
    author: known.author ?? null,
    text: known.text ?? null,
  };
}

interface Found {
  readonly action: Action;
  readonly actor: Account;
  readonly post: Target;
  readonly thread?: Target | null;
  /** The act's own item; null for a like. */
  readonly item?: Target | null;
  readonly text?: string | null;
  readonly tags?: readonly Account[];
  readonly shownAt?: string | null;
  readonly at?: string | null;
  readonly promoted?: boolean;
}

export function toSighting(source: Source, found: Found): Sighting {
  const item = found.action === 'post' ? found.post : (found.item ?? null);
  return {
    kind: 'sighting',
    platform: 'threads',
    source,
    action: found.action,
    reaction: found.action === 'like' ? 'like' : null,
    reactionShown: null,
    actor: found.actor,
    post: found.post,
    thread: found.thread ?? null,
    item: { id: item?.id ?? null, otherIds: item?.otherIds ?? [], url: item?.url ?? null },
    text: found.text ?? null,
    tags: [...(found.tags ?? [])].slice(0, 200),
    shownAt: found.shownAt ?? null,
    at: found.at ?? null,
    promoted: found.promoted ?? false,
  };
}

/** A list of people (`actor` null), or one of its rows. */
export function toPeople(actor: Account | null, people: readonly Account[]): People {
  return { kind: 'people', platform: 'threads', source: 'page', actor, people: people.slice(0, 5000) };
}

/** Something that looks like an item and lacks a field it needs. */
export function toUnreadable(source: Source, looksLike: string, missing: readonly string[], item: Target | null = null): Unreadable {
  return {
    kind: 'unreadable',
    platform: 'threads',
    source,
    looksLike,
    missing: [...missing],
    item: { id: item?.id ?? null, url: item?.url ?? null },
  };
}

type Told = Partial<Pick<Listing, 'total' | 'filtered' | 'filterShown' | 'more'>>;

export function toListing(source: Source, action: Action, post: Target, told: Told): Listing {
  return {
    kind: 'listing',
    platform: 'threads',
    source,
    action,
    post,
    total: null,
    filtered: null,
    filterShown: null,
    more: null,
    ...told,
  };
}
