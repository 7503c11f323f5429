// Append and read: the only code that writes evidence. Sealing comes in as an argument, so that the store knows no format.
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { type BlobRow, boxBlob, boxRow, type KeptBlob, namedBy, openBlob, openRows } from './boxes.ts';
import { type NetraDb, rowsFrom } from './db.ts';
import { finishErasing, orderErasing, toErases } from './erasing.ts';
import { readFinding, readFindings, toChange, writeChange } from './findings.ts';
import { type EvidenceFormat, type Guard, type Head, READ_ONLY, StorageRefused } from './guard.ts';
import type { Erases } from './rows.ts';
import { NO_VAULT, type Sealer, WrongBox } from './sealer.ts';

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
   * @throws Locked, and NotErasable where a number is not in the log, or is of the first record, a repair or an erasure
   * @throws StorageRefused
   */
  erase(plan: ErasurePlan, at: string): Promise<SealedRecord>;
  /** Works while Netra is locked. */
  head(): Promise<Head | null>;
  /** All records with their content. @throws Locked: a log that cannot be read is never an empty one */
  lines(): Promise<SealedRecord[]>;
  /** @throws Locked */
  records(seqs: readonly number[]): Promise<SealedRecord[]>;
  /** Null where it is gone. @throws Locked */
  blob(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** @throws Locked */
  findings(): Promise<Finding[]>;
  /** @throws Locked */
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

/** What cannot be opened is as good as gone; what is locked is not. */
function damaged(error: unknown): null {
  if (error instanceof WrongBox) return null;
  throw error;
}

/** Raised when the head moved between sealing and writing; the append is tried anew on the new head. */
class HeadMoved extends Error {}

/** What the store stands on. Without a guard it is for reading. */
export interface EvidenceWorld {
  /** Watches over every append. */
  readonly guard?: Guard;
  /** Where an image is looked for that the database does not give. */
  readonly secondCopy?: (hash: string) => Promise<KeptBlob | null>;
  /** The vault's. @throws Locked */
  readonly sealer?: () => Promise<Sealer>;
}

export interface EvidenceWriter extends EvidenceStore {
  /** Runs alone: nothing is appended or erased meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function openEvidence(
  db: NetraDb,
  format: EvidenceFormat,
  { guard = READ_ONLY, secondCopy = async () => null, sealer = async () => NO_VAULT }: EvidenceWorld = {},
): EvidenceWriter {
  // One append at a time: the second copy is a file in which they follow each other.
  let turn: Promise<unknown> = Promise.resolve();
  const head = async (): Promise<Head | null> => {
    const last = await db.log.orderBy('seq').last();
    return last === undefined ? null : { seq: last.seq, line: last.line };
  };

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
    const keys = await sealer();
    const before = await head();
    const queue = before === null ? [await format.genesis(await signingKey(), at), ...records] : [...records];
    const sealed: SealedRecord[] = [];
    for (const record of queue) sealed.push(await format.seal(record, sealed.at(-1) ?? before, at));
    const own = before === null ? sealed.slice(1) : sealed;
    const changed = findings.map((finding) => ({
      ...finding,
      captures: finding.captures.map((seq) => (seq < 0 ? (own[-seq - 1]?.seq ?? seq) : seq)),
    }));
    const last = sealed.at(-1);
    const rows = await Promise.all(
      sealed.map((one, at) => boxRow(one, namedBy(queue[at] as EvidenceRecord), keys, one === last ? erasure?.erases : undefined)),
    );
    const kept = await Promise.all(blobs.map((one) => boxBlob(one, keys)));
    const change = await toChange(changed, erasure?.removed ?? [], keys);
    await guard.keep(rows, kept);
    try {
      await db.transaction('rw', [db.log, db.blobs, db.views, db.findings, db.meta], async () => {
        if ((await db.meta.get('restoring')) !== undefined) throw new StorageRefused('restoring');
        if (((await head())?.seq ?? -1) !== (before?.seq ?? -1)) throw new HeadMoved();
        await db.log.bulkAdd(rows);
        await db.blobs.bulkPut(kept);
        await writeChange(db, change);
        if (erasure !== undefined && last !== undefined) await orderErasing(db, last.seq);
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
    await sealer();
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
    alone: inTurn,
    head,
    async lines() {
      const keys = await sealer();
      const all: SealedRecord[] = [];
      for await (const rows of rowsFrom(db, 0)) all.push(...(await openRows(rows, keys)));
      return all;
    },
    async records(seqs) {
      const keys = await sealer();
      return openRows(
        (await db.log.bulkGet([...seqs])).filter((row) => row !== undefined),
        keys,
      );
    },
    async blob(hash) {
      const keys = await sealer();
      const own = await db.blobs.get(hash).catch(() => undefined);
      const bytes = own === undefined ? null : await openBlob(own, keys).catch(damaged);
      if (bytes !== null) return bytes;
      const copy = await secondCopy(hash);
      return copy === null ? null : openBlob(copy, keys).catch(damaged);
    },
    findings: async () => readFindings(db, await sealer()),
    finding: async (findingId) => readFinding(db, findingId, await sealer()),
    signingKey,
  };
}
