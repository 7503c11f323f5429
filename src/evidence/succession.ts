// Which key signs a log: the one that its first record names, and after a loss the one that a repair of the log names.
import type { EvidenceRecord, Genesis, Recovery } from '../model/evidence.ts';
import { parseLine } from './chain.ts';

export interface Succession {
  /** "SHA256:…" of the key that signs now; null where the records do not say it without a gap. */
  readonly fingerprint: string | null;
  readonly recoveries: readonly { readonly seq: number; readonly body: Recovery }[];
  /** Number of the first record that is missing or names another predecessor than the one before it; null where all fit. */
  readonly brokenAt: number | null;
}

/**
 * Follows the keys from genesis over every repair.
 * @param lines the whole log: a repair that its lines state and that is not among the records breaks the succession
 * @param records the opened records, genesis and all repairs among them, in any order
 */
export function followKeys(
  lines: readonly string[],
  records: readonly { readonly seq: number; readonly record: EvidenceRecord }[],
): Succession {
  const bySeq = new Map(records.map(({ seq, record }) => [seq, record]));
  const first = bySeq.get(0);
  const genesis: Genesis | null = first?.type === 'genesis' ? first.body : null;
  let fingerprint = genesis?.keyFingerprint ?? null;
  const recoveries: { seq: number; body: Recovery }[] = [];
  for (const line of lines) {
    // A text search first: reading every line of a long log as JSON would take a second.
    const entry = line.includes('"recovery"') ? parseLine(line) : null;
    if (entry?.type !== 'recovery') continue;
    const record = bySeq.get(entry.seq);
    if (record?.type !== 'recovery' || record.body.previousKeyFingerprint !== fingerprint)
      return { fingerprint: null, recoveries, brokenAt: entry.seq };
    fingerprint = record.body.keyFingerprint;
    recoveries.push({ seq: entry.seq, body: record.body });
  }
  return { fingerprint, recoveries, brokenAt: fingerprint === null ? 0 : null };
}
