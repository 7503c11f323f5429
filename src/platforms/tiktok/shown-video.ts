// Which video a panel of comments belongs to. The address changes before the page does, so the page is asked first.
import { hrefOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { Target } from '../../model/sighting.ts';
import { toPost } from './readings.ts';
import * as select from './selectors.ts';
import { parseProfile, parseUrl } from './urls.ts';
import { lineOf } from './words.ts';

/** The post a comment stands below, or null where page and address do not agree on one. */
export function shownVideo(comment: Element, base: URL): Target | null {
  const addressed = parseUrl(base);
  const root = comment.getRootNode() as ParentNode;
  for (let around = comment.parentElement; around !== null; around = around.parentElement) {
    const boxes = new Set(
      [...around.querySelectorAll(select.BOX_LINK)].flatMap((link) => hrefOf(link, base)?.searchParams.get('group_id') ?? []),
    );
    const ids = new Set([...around.querySelectorAll(select.PLAYER)].map(playing).filter((id) => id !== null));
    if (boxes.size === 0 && ids.size === 0) continue;
    const id = boxes.size === 1 ? [...boxes][0] : ids.size === 1 ? [...ids][0] : addressed?.postId;
    const players = [...root.querySelectorAll(select.PLAYER)].filter((player) => playing(player) !== null);
    const player = players.find((one) => playing(one) === id);
    if (id == null || (players.length > 0 && player === undefined) || (addressed?.postId != null && addressed.postId !== id)) return null;
    const host = player?.closest(select.FEED_POST) ?? root;
    return toPost(id, authorIn(host, base), captionIn(host));
  }
  // Neither player nor box (photo posts): the address, unless the page shows another author than it names.
  const author = authorIn(root, base);
  if (addressed?.postId == null) return null;
  const agrees = author !== null && addressed.account?.handle?.toLowerCase() === author.handle?.toLowerCase();
  if (root.querySelector(select.AUTHOR) !== null && !agrees) return null;
  return toPost(addressed.postId, agrees ? author : null, agrees ? captionIn(root) : null);
}

/** The video a player element is named after. */
function playing(player: Element): string | null {
  return select.PLAYER_ID.exec(player.id)?.[1] ?? null;
}

/** The one video that plays within an element, or null. */
export function playingIn(host: Element): string | null {
  const ids = new Set([...host.querySelectorAll(select.PLAYER)].map(playing).filter((id) => id !== null));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** Whoever posted, by the marks for it; null where there is none or several. */
export function authorIn(host: ParentNode, base: URL): Account | null {
  const marked = [...host.querySelectorAll(select.AUTHOR)].map((mark) => mark.closest('a[href]') ?? mark.querySelector('a[href]'));
  const accounts = marked.map((link) => (link === null ? null : parseProfile(hrefOf(link, base)))).filter((account) => account !== null);
  const handles = new Set(accounts.map((account) => account.handle?.toLowerCase()));
  return handles.size === 1 ? (accounts[0] ?? null) : null;
}

/** The one caption within an element, or null. */
export function captionIn(host: ParentNode): string | null {
  const captions = [...host.querySelectorAll(select.CAPTION)];
  return captions.length === 1 && captions[0] !== undefined ? lineOf(captions[0]) : null;
}
