// Lists of people that the wire told, so that a pop-up which shows who and not what finds the one list that it is.
import type { Account, SiteId } from '../model/account.ts';
import { handleKey } from '../model/account-key.ts';
import type { Action, People, Reading, Sighting } from '../model/sighting.ts';

export interface KnownLists {
  /** What the wire read in one exchange: acts of one kind on one target are a list, in the site's order. */
  learn(readings: readonly Reading[]): void;
  /**
   * What an item says once it is known which list it stands in: a row becomes its account's act, and the list itself is no longer
   * unreadable. Unchanged where that is not known. `around`: everybody in the list that the item is a row of.
   */
  resolve(readings: readonly Reading[], around: () => People | null): Reading[];
  /** The wire's act of a row that was resolved; null for all others. */
  twinOf(page: Sighting): Sighting | null;
}

/** Acts of which a list is a list of people. */
const ACTIONS: ReadonlySet<Action> = new Set(['like', 'share']);
const LISTS = 50;
const ROWS = 5000;
/** Two people may follow and like alike by chance; whole lists do not. */
const FEWEST = 3;
/** Of a list that is drawn in part only, so many in the site's own order. */
const RUN = 8;

interface List {
  readonly target: string;
  readonly rows: Map<string, Sighting>;
}

export function knownLists(): KnownLists {
  const lists = new Map<string, List>();
  const twins = new WeakMap<Sighting, Sighting>();

  /** The one list in which all of them stand one after the other; null where it is none or could be two. */
  function listOf({ platform, people }: People): List | null {
    const keys = people.map((one) => keyOf(platform, one));
    if (keys.length < FEWEST) return null;
    const fitting = [...lists.values()].filter(({ rows }) => fits(keys, [...rows.keys()]));
    const [first] = fitting;
    return first !== undefined && fitting.every(({ target }) => target === first.target) ? first : null;
  }

  function toAct(row: People, actor: Account, list: List): Sighting | null {
    const wire = list.rows.get(keyOf(row.platform, actor) ?? '');
    if (wire === undefined) return null;
    const nothing = { id: null, otherIds: [], url: null };
    const page: Sighting = {
      ...wire,
      source: 'page',
      actor,
      post: { ...nothing, author: null, text: null },
      thread: null,
      item: nothing,
      text: null,
      tags: [],
      at: null,
    };
    twins.set(page, wire);
    return page;
  }

  return {
    learn(readings) {
      const order = readings.find((reading) => reading.kind === 'listing')?.filterShown ?? '';
      for (const reading of readings) {
        if (reading.kind !== 'sighting' || reading.source !== 'wire' || !ACTIONS.has(reading.action) || reading.post.id === null) continue;
        const target = `${reading.platform} ${reading.action} ${reading.post.id}`;
        const key = keyOf(reading.platform, reading.actor);
        if (key === null) continue;
        const name = `${target} ${order}`;
        const list = lists.get(name) ?? { target, rows: new Map<string, Sighting>() };
        // The one that was heard last is the youngest.
        lists.delete(name);
        lists.set(name, list);
        if (list.rows.size < ROWS) list.rows.set(key, reading);
      }
      while (lists.size > LISTS) lists.delete(lists.keys().next().value as string);
    },
    resolve(readings, around) {
      const row = readings.find((reading) => reading.kind === 'people');
      if (row === undefined) return [...readings];
      const rest = readings.filter((reading) => reading !== row);
      const whole = row.actor === null ? row : around();
      const list = whole === null ? null : listOf(whole);
      if (list === null) return rest;
      if (row.actor === null) return rest.filter((reading) => reading.kind !== 'unreadable');
      const act = toAct(row, row.actor, list);
      return act === null ? rest : [...rest, act];
    },
    twinOf: (page) => twins.get(page) ?? null,
  };
}

function keyOf(platform: SiteId, { handle }: Account): string | null {
  return handle === null ? null : handleKey(platform, handle);
}

/** The very same people in the very same order; of a longer list, a run of it. */
function fits(shown: readonly (string | null)[], heard: readonly string[]): boolean {
  if (shown.length !== heard.length && shown.length < RUN) return false;
  const start = heard.indexOf(shown[0] ?? '');
  return start >= 0 && shown.every((key, i) => key !== null && key === heard[start + i]);
}
