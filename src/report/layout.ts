// Where things lie in a bundle (BagIt, RFC 8493), and how anybody checks one without Netra.
import type { Artefact } from '../model/capture.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import { CANNOT, PROVES } from '../model/limits.ts';
import type { KeptStamp } from '../model/stamp.ts';

/** The name under which the signer stands in allowed_signers. */
export const PRINCIPAL = 'netra';
/** SSHSIG namespaces: a signature of one kind cannot pass for the other. */
export const BUNDLE_NAMESPACE = 'netra-bundle';
export const CHECKPOINT_NAMESPACE = 'netra-checkpoint';

export const PAYLOAD_MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const README = 'BACA-SAYA.txt';
export const BAG_INFO = 'bag-info.txt';
export const SUMMARY = 'data/ringkasan.html';
export const LOG = 'data/catatan/log.ndjson';
export const SCHEMA_FOLDER = 'data/catatan/skema/';
/** Which files that records name are not in the bundle, and why: one line each. */
export const WITHHELD = 'data/catatan/withheld.ndjson';
/** Documents that a person made for the receiver (forms, annex). */
export const DOCUMENT_FOLDER = 'data/laporan/';

export const RECORD_FILES = {
  genesis: 'data/catatan/genesis.ndjson',
  capture: 'data/catatan/captures.ndjson',
  decision: 'data/catatan/decisions.ndjson',
  handover: 'data/catatan/handovers.ndjson',
  known: 'data/catatan/known.ndjson',
  recovery: 'data/catatan/recoveries.ndjson',
  backup: 'data/catatan/backups.ndjson',
  restored: 'data/catatan/restored.ndjson',
  note: 'data/catatan/notes.ndjson',
  recheck: 'data/catatan/rechecks.ndjson',
  hold: 'data/catatan/holds.ndjson',
  erasure: 'data/catatan/erasures.ndjson',
  stamp: 'data/catatan/stamps.ndjson',
  redaction: 'data/catatan/redactions.ndjson',
} as const satisfies Record<EvidenceRecord['type'], string>;

export const SIGNATURES = {
  tagSsh: `signatures/${TAG_MANIFEST}.sshsig`,
  tagDer: `signatures/${TAG_MANIFEST}.der`,
  payloadSsh: `signatures/${PAYLOAD_MANIFEST}.sshsig`,
  payloadDer: `signatures/${PAYLOAD_MANIFEST}.der`,
  checkpoint: 'signatures/checkpoint.txt',
  checkpointSsh: 'signatures/checkpoint.txt.sshsig',
  allowedSigners: 'signatures/allowed_signers',
  publicKey: 'signatures/public-key.pem',
} as const;

/** Place of one stamp's file: the stamped text, the request, or the answer. @param seq number of the stamp's record */
export function stampPath(seq: number, kind: 'txt' | 'tsq' | 'tsr'): string {
  return `signatures/cap-waktu-${seq}.${kind}`;
}

/** Whether a path names a stamp's file, whichever. */
export function isStampPath(path: string): boolean {
  return path.startsWith('signatures/cap-waktu-');
}

/** Files that no manifest lists: the tag manifest, and the signatures over it. */
export const UNLISTED: readonly string[] = [TAG_MANIFEST, SIGNATURES.tagSsh, SIGNATURES.tagDer];

const FOLDERS = {
  screenshot: 'bukti',
  crop: 'bukti',
  redacted: 'bukti',
  source: 'sumber',
  'redacted-source': 'sumber',
  copy: 'salinan',
  'redacted-copy': 'salinan',
} as const satisfies Record<Artefact['role'], string>;
// Raw source ends in .txt so that a double click shows it and never runs it.
const ENDINGS = {
  screenshot: '.png',
  crop: '.png',
  redacted: '.png',
  source: '.html.txt',
  'redacted-source': '.html.txt',
  copy: '.html',
  'redacted-copy': '.html',
} as const satisfies Record<Artefact['role'], string>;

/** Place of an artefact, relative to the bundle's folder. */
export function pathOf({ role, hash }: Pick<Artefact, 'role' | 'hash'>): string {
  return `data/${FOLDERS[role]}/${hash}${ENDINGS[role]}`;
}

/** Whether a path names an artefact, whichever. */
export function isArtefactPath(path: string): boolean {
  return /^data\/(bukti|sumber|salinan)\//.test(path);
}

const SSH_VERIFY = `ssh-keygen -Y verify -f ${SIGNATURES.allowedSigners} -I ${PRINCIPAL} -n ${BUNDLE_NAMESPACE}`;
const OPENSSL_VERIFY = `openssl dgst -sha256 -verify ${SIGNATURES.publicKey}`;
// Names in a bundle hold no blanks or quotes, so xargs hands them on as they are and the lines come out as in the manifest.
const RECOMPUTE = `cut -c67- ${PAYLOAD_MANIFEST} | xargs sha256sum`;

/**
 * Exact command lines, run in the bundle's folder; each ends with status 0 on an unaltered bundle.
 * `…Payload` recompute the manifest from the files themselves, so one changed byte fails the signature check as well.
 */
export const COMMANDS = {
  sums: `sha256sum -c ${PAYLOAD_MANIFEST} ${TAG_MANIFEST}`,
  sshTags: `${SSH_VERIFY} -s ${SIGNATURES.tagSsh} < ${TAG_MANIFEST}`,
  sshPayload: `${RECOMPUTE} | ${SSH_VERIFY} -s ${SIGNATURES.payloadSsh}`,
  opensslTags: `${OPENSSL_VERIFY} -signature ${SIGNATURES.tagDer} ${TAG_MANIFEST}`,
  opensslPayload: `${RECOMPUTE} | ${OPENSSL_VERIFY} -signature ${SIGNATURES.payloadDer}`,
  fingerprint: `ssh-keygen -lf ${SIGNATURES.allowedSigners}`,
} as const;

/** Checks a stamp against the authority's root certificate, which nobody may take from the bundle. */
export function stampCommand(seq: number): string {
  return `openssl ts -verify -data ${stampPath(seq, 'txt')} -in ${stampPath(seq, 'tsr')} -CAfile AKAR.pem`;
}

/** Gives the third line of a stamped text anew from the log. @param size how many lines the stamp is about */
export function stampedLineCommand(size: number): string {
  return `sed -n ${size}p ${LOG} | tr -d '\\n' | openssl dgst -sha256 -binary | openssl base64`;
}

function toStampLines(stamps: readonly KeptStamp[]): string[] {
  if (stamps.length === 0) return ['Tanpa waktu tepercaya: semua waktu hanya menurut jam komputer pemantau.'];
  return [
    'Waktu tepercaya: ambil sendiri sertifikat akar otoritasnya (AKAR.pem); perintah harus berakhir dengan Verification: OK.',
    ...stamps.flatMap(({ seq, body }) => [
      `${stampCommand(seq)}   (sudah ada paling lambat ${body.statedAt})`,
      `${stampedLineCommand(body.size)}   (harus sama dengan baris ketiga ${stampPath(seq, 'txt')})`,
    ]),
  ];
}

/** BACA-SAYA.txt: a few lines on what this is and how to check it. */
export function toReadme(bundleId: string, fingerprint: string, stamps: readonly KeptStamp[]): string {
  return [
    `Berkas bukti Netra ${bundleId}. Isinya untuk dibaca: ${SUMMARY}`,
    'Cara memeriksa: buka terminal di folder ini. Setiap perintah harus berakhir dengan OK, Good, atau Verified OK.',
    COMMANDS.sums,
    COMMANDS.sshTags,
    COMMANDS.sshPayload,
    COMMANDS.opensslTags,
    COMMANDS.opensslPayload,
    `${COMMANDS.fingerprint}   (harus ${fingerprint}, sama dengan yang tertulis di berita acara penyerahan)`,
    ...toStampLines(stamps),
    'Windows tanpa alat itu: certutil -hashfile NAMA-BERKAS SHA256, lalu bandingkan dengan manifest-sha256.txt; atau halaman Periksa di Netra.',
    'Yang dibuktikan dan yang tidak (semua isi adalah dugaan, bukan putusan):',
    ...PROVES.map(({ id }) => `+ ${id}`),
    ...CANNOT.map(({ about, say }) => `- ${about.id}: ${say.id}`),
    'What it proves and what it cannot (all of it is allegation, not judgement):',
    ...PROVES.map(({ en }) => `+ ${en}`),
    ...CANNOT.map(({ about, say }) => `- ${about.en}: ${say.en}`),
    '',
  ].join('\n');
}
