// Request and answer to readings: finds the known containers, and hands each to the reader of its shape.
import { looksWhole, parseJsonDocuments, toObject } from '../../lib/json.ts';
import { placeStreamed, walkObjects } from '../../lib/walk.ts';
import type { Exchange, PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { readToldAccount, toUnreadable } from './readings.ts';
import { keys, unrelated, wirePaths } from './selectors.ts';
import { hasRestComments, readConnection, readParentComments, readRestComments, readThreaded } from './wire-comments.ts';
import { readFollows, readLikers, readReposts } from './wire-lists.ts';
import { isMedia, mediaTarget, readMedia } from './wire-media.ts';
import { type Dict, nodesOf, pathParts, plainKey, toAccount } from './wire-parts.ts';

/** Keys of an object, one of which every known container has unless its own key tells it. */
const TELLING: ReadonlySet<string> = new Set([
  ...[keys.likersNew, keys.repostTimeline, keys.reposts, keys.parentComments, keys.flatComments, keys.threadedComments],
  ...[keys.likedBy, keys.followers, keys.following, keys.profile, 'comments', 'child_comments', 'preview_comments', 'code', 'shortcode'],
]);
/** Keys under which a container stands. */
const ENDINGS = [keys.comments, keys.likersOld, 'comment_likers'];
const SHORT = ['comments', '"code"', 'shortcode"', 'likers', 'repost', 'edge_'];
/** Most blocks of a page hold settings: a text without any of these names nothing that is read, and is not even parsed. */
const NAMES = [...SHORT, ...[...TELLING, ...ENDINGS].filter((name) => !SHORT.some((part) => `"${name}"`.includes(part)))];

function mayTell({ body, url }: Exchange): boolean {
  if (NAMES.some((name) => body.includes(name)) || !looksWhole(body)) return true;
  // Lists of accounts that the address alone names.
  return pathParts(url).route !== null && body.includes('"users"');
}

/** Reads one exchange. */
export function readWire(exchange: Exchange, _page: PageContext): Reading[] {
  if (!mayTell(exchange)) return [];
  const { documents, broken } = parseJsonDocuments(exchange.body);
  const readings: Reading[] = [];
  const visit = (found: Dict, given: string): boolean => {
    const key = isWrapped(given) ? plainKey(given) : given;
    return mayHold(found, key) ? readContainer(found, key, exchange, readings) : unrelated.has(key);
  };
  for (const document of documents) walkObjects(placeStreamed(document), visit);
  const listened = wirePaths.some((path) => exchange.url.pathname.includes(path)) || exchange.via === 'embedded';
  if (broken > 0 && listened) readings.push(toUnreadable('wire', 'payload', ['json']));
  return readings;
}

/** One look at the keys that are there is much cheaper than asking for each that is not. */
function mayHold(found: Dict, key: string): boolean {
  if (key === '' || key === keys.likedBy || ENDINGS.some((end) => key.endsWith(end))) return true;
  for (const name in found) if (TELLING.has(name) || isWrapped(name)) return true;
  return false;
}

/** `1$name(id:$id)`, as mobile clients write it. Settings are tables with numbers for names. */
function isWrapped(key: string): boolean {
  const first = key.charCodeAt(0);
  if (first >= 48 && first <= 57) return key.includes('$') || key.includes('(');
  return key.charCodeAt(key.length - 1) === 41;
}

/** Reads `found` if it is a known container; true where nothing inside it is to be visited. */
function readContainer(found: Dict, key: string, exchange: Exchange, readings: Reading[]): boolean {
  if (unrelated.has(key)) return true;
  if (keys.profile in found) readings.push(...readToldAccount(toAccount(found)));
  if (key.endsWith(keys.comments) && (Array.isArray(found['edges']) || Array.isArray(found['nodes']))) {
    readings.push(...readConnection(found, key, exchange));
    return true;
  }
  if (readListOfAccounts(found, key, exchange, readings)) return true;
  const timeline = toObject(fieldOf(found, keys.repostTimeline));
  const reposts = fieldOf(timeline ?? found, keys.reposts);
  if (Array.isArray(reposts)) {
    // Only the object directly around the timeline may name the profile: a viewer stands elsewhere in the same answer.
    readings.push(...readReposts(reposts, timeline === null ? null : toAccount(found), exchange));
    return true;
  }
  if (isMedia(found)) {
    const post = mediaTarget(found);
    readings.push(...readMedia(found), ...readParentComments(found, post, exchange));
    if (hasRestComments(found)) readings.push(...readRestComments(found, post, exchange));
    const likers = toObject(found[keys.likedBy]);
    if (likers !== null) readings.push(...readLikers(likers, { holder: found, key }, exchange));
    return true;
  }
  if (key === 'comment' && nodesOf(found[keys.threadedComments]).length > 0) {
    readings.push(...readThreaded(found, exchange));
    return true;
  }
  if (keys.parentComments in found || nodesOf(found[keys.flatComments]).length > 0) {
    readings.push(...readParentComments(found, null, exchange));
    return true;
  }
  if (hasRestComments(found)) {
    readings.push(...readRestComments(found, null, exchange));
    return true;
  }
  return false;
}

/** A field by its plain name, whatever a client put around it. */
function fieldOf(found: Dict, name: string): unknown {
  const direct = found[name];
  if (direct !== undefined && direct !== null) return direct;
  for (const key in found) if (key.length >= name.length && plainKey(key) === name) return found[key];
  return undefined;
}

function readListOfAccounts(found: Dict, key: string, exchange: Exchange, readings: Reading[]): boolean {
  const newer = fieldOf(found, keys.likersNew);
  if (newer !== undefined) {
    const connection = toObject(newer);
    // Since 2026 the same query answers null to some clients while the dialog shows names: told, not taken for an empty list.
    readings.push(
      ...(connection === null ? [toUnreadable('wire', 'list', ['likers'])] : readLikers(connection, { holder: found, key }, exchange)),
    );
    return !isMedia(found);
  }
  // Only the outermost object is what the address names.
  const route = key === '' ? pathParts(exchange.url).route : null;
  if (
    key.endsWith(keys.likersOld) ||
    key.endsWith('comment_likers') ||
    (key === '' && (route === 'likers' || route === 'comment_likers') && Array.isArray(found['users']))
  ) {
    readings.push(...readLikers(found, null, exchange));
    return true;
  }
  if (key === '' && (route === 'followers' || route === 'following') && Array.isArray(found['users'])) {
    readings.push(...readFollows(found, route, null, exchange));
    return true;
  }
  if (key === keys.likedBy) {
    readings.push(...readLikers(found, null, exchange));
    return true;
  }
  for (const [field, list] of [
    [keys.followers, 'followers'],
    [keys.following, 'following'],
  ] as const) {
    const connection = toObject(found[field]);
    if (connection !== null) readings.push(...readFollows(connection, list, toAccount(found), exchange));
  }
  return false;
}
