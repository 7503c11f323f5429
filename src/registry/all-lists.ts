// A registry row with every list that says the same of its account, each with its papers.
import type { GuardedAccount, Link } from '../model/account.ts';
import { isSameAccount } from '../model/tie.ts';
import { keysOf, type Settled } from './same-account.ts';

/** As many as the schema of a row takes. */
const MOST_OTHER = 20;
const MOST_EARLIER = 20;
/** The one that asks for most care first: where lists differ in it, none may pass for surer than the least sure one. */
const BY_CARE: readonly Link['state'][] = ['unconfirmed', 'one', 'two', 'unstated'];

/**
 * The rows that are left after `settle`, each naming the other lists that hold its account. Rows of an account that was renamed stay
 * apart, and still name one another's lists.
 * @param rows what was settled
 */
export function withAllLists(rows: readonly GuardedAccount[], kept: Settled<GuardedAccount>['kept']): GuardedAccount[] {
  const byKey = new Map<string, number[]>();
  for (const [at, { row }] of kept.entries())
    for (const key of keysOf(row)) {
      const found = byKey.get(key);
      if (found === undefined) byKey.set(key, [at]);
      else found.push(at);
    }
  return kept.map(({ row, from }) => {
    const peers = new Set(keysOf(row).flatMap((key) => byKey.get(key) ?? []));
    if (peers.size === 1 && from.length === 1) return row;
    const said = [...peers].flatMap((at) => {
      const peer = kept[at] as (typeof kept)[number];
      return isSameAccount(peer.row, row) ? peer.from.map((position) => rows[position] as GuardedAccount) : [];
    });
    return joined(row, said);
  });
}

function joined(row: GuardedAccount, said: readonly GuardedAccount[]): GuardedAccount {
  const others = new Map<string, NonNullable<GuardedAccount['alsoOn']>[number]>();
  for (const { listId, list } of said)
    if (listId !== undefined && list !== undefined && listId !== row.listId) others.set(listId, { listId, list });
  const alsoOn = [...others.values()].sort((a, b) => a.list.title.localeCompare(b.list.title) || a.listId.localeCompare(b.listId));
  const [link] = said
    .flatMap((one) => (one.link === undefined ? [] : [one.link]))
    .sort((a, b) => BY_CARE.indexOf(a.state) - BY_CARE.indexOf(b.state));
  return {
    ...row,
    ...(link === undefined ? {} : { link }),
    ...(row.earlierHandles === undefined ? {} : { earlierHandles: row.earlierHandles.slice(0, MOST_EARLIER) }),
    ...(alsoOn.length === 0 ? {} : { alsoOn: alsoOn.slice(0, MOST_OTHER) }),
  };
}
