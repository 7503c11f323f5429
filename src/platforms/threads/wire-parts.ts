// The parts that every Threads payload is made of: accounts, posts, and which post a request was about.
import { at, toObject, toText } from '../../lib/json.ts';
import { isoOfSeconds } from '../../lib/stated-time.ts';
import type { Account } from '../../model/account.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Target } from '../../model/sighting.ts';
import { toPost } from './readings.ts';
import { postVariables } from './selectors.ts';
import { isHandle, profileUrl } from './urls.ts';

export type Dict = Record<string, unknown>;

/** A whole number as digits; `3729_630` (post and author) gives the first. */
export function toId(value: unknown): string | null {
  return /^(\d+)(?:_\d+)?$/.exec(toText(value) ?? '')?.[1] ?? null;
}

/** An account, from its own fields only; null where neither id nor handle is there. */
export function toAccount(value: unknown): Account | null {
  const user = toObject(value);
  if (user === null) return null;
  const id = toId(user['pk']) ?? toId(user['id']);
  const username = toText(user['username']);
  // Recorded 2026-06: a display name ("AI Generator") in the field of the handle.
  const handle = username !== null && isHandle(username) ? username : null;
  if (id === null && handle === null) return null;
  return {
    id,
    handle,
    name: toText(user['full_name']) ?? (handle === null ? username : null),
    url: handle === null ? null : profileUrl(handle),
  };
}

/** Are two accounts the same, by what both of them state? Unknown is not the same. */
export function isSame(one: Account | null, other: Account | null): boolean {
  if (one === null || other === null) return false;
  if (one.id !== null && other.id !== null) return one.id === other.id;
  return one.handle !== null && other.handle !== null && one.handle.toLowerCase() === other.handle.toLowerCase();
}

export function listIn(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** One post of a payload, from its own fields only. */
export interface Post {
  readonly target: Target;
  readonly author: Account | null;
  readonly text: string | null;
  readonly tags: Account[];
  readonly at: string | null;
  /** null where the payload does not say. */
  readonly isReply: boolean | null;
  /** Whom it answers, and whose thread it stands in, where the payload says so: accounts, never posts. */
  readonly replyTo: Account | null;
  readonly rootAuthor: Account | null;
  readonly quoted: Dict | null;
  readonly reposted: Dict | null;
  readonly replies: number | null;
  readonly promoted: boolean;
}

/** Reads a post object; null where it has neither id nor code. */
export function toThreadPost(value: unknown): Post | null {
  const post = toObject(value);
  const id = toId(post?.['pk']) ?? toId(post?.['id']);
  const code = toText(post?.['code']);
  if (post === null || (id === null && code === null)) return null;
  const info = toObject(post['text_post_app_info']) ?? {};
  const author = toAccount(post['user']);
  const fragments = listIn(info, 'text_fragments', 'fragments');
  const plain = fragments.map((part) => toText(at(part, 'plaintext')) ?? '').join('');
  const text = toText(at(post, 'caption', 'text')) ?? (plain === '' ? null : plain);
  const count = info['direct_reply_count'];
  return {
    target: toPost({ id, code, author, text }),
    author,
    text,
    tags: fragments.map((part) => toAccount(at(part, 'mention_fragment', 'mentioned_user'))).filter((account) => account !== null),
    at: isoOfSeconds(post['taken_at']),
    isReply: typeof info['is_reply'] === 'boolean' ? info['is_reply'] : null,
    replyTo: toAccount(info['reply_to_author']),
    rootAuthor: toAccount(info['root_post_author']),
    quoted: toObject(at(info, 'share_info', 'quoted_post')),
    reposted: toObject(at(info, 'share_info', 'reposted_post')),
    replies: typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null,
    promoted: post['is_ad'] === true || toText(post['ad_id']) !== null || toObject(post['injected']) !== null,
  };
}

/** The post that a list belongs to, from what was asked for; null where the request does not say. */
export function askedPost(exchange: Exchange): string | null {
  for (const key of postVariables) {
    const id = toId(exchange.variables[key]);
    if (id !== null) return id;
  }
  return null;
}
