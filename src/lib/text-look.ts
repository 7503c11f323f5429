// How much of a text can really be seen: every text node's places, and what a page does to hide one. Asked only of a real browser.
import { alphaOf, FAINT, findLayers, isCoveredAt, opacityOf, partsOf, rememberStyles, type Styles } from './covering.ts';

export type Why =
  | 'not-drawn'
  | 'transparent'
  | 'same-colour'
  | 'tiny'
  | 'masked'
  | 'blurred'
  | 'turned'
  | 'reversed'
  | 'reordered'
  | 'clipped'
  | 'covered'
  | 'outside'
  | 'off-screen';

/** One line of one text node: where it stands (CSS pixels of the viewport), its characters without blanks, and why it is not seen. */
export interface Line {
  readonly rect: DOMRect;
  readonly characters: number;
  readonly why: Why | null;
}
/** One text node. */
export interface TextLook {
  readonly node: Text;
  readonly lines: readonly Line[];
}

const MOST_NODES = 3000;
/** Lower letters than this are no text that anybody reads, CSS pixels. */
const TINY = 5;
/** Colours that differ by less in every channel (of 255) are one colour to the eye. */
const ALIKE = 12;
/** Parts of a line's width at which is looked whether something lies above it. */
const POINTS = [0.1, 0.35, 0.65, 0.9];

export const countOf = (text: string) => [...text.replace(/\s+/g, '')].length;

/** Looks at every text node below `root` that `isWanted` lets through, in document order. @param frame where the text has to stand */
export function lookAtText(root: Element, frame: DOMRect, window: Window, isWanted: (element: Element) => boolean): TextLook[] {
  const { document } = window;
  const styles = rememberStyles(window);
  const layers = findLayers(window, frame, styles);
  const looks: TextLook[] = [];
  const walker = document.createTreeWalker(root, 5, {
    acceptNode: (node) => (node.nodeType === 1 && !isWanted(node as Element) ? 2 : 1),
  });
  for (let node = walker.nextNode(); node !== null && looks.length < MOST_NODES; node = walker.nextNode()) {
    if (node.nodeType !== 3) continue;
    const characters = countOf(node.nodeValue ?? '');
    const parent = node.parentElement;
    if (characters === 0 || parent === null || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(parent.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    const why = rects.length === 0 ? 'not-drawn' : whyHidden(parent, styles);
    if (why !== null) {
      looks.push({ node: node as Text, lines: [{ rect: rects[0] ?? parent.getBoundingClientRect(), characters, why }] });
      continue;
    }
    const shares = toShares(
      characters,
      rects.map((rect) => rect.width),
    );
    const lines = rects.map((rect, i) => ({
      rect,
      characters: shares[i] ?? 0,
      why: whyAt(rect, parent, frame, layers, styles, window),
    }));
    looks.push({ node: node as Text, lines });
  }
  return looks;
}

/** The same looks of one running text, with those told that are shown in another order than they stand in the source. */
export function inOrder(looks: readonly TextLook[], window: Window): TextLook[] {
  const styles = rememberStyles(window);
  return looks.map((look, i) => (isMisplaced(look, looks[i - 1], styles) ? { ...look, lines: look.lines.map(toReordered) } : look));
}

const toReordered = (line: Line): Line => (line.why === null ? { ...line, why: 'reordered' } : line);

/** A whole number, shared out by weight; nothing is lost in rounding. */
export function toShares(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const share = Math.round((whole * before) / sum) - given;
    given += share;
    return share;
  });
}

/** What the page's style does to all text of an element. */
function whyHidden(parent: Element, styles: Styles): Why | null {
  const style = styles(parent);
  if (style.visibility !== 'visible') return 'not-drawn';
  if (opacityOf(parent, styles) < FAINT) return 'transparent';
  if (Number.parseFloat(style.fontSize) < TINY) return 'tiny';
  const security = style.getPropertyValue('-webkit-text-security');
  if (security !== '' && security !== 'none') return 'masked';
  if (/override/.test(style.unicodeBidi) && style.direction === 'rtl') return 'reversed';
  for (let up: Element | null = parent; up !== null; up = up.parentElement) {
    const { filter, transform } = styles(up);
    if (/blur\((?!0px)/.test(filter ?? '')) return 'blurred';
    if (/opacity\(0(?:\.0\d*)?\)/.test(filter ?? '')) return 'transparent';
    const matrix = /^matrix\(([^)]*)\)$/
      .exec(transform ?? '')?.[1]
      ?.split(',')
      .map(Number);
    if (matrix !== undefined && ((matrix[0] ?? 1) < 0 || (matrix[3] ?? 1) < 0)) return 'turned';
    if (/^matrix3d\(-|^matrix3d\((?:[^,]*,){5} *-/.test(transform ?? '')) return 'turned';
  }
  return isSameColour(parent, style, styles) ? 'same-colour' : null;
}

function isSameColour(parent: Element, style: CSSStyleDeclaration, styles: Styles): boolean {
  if ((style.textShadow || 'none') !== 'none' || Number.parseFloat(style.getPropertyValue('-webkit-text-stroke-width') || '0') > 0)
    return false;
  const fill = style.getPropertyValue('-webkit-text-fill-color') || style.color;
  const clips = style.backgroundClip === 'text' || style.getPropertyValue('-webkit-background-clip') === 'text';
  if (alphaOf(fill) < FAINT) return !clips;
  const ink = partsOf(fill);
  if (ink === null) return false;
  for (let up: Element | null = parent; up !== null; up = up.parentElement) {
    const { backgroundImage, backgroundColor } = styles(up);
    // Behind a picture or a half transparent colour nobody can tell from the style: the pixels are looked at as well.
    if (backgroundImage !== 'none' && backgroundImage !== '') return false;
    const paper = partsOf(backgroundColor);
    if (paper === null || (paper[3] > 0 && paper[3] < 1)) return false;
    if (paper[3] === 1) return isAlike(ink, paper);
  }
  return isAlike(ink, [255, 255, 255, 1]);
}

function isAlike(one: readonly number[], other: readonly number[]): boolean {
  return [0, 1, 2].every((i) => Math.abs((one[i] ?? 0) - (other[i] ?? 0)) < ALIKE);
}

function whyAt(
  rect: DOMRect,
  parent: Element,
  frame: DOMRect,
  layers: readonly { element: Element; rect: DOMRect }[],
  styles: Styles,
  window: Window,
): Why | null {
  if (rect.height < TINY) return 'tiny';
  const y = rect.top + rect.height / 2;
  for (const part of POINTS) {
    const x = rect.left + rect.width * part;
    if (x < frame.left - 1 || x > frame.right + 1 || y < frame.top - 1 || y > frame.bottom + 1) return 'outside';
    if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) return 'off-screen';
    if (isCoveredAt(x, y, parent, layers, styles, window)) return isClipped(x, y, parent, styles) ? 'clipped' : 'covered';
    if (styles(parent).pointerEvents === 'none' && isClipped(x, y, parent, styles)) return 'clipped';
  }
  return null;
}

/** Outside the box of something around it that cuts off what does not fit. */
function isClipped(x: number, y: number, parent: Element, styles: Styles): boolean {
  for (let up: Element | null = parent; up !== null && up !== up.ownerDocument.body; up = up.parentElement) {
    const { overflowX, overflowY, clipPath, clip } = styles(up);
    const box = up.getBoundingClientRect();
    if (overflowX !== 'visible' && (x < box.left || x > box.right)) return true;
    if (overflowY !== 'visible' && (y < box.top || y > box.bottom)) return true;
    if ((clipPath || 'none') !== 'none' || (clip || 'auto') !== 'auto') return true;
  }
  return false;
}

/** Is it shown before the text that stands before it in the source? Of text that runs from the left only. */
function isMisplaced(look: TextLook, before: TextLook | undefined, styles: Styles): boolean {
  const [first, last] = [look.lines[0], before?.lines.at(-1)];
  if (first === undefined || last === undefined || first.why !== null || last.why !== null) return false;
  const [parent, other] = [look.node.parentElement, before?.node.parentElement];
  if (parent === null || other == null || styles(parent).direction === 'rtl' || styles(other).direction === 'rtl') return false;
  if (first.rect.bottom <= last.rect.top + 1) return true;
  const sameLine = first.rect.top < last.rect.top + last.rect.height / 2 && last.rect.top < first.rect.top + first.rect.height / 2;
  return sameLine && first.rect.right <= last.rect.left + 1;
}

/** Letters and digits that the page's style draws inside `root` and that its source does not hold. */
export function countAdded(root: Element, window: Window): number {
  let added = 0;
  const all = [root, ...[...root.getElementsByTagName('*')].slice(0, MOST_NODES)];
  for (const element of all)
    for (const pseudo of ['::before', '::after', '::marker']) {
      const { content, display, visibility } = window.getComputedStyle(element, pseudo);
      if (content === 'none' || content === 'normal' || content === '' || display === 'none' || visibility !== 'visible') continue;
      // What counts or draws a sign from an icon font has no letters; a link to a picture is no text.
      const shown = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text).join('');
      if (!/\b(?:url|counter|image-set|[a-z-]*gradient)\(/.test(content)) added += [...shown.matchAll(/[\p{L}\p{N}]/gu)].length;
    }
  return added;
}
