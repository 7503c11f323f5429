// A stamp over a log: what is sent of it, and what of a kept stamp holds without anybody's certificate.
import { sha256 } from '../lib/hash.ts';
import type { Stamp, StampFailure } from '../model/stamp.ts';
import { parseBase64 } from './bytes.ts';
import { type Checkpoint, toCheckpoint } from './checkpoint.ts';
import { readTimestampAnswer, readTimestampRequest } from './timestamp.ts';

/** SHA-256 of a checkpoint's text, hex: all that an authority is ever shown. */
export async function imprintOf(checkpoint: Checkpoint): Promise<string> {
  return sha256(toCheckpoint(checkpoint));
}

/**
 * imprint: it is not about this log as it was · request: the kept request asks for something else ·
 * time: the answer states another time than the record · else what the answer itself lacks.
 */
export type StampFault = 'imprint' | 'request' | 'time' | StampFailure;

/**
 * What does not hold of a kept stamp; [] where all of it does. That `head` is the log's own is for whoever has the lines to check;
 * the authority's signature is for `openssl ts -verify`.
 * @param origin the log's name, as its checkpoints state it
 */
export async function checkStamp(stamp: Stamp, origin: string): Promise<StampFault[]> {
  const faults: StampFault[] = [];
  if ((await imprintOf({ origin, size: stamp.size, head: stamp.head })) !== stamp.imprint) faults.push('imprint');
  const asked = readTimestampRequest(parseBase64(stamp.request) ?? new Uint8Array());
  if (asked?.hash !== stamp.imprint) return [...faults, 'request'];
  const answer = readTimestampAnswer(parseBase64(stamp.answer) ?? new Uint8Array(), asked);
  if ('refused' in answer) return [...faults, answer.refused];
  return answer.stampedAt === stamp.statedAt ? faults : [...faults, 'time'];
}
