// What the wire said lately, so that a page sighting finds its twin. Bounded: the oldest are forgotten.
import { isSameAct, isSameListRow, isSameWords } from '../match/agree.ts';
import type { Sighting } from '../model/sighting.ts';

const LIMIT = 5000;

export interface WireMemory {
  add(sighting: Sighting): void;
  /**
   * The wire's sighting of the same act, or null where there is none or more than one could be meant. `beside`: what else stands
   * on the page now; a row that names no target is tied to a list only if the rows beside it stand in that list too.
   */
  twinOf(page: Sighting, beside?: Iterable<Sighting>): Sighting | null;
  readonly size: () => number;
}

const actorsOf = ({ actor }: Sighting) => [actor.id, actor.handle?.toLowerCase() ?? null].filter((part) => part !== null);

/** What an act is about: an item, or of a follow an account; null where the wire does not name it. */
const targetOf = ({ post: { id, url, author } }: Sighting) => id ?? url ?? author?.id ?? author?.handle ?? null;

/** Keys under which a twin may be found: the act's own item, and who did what. */
function keysOf(sighting: Sighting): string[] {
  const { action, item } = sighting;
  const keys: string[] = [];
  if (item.id !== null) keys.push(`item ${action} ${item.id}`);
  for (const id of item.otherIds) keys.push(`item ${action} ${id}`);
  for (const actor of actorsOf(sighting)) keys.push(`actor ${action} ${actor}`);
  return keys;
}

export function wireMemory(): WireMemory {
  /** Most keys lead to one sighting only: a set for each would be larger than what is remembered. */
  const byKey = new Map<string, Sighting | Set<Sighting>>();
  /** In the order in which the wire said them. */
  const all = new Map<Sighting, number>();
  let said = 0;
  const forget = (sighting: Sighting) => {
    all.delete(sighting);
    for (const key of keysOf(sighting)) {
      const rest = byKey.get(key);
      if (!(rest instanceof Set)) byKey.delete(key);
      else if (rest.delete(sighting) && rest.size === 0) byKey.delete(key);
    }
  };
  const remember = (key: string, sighting: Sighting) => {
    const before = byKey.get(key);
    if (before instanceof Set) before.add(sighting);
    else byKey.set(key, before === undefined || before === sighting ? sighting : new Set([before, sighting]));
  };
  const candidates = (page: Sighting) => {
    const found = new Set<Sighting>();
    for (const key of keysOf(page)) {
      const known = byKey.get(key);
      if (known instanceof Set) for (const one of known) found.add(one);
      else if (known !== undefined) found.add(known);
    }
    return [...found].sort((a, b) => (all.get(a) ?? 0) - (all.get(b) ?? 0));
  };
  return {
    add(sighting) {
      for (const key of keysOf(sighting)) remember(key, sighting);
      all.set(sighting, said++);
      if (all.size > LIMIT) forget(all.keys().next().value as Sighting);
    },
    twinOf(page, beside = []) {
      const known = candidates(page);
      // The latest word of the wire wins: a comment may have been edited.
      const twin = known.findLast((one) => isSameAct(page, one));
      if (twin !== undefined) return twin;
      // A comment without a number: only if the wire knows one single comment of these words by this actor.
      const alike = known.filter((one) => isSameWords(page, one));
      if (alike.length > 0) return new Set(alike.map((one) => one.item.id)).size === 1 ? (alike.at(-1) ?? null) : null;
      // A row that names no target: only if this actor did this to one single target, as far as the wire knows.
      const rows = known.filter((one) => isSameListRow(page, one));
      const targets = new Set(rows.map(targetOf));
      // A target without a name may be any target.
      if (targets.has(null)) return null;
      const [target] = targets;
      if (target === undefined || targets.size > 1) return null;
      // The open list may be one that was never heard, and this actor on the heard one by chance.
      for (const other of beside) {
        if (other.action !== page.action || other.platform !== page.platform || targetOf(other) !== null) continue;
        if (!candidates(other).some((one) => targetOf(one) === target && isSameListRow(other, one))) return null;
      }
      return rows.at(-1) ?? null;
    },
    size: () => all.size,
  };
}
