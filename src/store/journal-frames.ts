// The form of the journal's files: frames one after another, each with its length at both ends and a CRC-32C. Knows no file system.
import { crc32c } from '../lib/crc32c.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Version of this form, in the first frame of each file. A later one is left alone. */
export const JOURNAL_VERSION = 1;

/**
 * start: what the file is · records: rows of one append, as JSON · blob: SHA-256 (32 bytes), then the bytes, as earlier versions kept
 * them · erased: a frame of either kind whose content was destroyed, of the same length · redo: what is to be overwritten, until it is
 * (journal-erase.ts) · box: SHA-256, then the bytes as the vault wraps them · tie: one step of a tie, as the vault wraps it.
 */
export const KINDS = { start: 1, records: 2, blob: 3, erased: 4, redo: 5, box: 6, tie: 7 } as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS];

export interface Frame {
  readonly kind: Kind;
  /** Number of the first record; 0 for other kinds. */
  readonly seq: number;
  /** How many records; 0 for other kinds. */
  readonly count: number;
  readonly payload: Bytes;
}

/** Where a frame lies, without its content. */
export interface Place extends Omit<Frame, 'payload'> {
  readonly at: number;
  /** Length of the payload in bytes. */
  readonly length: number;
  /** First byte after the frame. */
  readonly end: number;
}

/** Bytes of a file that belong to no whole frame. */
export interface Damage {
  readonly at: number;
  readonly end: number;
}

/** A file as far as reading goes. Fewer bytes than asked for are given at its end. */
export interface Readable {
  size(): Promise<number>;
  read(at: number, length: number): Promise<Bytes>;
}

/** A file that is open for one writer, as a sync access handle is. Errors of the disk are thrown. */
export interface RandomFile {
  size(): number;
  read(at: number, length: number): Bytes;
  write(at: number, bytes: Bytes): void;
  truncate(size: number): void;
  flush(): void;
}

export const toReadable = (file: RandomFile): Readable => ({
  size: async () => file.size(),
  read: async (at, length) => file.read(at, length),
});

const MAGIC = 0x4e4a3031;
const END = 0x4e4a454e;
export const HEADER = 24;
const TRAILER = 8;
const LAST_KIND = 7;
/** Larger than any picture of a screen; a length beyond it is damage. */
const LONGEST = 256 * 1024 * 1024;

/** Header: magic, kind, seq, count, length, CRC over the three of them and the payload. Trailer: length, magic. */
export function encodeFrame({ kind, seq, count, payload }: Frame): Bytes {
  const bytes = new Uint8Array(HEADER + payload.length + TRAILER);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint8(4, kind);
  view.setUint32(8, seq);
  view.setUint32(12, count);
  view.setUint32(16, payload.length);
  view.setUint32(20, crc32c(payload, crc32c(bytes.subarray(4, 20))));
  bytes.set(payload, HEADER);
  view.setUint32(HEADER + payload.length, payload.length);
  view.setUint32(HEADER + payload.length + 4, END);
  return bytes;
}

/** The frame that starts here, if header and trailer fit each other; its content may still be damaged. */
export async function findFrame(file: Readable, at: number, size: number): Promise<Place | null> {
  if (at < 0 || at + HEADER + TRAILER > size) return null;
  const header = await file.read(at, HEADER);
  if (header.length < HEADER) return null;
  const view = new DataView(header.buffer, header.byteOffset);
  const kind = view.getUint8(4) as Kind;
  const length = view.getUint32(16);
  const end = at + HEADER + length + TRAILER;
  if (view.getUint32(0) !== MAGIC || kind < 1 || kind > LAST_KIND || length > LONGEST || end > size) return null;
  const trailer = await file.read(end - TRAILER, TRAILER);
  const tail = new DataView(trailer.buffer, trailer.byteOffset);
  if (trailer.length < TRAILER || tail.getUint32(0) !== length || tail.getUint32(4) !== END) return null;
  return { kind, seq: view.getUint32(8), count: view.getUint32(12), at, length, end };
}

/** The frame that ends here. */
export async function findFrameBefore(file: Readable, end: number, size: number): Promise<Place | null> {
  if (end < HEADER + TRAILER) return null;
  const trailer = await file.read(end - TRAILER, TRAILER);
  if (trailer.length < TRAILER) return null;
  const view = new DataView(trailer.buffer, trailer.byteOffset);
  if (view.getUint32(4) !== END) return null;
  const place = await findFrame(file, end - TRAILER - view.getUint32(0) - HEADER, size);
  return place?.end === end ? place : null;
}

/** The content of a frame; null where a byte of it is not the one that was written. */
export async function readFrame(file: Readable, place: Place): Promise<Bytes | null> {
  const whole = await file.read(place.at, place.end - place.at);
  if (whole.length < place.end - place.at) return null;
  const payload = whole.subarray(HEADER, HEADER + place.length);
  const stated = new DataView(whole.buffer, whole.byteOffset).getUint32(20);
  return crc32c(payload, crc32c(whole.subarray(4, 20))) === stated ? payload : null;
}

/** All frames from the front, and the bytes between that are none: after damage the search goes on. */
export async function* walkFrames(file: Readable, from = 0): AsyncGenerator<Place | Damage> {
  const size = await file.size();
  let at = from;
  while (at < size) {
    const place = await findFrame(file, at, size);
    if (place !== null) {
      yield place;
      at = place.end;
      continue;
    }
    const next = await findNext(file, at + 1, size);
    yield { at, end: next };
    at = next;
  }
}

/** JSON of a payload. Blanks at its end do no harm. */
export const parsePayload = <T>(payload: Bytes): T => JSON.parse(new TextDecoder().decode(payload)) as T;
export const toPayload = (value: unknown): Bytes => new TextEncoder().encode(JSON.stringify(value)) as Bytes;

/** In the file of records: whether rows are in it, with their content or without. */
export const isRecords = ({ kind }: Pick<Place, 'kind'>): boolean => kind === KINDS.records || kind === KINDS.erased;

export const isPlace = (one: Place | Damage): one is Place => 'kind' in one;

async function findNext(file: Readable, from: number, size: number): Promise<number> {
  const STEP = 1 << 20;
  for (let base = from; base < size; base += STEP) {
    const bytes = await file.read(base, STEP + HEADER);
    for (let i = 0; i < Math.min(STEP, bytes.length); i++) {
      if (bytes[i] !== 0x4e || bytes[i + 1] !== 0x4a || bytes[i + 2] !== 0x30 || bytes[i + 3] !== 0x31) continue;
      if ((await findFrame(file, base + i, size)) !== null) return base + i;
    }
  }
  return size;
}

/** First byte after the last whole frame: what lies behind it is what a sudden end left half written. */
export async function findEnd(file: Readable): Promise<number> {
  const size = await file.size();
  const last = await findFrameBefore(file, size, size);
  if (last !== null && (await readFrame(file, last)) !== null) return size;
  let end = 0;
  for await (const one of walkFrames(file)) if (isPlace(one) && (await readFrame(file, one)) !== null) end = one.end;
  return end;
}

/** Reads ahead, for walks over files whose every read costs a message. */
export function readAhead(file: Readable, window: number): Readable {
  let base = 0;
  let kept: Bytes = new Uint8Array();
  return {
    size: file.size,
    async read(at, length) {
      if (length > window) return file.read(at, length);
      if (at < base || at + length > base + kept.length) {
        base = at;
        kept = await file.read(at, window);
      }
      return kept.slice(at - base, at - base + length);
    },
  };
}

/** A Blob (a file of the browser's, too) as something to read. */
export function fromBlob(blob: Blob): Readable {
  return {
    size: async () => blob.size,
    read: async (at, length) => new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
  };
}
