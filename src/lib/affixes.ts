// Forms of an Indonesian word with affixes, made from the word: a text is only ever compared with these, never stemmed.
import { COMMON_WORDS } from './common-words.ts';

/** Shorter words have too many other words among their forms: "cat" gives "dicat", and "ini" gives "dini". */
const LEAST_LETTERS = 4;
const POSSESSIVE = ['', 'nya', 'ku', 'mu', 'lah', 'kah'] as const;
const SPOKEN = ['', 'nya', 'lah', 'kah'] as const;

/** One way of beginning, and what may follow the word then. */
interface Pattern {
  readonly stems: readonly string[];
  readonly suffixes: readonly string[];
  readonly clitics: readonly string[];
}

/** Whether forms can be made of it: one word of four plain letters or more, no tag. */
export function hasForms(word: string): boolean {
  return new RegExp(`^[a-z]{${LEAST_LETTERS},60}$`).test(word.normalize('NFKC').toLowerCase());
}

/**
 * The forms of one word, lower case, without the word itself: meN-, di-, ter-, ber- and the spoken nasal (nyoblos, ngedukung), with -kan,
 * -i, -an, -in and -nya, -ku, -mu, -lah, -kah. Nouns with peN- and ke-…-an are left out: "pemilihan" and "pencoblosan" are the election's
 * own words. So is -i without a prefix, which makes other words of loan words ("suksesi", "prosesi"), and every form that is itself, or
 * grows from, an everyday word ("mereka" is no form of "reka"). [] where no forms can be made.
 */
export function formsOf(word: string): string[] {
  const base = word.normalize('NFKC').toLowerCase();
  if (!hasForms(base)) return [];
  const forms = new Set<string>();
  for (const { stems, suffixes, clitics } of patternsOf(base))
    for (const stem of stems) {
      if (stem !== base && COMMON_WORDS.has(stem)) continue;
      for (const suffix of suffixes) {
        const trunk = `${stem}${suffix}`;
        if (trunk !== base && COMMON_WORDS.has(trunk)) continue;
        // "-i" after an i, "-an" after an a run together with the word: what is written then is another word or none.
        if (suffix !== '' && suffix !== 'kan' && trunk.at(stem.length - 1) === suffix.charAt(0)) continue;
        for (const clitic of clitics) forms.add(`${trunk}${clitic}`);
      }
    }
  forms.delete(base);
  return [...forms].filter((form) => !COMMON_WORDS.has(form));
}

function patternsOf(base: string): Pattern[] {
  const plain = base.replace(/^r/, '');
  return [
    { stems: [base], suffixes: ['', 'kan', 'an', 'in'], clitics: POSSESSIVE },
    { stems: withMe(base), suffixes: ['', 'kan', 'i'], clitics: POSSESSIVE },
    { stems: withNasal(base), suffixes: ['', 'kan', 'i', 'in'], clitics: POSSESSIVE },
    { stems: [`di${base}`], suffixes: ['', 'kan', 'i', 'in'], clitics: SPOKEN },
    { stems: [`ter${plain}`], suffixes: ['', 'kan', 'i'], clitics: SPOKEN },
    { stems: [`ber${plain}`], suffixes: ['', 'kan', 'an'], clitics: SPOKEN },
  ];
}

/** meN-. p, t, s and k are lost before a vowel; people who take them for loan words keep them: "menyukseskan", "mensukseskan". */
function withMe(base: string): string[] {
  const rest = base.slice(1);
  const isLost = /^[ptsk][aeiou]/.test(base);
  const stems = (base.match(/[aeiou]+/g) ?? []).length === 1 ? [`menge${base}`] : [];
  if (/^[bfvp]/.test(base)) stems.push(`mem${base}`);
  else if (/^[dcjzts]/.test(base)) stems.push(`men${base}`);
  else if (/^[aeioughkq]/.test(base)) stems.push(`meng${base}`);
  else stems.push(`me${base}`);
  if (isLost) stems.push(`${{ p: 'mem', t: 'men', s: 'meny', k: 'meng' }[base.charAt(0)]}${rest}`);
  return stems;
}

/** How it is said in Jakarta and online. */
function withNasal(base: string): string[] {
  const rest = base.slice(1);
  if (/^[cs][aeiou]/.test(base)) return [`ny${rest}`];
  if (/^k[aeiou]/.test(base)) return [`ng${rest}`];
  if (/^p[aeiou]/.test(base)) return [`m${rest}`];
  if (/^t[aeiou]/.test(base)) return [`n${rest}`];
  if (/^[aeiou]/.test(base)) return [`ng${base}`];
  return /^[bdgjlrw]/.test(base) ? [`nge${base}`] : [];
}
