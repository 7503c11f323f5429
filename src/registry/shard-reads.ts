// Short reads from a long file: together, and not twice.
import type { InFile, Stretch } from './shard-folder.ts';

/** Reading this much more costs less than another read. */
const GAP = 16_384;

/** The bytes of each stretch, in the order in which they are given; fewer where the file ends. */
export async function readAll(file: InFile, stretches: readonly Stretch[]): Promise<Uint8Array[]> {
  const order = stretches.map((_, i) => i).sort((a, b) => (stretches[a] as Stretch).at - (stretches[b] as Stretch).at);
  const spans: { at: number; length: number }[] = [];
  const spanOf = new Uint32Array(stretches.length);
  for (const i of order) {
    const { at, length } = stretches[i] as Stretch;
    const span = spans.at(-1);
    if (span !== undefined && at <= span.at + span.length + GAP) span.length = Math.max(span.length, at + length - span.at);
    else spans.push({ at, length });
    spanOf[i] = spans.length - 1;
  }
  const read =
    spans.length > 1 && file.readMany !== undefined
      ? await file.readMany(spans)
      : await Promise.all(spans.map(({ at, length }) => file.read(at, length)));
  return stretches.map(({ at, length }, i) => {
    const number = spanOf[i] as number;
    const from = at - (spans[number] as Stretch).at;
    return (read[number] as Uint8Array).subarray(from, from + length);
  });
}

/** What was asked last, up to a number of bytes: a page shows the same accounts again and again. */
export class Remembered<Value> {
  readonly #values = new Map<string, { readonly value: Value; readonly bytes: number }>();
  readonly #most: number;
  bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const kept = this.#values.get(key);
    if (kept === undefined) return undefined;
    // Asked last stands last.
    this.#values.delete(key);
    this.#values.set(key, kept);
    return kept.value;
  }

  /** @param bytes about how much memory it takes */
  set(key: string, value: Value, bytes: number): void {
    const before = this.#values.get(key);
    if (before !== undefined) {
      this.bytes -= before.bytes;
      this.#values.delete(key);
    }
    if (bytes > this.#most) return;
    this.#values.set(key, { value, bytes });
    this.bytes += bytes;
    for (const [oldest, kept] of this.#values) {
      if (this.bytes <= this.#most) return;
      this.#values.delete(oldest);
      this.bytes -= kept.bytes;
    }
  }
}
