// The three-line text that says how long a log is and what its last line hashes to (C2SP tlog-checkpoint).
import { toHex } from '../lib/hash.ts';
import { fromHex, parseBase64, toBase64 } from './bytes.ts';

export interface Checkpoint {
  /** Name of the log, "netra/" and the log's own id. */
  readonly origin: string;
  /** Number of lines. */
  readonly size: number;
  /** SHA-256 of the last line, hex. */
  readonly head: string;
}

/** The name under which a log's checkpoints are signed. */
export function toOrigin(logId: string): string {
  return `netra/${logId}`;
}

/** origin, size and base64 of the head, each with a line end. This text is what gets signed. */
export function toCheckpoint({ origin, size, head }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(fromHex(head))}\n`;
}

/** Null where the text is not exactly what `toCheckpoint` writes. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const head = parseBase64(root);
  if (head === null || head.length !== 32 || !/^(0|[1-9]\d{0,14})$/.test(size) || !/^\S+$/.test(origin)) return null;
  const checkpoint = { origin, size: Number(size), head: toHex(head) };
  return toCheckpoint(checkpoint) === text ? checkpoint : null;
}
