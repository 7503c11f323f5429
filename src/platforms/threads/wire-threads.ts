// Threads of a payload: each post answers the one before it, and on a post page each thread answers the page's post.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { toListing, toPost, toSighting, toUnreadable } from './readings.ts';
import { keys, otherLists } from './selectors.ts';
import { parseUrl } from './urls.ts';
import { askedPost, type Dict, isSame, listIn, type Post, toThreadPost } from './wire-parts.ts';

/** One step of a thread, with what stands between it and the next. */
interface Step {
  readonly post: Post | null;
  /** The site left posts out after this one (`line_type`, 2023). */
  readonly gap: boolean;
  readonly promoted: boolean;
}

function stepsOf(thread: unknown): Step[] {
  return listIn(thread, keys.thread).map((item) => ({
    post: toThreadPost(at(item, 'post')),
    gap: toText(at(item, 'line_type')) === 'squiggle',
    promoted: at(item, 'is_ad') === true || toText(at(item, 'ad_id')) !== null,
  }));
}

/** The thread in a node, however the list wraps it (profile, feed, search). */
export function threadIn(node: unknown): Dict | null {
  for (const found of [
    node,
    at(node, 'thread'),
    at(node, 'text_post_app_thread'),
    at(node, 'node'),
    at(node, 'node', 'text_post_app_thread'),
    at(node, 'node', 'thread'),
  ])
    if (Array.isArray(at(found, keys.thread))) return toObject(found);
  return null;
}

/** Reads one thread that stands by itself. `above` is what its first post answers, where that is known. */
export function readThread(thread: unknown, above: Above | null): Reading[] {
  const steps = stepsOf(thread);
  const root = steps[0]?.post ?? null;
  return steps.flatMap((step, position) => {
    if (step.post === null) return [toUnreadable('wire', 'post', ['post'])];
    const before = position === 0 ? null : (steps[position - 1] ?? null);
    return readStep(
      step.post,
      step.promoted,
      before === null ? above : aboveFrom(before, step.post, root, above),
      isSelfThread(steps, position),
    );
  });
}

/** What a post answers: its direct parent (with only its author where no more is known), and the thread's first post. */
interface Above {
  readonly parent: Target | null;
  readonly author: Account | null;
  readonly root: Target | null;
}

function aboveFrom(before: Step, post: Post, root: Post | null, above: Above | null): Above {
  const first = above?.root ?? above?.parent ?? (root?.isReply === true ? null : (root?.target ?? null));
  // A gap, or another name than the one before: the parent is known by its author only.
  const isNext = before.post !== null && !before.gap && (post.replyTo === null || isSame(post.replyTo, before.post.author));
  return { parent: isNext && before.post !== null ? before.post.target : null, author: post.replyTo, root: first };
}

/** The author's own continuation of a post that is no reply: one post in several parts. */
function isSelfThread(steps: readonly Step[], position: number): boolean {
  const parts = steps.slice(0, position + 1);
  const [first] = parts;
  if (position === 0 || first?.post == null || first.post.isReply === true || first.post.replyTo !== null) return false;
  return parts.every((part) => !part.gap && part.post !== null && isSame(part.post.author, first.post?.author ?? null));
}

function readStep(post: Post, promotedHere: boolean, above: Above | null, selfThread: boolean): Reading[] {
  if (post.author === null) return [toUnreadable('wire', 'post', ['author'], post.target)];
  const promoted = promotedHere || post.promoted;
  if (post.reposted !== null) return [readRepost(post, post.author, promoted)];
  const own = { actor: post.author, item: post.target, text: post.text, tags: post.tags, at: post.at, promoted };
  const readings: Reading[] = [];
  const isReply = !selfThread && (post.isReply === true || post.replyTo !== null || (above !== null && post.isReply !== false));
  if (isReply) {
    const parent = above?.parent ?? toPost({ author: above?.author ?? post.replyTo });
    const root = above?.root ?? (post.rootAuthor === null || parent.id !== null ? null : toPost({ author: post.rootAuthor }));
    readings.push(
      toSighting('wire', { action: 'reply', ...own, post: parent, thread: root === null || root.id === parent.id ? null : root }),
    );
  }
  if (post.quoted !== null) {
    const quoted = toThreadPost(post.quoted);
    readings.push(
      quoted === null
        ? toUnreadable('wire', 'quote', ['post'], post.target)
        : toSighting('wire', { action: 'quote', ...own, post: quoted.target }),
    );
  }
  return readings.length > 0 ? readings : [toSighting('wire', { action: 'post', ...own, post: post.target })];
}

/** A repost has no words of its own; the repost of a repost passes on the same original. */
function readRepost(post: Post, actor: Account, promoted: boolean): Reading {
  let original = toThreadPost(post.reposted);
  for (let deep = 0; deep < 8 && original?.reposted != null; deep++) original = toThreadPost(original.reposted);
  if (original === null) return toUnreadable('wire', 'share', ['post'], post.target);
  return toSighting('wire', { action: 'share', actor, post: original.target, item: post.target, at: post.at, promoted });
}

/** Is this a list of threads? */
export function isThreadList(found: Dict): boolean {
  return listIn(found, 'edges').some((edge) => threadIn(at(edge, 'node')) !== null);
}

/** Reads a list of threads, knowing from its name and the request whether it is a post page. */
export function readThreadList(found: Dict, key: string, exchange: Exchange): Reading[] {
  const threads = listIn(found, 'edges')
    .map((edge) => threadIn(at(edge, 'node')))
    .filter((thread) => thread !== null);
  const asked = askedPost(exchange);
  if (otherLists.has(key) || (key !== 'data' && asked === null)) return threads.flatMap((thread) => readThread(thread, null));
  const focus = findFocus(threads, asked, exchange);
  const told = { more: toFlag(at(found, 'page_info', 'has_next_page')), filterShown: toText(exchange.variables['sort_order']) };
  if (focus === null) return threads.flatMap((thread) => readThread(thread, null));
  const place = focus.thread === null ? -1 : threads.indexOf(focus.thread);
  const readings = threads.flatMap((thread, position) =>
    readThread(thread, position <= place ? aboveAncestor(threads, position) : aboveThread(thread, focus)),
  );
  return [...readings, toListing('wire', 'reply', focus.target, { ...told, total: focus.post?.replies ?? null })];
}

const toFlag = (value: unknown) => (typeof value === 'boolean' ? value : null);

interface Focus {
  readonly thread: Dict | null;
  readonly post: Post | null;
  readonly target: Target;
  readonly root: Target | null;
}

/** The page's post: the one asked for, or the one that ends the first thread of a document's own block. */
function findFocus(threads: readonly Dict[], asked: string | null, exchange: Exchange): Focus | null {
  const [first] = threads;
  if (first === undefined) return null;
  const address = exchange.via === 'embedded' ? parseUrl(exchange.url) : null;
  for (const thread of threads) {
    const steps = stepsOf(thread);
    const hit = steps.find(
      ({ post }) => post !== null && (asked === null ? post.target.otherIds.includes(address?.postId ?? '') : post.target.id === asked),
    );
    if (hit?.post != null) return { thread, post: hit.post, target: hit.post.target, root: rootOf(stepsOf(first), hit.post) };
  }
  // A later page of replies: all of it answers the post asked for, which is not in it.
  if (asked !== null) return { thread: null, post: null, target: toPost({ id: asked }), root: null };
  const steps = stepsOf(first);
  const last = steps.at(-1)?.post ?? null;
  // Without request or address only a first thread of one post that answers nothing leaves no doubt.
  return last === null || steps.length > 1 || last.isReply === true
    ? null
    : { thread: first, post: last, target: last.target, root: rootOf(steps, last) };
}

function rootOf(steps: readonly Step[], focus: Post): Target | null {
  const root = steps[0]?.post ?? null;
  return root === null || root === focus || root.isReply === true ? null : root.target;
}

/** What precedes the page's post may come as a thread of its own: believed where the next one names that author. */
function aboveAncestor(threads: readonly Dict[], position: number): Above | null {
  const [first] = stepsOf(threads[position]);
  const before = stepsOf(threads[position - 1]).at(-1)?.post ?? null;
  if (position === 0 || before === null || first?.post == null || !isSame(first.post.replyTo, before.author)) return null;
  const root = stepsOf(threads[0])[0]?.post ?? null;
  return { parent: before.target, author: first.post.replyTo, root: root === null || root.isReply === true ? null : root.target };
}

/** What the first post of another thread of the page answers: the page's post, if it names that author. */
function aboveThread(thread: Dict, focus: Focus): Above | null {
  const [first] = stepsOf(thread);
  const post = first?.post ?? null;
  if (post === null || (post.isReply !== true && post.replyTo === null)) return null;
  if (focus.post === null)
    return {
      parent: { ...focus.target, author: post.replyTo, url: toPost({ id: focus.target.id, author: post.replyTo }).url },
      author: post.replyTo,
      root: focus.root,
    };
  const root = focus.root ?? (focus.post.isReply === true ? null : focus.target);
  return { parent: post.replyTo === null || isSame(post.replyTo, focus.post.author) ? focus.target : null, author: post.replyTo, root };
}
