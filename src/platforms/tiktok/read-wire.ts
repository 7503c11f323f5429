// Request + answer -> readings.
import { at, parseJson, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Listing, Reading, ToldAccount } from '../../model/sighting.ts';
import { toParent, toPost, toSighting, toUnreadable } from './readings.ts';
import { COMMENT_LISTS, EMBEDDED, POST_LISTS, REPLY_LISTS, REPOST_LIST, USER_ANSWERS } from './selectors.ts';
import { isTiktok, toAccount } from './urls.ts';

type Json = Record<string, unknown>;

export const wire = { paths: [COMMENT_LISTS, REPOST_LIST, ...POST_LISTS, ...USER_ANSWERS], embedded: EMBEDDED } as const;

/** Reads one exchange of TikTok's own pages; [] for anything else. */
export function readWire(exchange: Exchange): Reading[] {
  const path = exchange.url.pathname.replace(/\/?$/, '/');
  const embedded = exchange.via === 'embedded';
  const comments = path.includes(COMMENT_LISTS);
  if (!isTiktok(exchange.url) || !(embedded || comments || path === REPOST_LIST || [...POST_LISTS, ...USER_ANSWERS].includes(path)))
    return [];
  // An empty answer is how the site refuses a request: nothing was cut.
  if (exchange.body.trim() === '') return [];
  let answer: Json | null;
  try {
    answer = toObject(parseJson(exchange.body));
  } catch {
    return [toUnreadable('wire', 'payload', ['json'])];
  }
  if (answer === null) return [];
  if (embedded) return readEmbedded(answer);
  if (comments) return readComments(answer, exchange.variables, path.includes(REPLY_LISTS));
  if (path === REPOST_LIST) return readReposts(answer, exchange.variables);
  if (USER_ANSWERS.includes(path)) return readAccounts(answer);
  return itemsOf(answer).map((item) => readPost(item));
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** An id as the site writes it; "0" and "" stand for none. */
function idOf(value: unknown): string | null {
  const text = toText(value);
  return text === null || text === '0' ? null : text;
}

/** Seconds since 1970 as ISO, or null where the number is none of the site's. */
function timeOf(value: unknown): string | null {
  const seconds = Number(toText(value) ?? Number.NaN);
  return Number.isInteger(seconds) && seconds > 1_400_000_000 && seconds < 10_000_000_000 ? new Date(seconds * 1000).toISOString() : null;
}

/** A person: lists of comments write uid and unique_id, lists of videos id and uniqueId. */
function accountOf(user: unknown): Account | null {
  const id = idOf(at(user, 'uid')) ?? idOf(at(user, 'id'));
  const handle = toText(at(user, 'unique_id')) ?? toText(at(user, 'uniqueId'));
  return id === null && handle === null ? null : toAccount(id, handle, toText(at(user, 'nickname')));
}

/** Accounts tagged in a text: entries without a person are hashtags. */
function tagsOf(holder: Json, text: string | null): Account[] {
  return listOf(holder['text_extra'] ?? holder['textExtra']).flatMap((entry) => {
    const id = idOf(at(entry, 'user_id')) ?? idOf(at(entry, 'userId'));
    const handle = toText(at(entry, 'user_unique_id')) ?? toText(at(entry, 'userUniqueId'));
    if (id === null && handle === null) return [];
    const [start, end] = [Number(at(entry, 'start')), Number(at(entry, 'end'))];
    const shown = text === null || !(end > start) ? '' : text.slice(start, end).trim();
    return [toAccount(id, handle, shown === '' ? null : shown)];
  });
}

interface Known {
  readonly author: Account | null;
  readonly text: string | null;
}

function readComments(answer: Json, asked: Exchange['variables'], replies: boolean): Reading[] {
  const askedParent = replies ? idOf(asked['comment_id']) : null;
  // Some answers bring a comment's first replies along, inside it.
  const all = listOf(answer['comments']).flatMap((comment) => [comment, ...listOf(at(comment, 'reply_comment'))]);
  const comments = all
    .map(toObject)
    .filter((comment) => comment !== null && (comment['cid'] !== undefined || comment['user'] !== undefined)) as Json[];
  const known = new Map<string, Known>();
  for (const comment of comments) {
    const id = idOf(comment['cid']);
    if (id !== null) known.set(id, { author: accountOf(comment['user']), text: toText(comment['text']) });
  }
  const askedPost = idOf(asked['aweme_id']) ?? idOf(asked['item_id']);
  const readings = comments.map((comment) => readComment(comment, askedPost, askedParent, known));
  const postId = askedPost ?? idOf(comments[0]?.['aweme_id']);
  const total = answer['total'];
  const more = answer['has_more'];
  if (postId === null || !Array.isArray(answer['comments'])) return readings;
  const parents = new Set(listOf(answer['comments']).map((comment) => idOf(at(comment, 'reply_id'))));
  const parentId = askedParent ?? (parents.size === 1 ? ([...parents][0] ?? null) : null);
  const listing: Listing = {
    kind: 'listing',
    platform: 'tiktok',
    source: 'wire',
    action: parentId === null ? 'comment' : 'reply',
    post: parentId === null ? toPost(postId) : toParent(parentId, known.get(parentId)?.author ?? null, known.get(parentId)?.text ?? null),
    total: typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : null,
    filtered: null,
    filterShown: null,
    more: more === 1 || more === true ? true : more === 0 || more === false ? false : null,
  };
  return [...readings, listing];
}

function readComment(comment: Json, askedPost: string | null, askedParent: string | null, known: ReadonlyMap<string, Known>): Reading {
  const id = idOf(comment['cid']);
  const actor = accountOf(comment['user']);
  const postId = idOf(comment['aweme_id']) ?? askedPost;
  if (id === null || actor === null || postId === null) {
    const missing = [...(id === null ? ['id'] : []), ...(actor === null ? ['author'] : []), ...(postId === null ? ['post'] : [])];
    return toUnreadable('wire', 'comment', missing, id);
  }
  const root = idOf(comment['reply_id']) ?? askedParent;
  const parentId = idOf(comment['reply_to_reply_id']) ?? root;
  const post = toPost(postId);
  const parent =
    parentId === null || parentId === id
      ? null
      : toParent(parentId, known.get(parentId)?.author ?? null, known.get(parentId)?.text ?? null);
  const text = toText(comment['text']);
  return toSighting('wire', {
    action: root === null && parentId === null ? 'comment' : 'reply',
    actor,
    post: parent ?? post,
    thread: parent === null ? null : post,
    itemId: id,
    text,
    tags: tagsOf(comment, text),
    at: timeOf(comment['create_time']),
  });
}

function itemsOf(answer: unknown): Json[] {
  const single = toObject(at(answer, 'itemInfo', 'itemStruct'));
  const list = at(answer, 'itemList') ?? at(answer, 'items');
  return [...(single === null ? [] : [single]), ...listOf(list).map(toObject)].filter((item) => item !== null);
}

function targetOf(item: Json) {
  const id = idOf(item['id']);
  // Until 2023 the first screen wrote the author's handle in place, with id and name beside it.
  const flat =
    typeof item['author'] === 'string' ? toAccount(idOf(item['authorId']), toText(item['author']), toText(item['nickname'])) : null;
  const author = flat ?? accountOf(item['author']);
  const text = toText(item['desc']);
  return { id, author, text };
}

function readPost(item: Json): Reading {
  const { id, author, text } = targetOf(item);
  if (id === null || author === null)
    return toUnreadable('wire', 'post', [...(id === null ? ['id'] : []), ...(author === null ? ['author'] : [])], id);
  return toSighting('wire', {
    action: 'post',
    actor: author,
    post: toPost(id, author, text),
    text,
    tags: tagsOf(item, text),
    at: timeOf(item['createTime']),
    promoted: item['isAd'] === true,
  });
}

/** Reposts: the sharer is whoever's list was asked for; the item's author and time are the original's. */
function readReposts(answer: Json, asked: Exchange['variables']): Reading[] {
  const items = itemsOf(answer);
  if (items.length === 0) return [];
  const sharer = idOf(asked['userId']) ?? idOf(asked['secUid']);
  if (sharer === null) return [toUnreadable('wire', 'share', ['author'])];
  return items.map((item) => {
    const { id, author, text } = targetOf(item);
    if (id === null) return toUnreadable('wire', 'share', ['post']);
    return toSighting('wire', { action: 'share', actor: toAccount(sharer, null, null), post: toPost(id, author, text) });
  });
}

/** What an answer says of accounts by themselves: whose profile it is, or who stands in the list. No act is read from it. */
function readAccounts(answer: unknown): ToldAccount[] {
  const users = [at(answer, 'userInfo', 'user'), ...listOf(at(answer, 'userList')).map((row) => at(row, 'user'))];
  return users.flatMap((user) => {
    const account = accountOf(user);
    return account === null || account.id === null || account.handle === null
      ? []
      : [{ kind: 'account', platform: 'tiktok', source: 'wire', account }];
  });
}

function readEmbedded(answer: Json): Reading[] {
  const scopes = Object.values(toObject(answer['__DEFAULT_SCOPE__']) ?? {});
  const older = Object.values(toObject(answer['ItemModule']) ?? {})
    .map(toObject)
    .filter((item) => item !== null);
  const posts = [...scopes.flatMap(itemsOf), ...older].filter((item) => item['id'] !== undefined).map(readPost);
  return [...posts, ...scopes.flatMap(readAccounts)];
}
