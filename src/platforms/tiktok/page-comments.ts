// Comments and replies of the panel beside a video.
import type { Account } from '../../model/account.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { toParent, toSighting, toUnreadable } from './readings.ts';
import * as select from './selectors.ts';
import { shownVideo } from './shown-video.ts';
import { lineOf, linkedAccount, tagsIn } from './words.ts';

/** One comment's own part of the page, without what answers it. */
interface Row {
  readonly element: Element;
  readonly level: 1 | 2;
  readonly words: Element | null;
  /** Profile links beside the words: first the author, then, in some replies, the person answered. */
  readonly links: readonly Element[];
}

/** How far above its words a comment's name may stand: two steps in 2025, one in 2022. */
const REACH = 3;

/** The element that findItems gives for a mark of a comment's words (or for a row without marks). */
export function rowElement(mark: Element): Element {
  return toRow(mark).element;
}

function toRow(mark: Element): Row {
  if (!mark.matches(select.WORDS)) return toBareRow(mark);
  const level = mark.matches(select.WORDS_TOP) ? 1 : 2;
  let around = mark.parentElement;
  for (let step = 0; step < REACH && around !== null; step++, around = around.parentElement) {
    // A second comment's words: the name, wherever it went, is not this comment's own.
    if (around.querySelectorAll(select.WORDS).length > 1) break;
    const names = [...around.querySelectorAll(select.NAME(level))];
    if (names.length > 1) break;
    const name = names[0];
    if (name === undefined) continue;
    const inside = [...name.querySelectorAll('a[href]')];
    const outside = name.closest('a[href]');
    return { element: around, level, words: mark, links: inside.length > 0 ? inside : outside === null ? [] : [outside] };
  }
  return { element: mark, level, words: mark, links: [] };
}

function toBareRow(element: Element): Row {
  const words = element.querySelector(select.BARE_WORDS);
  const names = [...element.querySelectorAll(select.BARE_NAME)].filter((name) => !words?.contains(name));
  const links = names.flatMap((name) => (name.matches('a[href]') ? [name] : [...name.querySelectorAll('a[href]')]));
  return { element, level: element.closest(select.BARE_REPLIES) === null ? 1 : 2, words, links };
}

/** Is this one of the rows without marks that the fallback reads? */
export function isBareRow(element: Element): boolean {
  return (
    element.matches(select.BARE_ROW) &&
    element.querySelector(`${select.WORDS}, ${select.BARE_ROW}`) === null &&
    element.parentElement?.closest(select.BARE_ROW) == null &&
    element.childElementCount > 0
  );
}

/** Reads a row; [] where the element is none. */
export function readRow(element: Element, base: URL): Reading[] {
  const mark = element.matches(select.WORDS) ? element : (element.querySelector(select.WORDS) ?? (isBareRow(element) ? element : null));
  if (mark === null) return [];
  const row = toRow(mark);
  if (row.element !== element) return [];
  const id = idOf(row);
  const accounts = row.links.map((link) => linkedAccount(link, base)).filter((account) => account !== null);
  const actor = accounts[0] ?? null;
  const post = shownVideo(element, base);
  if (actor === null || post === null)
    return [
      toUnreadable(
        'page',
        row.level === 1 ? 'comment' : 'reply',
        [...(actor === null ? ['author'] : []), ...(post === null ? ['post'] : [])],
        id,
      ),
    ];
  const parent = row.level === 1 ? null : parentOf(row, accounts[1] ?? null, base);
  return [
    toSighting('page', {
      action: row.level === 1 ? 'comment' : 'reply',
      actor,
      post: parent ?? post,
      thread: parent === null ? null : post,
      itemId: id,
      text: row.words === null ? null : lineOf(row.words),
      tags: tagsIn(row.words, base),
      shownAt: shownAt(row),
    }),
  ];
}

/** The comment's number, where an element around or in the row carries it. */
function idOf(row: Row): string | null {
  const inside = [...row.element.querySelectorAll('[id]')].find((element) => /^\d{15,}$/.test(element.id));
  for (let around: Element | null = inside ?? row.element, step = 0; around !== null && step < 3; step++, around = around.parentElement) {
    if (around.querySelectorAll(select.WORDS).length > 1) return null;
    if (/^\d{15,}$/.test(around.id)) return around.id;
  }
  return null;
}

/** Whom a reply answers: the person named behind its author, else the top comment it stands under. */
function parentOf(row: Row, answered: Account | null, base: URL): Target | null {
  if (answered !== null) return toParent(null, answered, null);
  const top = topOf(row);
  if (top === null) return null;
  const author = linkedAccount(top.links[0] ?? null, base);
  const id = idOf(top);
  return author === null && id === null ? null : toParent(id, author, top.words === null ? null : lineOf(top.words));
}

function topOf(row: Row): Row | null {
  if (row.words?.matches(select.WORDS) !== true) {
    const bare = [...(row.element.closest(select.BARE_THREAD)?.querySelectorAll(select.BARE_ROW) ?? [])].filter(isBareRow);
    const tops = bare.filter((one) => one.closest(select.BARE_REPLIES) === null);
    return tops.length === 1 && tops[0] !== undefined ? toBareRow(tops[0]) : null;
  }
  for (let around = row.element.parentElement; around !== null; around = around.parentElement) {
    const tops = around.querySelectorAll(select.WORDS_TOP);
    if (tops.length > 1) return null;
    const top = tops[0];
    if (top === undefined) continue;
    // A reply stands behind its comment; one that stands before it belongs to another, unseen one.
    const after = (top.compareDocumentPosition(row.element) & 4) !== 0;
    return after ? toRow(top) : null;
  }
  return null;
}

function shownAt(row: Row): string | null {
  const around = row.element.querySelector(select.TIME) ?? row.element.querySelector(select.REPLY_BUTTON)?.previousElementSibling ?? null;
  return around === null ? null : lineOf(around);
}
