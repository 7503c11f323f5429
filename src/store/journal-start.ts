// The beginning of a journal's file: whose copy it is, and whether all of it is there.
import {
  type Bytes,
  encodeFrame,
  isPlace,
  JOURNAL_VERSION,
  KINDS,
  parsePayload,
  type Readable,
  readFrame,
  toPayload,
  walkFrames,
} from './journal-frames.ts';

/** What a file says at its beginning. */
export interface Start {
  readonly version: number;
  readonly generation: string;
  /** How often the journal was written anew; missing: never. */
  readonly turn?: number;
  /** False as long as it is being written anew. */
  readonly whole?: boolean;
}

const START_BYTES = 256;

/** Always of the same length: it is written over once the file is whole. */
export function startFrame(start: Omit<Start, 'version'>): Bytes {
  const payload: Bytes = new Uint8Array(START_BYTES).fill(0x20);
  payload.set(toPayload({ version: JOURNAL_VERSION, ...start }));
  return encodeFrame({ kind: KINDS.start, seq: 0, count: 0, payload });
}

/** The beginning that a file states; null where there is none that can be read. */
export async function readStart(file: Readable): Promise<Start | null> {
  for await (const one of walkFrames(file)) {
    const payload = isPlace(one) && one.kind === KINDS.start ? await readFrame(file, one) : null;
    return payload === null ? null : parsePayload<Start>(payload);
  }
  return null;
}
