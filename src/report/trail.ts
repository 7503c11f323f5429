// All that the log says of one finding, in the order in which it was written: its chain of custody.
import type { EvidenceRecord } from '../model/evidence.ts';

interface Numbered {
  readonly seq: number;
  readonly record: EvidenceRecord;
}

/** One step: its number, its own time (ISO 8601 UTC), and the record. */
export type Step = { readonly seq: number; readonly at: string; readonly record: StepRecord };
type BodyOf<Type extends StepType> = Extract<StepRecord, { type: Type }>['body'];
type StepType = 'capture' | 'decision' | 'known' | 'note' | 'recheck' | 'hold' | 'handover' | 'redaction';
export type StepRecord = Extract<EvidenceRecord, { type: StepType }>;

/** @param records of the whole log or of a bundle; an erasure names nobody, so it is a step of no finding */
export function trailOf(records: readonly Numbered[], findingId: string): Step[] {
  return records
    .flatMap(({ seq, record }) => {
      const at = timeOf(record, findingId);
      return at === null ? [] : [{ seq, at, record: record as StepRecord }];
    })
    .sort((a, b) => a.seq - b.seq);
}

/** When the step was taken; null where the record is no step of this finding. */
function timeOf(record: EvidenceRecord, findingId: string): string | null {
  switch (record.type) {
    case 'capture':
      return record.body.findingId === findingId ? record.body.capturedAt : null;
    case 'decision':
      return record.body.findingId === findingId ? record.body.decidedAt : null;
    case 'known':
    case 'note':
    case 'recheck':
    case 'hold':
    case 'redaction':
      return record.body.findingId === findingId ? record.body.statedAt : null;
    case 'handover':
      return record.body.findingIds.includes(findingId) ? record.body.exportedAt : null;
    default:
      return null;
  }
}

/** The records of one kind among the steps, with their numbers. */
export function stepsOf<Type extends StepType>(
  trail: readonly Step[],
  type: Type,
): { readonly seq: number; readonly body: BodyOf<Type> }[] {
  return trail.flatMap(({ seq, record }) => (record.type === type ? [{ seq, body: record.body as BodyOf<Type> }] : []));
}
