// From an answer of the site to readings. What a node is, is told by its shape; the query's name is not looked at.
import type { Exchange, PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { type Target, toUnreadable } from './facts.ts';
import { FOREIGN_KEYS, GRAPHQL_PATHS } from './selectors.ts';
import { holdsComments, isComment, readComment, readCommentList } from './wire-comments.ts';
import { readDocuments } from './wire-documents.ts';
import { holdsReactions, holdsShares, readReactions, readShares } from './wire-lists.ts';
import { isStory, readStory } from './wire-stories.ts';

type Json = Record<string, unknown>;

const MAX_DEPTH = 120;

/** Reads one exchange. Never throws. */
export function readWire(exchange: Exchange, _page: PageContext): Reading[] {
  const embedded = exchange.via === 'embedded';
  if (exchange.body.trim() === '') return [];
  const { documents, broken } = readDocuments(exchange.body, embedded);
  const readings = documents.flatMap((document) => walk(document['data'], exchange.variables));
  const isOurs = embedded
    ? exchange.body.includes('RelayPrefetchedStreamCache')
    : GRAPHQL_PATHS.some((path) => exchange.url.pathname.includes(path)) || readings.length > 0;
  return [...withPosts(withoutDoubles(readings)), ...(broken > 0 && isOurs ? [toUnreadable('wire', 'payload', ['json'])] : [])];
}

/** Finds the outermost nodes that are lists, comments or stories. What they hold inside is theirs to read. */
function walk(root: unknown, variables: Exchange['variables']): Reading[] {
  const readings: Reading[] = [];
  const visit = (value: unknown, depth: number, inStory: boolean): void => {
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) visit(one, depth + 1, inStory);
      return;
    }
    const node = value as Json;
    if (isComment(node)) {
      readings.push(...readComment(node, { post: null, above: null }, variables));
      return;
    }
    const isNewStory = !inStory && isStory(node);
    if (isNewStory) readings.push(...readStory(node));
    let read: ReadonlySet<string> = NOTHING_READ;
    // The request's ids stand for the answer's own root, not for a list deep inside a feed.
    const asked = depth <= 3 && !inStory && !isNewStory ? variables : NOTHING_ASKED;
    if (holdsReactions(node)) readings.push(...readReactions(node, asked));
    if (holdsShares(node)) {
      readings.push(...readShares(node, asked));
      read = new Set(['reshares', 'resharers']);
    }
    if (holdsComments(node)) {
      readings.push(...readCommentList(node, asked));
      read = new Set([...read, ...COMMENT_KEYS]);
    }
    for (const key in node) {
      const part = node[key];
      if (typeof part === 'object' && part !== null && !FOREIGN_KEYS.has(key) && !read.has(key))
        visit(part, depth + 1, inStory || isNewStory);
    }
  };
  visit(root, 0, false);
  return readings;
}

const NOTHING_ASKED: Exchange['variables'] = {};
const NOTHING_READ: ReadonlySet<string> = new Set();
const COMMENT_KEYS = [
  'comment_rendering_instance_for_feed_location',
  'comment_rendering_instance',
  'display_comments',
  'top_level_comments',
  'comments',
  'replies_connection',
];

/** One act once: an answer may show the same comment as a preview and in its list. */
function withoutDoubles(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter((reading) => {
    if (reading.kind !== 'sighting') return true;
    const { action, actor, post, item } = reading;
    const key = JSON.stringify(item.id === null ? [action, actor.id ?? actor.handle, post.id, reading.reactionShown] : [action, item.id]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** An answer that holds a post beside what was done to it tells author and words once, at the post. */
function withPosts(readings: readonly Reading[]): Reading[] {
  const posts = new Map<string, Target>();
  for (const reading of readings)
    if (reading.kind === 'sighting' && reading.action === 'post' && reading.post.id !== null) posts.set(reading.post.id, reading.post);
  const fill = (target: Target): Target => {
    const post = target.id === null ? undefined : posts.get(target.id);
    if (post === undefined || (target.author?.id != null && target.author.id !== post.author?.id)) return target;
    return { ...target, author: post.author ?? target.author, text: target.text ?? post.text };
  };
  return readings.map((reading) =>
    reading.kind === 'sighting'
      ? { ...reading, post: fill(reading.post), thread: reading.thread === null ? null : fill(reading.thread) }
      : reading,
  );
}
