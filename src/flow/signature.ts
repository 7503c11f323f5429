import type { Sighting } from '../model/sighting.ts';

/** What tells one act from another, and an item's new words from its old ones. */
export function signatureOf({ action, reaction, actor, item, post, text }: Sighting): string {
  return JSON.stringify([action, reaction, actor.id, actor.handle, item.id, post.id, post.url, text]);
}
