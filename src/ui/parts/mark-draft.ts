// From what the monitor filled in to a row of the own campaign list, or the reason why not.
import { type Account, type PlatformId, type WatchedAccount, type WatchedWord, watchedAccountSchema } from '../../model/account.ts';
import type { TargetKind } from '../../model/campaign.ts';
import type { Key } from '../words.ts';

/** A target that the lists name, to be chosen from. */
export interface KnownTarget {
  readonly key: string;
  readonly row: WatchedAccount | WatchedWord;
}

export interface MarkDraft {
  /** A known target's key; 'new'; or '' for nothing chosen. */
  readonly target: string;
  readonly name: string;
  readonly office: string;
  readonly region: string;
  readonly kind: TargetKind | null;
  readonly official: boolean | null;
  /** Calendar days, or ''. */
  readonly from: string;
  readonly to: string;
  readonly note: string;
  /** The account is on the registry too, and the monitor has made sure. */
  readonly sure: boolean;
}

const targetKey = ({ candidate, office, region }: WatchedAccount | WatchedWord) => JSON.stringify([candidate, office, region]);

/** Every target of the campaign lists, each once, by name. */
export function toKnownTargets(rows: readonly (WatchedAccount | WatchedWord)[]): KnownTarget[] {
  const found = new Map<string, KnownTarget>();
  for (const row of rows) if (!found.has(targetKey(row))) found.set(targetKey(row), { key: targetKey(row), row });
  return [...found.values()].sort((a, b) => a.row.candidate.localeCompare(b.row.candidate, 'id'));
}

/** A draft that says what a marked row says, for changing it. */
export function toDraft(row: WatchedAccount): MarkDraft {
  const [period] = row.active ?? [];
  const { kind = null, official, note = '' } = row;
  return {
    target: targetKey(row),
    name: row.candidate,
    office: row.office,
    region: row.region,
    kind,
    official,
    from: period?.from ?? '',
    to: period?.to ?? '',
    note,
    sure: true,
  };
}

export const EMPTY_DRAFT: MarkDraft = {
  target: '',
  name: '',
  office: '',
  region: '',
  kind: null,
  official: null,
  from: '',
  to: '',
  note: '',
  sure: false,
};

/**
 * The row to be kept. Of a known target its office, number, parties and standing are taken along; days, registration and note are this
 * account's own. @param markedAt ISO 8601 UTC
 */
export function toMarkedRow(
  platform: PlatformId,
  { id, handle }: Pick<Account, 'id' | 'handle'>,
  draft: MarkDraft,
  targets: readonly KnownTarget[],
  isOnRegistry: boolean,
  markedAt: string,
): WatchedAccount | { readonly missing: Key } {
  const known = targets.find(({ key }) => key === draft.target)?.row ?? null;
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const candidate = known?.candidate ?? (draft.target === 'new' ? plain(draft.name) : '');
  if (candidate === '' || draft.kind === null) return { missing: 'mark.missing' };
  if (isOnRegistry && !draft.sure) return { missing: 'mark.missingSure' };
  if (draft.from !== '' && draft.to !== '' && draft.from > draft.to) return { missing: 'mark.badDays' };
  const note = plain(draft.note).slice(0, 1000);
  const row = watchedAccountSchema.safeParse({
    platform,
    id,
    handle,
    candidate,
    office: known?.office ?? plain(draft.office),
    region: known?.region ?? plain(draft.region),
    official: draft.official,
    kind: draft.kind,
    ...(known?.seat === undefined ? {} : { seat: known.seat }),
    ...(known?.number === undefined ? {} : { number: known.number }),
    ...(known?.parties === undefined ? {} : { parties: known.parties }),
    ...(known?.standings === undefined ? {} : { standings: known.standings }),
    ...(draft.from === '' && draft.to === '' ? {} : { active: [{ from: draft.from || null, to: draft.to || null }] }),
    ...(note === '' ? {} : { note }),
    markedAt,
  });
  return row.success ? row.data : { missing: 'mark.missing' };
}
