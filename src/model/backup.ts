// A backup of all that a monitor keeps, and how a log goes on from one on another computer: the old key signs its heir.
import { z } from 'zod';
import { watchedAccountSchema, watchedWordSchema } from './account.ts';
import { hashSchema } from './hash.ts';
import { papersSchema, signerSchema } from './registry.ts';

/** "SHA256:…" of a key, as `ssh-keygen -lf` prints it. */
const fingerprintSchema = z.string().max(100);
const countSchema = z.number().int().nonnegative();

/** A backup was begun. Whether it was written to its end the log cannot know. Holds no secret. */
export const backupSchema = z.strictObject({
  backupId: z.uuid(),
  startedAt: z.iso.datetime(),
  /** Lines of the log before this record, all of them in the backup, and SHA-256 of the last of them. */
  size: countSchema,
  head: hashSchema,
  /** The key whose private half lies in the backup, and nowhere else. */
  heirFingerprint: fingerprintSchema,
});
export type BackupRecord = z.infer<typeof backupSchema>;

/** One key signs that another one follows it: the statement's exact text, and an SSHSIG signature over it. */
export const successionStepSchema = z.strictObject({ statement: z.string().max(1000), signature: z.string().max(4000) });
export type SuccessionStep = z.infer<typeof successionStepSchema>;

/** The log goes on from a backup, in another browser. From here on another key signs. */
export const restoredSchema = z.strictObject({
  restoredAt: z.iso.datetime(),
  backupId: z.uuid(),
  /** Fingerprint of the key that the log named until now; it could not be taken along. */
  previousKeyFingerprint: fingerprintSchema,
  /** Fingerprint of the key that signs from this record on; it was made in the new browser and cannot be read out of it. */
  keyFingerprint: fingerprintSchema,
  /** The old key names the heir that lay in the backup; the heir names the new key. */
  steps: z.array(successionStepSchema).length(2),
  /** Images and sources that captures name and that were gone already when the backup was made. */
  missingArtefacts: z.array(hashSchema).max(100_000),
});
export type Restored = z.infer<typeof restoredSchema>;

/** What stands first in a backup, signed by the log's key. */
export const backupHeadSchema = z.strictObject({
  format: z.literal('netra-cadangan'),
  version: z.literal(1),
  backupId: z.uuid(),
  madeAt: z.iso.datetime(),
  software: z.string().max(200),
  logId: z.uuid(),
  /** Lines of the log in this backup, the record of the backup itself the last of them, and SHA-256 of that line. */
  size: z.number().int().positive(),
  head: hashSchema,
  /** Fingerprint of the key that signs the log, and this head. */
  keyFingerprint: fingerprintSchema,
  heir: z.strictObject({ publicKey: z.string().max(1000), step: successionStepSchema }),
  /** The small files that follow, in their order. */
  files: z.array(z.strictObject({ name: z.string().max(100), bytes: countSchema, hash: hashSchema })).max(20),
});
export type BackupHead = z.infer<typeof backupHeadSchema>;

/** A record as a backup holds it. Without salt and text: its content was erased, its line stays. */
export const packedRecordSchema = z.strictObject({
  seq: countSchema,
  line: z.string().max(2000),
  salt: hashSchema.nullable(),
  canonical: z.string().max(20_000_000).nullable(),
});
export type PackedRecord = z.infer<typeof packedRecordSchema>;

/** A campaign list, whole. */
export const packedListSchema = z.strictObject({
  listId: z.uuid(),
  kind: z.literal('campaign'),
  file: z.string().max(500),
  importedAt: z.iso.datetime(),
  watched: z.array(watchedAccountSchema).max(200_000),
  words: z.array(watchedWordSchema).max(200_000),
  refused: countSchema,
  papers: papersSchema.optional(),
  isOn: z.boolean().optional(),
});
export type PackedList = z.infer<typeof packedListSchema>;

/** A list of the registry, by its papers alone: its rows are not the monitor's to copy, and are imported again from the office's file. */
export const namedListSchema = z.strictObject({
  listId: z.uuid(),
  papers: papersSchema,
});

export const packedListsSchema = z.strictObject({
  /** Lists of campaign accounts and words, with their rows. */
  campaigns: z.array(packedListSchema).max(1000),
  /** Lists of civil servants, without their rows. */
  registry: z.array(namedListSchema).max(1000),
});
export type PackedLists = z.infer<typeof packedListsSchema>;

/** Settings as they lie in the browser's storage; each is looked at by its own schema when it is put back. */
export const packedSettingsSchema = z.strictObject({
  settings: z.unknown(),
  ruleBook: z.unknown(),
  signers: z.array(signerSchema).max(1000),
});
export type PackedSettings = z.infer<typeof packedSettingsSchema>;

/** When to remind: after so many records, or so many days with something new. */
export const reminderSchema = z.strictObject({
  /** New records since the last backup. */
  records: z.number().int().min(1).max(10_000),
  /** Days since the last backup, if there is anything new. */
  days: z.number().int().min(1).max(365),
});
export type Reminder = z.infer<typeof reminderSchema>;
/** Before the user chose anything. */
export const DEFAULT_REMINDER = reminderSchema.parse({ records: 50, days: 7 });

/** The last backup that was written to its end from this browser, or that this browser was restored from. */
export const backupNoteSchema = z.strictObject({
  at: z.iso.datetime(),
  logId: z.uuid(),
  /** Lines of the log in it. */
  size: countSchema,
  /** file: the file itself was read back · before: what was handed to the browser was read, and not the file that it saved. */
  checked: z.enum(['file', 'before']),
});
export type BackupNote = z.infer<typeof backupNoteSchema>;

/** Why a backup was not taken. Nothing is changed then. */
export const BACKUP_REFUSALS = [
  'not-a-backup', // another kind of file
  'wrong-secret', // the passphrase does not open it
  'damaged', // cut off, changed, or not of one piece
  'newer', // made by a later version of Netra
  'unsigned', // head, heir or key do not belong to its log
] as const;
export type BackupRefusal = (typeof BACKUP_REFUSALS)[number];
