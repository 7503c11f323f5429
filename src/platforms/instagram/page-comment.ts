// A comment's row on the page. Its own permalink names the post, the topmost comment and the reply.
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { commentAt, commentLinks, isBefore, type ProfileLink, profileLinks, rowOf, showsHandle, timeIn, writtenIn } from './page-parts.ts';
import { authorOfPost } from './page-post.ts';
import { addressOf, toComment, toPost, toSighting, toUnreadable } from './readings.ts';
import { page as selectors } from './selectors.ts';
import { accountOf, type CommentParts } from './urls.ts';

/** Reads the comment whose row this is, or null if the element is none. */
export function readComment(row: Element, page: PageContext): Reading | null {
  const links = commentLinks(row, page.url).filter((link) => rowOf(link) === row || row === link);
  const [link] = links;
  const parts = link === undefined ? null : commentAt(link, page.url);
  if (link === undefined || parts === null || links.length !== 1) return null;
  const own = rowOf(link);
  const names = profileLinks(own, page.url).filter((name) => !isNested(name.link, link, own));
  const { above, unknown } = parentOf(parts, link, page.url);
  const id = parts.replyId ?? parts.topId;
  const url = addressOf(id, parts.code, above);
  const author = authorOf(names, link);
  const isReply = above !== null || unknown;
  if (author === null) return toUnreadable('page', isReply ? 'reply' : 'comment', ['author'], id, url);
  const written = writtenIn(
    own,
    link,
    [...names.filter(({ link: one }) => one.querySelector('img') !== null).map((name) => name.link), author.link],
    page.url,
  );
  const post = toPost({ code: parts.code, author: authorOfPost(link, parts.code, page.url) });
  const found = {
    actor: accountOf(author.handle),
    item: { id, url },
    ...written,
    ...timeIn(link),
  };
  if (!isReply) return toSighting('page', { action: 'comment', ...found, post });
  // Nested, but under which comment is not told: the post is all that is certain.
  if (above === null) return toSighting('page', { action: 'reply', ...found, post });
  return toSighting('page', {
    action: 'reply',
    ...found,
    post: toComment(above, parts.code, null, parentAuthor(link, above, page.url)),
    thread: post,
  });
}

/** Part of a reply nested inside this comment's own row. */
function isNested(part: Element, link: Element, own: Element): boolean {
  const list = part.closest(selectors.list);
  return list !== null && own.contains(list) && own !== list && !list.contains(link);
}

/** The first profile link of the row, if the row also shows that name in words: a mention never stands before the author. */
function authorOf(names: readonly ProfileLink[], link: Element): ProfileLink | null {
  const [first] = names;
  const shown = names.find(showsHandle);
  return first !== undefined && shown !== undefined && shown.handle === first.handle && isBefore(shown.link, link) ? shown : null;
}

/** The comment above a reply: stated by its address, or by the list it is nested in (older pages). */
function parentOf(parts: CommentParts, link: Element, base: URL): { above: string | null; unknown: boolean } {
  if (parts.replyId !== null) return { above: parts.topId, unknown: false };
  const list = link.closest(selectors.list);
  const outer = list?.parentElement?.closest(selectors.list) ?? null;
  if (list === null || outer === null) return { above: null, unknown: false };
  const within = (root: Element) => commentLinks(root, base).filter((other) => other.closest(selectors.list) === outer);
  const row = list.closest(selectors.row);
  const near = row !== null && outer.contains(row) ? within(row) : [];
  const above = near.length > 0 ? near : within(outer);
  const [only] = above;
  // No comment of the outer list stands directly in it: the outer list is the list of threads.
  if (only === undefined) return { above: null, unknown: false };
  return above.length === 1 ? { above: commentAt(only, base)?.topId ?? null, unknown: false } : { above: null, unknown: true };
}

function parentAuthor(link: Element, id: string, base: URL) {
  const scope = link.closest(`${selectors.article}, ${selectors.main}, ${selectors.dialog}`);
  // The id narrows the search before any address is taken apart.
  const likely =
    scope === null ? [] : [...scope.querySelectorAll(`a[href*="/c/${id}"]`)].filter((other) => other.matches(selectors.permalink));
  const parent = likely.find((other) => commentAt(other, base)?.topId === id && commentAt(other, base)?.replyId === null);
  if (parent === undefined) return null;
  const row = rowOf(parent);
  const author = authorOf(
    profileLinks(row, base).filter((name) => !isNested(name.link, parent, row)),
    parent,
  );
  return author === null ? null : accountOf(author.handle);
}
