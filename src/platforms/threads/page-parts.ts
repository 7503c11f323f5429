// What the posts of a page are made of: permalinks, names, words.
import { findAll, hrefOf, textOf } from '../../lib/dom.ts';
import { isoOfWritten } from '../../lib/stated-time.ts';
import type { Account } from '../../model/account.ts';
import { page as selectors } from './selectors.ts';
import { accountOf, postParts, profileParts } from './urls.ts';

export interface ProfileLink {
  readonly link: Element;
  readonly handle: string;
}

/** Is this part of the post itself, not of a post quoted inside it? */
export function isOwn(part: Element, post: Element): boolean {
  return (part.closest(selectors.post) ?? post) === post || !post.matches(selectors.post);
}

/** Links to profiles that are part of the post itself, in document order. */
export function profileLinks(post: Element, base: URL): ProfileLink[] {
  return findAll(post, selectors.link).flatMap((link) => {
    const url = hrefOf(link, base);
    const handle = url === null ? null : profileParts(url);
    return handle === null || !isOwn(link, post) ? [] : [{ link, handle }];
  });
}

/** Does the link show the handle it leads to? Display names, mentions and pictures do not. */
export function showsHandle({ link, handle }: ProfileLink): boolean {
  return wordsOf(link).toLowerCase() === handle.toLowerCase();
}

export interface Permalink {
  readonly link: Element;
  readonly code: string;
  readonly handle: string | null;
}

/** Permalinks (around a time) that are part of the post itself, in document order. */
export function permalinks(post: Element, base: URL): Permalink[] {
  return findAll(post, selectors.permalink).flatMap((link) => {
    const url = hrefOf(link, base);
    const parts = url === null ? null : postParts(url);
    return parts === null || !isOwn(link, post) ? [] : [{ link, ...parts }];
  });
}

/** Posts quoted directly inside this one. */
export function quotedIn(post: Element): Element[] {
  return [...post.querySelectorAll(selectors.post)].filter((inner) => inner.parentElement?.closest(selectors.post) === post);
}

export function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(`${selectors.controls}, ${selectors.post}`)) part.remove();
  return textOf(copy);
}

/** The post's own words below its permalink, and the accounts they link. */
export function writtenIn(post: Element, permalink: Element, until: Element | null, base: URL): { text: string | null; tags: Account[] } {
  const blocks = [...post.querySelectorAll(selectors.words)].filter(
    (block) =>
      isOwn(block, post) &&
      isAfter(block, permalink) &&
      !block.contains(permalink) &&
      (until === null || isAfter(until, block)) &&
      block.closest(selectors.link) === null &&
      block.closest(selectors.controls) === null &&
      block.querySelector(selectors.time) === null &&
      wordsOf(block) !== '',
  );
  const outer = blocks.filter((block) => !blocks.some((other) => other !== block && other.contains(block)));
  const handles = outer.flatMap((block) => profileLinks(block, base).map(({ handle }) => handle));
  return { text: outer.map(wordsOf).join('\n') || null, tags: [...new Set(handles)].map(accountOf) };
}

/** Does `second` stand before `first`? */
export function isAfter(first: Element, second: Element): boolean {
  return (second.compareDocumentPosition(first) & 4) !== 0;
}

/** A time as shown and as stated. */
export function timeIn(link: Element): { shownAt: string | null; at: string | null } {
  const time = link.querySelector(selectors.time);
  return { shownAt: time === null ? null : textOf(time) || null, at: isoOfWritten(time?.getAttribute(selectors.timeAttribute) ?? null) };
}
