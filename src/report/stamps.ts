// Stamps in a bundle: the files that openssl checks, and which stamp says of a record when it was there at the latest.
import { type Bytes, parseBase64, toBytes } from '../evidence/bytes.ts';
import { toCheckpoint } from '../evidence/checkpoint.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { KeptStamp } from '../model/stamp.ts';
import { stampPath } from './layout.ts';

/** The stamps among some records, as they stand. */
export function stampsIn(records: readonly { readonly seq: number; readonly record: EvidenceRecord }[]): KeptStamp[] {
  return records.flatMap(({ seq, record }) => (record.type === 'stamp' ? [{ seq, body: record.body }] : []));
}

/** Which stamp states the earliest time at which record `seq` was there; null where none is about it. */
export function stampOf(stamps: readonly KeptStamp[], seq: number): KeptStamp | null {
  const about = stamps.filter(({ body }) => body.size > seq);
  return about.reduce<KeptStamp | null>((first, one) => (first === null || one.body.statedAt < first.body.statedAt ? one : first), null);
}

/**
 * How long after the capture the authority saw it, in the largest unit that fits, rounded down; negative where the computer's clock
 * was ahead of the authority's by more than a minute: then one of the two clocks was wrong.
 * @param capturedAt by the computer's clock @param statedAt by the authority's
 */
export function gapOf(capturedAt: string, statedAt: string): { readonly unit: 'minute' | 'hour' | 'day'; readonly n: number } {
  const minutes = Math.trunc((Date.parse(statedAt) - Date.parse(capturedAt)) / 60_000);
  // Never minus zero: it is the sign that is asked for.
  if (Math.abs(minutes) < 60) return { unit: 'minute', n: minutes + 0 };
  const hours = Math.trunc(minutes / 60);
  return Math.abs(hours) < 48 ? { unit: 'hour', n: hours } : { unit: 'day', n: Math.trunc(hours / 24) };
}

/** What stands in signatures/ of one stamp: the stamped text, the request and the answer. @param origin the log's name */
export function toStampFiles({ seq, body }: KeptStamp, origin: string): { readonly name: string; readonly bytes: Bytes }[] {
  return [
    { name: stampPath(seq, 'txt'), bytes: toBytes(toCheckpoint({ origin, size: body.size, head: body.head })) },
    { name: stampPath(seq, 'tsq'), bytes: parseBase64(body.request) ?? new Uint8Array() },
    { name: stampPath(seq, 'tsr'), bytes: parseBase64(body.answer) ?? new Uint8Array() },
  ];
}
