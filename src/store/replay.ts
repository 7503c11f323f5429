// The findings as the log alone tells them: what a repair puts in their place.
import { type EvidenceRecord, recordSchema, type SealedRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';

/** The record inside; null where it was erased or cannot be read. */
export function readSealed({ canonical }: Pick<SealedRecord, 'canonical'>): EvidenceRecord | null {
  if (canonical === null) return null;
  try {
    const parsed = recordSchema.safeParse(JSON.parse(canonical));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Adds what some records say to the findings so far. Give the records in order of their numbers. */
export function replay(
  findings: Map<string, Finding>,
  records: readonly { readonly seq: number; readonly record: EvidenceRecord }[],
): void {
  for (const { seq, record } of records) {
    if (record.type === 'capture') {
      const { findingId, match, firstSeenAt } = record.body;
      const known = findings.get(findingId);
      findings.set(findingId, {
        findingId,
        match,
        status: known?.status ?? 'captured',
        firstSeenAt: known?.firstSeenAt ?? firstSeenAt,
        captures: [...(known?.captures ?? []), seq],
        note: known?.note ?? '',
      });
    }
    if (record.type === 'decision') {
      const known = findings.get(record.body.findingId);
      if (known !== undefined) findings.set(known.findingId, { ...known, status: record.body.verdict, note: record.body.note });
    }
  }
}
