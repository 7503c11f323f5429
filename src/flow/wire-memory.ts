// What the wire said lately, so that a page sighting finds its twin. Bounded: the oldest are forgotten.
import type { Sighting } from '../model/sighting.ts';

const LIMIT = 5000;

export interface WireMemory {
  /** Gives the sightings that are new or say more than before. */
  add(sighting: Sighting): void;
  /** The wire's sighting of the same act, or null. */
  twinOf(page: Sighting): Sighting | null;
  readonly size: () => number;
}

/** Keys under which a twin may be found: by the act's own item, or by who did what to which target. */
function keysOf(sighting: Sighting): string[] {
  const items = [sighting.item.id, ...sighting.item.otherIds].filter((id) => id !== null).map((id) => `item ${sighting.action} ${id}`);
  const actors = [sighting.actor.id, sighting.actor.handle?.toLowerCase() ?? null].filter((part) => part !== null);
  const targets = [sighting.post.id, ...sighting.post.otherIds, sighting.post.url].filter((part) => part !== null);
  return [...items, ...actors.flatMap((actor) => targets.map((target) => `act ${sighting.action} ${actor} ${target}`))];
}

export function wireMemory(isSameAct: (page: Sighting, wire: Sighting) => boolean): WireMemory {
  const byKey = new Map<string, Set<Sighting>>();
  const all = new Set<Sighting>();
  const forget = (sighting: Sighting) => {
    all.delete(sighting);
    for (const key of keysOf(sighting)) {
      const rest = byKey.get(key);
      rest?.delete(sighting);
      if (rest?.size === 0) byKey.delete(key);
    }
  };
  return {
    add(sighting) {
      for (const key of keysOf(sighting)) byKey.set(key, (byKey.get(key) ?? new Set()).add(sighting));
      all.add(sighting);
      if (all.size > LIMIT) forget(all.values().next().value as Sighting);
    },
    twinOf(page) {
      // The latest word of the wire wins: a comment may have been edited.
      let twin: Sighting | null = null;
      for (const key of keysOf(page)) for (const one of byKey.get(key) ?? []) if (isSameAct(page, one)) twin = one;
      return twin;
    },
    size: () => all.size,
  };
}
