// Puts what either reader found into the shape of a reading.
import { fromShortcode } from '../../lib/shortcode.ts';
import type { Account } from '../../model/account.ts';
import type { Action, Listing, Sighting, Source, Target, ToldAccount, Unreadable } from '../../model/sighting.ts';
import { codeOf, commentUrl, postUrl } from './urls.ts';

/** A post as a target, by numeric id, short code, or both. */
export function toPost(known: { id?: string | null; code?: string | null; author?: Account | null; text?: string | null }): Target {
  const code = known.code ?? codeOf(known.id ?? null);
  const id = known.id ?? (code === null ? null : fromShortcode(publicPart(code))) ?? code;
  return {
    id,
    otherIds: code === null || code === id ? [] : [code],
    url: code === null ? null : postUrl(code),
    author: known.author ?? null,
    text: known.text ?? null,
  };
}

/** Codes of private accounts' posts carry a key of 28 letters behind the number. */
function publicPart(code: string): string {
  return code.length > 28 ? code.slice(0, -28) : code;
}

/** A comment as a target. `topId` is the topmost comment above it, where it is a reply itself. */
export function toComment(
  id: string,
  code: string | null,
  topId: string | null,
  author: Account | null = null,
  text: string | null = null,
): Target {
  return { id, otherIds: [], url: addressOf(id, code, topId), author, text };
}

/** The address of a comment (or of a reply below `topId`), or null without the post's code. */
export function addressOf(id: string, code: string | null, topId: string | null): string | null {
  if (code === null) return null;
  return topId === null || topId === id ? commentUrl(code, id) : commentUrl(code, topId, id);
}

interface Found {
  readonly action: Action;
  readonly actor: Account;
  readonly post: Target;
  readonly thread?: Target | null;
  readonly item?: { id: string; url: string | null } | null;
  readonly text?: string | null;
  readonly tags?: readonly Account[];
  readonly shownAt?: string | null;
  readonly at?: string | null;
  readonly promoted?: boolean;
}

export function toSighting(source: Source, found: Found): Sighting {
  const { post, item } = found;
  return {
    kind: 'sighting',
    platform: 'instagram',
    source,
    action: found.action,
    reaction: found.action === 'like' ? 'like' : null,
    reactionShown: null,
    actor: found.actor,
    post,
    thread: found.thread ?? null,
    item:
      found.action === 'post'
        ? { id: post.id, otherIds: post.otherIds, url: post.url }
        : { id: item?.id ?? null, otherIds: [], url: item?.url ?? null },
    text: found.text ?? null,
    tags: [...(found.tags ?? [])],
    shownAt: found.shownAt ?? null,
    at: found.at ?? null,
    promoted: found.promoted ?? false,
  };
}

/** Something that looks like an item and lacks a field it needs. */
export function toUnreadable(
  source: Source,
  looksLike: string,
  missing: readonly string[],
  id: string | null = null,
  url: string | null = null,
): Unreadable {
  return { kind: 'unreadable', platform: 'instagram', source, looksLike, missing: [...missing], item: { id, url } };
}

/** What an answer says of an account by itself; nothing where it does not name both id and handle. */
export function readToldAccount(account: Account | null): ToldAccount[] {
  return account === null || account.id === null || account.handle === null
    ? []
    : [{ kind: 'account', platform: 'instagram', source: 'wire', account }];
}

type Told = Partial<Pick<Listing, 'total' | 'filtered' | 'filterShown' | 'more'>>;

export function toListing(source: Source, action: Action, post: Target, told: Told): Listing {
  return {
    kind: 'listing',
    platform: 'instagram',
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
