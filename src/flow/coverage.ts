// How many different acts were read of each post: what the screen showed, counted once under whatever ids it was known.
import { toFingerprint } from '../lib/fingerprint.ts';
import type { Action, Listing, Sighting, Target } from '../model/sighting.ts';

export interface Coverage {
  /** Takes an act as it is known now. `key` names the reading: a later word on it replaces the earlier one. */
  take(key: string, sighting: Sighting): void;
  /** The listing with the count of acts seen, and with the other ids that its post is known by. */
  fill(listing: Listing): Listing;
  openPage(): void;
}

interface Kept {
  readonly action: Action;
  /** Any of these in common: the same act. */
  readonly ids: readonly string[];
  readonly post: readonly string[];
  readonly thread: readonly string[];
}

const LIMIT = 50_000;
/** Ids of posts that are joined to another one, at most. */
const TIES = 2000;
const OTHER_IDS = 8;
const WITHOUT_ITEM: ReadonlySet<Action> = new Set(['like', 'share', 'follow']);

const idsOf = ({ id, otherIds, url }: Pick<Target, 'id' | 'otherIds' | 'url'>): string[] =>
  [id, ...otherIds, url === null ? null : `url ${url}`].filter((one) => one !== null);

/** Of a follow the target is an account, not an item. */
function targetIds(target: Target): string[] {
  const ids = idsOf(target);
  const { author } = target;
  if (ids.length > 0 || author === null) return ids;
  return [author.id, author.handle?.toLowerCase() ?? null].filter((one) => one !== null).map((one) => `by ${one}`);
}

function actIds({ action, item, actor, text }: Sighting): string[] {
  const own = WITHOUT_ITEM.has(action) ? [] : idsOf(item).map((one) => `item ${one}`);
  if (own.length > 0) return own;
  const words = WITHOUT_ITEM.has(action) ? '' : ` ${text ?? ''}`;
  const who = [actor.id, actor.handle?.toLowerCase() ?? null].filter((one) => one !== null);
  return (who.length > 0 ? who : [actor.url ?? `name ${actor.name ?? ''}`]).map((one) => `by ${one}${words}`);
}

/** Counts within one page. Nothing of it is stored but the numbers. */
export function coverage(): Coverage {
  const kept = new Map<number, Kept>();
  let same = new Ties();
  /** Acts by what they are about, with their count once it was asked for: thousands of rows must not be gone through for each list. */
  const lists = new Map<string, { readonly acts: Set<Kept>; count: number | null }>();
  let areStale = false;
  /** Ids joined when posts were last forgotten. */
  let ofActs = 0;

  const listOf = (action: Action, ids: readonly string[]) => `${action} ${ids[0] === undefined ? '' : same.rootOf(ids[0])}`;
  const listsOf = ({ action, post, thread }: Kept) => [
    listOf(action, post),
    // Sites count what is said below a comment among the post's comments.
    ...(action === 'reply' && thread.length > 0 ? [listOf('comment', thread)] : []),
  ];

  function put(act: Kept): void {
    for (const name of listsOf(act)) {
      const list = lists.get(name) ?? { acts: new Set(), count: null };
      list.acts.add(act);
      list.count = null;
      lists.set(name, list);
    }
  }

  function tie(ids: readonly string[]): void {
    if (same.tie(ids)) areStale = true;
  }

  /** Posts that were scrolled past are forgotten; what has acts is not. An endless page must not fill the memory. */
  function forgetPosts(): void {
    same = new Ties();
    for (const { post, thread } of kept.values()) {
      same.tie(post);
      same.tie(thread);
    }
    ofActs = same.size();
    areStale = true;
  }

  function countOf(name: string): number {
    if (areStale) {
      lists.clear();
      for (const act of kept.values()) put(act);
      areStale = false;
    }
    const list = lists.get(name);
    if (list === undefined) return 0;
    if (list.count === null) {
      const acts = new Ties();
      for (const { ids } of list.acts) acts.tie(ids);
      list.count = new Set([...list.acts].map(({ ids }) => acts.rootOf(ids[0] ?? ''))).size;
    }
    return list.count;
  }

  return {
    take(name, sighting) {
      const { action, post, thread, item } = sighting;
      // No list counts posts: of them only the ids matter that mean the same.
      if (action === 'post') {
        if (same.size() >= ofActs + TIES) forgetPosts();
        tie(targetIds(post));
        tie(idsOf(item));
        return;
      }
      const key = toFingerprint(name);
      const before = kept.get(key);
      if (before === undefined && kept.size >= LIMIT) return;
      const act: Kept = { action, ids: actIds(sighting), post: targetIds(post), thread: thread === null ? [] : targetIds(thread) };
      kept.set(key, act);
      tie(act.post);
      tie(act.thread);
      if (before !== undefined) areStale = true;
      if (!areStale) put(act);
    },
    fill(listing) {
      const { post } = listing;
      const ids = targetIds(post);
      tie(ids);
      const seen = countOf(listOf(listing.action, ids));
      const all = ids[0] === undefined ? [] : same.withRootOf(ids[0]).filter((one) => !/^(url|by) /.test(one));
      const otherIds = [...new Set([...post.otherIds, ...all])].filter((one) => one !== post.id).slice(0, OTHER_IDS);
      return { ...listing, post: { ...post, otherIds }, seen };
    },
    openPage() {
      kept.clear();
      lists.clear();
      same = new Ties();
      ofActs = 0;
    },
  };
}

/** Names that mean the same thing, joined as they become known. */
class Ties {
  readonly #up = new Map<string, string>();
  readonly #all = new Map<string, string[]>();

  readonly size = () => this.#up.size;

  rootOf(name: string): string {
    let root = name;
    for (let up = this.#up.get(root); up !== undefined; up = this.#up.get(root)) root = up;
    return root;
  }

  withRootOf(name: string): string[] {
    return this.#all.get(this.rootOf(name)) ?? [name];
  }

  /** True if that joined what was apart. */
  tie(names: readonly string[]): boolean {
    const [first, ...rest] = names;
    if (first === undefined) return false;
    let hasJoined = false;
    for (const name of rest) {
      const [root, other] = [this.rootOf(first), this.rootOf(name)];
      if (root === other) continue;
      this.#all.set(root, [...this.withRootOf(root), ...this.withRootOf(other)]);
      this.#all.delete(other);
      this.#up.set(other, root);
      hasJoined = true;
    }
    return hasJoined;
  }
}
