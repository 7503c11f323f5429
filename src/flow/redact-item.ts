// The item without other people: where the picture has to be covered, and its source and copy with placeholders in place of names.
import { findLayers, isAbove, paints, rememberStyles } from '../lib/covering.ts';
import { toInertCopy } from '../lib/inert.ts';
import { overlapOf, without } from '../lib/rects.ts';
import { MOST_BOXES } from '../model/boxes.ts';
import type { Box, BoxWhy, Rect } from '../model/capture.ts';
import { type Covered, findPeople, type People, type Scene, toFinder } from './find-people.ts';

export interface Redacted {
  /** In CSS pixels of the viewport. */
  readonly boxes: readonly Box[];
  readonly source: string;
  readonly copy: string;
  /** The page's title without the names. */
  readonly title: string;
}

/** CSS pixels between points at which is looked whether something that is no part of the item lies above it. */
const MESH = 12;
const DROPPED = 'script, style, noscript, template, iframe, object, embed';
/** Attributes of a covered element that stay: structure, and nobody's name. */
const STRUCTURE = new Set(['role', 'class', 'dir', 'lang', 'data-testid', 'type']);

/** @param title the page's title */
export function redactItem(scene: Scene, title: string, window: Window): Redacted {
  const people = findPeople(scene);
  const boxes = toBoxes(scene, people, window);
  const clone = redactClone(scene, people);
  const find = toFinder(people.names);
  const withoutNames = (text: string) => replaceNames(text, find);
  return { boxes, source: clone.outerHTML, copy: toInertCopy(clone, withoutNames(title)), title: withoutNames(title) };
}

// ---- the picture

function toBoxes({ item, words }: Scene, people: People, window: Window): Box[] {
  const frame = toRect(item.getBoundingClientRect());
  const own = [...(words === null ? [] : rectsOf(words)), ...people.kept.flatMap(rectsOf)].map(grown);
  const boxes: Box[] = [];
  for (const one of people.covered) {
    for (const rect of rectsOfCovered(one)) {
      const inside = overlapOf(grown(rect), frame);
      if (inside === null) continue;
      for (const part of without(inside, own)) boxes.push({ ...part, why: one.why });
    }
    if (boxes.length > MOST_BOXES) break;
  }
  const above = foreignRects(item, window).map((rect) => ({ ...rect, why: 'outside' as BoxWhy }));
  if (!people.isTooMuch && boxes.length + above.length <= MOST_BOXES) return [...boxes, ...above];
  const rest = without(frame, own).map((rect) => ({ ...rect, why: 'rest' as BoxWhy }));
  // Words in hundreds of pieces as well: then nothing of it can be handed on as a picture.
  return rest.length <= MOST_BOXES ? rest : [{ ...frame, why: 'rest' }];
}

const toRect = ({ x, y, width, height }: DOMRect): Rect => ({ x, y, width, height });
const grown = ({ x, y, width, height }: Rect): Rect => ({ x: x - 1, y: y - 1, width: width + 2, height: height + 2 });

function rectsOfCovered({ node, why, part }: Covered): Rect[] {
  if (node.nodeType === 1) return why === 'account' ? rectsOf(node as Element) : [toRect((node as Element).getBoundingClientRect())];
  const range = node.ownerDocument?.createRange();
  if (range === undefined) return [];
  range.setStart(node, part?.[0] ?? 0);
  range.setEnd(node, part?.[1] ?? node.nodeValue?.length ?? 0);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map(toRect);
}

/**
 * Where an element's text and pictures stand. Not its own box: a page may lay an empty link over a whole card, and with it over words
 * that are somebody else's.
 */
function rectsOf(element: Element): Rect[] {
  const range = element.ownerDocument.createRange();
  const rects: Rect[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    range.selectNodeContents(node);
    if ((node.nodeValue ?? '').trim() !== '') rects.push(...[...range.getClientRects()].map(toRect));
  }
  for (const picture of element.querySelectorAll('img, svg, video, canvas, [style*="background"]'))
    rects.push(toRect(picture.getBoundingClientRect()));
  // A portrait may be the background of the link itself.
  if (rects.length === 0) rects.push(toRect(element.getBoundingClientRect()));
  return rects.filter(({ width, height }) => width > 0 && height > 0);
}

/** Places inside the item's frame where something is seen that is no part of it: the site's own bars, chats, the viewer's name. */
function foreignRects(item: Element, window: Window): Rect[] {
  const styles = rememberStyles(window);
  const frame = item.getBoundingClientRect();
  const found = new Map<Element, DOMRect>();
  const add = (hit: Element) => {
    let outermost = hit;
    for (let up = hit.parentElement; up !== null && !up.contains(item); up = up.parentElement) outermost = up;
    // The whole may be a frame around the page with one small bar in it: then only the bar.
    for (const one of [hit, outermost]) if (paints(one, styles, window)) found.set(one, one.getBoundingClientRect());
  };
  for (let y = Math.max(1, frame.top + 1); y < Math.min(window.innerHeight, frame.bottom); y += MESH)
    for (let x = Math.max(1, frame.left + 1); x < Math.min(window.innerWidth, frame.right); x += MESH)
      for (const hit of window.document.elementsFromPoint(x, y)) {
        if (item.contains(hit) || hit.contains(item)) break;
        if (!found.has(hit)) add(hit);
      }
  for (const { element } of findLayers(window, frame, styles))
    if (!item.contains(element) && !element.contains(item) && isAbove(element, item, styles)) add(element);
  return [...found.values()].map((rect) => overlapOf(toRect(rect), toRect(frame))).filter((rect) => rect !== null);
}

// ---- the source

function redactClone({ item, words, inner }: Scene, { covered, names, kept, isTooMuch }: People): Element {
  const clone = item.cloneNode(true) as Element;
  const twins = new Map<Node, Node>();
  pair(item, clone, twins);
  const own = words === null ? null : (twins.get(words) as Element);
  const find = toFinder(names);
  if (isTooMuch) keepOnly(clone, new Set([...(own === null ? [] : [own]), ...kept.map((one) => twins.get(one) as Element)]));
  for (const { node, why, person } of covered) {
    const twin = twins.get(node);
    if (twin?.nodeType !== 1 || why === 'item') continue;
    blank(twin as Element, why === 'viewer' ? '[kotak tulis]' : placeholder(person));
  }
  for (const other of inner) (twins.get(other) as Element).replaceWith(item.ownerDocument.createComment('isi orang lain'));
  for (const element of [...clone.querySelectorAll(DROPPED)]) element.remove();
  const walker = item.ownerDocument.createTreeWalker(clone, 1 | 4 | 128);
  const comments: Node[] = [];
  for (let node: Node | null = clone; node !== null; node = walker.nextNode()) {
    if (node.nodeType === 8 && node.nodeValue !== 'isi orang lain') comments.push(node);
    if (node.nodeType === 3 && own?.contains(node) !== true) node.nodeValue = replaceNames(node.nodeValue ?? '', find);
    if (node.nodeType !== 1) continue;
    for (const { name, value } of [...(node as Element).attributes]) {
      const clean = replaceNames(value, find);
      if (clean !== value) (node as Element).setAttribute(name, clean);
    }
  }
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  return clone;
}

/** Takes everything out but these elements and the way to them. */
function keepOnly(root: Element, kept: ReadonlySet<Element>): void {
  const way = new Set<Node>();
  for (const one of kept) for (let up: Node | null = one; up !== null; up = up.parentNode) way.add(up);
  const visit = (element: Element) => {
    if (kept.has(element)) return;
    for (const child of [...element.childNodes])
      if (way.has(child)) visit(child as Element);
      else child.parentNode?.removeChild(child);
  };
  visit(root);
}

const placeholder = (person: number | null) => (person === null ? '[akun lain]' : `[akun lain ${person}]`);

function replaceNames(text: string, find: ReturnType<typeof toFinder>): string {
  if (find === null || text === '') return text;
  let made = '';
  let done = 0;
  for (const { from, to, person } of find(text)) {
    made += text.slice(done, from) + placeholder(person);
    done = to;
  }
  return made + text.slice(done);
}

/** An element's words, pictures and attributes, gone but for one placeholder. */
function blank(element: Element, text: string): void {
  for (const one of [element, ...element.querySelectorAll('*')])
    for (const { name } of [...one.attributes]) if (!STRUCTURE.has(name)) one.removeAttribute(name);
  if (/^(?:IMG|IMAGE|VIDEO|CANVAS|INPUT|TEXTAREA)$/i.test(element.tagName)) {
    element.setAttribute('alt', text);
    element.textContent = '';
  } else element.textContent = text;
}

function pair(one: Node, other: Node, twins: Map<Node, Node>): void {
  twins.set(one, other);
  for (let a = one.firstChild, b = other.firstChild; a !== null && b !== null; a = a.nextSibling, b = b.nextSibling) pair(a, b, twins);
}
