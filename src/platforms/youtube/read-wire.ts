// Request + answer -> readings. The answer states what its comments belong to; the request is asked second; the
// page's address never.
import { at, parseJson, toObject, toText } from '../../lib/json.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { postOfToken } from './continuation.ts';
import { toPost, toPostSighting, toUnreadable } from './readings.ts';
import { KEYS } from './selectors.ts';
import { isYoutube, parseProfile, toAccount } from './urls.ts';
import { readComments } from './wire-comments.ts';
import { accountFrom, tagsFrom, textFrom } from './wire-text.ts';

type Json = Record<string, unknown>;

export const wire = {
  paths: ['/youtubei/v1/next', '/youtubei/v1/browse', '/youtubei/v1/player'],
  // The first screen stands in a plain script; which one is told by how its text begins. Last seen 2026-08.
  embedded: 'script:not([src]):not([type])',
} as const;

const EMBEDDED = /^\s*(?:var\s+|window\s*\[\s*["'])(?:ytInitialData|ytInitialPlayerResponse)(?:["']\s*\])?\s*=\s*(?=\{)/;

/** Reads one exchange of YouTube's own pages; [] for anything else. */
export function readWire(exchange: Exchange): Reading[] {
  const body = bodyOf(exchange);
  if (body === null) return [];
  let answer: Json | null;
  try {
    answer = toObject(parseJson(body));
  } catch {
    return [toUnreadable('wire', 'payload', ['json'])];
  }
  if (answer === null) return [];
  const asked = postOfToken(exchange.variables['continuation']) ?? toText(exchange.variables['videoId']);
  const { readings, hasPosts } = readComments(answer, asked);
  const posts: Reading[] = [];
  if (hasPosts) collectPosts(answer, posts);
  return [...readPlayed(answer), ...readWatched(answer), ...posts, ...readings];
}

function bodyOf(exchange: Exchange): string | null {
  if (exchange.via !== 'embedded') {
    const wanted = isYoutube(exchange.url) && wire.paths.some((path) => exchange.url.pathname.includes(path));
    // An empty answer is a request that was called off: nothing was cut.
    return wanted && exchange.body.trim() !== '' ? exchange.body.replace(/^\)\]\}'/, '') : null;
  }
  const start = EMBEDDED.exec(exchange.body);
  return start === null ? null : firstObject(exchange.body.slice(start[0].length));
}

/** The JSON object a text begins with; the whole text where the object does not end. */
function firstObject(text: string): string {
  let depth = 0;
  for (const token of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gs)) {
    if (token[0] === '{') depth++;
    else if (token[0] === '}' && --depth === 0) return text.slice(0, token.index + 1);
  }
  return text;
}

/** What the player was told of the video it plays, shorts included. It states an exact time where it has one. */
function readPlayed(answer: Json): Reading[] {
  const details = toObject(answer['videoDetails']);
  if (details === null) return [];
  const facts = at(answer, 'microformat', 'playerMicroformatRenderer');
  const id = toText(details['videoId']);
  const channelId = toText(details['channelId']);
  const owner = parseProfile(toText(at(facts, 'ownerProfileUrl')));
  const stated = toText(at(facts, 'externalChannelId'));
  // The two blocks have to speak of one channel.
  const handle = channelId !== null && stated === channelId && owner?.url?.includes('/@') ? owner.handle : null;
  if (id === null || channelId === null)
    return [toUnreadable('wire', 'post', [...(id === null ? ['id'] : []), ...(channelId === null ? ['author'] : [])], { postId: id })];
  const text = [toText(details['title']), toText(details['shortDescription'])].filter((part) => part !== null).join('\n');
  const time = toText(at(facts, 'uploadDate')) ?? '';
  const exact = /T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(Date.parse(time)) ? new Date(time).toISOString() : null;
  const found = {
    id,
    author: toAccount(channelId, handle, toText(details['author'])),
    text: text === '' ? null : text,
    tags: [],
    shownAt: null,
    original: null,
  };
  return [{ ...toPostSighting(found, 'wire'), at: exact }];
}

/** The video that a watch page shows: stated apart from its owner, in one answer. */
function readWatched(answer: Json): Reading[] {
  const blocks = at(answer, 'contents', 'twoColumnWatchNextResults', 'results', 'results', 'contents');
  if (!Array.isArray(blocks)) return [];
  const primary = blocks.map((block) => toObject(at(block, 'videoPrimaryInfoRenderer'))).find((block) => block !== null);
  const secondary = blocks.map((block) => toObject(at(block, 'videoSecondaryInfoRenderer'))).find((block) => block !== null);
  const id = toText(at(answer, 'currentVideoEndpoint', 'watchEndpoint', 'videoId'));
  const owner = at(secondary, 'owner', 'videoOwnerRenderer');
  if (primary === undefined && secondary === undefined) return [];
  const name = textFrom(at(owner, 'title'));
  const author =
    accountFrom(at(owner, 'navigationEndpoint'), name) ?? accountFrom(at(owner, 'title', 'runs', 0, 'navigationEndpoint'), name);
  if (id === null || author === null)
    return [toUnreadable('wire', 'post', [...(id === null ? ['id'] : []), ...(author === null ? ['author'] : [])], { postId: id })];
  const description = at(secondary, 'attributedDescription') ?? at(secondary, 'description');
  const text = [textFrom(at(primary, 'title')), textFrom(description)].filter((part) => part !== null && part !== '').join('\n');
  const shownAt = textFrom(at(primary, 'dateText'));
  return [toPostSighting({ id, author, text: text === '' ? null : text, tags: tagsFrom(description), shownAt, original: null }, 'wire')];
}

function collectPosts(node: object, found: Reading[]): void {
  if (Array.isArray(node)) {
    for (const child of node) if (typeof child === 'object' && child !== null) collectPosts(child as object, found);
    return;
  }
  const object = node as Json;
  const shared = toObject(object[KEYS.sharedPost]);
  if (shared !== null) {
    found.push(readShared(shared));
    return;
  }
  for (const key of KEYS.post) {
    const post = toObject(object[key]);
    if (post === null) continue;
    found.push(readPost(post));
    return;
  }
  for (const key in object) {
    const child = object[key];
    if (typeof child === 'object' && child !== null && key !== 'frameworkUpdates' && key !== 'responseContext') collectPosts(child, found);
  }
}

function readPost(post: Json): Reading {
  const target = postTarget(post);
  if (target.id === null || target.author === null)
    return toUnreadable('wire', 'post', [...(target.id === null ? ['id'] : []), ...(target.author === null ? ['author'] : [])], {
      postId: target.id,
    });
  const shownAt = textFrom(at(post, 'publishedTimeText'));
  return toPostSighting(
    { id: target.id, author: target.author, text: target.text, tags: tagsFrom(at(post, 'contentText')), shownAt, original: null },
    'wire',
  );
}

function postTarget(post: unknown): Target {
  const id = toText(at(post, 'postId'));
  const author = accountFrom(at(post, 'authorEndpoint'), textFrom(at(post, 'authorText')));
  const text = textFrom(at(post, 'contentText'));
  return id === null ? { id: null, otherIds: [], url: null, author, text } : toPost(id, author, text);
}

function readShared(shared: Json): Reading {
  const id = toText(shared['postId']);
  const name = textFrom(shared['displayName']);
  const author = accountFrom(shared['endpoint'], name) ?? accountFrom(at(shared, 'displayName', 'runs', 0, 'navigationEndpoint'), name);
  const original = at(shared, 'originalPost', KEYS.post[0]) ?? at(shared, 'originalPost', KEYS.post[1]);
  const target = postTarget(original);
  if (id === null || author === null || target.id === null) {
    const missing = [...(id === null ? ['id'] : []), ...(author === null ? ['author'] : []), ...(target.id === null ? ['original'] : [])];
    return toUnreadable('wire', 'share', missing, { postId: id });
  }
  const text = textFrom(shared['content']);
  return toPostSighting(
    { id, author, text, tags: tagsFrom(shared['content']), shownAt: textFrom(shared['publishedTimeText']), original: target },
    'wire',
  );
}
