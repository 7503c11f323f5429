// Puts what either reader found into the shape of a reading.
import type { Account } from '../../model/account.ts';
import type { Sighting, Source, Target, Unreadable } from '../../model/sighting.ts';
import { permalink, rootOf } from './urls.ts';

/** A comment as either eye read it, before its target is worked out. */
export interface Comment {
  readonly id: string;
  readonly postId: string;
  readonly author: Account;
  readonly text: string | null;
  readonly tags: readonly Account[];
  readonly shownAt: string | null;
  /** The comment it answers; null where a reply's parent is not stated. */
  readonly parentId: string | null;
}

/** A video or community post as a target. */
export function toPost(id: string, author: Account | null = null, text: string | null = null): Target {
  return { id, otherIds: [], url: permalink(id, null), author, text };
}

/** A comment as a target. */
export function toParent(postId: string, id: string, known: { author: Account; text: string | null } | null): Target {
  return { id, otherIds: [], url: permalink(postId, id), author: known?.author ?? null, text: known?.text ?? null };
}

/** A comment or reply as a sighting. `post` is the video or community post, `parent` the comment answered. */
export function toSighting(comment: Comment, source: Source, post: Target, parent: Target | null): Sighting {
  return {
    kind: 'sighting',
    platform: 'youtube',
    source,
    action: rootOf(comment.id) === null ? 'comment' : 'reply',
    reaction: null,
    reactionShown: null,
    actor: comment.author,
    post: parent ?? post,
    thread: parent === null ? null : post,
    item: { id: comment.id, otherIds: [], url: permalink(comment.postId, comment.id) },
    text: comment.text,
    tags: [...comment.tags],
    shownAt: comment.shownAt,
    at: null,
    promoted: false,
  };
}

/** A video or community post by its author; with `original`, a community post that passes another one on. */
export function toPostSighting(
  found: { id: string; author: Account; text: string | null; tags: readonly Account[]; shownAt: string | null; original: Target | null },
  source: Source,
): Sighting {
  const words = found.text !== null && found.text.trim() !== '';
  return {
    kind: 'sighting',
    platform: 'youtube',
    source,
    action: found.original === null ? 'post' : words ? 'quote' : 'share',
    reaction: null,
    reactionShown: null,
    actor: found.author,
    post: found.original ?? toPost(found.id, found.author, found.text),
    thread: null,
    item: { id: found.id, otherIds: [], url: permalink(found.id, null) },
    text: words ? found.text : null,
    tags: [...found.tags],
    shownAt: found.shownAt,
    at: null,
    promoted: false,
  };
}

/** Something that looks like an item and lacks a field it needs. */
export function toUnreadable(
  source: Source,
  looksLike: string,
  missing: string[],
  item: { id?: string | null; postId?: string | null } = {},
): Unreadable {
  const id = item.id ?? null;
  const postId = item.postId ?? null;
  const url = postId !== null ? permalink(postId, id !== null && id !== postId ? id : null) : null;
  return { kind: 'unreadable', platform: 'youtube', source, looksLike, missing, item: { id: id ?? postId, url } };
}

/** A whole number as English and Indonesian pages group it ("21,051", "21.051"); null for "21k" or "2,1 rb". */
export function parseCount(text: string | null | undefined): number | null {
  const shown = (text ?? '').trim();
  return /^(?:\d{1,3}(?:[.,\s]\d{3})+|\d+)$/.test(shown) ? Number(shown.replace(/\D/g, '')) : null;
}
