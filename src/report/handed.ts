// Which files of the chosen records go into a bundle: never an original that shows other people, unless the monitor gave a reason.
import { artefactsIn, isOriginal } from '../model/artefacts-in.ts';
import type { Artefact } from '../model/capture.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { Withheld } from '../model/withheld.ts';
import { pathOf } from './layout.ts';

interface Numbered {
  readonly seq: number;
  readonly record: EvidenceRecord;
}

/** Why this bundle holds originals, as its own handover says; null: it does not. */
export function originalsReason(records: readonly Numbered[], bundleId: string): string | null {
  const own = records.findLast(({ record }) => record.type === 'handover' && record.body.bundleId === bundleId)?.record;
  return own?.type === 'handover' ? (own.body.originals ?? null) : null;
}

/** A record's file in one role, for a set. */
export const roleKey = (seq: number, role: Artefact['role']): string => `${seq} ${role}`;

/** Files for handing on that a later one took the place of: what was covered by hand must not go out in the earlier one. */
export function replacedIn(records: readonly Numbered[]): ReadonlySet<string> {
  const last = new Map<string, string>();
  const replaced = new Set<string>();
  for (const { seq, record } of [...records].sort((a, b) => a.seq - b.seq)) {
    if (record.type !== 'capture' && record.type !== 'redaction') continue;
    for (const { role } of record.body.artefacts) {
      if (isOriginal({ role })) continue;
      const place = `${record.body.captureId} ${role}`;
      const before = last.get(place);
      if (before !== undefined) replaced.add(before);
      last.set(place, roleKey(seq, role));
    }
  }
  return replaced;
}

/**
 * Shares the files of the records out: those that go in, and those that stay. A file that is named twice goes in if it may once, and is
 * then not said to stay: where nobody had to be covered, the original is the covered picture, byte for byte.
 */
export function shareOut(records: readonly Numbered[], bundleId: string): { readonly handed: Artefact[]; readonly withheld: Withheld[] } {
  const withOriginals = originalsReason(records, bundleId) !== null;
  const replaced = replacedIn(records);
  const handed: Artefact[] = [];
  const withheld: Withheld[] = [];
  for (const { seq, record } of records)
    for (const artefact of artefactsIn(record))
      if (withOriginals || !(isOriginal(artefact) || replaced.has(roleKey(seq, artefact.role)))) handed.push(artefact);
      else withheld.push({ seq, role: artefact.role, hash: artefact.hash, why: 'other-people' });
  const paths = new Set(handed.map(pathOf));
  return { handed, withheld: withheld.filter((one) => !paths.has(pathOf(one))) };
}
