// Provinces, regencies and districts by code and by name. Read from data that are loaded only where somebody asks.
import type { Region } from '../model/registry.ts';

export type Level = 'province' | 'regency' | 'district';

export interface FoundRegion extends Region {
  readonly level: Level;
  /** From the nearest to the province; [] for a province. */
  readonly parents: readonly Region[];
}

export interface Regions {
  /** null: no such code in this set. */
  find(code: string): FoundRegion | null;
  /**
   * Regions that all words fit, best first: each word begins a word of the region's or of a parent's name, and at least one of the
   * region's own. "kab sukab", "bojong sukabumi", "32.02". [] without words.
   */
  search(words: string, limit: number): FoundRegion[];
  readonly counts: Readonly<Record<Level, number>>;
}

interface Entry {
  readonly code: string;
  readonly name: string;
  /** Words of the name, and of the level: "kab" finds regencies, "kec" districts. */
  readonly own: readonly string[];
}

const LEVELS: readonly Level[] = ['province', 'regency', 'district'];
const LEVEL_WORDS: Readonly<Record<Level, string>> = { province: 'provinsi', regency: '', district: 'kecamatan' };
const levelOf = (code: string): Level => LEVELS[code.split('.').length - 1] ?? 'district';
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/['’"`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** @param lines as src/regions/data.ts has them */
export function toRegions(lines: readonly string[]): Regions {
  const entries = new Map<string, Entry>();
  const add = (parent: string, text: string): string => {
    const code = `${parent}${parent === '' ? '' : '.'}${text.slice(0, 2)}`;
    const name = text.slice(2);
    entries.set(code, { code, name, own: [...wordsOf(name), ...wordsOf(LEVEL_WORDS[levelOf(code)])] });
    return code;
  };
  for (const line of lines) {
    const [province = '', ...regencies] = line.split(';');
    const code = add('', province);
    for (const regency of regencies) {
      const [named = '', ...districts] = regency.split(':');
      const under = add(code, named);
      for (const district of districts) add(under, district);
    }
  }
  const parentOf = (code: string) => entries.get(code.slice(0, -3));
  const toRegion = ({ code, name }: Entry): Region => ({ scheme: 'kemendagri', code, name });
  const toFound = (entry: Entry): FoundRegion => {
    const parents: Region[] = [];
    for (let one = parentOf(entry.code); one !== undefined; one = parentOf(one.code)) parents.push(toRegion(one));
    return { ...toRegion(entry), level: levelOf(entry.code), parents };
  };

  /** How well an entry fits, the most telling figure first; null if it does not fit. */
  function weigh(entry: Entry, asked: readonly string[]): readonly number[] | null {
    const above = [parentOf(entry.code), parentOf(parentOf(entry.code)?.code ?? '')].flatMap((one) => one?.own ?? []);
    const begins = (words: readonly string[], word: string) => words.some((one) => one.startsWith(word));
    const own = asked.filter((word) => begins(entry.own, word));
    if (own.length === 0 || asked.some((word) => !begins(entry.own, word) && !begins(above, word))) return null;
    // What was typed begins with the whole name: "Kabupaten Nias Sumatera Utara" is Nias, not Nias Utara.
    const names = [wordsOf(entry.name), wordsOf(entry.name).slice(1)].filter(
      (name) => name.length > 0 && name.every((word, at) => word.startsWith(asked[at] ?? '-')),
    );
    const named = Math.max(0, ...names.map((name) => name.length));
    return [named, own.length, own.filter((word) => entry.own.includes(word)).length, -entry.code.length];
  }

  return {
    find: (code) => {
      const entry = entries.get(code);
      return entry === undefined ? null : toFound(entry);
    },
    search(words, limit) {
      const code = words.trim();
      if (/^\d{2}(\.\d{0,2}){0,2}$/.test(code))
        return [...entries.values()]
          .filter((entry) => entry.code.startsWith(code))
          .slice(0, limit)
          .map(toFound);
      const asked = wordsOf(words);
      if (asked.length === 0) return [];
      return [...entries.values()]
        .flatMap((entry) => {
          const weights = weigh(entry, asked);
          return weights === null ? [] : [{ entry, weights }];
        })
        .sort((a, b) => {
          const at = a.weights.findIndex((weight, i) => weight !== b.weights[i]);
          if (at >= 0) return (b.weights[at] ?? 0) - (a.weights[at] ?? 0);
          return a.entry.name.localeCompare(b.entry.name, 'id') || (a.entry.code < b.entry.code ? -1 : 1);
        })
        .slice(0, limit)
        .map(({ entry }) => toFound(entry));
    },
    counts: {
      province: [...entries.keys()].filter((one) => one.length === 2).length,
      regency: [...entries.keys()].filter((one) => one.length === 5).length,
      district: [...entries.keys()].filter((one) => one.length === 8).length,
    },
  };
}

let loading: Promise<Regions> | null = null;

/** All regions; the data are loaded once, when first asked for. */
export function loadRegions(): Promise<Regions> {
  loading ??= import('./data.ts').then(({ LINES }) => toRegions(LINES));
  return loading;
}
