// Sealed records: what is written once, chained, and never changed.
import { z } from 'zod';
import { backupSchema, restoredSchema } from './backup.ts';
import { captureSchema } from './capture.ts';
import { erasureSchema } from './erasure.ts';
import { hashSchema } from './hash.ts';
import { holdSchema } from './hold.ts';
import { noteSchema } from './note.ts';
import { recheckSchema } from './recheck.ts';
import { reasonSchema, redactionSchema } from './redaction.ts';
import { stampSchema } from './stamp.ts';

/** A later word of the reviewer on a finding. Never overwrites: a new decision is a new record. */
export const decisionSchema = z.strictObject({
  findingId: hashSchema,
  verdict: z.enum(['confirmed', 'set-aside']),
  /** The reviewer's own words, or ''. */
  note: z.string().max(5000),
  decidedAt: z.iso.datetime(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** The monitor states on which day a finding became known to them. Never overwrites: the latest statement holds, all are kept. */
export const knownSchema = z.strictObject({
  findingId: hashSchema,
  /** Local calendar day, as the report form asks for it; the monitor's word, not the computer's. */
  knownOn: z.iso.date(),
  /** How it became known, in the monitor's own words, or ''. */
  note: z.string().max(2000),
  /** When it was stated. */
  statedAt: z.iso.datetime(),
});
export type KnownStatement = z.infer<typeof knownSchema>;

/** A note that a bundle was written, kept in the chain of custody. */
export const handoverSchema = z.strictObject({
  bundleId: z.uuid(),
  exportedAt: z.iso.datetime(),
  findingIds: z.array(hashSchema).max(100_000),
  /** Why originals that show other people were handed on; missing: they were not, only the redacted files. */
  originals: reasonSchema.optional(),
});
export type Handover = z.infer<typeof handoverSchema>;

/** The first record of every log: which key signs it. */
export const genesisSchema = z.strictObject({
  /** Random name of this log; two logs never share one. */
  logId: z.uuid(),
  startedAt: z.iso.datetime(),
  /** SHA-256 fingerprint of the signing key in OpenSSH's form, "SHA256:…". */
  keyFingerprint: z.string().max(100),
  software: z.string().max(200),
});
export type Genesis = z.infer<typeof genesisSchema>;

/** Why a log had to be repaired: what the browser had done to what was kept. */
export const lossSchema = z.enum(['wiped', 'cut', 'rolled-back', 'forked', 'key-lost']);
export type Loss = z.infer<typeof lossSchema>;

/** What a repair of the log found and could not bring back. The key that signs from here on may be another one. */
export const recoverySchema = z.strictObject({
  recoveredAt: z.iso.datetime(),
  why: lossSchema,
  /** SHA-256 fingerprint of the key that the log named until now, "SHA256:…". */
  previousKeyFingerprint: z.string().max(100),
  /** Fingerprint of the key that signs from this record on; the same where the key was not lost. */
  keyFingerprint: z.string().max(100),
  /** Numbers of records that were acknowledged and are gone, both ends included. */
  missing: z.array(z.strictObject({ from: z.number().int().nonnegative(), to: z.number().int().nonnegative() })).max(10_000),
  /** SHA-256 of the last line that was acknowledged, where that line is gone; null where it is not. */
  lostHead: hashSchema.nullable(),
  /** Hashes of images and sources that captures name and that are gone. */
  missingArtefacts: z.array(hashSchema).max(100_000),
});
export type Recovery = z.infer<typeof recoverySchema>;

/** The content that a log line commits to. Its canonical JSON (RFC 8785) is what is hashed. */
export const recordSchema = z.discriminatedUnion('type', [
  z.strictObject({ version: z.literal(1), type: z.literal('genesis'), body: genesisSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('capture'), body: captureSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('decision'), body: decisionSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('handover'), body: handoverSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('known'), body: knownSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('recovery'), body: recoverySchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('backup'), body: backupSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('restored'), body: restoredSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('note'), body: noteSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('recheck'), body: recheckSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('hold'), body: holdSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('erasure'), body: erasureSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('stamp'), body: stampSchema }),
  z.strictObject({ version: z.literal(1), type: z.literal('redaction'), body: redactionSchema }),
]);
export type EvidenceRecord = z.infer<typeof recordSchema>;

/** One line of the log. The line's bytes are its canonical JSON without a line end. */
export const logLineSchema = z.strictObject({
  /** 0 for the genesis record, then one more each. */
  seq: z.number().int().nonnegative(),
  at: z.iso.datetime(),
  type: z.enum([
    'genesis',
    'capture',
    'decision',
    'handover',
    'known',
    'recovery',
    'backup',
    'restored',
    'note',
    'recheck',
    'hold',
    'erasure',
    'stamp',
    'redaction',
  ]),
  /** SHA-256 of salt (32 bytes) followed by the record's canonical bytes: content can be erased and the chain still checks. */
  commit: hashSchema,
  /** SHA-256 of the previous line's bytes; 64 zeros on the first line. */
  prev: hashSchema,
});
export type LogLine = z.infer<typeof logLineSchema>;

/** A record with all that proves its place in the log. */
export interface SealedRecord {
  readonly seq: number;
  /** The log line's exact bytes as text. */
  readonly line: string;
  /** 32 random bytes, hex; null once the content was erased. */
  readonly salt: string | null;
  /** The record's canonical JSON, exactly as hashed; null once it was erased: the line stays. */
  readonly canonical: string | null;
}

/** One line of records/*.ndjson in a bundle. */
export const bundledRecordSchema = z.strictObject({ seq: z.number().int().nonnegative(), salt: hashSchema, record: recordSchema });
