// One name for one act, so that the same act seen twice is one finding.
import { sha256 } from '../lib/hash.ts';
import type { Account, SiteId } from '../model/account.ts';
import { handleKey, idKey } from '../model/account-key.ts';
import type { Sighting } from '../model/sighting.ts';
import { type Ids, idsOf, toPlainUrl } from './same.ts';

/**
 * SHA-256 (64 hex digits) over platform, action, actor, and the act's own item, or its target where the act has no item.
 * Which reaction a like is does not count: a reaction that was changed stays one act.
 *
 * Limits: an actor known by handle only and the same actor known by id give two names, and so do an item known only by an opaque
 * id (pfbid…) and the same item known by its number. Join the two eyes (joinEyes) before naming. Two comments without id and
 * address on one post are told apart by their words, so one that the site shows cut off gets another name when it is unfolded.
 */
export async function findingId(sighting: Sighting): Promise<string> {
  const { platform, action } = sighting;
  const own = itemKey(sighting.item);
  const target = action === 'follow' ? accountKey(platform, sighting.post.author) : null;
  const about = own ?? [target ?? itemKey(sighting.post) ?? unnamed(sighting), plain(sighting.text)];
  return sha256(JSON.stringify(['netra-finding-1', platform, action, accountKey(platform, sighting.actor), about]));
}

function accountKey(platform: SiteId, account: Account | null): string | null {
  if (account === null) return null;
  if (account.id !== null) return idKey(platform, account.id);
  return account.handle === null ? null : handleKey(platform, account.handle);
}

/** Numbers first: they are the ids that both eyes can know and that do not rotate. */
function itemKey(item: Ids): string[] | null {
  const numbers = idsOf(item).filter((id) => /^\d+$/.test(id));
  const id = item.id !== null && numbers.includes(item.id) ? item.id : (numbers.sort()[0] ?? item.id ?? item.otherIds[0]);
  if (id !== undefined) return ['id', id];
  return item.url === null ? null : ['url', toPlainUrl(item.url)];
}

function unnamed(sighting: Sighting): (string | null)[] {
  return ['unnamed', accountKey(sighting.platform, sighting.post.author), plain(sighting.post.text)];
}

function plain(text: string | null): string | null {
  return text === null ? null : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
