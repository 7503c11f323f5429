// Reads an item together with the list that it stands in: a row alone does not show which list that is.
import type { PageContext, Platform } from '../model/platform.ts';
import type { People, Reading } from '../model/sighting.ts';
import type { KnownLists } from './known-lists.ts';

/** What an item says, with what the site told of the list around it. `isItem`: is this element an item that was found? */
export function readWithLists(
  platform: Platform,
  lists: KnownLists,
  isItem: (element: Element) => boolean,
  here: () => PageContext,
): (item: Element) => Reading[] {
  let known = new WeakMap<Element, People | null>();

  function around(item: Element): People | null {
    let list = item.parentElement;
    while (list !== null && !isItem(list)) list = list.parentElement;
    if (list === null) return null;
    const before = known.get(list);
    if (before !== undefined) return before;
    const people = platform.readItem(list, here()).find((reading) => reading.kind === 'people') ?? null;
    known.set(list, people);
    // Rows are read one after the other in one go, and within that the list is the same.
    queueMicrotask(() => {
      known = new WeakMap();
    });
    return people;
  }

  return (item) => lists.resolve(platform.readItem(item, here()), () => around(item));
}
