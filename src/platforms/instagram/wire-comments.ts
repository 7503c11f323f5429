// Comments and replies of a payload: four shapes, one node.
import { at, toObject, toText } from '../../lib/json.ts';
import { isoOfSeconds } from '../../lib/stated-time.ts';
import type { Account } from '../../model/account.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { addressOf, toComment, toListing, toPost, toSighting, toUnreadable } from './readings.ts';
import { keys } from './selectors.ts';
import { askedPost, type Dict, listIn, nodesOf, pathParts, toAccount, toId } from './wire-parts.ts';

/** A node with the topmost comment it stands under: null on the first level, undefined where the payload does not say. */
interface Placed {
  readonly node: Dict;
  readonly topId: string | null;
}

interface List {
  readonly placed: Placed[];
  readonly post: Target | null;
  readonly total: number | null;
  readonly more: boolean | null;
  readonly order: string | null;
  readonly replies: boolean;
}

/** Does this object look like one comment of REST? Captions have the same fields and type 1. */
function isComment(value: unknown): value is Dict {
  const node = toObject(value);
  return (
    node !== null &&
    ('pk' in node || 'id' in node) &&
    'text' in node &&
    ('user' in node || 'owner' in node || 'user_id' in node) &&
    node['type'] !== 1
  );
}

/** Ids above 2^53 come rounded where some other program has parsed and rewritten the answer. */
const isSameId = (stated: string, known: string | null) => stated === known || (known !== null && Number(stated) === Number(known));

const idOf = (node: Dict) => toId(node['pk']) ?? toId(node['id']);

/** A comment and the replies that came inside it. */
function place(value: unknown, topId: string | null): Placed[] {
  const node = toObject(value);
  if (node === null || node['type'] === 1) return [];
  const inside = [...listIn(node, 'preview_child_comments'), ...listIn(node, 'child_comments'), ...nodesOf(node[keys.threadedComments])];
  return [{ node, topId }, ...inside.flatMap((reply) => place(reply, topId ?? idOf(node)))];
}

const toCount = (value: unknown) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null);
const toFlag = (value: unknown) => (typeof value === 'boolean' ? value : null);

/** The comments below one post or comment of GraphQL since 2024: `…comments__connection`. */
export function readConnection(connection: Dict, key: string, exchange: Exchange): Reading[] {
  const replies = key.endsWith(keys.replies);
  const topId = replies ? (toId(exchange.variables['parent_comment_id']) ?? toId(exchange.variables['comment_id'])) : null;
  const placed = nodesOf(connection).flatMap((node) => place(node, topId));
  return readList({
    placed,
    post: askedPost(exchange),
    total: toCount(connection['count']),
    more: toFlag(at(connection, 'page_info', 'has_next_page')),
    order: toText(exchange.variables['sort_order']),
    replies,
  });
}

/** The comments of GraphQL to 2025, inside the post they belong to (`post`) or under the request's short code. */
export function readParentComments(holder: Dict, post: Target | null, exchange: Exchange): Reading[] {
  const field = [keys.parentComments, keys.flatComments, 'edge_media_preview_comment'].find((key) => nodesOf(holder[key]).length > 0);
  if (field === undefined) return [];
  const connection = holder[field];
  return readList({
    placed: nodesOf(connection).flatMap((node) => place(node, null)),
    post: post ?? askedPost(exchange),
    total: toCount(at(connection, 'count')),
    more: field === 'edge_media_preview_comment' ? null : toFlag(at(connection, 'page_info', 'has_next_page')),
    order: null,
    replies: false,
  });
}

/** The next replies of one comment, GraphQL to 2025: `data.comment.edge_threaded_comments`. */
export function readThreaded(comment: Dict, exchange: Exchange): Reading[] {
  const connection = comment[keys.threadedComments];
  const placed = nodesOf(connection).flatMap((node) => place(node, idOf(comment)));
  const told = { total: toCount(at(connection, 'count')), more: toFlag(at(connection, 'page_info', 'has_next_page')) };
  return readList({ placed, post: askedPost(exchange), ...told, order: null, replies: true });
}

/** Is this object an answer of REST that holds comments? */
export function hasRestComments(found: Dict): boolean {
  return [found['comments'], found['child_comments'], found['preview_comments']].some(
    (list) => Array.isArray(list) && list.some(isComment),
  );
}

/** The comments of REST; each names its own post, and the caption beside them names the post's author. */
export function readRestComments(found: Dict, known: Target | null, exchange: Exchange): Reading[] {
  const inPath = pathParts(exchange.url);
  const replies = Array.isArray(found['child_comments']);
  const topId = replies ? (toId(at(found, 'parent_comment', 'pk')) ?? inPath.commentId ?? toId(exchange.variables['comment_id'])) : null;
  const list = [...listIn(found, 'comments'), ...listIn(found, 'child_comments'), ...listIn(found, 'preview_comments')];
  const asked = known ?? askedPost(exchange) ?? statedPost(list);
  const caption = toObject(found['caption']);
  const captionOf = toId(caption?.['media_id']);
  const captioned = caption !== null && asked !== null && (captionOf === null || isSameId(captionOf, asked.id));
  const post =
    asked === null || !captioned
      ? asked
      : { ...asked, author: asked.author ?? toAccount(caption['user']), text: asked.text ?? toText(caption['text']) };
  return readList({
    placed: list.flatMap((node) => place(node, topId)),
    post,
    total: toCount(replies ? found['child_comment_count'] : found['comment_count']),
    more: known === null ? moreOf(found) : null,
    order: toText(found['sort_order']) ?? toText(found['comment_filter_param']),
    replies,
  });
}

function moreOf(found: Dict): boolean | null {
  const flags = ['has_more_comments', 'has_more_headload_comments', 'has_more_tail_child_comments', 'has_more_head_child_comments'].map(
    (key) => toFlag(found[key]),
  );
  if (flags.includes(true) || toText(found['next_min_id']) !== null || toText(found['next_max_id']) !== null) return true;
  return flags.includes(false) ? false : null;
}

/** The post that every comment of a list says it belongs to. */
function statedPost(list: readonly unknown[]): Target | null {
  const stated = new Set(list.map((node) => toId(at(node, 'media_id'))));
  const [id] = stated;
  return stated.size === 1 && id !== undefined && id !== null ? toPost({ id }) : null;
}

function readList({ placed, post, total, more, order, replies }: List): Reading[] {
  const known = new Map<string, { author: Account | null; text: string | null }>();
  for (const { node } of placed)
    known.set(idOf(node) ?? '', { author: toAccount(node['user'] ?? node['owner']), text: toText(node['text']) });
  const seen = new Set<string>();
  const readings: Reading[] = [];
  for (const one of placed) {
    const id = idOf(one.node);
    if (id !== null && seen.has(id)) continue;
    if (id !== null) seen.add(id);
    readings.push(readOne(one, post, replies, known));
  }
  if (post !== null && (readings.length > 0 || total !== null)) {
    const top = replies ? placed[0]?.topId : null;
    const listed = top === null || top === undefined ? post : toComment(top, codeIn(post), null);
    readings.push(toListing('wire', replies ? 'reply' : 'comment', listed, { total, more, filterShown: order }));
  }
  return readings;
}

const codeIn = (post: Target | null) => post?.otherIds[0] ?? null;

function readOne(
  { node, topId }: Placed,
  listPost: Target | null,
  replies: boolean,
  known: ReadonlyMap<string, { author: Account | null; text: string | null }>,
): Reading {
  const id = idOf(node);
  const stated = toId(node['media_id']);
  const parentTop = toId(node['parent_comment_id']);
  const top = topId ?? parentTop;
  const parent = toId(node['replied_to_comment_id']) ?? top;
  // A node that names another post or another parent than the one asked for: neither can be trusted.
  const post =
    listPost !== null && stated !== null && !isSameId(stated, listPost.id)
      ? null
      : (listPost ?? (stated === null ? null : toPost({ id: stated })));
  const torn = topId !== null && parentTop !== null && topId !== parentTop;
  const actor = toAccount(node['user'] ?? node['owner']);
  const code = codeIn(post);
  const url = id === null ? null : addressOf(id, code, parent === null ? null : top);
  const isReply = replies || parent !== null;
  const lacks = [
    ...(id === null ? ['id'] : []),
    ...(actor === null ? ['author'] : []),
    ...(torn || (isReply && parent === null) ? ['parent'] : []),
    ...(post === null && (parent === null || stated !== null) ? ['post'] : []),
  ];
  if (id === null || actor === null || lacks.length > 0) return toUnreadable('wire', isReply ? 'reply' : 'comment', lacks, id, url);
  const own = { actor, item: { id, url }, text: toText(node['text']), at: isoOfSeconds(node['created_at'] ?? node['created_at_utc']) };
  if (parent === null) return toSighting('wire', { action: 'comment', ...own, post: post ?? toPost({}) });
  const above = known.get(parent);
  const target = toComment(parent, code, parent === top ? null : top, above?.author ?? null, above?.text ?? null);
  return toSighting('wire', { action: 'reply', ...own, post: target, thread: post });
}
