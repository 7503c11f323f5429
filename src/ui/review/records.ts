// What the log holds on findings: captures and decisions, read from their canonical text.
import type { Capture } from '../../model/capture.ts';
import {
  type Decision,
  type EvidenceRecord,
  type KnownStatement,
  logLineSchema,
  recordSchema,
  type SealedRecord,
} from '../../model/evidence.ts';
import type { KeptStamp } from '../../model/stamp.ts';
import { stampOf } from '../../report/stamps.ts';

/** The record inside; null where it was erased or cannot be read (damage, or a later version's form). */
export function readRecord(sealed: SealedRecord): EvidenceRecord | null {
  if (sealed.canonical === null) return null;
  try {
    const parsed = recordSchema.safeParse(JSON.parse(sealed.canonical));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The type that a log line states; null where it cannot be read. */
function typeOf(sealed: SealedRecord): EvidenceRecord['type'] | null {
  try {
    const parsed = logLineSchema.safeParse(JSON.parse(sealed.line));
    return parsed.success ? parsed.data.type : null;
  } catch {
    return null;
  }
}

export interface History {
  readonly captures: readonly { readonly seq: number; readonly body: Capture }[];
  readonly decisions: readonly { readonly seq: number; readonly body: Decision }[];
  /** On which day it became known, as the monitor stated; the last one holds. */
  readonly known: readonly { readonly seq: number; readonly body: KnownStatement }[];
}

/** All that the log says of one finding, oldest first. */
export function historyOf(lines: readonly SealedRecord[], findingId: string): History {
  const captures: { seq: number; body: Capture }[] = [];
  const decisions: { seq: number; body: Decision }[] = [];
  const known: { seq: number; body: KnownStatement }[] = [];
  for (const sealed of lines) {
    // A text search first: opening every record of a long log would take seconds.
    if (sealed.canonical?.includes(findingId) !== true) continue;
    const record = readRecord(sealed);
    if (record?.type === 'capture' && record.body.findingId === findingId) captures.push({ seq: sealed.seq, body: record.body });
    if (record?.type === 'decision' && record.body.findingId === findingId) decisions.push({ seq: sealed.seq, body: record.body });
    if (record?.type === 'known' && record.body.findingId === findingId) known.push({ seq: sealed.seq, body: record.body });
  }
  return { captures, decisions, known };
}

/** All stamps of the log, oldest first. */
export function stampsOf(lines: readonly SealedRecord[]): KeptStamp[] {
  return lines.flatMap((sealed) => {
    const record = sealed.line.includes('"stamp"') ? readRecord(sealed) : null;
    return record?.type === 'stamp' ? [{ seq: sealed.seq, body: record.body }] : [];
  });
}

/** Records that say which key signs, and where from: they name no finding. */
const KEY_RECORDS: ReadonlySet<string> = new Set(['genesis', 'recovery', 'backup', 'restored']);

/**
 * The records that a bundle of these findings holds: genesis, whatever says which key signs, their captures and
 * decisions, the handover of this bundle, and the stamps that say when they were there at the latest. Earlier handovers stay closed: they name other findings.
 */
export function chooseRecords(lines: readonly SealedRecord[], findingIds: ReadonlySet<string>, bundleId: string): SealedRecord[] {
  const stamps = stampsOf(lines);
  const chosen = new Set(lines.filter((sealed) => isChosen(sealed, findingIds, bundleId)).map(({ seq }) => seq));
  // Of each record the stamp that was there first; the others say nothing more of it.
  const stamped = new Set([...chosen].map((seq) => stampOf(stamps, seq)?.seq));
  return lines.filter(({ seq }) => chosen.has(seq) || stamped.has(seq));
}

function isChosen(sealed: SealedRecord, findingIds: ReadonlySet<string>, bundleId: string): boolean {
  const type = typeOf(sealed);
  if (type === null || KEY_RECORDS.has(type)) return type !== null;
  const record = readRecord(sealed);
  if (record?.type === 'handover') return record.body.bundleId === bundleId;
  return (record?.type === 'capture' || record?.type === 'decision' || record?.type === 'known') && findingIds.has(record.body.findingId);
}
