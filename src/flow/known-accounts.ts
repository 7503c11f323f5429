// Which id the site itself told for which handle: a page often shows only the handle of an account whose number its own data named.
import type { Account, SiteId } from '../model/account.ts';
import { handleKey } from '../model/account-key.ts';
import type { Reading, Sighting, Target } from '../model/sighting.ts';

/** Parts of an act whose account can be told by a handle alone. */
export type Told = 'actor' | 'target' | 'tags';

/** Kept in the page's memory only, and gone with the page. */
export interface KnownAccounts {
  /** Takes what the wire says of accounts. True if that may change what is known of a handle. */
  learn(readings: readonly Reading[]): boolean;
  /** The sighting with the ids that were told for its handles, and where one was filled in. A handle told with two ids fills nothing. */
  complete(sighting: Sighting): { sighting: Sighting; told: readonly Told[] };
}

const LIMIT = 20_000;
/** Ms after which an id has to be told again: a handle can be given up and taken by somebody else. */
const LIFE_MS = 3 * 3_600_000;

interface Pair {
  /** null: told with two ids. It stays so, for which of them acted cannot be known. */
  readonly id: string | null;
  readonly at: number;
}

export function knownAccounts(now: () => number = Date.now): KnownAccounts {
  const ids = new Map<string, Pair>();
  /** Under which handle an id was told: an account that was renamed has left its old handle to anybody. */
  const handles = new Map<string, string>();

  function put(key: string, id: string | null): boolean {
    const before = ids.get(key);
    // Told again, it is the youngest.
    ids.delete(key);
    ids.set(key, { id, at: now() });
    if (ids.size > LIMIT) {
      const [[oldest, pair] = ['', undefined]] = ids;
      ids.delete(oldest);
      if (pair?.id != null) handles.delete(pair.id);
    }
    return before === undefined || before.id !== id;
  }

  function take(platform: SiteId, { id, handle }: Account): boolean {
    const key = handle === null ? null : handleKey(platform, handle);
    if (id === null || key === null) return false;
    const known = ids.get(key);
    const older = handles.get(id);
    const isContested = (known !== undefined && known.id !== id) || (older !== undefined && older !== key);
    if (!isContested) {
      handles.set(id, key);
      return put(key, id);
    }
    const isNew = put(key, null);
    return (older !== undefined && older !== key && put(older, null)) || isNew;
  }

  function complete(platform: SiteId, account: Account): Account {
    const key = account.id === null && account.handle !== null ? handleKey(platform, account.handle) : null;
    const pair = key === null ? undefined : ids.get(key);
    return pair === undefined || pair.id === null || now() - pair.at > LIFE_MS ? account : { ...account, id: pair.id };
  }

  return {
    learn(readings) {
      let isNew = false;
      for (const reading of readings) {
        if (reading.kind === 'account') isNew = take(reading.platform, reading.account) || isNew;
        if (reading.kind !== 'sighting' || reading.source !== 'wire') continue;
        for (const account of accountsOf(reading)) isNew = take(reading.platform, account) || isNew;
      }
      return isNew;
    },
    complete(sighting) {
      const { platform } = sighting;
      const told = new Set<Told>();
      const fill = (account: Account, what: Told): Account => {
        const whole = complete(platform, account);
        if (whole !== account) told.add(what);
        return whole;
      };
      // An item without number and address is told apart by whose it is, as the page shows it: that name must not change.
      const isNamed = ({ id, otherIds, url }: Target) => sighting.action === 'follow' || id !== null || otherIds.length > 0 || url !== null;
      const fillTarget = (target: Target): Target =>
        target.author === null || !isNamed(target) ? target : { ...target, author: fill(target.author, 'target') };
      const whole: Sighting = {
        ...sighting,
        actor: fill(sighting.actor, 'actor'),
        post: fillTarget(sighting.post),
        thread: sighting.thread === null ? null : fillTarget(sighting.thread),
        tags: sighting.tags.map((tag) => fill(tag, 'tags')),
      };
      return told.size === 0 ? { sighting, told: [] } : { sighting: whole, told: [...told] };
    },
  };
}

function accountsOf({ actor, post, thread, tags }: Sighting): Account[] {
  return [actor, post.author, thread?.author ?? null, ...tags].filter((account) => account !== null);
}
