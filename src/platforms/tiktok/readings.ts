// Puts what either reader found into the shape of a reading.
import type { Account } from '../../model/account.ts';
import type { Action, Sighting, Source, Target, Unreadable } from '../../model/sighting.ts';
import { permalink } from './urls.ts';

/** A post as a target. */
export function toPost(id: string, author: Account | null = null, text: string | null = null): Target {
  return { id, otherIds: [], url: permalink(id, author?.handle ?? null), author, text };
}

/** A comment as a target; TikTok gives comments no address of their own. */
export function toParent(id: string | null, author: Account | null, text: string | null): Target {
  return { id, otherIds: [], url: null, author, text };
}

interface Found {
  readonly action: Action;
  readonly actor: Account;
  readonly post: Target;
  readonly thread?: Target | null;
  readonly itemId?: string | null;
  readonly text?: string | null;
  readonly tags?: readonly Account[];
  readonly shownAt?: string | null;
  readonly at?: string | null;
  readonly promoted?: boolean;
}

export function toSighting(source: Source, found: Found): Sighting {
  const own = found.action === 'post' ? found.post : null;
  return {
    kind: 'sighting',
    platform: 'tiktok',
    source,
    action: found.action,
    reaction: null,
    reactionShown: null,
    actor: found.actor,
    post: found.post,
    thread: found.thread ?? null,
    item: { id: own?.id ?? found.itemId ?? null, otherIds: [], url: own?.url ?? null },
    text: found.text ?? null,
    tags: [...(found.tags ?? [])],
    shownAt: found.shownAt ?? null,
    at: found.at ?? null,
    promoted: found.promoted ?? false,
  };
}

/** Something that looks like an item and lacks a field it needs. */
export function toUnreadable(source: Source, looksLike: string, missing: string[], id: string | null = null): Unreadable {
  return { kind: 'unreadable', platform: 'tiktok', source, looksLike, missing, item: { id, url: null } };
}
