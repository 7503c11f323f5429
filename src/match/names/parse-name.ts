// A written name taken apart: titles and degrees off, the rest as parts in one spelling. Nicknames are not guessed at.
import { RARITIES, type Rarity, rarityOf } from './common-names.ts';
import { toPlainPart } from './spelling.ts';
import { PREFIXES, SEX, SHORT_PREFIXES, SHORT_SUFFIXES, SUFFIXES } from './titles.ts';

export interface NamePart {
  /** As written. */
  readonly shown: string;
  /** In the spelling that is compared. */
  readonly plain: string;
  readonly rarity: Rarity;
  /** A single letter: agrees with every part that begins with it, and says next to nothing. */
  readonly isInitial: boolean;
  /** Stands after "bin" or "binti": the father's name, which profiles often leave out. */
  readonly isFathers: boolean;
}

export interface ParsedName {
  readonly parts: readonly NamePart[];
  /** Titles, degrees and forms of address that were taken off, as written. */
  readonly titles: readonly string[];
  readonly sex: 'f' | 'm' | null;
}

const MOST_PARTS = 12;
/** Of text in NFKC. */
const bare = (chunk: string) => chunk.replace(/[^\p{L}]/gu, '').toLowerCase();
const isMarked = (chunk: string) => chunk.includes('.') || (chunk.length > 1 && chunk === chunk.toUpperCase());

/** Takes a name apart. Text without a single letter gives no parts. Only the first 300 characters are looked at. */
export function parseName(written: string): ParsedName {
  const [head = '', ...tails] = written.slice(0, 300).normalize('NFKC').replace(/\s+/g, ' ').split(',');
  const titles: string[] = [];
  const sexes = new Set<'f' | 'm'>();
  const take = (chunk: string) => {
    titles.push(chunk);
    const sex = SEX[bare(chunk)];
    if (sex !== undefined) sexes.add(sex);
  };
  // "Prof. Dr. Ir. Budi": a comma straight after titles leaves no name, so the next piece is taken then.
  let chunks = toChunks(head);
  let rest = tails;
  while (rest.length > 0 && chunks.every((chunk) => isPrefix(chunk))) {
    chunks = [...chunks, ...toChunks(rest[0] ?? '')];
    rest = rest.slice(1);
  }
  while (chunks.length > 1 && isPrefix(chunks[0] as string)) take(chunks.shift() as string);
  const ends: string[] = [];
  while (chunks.length > 1 && isSuffix(chunks.at(-1) as string)) ends.unshift(chunks.pop() as string);
  for (const end of [...ends, ...rest.map((tail) => tail.trim()).filter((tail) => /\p{L}/u.test(tail))]) titles.push(end);
  const parts = toParts(chunks, sexes);
  return { parts: parts.slice(0, MOST_PARTS), titles, sex: sexes.size === 1 ? ([...sexes][0] ?? null) : null };
}

/** Words; "Drs.H.Ahmad" and "M.Ridwan" are several, "S.Pd.I" and "R.A." are one. */
function toChunks(text: string): string[] {
  return text
    .replace(/\(\s*\p{L}\s*\)/gu, ' ')
    .split(/[\s/|()"“”_\-–—]+/)
    .flatMap((word) => {
      if (!word.includes('.') || /^sp\.[a-z]/i.test(word) || SUFFIXES.has(bare(word)) || PREFIXES.has(bare(word))) return [word];
      return word
        .split(/(?<=\.)/)
        .map((one) => one.trim())
        .filter((one) => one !== '.');
    })
    .filter((word) => /\p{L}/u.test(word) && !word.startsWith('@') && !word.startsWith('#'));
}

function isPrefix(chunk: string): boolean {
  const plain = bare(chunk);
  if (!PREFIXES.has(plain)) return false;
  return !SHORT_PREFIXES.has(plain) || chunk.endsWith('.') || plain.length > 1 || chunk === chunk.toUpperCase();
}

function isSuffix(chunk: string): boolean {
  const plain = bare(chunk);
  if (!SUFFIXES.has(plain) && !/^sp\.[a-z]/i.test(chunk)) return false;
  return !SHORT_SUFFIXES.has(plain) || isMarked(chunk);
}

const FATHER = new Map<string, 'f' | 'm'>([
  ['bin', 'm'],
  ['binti', 'f'],
  ['binte', 'f'],
]);
/** Parts that are one with what follows, however it is written. */
const JOINING = new Set(['abdul', 'nur', 'nurul']);

function toParts(chunks: readonly string[], sexes: Set<'f' | 'm'>): NamePart[] {
  const parts: NamePart[] = [];
  let isFathers = false;
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as string;
    const shown = chunk.replace(/[^\p{L}'’]/gu, '');
    const plain = toPlainPart(shown);
    if (plain === '') continue;
    const father = FATHER.get(plain);
    if (father !== undefined && parts.length > 0) {
      sexes.add(father);
      isFathers = true;
      continue;
    }
    if (at === 0 && plain === 'ni') sexes.add('f');
    if (at === 0 && plain === 'i') sexes.add('m');
    const next = chunks[at + 1] === undefined ? '' : toPlainPart((chunks[at + 1] as string).replace(/[^\p{L}'’]/gu, ''));
    if (JOINING.has(plain) && next.length > 2 && !FATHER.has(next)) {
      const joined = toPlainPart(`${plain}${next}`);
      parts.push({
        shown: `${shown} ${bareShown(chunks[at + 1] as string)}`,
        plain: joined,
        rarity: rarityOfJoined(joined, next),
        isInitial: false,
        isFathers,
      });
      at += 1;
      continue;
    }
    const isInitial = plain.length === 1 && !(at === 0 && plain === 'i');
    parts.push({ shown, plain, rarity: rarityOfJoined(plain, null), isInitial, isFathers });
  }
  return parts;
}

const bareShown = (chunk: string) => chunk.replace(/[^\p{L}'’]/gu, '');

/** "Nurhidayah" is not rarer than a step above what follows "Nur"; likewise "Abdulrahman". */
function rarityOfJoined(plain: string, tail: string | null): Rarity {
  const own = rarityOf(plain);
  const rest = tail ?? /^(?:abdul|nurul|nur)(.{3,})$/.exec(plain)?.[1] ?? null;
  if (own !== 'rare' || rest === null) return own;
  const step = RARITIES.indexOf(rarityOf(rest));
  return RARITIES[Math.min(step + 1, RARITIES.length - 1)] ?? 'rare';
}
