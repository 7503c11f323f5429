// Append and read: the only code that writes evidence. Sealing comes in as an argument, so that the store knows no format.
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Refusal } from '../model/messages.ts';
import type { BlobRow, NetraDb } from './db.ts';
import { finishErasing, orderErasing, toErases } from './erasing.ts';
import type { Erases, LogRow } from './rows.ts';

/** The format that the store keeps without knowing it. */
export interface EvidenceFormat {
  /** Makes a record into a log line that follows `prev`. */
  seal(record: EvidenceRecord, prev: SealedRecord | null, at: string): Promise<SealedRecord>;
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
  keep(sealed: readonly LogRow[], blobs: readonly BlobRow[]): Promise<void>;
  /** Destroys content in the second copy. Resolves once it is gone there. */
  erase(what: Erases): Promise<void>;
  /** Takes the second copy of this append back: it did not reach the database. */
  undo(): Promise<void>;
  /** Both copies are on disk. Never fails: what was kept stays kept. */
  kept(head: SealedRecord): Promise<void>;
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

/** What is to be destroyed, and what stays of it. */
export interface ErasurePlan extends Erases {
  /** Says that content was destroyed, and holds none of it. Appended and acknowledged before anything is destroyed. */
  readonly record: EvidenceRecord;
  /** Findings that go on without what was erased. */
  readonly findings: readonly Finding[];
  /** Findings of which nothing is left. */
  readonly removedFindings: readonly string[];
}

export interface EvidenceStore {
  /**
   * Seals and appends records with their blobs and the findings they change: to the second copy, then in one strict
   * transaction. Resolves once all of it is on disk in both.
   */
  append(records: readonly EvidenceRecord[], blobs: readonly BlobRow[], findings: readonly Finding[], at: string): Promise<SealedRecord[]>;
  /**
   * Appends the record of an erasure, then destroys what it names in both copies: lines stay, content, salts, images and sources go.
   * An image that a record outside of `seqs` names stays. Resolves with the appended record once all of it is destroyed; where it
   * fails after the record was acknowledged, the next start completes it.
   * @throws NotErasable where a number is not in the log, or is of the first record, a repair or an erasure
   * @throws StorageRefused
   */
  erase(plan: ErasurePlan, at: string): Promise<SealedRecord>;
  head(): Promise<SealedRecord | null>;
  lines(): Promise<SealedRecord[]>;
  records(seqs: readonly number[]): Promise<SealedRecord[]>;
  blob(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
  findings(): Promise<Finding[]>;
  finding(findingId: string): Promise<Finding | null>;
  signingKey(): Promise<CryptoKeyPair>;
}

/** Raised where a log is there and the key that signs it is not; the text is for the user. */
export class KeyLost extends Error {
  constructor() {
    super(
      'Kunci tanda tangan Netra hilang dari peramban ini, jadi berkas bukti tidak dapat ditandatangani. Bukti yang sudah tersimpan tetap ada: jangan hapus data peramban, dan minta bantuan teknis.',
    );
  }
}

/** Raised when the head moved between sealing and writing; the append is tried anew on the new head. */
class HeadMoved extends Error {}

/**
 * @param guard watches over every append; without one the store is for reading
 * @param secondCopy where an image is looked for that the database does not give
 */
export function openEvidence(
  db: NetraDb,
  format: EvidenceFormat,
  guard: Guard = READ_ONLY,
  secondCopy: (hash: string) => Promise<Uint8Array<ArrayBuffer> | null> = async () => null,
): EvidenceStore {
  // One append at a time: the second copy is a file in which they follow each other.
  let turn: Promise<unknown> = Promise.resolve();
  const head = async () => (await db.log.orderBy('seq').last()) ?? null;

  async function signingKey(): Promise<CryptoKeyPair> {
    const kept = await db.keys.get('signing');
    if (kept !== undefined) return kept.pair;
    // A new key would contradict the log's first record, which names the old one: every bundle would look forged.
    if ((await head()) !== null) throw new KeyLost();
    const pair = await format.newKey();
    // Two openers may race here: the first one's key stays, the other reads it. A key that is not on disk is never given out:
    // the log's first record names it for good.
    return db.transaction('rw', db.keys, async () => {
      const first = await db.keys.get('signing');
      if (first !== undefined) return first.pair;
      await db.keys.add({ name: 'signing', pair });
      return pair;
    });
  }

  async function appendOnce(
    records: readonly EvidenceRecord[],
    blobs: readonly BlobRow[],
    findings: readonly Finding[],
    at: string,
    erasure?: { readonly erases: Erases; readonly removed: readonly string[] },
  ): Promise<SealedRecord[]> {
    // Sealed before the transaction opens: awaiting a digest inside one would let IndexedDB commit it early.
    await guard.before(blobs.length > 0);
    const before = await head();
    const queue = before === null ? [await format.genesis(await signingKey(), at), ...records] : [...records];
    const sealed: LogRow[] = [];
    for (const record of queue) sealed.push(await format.seal(record, sealed.at(-1) ?? before, at));
    const last = sealed.at(-1);
    if (last !== undefined && erasure !== undefined) sealed[sealed.length - 1] = { ...last, erases: erasure.erases };
    const own = before === null ? sealed.slice(1) : sealed;
    const changed = findings.map((finding) => ({
      ...finding,
      captures: finding.captures.map((seq) => (seq < 0 ? (own[-seq - 1]?.seq ?? seq) : seq)),
    }));
    await guard.keep(sealed, blobs);
    try {
      await db.transaction('rw', db.log, db.blobs, db.findings, db.meta, async () => {
        if (((await head())?.seq ?? -1) !== (before?.seq ?? -1)) throw new HeadMoved();
        await db.log.bulkAdd(sealed);
        await db.blobs.bulkPut([...blobs]);
        await db.findings.bulkPut(changed);
        if (erasure !== undefined && last !== undefined) {
          await db.findings.bulkDelete([...erasure.removed]);
          await orderErasing(db, last.seq);
        }
      });
    } catch (error) {
      // Where this fails too, the journal is one append ahead: the next start takes that over whole.
      await guard.undo().catch(() => undefined);
      if (!(error instanceof HeadMoved)) await guard.failed();
      throw error;
    }
    if (last !== undefined) await guard.kept(last);
    return own;
  }

  async function eraseOnce(plan: ErasurePlan, at: string): Promise<SealedRecord> {
    await guard.before(false);
    const erasure = { erases: await toErases(db, plan), removed: plan.removedFindings };
    const [own] = await appendOnce([plan.record], [], plan.findings, at, erasure);
    if (own === undefined) throw new StorageRefused('storage');
    try {
      await finishErasing(db, guard.erase);
    } catch {
      // Ordered and acknowledged: the next start does the rest.
      await guard.failed();
      throw new StorageRefused('storage-stopped');
    }
    return own;
  }

  /** One after another; tried anew where the head moved meanwhile. */
  function inTurn<T>(once: () => Promise<T>): Promise<T> {
    const work = async () => {
      for (;;) {
        try {
          return await once();
        } catch (error) {
          if (!(error instanceof HeadMoved)) throw error;
        }
      }
    };
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    append: (records, blobs, findings, at) => inTurn(() => appendOnce(records, blobs, findings, at)),
    erase: (plan, at) => inTurn(() => eraseOnce(plan, at)),
    head,
    lines: () => db.log.orderBy('seq').toArray(),
    records: async (seqs) => (await db.log.bulkGet([...seqs])).filter((row) => row !== undefined),
    blob: async (hash) => (await db.blobs.get(hash).catch(() => undefined))?.bytes ?? secondCopy(hash),
    findings: () => db.findings.toArray(),
    finding: async (findingId) => (await db.findings.get(findingId)) ?? null,
    signingKey,
  };
}
