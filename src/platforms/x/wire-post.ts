// One post of an answer: its own facts, each from its one place, and never from the posts nested in it.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import { QUOTED_KEYS, REPOSTED_KEYS } from './selectors.ts';
import { isDigits, parsePermalink, toAccount } from './urls.ts';

export interface WirePost {
  readonly id: string;
  readonly author: Account;
  readonly text: string | null;
  readonly tags: Account[];
  readonly shownAt: string | null;
  readonly at: string | null;
  readonly conversationId: string | null;
  /** The post it answers. */
  readonly parent: { readonly id: string; readonly author: Account | null } | null;
  /** The post it quotes: `post` where the answer holds it whole. `id` null: it quotes one that is not named. */
  readonly quoted: {
    readonly id: string | null;
    readonly otherIds: string[];
    readonly author: Account | null;
    readonly post: WirePost | null;
  } | null;
  /** The post it passes on: null if it passes on none; `post` null if that one cannot be read. */
  readonly reposted: { readonly post: WirePost | null } | null;
  readonly counts: {
    readonly reply: number | null;
    readonly share: number | null;
    readonly quote: number | null;
    readonly like: number | null;
  };
}

export type Read = { readonly post: WirePost } | { readonly missing: string[]; readonly id: string | null };

/** Nested posts are at most: a repost of a quote of a quote. */
const DEPTH = 4;

/** Reads a `tweet_results.result` (or the object around it). Only the two permanent ids are required. */
export function readWirePost(value: unknown, depth = 0): Read {
  const result = unwrap(value);
  if (result === null || depth > DEPTH) return { missing: ['author', 'id'], id: null };
  const legacy = toObject(result['legacy']) ?? {};
  const id = toId(result['rest_id']) ?? toId(legacy['id_str']);
  const author = readAuthor(result, legacy);
  if (id === null || author === null) return { missing: [...(author === null ? ['author'] : []), ...(id === null ? ['id'] : [])], id };
  const reposted = findNested(result, legacy, REPOSTED_KEYS);
  const note = result['note_tweet'] === undefined ? undefined : at(result, 'note_tweet', 'note_tweet_results', 'result');
  const noteText = toText(at(note, 'text'));
  return {
    post: {
      id,
      author,
      text: noteText ?? toPlain(toText(legacy['full_text']) ?? toText(at(result, 'details', 'full_text'))),
      tags: noteText === null ? readTags(legacy['entities'], legacy['display_text_range']) : readTags(at(note, 'entity_set'), undefined),
      shownAt: toText(legacy['created_at']),
      at: toInstant(toText(legacy['created_at'])) ?? toInstantMs(at(result, 'details', 'created_at_ms')),
      conversationId: toId(legacy['conversation_id_str']),
      parent: readParent(result, legacy),
      // A repost repeats the quote fields of what it passes on.
      quoted: reposted === undefined ? readQuoted(result, legacy, depth) : null,
      reposted: reposted === undefined ? null : readReposted(reposted, depth),
      counts: {
        reply: toCount(legacy['reply_count'] ?? at(result, 'counts', 'reply_count')),
        share: toCount(legacy['retweet_count'] ?? at(result, 'counts', 'retweet_count')),
        quote: toCount(legacy['quote_count'] ?? at(result, 'counts', 'quote_count')),
        like: toCount(legacy['favorite_count'] ?? at(result, 'counts', 'favorite_count')),
      },
    },
  };
}

/** Takes off `TweetWithVisibilityResults`; null for tombstones, unavailable posts and anything that is no post. */
function unwrap(value: unknown): Record<string, unknown> | null {
  const held = toObject(at(value, 'result')) ?? toObject(value);
  const inner = toObject(held?.['tweet']) ?? held;
  if (inner === null) return null;
  return 'legacy' in inner || 'core' in inner || 'rest_id' in inner ? inner : null;
}

/** An account of an answer. The name fields moved from `legacy` to `core` in June 2025; some answers have neither. */
export function readUser(value: unknown): Account | null {
  const user = toObject(at(value, 'result')) ?? toObject(value);
  const id = toId(user?.['rest_id']);
  const handle = toText(at(user, 'core', 'screen_name')) ?? toText(at(user, 'legacy', 'screen_name'));
  const name = toText(at(user, 'core', 'name')) ?? toText(at(user, 'legacy', 'name'));
  return id === null && handle === null ? null : toAccount(id, handle, name);
}

/** The author by the post's own two statements, which have to agree. */
function readAuthor(result: Record<string, unknown>, legacy: Record<string, unknown>): Account | null {
  const stated = toId(legacy['user_id_str']);
  const user = readUser(at(result, 'core', 'user_results')) ?? readUser(at(result, 'core', 'user_result'));
  if (user === null) return stated === null ? null : toAccount(stated, null, null);
  if (user.id !== null && stated !== null && user.id !== stated) return null;
  return user.id === null && stated !== null ? toAccount(stated, user.handle, user.name) : user;
}

function readParent(result: Record<string, unknown>, legacy: Record<string, unknown>): WirePost['parent'] {
  const newer = result['reply_to_results'];
  const id = toId(legacy['in_reply_to_status_id_str']) ?? toId(at(newer, 'rest_id')) ?? toId(at(newer, 'result', 'rest_id'));
  // An answered user without an answered post is a post that begins with @name, not a reply.
  if (id === null) return null;
  const userId = toId(legacy['in_reply_to_user_id_str']);
  const handle = toText(legacy['in_reply_to_screen_name']);
  const author = userId === null && handle === null ? readUser(result['reply_to_user_results']) : toAccount(userId, handle, null);
  return { id, author };
}

function readQuoted(result: Record<string, unknown>, legacy: Record<string, unknown>, depth: number): WirePost['quoted'] {
  const nested = findNested(result, legacy, QUOTED_KEYS);
  const stated = toId(legacy['quoted_status_id_str']);
  if (nested === undefined && stated === null && legacy['is_quote_status'] !== true) return null;
  const address = toText(at(legacy, 'quoted_status_permalink', 'expanded'));
  const linked = address === null ? null : parsePermalink(address);
  const read = readWirePost(nested, depth + 1);
  const nestedId = 'post' in read ? read.post.id : read.id;
  const id = stated ?? nestedId ?? linked?.postId ?? null;
  // The nested post counts as the quoted one only if it is the stated one, or a later edit of it.
  const post = 'post' in read && (read.post.id === id || isEditOf(nested, id)) ? read.post : null;
  const byLink = linked?.postId === id && linked?.account != null ? linked.account : null;
  return { id, otherIds: post !== null && id !== null && post.id !== id ? [post.id] : [], author: post?.author ?? byLink, post };
}

function isEditOf(nested: unknown, id: string | null): boolean {
  const control = unwrap(nested)?.['edit_control'];
  const edits = at(control, 'edit_tweet_ids') ?? at(control, 'initial_tweet_id');
  return id !== null && (Array.isArray(edits) ? edits.map(toText).includes(id) : toText(edits) === id);
}

function readReposted(nested: unknown, depth: number): WirePost['reposted'] {
  const read = readWirePost(nested, depth + 1);
  return { post: 'post' in read ? read.post : null };
}

function findNested(result: Record<string, unknown>, legacy: Record<string, unknown>, keys: readonly string[]): unknown {
  for (const key of keys) {
    const inLegacy = legacy[key];
    if (inLegacy !== undefined && toObject(inLegacy) !== null) return inLegacy;
    const inResult = result[key];
    if (inResult !== undefined && toObject(inResult) !== null) return inResult;
  }
  return undefined;
}

/** Accounts named in the words. Names before the shown range were put there by the site: those whom a reply answers. */
function readTags(entities: unknown, range: unknown): Account[] {
  const from = Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
  const mentions = at(entities, 'user_mentions');
  return (Array.isArray(mentions) ? mentions : []).flatMap((mention) => {
    const start = at(mention, 'indices', 0);
    const id = toId(at(mention, 'id_str'));
    const handle = toText(at(mention, 'screen_name'));
    if ((typeof start === 'number' && start < from) || (id === null && handle === null)) return [];
    return [toAccount(id, handle, toText(at(mention, 'name')))];
  });
}

/** `full_text` comes with these three characters escaped, and only these; a note's text comes as written. */
function toPlain(text: string | null): string | null {
  if (text === null || !text.includes('&')) return text;
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
}

/** A permanent id of X: digits, as text or as a number that was safe to read as one. */
export function toId(value: unknown): string | null {
  const text = toText(value);
  return text !== null && text.length <= 20 && text.charCodeAt(0) !== 48 && isDigits(text) ? text : null;
}

const CREATED = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \+0000 \d{4}$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** "Thu Apr 20 23:21:13 +0000 2023", read by hand: Date.parse is not bound to know it. */
function toInstant(created: string | null): string | null {
  if (created === null || created.length !== 30 || !CREATED.test(created)) return null;
  const month = MONTHS.indexOf(created.slice(4, 7));
  if (month < 0 || month % 3 !== 0) return null;
  const [day, time, year] = [created.slice(8, 10), created.slice(11, 19), created.slice(26)];
  const text = `${year}-${String(month / 3 + 1).padStart(2, '0')}-${day}T${time}.000Z`;
  // A day that every month has, at a time that every day has, needs no calendar: an answer holds dozens.
  if (day >= '01' && day <= '28' && /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time)) return text;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function toInstantMs(value: unknown): string | null {
  const ms = Number(toText(value) ?? Number.NaN);
  return Number.isSafeInteger(ms) && ms > 1e12 && ms < 1e13 ? new Date(ms).toISOString() : null;
}

function toCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
