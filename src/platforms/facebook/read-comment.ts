// One comment or reply of a page. Which post it belongs to is told by its own links, never by the page's address.
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { readOwnFacts } from './comment-facts.ts';
import { type Item, NO_TARGET, type Target, toCommentTarget, toSighting, toUnreadable } from './facts.ts';
import { toIds } from './ids.ts';
import { isComment, ownerOf, readTags, readTime, readWords } from './page-parts.ts';
import { findParent } from './page-thread.ts';
import { readPostFacts } from './read-post.ts';
import { toCommentUrl } from './urls.ts';

/** The post around a comment, if the comment stands in one. */
function readPostAround(article: Element, page: PageContext): Target | null {
  let around = ownerOf(article);
  while (around !== null && isComment(around)) around = ownerOf(around);
  return around === null ? null : (readPostFacts(around, page)?.post ?? null);
}

/** The comment's own links say which post it is; the post around it adds author and words only if it is the same one. */
function readTarget(article: Element, own: Target | null, page: PageContext): Target | null {
  const around = readPostAround(article, page);
  if (own === null || around === null) return own ?? around;
  const ids = [own.id, ...own.otherIds];
  if (![around.id, ...around.otherIds].some((id) => id !== null && ids.includes(id))) return own;
  return {
    ...own,
    ...toIds(...ids, around.id, ...around.otherIds),
    url: own.url ?? around.url,
    author: around.author ?? own.author,
    text: around.text,
  };
}

export function readComment(article: Element, page: PageContext): Reading[] {
  const own = readOwnFacts(article, page);
  const post = readTarget(article, own.post, page);
  const url = toCommentUrl(post?.url ?? null, own.id, own.rootId);
  const item: Item = { id: own.id, otherIds: [], url };
  if (own.author === null) {
    // Grey boxes and empty shells are nobody's comment.
    return own.id === null && own.body === null && readWords(article) === null ? [] : [toUnreadable('page', 'comment', ['author'], item)];
  }
  if (post === null) return [toUnreadable('page', 'comment', ['post'], item)];
  const parent = findParent(article, own, page);
  const shared = {
    source: 'page' as const,
    actor: own.author,
    item,
    text: own.body === null ? null : readWords(own.body),
    tags: readTags(own.body, page.url),
    shownAt: readTime(own.permalink?.element ?? null),
  };
  if (parent === null) return [toSighting({ ...shared, action: 'comment', post })];
  if (parent.id === null && parent.author === null) return [toSighting({ ...shared, action: 'reply', post })];
  const target =
    parent.id === null
      ? { ...NO_TARGET, author: parent.author }
      : toCommentTarget(post, parent.id, parent.rootId, parent.author, parent.text);
  return [toSighting({ ...shared, action: 'reply', post: target, thread: post })];
}
