// Text from pages and lists made safe to look at: signs that hide or turn text round become visible. For show only, never for matching.

/** Controls, format signs (zero-width, bidi, tags, soft hyphen) and blanks that look like nothing. Joiners inside emoji and scripts stay. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115F\u1160\u3164\uFFA0\u2800]/u;
const JOINED =
  /\p{Extended_Pictographic}|\p{Script=Devanagari}|\p{Script=Arabic}|\p{Script=Bengali}|\p{Script=Javanese}|\p{Script=Balinese}/u;
/** More marks than this on one letter are a flood that would paint over its neighbours. */
const MARKS = /(\p{M}{6})\p{M}+/gu;
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });

/**
 * The text as it may be shown: hidden signs as ⟨U+202E⟩, line ends kept where `lines`, else shown as a blank.
 * @param limit most graphemes to show; what is left out is marked by an ellipsis
 */
export function toVisible(text: string, { limit = 2000, lines = false } = {}): string {
  let shown = '';
  let count = 0;
  // Cut first by code units: a single grapheme may be megabytes of marks.
  const head = text.slice(0, limit * 12).replace(MARKS, '$1⟨…⟩');
  for (const { segment } of segmenter.segment(head)) {
    if (count++ >= limit) return `${shown}…`;
    shown += toVisiblePart(segment, lines);
  }
  return head.length < text.length && text.length > limit * 12 ? `${shown}…` : shown;
}

function toVisiblePart(part: string, lines: boolean): string {
  if (part === '\n' || part === '\r\n') return lines ? '\n' : ' ';
  if (part === '\t') return ' ';
  if (!HIDDEN.test(part)) return part;
  const joined = JOINED.test(part);
  let shown = '';
  for (const sign of part) {
    const isJoiner = sign === '\u200D' || sign === '\u200C';
    shown +=
      HIDDEN.test(sign) && !(joined && isJoiner) ? `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩` : sign;
  }
  return shown;
}
