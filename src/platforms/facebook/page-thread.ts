// Whom a reply answers. The reply's link names the top comment of the thread only; the direct parent, which may itself be
// a reply, is told by the names in the reply's label and by how the page nests the two.
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import { type OwnFacts, readOwnFacts } from './comment-facts.ts';
import { isComment, keyOf, ownerOf, readWords } from './page-parts.ts';
import { ARTICLE, DIALOG } from './selectors.ts';

/** A reply's direct parent as far as the page tells. All null: some comment of the thread, unknown which. */
export interface Parent {
  readonly id: string | null;
  readonly rootId: string | null;
  readonly author: Account | null;
  readonly text: string | null;
}

interface Candidate extends OwnFacts {
  readonly article: Element;
}

/** A thread shows fewer comments than this before a reply whose address is missing. */
const MOST_EARLIER = 50;

const UNKNOWN: Parent = { id: null, rootId: null, author: null, text: null };

/** The direct parent of a comment's article; null if the comment stands at the top. */
export function findParent(article: Element, own: OwnFacts, page: PageContext): Parent | null {
  const around = ownerOf(article);
  if (around !== null && isComment(around)) return toParent({ ...readOwnFacts(around, page), article: around });
  const root = own.rootId;
  if (root === null) return own.permalink === null && answersSomebody(article, own, page) ? UNKNOWN : null;
  const candidates = findEarlier(article, root, page);
  const top = candidates.find((one) => one.id === root) ?? null;
  const asTop: Parent = top === null ? { ...UNKNOWN, id: root } : toParent(top);
  if (candidates.every((one) => one === top)) return asTop;

  const named = findNamed(article, own, candidates);
  const nested = findNested(article, candidates, top);
  if (named === null) return nested === null ? asTop : toParent(nested);
  if (named.length === 0) return nested === null ? UNKNOWN : toParent(nested);
  const [only] = named;
  // Somebody whose name is not on the page may share the name.
  const sure = top !== null && candidates.every((one) => one.author?.name != null);
  if (named.length === 1 && only !== undefined) return sure || only === nested ? toParent(only) : UNKNOWN;
  const chosen = nested ?? top;
  if (chosen !== null && named.includes(chosen)) return toParent(chosen);
  const keys = new Set(named.map((one) => keyOf(one.author)));
  return keys.size === 1 && only !== undefined ? { ...UNKNOWN, author: only.author } : UNKNOWN;
}

function toParent(one: Candidate): Parent {
  return { id: one.id, rootId: one.rootId, author: one.author, text: one.body === null ? null : readWords(one.body) };
}

/** Articles of the same post, dialog or page. */
function commentsAround(article: Element): Element[] {
  const scope = ownerOf(article) ?? article.closest(DIALOG) ?? article.closest('[role="main"]') ?? article.ownerDocument.body;
  return [...scope.querySelectorAll(ARTICLE)].filter(isComment);
}

/** Comments of the same thread that stand before the reply, the top comment first if it is on the page. */
function findEarlier(article: Element, root: string, page: PageContext): Candidate[] {
  const all = commentsAround(article);
  const found: Candidate[] = [];
  for (let index = all.indexOf(article) - 1; index >= 0; index--) {
    const other = all[index];
    if (other === undefined) break;
    const facts = readOwnFacts(other, page);
    if (facts.id === root) return [{ ...facts, article: other }, ...found];
    if (facts.rootId !== root) break;
    found.unshift({ ...facts, article: other });
  }
  return found;
}

/** Without its own address a reply is told from a comment only by its label, which names somebody who commented before. */
function answersSomebody(article: Element, own: OwnFacts, page: PageContext): boolean {
  const all = commentsAround(article);
  const index = all.indexOf(article);
  const earlier = all
    .slice(Math.max(0, index - MOST_EARLIER), Math.max(0, index))
    .map((other) => ({ ...readOwnFacts(other, page), article: other }));
  return findNamed(article, own, earlier) !== null;
}

/**
 * Candidates whose author the reply's label names beside the reply's own author. Names are the same in every language.
 * null: the label names nobody else, so it says nothing. []: it names several.
 */
function findNamed(article: Element, own: OwnFacts, candidates: readonly Candidate[]): Candidate[] | null {
  let label = article.getAttribute('aria-label') ?? '';
  const names = new Set(
    [own.author?.name, ...candidates.map((one) => one.author?.name)].filter((name): name is string => typeof name === 'string'),
  );
  const hits = new Set<string>();
  // Longest first: "Sri" must not be found inside "Sri Lestari".
  for (const name of [...names].sort((one, other) => other.length - one.length)) {
    const count = label.split(name).length - 1;
    label = label.split(name).join('\u0000');
    if (count > (name === own.author?.name ? 1 : 0)) hits.add(name);
  }
  if (hits.size === 0) return null;
  return hits.size > 1 ? [] : candidates.filter((one) => one.author?.name != null && hits.has(one.author.name));
}

/**
 * The reply that the page puts this one under: it heads the nearest box around both and lies less deep in it.
 * null where the page shows no such reply, so that the top comment is the parent.
 */
function findNested(article: Element, candidates: readonly Candidate[], top: Candidate | null): Candidate | null {
  for (let box = article.parentElement; box !== null; box = box.parentElement) {
    if (top !== null && box.contains(top.article)) return null;
    const head = candidates.find((one) => box.contains(one.article));
    if (head !== undefined && depthIn(box, article) > depthIn(box, head.article)) return head;
    if (box.matches(`${ARTICLE}, ${DIALOG}`)) return null;
  }
  return null;
}

function depthIn(box: Element, element: Element): number {
  let depth = 0;
  for (let here: Element | null = element; here !== null && here !== box; here = here.parentElement) depth++;
  return depth;
}
