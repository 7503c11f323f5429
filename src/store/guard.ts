// What the store is given: the format that it keeps without knowing it, and who watches over every append.
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import type { Refusal } from '../model/messages.ts';
import type { KeptBlob } from './boxes.ts';
import type { Erases, LogRow } from './rows.ts';

/** The end of a log, as far as it can be read while Netra is locked. */
export type Head = Pick<SealedRecord, 'seq' | 'line'>;

/** The format that the store keeps without knowing it. */
export interface EvidenceFormat {
  /** Makes a record into a log line that follows `prev`. */
  seal(record: EvidenceRecord, prev: Head | null, at: string): Promise<SealedRecord>;
  newKey(): Promise<CryptoKeyPair>;
  /** The first record of a new log. */
  genesis(key: CryptoKeyPair, at: string): Promise<EvidenceRecord>;
  /** Whether a record is the one that its line of the log commits to. */
  verify(sealed: SealedRecord): Promise<boolean>;
  /** "SHA256:…" of a key. */
  fingerprint(key: CryptoKeyPair): Promise<string>;
}

/** Who watches over every append: the second copy, the anchor, the room on the disk. */
export interface Guard {
  /** @throws StorageRefused where nothing may be written now */
  before(withImages: boolean): Promise<void>;
  /** Writes the second copy. Resolves once it is on disk. */
  keep(sealed: readonly LogRow[], blobs: readonly KeptBlob[]): Promise<void>;
  /** Destroys content in the second copy. Resolves once it is gone there. */
  erase(what: Erases): Promise<void>;
  /** Takes the second copy of this append back: it did not reach the database. */
  undo(): Promise<void>;
  /** Both copies are on disk. Never fails: what was kept stays kept. */
  kept(head: Head): Promise<void>;
  /** A write failed: nothing more is to be written. */
  failed(): Promise<void>;
}

/** Raised where the storage may not be written to; `refusal` is the reason, in the words of the model. */
export class StorageRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** For pages that only read. */
export const READ_ONLY: Guard = {
  before: () => Promise.reject(new StorageRefused('storage')),
  keep: async () => undefined,
  erase: async () => undefined,
  undo: async () => undefined,
  kept: async () => undefined,
  failed: async () => undefined,
};
