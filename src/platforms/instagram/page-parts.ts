// What the rows and posts of a page are made of: profile links, permalinks, words.
import { findAll, hrefOf, textOf } from '../../lib/dom.ts';
import { isoOfWritten } from '../../lib/stated-time.ts';
import type { Account } from '../../model/account.ts';
import { page as selectors } from './selectors.ts';
import { accountOf, type CommentParts, commentParts, parseUrl, postParts } from './urls.ts';

export interface ProfileLink {
  readonly link: Element;
  readonly handle: string;
}

/** One path part and nothing else: most links of a page are ruled out before their address is taken apart. */
const SHORT = /^(?:https?:\/\/[^/]+)?\/[^/?#]+\/?(?:[?#]|$)/;

/** Links to profiles within an element, in document order. */
export function* eachProfileLink(within: Element, base: URL): Generator<ProfileLink> {
  for (const link of findAll(within, selectors.link)) {
    const url = SHORT.test(link.getAttribute('href') ?? '') ? hrefOf(link, base) : null;
    const place = url === null ? null : parseUrl(url);
    if (place?.kind === 'profile' && place.account?.handle != null) yield { link, handle: place.account.handle };
  }
}

export function profileLinks(within: Element, base: URL): ProfileLink[] {
  return [...eachProfileLink(within, base)];
}

/** Does the link show the handle it leads to? Display names, mentions and pictures do not. */
export function showsHandle({ link, handle }: ProfileLink): boolean {
  return wordsOf(link).toLowerCase() === handle.toLowerCase();
}

/** The first name shown in words, or null. */
export function firstShown(within: Element, base: URL): ProfileLink | null {
  for (const name of eachProfileLink(within, base)) if (showsHandle(name)) return name;
  return null;
}

/** The text of an element without controls, icons and what `except` selects. */
export function wordsOf(element: Element, except: readonly Element[] = []): string {
  const copy = element.cloneNode(true) as Element;
  const marked = except.map((part) => pathTo(element, part)).filter((path) => path !== null);
  for (const part of marked.map((path) => follow(copy, path))) part?.remove();
  for (const part of copy.querySelectorAll(selectors.controls)) part.remove();
  return textOf(copy);
}

function pathTo(root: Element, part: Element): number[] | null {
  const path: number[] = [];
  for (let here: Element = part; here !== root; here = here.parentElement) {
    if (here.parentElement === null) return null;
    path.unshift([...here.parentElement.children].indexOf(here));
  }
  return path.length === 0 ? null : path;
}

function follow(root: Element, path: readonly number[]): Element | null {
  return path.reduce<Element | null>((here, step) => here?.children[step] ?? null, root);
}

/** Accounts linked within some words; `except` are links that are names and not words. */
export function tagsIn(words: Element, base: URL, except: readonly Element[] = []): Account[] {
  const handles = profileLinks(words, base).flatMap(({ link, handle }) => (except.includes(link) ? [] : [handle]));
  return [...new Set(handles)].slice(0, 200).map((handle) => accountOf(handle));
}

/** The comment a permalink names, or null for every other link. */
export function commentAt(link: Element, base: URL): CommentParts | null {
  const url = hrefOf(link, base);
  return url === null ? null : commentParts(url);
}

/** Permalinks of comments within an element, in document order. `base` only completes relative addresses. */
export function commentLinks(root: ParentNode, base: URL): Element[] {
  return findAll(root, selectors.permalink).filter((link) => commentAt(link, base) !== null);
}

/** The comment's row: the largest element around its permalink that holds no other item's time. */
export function rowOf(link: Element): Element {
  let row = link;
  for (let up = link.parentElement; up !== null && !row.matches(selectors.row); row = up, up = up.parentElement) {
    if (up.matches(`${selectors.article}, ${selectors.main}, ${selectors.dialog}, body`) || up.querySelector('form, textarea') !== null)
      break;
    if ([...up.querySelectorAll(selectors.time)].some((time) => !link.contains(time))) break;
  }
  // Older pages nest the replies inside the row of the comment they answer.
  return row.querySelector(selectors.link) === null || row === link ? (link.closest(selectors.row) ?? row) : row;
}

/** The post a permalink names, with the handle if its address has one; null for comments and other links. */
export function postAt(link: Element, base: URL): { code: string; handle: string | null } | null {
  const url = hrefOf(link, base);
  return url === null ? null : postParts(url);
}

/** A time as shown and as stated. */
export function timeIn(link: Element): { shownAt: string | null; at: string | null } {
  const time = link.matches(selectors.time) ? link : link.querySelector(selectors.time);
  return { shownAt: time === null ? null : textOf(time) || null, at: isoOfWritten(time?.getAttribute(selectors.timeAttribute) ?? null) };
}

export function isBefore(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & 4) !== 0;
}

/** The words written beside a permalink or a caption's time, without names and controls, and the accounts they link. */
export function writtenIn(row: Element, anchor: Element, names: readonly Element[], base: URL): { text: string | null; tags: Account[] } {
  const except = [anchor, ...names];
  const nested = [...row.querySelectorAll(selectors.list)].filter((list) => !list.contains(anchor));
  const wordsIn = (element: Element) =>
    wordsOf(
      element,
      except.filter((part) => element.contains(part)),
    );
  const isFree = (element: Element) => {
    const control = element.closest(selectors.controls);
    // In older pages the whole row is a button itself.
    return (control === null || control.contains(row)) && ![...nested, ...except].some((part) => part.contains(element));
  };
  const blocks = [...row.querySelectorAll(selectors.words)].filter((element) => isFree(element) && wordsIn(element) !== '');
  const outer = blocks.filter((element) => !blocks.some((other) => other !== element && other.contains(element)));
  // Labels beside the name ("author", "pinned") stand in the same line as the time; the words have a block of their own.
  const head = lineOf(row, anchor, names);
  const apart = outer.filter((element) => head === null || !head.contains(element));
  const chosen = apart.length > 0 ? apart : outer;
  const text = chosen.length > 0 ? chosen.map(wordsIn).join('\n') : wordsOf(row, [...except, ...nested]);
  return { text: text === '' ? null : text, tags: chosen.flatMap((element) => tagsIn(element, base, names)).slice(0, 200) };
}

/** The smallest element that holds both the name and the time. */
function lineOf(row: Element, anchor: Element, names: readonly Element[]): Element | null {
  const name = names.at(-1);
  for (let here: Element | null = anchor; here !== null && name !== undefined && row.contains(here); here = here.parentElement)
    if (here.contains(name)) return here;
  return null;
}
