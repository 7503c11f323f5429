// Rows of one list that claim one account: judged as same-account.ts does, group by group, so that a long list fits.
import type { Ambiguous } from '../model/lists.ts';
import type { RegistryRow } from '../model/registry.ts';
import { guardedFacts } from './facts.ts';
import { saying } from './index-lists.ts';
import { type Facts, settle } from './same-account.ts';
import { compareDigests } from './shard-index.ts';
import { OPEN_BYTES, PLACE_BYTES } from './shard-keys.ts';
import { readOffset, SPILL_BYTES } from './shard-record.ts';

/** More than this is no list in which some rows were entered twice. */
export const MAX_DOUBLES = 2_000_000;
/** More rows for one account than any list states by mistake; told by these, and none is used. */
const MAX_GROUP = 500;
const MAX_TOLD = 200;

/** Of two namesakes in one office only the number says that they are two. */
const FACTS: Facts<RegistryRow> = (row) => [...guardedFacts(row), ['nip', row.nip ?? '']];
const toGuarded = ({ nip: _nip, earlierHandles: _earlier, ...row }: RegistryRow) => row;

export class TooManyDoubles extends Error {}

export interface Judged {
  /** Places of the records that are not to be used. */
  readonly dead: ReadonlySet<number>;
  /** Rows that say the same of one account as another one. */
  readonly merged: number;
  readonly contradictions: number;
  readonly told: readonly Ambiguous[];
}

/** Gathers rows that share an account's key, and judges them once all are known. */
export class Doubles {
  readonly #up = new Map<number, number>();
  readonly #openings = new Map<number, Uint8Array>();

  /** Entries in order, as sortEntries gives them. */
  gather(entries: Uint8Array, order: Uint32Array): void {
    for (let i = 1; i < order.length; i++) {
      const [before, here] = [order[i - 1] as number, order[i] as number];
      if (compareDigests(entries, before, here) !== 0) continue;
      this.#join(this.#take(entries, before), this.#take(entries, here));
    }
  }

  #take(entries: Uint8Array, position: number): number {
    const at = position * SPILL_BYTES;
    const offset = readOffset(entries, at + PLACE_BYTES + OPEN_BYTES);
    if (!this.#up.has(offset)) {
      if (this.#up.size >= MAX_DOUBLES) throw new TooManyDoubles('too many rows for the same accounts');
      this.#up.set(offset, offset);
      this.#openings.set(offset, entries.slice(at + PLACE_BYTES, at + PLACE_BYTES + OPEN_BYTES));
    }
    return offset;
  }

  #rootOf(offset: number): number {
    let root = offset;
    while (this.#up.get(root) !== root) root = this.#up.get(root) as number;
    for (let at = offset; at !== root; ) {
      const up = this.#up.get(at) as number;
      this.#up.set(at, root);
      at = up;
    }
    return root;
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.#rootOf(one), this.#rootOf(other)];
    if (a !== b) this.#up.set(Math.max(a, b), Math.min(a, b));
  }

  /** @param openAt reads and opens a record. Rows are judged in the order in which they were added. */
  async judge(openAt: (offset: number, opening: Uint8Array) => Promise<RegistryRow>): Promise<Judged> {
    const groups = new Map<number, number[]>();
    for (const offset of this.#up.keys()) {
      const root = this.#rootOf(offset);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [offset]);
      else group.push(offset);
    }
    const dead = new Set<number>();
    const told: Ambiguous[] = [];
    let merged = 0;
    let contradictions = 0;
    for (const group of groups.values()) {
      group.sort((a, b) => a - b);
      const offsets = group.slice(0, MAX_GROUP + 1);
      const rows: RegistryRow[] = [];
      for (const offset of offsets) rows.push(await openAt(offset, this.#openings.get(offset) as Uint8Array));
      const settled = settle(rows, FACTS);
      const [contradiction] = settled.contradictions;
      if (contradiction === undefined) {
        merged += group.length - settled.kept.length;
        continue;
      }
      contradictions++;
      for (const offset of group) dead.add(offset);
      const say = saying(rows, contradiction.fact, [...new Set(rows.map(({ person }) => person))]);
      if (told.length < MAX_TOLD) told.push({ list: 'guarded', say, rows: rows.slice(0, 5).map(toGuarded) });
    }
    return { dead, merged, contradictions, told };
  }
}
