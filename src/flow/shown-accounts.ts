// Which accounts the acts on a page name, as they are known by now.
import type { Account } from '../model/account.ts';
import type { Act } from './acts.ts';

const MOST_AUTHORS = 20;
const MOST_KNOWN = 200;

/** `authors`: of posts on the screen · `known`: everybody whom any act on the page names. Each account once. */
export function shownAccounts(acts: Iterable<Act>, isOnScreen: (item: Element) => boolean): { authors: Account[]; known: Account[] } {
  const [authors, known] = [new Map<string, Account>(), new Map<string, Account>()];
  const add = (to: Map<string, Account>, account: Account | null | undefined) => {
    if (account != null && (account.id !== null || account.handle !== null)) to.set(JSON.stringify([account.id, account.handle]), account);
  };
  for (const { item, seen } of acts) {
    if (!item.isConnected) continue;
    const { post, thread, actor } = seen.sighting;
    for (const one of [post.author, thread?.author, actor]) add(known, one);
    if (isOnScreen(item)) for (const one of [post.author, thread?.author]) add(authors, one);
  }
  return { authors: [...authors.values()].slice(0, MOST_AUTHORS), known: [...known.values()].slice(-MOST_KNOWN) };
}
