// What the lists of an answer say of themselves: how many there are, in which order, and whether more follow.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Listing, Target } from '../../model/sighting.ts';
import { parseCount, toParent, toPost } from './readings.ts';
import { KEYS, REPLIES_TARGET } from './selectors.ts';
import { textFrom } from './wire-text.ts';

type Json = Record<string, unknown>;

/** `postId`: the video or community post that the answer belongs to; [] where that is not known. */
export function readLists(answer: Json, postId: string | null): Listing[] {
  if (postId === null) return [];
  const commands = ['onResponseReceivedEndpoints', 'onResponseReceivedCommands', 'onResponseReceivedActions'].flatMap((key) => {
    const list = at(answer, key);
    return Array.isArray(list) ? list : [];
  });
  const found: Listing[] = [];
  let header: Json | null = null;
  for (const command of commands) {
    const list = toObject(at(command, 'reloadContinuationItemsCommand')) ?? toObject(at(command, 'appendContinuationItemsAction'));
    const items = Array.isArray(list?.['continuationItems']) ? (list['continuationItems'] as unknown[]) : [];
    header = items.map((item) => toObject(at(item, KEYS.header))).find((item) => item !== null) ?? header;
    if (!items.some((item) => [KEYS.thread, KEYS.viewModel, KEYS.renderer].some((key) => toObject(item)?.[key] !== undefined))) continue;
    const parentId = REPLIES_TARGET.exec(toText(list?.['targetId']) ?? '')?.[1] ?? null;
    const more = items.some((item) => toObject(item)?.[KEYS.more] !== undefined);
    found.push(
      toListing(
        parentId === null ? toPost(postId) : toParent(postId, parentId, null),
        parentId === null ? header : null,
        parentId !== null,
        more,
      ),
    );
  }
  return found;
}

function toListing(post: Target, header: Json | null, replies: boolean, more: boolean): Listing {
  const entries = at(header, 'sortMenu', 'sortFilterSubMenuRenderer', 'subMenuItems');
  const chosen = Array.isArray(entries) ? entries.findIndex((entry) => at(entry, 'selected') === true) : -1;
  return {
    kind: 'listing',
    platform: 'youtube',
    source: 'wire',
    action: replies ? 'reply' : 'comment',
    post,
    total: parseCount(toText(at(header, 'countText', 'runs', 0, 'text')) ?? textFrom(at(header, 'countText'))),
    // By position: the first order ("top") leaves comments out, the second ("newest") does not.
    filtered: chosen === 0 ? true : chosen === 1 ? false : null,
    filterShown: chosen < 0 || !Array.isArray(entries) ? null : toText(at(entries[chosen], 'title')),
    more,
  };
}
