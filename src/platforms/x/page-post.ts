// What one post on a page says of itself: its author, its id, its words, and the post it quotes.
import { findAll, hrefOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Target } from './readings.ts';
import { toTarget } from './readings.ts';
import { AVATAR_PREFIX, SELECTORS } from './selectors.ts';
import { isPermalink, parseUrl, toAccount } from './urls.ts';
import { wordsOf } from './words.ts';

/** A post as drawn. `id` null where the page names none (advertisements). */
export interface DrawnPost {
  readonly article: Element;
  readonly author: Account | null;
  readonly id: string | null;
  readonly text: string | null;
  /** The text ends where the site cut it off. */
  readonly cut: boolean;
  readonly tags: Account[];
  readonly shownAt: string | null;
  readonly at: string | null;
  /** The post that the page was opened for: drawn larger, its time below its words. */
  readonly focal: boolean;
  readonly promoted: boolean;
  /** Quoted post: its box, and what the box tells of it. */
  readonly quoted: { readonly target: Target } | null;
}

/** The boxes of quoted posts within a post, outermost first. */
export function findQuoteBoxes(article: Element): Element[] {
  const boxes = [...article.querySelectorAll(SELECTORS.quoteBox), ...article.querySelectorAll(SELECTORS.article)];
  const quotes = boxes.filter((box) => box.querySelector(SELECTORS.userName) !== null);
  return quotes.filter((box) => !quotes.some((other) => other !== box && other.contains(box)));
}

/** Matches within a post that are its own, not its quoted post's. */
export function findOwn(article: Element, selector: string, quotes = findQuoteBoxes(article)): Element[] {
  return [...article.querySelectorAll(selector)].filter((element) => !quotes.some((box) => box.contains(element)));
}

/** Reads a post's own facts; null where the element holds nothing that belongs to a post. */
export function readPost(article: Element, page: PageContext): DrawnPost {
  const quotes = findQuoteBoxes(article);
  const names = findOwn(article, SELECTORS.userName, quotes);
  // Two author lines of its own would mean that the quoted post is no longer told apart: then nobody is the author.
  const box = names.length === 1 ? names[0] : undefined;
  const author = box === undefined ? null : readAuthor(box, page);
  const link = readOwnLink(article, quotes, author, page);
  const words = findOwn(article, SELECTORS.text, quotes)[0];
  return {
    article,
    author,
    id: link.id,
    text: words === undefined ? null : wordsOf(words),
    cut: findOwn(article, SELECTORS.showMore, quotes).length > 0,
    tags: words === undefined ? [] : readTags(words, page),
    shownAt: link.shownAt,
    at: link.at,
    focal: article.getAttribute('tabindex') === '-1' && box !== undefined && link.time !== null && !box.contains(link.time),
    promoted: isPromoted(article),
    quoted: quotes[0] === undefined ? null : { target: readQuoted(quotes[0], page) },
  };
}

/** The account of an author line: all its profile links have to name the same one. */
function readAuthor(box: Element, page: PageContext): Account | null {
  const links = findAll(box, 'a[href]').flatMap((link) => {
    const url = hrefOf(link, page.url);
    const place = url === null ? null : parseUrl(url);
    return place?.kind === 'profile' && place.account?.handle ? [{ handle: place.account.handle, words: wordsOf(link) }] : [];
  });
  const [first] = links;
  if (first === undefined || links.some((link) => link.handle.toLowerCase() !== first.handle.toLowerCase())) return null;
  const name = links.find((link) => link.words !== '' && link.words.toLowerCase() !== `@${first.handle.toLowerCase()}`)?.words;
  return toAccount(null, first.handle, name ?? null);
}

interface OwnLink {
  id: string | null;
  time: Element | null;
  shownAt: string | null;
  at: string | null;
}

/**
 * The post's own id: from the link around its time; where it has none, from its other links of the author's (a photo,
 * the analytics), if all of them agree. A link under another handle is another post's.
 */
function readOwnLink(article: Element, quotes: Element[], author: Account | null, page: PageContext): OwnLink {
  const found = findOwn(article, 'a[href]', quotes).flatMap((link) => {
    const url = link.closest(SELECTORS.text) === null ? hrefOf(link, page.url) : null;
    const place = url === null ? null : parseUrl(url);
    if (url === null || place === null || place.postId === null) return [];
    const handle = place.account?.handle ?? null;
    if (author !== null && handle !== null && handle.toLowerCase() !== author.handle?.toLowerCase()) return [];
    return [{ id: place.postId, time: link.querySelector('time'), direct: isPermalink(url) }];
  });
  const timed = found.filter((one) => one.direct && one.time !== null);
  const chosen = timed.length > 0 ? timed : found;
  const id = new Set(chosen.map((one) => one.id)).size === 1 ? (chosen[0]?.id ?? null) : null;
  const time = id === null ? null : (timed[0]?.time ?? null);
  return {
    id,
    time,
    shownAt: time === null ? null : wordsOf(time).slice(0, 200) || null,
    at: toInstant(time?.getAttribute('datetime') ?? null),
  };
}

function toInstant(datetime: string | null): string | null {
  if (datetime === null || !/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(datetime)) return null;
  const date = new Date(datetime);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Accounts linked in the words: links to a profile whose text is that profile's @handle. */
function readTags(words: Element, page: PageContext): Account[] {
  return findAll(words, 'a[href]').flatMap((link) => readMention(link, page) ?? []);
}

/** The account that a link names as `@handle`; null if the text and the address disagree or it is another kind of link. */
export function readMention(link: Element, page: PageContext): Account | null {
  const url = hrefOf(link, page.url);
  const place = url === null ? null : parseUrl(url);
  const handle = place?.kind === 'profile' ? (place.account?.handle ?? null) : null;
  return handle !== null && wordsOf(link).toLowerCase() === `@${handle.toLowerCase()}` ? toAccount(null, handle, null) : null;
}

/** An advertisement is wrapped whole; inside a post the same wrapper stands around any video or card. */
function isPromoted(article: Element): boolean {
  const cell = article.closest(SELECTORS.cell);
  const wrapper = article.closest(SELECTORS.placement);
  if (wrapper !== null && (cell === null || cell.contains(wrapper))) return true;
  return (cell ?? article).querySelector(SELECTORS.adPixel) !== null;
}

/** What a quote's box tells: the author by the picture's attribute and the @handle, the id only if a photo links to it. */
function readQuoted(box: Element, page: PageContext): Target {
  const name = box.querySelector(SELECTORS.userName);
  const shown = name === null ? [] : [...name.querySelectorAll('*')].filter((part) => part.children.length === 0).map(wordsOf);
  const picture = box.querySelector(`${SELECTORS.avatar} ${SELECTORS.avatarOf}`) ?? box.querySelector(SELECTORS.avatarOf);
  const handle = picture?.getAttribute('data-testid')?.slice(AVATAR_PREFIX.length) ?? '';
  const linked = name === null ? null : readAuthor(name, page);
  const agreed = handle !== '' && shown.some((words) => words.toLowerCase() === `@${handle.toLowerCase()}`);
  const author = linked ?? (agreed ? toAccount(null, handle, readQuotedName(shown, handle)) : null);
  const inner = findQuoteBoxes(box);
  const ids = findOwn(box, 'a[href]', inner).flatMap((link) => {
    const url = link.closest(SELECTORS.text) === null ? hrefOf(link, page.url) : null;
    const place = url === null ? null : parseUrl(url);
    const same = author !== null && place?.account?.handle?.toLowerCase() === author.handle?.toLowerCase();
    return same && place?.postId != null ? [place.postId] : [];
  });
  const words = findOwn(box, SELECTORS.text, inner)[0];
  return toTarget(new Set(ids).size === 1 ? (ids[0] ?? null) : null, author, words === undefined ? null : wordsOf(words));
}

function readQuotedName(shown: string[], handle: string): string | null {
  return shown.find((words) => words !== '' && words !== '·' && words.toLowerCase() !== `@${handle.toLowerCase()}`) ?? null;
}
