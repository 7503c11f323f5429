// The parts that every Instagram payload is made of: accounts, and which post a request was about.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Target } from '../../model/sighting.ts';
import { toPost } from './readings.ts';
import { isHandle, parseUrl, profileUrl } from './urls.ts';

export type Dict = Record<string, unknown>;

/** A whole number as digits; `3377_52` (media and owner) gives the first. */
export function toId(value: unknown): string | null {
  return /^(\d+)(?:_\d+)?$/.exec(toText(value) ?? '')?.[1] ?? null;
}

/** An account, from its own fields only; null where neither id nor handle is there. */
export function toAccount(value: unknown): Account | null {
  const user = toObject(value);
  if (user === null) return null;
  const id = toId(user['pk']) ?? toId(user['pk_id']) ?? toId(user['id']) ?? toId(user['strong_id__']);
  const username = toText(user['username']);
  // Recorded 2026-06: a display name ("AI Generator") in the field of the handle.
  const handle = username !== null && isHandle(username) ? username : null;
  if (id === null && handle === null) return null;
  return {
    id,
    handle,
    name: toText(user['full_name']) ?? (handle === null ? username : null),
    url: handle === null ? null : profileUrl(handle),
  };
}

/** A key without what mobile clients put around it: `1$fetch__XDTUserDict(id:$id)`. */
export function plainKey(key: string): string {
  const bare = key.includes('$') ? key.replace(/^\d+\$/, '') : key;
  const end = bare.indexOf('(');
  return end < 0 ? bare : bare.slice(0, end);
}

export function listIn(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The nodes of a connection, whether under `edges` or bare. */
export function nodesOf(connection: unknown): unknown[] {
  const edges = at(connection, 'edges');
  if (Array.isArray(edges)) return edges.map((edge) => at(edge, 'node') ?? edge);
  return listIn(connection, 'nodes');
}

/** The id a REST path names: `/api/v1/media/ID/comments/CID/child_comments/`. */
export function pathParts(url: URL): { mediaId: string | null; route: string | null; commentId: string | null; userId: string | null } {
  const media = /\/media\/(\d+)(?:_\d+)?\/([a-z_]+)(?:\/(\d+))?/.exec(url.pathname);
  const user = /\/friendships\/(\d+)\/(followers|following)\b/.exec(url.pathname);
  return { mediaId: media?.[1] ?? null, route: media?.[2] ?? user?.[2] ?? null, commentId: media?.[3] ?? null, userId: user?.[1] ?? null };
}

/**
 * The post that a list belongs to, from what was asked for; null where the request does not say. A block inside the
 * document was asked for by the document's own address.
 */
export function askedPost(exchange: Exchange): Target | null {
  const { variables } = exchange;
  const asked = pathParts(exchange.url);
  const id = toId(variables['media_id']) ?? toId(variables['mediaId']) ?? (asked.route === 'comment_likers' ? null : asked.mediaId);
  const code = toText(variables['shortcode']) ?? toText(variables['code']);
  if (id !== null || code !== null) return toPost({ id, code });
  const place = exchange.via === 'embedded' ? parseUrl(exchange.url) : null;
  return place?.postId === undefined || place.postId === null ? null : toPost({ code: place.postId, author: place.account });
}
