// The registry's index as monitors' ties change it: living ones add rows, ended ones take rows out.
import type { GuardedAccount } from '../model/account.ts';
import { handleKey, idKey } from '../model/account-key.ts';
import type { AccountIndex } from '../model/lists.ts';
import { endOf, type Tie } from '../model/tie.ts';
import { toRow } from './links.ts';

type Row = GuardedAccount;

/**
 * A new index; the given one stays as it is. What a list says of an account goes before what a monitor proposed: a tie of an account
 * that a list gives to anybody adds nothing.
 */
export function withTies(index: AccountIndex<Row>, ties: readonly Tie[]): AccountIndex<Row> {
  if (ties.length === 0) return index;
  const isEnded = (row: Row) => endOf(ties, row) !== null;
  const gone = new Set(touchedBy(ties, index).filter(isEnded));
  const byId = without(index.byId, gone);
  const byHandle = without(index.byHandle, gone);
  const added: Row[] = [];
  for (const tie of ties) {
    const row = toRow(tie);
    if (row === null) continue;
    const id = row.id === null ? null : idKey(row.platform, row.id);
    const handle = row.handle === null ? null : handleKey(row.platform, row.handle);
    if ((id !== null && byId.has(id)) || (handle !== null && byHandle.has(handle))) continue;
    added.push(row);
    if (id !== null) byId.set(id, [row]);
    if (handle !== null) byHandle.set(handle, [row]);
  }
  return { rows: [...index.rows.filter((row) => !gone.has(row)), ...added], byId, byHandle };
}

/** The index's rows under the keys of any tie; all others cannot be meant. */
function touchedBy(ties: readonly Tie[], index: AccountIndex<Row>): Row[] {
  return ties.flatMap(({ account: { platform, id, handle } }) => {
    const key = handle === null ? null : handleKey(platform, handle);
    return [...(id === null ? [] : (index.byId.get(idKey(platform, id)) ?? [])), ...(key === null ? [] : (index.byHandle.get(key) ?? []))];
  });
}

function without(map: ReadonlyMap<string, readonly Row[]>, gone: ReadonlySet<Row>): Map<string, readonly Row[]> {
  const left = new Map(map);
  if (gone.size === 0) return left;
  const keys = [...gone].flatMap(({ platform, id, handle }) => [
    id === null ? null : idKey(platform, id),
    handle === null ? null : handleKey(platform, handle),
  ]);
  for (const key of keys) {
    if (key === null) continue;
    const rows = (left.get(key) ?? []).filter((row) => !gone.has(row));
    if (rows.length === 0) left.delete(key);
    else left.set(key, rows);
  }
  return left;
}
