// Comments and replies in payloads, and how much of their list is on show.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Reading } from '../../model/sighting.ts';
import { type Item, NO_TARGET, type Target, toCommentTarget, toListing, toSighting, toUnreadable } from './facts.ts';
import { toIds, unpackId } from './ids.ts';
import type { Link } from './urls.ts';
import { toCommentUrl } from './urls.ts';
import { countIn, listIn, moreIn, tagsIn, textIn, toFeedbackTarget, toLink, toPerson, toTime } from './wire-parts.ts';

type Json = Record<string, unknown>;
type Variables = Readonly<Record<string, unknown>>;

/** The comment whose replies are being read. */
interface Above {
  readonly id: string;
  readonly rootId: string;
  readonly author: Account | null;
  readonly text: string | null;
}

/** Where a comment stands: the list's post as far as the list names it, and the comment above it. */
interface Standing {
  readonly post: Target | null;
  readonly above: Above | null;
}

export function isComment(node: Json): boolean {
  if (unpackId(toText(node['id']))?.commentId == null && toText(node['legacy_fbid']) === null) return false;
  const type = node['__typename'];
  return type === 'Comment' ? 'author' in node || 'body' in node : type === undefined && 'author' in node && 'body' in node;
}

/** The parts of a feedback node that may hold comments: the list on show first. */
function connectionsIn(feedback: Json): { connection: Json; token: unknown }[] {
  const found: { connection: Json; token: unknown }[] = [];
  for (const key of ['comment_rendering_instance_for_feed_location', 'comment_rendering_instance']) {
    const connection = toObject(at(feedback, key, 'comments'));
    if (Array.isArray(connection?.['edges'])) found.push({ connection, token: at(feedback, key, 'selected_intent', 'intent_token') });
  }
  for (const key of ['display_comments', 'top_level_comments', 'comments']) {
    const connection = toObject(feedback[key]);
    if (Array.isArray(connection?.['edges'])) found.push({ connection, token: feedback['comment_order'] });
  }
  return found;
}

export function holdsComments(node: Json): boolean {
  return connectionsIn(node).length > 0 || Array.isArray(at(node, 'replies_connection', 'edges'));
}

/** Reads a feedback node's comments: of a post, or, where the node is a comment's, its replies. */
export function readCommentList(feedback: Json, variables: Variables): Reading[] {
  const target = toFeedbackTarget(feedback, variables);
  if (target.commentId !== null) {
    const above = { id: target.commentId, rootId: readRootAsked(feedback, target.commentId), author: null, text: null };
    const connections = [...connectionsIn(feedback).map((one) => one.connection), toObject(feedback['replies_connection']) ?? {}];
    const nodes = connections.flatMap((connection) => listIn(connection, 'edges'));
    return nodes.flatMap((edge) => readEdge(edge, { post: target.thread, above }, variables));
  }
  const post = target.postId === null ? null : target.post;
  // Replies under a node without an id name their parents themselves, or leave them unknown.
  const loose =
    post === null
      ? listIn(feedback, 'replies_connection', 'edges').flatMap((edge) => readEdge(edge, { post, above: null }, variables))
      : [];
  const listed = connectionsIn(feedback).flatMap(({ connection, token }) => {
    const filterShown = toText(token) ?? toText(variables['commentsIntentToken']);
    const listing = toListing({
      source: 'wire',
      action: 'comment',
      post: post ?? NO_TARGET,
      total: countIn(connection['total_count'], feedback['total_comment_count'], connection['count']),
      filtered: isFiltered(filterShown),
      filterShown: filterShown?.slice(0, 300) ?? null,
      more: moreIn(connection),
    });
    return [...listIn(connection, 'edges').flatMap((edge) => readEdge(edge, { post, above: null }, variables)), listing];
  });
  return [...loose, ...listed];
}

/** The top comment of the thread that a comment's own address names; itself where it stands at the top. */
function readRootAsked(feedback: Json, id: string): string {
  return toLink(feedback['url'])?.rootId ?? id;
}

/** Whether the site leaves comments out under this order: told by the token, null for an unknown one. */
function isFiltered(token: string | null): boolean | null {
  if (token === null) return null;
  if (/UNFILTERED|RECENT_ACTIVITY/.test(token)) return false;
  return /FILTERED/.test(token) ? true : null;
}

function readEdge(edge: unknown, standing: Standing, variables: Variables): Reading[] {
  const node = toObject(at(edge, 'node'));
  // A connection may mix in other things, such as suggestions.
  return node === null || (node['__typename'] !== undefined && node['__typename'] !== 'Comment')
    ? []
    : readComment(node, standing, variables);
}

/** The direct parent: what the comment says of itself, else the comment above it in the answer, else its address. */
function findParent(node: Json, link: Link | null, above: Above | null): Above | 'unknown' | null {
  const direct = toObject(node['comment_direct_parent']) ?? toObject(node['parent_comment']);
  const id = commentIdOf(direct);
  const rootId = link?.rootId ?? above?.rootId ?? null;
  if (id !== null) {
    const same = above?.id === id ? above : null;
    return {
      id,
      rootId: rootId ?? id,
      author: toPerson(direct?.['author']) ?? same?.author ?? null,
      text: textIn(direct?.['body']) ?? same?.text ?? null,
    };
  }
  const depth = typeof node['depth'] === 'number' ? node['depth'] : null;
  // A top comment's list may hold deeper replies too; those answer one of its replies.
  if (above !== null) return depth !== null && depth > 1 && above.id === above.rootId ? 'unknown' : above;
  const parent = commentIdOf(toObject(node['comment_parent']));
  const top = parent ?? link?.rootId ?? null;
  if (top === null) return depth !== null && depth > 0 ? 'unknown' : null;
  // Address and `comment_parent` name the top comment of the thread; of a deeper reply that is not the direct parent.
  return depth === 1 || (depth === null && parent !== null)
    ? { id: top, rootId: top, author: toPerson(at(node, 'comment_parent', 'author')), text: null }
    : 'unknown';
}

function commentIdOf(node: Json | null): string | null {
  return unpackId(toText(node?.['id']))?.commentId ?? toText(node?.['legacy_fbid']);
}

export function readComment(node: Json, standing: Standing, variables: Variables): Reading[] {
  const packed = unpackId(toText(node['id']));
  const id = toText(node['legacy_fbid']) ?? packed?.commentId ?? null;
  const links = [
    at(node, 'feedback', 'url'),
    node['url'],
    ...listIn(node, 'comment_action_links').map((one) => at(one, 'comment', 'url')),
  ].map(toLink);
  const link = links.find((one) => one !== null && one.kind === 'comment' && one.commentId === id) ?? null;
  const post = readPost(node, packed?.postId ?? null, link, standing);
  const parent = findParent(node, link, standing.above);
  const rootId = parent === null || parent === 'unknown' ? (link?.rootId ?? null) : (link?.rootId ?? parent.rootId);
  const item: Item = { id, otherIds: [], url: toCommentUrl(post?.url ?? null, id, rootId) };
  const author = toPerson(node['author']);
  const body = textIn(node['body']) ?? textIn(node['preferred_body']) ?? textIn(node['body_renderer']);
  const replies = readReplies(node, id, rootId ?? id, author, body, post, variables);
  if (author === null) return [toUnreadable('wire', 'comment', ['author'], item), ...replies];
  if (post === null) return [toUnreadable('wire', 'comment', ['post'], item), ...replies];
  const shared = {
    source: 'wire' as const,
    actor: author,
    item,
    text: body,
    tags: tagsIn(node['body'], node['preferred_body']),
    at: toTime(node['created_time']),
  };
  if (parent === null) return [toSighting({ ...shared, action: 'comment', post }), ...replies];
  if (parent === 'unknown') return [toSighting({ ...shared, action: 'reply', post }), ...replies];
  const target = toCommentTarget(post, parent.id, parent.rootId, parent.author, parent.text);
  return [toSighting({ ...shared, action: 'reply', post: target, thread: post }), ...replies];
}

function readPost(node: Json, packedPostId: string | null, link: Link | null, standing: Standing): Target | null {
  const listed = standing.post;
  const ids = toIds(packedPostId, listed?.id, ...(listed?.otherIds ?? []), link?.postId, ...(link?.otherPostIds ?? []));
  if (ids.id === null) return null;
  const parent = toObject(node['parent_feedback']);
  // The feedback above a reply may be a comment's: its owner is then the commenter, not the author of the post.
  const isPosts = parent !== null && unpackId(toText(parent['id']))?.commentId === null;
  const author = listed?.author ?? (isPosts ? toPerson(parent['owning_profile']) : null) ?? link?.account ?? null;
  return { ...ids, url: link?.postUrl ?? listed?.url ?? null, author, text: listed?.text ?? null };
}

/** Replies that came with their comment, and how many there are beside them. */
function readReplies(
  node: Json,
  id: string | null,
  rootId: string | null,
  author: Account | null,
  text: string | null,
  post: Target | null,
  variables: Variables,
): Reading[] {
  if (id === null) return [];
  const feedback = toObject(node['feedback']) ?? {};
  const connection = toObject(feedback['replies_connection']) ?? toObject(feedback['display_comments']) ?? {};
  const above: Above = { id, rootId: rootId ?? id, author, text };
  const edges = listIn(connection, 'edges');
  const read = edges.flatMap((edge) => readEdge(edge, { post, above }, variables));
  const total = countIn(
    at(feedback, 'replies_fields', 'total_count'),
    feedback['total_reply_count'],
    at(feedback, 'replies_fields', 'count'),
  );
  if (total === null || total === 0) return read;
  const target = post === null ? { ...NO_TARGET, id } : toCommentTarget(post, id, above.rootId, author, text);
  return [...read, toListing({ source: 'wire', action: 'reply', post: target, total, more: total > edges.length })];
}
