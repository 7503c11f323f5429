// One comment or reply of a page. Which post it belongs to is told by its own links, never by the page's address.
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { type Item, NO_TARGET, type Target, toCommentTarget, toPost, toSighting, toUnreadable, toWords } from './facts.ts';
import { toIds } from './ids.ts';
import { findRuns, isBefore, isBody, isComment, isInWords, keyOf, ownerOf, type PageLink, readName, readOwnLinks, readTags, readWords, readWrapperId } from './page-parts.ts';
import { findParent } from './page-thread.ts';
import { readPermalink } from './read-post.ts';
import { toCommentUrl } from './urls.ts';

/** What a comment says about itself. */
export interface OwnFacts {
  readonly id: string | null;
  /** The top comment of the thread; null for a top comment. */
  readonly rootId: string | null;
  readonly permalink: PageLink | null;
  readonly author: Account | null;
  /** The post, as the comment's own links tell it. */
  readonly post: Target | null;
  readonly body: Element | null;
}

/** Reads a comment's own links: who wrote it, its number, its post. */
export function readOwnFacts(article: Element, page: PageContext): OwnFacts {
  const links = readOwnLinks(article, page.url).filter((one) => !isInWords(one.element, article));
  const permalink = links.findLast((one) => one.link.kind === 'comment') ?? null;
  const body = findBody(article, permalink);
  // Nobody's link after the words or the time is the author's: a comment whose author is gone may still name people.
  const first = links.find((one) => one.link.kind === 'profile');
  const late = first !== undefined && [body, permalink?.element].some((mark) => mark != null && !isBefore(first.element, mark));
  const authorLink = late ? undefined : first;
  const name = readName(links, keyOf(authorLink?.link.account ?? null));
  const author = authorLink?.link.account ? { ...authorLink.link.account, name } : null;
  const packed = authorLink?.link ?? null;
  const id = permalink?.link.commentId ?? packed?.commentId ?? readWrapperId(article);
  const rootId = permalink === null ? null : permalink.link.rootId;
  const base = permalink === null ? null : toPost(permalink.link);
  // The author's link packs the post's permanent number beside the comment's; it counts only where both speak of one comment.
  const packedPost = packed !== null && packed.commentId === id ? packed.otherPostIds : [];
  const post =
    base === null
      ? packedPost.length > 0
        ? { ...NO_TARGET, ...toIds(...packedPost) }
        : null
      : { ...base, ...toIds(base.id, ...base.otherIds, ...packedPost) };
  return { id, rootId, permalink, author, post, body };
}

/** The words are the run that holds further runs; a lone run is taken only where no such run stands before the time. */
function findBody(article: Element, permalink: PageLink | null): Element | null {
  const runs = findRuns(article).filter((run) => permalink === null || isBefore(run, permalink.element));
  return runs.find(isBody) ?? runs.find((run) => readWords(run) !== null) ?? null;
}

/** The post around a comment, where the comment's own links do not name it. */
function readPostAround(article: Element, page: PageContext): Target | null {
  let around = ownerOf(article);
  while (around !== null && isComment(around)) around = ownerOf(around);
  return around === null ? null : readPermalink(around, page);
}

export function readComment(article: Element, page: PageContext): Reading[] {
  const own = readOwnFacts(article, page);
  const post = own.post ?? readPostAround(article, page);
  const url = toCommentUrl(post?.url ?? null, own.id, own.rootId);
  const item: Item = { id: own.id, otherIds: [], url };
  if (own.author === null) {
    // Grey boxes and empty shells are nobody's comment.
    return own.id === null && own.body === null && readWords(article) === null ? [] : [toUnreadable('page', 'comment', ['author'], item)];
  }
  if (post === null) return [toUnreadable('page', 'comment', ['post'], item)];
  const parent = findParent(article, own, page);
  const time = own.permalink?.element ?? null;
  const shared = {
    source: 'page' as const,
    actor: own.author,
    item,
    text: own.body === null ? null : readWords(own.body),
    tags: readTags(own.body, page.url),
    shownAt: time === null ? null : (toWords(time.getAttribute('aria-label')) ?? readWords(time))?.slice(0, 200) ?? null,
  };
  if (parent === null) return [toSighting({ ...shared, action: 'comment', post })];
  if (parent.id === null && parent.author === null) return [toSighting({ ...shared, action: 'reply', post })];
  const target = parent.id === null ? { ...NO_TARGET, author: parent.author } : toCommentTarget(post, parent.id, parent.rootId, parent.author, parent.text);
  return [toSighting({ ...shared, action: 'reply', post: target, thread: post })];
}
