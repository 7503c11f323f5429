// Small parts of payloads: accounts, times, words, targets. Each is read where it stands, never searched for.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import { NO_TARGET, type Target, toWords } from './facts.ts';
import { toIds, unpackId } from './ids.ts';
import { type Link, parseLink, toProfileUrl } from './urls.ts';

export function toLink(value: unknown): Link | null {
  return typeof value === 'string' && URL.canParse(value) ? parseLink(new URL(value)) : null;
}

/** A person or page; null without an id or an address, and for the stand-in of somebody anonymous. */
export function toPerson(value: unknown): Account | null {
  const node = toObject(value);
  if (node === null || /anon/i.test(String(node['__typename'] ?? ''))) return null;
  const link = [node['url'], node['profile_url']].map(toLink).find((one) => one?.kind === 'profile') ?? null;
  const number = toText(node['id']);
  const id = number !== null && /^\d+$/.test(number) ? number : (link?.account?.id ?? null);
  const handle = link?.account?.handle ?? null;
  if (id === null && handle === null) return null;
  return { id, handle, name: toText(node['name'])?.slice(0, 2000) ?? null, url: toProfileUrl(id, handle) };
}

/** Seconds since 1970 as ISO; null for anything that is not a plausible time. */
export function toTime(value: unknown): string | null {
  const seconds = Number(toText(value));
  return Number.isSafeInteger(seconds) && seconds > 1_000_000_000 && seconds < 10_000_000_000
    ? new Date(seconds * 1000).toISOString()
    : null;
}

/** The words of a text with entities. */
export function textIn(value: unknown): string | null {
  return toWords(at(value, 'text') as string | null);
}

/** People and pages that a text names by links; addresses come from a second copy of the text, if any. */
export function tagsIn(...texts: unknown[]): Account[] {
  const tags = new Map<string, Account>();
  for (const text of texts) {
    const ranges = at(text, 'ranges');
    for (const range of Array.isArray(ranges) ? ranges : []) {
      const entity = toObject(at(range, 'entity'));
      if (entity === null || !/^(?:User|Page|Profile)/.test(String(entity['__typename'] ?? ''))) continue;
      const name = cut(at(text, 'text'), at(range, 'offset'), at(range, 'length'));
      const person = toPerson(entity);
      const key = person?.id ?? person?.handle ?? null;
      if (person === null || key === null) continue;
      const known = tags.get(key);
      tags.set(key, known?.handle ? known : { ...person, name: known?.name ?? person.name ?? name });
    }
  }
  return [...tags.values()].slice(0, 200);
}

/** Ranges count characters as the site does, whole code points. */
function cut(text: unknown, offset: unknown, length: unknown): string | null {
  if (typeof text !== 'string' || typeof offset !== 'number' || typeof length !== 'number') return null;
  return (
    [...text]
      .slice(offset, offset + length)
      .join('')
      .slice(0, 2000) || null
  );
}

export function listIn(value: unknown, ...path: string[]): unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

export function countIn(...values: unknown[]): number | null {
  const count = values.find((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
  return count === undefined ? null : (count as number);
}

export function moreIn(connection: unknown): boolean | null {
  const next = at(connection, 'page_info', 'has_next_page');
  return typeof next === 'boolean' ? next : null;
}

/** What a feedback id stands for: a post, or a comment with its post as thread. */
export interface FeedbackTarget {
  readonly post: Target;
  readonly thread: Target | null;
  readonly postId: string | null;
  readonly commentId: string | null;
}

export const NO_FEEDBACK: FeedbackTarget = { post: NO_TARGET, thread: null, postId: null, commentId: null };

/** The target behind a feedback node's own id and address, else behind the ids that the request asked for. */
export function toFeedbackTarget(feedback: unknown, variables: Readonly<Record<string, unknown>>): FeedbackTarget {
  const asked = ['feedbackTargetID', 'feedbackID', 'feedback_id', 'id', 'storyID'].map((key) => unpackId(toText(variables[key])));
  const packed = unpackId(toText(at(feedback, 'id'))) ?? asked.find((one) => one !== null) ?? null;
  if (packed === null) return NO_FEEDBACK;
  const link = toLink(at(feedback, 'url'));
  const owner = packed.commentId === null ? toPerson(at(feedback, 'owning_profile')) : null;
  const isSame = link !== null && (link.kind === 'post' || link.kind === 'comment') && link.commentId === packed.commentId;
  const post: Target = {
    ...toIds(packed.postId, ...(isSame ? [link.postId, ...link.otherPostIds] : [])),
    url: isSame ? link.postUrl : null,
    author: owner,
    text: null,
  };
  if (packed.commentId === null) return { post, thread: null, postId: packed.postId, commentId: null };
  return { post: { ...NO_TARGET, id: packed.commentId }, thread: post, postId: packed.postId, commentId: packed.commentId };
}
