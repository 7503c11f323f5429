// Lists of accounts and of reposts. None of them names what was acted upon: that is in the request.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Listing, Reading, Target } from '../../model/sighting.ts';
import { toComment, toListing, toPost, toSighting, toUnreadable } from './readings.ts';
import { isMedia, mediaTarget } from './wire-media.ts';
import { askedPost, type Dict, listIn, nodesOf, pathParts, toAccount, toId } from './wire-parts.ts';

type Told = Pick<Listing, 'total' | 'filtered' | 'more'>;

/** Accounts of a list, each once, and the rows that name none. */
function readRows(rows: readonly unknown[]): { accounts: Account[]; unread: number } {
  const accounts = rows.map((row) => toAccount(at(row, 'user')) ?? toAccount(row));
  const named = accounts.filter((account) => account !== null);
  const once = named.filter(
    (account, position) => named.findIndex((other) => (other.id ?? other.handle) === (account.id ?? account.handle)) === position,
  );
  return { accounts: once, unread: accounts.length - named.length };
}

function toldBy(holder: Dict, listed: number): Told {
  const count = holder['user_count'] ?? holder['count'];
  const total = typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
  const next = at(holder, 'page_info', 'has_next_page') ?? holder['has_more'];
  const more = typeof next === 'boolean' ? next : toText(holder['next_max_id']) !== null;
  // The list ends at about 98 accounts without a cursor (measured 2026-09): then the site left accounts out.
  return { total, more, filtered: total !== null && total > listed && !more ? true : null };
}

/** The object around a list of likers, and the field it stands in. */
export interface Around {
  readonly holder: Dict;
  readonly key: string;
}

/** Likers of the post or comment that the request names. `around` is the object the list stands in, where it is one. */
export function readLikers(holder: Dict, around: Around | null, exchange: Exchange): Reading[] {
  const rows = 'users' in holder ? listIn(holder, 'users') : nodesOf(holder);
  const { accounts, unread } = readRows(rows);
  if (accounts.length + unread === 0) return [];
  const post = likedThing(around, exchange);
  if (post === null) return [toUnreadable('wire', 'list', ['post'])];
  return [
    ...accounts.map((actor) => toSighting('wire', { action: 'like', actor, post })),
    ...Array.from({ length: unread }, () => toUnreadable('wire', 'list-row', ['author'])),
    toListing('wire', 'like', post, toldBy(holder, accounts.length)),
  ];
}

function likedThing(around: Around | null, exchange: Exchange): Target | null {
  const { variables } = exchange;
  const asked = pathParts(exchange.url);
  const own = toId(around?.holder['pk']) ?? toId(around?.holder['id']);
  const isComment = around !== null && /comment/i.test(`${around.key} ${toText(around.holder['__typename']) ?? ''}`);
  const comment =
    toId(variables['comment_id']) ?? (asked.route === 'comment_likers' ? asked.mediaId : isComment ? (own ?? toId(variables['id'])) : null);
  if (comment !== null) return toComment(comment, askedPost(exchange)?.otherIds[0] ?? null, null);
  if (around !== null && isMedia(around.holder)) return mediaTarget(around.holder);
  // Comments have lists of likers too, and a bare id does not say what it is the id of.
  if (isComment || (around !== null && !/media/i.test(around.key))) return null;
  const id = toId(variables['id']);
  const post = askedPost(exchange) ?? (id === null ? null : toPost({ id }));
  if (own === null) return post;
  // The answer names its own post: where the request names another, neither is believed.
  return post === null || post.id === own ? toPost({ id: own }) : null;
}

/** A list of followers (`followers`) or of followed accounts (`following`) of the account that the request names. */
export function readFollows(holder: Dict, list: 'followers' | 'following', owner: Account | null, exchange: Exchange): Reading[] {
  const rows = 'users' in holder ? listIn(holder, 'users') : nodesOf(holder);
  const { accounts, unread } = readRows(rows);
  if (accounts.length + unread === 0) return [];
  const id = pathParts(exchange.url).userId ?? toId(exchange.variables['id']) ?? toId(exchange.variables['user_id']);
  const whose = owner ?? (id === null ? null : { id, handle: null, name: null, url: null });
  if (whose === null) return [toUnreadable('wire', 'list', [list === 'followers' ? 'post' : 'author'])];
  const followed = (account: Account): Target => ({ id: account.id, otherIds: [], url: account.url, author: account, text: null });
  const sightings = accounts.map((account) =>
    toSighting('wire', {
      action: 'follow',
      ...(list === 'followers' ? { actor: account, post: followed(whose) } : { actor: whose, post: followed(account) }),
    }),
  );
  const unreadable = Array.from({ length: unread }, () => toUnreadable('wire', 'list-row', ['author']));
  return list === 'followers'
    ? [...sightings, ...unreadable, toListing('wire', 'follow', followed(whose), toldBy(holder, accounts.length))]
    : [...sightings, ...unreadable];
}

/** A profile's reposts: the posts are other people's, the act is the profile's. `around` may name the profile. */
export function readReposts(items: readonly unknown[], around: Account | null, exchange: Exchange): Reading[] {
  const { variables } = exchange;
  const id = ['id', 'user_id', 'userID', 'target_user_id'].map((key) => toId(variables[key])).find((found) => found !== null) ?? null;
  const asked = id === null ? null : toAccount({ pk: id });
  // An answer about another profile than the one asked for names nobody.
  const torn = around !== null && around.id !== null && id !== null && around.id !== id;
  const actor = torn ? null : around === null ? asked : { ...around, id: around.id ?? id };
  return items.map((item) => {
    const media = toObject(at(item, 'node', 'media')) ?? toObject(at(item, 'media')) ?? toObject(at(item, 'node')) ?? toObject(item);
    if (media === null || !isMedia(media)) return toUnreadable('wire', 'share', ['post'], toId(media?.['pk'] ?? media?.['id']));
    const post = mediaTarget(media);
    if (actor === null) return toUnreadable('wire', 'share', ['author'], post.id, post.url);
    return toSighting('wire', { action: 'share', actor, post });
  });
}
