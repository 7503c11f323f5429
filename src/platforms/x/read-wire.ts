// From one of X's answers to what it says.
import { at, parseJson, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Reading, Sighting } from '../../model/sighting.ts';
import { listing, sighting, type Target, toTarget, unreadable } from './readings.ts';
import { FOLLOW_NAMES, LIST_KEYS } from './selectors.ts';
import { toAccount } from './urls.ts';
import { type Read, readUser, readWirePost, toId, type WirePost } from './wire-post.ts';
import { type Entry, findTimelines, type Timeline, toEntryPostId } from './wire-timeline.ts';

/** Reads one answer of the web client's queries. */
export function readWire(exchange: Exchange): Reading[] {
  let answer: unknown;
  try {
    answer = parseJson(exchange.body);
  } catch {
    return [unreadable('wire', 'payload', ['json'])];
  }
  const data = at(answer, 'data');
  const single = at(data, 'tweetResult') ?? at(data, 'tweet_result_by_rest_id');
  const singles: Entry[] = (Array.isArray(single) ? single : [single]).flatMap((one) =>
    toObject(one) === null ? [] : [{ entryId: null, content: { tweet_results: one }, alone: true }],
  );
  const timelines = findTimelines(data);
  const known = indexPosts([...singles, ...timelines.flatMap((timeline) => timeline.entries)]);
  const readings = [
    ...singles.flatMap((entry) => readEntry(entry, known)),
    ...timelines.flatMap((timeline) => readTimeline(timeline, known, exchange)),
  ];
  return withoutRepeats(readings);
}

function readTimeline(timeline: Timeline, known: Known, exchange: Exchange): Reading[] {
  const rows = timeline.entries.filter((entry) => entry.alone && 'user_results' in entry.content);
  const listed = timeline.keys
    .map((key) => (Object.hasOwn(LIST_KEYS, key) ? LIST_KEYS[key] : undefined))
    .find((action) => action !== undefined);
  const follows = exchange.name !== null && Object.hasOwn(FOLLOW_NAMES, exchange.name) ? FOLLOW_NAMES[exchange.name] : undefined;
  if (listed !== undefined) return readActors(rows, timeline, listed, exchange, known);
  if (follows !== undefined) return readFollows(rows, follows, exchange);
  return [...timeline.entries.flatMap((entry) => readEntry(entry, known)), ...readListings(timeline, known, exchange)];
}

/** Who reposted or liked: the answer names the accounts; which post it was is in the request alone. */
function readActors(rows: readonly Entry[], timeline: Timeline, action: 'share' | 'like', exchange: Exchange, known: Known): Reading[] {
  const id = toId(exchange.variables['tweetId']);
  if (id === null) return rows.length === 0 ? [] : [unreadable('wire', 'list', ['post'])];
  const post = toKnownTarget(id, null, known);
  const readings = rows.map((row): Reading => {
    const actor = readUser(row.content['user_results']);
    if (actor === null) return unreadable('wire', 'list-row', ['actor']);
    return sighting({ source: 'wire', action, reaction: action === 'like' ? 'like' : null, actor, post });
  });
  return [...readings, listing('wire', action, post, { more: hasMore(timeline, rows.length) })];
}

function readFollows(rows: readonly Entry[], direction: 'of-owner' | 'by-owner', exchange: Exchange): Reading[] {
  const ownerId = toId(exchange.variables['userId']);
  if (ownerId === null) return rows.length === 0 ? [] : [unreadable('wire', 'list', ['account'])];
  const owner = toAccount(ownerId, null, null);
  return rows.map((row): Reading => {
    const account = readUser(row.content['user_results']);
    if (account === null) return unreadable('wire', 'list-row', ['actor']);
    const [actor, followed] = direction === 'by-owner' ? [owner, account] : [account, owner];
    return sighting({ source: 'wire', action: 'follow', actor, post: { ...toTarget(null, followed, null), url: followed.url } });
  });
}

function readEntry(entry: Entry, known: Known): Reading[] {
  const { content } = entry;
  if ('user_results' in content) return [];
  const read = known.reads.get(content) ?? readWirePost(content['tweet_results']);
  const promoted =
    toObject(content['promotedMetadata'] ?? content['promoted_metadata']) !== null || /(?:^|-)promoted-/.test(entry.entryId ?? '');
  if ('post' in read) return readPost(read.post, promoted, known);
  return [
    unreadable('wire', 'post', read.missing, read.id ?? toId(at(content, 'tweet_results', 'rest_id')) ?? toEntryPostId(entry.entryId)),
  ];
}

/** What a post is, then the posts nested in it: each by its own author, in its own right. */
function readPost(post: WirePost, promoted: boolean, known: Known): Reading[] {
  const item: Sighting['item'] = { ...toTarget(post.id, post.author, null), otherIds: [] };
  const own = { id: item.id, otherIds: [], url: item.url };
  const act = { source: 'wire', actor: post.author, item: own, shownAt: post.shownAt, at: post.at, promoted } as const;
  if (post.reposted !== null) {
    const original = toOriginal(post.reposted.post);
    if (original === null) return [unreadable('wire', 'share', ['post'], post.id, item.url)];
    return [
      sighting({ ...act, action: 'share', post: toTarget(original.id, original.author, original.text) }),
      ...readNested(post.reposted.post, known),
    ];
  }
  const words = { ...act, text: post.text, tags: post.tags };
  const readings: Reading[] = [];
  if (post.parent !== null) {
    const { conversationId, parent } = post;
    const thread =
      conversationId === null || conversationId === parent.id || conversationId === post.id
        ? null
        : toKnownTarget(conversationId, null, known);
    readings.push(sighting({ ...words, action: 'reply', post: toKnownTarget(parent.id, parent.author, known), thread }));
  }
  const { quoted } = post;
  if (quoted !== null && (quoted.id !== null || quoted.author !== null)) {
    const held = quoted.post === null && quoted.id !== null ? toKnownTarget(quoted.id, quoted.author, known) : null;
    const target = held ?? toTarget(quoted.id, quoted.author, quoted.post?.text ?? null, quoted.otherIds);
    readings.push(sighting({ ...words, action: 'quote', post: target }));
  }
  if (readings.length === 0) readings.push(sighting({ ...words, action: 'post', post: toTarget(post.id, post.author, post.text) }));
  if (quoted !== null && quoted.id === null && quoted.author === null)
    readings.push(unreadable('wire', 'quote', ['post'], post.id, item.url));
  return [...readings, ...readNested(quoted?.post ?? null, known)];
}

const readNested = (post: WirePost | null, known: Known) => (post === null ? [] : readPost(post, false, known));

/** The post at the bottom of reposts of reposts: the one whose words are passed on. */
function toOriginal(post: WirePost | null): WirePost | null {
  return post === null || post.reposted === null ? post : toOriginal(post.reposted.post);
}

/** Posts of the same answer by id, so that a reply's parent has its words and author where the answer holds it. */
interface Known {
  readonly posts: ReadonlyMap<string, WirePost>;
  /** What each entry was read as, so that none is read twice. */
  readonly reads: ReadonlyMap<Entry['content'], Read>;
}

function indexPosts(entries: readonly Entry[]): Known {
  const known = new Map<string, WirePost>();
  const reads = new Map<Entry['content'], Read>();
  const add = (post: WirePost | null) => {
    if (post === null || known.has(post.id)) return;
    known.set(post.id, post);
    add(post.quoted?.post ?? null);
    add(post.reposted?.post ?? null);
  };
  for (const { content } of entries) {
    if (!('tweet_results' in content)) continue;
    const read = readWirePost(content['tweet_results']);
    reads.set(content, read);
    if ('post' in read) add(read.post);
  }
  return { posts: known, reads };
}

/** A post named by its id; what else is known of it comes from the same answer, under the same id. */
function toKnownTarget(id: string, stated: Account | null, known: Known): Target {
  const post = known.posts.get(id);
  const agrees = post !== undefined && (stated === null || stated.id === null || stated.id === post.author.id);
  return agrees ? toTarget(id, post.author, post.text) : toTarget(id, stated, null);
}

/** What the opened post claims, and how much of its replies or quotes this answer brought. */
function readListings(timeline: Timeline, known: Known, exchange: Exchange): Reading[] {
  const quotedId = /(?:^|\s)quoted_tweet_id:(\d+)/.exec(toText(exchange.variables['rawQuery']) ?? '')?.[1];
  const posts = timeline.entries.length;
  if (quotedId !== undefined) return [listing('wire', 'quote', toKnownTarget(quotedId, null, known), { more: hasMore(timeline, posts) })];
  const focal = known.posts.get(toText(exchange.variables['focalTweetId']) ?? '');
  if (focal === undefined) return [];
  const { counts } = focal;
  const post = { ...toTarget(focal.id, focal.author, null) };
  const replies = {
    total: counts.reply,
    // The prompt stands for replies that X itself folded away.
    filtered: timeline.cursors.has('ShowMoreThreadsPrompt') ? true : null,
    filterShown: toText(exchange.variables['rankingMode']),
    more: hasMore(timeline, posts) || timeline.cursors.has('ShowMore'),
  };
  const totals = (['share', 'quote', 'like'] as const).flatMap((action) => {
    const total = counts[action];
    return total === null || total === 0 ? [] : [listing('wire', action, post, { total })];
  });
  return [listing('wire', 'reply', post, replies), ...totals];
}

function hasMore(timeline: Timeline, found: number): boolean {
  const open = ['Bottom', 'ShowMoreThreads', 'ShowMoreThreadsPrompt'].some((kind) => timeline.cursors.has(kind));
  return !timeline.ended && found > 0 && open;
}

/** The same act once: a post comes again where it is quoted, reposted or pinned. */
function withoutRepeats(readings: Reading[]): Reading[] {
  const before = new Map<string, Sighting[]>();
  return readings.filter((reading) => {
    if (reading.kind !== 'sighting') return true;
    const key = reading.item.id ?? reading.actor.id ?? reading.actor.handle ?? '';
    const alike = before.get(key);
    if (alike === undefined) before.set(key, [reading]);
    else if (alike.some((one) => isSameAct(one, reading))) return false;
    else alike.push(reading);
    return true;
  });
}

function isSameAct(one: Sighting, other: Sighting): boolean {
  return (
    one.action === other.action &&
    one.item.id === other.item.id &&
    (one.actor.id ?? one.actor.handle) === (other.actor.id ?? other.actor.handle) &&
    (one.post.id ?? one.post.url) === (other.post.id ?? other.post.url)
  );
}
