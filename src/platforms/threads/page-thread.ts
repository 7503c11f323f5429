// What a post on a post page answers: told by the column's title and by the order of the posts, and believed only where
// the times agree. A feed has the same posts: while one page gives way to another, the address alone says nothing.
import { hrefOf } from '../../lib/dom.ts';
import type { Target } from '../../model/sighting.ts';
import { type Permalink, permalinks, timeIn, wordsOf } from './page-parts.ts';
import { toPost } from './readings.ts';
import { page as selectors } from './selectors.ts';
import { accountOf, postParts } from './urls.ts';

interface Placed extends Permalink {
  readonly post: Element;
  readonly at: string;
}

/** The direct parent, and the first post of the thread where that is another. */
export interface Above {
  readonly parent: Target;
  readonly thread: Target | null;
}

/** The post that a column is about: its title links to it. */
function focusOf(column: Element, base: URL): string | null {
  for (let around = column.parentElement; around !== null; around = around.parentElement) {
    const title = [...around.querySelectorAll(selectors.title)].find(
      (link) => link.closest(selectors.column) === null && wordsOf(link) !== '',
    );
    const url = title === undefined ? null : hrefOf(title, base);
    if (title !== undefined) return url === null ? null : (postParts(url)?.code ?? null);
  }
  return null;
}

/** The posts of a post page in order; those of other lists in the same column are left out. */
function placedIn(column: Element, base: URL): Placed[] | null {
  const threads = column.querySelector(selectors.thread) !== null;
  const posts = [...column.querySelectorAll(selectors.post)].filter(
    (post) => post.parentElement?.closest(selectors.post) === null && (!threads || post.closest(selectors.thread) !== null),
  );
  const placed = posts.map((post) => {
    const [own] = permalinks(post, base);
    const at = own === undefined ? null : timeIn(own.link).at;
    return own === undefined || at === null ? null : { ...own, post, at };
  });
  return placed.some((one) => one === null) ? null : placed.filter((one) => one !== null);
}

const toTarget = ({ code, handle }: Permalink): Target => toPost({ code, author: handle === null ? null : accountOf(handle) });

/** What this post answers, or null where the page does not say so beyond doubt. */
export function aboveOf(post: Element, base: URL): Above | null {
  const column = post.closest(selectors.column);
  const code = column === null ? null : focusOf(column, base);
  const placed = column === null || code === null ? null : placedIn(column, base);
  if (placed === null) return null;
  const focus = placed.findIndex((one) => one.code === code);
  const here = placed.findIndex((one) => one.post === post);
  const focused = placed[focus];
  const [root] = placed;
  if (focused === undefined || root === undefined || here < 1 || placed.filter((one) => one.code === code).length !== 1) return null;
  // Above the page's post each answers the one before; below it, all are younger. Any other order is not a post page.
  const rising = placed.slice(0, focus).every((one, position) => one.at <= (placed[position + 1]?.at ?? ''));
  const younger = placed.slice(focus + 1).every((one) => one.at >= focused.at);
  if (!rising || !younger) return null;
  const before = placed[here - 1];
  const thread = (parent: Placed): Above => ({ parent: toTarget(parent), thread: parent === root ? null : toTarget(root) });
  if (here <= focus) return before === undefined ? null : thread(before);
  const group = post.closest(selectors.thread);
  const chained =
    group !== null &&
    before !== undefined &&
    before !== focused &&
    before.post.closest(selectors.thread) === group &&
    before.at <= (placed[here]?.at ?? '');
  // A thread below the page's post: its first answers the page's post, each further one the one before it.
  return chained && before !== undefined && here - 1 > focus ? thread(before) : thread(focused);
}
