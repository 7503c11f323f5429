// The lists that a match rests on: by the papers that stand in the match itself, and how these lists are today where that is known.
import type { GuardedAccount } from '../../model/account.ts';
import type { ListStanding } from '../../model/lists.ts';

export interface FromList {
  readonly listId: string | null;
  readonly title: string;
  readonly issuer: string;
  /** '' if the list states none, null if it was not recorded. */
  readonly legalBasis: string | null;
  /** Calendar day. */
  readonly expiresOn: string;
  /** gone: no longer on this computer · null: not known, because Netra is locked or was not asked. */
  readonly now: ListStanding['standing'] | 'gone' | null;
}

/**
 * Every list that holds the account, the row's own first; empty where the match names none.
 * @param standings null: not known
 */
export function fromLists(
  { listId, list, alsoOn = [] }: Pick<GuardedAccount, 'listId' | 'list' | 'alsoOn'>,
  standings: readonly ListStanding[] | null,
): FromList[] {
  const standingOf = (id: string | null) => standings?.find((one) => one.listId === id) ?? null;
  const own = listId ?? null;
  const first = standingOf(own);
  // Kept before papers stood in the match: only what is still on this computer can say whose list it was.
  const whose = list ?? (first === null ? null : { ...first, legalBasis: null });
  const made = whose === null ? [] : [{ id: own, whose }];
  for (const other of alsoOn) made.push({ id: other.listId, whose: other.list });
  return made.map(({ id, whose: { title, issuer, legalBasis, expiresOn } }) => ({
    listId: id,
    title,
    issuer,
    legalBasis,
    expiresOn,
    now: standings === null || id === null ? null : (standingOf(id)?.standing ?? 'gone'),
  }));
}
