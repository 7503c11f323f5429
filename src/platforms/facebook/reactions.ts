// Which reaction is meant: Facebook names it in the viewer's language and numbers it.
import type { Reaction } from '../../model/sighting.ts';

/** Numbers of the reactions in payloads; like, love, care, haha and wow recorded with their names 2025-06, sad and angry by one public table. */
const BY_ID: Readonly<Record<string, Reaction>> = {
  '1635855486666999': 'like',
  '1678524932434102': 'love',
  '613557422527858': 'care',
  '115940658764963': 'haha',
  '478547315650144': 'wow',
  '908563459236466': 'sad',
  '444813342392137': 'angry',
};

/** Short numbers in addresses of the older list (`reaction_type=`). */
const BY_TYPE: Readonly<Record<string, Reaction>> = {
  '1': 'like',
  '2': 'love',
  '3': 'wow',
  '4': 'haha',
  '7': 'sad',
  '8': 'angry',
  '16': 'care',
};

/** Names say which reaction it is, never whether something is a reaction; an unknown language gives 'other'. */
const BY_NAME: Readonly<Record<string, Reaction>> = {
  like: 'like',
  suka: 'like',
  love: 'love',
  super: 'love',
  care: 'care',
  peduli: 'care',
  haha: 'haha',
  wow: 'wow',
  sad: 'sad',
  sedih: 'sad',
  angry: 'angry',
  marah: 'angry',
};

/**
 * The kind of a reaction from the site's name and number for it. The name decides: public tables disagree on the numbers.
 * 'other' where neither is known.
 */
export function toReaction(name: string | null, id: string | null): Reaction {
  const named = name === null ? undefined : own(BY_NAME, name.trim().toLowerCase());
  return named ?? (id === null ? undefined : (own(BY_ID, id) ?? own(BY_TYPE, id))) ?? 'other';
}

function own(table: Readonly<Record<string, Reaction>>, key: string): Reaction | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
