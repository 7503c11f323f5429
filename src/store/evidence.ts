// Append and read: the only code that writes evidence. Sealing comes in as an argument, so that the store knows no format.
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { BlobRow, NetraDb } from './db.ts';

/** The format that the store keeps without knowing it. */
export interface EvidenceFormat {
  /** Makes a record into a log line that follows `prev`. */
  seal(record: EvidenceRecord, prev: SealedRecord | null, at: string): Promise<SealedRecord>;
  newKey(): Promise<CryptoKeyPair>;
  /** The first record of a new log. */
  genesis(key: CryptoKeyPair, at: string): Promise<EvidenceRecord>;
}

export interface EvidenceStore {
  /**
   * Seals and appends records with their blobs and the findings they change, in one strict transaction.
   * Resolves once all of it is on disk.
   */
  append(records: readonly EvidenceRecord[], blobs: readonly BlobRow[], findings: readonly Finding[], at: string): Promise<SealedRecord[]>;
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

export function openEvidence(db: NetraDb, format: EvidenceFormat): EvidenceStore {
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
  ): Promise<SealedRecord[]> {
    // Sealed before the transaction opens: awaiting a digest inside one would let IndexedDB commit it early.
    const before = await head();
    const queue = before === null ? [await format.genesis(await signingKey(), at), ...records] : [...records];
    const sealed: SealedRecord[] = [];
    for (const record of queue) sealed.push(await format.seal(record, sealed.at(-1) ?? before, at));
    const own = before === null ? sealed.slice(1) : sealed;
    const changed = findings.map((finding) => ({
      ...finding,
      captures: finding.captures.map((seq) => (seq < 0 ? (own[-seq - 1]?.seq ?? seq) : seq)),
    }));
    await db.transaction('rw', db.log, db.blobs, db.findings, async () => {
      if (((await head())?.seq ?? -1) !== (before?.seq ?? -1)) throw new HeadMoved();
      await db.log.bulkAdd(sealed);
      await db.blobs.bulkPut([...blobs]);
      await db.findings.bulkPut(changed);
    });
    return own;
  }

  return {
    async append(records, blobs, findings, at) {
      for (;;) {
        try {
          return await appendOnce(records, blobs, findings, at);
        } catch (error) {
          if (!(error instanceof HeadMoved)) throw error;
        }
      }
    },
    head,
    lines: () => db.log.orderBy('seq').toArray(),
    records: async (seqs) => (await db.log.bulkGet([...seqs])).filter((row) => row !== undefined),
    blob: async (hash) => (await db.blobs.get(hash))?.bytes ?? null,
    findings: () => db.findings.toArray(),
    finding: async (findingId) => (await db.findings.get(findingId)) ?? null,
    signingKey,
  };
}
