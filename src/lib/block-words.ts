// Words taken out of written HTML: blocks of the same length in their place. Works on the text, for the background has no document.

/** A block of no letter at all. */
const BLOCK = '█';

export interface Blocked {
  readonly html: string;
  /** How often each of the words stood there, in their order; one may stand inside another. */
  readonly found: readonly number[];
  /** How many blocks there are now in the place of words. */
  readonly places: number;
}

/**
 * Replaces every occurrence of the words in texts, comments and the values of attributes, whatever their case; blanks of a word stand
 * for any blanks. Names of elements and of attributes stay. Words that elements stand between are not found.
 * @param html as a browser writes it: attributes in double quotes
 */
export function blockWords(html: string, words: readonly string[]): Blocked {
  const patterns = words.map(toPattern);
  // The longer one first: of a name that holds another one nothing may be left.
  const longest = [...words].sort((a, b) => b.length - a.length).map(toPattern);
  const found = words.map(() => 0);
  let places = 0;
  const toBlock = (hit: string) => {
    places++;
    return BLOCK.repeat(hit.length);
  };
  const block = (text: string) => {
    patterns.forEach((pattern, i) => {
      found[i] = (found[i] ?? 0) + (text.match(pattern)?.length ?? 0);
    });
    return longest.reduce((now, pattern) => now.replace(pattern, toBlock), text);
  };
  const inTag = (tag: string) => tag.replace(/"[^"]*"/g, (value) => `"${block(value.slice(1, -1))}"`);
  // A comment, a tag with its quoted values, or a text.
  const made = html.replace(/<!--[\s\S]*?-->|<[a-z/!](?:"[^"]*"|[^">])*>|[^<]+|</gi, (part) =>
    part.startsWith('<!--') ? `<!--${block(part.slice(4, -3))}-->` : part.startsWith('<') ? inTag(part) : block(part),
  );
  return { html: made, found, places };
}

/** Signs that HTML writes otherwise, each as it may stand there. */
const WRITTEN: Readonly<Record<string, string>> = { '&': '&amp;', '<': '(?:&lt;|<)', '>': '(?:&gt;|>)', '"': '(?:&quot;|")' };

function toPattern(word: string): RegExp {
  const parts = word
    .trim()
    .split(/\s+/)
    .map((part) => [...part].map((sign) => WRITTEN[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')).join(''));
  return new RegExp(parts.join('(?:\\s|&nbsp;|%20)+'), 'giu');
}
