// Under which texts a person can be found by name. Who knows less than two parts of a longer name finds nobody.
import { parseName } from './parse-name.ts';
import { toFindingSound } from './spelling.ts';

/** Names of more parts are found by any two of the first six: 15 keys at most. */
const MOST = 6;

/**
 * The canonical texts of a person's name for looking it up: every unordered pair of its parts, without titles, degrees and initials,
 * in one spelling; of a one-word name that word alone. Pairs that say next to nothing ("Muhammad Siti") are left out where there are
 * others. [] if the name has no letters. The same function makes the keys of a row and of what is asked for.
 */
export function nameKeys(person: string): string[] {
  const seen = new Map<string, boolean>();
  const { parts: written } = parseName(person);
  for (const { plain, rarity, isInitial } of written) {
    // "M. Ridwan" is most often a Muhammad; comparing says later that only a letter agrees.
    const sound = isInitial ? (plain === 'm' ? toFindingSound('muhammad') : '') : plain.length > 1 ? toFindingSound(plain) : '';
    if (sound !== '') seen.set(sound, (seen.get(sound) ?? false) || rarity !== 'little');
  }
  const parts = [...seen].slice(0, MOST);
  const joined = joinedKeys(parts.map(([sound]) => sound));
  if (parts.length === 1) return [`name:${parts[0]?.[0]}`];
  const pairs: { key: string; says: boolean }[] = [];
  for (let one = 0; one < parts.length; one++)
    for (let other = one + 1; other < parts.length; other++) {
      const [a, b] = [parts[one] as [string, boolean], parts[other] as [string, boolean]];
      pairs.push({ key: `name:${[a[0], b[0]].sort().join('+')}`, says: a[1] || b[1] });
    }
  const telling = pairs.filter(({ says }) => says);
  return [...new Set([...(telling.length > 0 ? telling : pairs).map(({ key }) => key), ...joined])];
}

/** First halves that are written as one word with what follows about as often as apart: "Dwi Yanti", "Dwiyanti". */
const HALVES = new Set(['dwi', 'tri', 'eka', 'ika', 'sri', 'adi', 'ari', 'iuli', 'puji', 'lumban', 'katur']);

function joinedKeys(sounds: readonly string[]): string[] {
  return sounds.flatMap((sound, at) => {
    const next = sounds[at + 1];
    if (!HALVES.has(sound) || next === undefined) return [];
    const whole = toFindingSound(sound + next);
    const others = sounds.filter((_, place) => place !== at && place !== at + 1);
    return others.length === 0 ? [`name:${whole}`] : others.map((other) => `name:${[whole, other].sort().join('+')}`);
  });
}
