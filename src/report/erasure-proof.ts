// The proof that content was destroyed: a bundle without findings, so that whatever checks a bundle checks it as well.
import { parseLine } from '../evidence/chain.ts';
import { toOrigin } from '../evidence/checkpoint.ts';
import { fingerprint } from '../evidence/keys.ts';
import { openRecord } from '../evidence/seal.ts';
import { sha256 } from '../lib/hash.ts';
import type { Erasure } from '../model/erasure.ts';
import type { LogLine, SealedRecord } from '../model/evidence.ts';
import { writeBundleBlob } from './bundle.ts';
import { type ProofFacts, toProofPage } from './erasure-page.ts';

export interface ProofInput {
  /** UUID; names the folder. */
  readonly proofId: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** Number of the record that states the destruction. */
  readonly seq: number;
  /** The whole log. */
  readonly log: readonly SealedRecord[];
  /** Whether an image or source lies nowhere any more. */
  readonly isGone: (hash: string) => Promise<boolean>;
  readonly key: CryptoKeyPair;
  /** Name and version of the program. */
  readonly software: string;
}

/** Raised where there is nothing to prove yet; the text is for the user. */
export class NotErased extends Error {}

/** Records without which nobody can tell which key signs. */
const KEY_TYPES: readonly string[] = ['genesis', 'recovery', 'restored', 'backup'];

/**
 * Holds numbers, times, kinds and fingerprints of what was destroyed, and nobody's data: neither findings nor captures are in it.
 * @throws NotErased where some of it is still there
 */
export async function writeErasureProof(
  input: ProofInput,
): Promise<{ readonly name: string; readonly fingerprint: string; readonly blob: Blob }> {
  const { log, seq, proofId, createdAt, software, key } = input;
  const sealed = log[seq];
  const record = sealed?.canonical == null ? null : openRecord({ canonical: sealed.canonical });
  if (sealed === undefined || record?.type !== 'erasure') throw new NotErased(`Catatan nomor ${seq} bukan catatan penghapusan.`);
  await expectGone(record.body, input);
  const genesis = log[0]?.canonical == null ? null : openRecord({ canonical: log[0].canonical });
  const head = await sha256(sealed.line);
  const facts: ProofFacts = {
    proofId,
    createdAt,
    software,
    log: toOrigin(genesis?.type === 'genesis' ? genesis.body.logId : ''),
    keyFingerprint: await fingerprint(key),
    seq,
    erasure: record.body,
    erased: record.body.seqs.map((one) => entryOf(log, one)),
    headBefore: entryOf(log, seq).prev,
    headAfter: head,
  };
  const { blob, fingerprint: print } = await writeBundleBlob({
    bundleId: proofId,
    createdAt,
    lines: log.map(({ line }) => line),
    records: [...log.filter((one) => KEY_TYPES.includes(entryOf(log, one.seq).type)), sealed],
    readBlob: async (hash) => Promise.reject(new Error(`a proof holds no artefact ${hash}`)),
    key,
    software,
    meta: { organization: '', collector: '', description: 'Bukti penghapusan' },
    summary: toProofPage(facts),
    documents: [{ name: 'bukti-penghapusan.json', bytes: new TextEncoder().encode(`${JSON.stringify(toJson(facts), null, 2)}\n`) }],
  });
  return { name: `netra-bukti-penghapusan-${proofId}.zip`, fingerprint: print, blob };
}

async function expectGone({ seqs, hashes }: Erasure, { log, isGone }: ProofInput): Promise<void> {
  const left = seqs.filter((one) => log[one] === undefined || log[one].canonical !== null || log[one].salt !== null);
  const files: string[] = [];
  for (const hash of hashes) if (!(await isGone(hash))) files.push(hash);
  if (left.length > 0 || files.length > 0)
    throw new NotErased(
      `Penghapusan belum selesai: isi ${left.length} catatan dan ${files.length} gambar atau sumber masih ada. Tutup peramban, buka lagi, lalu coba sekali lagi.`,
    );
}

function entryOf(log: readonly SealedRecord[], seq: number): LogLine {
  const entry = parseLine(log[seq]?.line ?? '');
  if (entry === null) throw new NotErased(`Baris rantai nomor ${seq} tidak dapat dibaca.`);
  return entry;
}

/** The same facts for programs, under Indonesian names like the other files for receivers. */
function toJson(facts: ProofFacts): unknown {
  const { erasure } = facts;
  return {
    jenis: 'netra-bukti-penghapusan',
    versi: 1,
    nomor: facts.proofId,
    dibuat: facts.createdAt,
    perangkatLunak: facts.software,
    rantai: facts.log,
    sidikJariKunci: facts.keyFingerprint,
    catatanPenghapusan: facts.seq,
    waktu: erasure.erasedAt,
    alasan: erasure.reason,
    dimintaOleh: erasure.askedBy,
    surat: erasure.request === null ? null : { nomor: erasure.request.reference, diterima: erasure.request.receivedOn },
    jumlahDugaan: erasure.findingCount,
    catatanDimusnahkan: facts.erased.map(({ seq, at, type, commit }) => ({ nomor: seq, waktu: at, jenis: type, komitmen: commit })),
    berkasDimusnahkan: erasure.hashes,
    berkasBuktiYangPernahDiekspor: erasure.bundleIds,
    ujungRantai: { sebelum: facts.headBefore, sesudah: facts.headAfter },
  };
}
