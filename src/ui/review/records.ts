// What the log holds on findings, read from the records' canonical text.
import type { Capture } from '../../model/capture.ts';
import type { Erasure } from '../../model/erasure.ts';
import {
  type Decision,
  type EvidenceRecord,
  type KnownStatement,
  logLineSchema,
  recordSchema,
  type SealedRecord,
} from '../../model/evidence.ts';
import type { Hold } from '../../model/hold.ts';
import type { Note } from '../../model/note.ts';
import type { Recheck } from '../../model/recheck.ts';
import type { Redaction } from '../../model/redaction.ts';
import type { KeptStamp } from '../../model/stamp.ts';
import { stampOf } from '../../report/stamps.ts';
import { type Step, stepsOf, trailOf } from '../../report/trail.ts';

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
  /** Every step of the finding, oldest first. */
  readonly trail: readonly Step[];
  readonly captures: readonly { readonly seq: number; readonly body: Capture }[];
  /** Changes of what is covered in their pictures. */
  readonly redactions: readonly Redaction[];
  readonly decisions: readonly { readonly seq: number; readonly body: Decision }[];
  /** On which day it became known, as the monitor stated; the last one holds. */
  readonly known: readonly { readonly seq: number; readonly body: KnownStatement }[];
  readonly notes: readonly { readonly seq: number; readonly body: Note }[];
  readonly rechecks: readonly { readonly seq: number; readonly body: Recheck }[];
  readonly holds: readonly { readonly seq: number; readonly body: Hold }[];
}

/** All that the log says of one finding, oldest first. */
export function historyOf(lines: readonly SealedRecord[], findingId: string): History {
  const trail = trailOf(
    lines.flatMap((sealed) => {
      // A text search first: opening every record of a long log would take seconds.
      const record = sealed.canonical?.includes(findingId) === true ? readRecord(sealed) : null;
      return record === null ? [] : [{ seq: sealed.seq, record }];
    }),
    findingId,
  );
  return {
    trail,
    captures: stepsOf(trail, 'capture'),
    redactions: stepsOf(trail, 'redaction').map(({ body }) => body),
    decisions: stepsOf(trail, 'decision'),
    known: stepsOf(trail, 'known'),
    notes: stepsOf(trail, 'note'),
    rechecks: stepsOf(trail, 'recheck'),
    holds: stepsOf(trail, 'hold'),
  };
}

/** Every deletion that the log states, the newest first. */
export function erasuresOf(lines: readonly SealedRecord[]): { readonly seq: number; readonly body: Erasure }[] {
  return lines
    .flatMap((sealed) => {
      const record = sealed.line.includes('"type":"erasure"') ? readRecord(sealed) : null;
      return record?.type === 'erasure' ? [{ seq: sealed.seq, body: record.body }] : [];
    })
    .reverse();
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
/** What is said of a finding. */
const FINDING_RECORDS: ReadonlySet<string> = new Set(['capture', 'redaction', 'decision', 'known', 'note', 'recheck', 'hold']);

/**
 * The records that a bundle of these findings holds: genesis, whatever says which key signs, all that is said of the findings, the
 * handover of this bundle, every erasure (it says why other lines have no content), and the stamps that say when they were there at the
 * latest. Earlier handovers stay closed: they name other findings. What was erased is left out, also where its destruction is not
 * completed yet.
 */
export function chooseRecords(lines: readonly SealedRecord[], findingIds: ReadonlySet<string>, bundleId: string): SealedRecord[] {
  const stamps = stampsOf(lines);
  const erased = new Set(erasuresOf(lines).flatMap(({ body }) => body.seqs));
  const isLeft = ({ seq, canonical }: SealedRecord) => canonical !== null && !erased.has(seq);
  const chosen = new Set(lines.filter((sealed) => isLeft(sealed) && isChosen(sealed, findingIds, bundleId)).map(({ seq }) => seq));
  // Of each record the stamp that was there first; the others say nothing more of it.
  const stamped = new Set([...chosen].map((seq) => stampOf(stamps, seq)?.seq));
  return lines.filter(({ seq }) => chosen.has(seq) || stamped.has(seq));
}

function isChosen(sealed: SealedRecord, findingIds: ReadonlySet<string>, bundleId: string): boolean {
  const type = typeOf(sealed);
  if (type === null || KEY_RECORDS.has(type) || type === 'erasure') return type !== null;
  const record = readRecord(sealed);
  if (record?.type === 'handover') return record.body.bundleId === bundleId;
  return record !== null && FINDING_RECORDS.has(record.type) && 'findingId' in record.body && findingIds.has(record.body.findingId);
}
