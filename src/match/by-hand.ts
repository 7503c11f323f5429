// A match that the monitor states by hand. Who acted and for whom are rows of the lists or there is no match.
import { sha256 } from '../lib/hash.ts';
import type { SiteId, WatchedAccount } from '../model/account.ts';
import type { Lists } from '../model/lists.ts';
import type { Match, Reason } from '../model/match.ts';
import type { PickFacts, Statement } from '../model/pick.ts';
import type { Sighting, Target } from '../model/sighting.ts';
import { isSameRow } from './find-rows.ts';
import { findGuarded, findWatched } from './match.ts';
import { gradeOf } from './propose.ts';
import { linkedAccounts, type ReadAddress } from './read-facts.ts';
import { toPlainUrl } from './same.ts';

/** Where a picked item stood, and what stood in and around it at the moment of the picture. */
export interface Picked {
  readonly site: SiteId;
  readonly page: URL;
  readonly facts: PickFacts;
}

type Judged = { readonly findingId: string; readonly match: Match };

/**
 * Compares what the monitor states with the lists and with the item as it stands now. The sighting names an account only where the
 * picked item itself shows one; else the registry's row alone says who is meant.
 */
export async function matchByHand(
  statement: Statement,
  picked: Picked,
  lists: Lists,
  readAddress: ReadAddress,
): Promise<Judged | { readonly refused: 'not-listed' | 'not-campaign' }> {
  const guarded = lists.guarded.rows.find((row) => isSameRow(row, statement.actor));
  if (guarded === undefined) return { refused: 'not-listed' };
  const watched = lists.watched.rows.find((row) => isSameRow(row, statement.campaign));
  if (watched === undefined) return { refused: 'not-campaign' };
  const shown = linkedAccounts(picked.facts, picked.page, readAddress)
    .map((one) => ({ ...one, found: findGuarded(lists, one.platform, one.account) }))
    .find(({ found }) => found !== null && isSameRow(found.row, guarded));
  const { target, reason } = readTarget(statement.targetUrl, watched, picked.site, lists, readAddress);
  const sighting: Sighting = {
    kind: 'sighting',
    platform: picked.site,
    source: 'page',
    action: statement.action,
    reaction: statement.action === 'like' ? statement.reaction : null,
    reactionShown: null,
    actor: shown?.from === 'item' ? shown.account : { id: null, handle: null, name: null, url: null },
    post: target,
    thread: null,
    item: readItem(statement.itemUrl, lists, readAddress),
    text: statement.words,
    tags: [],
    shownAt: statement.shownAt,
    at: null,
    promoted: false,
  };
  const match: Match = {
    sighting,
    guarded,
    grade: shown?.found == null ? 'handle' : gradeOf(shown, shown.found.grade),
    reasons: [reason],
    onBothLists: findWatched(lists, guarded.platform, { ...guarded, name: null, url: null }) !== null,
    hand: { actorFrom: shown?.from ?? 'monitor', note: statement.note },
  };
  return { findingId: await handFindingId(statement, picked), match };
}

/** Addresses that name people on neither list are not kept; the number of their post is. */
function readItem(address: string | null, lists: Lists, readAddress: ReadAddress): Sighting['item'] {
  const read = address === null ? null : readAddress(new URL(address));
  const id = read?.place.commentId ?? read?.place.postId ?? null;
  return { id, otherIds: [], url: namesStranger(read, lists) ? null : address };
}

function namesStranger(read: ReturnType<ReadAddress>, lists: Lists): boolean {
  const account = read?.place.account ?? null;
  if (read === null || account === null) return false;
  return findGuarded(lists, read.platform, account) === null && findWatched(lists, read.platform, account) === null;
}

function readTarget(
  address: string | null,
  stated: WatchedAccount,
  site: SiteId,
  lists: Lists,
  readAddress: ReadAddress,
): { target: Target; reason: Reason } {
  const read = address === null ? null : readAddress(new URL(address));
  const author = read?.place.account ?? null;
  const found = read === null || author === null ? null : findWatched(lists, read.platform, author);
  const isStranger = namesStranger(read, lists);
  const isStated = found !== null && isSameRow(found.row, stated);
  return {
    target: {
      id: read?.place.postId ?? null,
      otherIds: [],
      url: isStranger ? null : address,
      author: !isStranger && read?.platform === site ? author : null,
      text: null,
    },
    reason: isStated ? { kind: 'author', watched: stated, grade: found.grade } : { kind: 'stated', watched: stated },
  };
}

/**
 * Never the name of an act that a reader saw: what was only stated does not mix with what was read. Picked twice with the same
 * statement it is one finding.
 */
function handFindingId({ actor, action, itemUrl, targetUrl, words }: Statement, { page }: Picked): Promise<string> {
  const plain = (address: string | null) => (address === null ? null : toPlainUrl(address));
  const said = itemUrl === null && words !== null ? words.normalize('NFC').replace(/\s+/g, ' ').trim() : null;
  const about = [plain(itemUrl), plain(targetUrl), plain(page.href), said];
  return sha256(JSON.stringify(['netra-finding-hand-1', actor.platform, actor.id, actor.handle, action, about]));
}
