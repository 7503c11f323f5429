// Comments of a payload. Where an item stands in the lists says what it answers; its facts stand in place (older
// shape) or in the entities (since 2024).
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Reading } from '../../model/sighting.ts';
import { postOfToken } from './continuation.ts';
import { type Comment, toParent, toPost, toSighting, toUnreadable } from './readings.ts';
import { KEYS, REPLIES_TARGET } from './selectors.ts';
import { parseUrl, rootOf, toAccount } from './urls.ts';
import { readLists } from './wire-lists.ts';
import { accountFrom, tagsFrom, textFrom } from './wire-text.ts';

type Json = Record<string, unknown>;

/** One comment in the lists: `parentId` is the comment it stands under, undefined where the payload shows none. */
interface Place {
  readonly key: string | null;
  readonly id: string | null;
  readonly parentId: string | undefined;
  readonly inPlace: Json | null;
}

interface Facts {
  readonly id: string | null;
  readonly author: Account | null;
  readonly text: string | null;
  readonly tags: readonly Account[];
  readonly shownAt: string | null;
  readonly level: number | null;
  readonly postId: string | null;
}

/** What one walk through an answer finds. */
interface Found {
  readonly places: Place[];
  readonly tokens: Set<unknown>;
  /** Community posts stand in it somewhere. */
  hasPosts: boolean;
}

/** Every comment and reply of an answer, what its lists say of themselves, and whether community posts stand in it as well. */
export function readComments(answer: Json, asked: string | null): { readings: Reading[]; hasPosts: boolean } {
  const entities = new Map<string, Json>();
  /** Which video or post a comment belongs to, by its own permalink. */
  const posts = new Map<string, string | null>();
  const mutations = at(answer, 'frameworkUpdates', 'entityBatchUpdate', 'mutations');
  for (const mutation of Array.isArray(mutations) ? mutations : []) {
    // Most are neither: states of buttons, words of menus.
    const payload = toObject(mutation?.payload);
    const entity = toObject(payload?.[KEYS.entity]);
    const surface = toObject(payload?.[KEYS.surface]);
    if (entity !== null) {
      const key = toText(mutation.entityKey) ?? toText(entity['key']) ?? toText(surface?.['key']);
      if (key !== null) entities.set(key, entity);
    }
    const address = surface === null ? null : parseAddress(at(surface, 'publishedTimeCommand', 'innertubeCommand'));
    if (address !== null && address.commentId !== null) posts.set(address.commentId, address.postId);
  }
  const found: Found = { places: [], tokens: new Set(), hasPosts: false };
  collect(answer, undefined, found);
  const { places, tokens, hasPosts } = found;
  const placed = new Set(places.map((place) => place.key));
  for (const key of entities.keys()) if (!placed.has(key)) places.push({ key, id: null, parentId: undefined, inPlace: null });
  if (places.length === 0) return { readings: [], hasPosts };
  let decoded: string | null | undefined;
  // Asked for only where no comment names its post itself: every thread has a token.
  const stated = () => {
    if (decoded === undefined) decoded = only([...tokens].map(postOfToken)) ?? asked;
    return decoded;
  };
  const facts = places.map((place) => factsOf(place, place.key === null ? null : (entities.get(place.key) ?? null), posts));
  const byId = new Map(
    facts.flatMap((fact) =>
      fact.id !== null && fact.author !== null ? [[fact.id, { author: fact.author, text: fact.text }] as const] : [],
    ),
  );
  const readings = places.map((place, index) => toReading(place, facts[index] as Facts, stated, byId));
  const shown = only(readings.map((reading) => (reading.kind === 'sighting' ? (reading.thread ?? reading.post).id : null)));
  return { readings: [...readings, ...readLists(answer, shown ?? stated())], hasPosts };
}

/** The one value that all who state one agree on, or null. */
function only(values: readonly (string | null)[]): string | null {
  const stated = [...new Set(values.filter((value) => value !== null))];
  return stated.length === 1 ? (stated[0] ?? null) : null;
}

const POSTS: readonly string[] = [KEYS.sharedPost, ...KEYS.post];
/** Texts, pictures and the site's own bookkeeping: most of an answer, and never around an item. */
const INERT: ReadonlySet<string> = new Set([
  'accessibility',
  'accessibilityData',
  'customEmojis',
  'frameworkUpdates',
  'icon',
  'loggingDirectives',
  'rendererContext',
  'responseContext',
  'runs',
  'thumbnails',
  'webCommandMetadata',
]);
const TELLING: ReadonlySet<string> = new Set([KEYS.viewModel, KEYS.renderer, 'comment', 'continuationCommand', 'targetId', ...POSTS]);

/** One look at the keys that are there is much cheaper than asking for each that is not. */
function mayTell(object: Json): boolean {
  for (const key in object) if (TELLING.has(key)) return true;
  return false;
}

function collect(node: unknown, parentId: string | undefined, found: Found): void {
  if (Array.isArray(node)) {
    for (const child of node) if (typeof child === 'object' && child !== null) collect(child, parentId, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const object = node as Json;
  if (!mayTell(object)) {
    for (const key in object) {
      const child = object[key];
      if (typeof child === 'object' && child !== null && !INERT.has(key)) collect(child, parentId, found);
    }
    return;
  }
  found.hasPosts ||= POSTS.some((key) => object[key] !== undefined);
  const command = object['continuationCommand'];
  const token = command === undefined ? undefined : at(command, 'token');
  if (token !== undefined) found.tokens.add(token);
  const targetId = object['targetId'];
  const listed = targetId === undefined ? parentId : (REPLIES_TARGET.exec(toText(targetId) ?? '')?.[1] ?? parentId);
  let own: string | null = null;
  const comment = object['comment'];
  for (const holder of comment === undefined ? [object] : [object, toObject(comment)]) {
    const model = toObject(at(holder, KEYS.viewModel, KEYS.viewModel)) ?? toObject(holder?.[KEYS.viewModel]);
    const inPlace = toObject(holder?.[KEYS.renderer]);
    if (model === null && inPlace === null) continue;
    own = toText(model?.['commentId']) ?? toText(inPlace?.['commentId']);
    found.places.push({ key: toText(model?.['commentKey']), id: own, parentId: listed, inPlace });
  }
  for (const key in object) {
    const child = object[key];
    if (typeof child !== 'object' || child === null) continue;
    if (key === KEYS.viewModel || key === KEYS.renderer || key === 'comment' || INERT.has(key)) continue;
    // What stands in a thread's `replies` answers the thread's own comment.
    collect(child, key === 'replies' && own !== null ? own : listed, found);
  }
}

function factsOf(place: Place, entity: Json | null, posts: ReadonlyMap<string, string | null>): Facts {
  if (place.inPlace !== null) {
    const endpoint = at(place.inPlace, 'authorEndpoint');
    const time = at(place.inPlace, 'publishedTimeText');
    const address = parseAddress(at(time, 'runs', 0, 'navigationEndpoint'));
    return {
      id: place.id,
      author: accountFrom(endpoint, textFrom(at(place.inPlace, 'authorText'))),
      text: textFrom(at(place.inPlace, 'contentText')),
      tags: tagsFrom(at(place.inPlace, 'contentText')),
      shownAt: textFrom(time),
      level: null,
      postId: address !== null && (address.commentId === null || address.commentId === place.id) ? address.postId : null,
    };
  }
  const id = toText(at(entity, 'properties', 'commentId'));
  const level = at(entity, 'properties', 'replyLevel');
  return {
    // The list and the entity have to name the same comment, else neither is believed.
    id: place.id !== null && id !== null && place.id !== id ? null : (id ?? place.id),
    author: entityAuthor(at(entity, 'author')),
    text: textFrom(at(entity, 'properties', 'content')),
    tags: tagsFrom(at(entity, 'properties', 'content')),
    shownAt: toText(at(entity, 'properties', 'publishedTime')),
    level: typeof level === 'number' ? level : null,
    postId: id === null ? null : (posts.get(id) ?? null),
  };
}

function entityAuthor(author: unknown): Account | null {
  const id = toText(at(author, 'channelId'));
  const shown = toText(at(author, 'displayName'));
  const linked = accountFrom(at(author, 'channelCommand', 'innertubeCommand'), shown);
  if (id !== null && linked !== null && linked.id !== null && linked.id !== id) return null;
  const handle = linked?.handle ?? (shown !== null && /^@\S+$/.test(shown) ? shown.slice(1) : null);
  return id === null && handle === null ? null : toAccount(id ?? linked?.id ?? null, handle, shown);
}

/** As nearly all are written; parsing them as URLs took longer than all else that is read. */
const PERMALINK = /^\/watch\?v=([\w-]{6,})&lc=([\w-]{6,}(?:\.[\w-]+)?)$/;

function parseAddress(command: unknown): { postId: string | null; commentId: string | null } | null {
  const address = toText(at(command, 'commandMetadata', 'webCommandMetadata', 'url'));
  const plain = address === null ? null : PERMALINK.exec(address);
  if (plain !== null) return { postId: plain[1] as string, commentId: plain[2] as string };
  const url = address === null ? null : URL.parse(address, 'https://www.youtube.com');
  const place = url === null ? null : parseUrl(url);
  if (place !== null && place.postId !== null) return place;
  const video = toText(at(command, 'watchEndpoint', 'videoId'));
  return video === null ? null : { postId: video, commentId: null };
}

function toReading(
  place: Place,
  facts: Facts,
  stated: () => string | null,
  known: ReadonlyMap<string, { author: Account; text: string | null }>,
): Reading {
  const postId = facts.postId ?? stated();
  const { id, author } = facts;
  if (id === null || author === null || postId === null) {
    const missing = [...(id === null ? ['id'] : []), ...(author === null ? ['author'] : []), ...(postId === null ? ['post'] : [])];
    return toUnreadable('wire', 'comment', missing, { id: id ?? place.id, postId });
  }
  const parentId = parentOf(id, place.parentId, facts.level);
  const comment: Comment = { id, postId, author, text: facts.text, tags: facts.tags, shownAt: facts.shownAt, parentId };
  return toSighting(comment, 'wire', toPost(postId), parentId === null ? null : toParent(postId, parentId, known.get(parentId) ?? null));
}

/** A reply's parent, or null where it is not stated. A reply's id begins with its top comment, not with its parent. */
function parentOf(id: string, standsUnder: string | undefined, level: number | null): string | null {
  const root = rootOf(id);
  if (root === null) return null;
  if (standsUnder === undefined) return level === null || level <= 1 ? root : null;
  if (standsUnder === root) return level === null || level <= 1 ? root : null;
  return rootOf(standsUnder) === root && standsUnder !== id && (level === null || level >= 2) ? standsUnder : null;
}
