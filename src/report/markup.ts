// Builds HTML text in which nothing that came from a page or a list can become markup.

/** Characters that show nothing, or that turn the reading direction of what follows: bidi, zero-width, controls, tags. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Co}|\p{Zl}|\p{Zp}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu;
/** Joiners where emoji and joining scripts need them; between Latin letters they would only hide a difference. */
const JOINED =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Script=Arabic}|\p{Script=Javanese}|\p{Script=Balinese}|\p{Script=Devanagari})[\u200c\u200d]/gu;
const MARK_FLOOD = /(\p{M}{6})\p{M}+/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** Markup that has been built by `html`, told from text by its class. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Text with each invisible character written out, e.g. ⟨U+202E⟩; line ends and tabs stay. Heaps of accents are cut. */
export function toVisible(text: string): string {
  const joiners = new Set([...text.matchAll(JOINED)].map((found) => found.index));
  return text
    .toWellFormed()
    .replace(UNSEEN, (char, index: number) => (char === '\n' || char === '\t' || joiners.has(index) ? char : `⟨${toCodePoint(char)}⟩`))
    .replace(MARK_FLOOD, '$1⟨…⟩');
}

function toCodePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

type Piece = string | number | Html | null | readonly Piece[];

function toText(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(toText).join('');
  return toVisible(String(piece)).replace(/[&<>"'`]/g, (char) => ENTITIES[char] ?? '');
}

/** Template tag: every inserted text is escaped and made visible; only `Html` goes in as it is. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.map((fixed, i) => fixed + (i < pieces.length ? toText(pieces[i] ?? null) : '')).join(''));
}
