// Steps of ties and their pictures in the journal, beside the images: as they lie in the database, wrapped by the vault.
import { type Bytes, encodeFrame, isPlace, KINDS, type Readable, readAhead, readFrame, walkFrames } from './journal-frames.ts';

export interface TieRow {
  readonly seq: number;
  readonly bytes: Bytes;
}

/** The number goes before the bytes: pictures have numbers below zero. */
export function toTieFrame({ seq, bytes }: TieRow): Bytes {
  const payload: Bytes = new Uint8Array(4 + bytes.length);
  new DataView(payload.buffer).setInt32(0, seq);
  payload.set(bytes, 4);
  return encodeFrame({ kind: KINDS.tie, seq: 0, count: 0, payload });
}

/** A later frame counts: it was sealed anew. */
export async function readTies(file: Readable): Promise<TieRow[]> {
  const found = new Map<number, Bytes>();
  for await (const one of walkFrames(readAhead(file, 4096))) {
    if (!isPlace(one) || one.kind !== KINDS.tie) continue;
    const payload = await readFrame(file, one);
    if (payload !== null) found.set(new DataView(payload.buffer, payload.byteOffset).getInt32(0), payload.slice(4));
  }
  return [...found].map(([seq, bytes]) => ({ seq, bytes }));
}
