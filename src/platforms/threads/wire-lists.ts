// Who liked, reposted or quoted a post. The rows name accounts only: the post and the act are in the request.
import { at, toText } from '../../lib/json.ts';
import { isoOfSeconds } from '../../lib/stated-time.ts';
import type { Exchange } from '../../model/platform.ts';
import type { Action, Reading } from '../../model/sighting.ts';
import { toListing, toPost, toSighting, toUnreadable } from './readings.ts';
import { askedPost, type Dict, listIn, toAccount, toThreadPost } from './wire-parts.ts';

/** The tab of the activity list, as the request names it. */
const TABS: Readonly<Record<string, Action>> = {
  like: 'like',
  likes: 'like',
  repost: 'share',
  reposts: 'share',
  quote: 'quote',
  quotes: 'quote',
};

/** The activity list: `feedback_hub_tab_items`. */
export function readHub(found: Dict, exchange: Exchange): Reading[] {
  const rows = listIn(found, 'edges').map((edge) => at(edge, 'node'));
  const tab = toText(exchange.variables['tab_type'])?.toLowerCase() ?? '';
  const action = Object.hasOwn(TABS, tab) ? TABS[tab] : undefined;
  const more = at(found, 'page_info', 'has_next_page');
  return readAccounts(rows, action, exchange, {
    more: typeof more === 'boolean' ? more : null,
    filterShown: toText(exchange.variables['sort_type']),
  });
}

/** Likers of the older pop-up: `likers.users`. */
export function readLikers(found: Dict, exchange: Exchange): Reading[] {
  return readAccounts(listIn(found, 'users'), 'like', exchange, { more: null, filterShown: null });
}

function readAccounts(
  rows: readonly unknown[],
  action: Action | undefined,
  exchange: Exchange,
  told: { more: boolean | null; filterShown: string | null },
): Reading[] {
  const id = askedPost(exchange);
  if (id === null || action === undefined) {
    const missing = [...(action === undefined ? ['action'] : []), ...(id === null ? ['post'] : [])];
    return rows.length === 0 ? [] : [toUnreadable('wire', 'list', missing)];
  }
  const post = toPost({ id });
  const seen = new Set<string>();
  const readings = rows.flatMap((row): Reading[] => {
    const actor = toAccount(at(row, 'actor')) ?? toAccount(at(row, 'user')) ?? toAccount(row);
    if (actor === null) return [toUnreadable('wire', 'list-row', ['author'])];
    const item = action === 'like' ? null : (toThreadPost(at(row, 'post'))?.target ?? null);
    const key = `${actor.id ?? actor.handle} ${item?.id ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [toSighting('wire', { action, actor, post, item, at: isoOfSeconds(at(row, 'timestamp')) })];
  });
  return [...readings, toListing('wire', action, post, told)];
}
