// From what stands in and around a picked item: who may have acted, for whom, and how. A proposal decides nothing.
import type { GuardedAccount, WatchedAccount } from '../model/account.ts';
import type { Lists } from '../model/lists.ts';
import type { PickFacts, Proposal } from '../model/pick.ts';
import type { Action } from '../model/sighting.ts';
import { isSameRow } from './find-rows.ts';
import { findGuarded, findWatched } from './match.ts';
import { type LinkedAccount, linkedAccounts, type ReadAddress } from './read-facts.ts';

const LIMIT = 20;

/** Accounts on neither list are counted, and neither named nor handed on. */
export function propose(facts: PickFacts, page: URL, lists: Lists, readAddress: ReadAddress): Proposal {
  const linked = linkedAccounts(facts, page, readAddress);
  const actors: Proposal['actors'] = [];
  const campaigns: Proposal['campaigns'] = [];
  const addresses: Proposal['addresses'] = [];
  const others = new Set<string>();
  const keep = (by: 'actor' | 'campaign' | 'page', url: string | null, from: 'item' | 'around') => {
    if (url === null || addresses.some((one) => one.url === url)) return;
    addresses.push({ url, by, from: url === page.href ? 'page' : from });
  };
  for (const one of linked) {
    const guarded = findGuarded(lists, one.platform, one.account);
    const watched = findWatched(lists, one.platform, one.account);
    if (guarded === null && watched === null) others.add(`${one.platform} ${one.account.id ?? one.account.handle?.toLowerCase()}`);
    if (guarded !== null) {
      if (!has(actors, guarded.row)) actors.push({ row: guarded.row, from: one.from, grade: gradeOf(one, guarded.grade) });
      keep('actor', one.postUrl, one.from);
    }
    if (watched !== null) {
      if (!has(campaigns, watched.row)) campaigns.push({ row: watched.row, from: one.from });
      keep('campaign', one.postUrl, one.from);
    }
  }
  keep('page', page.href, 'around');
  return {
    actors: actors.slice(0, LIMIT),
    campaigns: campaigns.slice(0, LIMIT),
    others: others.size,
    addresses: addresses.slice(0, 2 * LIMIT),
    action: guessAction(facts, page, linked, actors, readAddress),
    words: facts.words,
    times: facts.times,
    images: facts.images,
  };
}

/** Only the item's own link can state whose number it is; what stands beside it may be a neighbour's. */
export function gradeOf(linked: Pick<LinkedAccount, 'from'>, grade: 'id' | 'handle'): 'id' | 'handle' {
  return linked.from === 'item' ? grade : 'handle';
}

function has(known: readonly { row: GuardedAccount | WatchedAccount }[], row: GuardedAccount | WatchedAccount): boolean {
  return known.some((one) => isSameRow(one.row, row));
}

/** A guess where an address says it, else null: the monitor chooses. */
function guessAction(
  facts: PickFacts,
  page: URL,
  linked: readonly LinkedAccount[],
  actors: Proposal['actors'],
  readAddress: ReadAddress,
): Action | null {
  const place = readAddress(page)?.place ?? null;
  if (place?.kind === 'list' && place.action !== null) return place.action;
  const isActor = ({ platform, account }: LinkedAccount) =>
    actors.some(
      ({ row }) => row.platform === platform && ((row.id !== null && row.id === account.id) || sameHandle(row.handle, account.handle)),
    );
  const own = linked.find((one) => one.from === 'item' && one.postUrl !== null && isActor(one));
  if (own?.kind === 'comment') return 'comment';
  if (own !== undefined) return 'post';
  // A picture on a page that is no account's own: somebody else shows the person.
  return actors.length === 0 && facts.images > 0 && readAddress(page) === null ? 'appear' : null;
}

function sameHandle(one: string | null, other: string | null): boolean {
  return one !== null && one.toLowerCase() === other?.toLowerCase();
}
