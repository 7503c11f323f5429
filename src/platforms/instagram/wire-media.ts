// One post of a payload, from its own fields only: recommendations and originals inside it lend it nothing.
import { at, toObject, toText } from '../../lib/json.ts';
import { isoOfSeconds } from '../../lib/stated-time.ts';
import type { Account } from '../../model/account.ts';
import type { Reading, Target } from '../../model/sighting.ts';
import { toListing, toPost, toSighting, toUnreadable } from './readings.ts';
import { type Dict, listIn, nodesOf, toAccount, toId } from './wire-parts.ts';

/** Is this object a post: a numeric id, a short code, and a place for its author? */
export function isMedia(found: Dict): boolean {
  return idOf(found) !== null && codeIn(found) !== null && ('user' in found || 'owner' in found);
}

const idOf = (media: Dict) => toId(media['pk']) ?? toId(media['id']);
const codeIn = (media: Dict) => toText(media['code']) ?? toText(media['shortcode']);

/** Who posted; the owner's fuller record is taken only where it is the same account. */
function authorOf(media: Dict): Account | null {
  const user = toAccount(media['user']);
  const owner = toAccount(media['owner']);
  if (user === null || owner === null) return user ?? owner;
  return user.id === owner.id
    ? { id: user.id, handle: user.handle ?? owner.handle, name: user.name ?? owner.name, url: user.url ?? owner.url }
    : user;
}

function wordsOf(media: Dict): string | null {
  return (
    toText(at(media, 'caption', 'text')) ??
    toText(media['caption']) ??
    toText(at(media, 'edge_media_to_caption', 'edges', 0, 'node', 'text'))
  );
}

/** The post as a target. */
export function mediaTarget(media: Dict): Target {
  return toPost({ id: idOf(media), code: codeIn(media), author: authorOf(media), text: wordsOf(media) });
}

/** Accounts tagged in the picture and those that put their name to the post beside the author. */
function tagsOf(media: Dict): Account[] {
  const tagged = [
    ...listIn(media, 'usertags', 'in').map((tag) => at(tag, 'user')),
    ...nodesOf(media['edge_media_to_tagged_user']).map((tag) => at(tag, 'user')),
    ...listIn(media, 'coauthor_producers'),
  ];
  const accounts = tagged.map(toAccount).filter((account) => account !== null);
  return accounts
    .filter((account, position) => accounts.findIndex((other) => other.id === account.id && other.handle === account.handle) === position)
    .slice(0, 200);
}

function isPromoted(media: Dict): boolean {
  return (
    media['is_ad'] === true ||
    toText(media['ad_id']) !== null ||
    toObject(media['injected']) !== null ||
    toObject(media['ad_metadata']) !== null
  );
}

/** The post as a reading, and whether its owner hides the count of likes. */
export function readMedia(media: Dict): Reading[] {
  const post = mediaTarget(media);
  if (post.author === null) return [toUnreadable('wire', 'post', ['author'], post.id, post.url)];
  const seen = toSighting('wire', {
    action: 'post',
    actor: post.author,
    post,
    text: post.text,
    tags: tagsOf(media),
    at: isoOfSeconds(media['taken_at'] ?? media['taken_at_timestamp']),
    promoted: isPromoted(media),
  });
  const hidden = media['like_and_view_counts_disabled'] === true;
  return hidden ? [seen, toListing('wire', 'like', post, { filterShown: 'like_and_view_counts_disabled' })] : [seen];
}
