// A page's structure without anybody's words: what is left can be shown to a stranger and still be read by a machine.
// Every page script holds this and few ever need it: a pattern by Unicode classes is built when it is met, so none stands outside.
import { nameWords, pathWords } from './markup-words.ts';

export interface Disguise {
  /** Words of a person: letters become x, digits 0; only rough length and kind of script stay. */
  text(text: string): string;
  /** An address by its shape: places of the site stay, every other part becomes x and 0. Equal parts stay equal. */
  address(raw: string): string;
  /** A name that the site's builders gave (test hook, id, element): their words stay, all else becomes x and 0. */
  name(name: string): string;
}

/** Beginnings that readers know an id by. */
const ID_BEGINNING = /^(?:pfbid|Ug(?=[\w-]{10}))/;
const ALIKE: Readonly<Record<string, string>> = { x: 'xyz', X: 'XYZ', '0': '01' };

/** @param base the page's address @param known addresses of the same page, whose parts are to be recognised in texts */
export function disguise(base: URL, known: readonly string[] = []): Disguise {
  /** Part of an address to what stands for it: two accounts must not become one. */
  const stands = new Map<string, string>();
  const used = new Map<string, number>();
  const names = nameWords();
  const places = pathWords();

  function part(raw: string): string {
    const before = stands.get(raw);
    if (before !== undefined) return before;
    const begin = ID_BEGINNING.exec(raw)?.[0] ?? '';
    const shape = raw.slice(begin.length).replace(/[\s\S]/gu, (char) => toPlain(char));
    const n = used.get(shape) ?? 0;
    used.set(shape, n + 1);
    const made = begin + numbered(shape, n);
    stands.set(raw, made);
    return made;
  }

  /** Between signs that belong to the grammar of addresses (@, ., -, _ stay where they are). */
  const segment = (raw: string) => (places.has(raw) ? raw : raw.startsWith('@') ? `@${part(raw.slice(1))}` : part(raw));

  function address(raw: string): string {
    if (raw.trim() === '' || raw.startsWith('#')) return raw === '' ? '' : '#';
    if (!URL.canParse(raw, base)) return '#';
    const url = new URL(raw, base);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return '#';
    const path = url.pathname.split('/').map(decoded).map(segment).join('/');
    const query = [...url.searchParams].map(([key, value]) => `${places.has(key) ? key : part(key)}=${part(value)}`).join('&');
    const isOwn = siteOf(url.hostname) === siteOf(base.hostname);
    const host = isOwn ? `https://${url.hostname}` : 'https://xxxx.example';
    return `${/^(?:[a-z]+:)?\/\//i.test(raw) || !isOwn ? host : ''}${path}${query === '' ? '' : `?${query}`}`;
  }

  /** A run of letters or of digits: "UserAvatar" is two words, "2" tells a level, "1692631214761324544" an account. */
  function nameRun(run: string): string {
    if (/^\p{N}+$/u.test(run)) return run.length === 1 && run < '4' ? run : part(run);
    if (names.has(run.toLowerCase())) return run;
    const all = run.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
    // Shorter words prove nothing inside a longer name; component names begin with a letter for their element ("PCommentText").
    const isKnown = (word: string) => word.length > 2 && names.has(word.toLowerCase());
    const isComponent = all.length > 2 && all.slice(1).every(isKnown);
    return all
      .map((word, at) => (isKnown(word) || (at === 0 && isComponent && /^[A-Z]$/.test(word)) ? word : [...word].map(toPlain).join('')))
      .join('');
  }

  for (const one of known) address(one);

  return {
    address,
    text: (text) =>
      text
        .replace(/[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}._]*[\p{L}\p{M}\p{N}_])?/gu, (word) => stands.get(word) ?? rough(word))
        // Signs that are no ASCII punctuation (emoji, marks of direction) could be somebody's as well.
        .replace(/[^\p{L}\p{M}\p{N}\s\x21-\x7E]/gu, '\u2022'),
    name: (name) =>
      name
        .split('-')
        .map((one) => (names.has(one) ? one : (stands.get(one) ?? one.replace(/[\p{L}\p{M}]+|\p{N}+|[^\x20-\x7E]/gu, nameRun))))
        .join('-'),
  };
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

const siteOf = (host: string) => host.split('.').slice(-2).join('.');

function toPlain(char: string): string {
  if (/\p{N}/u.test(char)) return '0';
  if (/\p{Lu}/u.test(char)) return 'X';
  if (/[\p{L}\p{M}]/u.test(char)) return 'x';
  return /[@._~-]/.test(char) ? char : 'x';
}

/** The n-th part of this shape, told from the others by other letters at its end. */
function numbered(shape: string, n: number): string {
  const chars = [...shape];
  for (let i = chars.length - 1, rest = n; i >= 0 && rest > 0; i--) {
    const choice = ALIKE[chars[i] ?? ''];
    if (choice === undefined) continue;
    chars[i] = choice[rest % choice.length] ?? 'x';
    rest = Math.floor(rest / choice.length);
  }
  return chars.join('');
}

function rough(word: string): string {
  if (/^\p{N}+$/u.test(word)) return '0'.repeat(Math.min(word.length, 20));
  const length = [...word].length;
  const size = length < 3 ? length : length < 6 ? 4 : length < 10 ? 8 : length < 16 ? 12 : 16;
  const other = otherLetter(word);
  if (other !== null) return other.repeat(size);
  const plain = 'x'.repeat(size);
  return /^\p{Lu}/u.test(word) ? (/\p{Ll}/u.test(word) ? `X${plain.slice(1)}` : plain.toUpperCase()) : plain;
}

/** Letters of scripts that a reader could have to tell apart, by one of their own. */
function otherLetter(word: string): string | null {
  if (/\p{Script=Arabic}/u.test(word)) return '\u0627';
  if (/\p{Script=Javanese}/u.test(word)) return '\uA9B2';
  if (/\p{Script=Han}/u.test(word)) return '\u5B57';
  if (/\p{Script=Cyrillic}/u.test(word)) return '\u0436';
  return /\p{Script=Greek}/u.test(word) ? '\u03B6' : null;
}
