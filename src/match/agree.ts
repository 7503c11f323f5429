// The two eyes side by side: whether they saw one act, where they agree, and what the wire may add to the page's reading.
import type { Account, SiteId } from '../model/account.ts';
import type { Agreement } from '../model/capture.ts';
import type { Action, Sighting, Target } from '../model/sighting.ts';
import { compareAccounts, compareItems, compareTargets, type Ids, idsOf, isSameText, type Sameness } from './same.ts';

type State = Agreement['state'];

/** Acts of which the page's lists show no item of their own. */
const WITHOUT_ITEM: ReadonlySet<Action> = new Set(['like', 'share', 'follow']);

/**
 * Whether both readings are of one act. Strict: same platform and action, and an item id in common; only where the act shows no
 * item of its own, the same actor and the same target. Two ids that differ are never one act.
 */
export function isSameAct(page: Sighting, wire: Sighting): boolean {
  if (page.platform !== wire.platform || page.action !== wire.action) return false;
  const ids = idsOf(page.item);
  const wireIds = idsOf(wire.item);
  if (ids.some((id) => wireIds.includes(id))) return true;
  if (ids.length > 0 && wireIds.length > 0) return false;
  if (!WITHOUT_ITEM.has(page.action)) return false;
  return compareAccounts(page.platform, page.actor, wire.actor) === 'same' && compareWhatFor(page, wire) === 'same';
}

/**
 * Whether the page's row of a list may be the wire's act: same platform, action and actor, and the page names no target at all
 * (Facebook's dialog of reactions). Which list the row stands in is for the caller to make sure of.
 */
export function isSameListRow(page: Sighting, wire: Sighting): boolean {
  if (page.platform !== wire.platform || page.action !== wire.action || !WITHOUT_ITEM.has(page.action)) return false;
  if (hasTarget(page) || idsOf(page.item).length > 0) return false;
  if (page.reaction !== null && page.reaction !== 'other' && wire.reaction !== null && page.reaction !== wire.reaction) return false;
  return compareAccounts(page.platform, page.actor, wire.actor) === 'same';
}

/**
 * Whether both readings are of one comment that the page shows without a number or an address of its own (TikTok): same actor, same
 * post, the very same words, and nothing said on either side about what is answered that the other contradicts. Whether the wire
 * knows only one such comment is for the caller to make sure of: two alike cannot be told apart.
 */
export function isSameWords(page: Sighting, wire: Sighting): boolean {
  if (page.platform !== wire.platform || page.action !== wire.action || (page.action !== 'comment' && page.action !== 'reply'))
    return false;
  if (hasItem(page.item) || idsOf(wire.item).length === 0 || (page.thread === null) !== (wire.thread === null)) return false;
  if (page.text === null || wire.text === null || flat(page.text) !== flat(wire.text)) return false;
  if (compareAccounts(page.platform, page.actor, wire.actor) !== 'same') return false;
  return compareTargets(page.thread ?? page.post, wire.thread ?? wire.post) === 'same' && compareWhatFor(page, wire) !== 'differs';
}

/**
 * Whether both are one act that the page shows without a number of its own, and the second only says more firmly who acted (the id
 * behind the same handle). Two acts of one account that read alike may be taken for one another; each has its own second then.
 */
export function isSameFirmer(page: Sighting, firmer: Sighting): boolean {
  if (page.platform !== firmer.platform || page.action !== firmer.action || page.actor.id !== null || firmer.actor.id === null)
    return false;
  if (idsOf(page.item).length > 0 || idsOf(firmer.item).length > 0 || (page.thread === null) !== (firmer.thread === null)) return false;
  if (flat(page.text ?? '') !== flat(firmer.text ?? '') || compareAccounts(page.platform, page.actor, firmer.actor) !== 'same')
    return false;
  return compareTargets(page.thread ?? page.post, firmer.thread ?? firmer.post) === 'same' && compareWhatFor(page, firmer) !== 'differs';
}

const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * How each field reads on both sides. Where both sides say something that cannot be compared (a handle here, an id there), the
 * field counts as seen by the page only: nothing vouches for it.
 */
export function agree(page: Sighting | null, wire: Sighting | null): Agreement[] {
  return [
    { field: 'actor', state: stateOf(hasAccount(page?.actor), hasAccount(wire?.actor), () => compareActors(page, wire)) },
    { field: 'target', state: stateOf(hasTarget(page), hasTarget(wire), () => (page && wire ? compareWhatFor(page, wire) : 'unknown')) },
    {
      field: 'item',
      state: stateOf(hasItem(page?.item), hasItem(wire?.item), () => (page && wire ? compareItems(page.item, wire.item) : 'unknown')),
    },
    {
      field: 'text',
      state: stateOf(page?.text != null, wire?.text != null, () => toSameness(isSameText(page?.text ?? '', wire?.text ?? ''))),
    },
    {
      field: 'reaction',
      state: stateOf(page?.reaction != null, wire?.reaction != null, () => toSameness(page?.reaction === wire?.reaction)),
    },
    { field: 'at', state: stateOf(page?.at != null, wire?.at != null, () => toSameness(secondOf(page?.at) === secondOf(wire?.at))) },
  ];
}

/**
 * The page's reading with the ids, addresses and exact time that only the wire knows. Given back unchanged if the two are not one
 * act, or contradict each other in actor, target, item or text. Never adds words: what is quoted has to stand on the page.
 */
export function joinEyes(page: Sighting, wire: Sighting): Sighting {
  if (!isSameAct(page, wire) && !isSameListRow(page, wire) && !isSameWords(page, wire)) return page;
  const states = new Map(agree(page, wire).map(({ field, state }) => [field, state]));
  if (states.get('actor') !== 'same') return page;
  if ((['target', 'item', 'text'] as const).some((field) => states.get(field) === 'differs')) return page;
  const { platform } = page;
  return {
    ...page,
    reaction: page.reaction === 'other' ? (wire.reaction ?? 'other') : page.reaction,
    actor: joinAccounts(platform, page.actor, wire.actor),
    post: joinTargets(platform, page.post, wire.post),
    thread: joinThreads(platform, page.thread, wire.thread),
    item: joinIds(page.item, wire.item),
    tags: page.tags.map((tag) =>
      joinAccounts(platform, tag, wire.tags.find((other) => compareAccounts(platform, tag, other) === 'same') ?? tag),
    ),
    at: page.at ?? wire.at,
  };
}

/** The target of a follow is an account, of all other acts an item. */
function compareWhatFor(page: Sighting, wire: Sighting): Sameness {
  if (page.action !== 'follow') {
    const same = compareTargets(page.post, wire.post);
    const authors =
      page.post.author !== null && wire.post.author !== null
        ? compareAccounts(page.platform, page.post.author, wire.post.author)
        : 'unknown';
    // One item has one author: if they differ, one eye misread.
    return authors === 'differs' ? 'differs' : same;
  }
  if (page.post.author === null || wire.post.author === null) return 'unknown';
  return compareAccounts(page.platform, page.post.author, wire.post.author);
}

function compareActors(page: Sighting | null, wire: Sighting | null): Sameness {
  return page === null || wire === null ? 'unknown' : compareAccounts(page.platform, page.actor, wire.actor);
}

function stateOf(onPage: boolean, onWire: boolean, compare: () => Sameness): State {
  if (!onPage) return onWire ? 'wire-only' : 'neither';
  if (!onWire) return 'page-only';
  const sameness = compare();
  return sameness === 'unknown' ? 'page-only' : sameness;
}

function toSameness(same: boolean): Sameness {
  return same ? 'same' : 'differs';
}

function hasAccount(account: Account | undefined): boolean {
  return account !== undefined && (account.id !== null || account.handle !== null);
}

function hasItem(item: Ids | undefined): boolean {
  return item !== undefined && (item.url !== null || idsOf(item).length > 0);
}

function hasTarget(sighting: Sighting | null): boolean {
  return sighting !== null && (hasItem(sighting.post) || hasAccount(sighting.post.author ?? undefined));
}

/** Sites state seconds at most; one eye may give milliseconds of its own making. */
function secondOf(at: string | null | undefined): number {
  return Math.floor(Date.parse(at ?? '') / 1000);
}

function joinAccounts(platform: SiteId, page: Account, wire: Account): Account {
  if (compareAccounts(platform, page, wire) !== 'same') return page;
  return { id: page.id ?? wire.id, handle: page.handle ?? wire.handle, name: page.name ?? wire.name, url: page.url ?? wire.url };
}

function joinIds<Item extends Ids>(page: Item, wire: Ids): { id: string | null; otherIds: string[]; url: string | null } {
  const id = page.id ?? wire.id;
  const otherIds = [...new Set([...idsOf(page), ...idsOf(wire)])].filter((one) => one !== id).slice(0, 8);
  return { id, otherIds, url: page.url ?? wire.url };
}

function joinTargets(platform: SiteId, page: Target, wire: Target): Target {
  const author = page.author === null ? wire.author : wire.author === null ? page.author : joinAccounts(platform, page.author, wire.author);
  return { ...joinIds(page, wire), author, text: page.text };
}

function joinThreads(platform: SiteId, page: Target | null, wire: Target | null): Target | null {
  if (wire === null) return page;
  if (page === null) return { ...wire, text: null };
  return compareTargets(page, wire) === 'differs' ? page : joinTargets(platform, page, wire);
}
