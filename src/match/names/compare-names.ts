// Two written names side by side: what agrees, what differs, how much that says. Never whether it is the same person.
import type { NameBand, NameReason } from '../../model/link.ts';
import { WEIGHT } from './common-names.ts';
import { type NamePart, type ParsedName, parseName } from './parse-name.ts';
import { isSameSound } from './spelling.ts';

export interface NameComparison {
  /** null: nothing is to be proposed by these names. */
  readonly band: NameBand | null;
  /** Why, part by part; `list` is the first name, `profile` the second. */
  readonly reasons: readonly NameReason[];
}

type How = Extract<NameReason, { kind: 'agrees' }>['how'];
interface Pair {
  readonly list: readonly NamePart[];
  readonly profile: readonly NamePart[];
  readonly how: How;
}

/** Agreements from firm to loose; looser ones only take what firmer ones left. */
const WAYS: readonly How[] = ['same', 'spelling', 'joined', 'slip', 'initial'];
/** Shorter parts that differ by a letter are mostly two names. */
const LONG = 7;

/**
 * Compares the name on a list with the name that a profile shows. Titles do not count; the order of the parts counts little.
 * Every part that is not common has to agree or there is no proposal, and what stands on one side only never contradicts something
 * that stands on the other side only.
 */
export function compareNames(list: string, profile: string): NameComparison {
  const [a, b] = [parseName(list), parseName(profile)];
  const reasons: NameReason[] = [];
  if (a.titles.length > 0) reasons.push({ kind: 'titles', side: 'list', removed: toShort(a.titles) });
  if (b.titles.length > 0) reasons.push({ kind: 'titles', side: 'profile', removed: toShort(b.titles) });
  const { pairs, onlyList, onlyProfile } = align(a, b);
  for (const { list: ours, profile: theirs, how } of pairs)
    reasons.push({ kind: 'agrees', list: shownOf(ours), profile: shownOf(theirs), how, rarity: rarestOf(ours) });
  const bothSexes = a.sex !== null && b.sex !== null && a.sex !== b.sex;
  for (const part of onlyList) reasons.push({ kind: 'only', side: 'list', part: part.shown, rarity: part.rarity });
  for (const part of onlyProfile) reasons.push({ kind: 'only', side: 'profile', part: part.shown, rarity: part.rarity });
  if (bothSexes) reasons.push({ kind: 'sex' });
  const isOrdered = isInOrder(pairs, b);
  if (!isOrdered) reasons.push({ kind: 'order' });
  const names = pairs.filter(({ how }) => how !== 'initial');
  const isOneWord = names.length === 1 && names.every(({ how }) => how !== 'joined');
  if (isOneWord) reasons.push({ kind: 'one-word' });
  const band = bothSexes ? null : bandOf({ pairs, names, onlyList, onlyProfile, isOrdered, isOneWord });
  return { band, reasons };
}

interface Aligned {
  readonly pairs: readonly Pair[];
  readonly names: readonly Pair[];
  readonly onlyList: readonly NamePart[];
  readonly onlyProfile: readonly NamePart[];
  readonly isOrdered: boolean;
  readonly isOneWord: boolean;
}

function bandOf({ pairs, names, onlyList, onlyProfile, isOrdered, isOneWord }: Aligned): NameBand | null {
  // Something else here and there: another name.
  if (onlyList.length > 0 && onlyProfile.length > 0) return null;
  const left = [...onlyList, ...onlyProfile];
  if (left.some(({ rarity }) => rarity === 'rare')) return null;
  if (names.length === 0 || names.every(({ list }) => rarestOf(list) === 'little')) return null;
  const weight = names.reduce((sum, { list, how }) => sum + WEIGHT[rarestOf(list)] * (how === 'slip' ? 0.5 : 1), 0);
  const hasRare = names.some(({ list, how }) => rarestOf(list) === 'rare' && how !== 'slip');
  // Behind a letter anything may stand, unless it is a part that says nothing anyhow ("M.").
  const hidden = pairs.filter(({ how, list, profile }) => how === 'initial' && rarestOf([...list, ...profile]) !== 'little');
  if (isOneWord) return onlyBelow(left) && (hasRare || left.length + hidden.length === 0) ? 'weak' : null;
  if (names.some(({ how }) => how === 'slip')) return left.length === 0 && names.length > 1 ? 'weak' : null;
  // "Dewi Lestari" is not "Dewi Lestari Handayani": parts may only be left out where what is left is not everybody's.
  if (!onlyBelow(left)) return weight >= WEIGHT.rare + WEIGHT.common && hasRare ? 'weak' : null;
  if (hidden.length > 0) return weight >= WEIGHT.rare ? 'weak' : null;
  if (!isOrdered || left.length > 0 || pairs.length > names.length) return 'medium';
  return hasRare && weight >= WEIGHT.rare + WEIGHT.common ? 'strong' : 'medium';
}

/** Only parts that say next to nothing, and a father's name. */
const onlyBelow = (left: readonly NamePart[]) =>
  left.every(({ rarity, isFathers, isInitial }) => rarity === 'little' || isFathers || isInitial);

function align(a: ParsedName, b: ParsedName): { pairs: Pair[]; onlyList: NamePart[]; onlyProfile: NamePart[] } {
  let ours = [...a.parts];
  let theirs = [...b.parts];
  const pairs: Pair[] = [];
  const settle = (list: readonly NamePart[], profile: readonly NamePart[], how: How) => {
    pairs.push({ list, profile, how });
    ours = ours.filter((part) => !list.includes(part));
    theirs = theirs.filter((part) => !profile.includes(part));
  };
  for (const how of WAYS) {
    if (how === 'joined') {
      joinOn(a.parts, ours, theirs, (two, one) => settle(two, [one], how));
      joinOn(b.parts, theirs, ours, (two, one) => settle([one], two, how));
      continue;
    }
    for (const part of [...ours]) {
      const other = theirs.find((one) => agrees(part, one, how));
      if (other !== undefined) settle([part], [other], how);
    }
  }
  pairs.sort((one, other) => a.parts.indexOf(one.list[0] as NamePart) - a.parts.indexOf(other.list[0] as NamePart));
  return { pairs, onlyList: ours, onlyProfile: theirs };
}

/** "Dwi Yanti" and "Dwiyanti". */
function joinOn(
  all: readonly NamePart[],
  free: readonly NamePart[],
  others: readonly NamePart[],
  found: (two: readonly NamePart[], one: NamePart) => void,
): void {
  for (let at = 0; at + 1 < all.length; at++) {
    const [first, second] = [all[at] as NamePart, all[at + 1] as NamePart];
    if (!free.includes(first) || !free.includes(second)) continue;
    const other = others.find((one) => isSameSound(one.plain, first.plain + second.plain));
    if (other !== undefined) found([first, second], other);
  }
}

function agrees(one: NamePart, other: NamePart, how: How): boolean {
  if (how === 'initial') return one.isInitial !== other.isInitial && one.plain[0] === other.plain[0];
  if (one.isInitial || other.isInitial) return how === 'same' && one.plain === other.plain;
  if (how === 'same') return one.plain === other.plain;
  if (how === 'spelling') return isSameSound(one.plain, other.plain);
  return isSlip(one.plain, other.plain);
}

/**
 * One inner letter too many, or two neighbours in the wrong order, in long parts. Another letter in the same place is no slip:
 * Sudarmo and Sudarmi, Suryadi and Suryani, Haryanto and Heryanto are different names.
 */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < LONG || long.length - short.length > 1 || short === long) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let back = 0;
  while (back < short.length - from && short.at(-1 - back) === long.at(-1 - back)) back++;
  const [left, right] = [short.slice(from, short.length - back), long.slice(from, long.length - back)];
  if (from < 2) return false;
  if (left === '') return right.length === 1 && from < short.length - 1;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function isInOrder(pairs: readonly Pair[], { parts }: ParsedName): boolean {
  const places = pairs.filter(({ how }) => how !== 'initial').map(({ profile }) => parts.indexOf(profile[0] as NamePart));
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
}

function rarestOf(parts: readonly NamePart[]): NamePart['rarity'] {
  return parts.reduce<NamePart['rarity']>((most, { rarity }) => (WEIGHT[rarity] > WEIGHT[most] ? rarity : most), 'little');
}

const shownOf = (parts: readonly NamePart[]) =>
  parts
    .map(({ shown }) => shown)
    .join(' ')
    .slice(0, 300);
const toShort = (titles: readonly string[]) => titles.slice(0, 20).map((title) => title.slice(0, 100));
