// How much of the act's own words stands on the screen, compared with the source: measured, never guessed from the picture.
import { textOf } from '../lib/dom.ts';
import { countAdded, countOf, inOrder, lookAtText, type TextLook } from '../lib/text-look.ts';
import { visiblePart } from '../lib/visible.ts';
import type { HiddenWhy, Rect, ShownText } from '../model/capture.ts';

/** What the page says of the text, and where in the viewport its visible lines stand (CSS pixels): there the picture must show something. */
export interface SeenText extends ShownText {
  readonly lines: { rect: Rect; characters: number }[];
}

const MOST_LINES = 400;
/** Text without regard to how white space is laid out. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The innermost element below `item` (itself included) that holds this text, other people's items left out; null if none does.
 */
export function findHolder(item: Element, text: string, others: readonly Element[]): Element | null {
  const wanted = flat(text);
  if (wanted === '' || !flat(textOf(item)).includes(wanted)) return null;
  let holder = item;
  for (;;) {
    const inner: Element | undefined = [...holder.children].find(
      (child) => !others.includes(child) && flat(textOf(child)).includes(wanted),
    );
    if (inner === undefined) return others.some((one) => one.contains(holder)) ? null : holder;
    holder = inner;
  }
}

/** @param words the act's own words, or null; then `name`, what the site shows the actor as @param others other people's items inside */
export function seenText(item: Element, words: string | null, name: string | null, others: readonly Element[], window: Window): SeenText {
  const { rect } = visiblePart(item, window);
  const looks = lookAtText(item, rect, window, (element) => !others.includes(element));
  const ofWords = words === null ? null : findHolder(item, words, others);
  const ofName = ofWords === null && words === null && name !== null ? findHolder(item, name, others) : null;
  const holder = ofWords ?? ofName;
  const own = holder === null ? looks : inOrder(within(looks, holder), window);
  const all = sum(looks);
  const { characters, visible, hidden } = sum(own);
  return {
    of: ofWords !== null ? 'words' : ofName !== null ? 'name' : 'item',
    characters,
    visible,
    hidden,
    added: countAdded(holder ?? item, window),
    item: { characters: all.characters, visible: all.visible },
    lines: own
      .flatMap(({ lines }) => lines.filter(({ why }) => why === null))
      .slice(0, MOST_LINES)
      .map(({ rect: { x, y, width, height }, characters: n }) => ({ rect: { x, y, width, height }, characters: n })),
  };
}

function within(looks: readonly TextLook[], holder: Element): TextLook[] {
  return looks.filter(({ node }) => holder.contains(node));
}

function sum(looks: readonly TextLook[]): Pick<ShownText, 'characters' | 'visible' | 'hidden'> {
  const hidden = new Map<HiddenWhy, number>();
  let characters = 0;
  let visible = 0;
  for (const { node, lines } of looks) {
    characters += countOf(node.nodeValue ?? '');
    for (const line of lines)
      if (line.why === null) visible += line.characters;
      else if (line.characters > 0) hidden.set(line.why, (hidden.get(line.why) ?? 0) + line.characters);
  }
  return {
    characters,
    visible,
    hidden: [...hidden].sort(([, a], [, b]) => b - a).map(([why, n]) => ({ why, characters: n })),
  };
}
