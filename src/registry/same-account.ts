// Rows that claim one account: merged if they agree on whose it is, set aside together if they do not.
import type { PlatformId } from '../model/account.ts';
import { MOST_VALUES } from '../model/campaign.ts';
import { handleKey, idKey } from './keys.ts';

export interface Claim {
  readonly platform: PlatformId;
  readonly id: string | null;
  readonly handle: string | null;
}

/** More rows than this for one account is no list that a person made. */
const MAX_GROUP = 500;

/** What rows for one account may not contradict: a name for messages, and the value; '' says nothing. */
export type Facts<Row> = (row: Row) => readonly (readonly [name: string, value: string])[];

export interface Settled<Row> {
  /** The rows to use, each with the positions of the rows it was made from. */
  readonly kept: readonly { readonly row: Row; readonly from: readonly number[] }[];
  /** Groups of positions that contradict each other, and in which fact ('count': far too many rows). */
  readonly contradictions: readonly { readonly fact: string; readonly at: readonly number[] }[];
}

/** Every key under which a row can be looked up. */
export function keysOf(row: Claim): string[] {
  const keys = row.id === null ? [] : [idKey(row.platform, row.id)];
  const handle = row.handle === null ? null : handleKey(row.platform, row.handle);
  if (handle !== null) keys.push(handle);
  return keys;
}

/** Letters as written, but for case, white space and Unicode form. */
export function toPlainText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Rows are one group if a chain of equal ids or handles joins them. A group that disagrees in a fact is dropped whole:
 * which of its rows is right cannot be known, and a wrong guess accuses the wrong person.
 */
export function settle<Row extends Claim>(rows: readonly Row[], facts: Facts<Row>): Settled<Row> {
  const kept: { row: Row; from: number[] }[] = [];
  const contradictions: { fact: string; at: readonly number[] }[] = [];
  for (const at of groupsOf(rows)) {
    const members = at.map((position) => rows[position] as Row);
    const fact = members.length === 1 ? null : members.length > MAX_GROUP ? 'count' : findContradiction(members, facts);
    if (fact !== null) contradictions.push({ fact, at });
    else kept.push(...merge(members, at));
  }
  kept.sort((a, b) => (a.from[0] ?? 0) - (b.from[0] ?? 0));
  return { kept, contradictions };
}

function groupsOf(rows: readonly Claim[]): number[][] {
  const parent = rows.map((_, position) => position);
  const rootOf = (position: number): number => {
    let root = position;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = position; at !== root; ) {
      const up = parent[at] as number;
      parent[at] = root;
      at = up;
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  rows.forEach((row, position) => {
    for (const key of keysOf(row)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, position);
      else parent[rootOf(position)] = rootOf(first);
    }
  });
  const groups = new Map<number, number[]>();
  for (let position = 0; position < rows.length; position++) {
    const root = rootOf(position);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [position]);
    else group.push(position);
  }
  return [...groups.values()];
}

function findContradiction<Row>(members: readonly Row[], facts: Facts<Row>): string | null {
  const seen = new Map<string, string>();
  for (const member of members) {
    for (const [name, value] of facts(member)) {
      if (value === '') continue;
      if ((seen.get(name) ?? value) !== value) return name;
      seen.set(name, value);
    }
  }
  return null;
}

/** Rows become one where neither id nor handle differs; an account that was renamed keeps a row for each name. */
function merge<Row extends Claim>(members: readonly Row[], at: readonly number[]): { row: Row; from: number[] }[] {
  const made: { row: Row; from: number[] }[] = [];
  // Rows with an id first: a row of the same handle without id then joins them, and the id stays binding.
  const order = members.map((row, index) => ({ row, position: at[index] as number }));
  order.sort((a, b) => Number(a.row.id === null) - Number(b.row.id === null) || a.position - b.position);
  for (const { row, position } of order) {
    const into = made.find((other) => fits(other.row, row));
    if (into === undefined) made.push({ row, from: [position] });
    else {
      into.row = { ...filled(into.row, row), id: into.row.id ?? row.id, handle: into.row.handle ?? row.handle };
      into.from.push(position);
    }
  }
  for (const one of made) one.from.sort((a, b) => a - b);
  return made;
}

function fits(a: Claim, b: Claim): boolean {
  if (a.id !== null && b.id !== null && a.id !== b.id) return false;
  if (a.handle !== null && b.handle !== null && handleKey(a.platform, a.handle) !== handleKey(b.platform, b.handle)) return false;
  return keysOf(a).some((key) => keysOf(b).includes(key));
}

/** The first row with its empty fields filled from the second; of fields that hold several values, all that either states. */
export function filled<Row extends object>(row: Row, other: Row): Row {
  const result = { ...row };
  for (const field of Object.keys(other) as (keyof Row)[]) {
    const [mine, its] = [row[field], other[field]];
    if (mine === undefined || mine === null || mine === '') result[field] = its;
    else if (Array.isArray(mine) && Array.isArray(its))
      result[field] = [...new Map([...mine, ...its].map((one) => [JSON.stringify(one), one])).values()].slice(
        0,
        MOST_VALUES,
      ) as Row[keyof Row];
  }
  return result;
}
