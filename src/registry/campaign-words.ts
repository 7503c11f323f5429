// The campaign words of a row: what may be looked for, and what had better not be.
import { hasForms } from '../lib/affixes.ts';
import { COMMON_WORDS } from '../lib/common-words.ts';
import { hasWord } from '../lib/words.ts';
import type { Field } from './columns.ts';
import type { ListRow } from './list-rows.ts';
import type { Refusal } from './table/table.ts';

export interface OwnWords {
  readonly words: readonly { readonly word: string; readonly field: Field }[];
  /** The row's word cells are filled at all, even with words that are refused. */
  readonly any: boolean;
}

/** The words of a row, several between ; | or line ends; a word of the hashtag column is a hashtag. Adds a refusal for what is no word. */
export function readWords(from: ListRow, refused: Refusal[]): OwnWords {
  const words: { word: string; field: Field }[] = [];
  let any = false;
  for (const field of ['word', 'tag'] as const) {
    for (const part of from.raw(field).split(/[;|\n]/)) {
      const word = part.normalize('NFC').replace(/\s+/g, ' ').trim();
      if (word === '' || word === '-') continue;
      any = true;
      const whole = field === 'tag' && !word.startsWith('#') ? `#${word}` : word;
      if (word.replace(/^#/, '').length >= 2 && hasWord(word)) words.push({ word: whole, field });
      else refused.push(from.refuse(field, `Kata "${word.slice(0, 60)}" terlalu pendek untuk dicari. Tulis sedikitnya dua huruf.`));
    }
  }
  return { words, any };
}

/** What to tell of a word that would mark far too much, in Indonesian; null if there is nothing to tell. */
export function warnOfWord(word: string): string | null {
  const plain = word
    .replace(/^[#＃]/, '')
    .normalize('NFKC')
    .toLowerCase();
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const isShort = [...letters].length <= 3;
  if (!isShort && !COMMON_WORDS.has(plain) && !plain.split(' ').every((one) => COMMON_WORDS.has(one) || one.length <= 3)) return null;
  return `Kata "${word.slice(0, 60)}" terlalu umum: ${isShort ? 'tiga huruf atau kurang' : 'dipakai sehari-hari'}. Kata ini akan menandai kiriman yang bukan kampanye. Sebaiknya pakai frasa atau tagar yang khas.`;
}

/** Why the list's wish for affixes does nothing for this word, in Indonesian; null if it does. */
export function warnOfAffixes(word: string): string | null {
  if (hasForms(word)) return null;
  return `Kata "${word.slice(0, 60)}" dicari persis seperti tertulis: imbuhan hanya untuk satu kata dari empat huruf atau lebih, tanpa tanda.`;
}
