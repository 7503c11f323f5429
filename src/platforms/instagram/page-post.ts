// A post on the page: in a feed, in the pop-up over a grid, or on a page of its own.
import { findAll } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import {
  eachProfileLink,
  firstShown,
  isBefore,
  type ProfileLink,
  postAt,
  profileLinks,
  rowOf,
  showsHandle,
  tagsIn,
  timeIn,
  wordsOf,
  writtenIn,
} from './page-parts.ts';
import { toPost, toSighting, toUnreadable } from './readings.ts';
import { page as selectors } from './selectors.ts';
import { accountOf } from './urls.ts';

const HOLDERS = `${selectors.article}, ${selectors.dialog}, ${selectors.main}`;

/** The element that holds the whole post around one of its parts. */
export function holderOf(part: Element): Element | null {
  return part.closest(selectors.article) ?? part.closest(HOLDERS);
}

/** Permalinks (around a time) of posts that this element is the holder of. */
export function ownLinks(holder: Element, base: URL): Element[] {
  return findAll(holder, selectors.postPermalink).filter((link) => postAt(link, base) !== null && holderOf(link) === holder);
}

/** The caption's own row has a time that is no link, above all comments. */
function captionTime(holder: Element): Element | null {
  return [...holder.querySelectorAll(selectors.looseTime)].find((time) => holderOf(time) === holder) ?? null;
}

/** Where a post's head has surely ended: commenters and likers are named from here on. */
function belowHead(holder: Element): Element[] {
  const comment = holder.querySelector(selectors.commentPermalink);
  const actions = holder.querySelector(selectors.actions);
  return [...(comment === null ? [] : [rowOf(comment)]), ...(actions === null ? [] : [actions])];
}

/** Who posted `code`: the permalink's own name where it has one, checked against the name the post shows first. */
function authorIn(holder: Element, code: string, base: URL): Account | null {
  const link = ownLinks(holder, base).find((one) => postAt(one, base)?.code === code);
  if (link === undefined) return null;
  const stated = postAt(link, base)?.handle ?? null;
  const caption = captionTime(holder);
  const limit = belowHead(holder);
  // In the head of a post the first name shown in words is its owner's; co-authors follow.
  let head: ProfileLink | null = null;
  let captioned: ProfileLink | null = null;
  for (const name of eachProfileLink(holder, base)) {
    if (caption !== null ? !isBefore(name.link, caption) : head !== null) break;
    if (limit.some((part) => part.contains(name.link) || isBefore(part, name.link))) break;
    if (holderOf(name.link) !== holder || !showsHandle(name)) continue;
    head ??= name;
    captioned = caption === null ? null : name;
  }
  const names = [stated, head?.handle ?? null, captioned?.handle ?? null].filter((name) => name !== null).map((name) => name.toLowerCase());
  // A name in the address alone is not yet the author's: the page has to show it too. And two names are none.
  if (head === null || new Set(names).size !== 1) return null;
  return accountOf(head.handle);
}

/** The author of a post on show around `part`, if the page names one. */
export function authorOfPost(part: Element, code: string, base: URL): Account | null {
  const holder = holderOf(part);
  return holder === null ? null : authorIn(holder, code, base);
}

function captionOf(holder: Element, author: Account, base: URL): { text: string | null; tags: Account[] } {
  const time = captionTime(holder);
  if (time !== null) {
    let row: Element = time;
    for (let up = time.parentElement; up !== null && up !== holder; row = up, up = up.parentElement) {
      if (up.querySelectorAll(selectors.time).length > 1 || up.querySelector('form, textarea, video') !== null) break;
    }
    const names = profileLinks(row, base).flatMap((name) =>
      name.handle === author.handle && isBefore(name.link, time) ? [name.link] : [],
    );
    if (names.length > 0) return writtenIn(row, time, names, base);
  }
  const heading = [...holder.querySelectorAll(selectors.captionHeading)].find(
    (one) => holderOf(one) === holder && one.querySelector(selectors.time) === null,
  );
  const text = heading === undefined ? '' : wordsOf(heading);
  return heading === undefined || text === '' || text.toLowerCase() === author.handle?.toLowerCase()
    ? { text: null, tags: [] }
    : { text, tags: tagsIn(heading, base) };
}

/** Reads the post that this element holds, or null if it holds none. */
export function readPost(holder: Element, page: PageContext): Reading | null {
  const links = ownLinks(holder, page.url);
  const codes = [...new Set(links.map((link) => postAt(link, page.url)?.code))];
  const [link] = links;
  const code = link === undefined ? null : (postAt(link, page.url)?.code ?? null);
  if (link === undefined || code === null) {
    const looks = holder.matches(selectors.article) && firstShown(holder, page.url) !== null;
    return looks ? toUnreadable('page', 'post', ['post']) : null;
  }
  if (codes.length > 1) return toUnreadable('page', 'post', ['post']);
  const author = authorIn(holder, code, page.url);
  const post = toPost({ code, author });
  if (author === null) return toUnreadable('page', 'post', ['author'], post.id, post.url);
  const { text, tags } = captionOf(holder, author, page.url);
  return toSighting('page', { action: 'post', actor: author, post: { ...post, text }, text, tags, ...timeIn(link) });
}
