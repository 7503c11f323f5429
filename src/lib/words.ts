// Finding many whole words and phrases in a text in one pass.

// Addresses and mentions are passed over whole: a handle such as @rina is an account, not the word "rina".
// A word starts with a letter, digit or underscore, so that an emoji's variation selector (a mark) never sticks to it.
const PIECES = /https?:\/\/\S+|@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*|([#＃]?)([\p{L}\p{N}_][\p{L}\p{M}\p{N}_\p{Cf}]*)/giu;
// Invisible characters that a site or a writer puts inside words; a reader sees one word.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u20E3/gu;
// '#' begins a tag only where the sites say so: not inside a word, an entity or an address.
const BEFORE_TAG = /[\p{L}\p{N}_&/]\p{M}*$/u;

interface Piece {
  readonly word: string;
  readonly tagged: boolean;
  /** What stands between the piece before and this one, white space as one blank. */
  readonly gap: string;
}

/** One step of a phrase: what may follow (by gap and word), and which phrases end here (their positions). */
export interface WordStep {
  readonly next: ReadonlyMap<string, WordStep>;
  readonly ends: readonly number[];
}

interface GrowingStep extends WordStep {
  readonly next: Map<string, GrowingStep>;
  readonly ends: number[];
}

/**
 * Compiles words, `#tags` and phrases. A phrase of several words asks for the same signs between them, with any amount of
 * white space. Words without a letter or digit are left out.
 */
export function compileWords(words: readonly string[]): WordStep {
  const start: GrowingStep = { next: new Map(), ends: [] };
  words.forEach((word, position) => {
    let step = start;
    for (const piece of piecesOf(word)) {
      const key = stepKey(step === start ? '' : piece.gap, piece.word, piece.tagged);
      let next = step.next.get(key);
      if (next === undefined) {
        next = { next: new Map(), ends: [] };
        step.next.set(key, next);
      }
      step = next;
    }
    if (step !== start) step.ends.push(position);
  });
  return start;
}

/** Whether there is anything in the text that compileWords could look for. */
export function hasWord(text: string): boolean {
  return piecesOf(text).length > 0;
}

/** Positions of the compiled words that stand in the text, each once, ascending. A word is also found as a tag; a tag only as that tag. */
export function findWords(start: WordStep, text: string): number[] {
  const found = new Set<number>();
  if (start.next.size === 0) return [];
  const pieces = piecesOf(text);
  for (let first = 0; first < pieces.length; first++) walk(start, pieces, first, first, found);
  return [...found].sort((a, b) => a - b);
}

function walk(step: WordStep, pieces: readonly Piece[], first: number, at: number, found: Set<number>): void {
  for (const position of step.ends) found.add(position);
  const piece = pieces[at];
  if (piece === undefined || step.next.size === 0) return;
  const gap = at === first ? '' : piece.gap;
  const plain = step.next.get(stepKey(gap, piece.word, false));
  if (plain !== undefined) walk(plain, pieces, first, at + 1, found);
  const tag = piece.tagged ? step.next.get(stepKey(gap, piece.word, true)) : undefined;
  if (tag !== undefined) walk(tag, pieces, first, at + 1, found);
}

function stepKey(gap: string, word: string, tagged: boolean): string {
  return `${gap}\u0000${tagged ? '#' : ''}${word}`;
}

/**
 * The words of a text, in order. Each is brought to NFKC and lower case: the bold, wide or circled letters that people use to
 * decorate posts are read as the letters they show. NFKC is applied to words only, never to accounts.
 */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  let passedOver = '';
  for (const found of text.matchAll(PIECES)) {
    const before = text.slice(end, found.index);
    end = found.index + found[0].length;
    const raw = found[2];
    if (raw === undefined) {
      passedOver += `${before}${found[0]}`;
      continue;
    }
    const sign = found[1] ?? '';
    const tagged = sign !== '' && !BEFORE_TAG.test(text.slice(Math.max(0, found.index - 8), found.index));
    const gap = `${passedOver}${before}${tagged ? '' : sign}`.replace(INVISIBLE, '').replace(/\s+/g, ' ');
    pieces.push({ word: raw.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().normalize('NFKC'), tagged, gap });
    passedOver = '';
  }
  return pieces;
}
