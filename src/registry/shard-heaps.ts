// Keys of accounts or names on their way to the index: 256 heaps by first byte, which go to the disk when they grow.
import { joined } from '../lib/joined.ts';
import type { OutFile } from './shard-folder.ts';
import { ONE_GO, PARTITIONS } from './shard-index.ts';
import { SPILL_BYTES } from './shard-record.ts';

const HEAP = 2048 * SPILL_BYTES;

/** One file for all heaps. */
export interface Spill {
  readonly file: OutFile;
  size: number;
}

interface Heap {
  bytes: Uint8Array<ArrayBuffer>;
  used: number;
  /** Where full ones of it stand in the spill. */
  readonly chunks: number[];
}

export class Heaps {
  count = 0;
  readonly #spill: Spill;
  readonly #heaps: readonly Heap[];

  constructor(spill: Spill) {
    this.#spill = spill;
    this.#heaps = Array.from({ length: PARTITIONS }, () => ({ bytes: new Uint8Array(16 * SPILL_BYTES), used: 0, chunks: [] }));
  }

  async take(entries: Uint8Array): Promise<void> {
    for (let at = 0; at < entries.length; at += SPILL_BYTES) {
      const heap = this.#heaps[entries[at] as number] as Heap;
      if (heap.used === heap.bytes.length) {
        if (heap.used === HEAP) {
          heap.chunks.push(this.#spill.size);
          this.#spill.size += HEAP;
          await this.#spill.file.append(heap.bytes);
          heap.used = 0;
        } else {
          const more = new Uint8Array(Math.min(HEAP, heap.bytes.length * 2));
          more.set(heap.bytes);
          heap.bytes = more;
        }
      }
      for (let i = 0; i < SPILL_BYTES; i++) heap.bytes[heap.used + i] = entries[at + i] as number;
      heap.used += SPILL_BYTES;
    }
    this.count += entries.length / SPILL_BYTES;
  }

  /** Ranges of heaps that are put in order together: all, if that is not too many. */
  groups(): readonly (readonly [first: number, last: number])[] {
    if (this.count <= ONE_GO) return [[0, PARTITIONS]];
    return Array.from({ length: PARTITIONS }, (_, partition) => [partition, partition + 1] as const);
  }

  async entries([first, last]: readonly [number, number]): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = [];
    for (const { bytes, used, chunks } of this.#heaps.slice(first, last)) {
      for (const at of chunks) parts.push(await this.#spill.file.read(at, HEAP));
      parts.push(bytes.subarray(0, used));
    }
    return joined(parts);
  }
}
