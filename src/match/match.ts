// Judges a sighting by the two lists. Knows accounts by id and handle only; what anybody calls themselves is never looked at.
import { findWords } from '../lib/words.ts';
import type { Account, GuardedAccount, SiteId, WatchedAccount } from '../model/account.ts';
import { handleKey, idKey } from '../model/account-key.ts';
import type { AccountIndex, Lists } from '../model/lists.ts';
import type { Grade, Match, Reason } from '../model/match.ts';
import type { Action, Sighting, Target } from '../model/sighting.ts';
import { type ActDay, dayOf, findActive } from './active.ts';

/** Acts that have words and tags of their own; whatever a like or a share seems to say is the post's. */
const WITH_OWN_WORDS: ReadonlySet<Action> = new Set(['comment', 'reply', 'quote', 'post']);
const MAX_REASONS = 20;

/**
 * Gives a match if the actor is on the registry and what was acted upon is a campaign's; null otherwise. Reasons stand strongest
 * first: author by id, author by handle, tag, word. An actor on both lists is told and not treated otherwise.
 * Rows that the list limits to certain days flag only acts of these days. @param seenOn day on which it was seen, "2026-11-22": taken
 * where the site states no exact time; without it such an act is flagged by unlimited rows only
 */
export function matchSighting(sighting: Sighting, lists: Lists, seenOn: string | null = null): Match | null {
  const actor = findRow(lists.guarded, sighting.platform, sighting.actor);
  if (actor === null) return null;
  const on = dayOf(sighting, seenOn);
  const reasons = [...authorReasons(sighting, lists, on), ...tagReasons(sighting, lists, on), ...wordReasons(sighting, lists, on)];
  if (reasons.length === 0) return null;
  return {
    sighting,
    guarded: actor.row,
    grade: actor.grade,
    reasons: reasons.slice(0, MAX_REASONS),
    onBothLists: findRow(lists.watched, sighting.platform, sighting.actor) !== null,
  };
}

/** The registry's row for an account, and how firmly it is tied to it; null if nothing but the name speaks for it. */
export function findGuarded(lists: Lists, platform: SiteId, account: Account): { row: GuardedAccount; grade: Grade } | null {
  return findRow(lists.guarded, platform, account);
}

/** The campaign list's row for an account, likewise. */
export function findWatched(lists: Lists, platform: SiteId, account: Account): { row: WatchedAccount; grade: Grade } | null {
  return findRow(lists.watched, platform, account);
}

function findRow<Row extends { id: string | null; handle: string | null }>(
  index: AccountIndex<Row>,
  platform: SiteId,
  account: Account,
): { row: Row; grade: Grade } | null {
  const key = account.handle === null ? null : handleKey(platform, account.handle);
  if (account.id !== null) {
    const rows = index.byId.get(idKey(platform, account.id)) ?? [];
    // A renamed account may have a row for each of its names: prefer the one for the name it bears now.
    const row = rows.find((one) => one.handle !== null && handleKey(platform, one.handle) === key) ?? rows[0];
    if (row !== undefined) return { row, grade: 'id' };
  }
  if (key === null) return null;
  const rows = index.byHandle.get(key) ?? [];
  // If both sides know an id and they differ, the handle has changed hands: somebody else acted. If anybody's row for this
  // handle has an id, the same holds for rows without one.
  const row = account.id === null ? rows[0] : rows.every((one) => one.id === null) ? rows[0] : undefined;
  return row === undefined ? null : { row, grade: 'handle' };
}

function authorReasons(sighting: Sighting, lists: Lists, on: ActDay): Reason[] {
  const byRow = new Map<WatchedAccount, Reason & { kind: 'author' }>();
  for (const author of [sighting.post.author, sighting.thread?.author ?? null]) {
    const found = author === null ? null : findRow(lists.watched, sighting.platform, author);
    const active = found === null ? null : findActive(found.row, on);
    if (found === null || active === null) continue;
    if (found.grade === 'id' || !byRow.has(found.row))
      byRow.set(found.row, { kind: 'author', watched: found.row, grade: found.grade, ...active });
  }
  return byGrade([...byRow.values()]);
}

function tagReasons(sighting: Sighting, lists: Lists, on: ActDay): Reason[] {
  if (!WITH_OWN_WORDS.has(sighting.action)) return [];
  const byRow = new Map<WatchedAccount, Reason & { kind: 'tag' }>();
  for (const tag of sighting.tags) {
    const found = findRow(lists.watched, sighting.platform, tag);
    const active = found === null ? null : findActive(found.row, on);
    if (found === null || active === null) continue;
    if (found.grade === 'id' || !byRow.has(found.row))
      byRow.set(found.row, { kind: 'tag', watched: found.row, grade: found.grade, ...active });
  }
  return byGrade([...byRow.values()]);
}

function byGrade<One extends { grade: Grade }>(reasons: readonly One[]): One[] {
  return [...reasons.filter(({ grade }) => grade === 'id'), ...reasons.filter(({ grade }) => grade === 'handle')];
}

function wordReasons(sighting: Sighting, lists: Lists, on: ActDay): Reason[] {
  const own = WITH_OWN_WORDS.has(sighting.action) ? [sighting.text] : [];
  // A post of one's own is its own target: the same words are not counted twice.
  const isOwnPost = sighting.action === 'post';
  const targets: (Target | null)[] = isOwnPost ? [] : [sighting.post, sighting.thread];
  if (isOwnPost && sighting.text === null) own.push(sighting.post.text);
  return [
    ...wordsIn(own, 'own', lists, on),
    ...wordsIn(
      targets.map((target) => target?.text ?? null),
      'post',
      lists,
      on,
    ),
  ];
}

function wordsIn(texts: readonly (string | null)[], where: 'own' | 'post', { words }: Lists, on: ActDay): Reason[] {
  const found = new Set<number>();
  for (const text of texts) if (text !== null) for (const position of findWords(words.start, text)) found.add(position);
  // A row's own word stands before its forms: what is found as it is listed is not told as a form.
  const byRow = new Map<number, string | null>();
  for (const position of [...found].sort((a, b) => a - b)) {
    const entry = words.entries[position];
    if (entry !== undefined && !byRow.has(entry.row)) byRow.set(entry.row, entry.form);
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, form]) => {
      const watched = words.rows[at];
      const active = watched === undefined ? null : findActive(watched, on);
      if (watched === undefined || active === null) return [];
      return [{ kind: 'word' as const, watched, where, ...(form === null ? {} : { form }), ...active }];
    });
}
