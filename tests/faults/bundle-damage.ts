// A bundle cut off at every length and with single bits flipped everywhere: none of these may be taken for a sound one.
import { openArchive } from '../../src/report/archive.ts';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { toInput } from '../report/sample.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export const sampleBundle = async (): Promise<Bytes> => new Uint8Array(await (await writeBundleBlob(await toInput())).blob.arrayBuffer());

export interface Tried {
  readonly tried: number;
  /** Places at which the damaged bundle was taken for a sound one. */
  readonly accepted: readonly string[];
}

/**
 * Refused at its opening or at the reading of one file, as `verifyBundle` opens and reads it; or by the whole of `verifyBundle`.
 * @param first the file that is read first
 */
async function isRefused(blob: Blob, first?: string): Promise<boolean> {
  try {
    const files = await openArchive(blob);
    if (first !== undefined) await files.read(first);
  } catch {
    return true;
  }
  return !(await verifyBundle(blob)).ok;
}

/** @param lengths at which it is cut off; every one from none to all but the last byte if missing */
export async function cutEach(bytes: Bytes, lengths?: Iterable<number>): Promise<Tried> {
  const whole = new Blob([bytes]);
  const accepted: string[] = [];
  let tried = 0;
  for (const length of lengths ?? Array.from({ length: bytes.length }, (_, i) => i)) {
    tried++;
    if (!(await isRefused(whole.slice(0, length)))) accepted.push(`cut at ${length}`);
  }
  return { tried, accepted };
}

/** A Blob over bytes that may change under it, which notes the places that are read. */
class LiveBlob extends Blob {
  readonly #bytes: Bytes;
  readonly #read: Uint8Array;
  constructor(bytes: Bytes, read: Uint8Array) {
    super([]);
    this.#bytes = bytes;
    this.#read = read;
  }
  override get size(): number {
    return this.#bytes.length;
  }
  override slice(from = 0, to = this.size): Blob {
    const at = (place: number) => (place < 0 ? Math.max(0, this.size + place) : Math.min(this.size, place));
    this.#read.fill(1, at(from), at(to));
    return new Blob([this.#bytes.slice(at(from), at(to))]);
  }
}

export type Region = 'header' | 'content' | 'searched';

/** Where the files' contents lie: a zip as Netra writes it stores them as they are, each behind its own header. */
function contentsOf(bytes: Bytes, lengths: readonly number[]): { readonly from: number; readonly to: number }[] {
  const view = new DataView(bytes.buffer);
  let at = 0;
  return lengths.map((length) => {
    while (view.getUint32(at, true) !== 0x04034b50) at++;
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    at = from + length;
    return { from, to: at };
  });
}

export interface Flipped extends Tried {
  readonly bytes: Readonly<Record<Region, number>>;
}

/**
 * Flips bits of every byte. header: describes files · content: of one file; the opening of the zip does not read it, so that the
 * opened zip stays as it was, and the file alone is read anew · searched: of one file as well, but the opening looks through it for
 * the zip's end. A file that cannot be read is a failed check of `verifyBundle`; where it can, `verifyBundle` is asked.
 * @param bits which bits of a byte are flipped; of contents it is told how long the file is
 */
export async function flipEach(
  original: Bytes,
  bits: (place: number, region: Region, fileBytes: number) => readonly number[],
): Promise<Flipped> {
  const bytes = original.slice();
  const opening = new Uint8Array(bytes.length);
  const files = await openArchive(new LiveBlob(bytes, opening));
  const isOpening = opening.slice();
  const contents = new Map<number, string>();
  const lengths: number[] = [];
  for (const name of files.names) lengths.push((await files.read(name)).length);
  for (const [i, { from, to }] of contentsOf(original, lengths).entries())
    for (let place = from; place < to; place++) contents.set(place, files.names[i] ?? '');
  const lengthOf = new Map(files.names.map((name, i) => [name, lengths[i] ?? 0]));
  const accepted: string[] = [];
  let tried = 0;
  const counts: Record<Region, number> = { header: 0, content: 0, searched: 0 };
  for (let place = 0; place < bytes.length; place++) {
    const name = contents.get(place);
    const region: Region = name === undefined ? 'header' : isOpening[place] === 1 ? 'searched' : 'content';
    counts[region]++;
    for (const bit of bits(place, region, lengthOf.get(name ?? '') ?? 0)) {
      tried++;
      bytes[place] = (original[place] ?? 0) ^ (1 << bit);
      const isSeen =
        name === undefined || region === 'searched'
          ? await isRefused(new Blob([bytes]), name)
          : await files.read(name).then(
              async () => !(await verifyBundle(bytes.slice())).ok,
              () => true,
            );
      if (!isSeen) accepted.push(`byte ${place}, bit ${bit} (${region}${name === undefined ? '' : ` of ${name}`})`);
    }
    bytes[place] = original[place] ?? 0;
  }
  return { tried, accepted, bytes: counts };
}

/** Whether the zip's own sum (CRC-32) changes with each single bit of a file of this length: the sum is linear, so the content is no matter. */
export function sumSeesEveryBit(length: number): boolean {
  // What one flipped bit adds to the sum, from the last bit of the file to its first: one more step of the register each.
  let delta = 0xedb88320;
  for (let bit = 0; bit < length * 8; bit++) {
    if (delta === 0) return false;
    delta = (delta & 1) === 1 ? (delta >>> 1) ^ 0xedb88320 : delta >>> 1;
  }
  return true;
}
