// What a comment on a page says about itself: who wrote it, its number, its post, its words.
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import { NO_TARGET, type Target, toPost } from './facts.ts';
import { toIds } from './ids.ts';
import {
  findRuns,
  isBefore,
  isBody,
  isInWords,
  keyOf,
  type PageLink,
  readName,
  readOwnLinks,
  readWords,
  readWrapperId,
} from './page-parts.ts';

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
  const authorLink = late || first === undefined || !isAuthor(article, first, links) ? undefined : first;
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

/**
 * A comment links its author twice, or names the author in its label, or packs its own number into the author's link.
 * A lone link that its label does not name may be somebody the words mention.
 */
function isAuthor(article: Element, one: PageLink, links: readonly PageLink[]): boolean {
  const key = keyOf(one.link.account);
  if (one.link.commentId !== null || links.filter((other) => other.link.kind === 'profile' && keyOf(other.link.account) === key).length > 1)
    return true;
  const label = article.getAttribute('aria-label');
  const name = readName(links, key);
  return label === null || (name !== null && label.includes(name));
}
