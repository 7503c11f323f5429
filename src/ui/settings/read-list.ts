// From a chosen file to a list that could be saved, with all that the user should know before saving it.

import type { GuardedAccount, PlatformId } from '../../model/account.ts';
import type { Ambiguous, OnBothLists } from '../../model/lists.ts';
import { indexLists } from '../../registry/index-lists.ts';
import { type ParsedCampaign, type ParsedCsv, parseCampaignCsv, parseGuardedCsv, type Refusal } from '../../registry/parse-csv.ts';
import type { ListRow } from '../../store/db.ts';

export interface Preview {
  readonly list: ListRow;
  readonly refused: readonly Refusal[];
  readonly notes: readonly string[];
  /** The file is no text at all. */
  readonly noText: boolean;
  /** A list of the same kind from a file of the same name is there and will be replaced. */
  readonly replaces: boolean;
}

/** Reads one file's bytes. Never throws. @param now ISO 8601 UTC */
export function readList(kind: ListRow['kind'], name: string, bytes: Uint8Array, kept: readonly ListRow[], now: string): Preview {
  const before = kept.find((one) => one.kind === kind && one.file === name);
  const file = { name, bytes };
  const guarded: ParsedCsv<GuardedAccount> | null = kind === 'guarded' ? parseGuardedCsv(file) : null;
  const campaign: ParsedCampaign | null = kind === 'campaign' ? parseCampaignCsv(file) : null;
  const refused = guarded?.refused ?? campaign?.refused ?? [];
  return {
    list: {
      listId: before?.listId ?? crypto.randomUUID(),
      kind,
      file: name,
      importedAt: now,
      guarded: guarded?.rows ?? [],
      watched: campaign?.rows ?? [],
      words: campaign?.words ?? [],
      refused: refused.length,
    },
    refused,
    notes: guarded?.notes ?? campaign?.notes ?? [],
    noText: (guarded?.encoding ?? campaign?.encoding ?? null) === null,
    replaces: before !== undefined,
  };
}

/** How many entries a list brings to the look-up. */
export function countEntries(list: ListRow): number {
  return list.guarded.length + list.watched.length + list.words.length;
}

/** How many different people or candidates a list names. */
export function countOwners(list: ListRow): number {
  return new Set(
    list.kind === 'guarded'
      ? list.guarded.map((row) => `${row.person}\n${row.unit}`)
      : [...list.watched, ...list.words].map((row) => row.candidate),
  ).size;
}

/** Accounts of a list by site, most first. */
export function countBySite(list: ListRow): [site: PlatformId, count: number][] {
  const counts = new Map<PlatformId, number>();
  for (const row of [...list.guarded, ...list.watched]) counts.set(row.platform, (counts.get(row.platform) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** What all lists together leave for the user to settle. */
export function findWarnings(lists: readonly ListRow[]): { bothLists: readonly OnBothLists[]; ambiguous: readonly Ambiguous[] } {
  const { bothLists, ambiguous } = indexLists({
    guarded: lists.flatMap((one) => one.guarded),
    watched: lists.flatMap((one) => one.watched),
    words: [],
  });
  return { bothLists, ambiguous };
}
