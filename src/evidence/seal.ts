// Puts a record into the form in which it is kept for good: canonical text, a salted commitment, one line of the log.
import canonicalize from 'canonicalize';
import { sha256, toHex } from '../lib/hash.ts';
import { type EvidenceRecord, type LogLine, logLineSchema, recordSchema, type SealedRecord } from '../model/evidence.ts';
import { fromHex, joinBytes, toBytes } from './bytes.ts';

/** What stands in `prev` on a log's first line. */
export const NO_PREVIOUS = '0'.repeat(64);
export const SALT_BYTES = 32;

/**
 * Canonical JSON (RFC 8785).
 * @throws Error on lone surrogates, NaN, infinities and circles, which have no canonical form.
 */
export function toCanonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('no JSON form');
  return text;
}

/**
 * The same value with each lone surrogate in its texts replaced by U+FFFD.
 * Text from pages may hold half a character; it has no UTF-8 form, so it could be neither hashed nor written.
 */
export function toWellFormedText<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map((item: unknown) => toWellFormedText(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), toWellFormedText(item)])) as T;
}

/** SHA-256 of salt followed by the record's canonical bytes. `salt` in hex. */
export async function commitOf(salt: string, canonical: string): Promise<string> {
  return sha256(joinBytes(fromHex(salt), toBytes(canonical)));
}

/**
 * Seals a record as the log's next line.
 * @param prev number and line of the record before, or null for a log's first record, which has to be its genesis
 * @param at time of sealing, ISO 8601 UTC
 * @param salt 32 random bytes; drawn here unless given
 * @throws Error where the record is not of the model's form, or stands in the wrong place of the log.
 */
export async function seal(
  record: EvidenceRecord,
  prev: { readonly seq: number; readonly line: string } | null,
  at: string,
  salt: Uint8Array = crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
): Promise<SealedRecord> {
  if ((prev === null) !== (record.type === 'genesis')) throw new Error('a log starts with its genesis record, and has one only');
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes`);
  const canonical = toCanonical(recordSchema.parse(toWellFormedText(record)));
  const saltHex = toHex(salt);
  const entry: LogLine = {
    seq: prev === null ? 0 : prev.seq + 1,
    at,
    type: record.type,
    commit: await commitOf(saltHex, canonical),
    prev: prev === null ? NO_PREVIOUS : await sha256(prev.line),
  };
  return { seq: entry.seq, line: toCanonical(logLineSchema.parse(entry)), salt: saltHex, canonical };
}

/** The record inside. @throws Error where the text is not a record; whether it is the one committed to, `verifyCommit` says. */
export function openRecord(sealed: { readonly canonical: string }): EvidenceRecord;
export function openRecord(sealed: Pick<SealedRecord, 'canonical'>): EvidenceRecord | 'erased';
export function openRecord({ canonical }: Pick<SealedRecord, 'canonical'>): EvidenceRecord | 'erased' {
  return canonical === null ? 'erased' : recordSchema.parse(JSON.parse(canonical));
}

/** The record inside, where it has to be there. @throws Error where it was erased or is not a record */
export function expectRecord(sealed: SealedRecord): EvidenceRecord {
  const record = openRecord(sealed);
  if (record === 'erased') throw new Error(`record ${sealed.seq} was erased`);
  return record;
}
