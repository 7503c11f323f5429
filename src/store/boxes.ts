// Puts what is kept into boxes and takes it out again: records, images and sources, findings. What earlier versions kept open is read too.

import { sha256, toHex } from '../lib/hash.ts';
import { artefactsIn } from '../model/artefacts-in.ts';
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Bytes } from './journal-frames.ts';
import { readSealed } from './replay.ts';
import { type BoxedRow, type Erases, isBoxed, type LogRow } from './rows.ts';
import type { Sealer } from './sealer.ts';

/** Bytes of an artefact, under their own SHA-256. */
export interface BlobRow {
  readonly hash: string;
  readonly bytes: Bytes;
}

/** The same as it is kept. */
export interface BoxedBlob {
  readonly hash: string;
  readonly box: Bytes;
}
/** `bytes`: as earlier versions kept it. */
export type KeptBlob = BoxedBlob | BlobRow;

/** A finding as it is kept: its own name is a hash over facts that can be guessed, so it must not stand in clear. */
export interface View {
  readonly name: string;
  readonly box: Bytes;
}

const SALT_BYTES = 32;
const ofLog = (seq: number) => `netra-log-1:${seq}`;
const ofBlob = (hash: string) => `netra-blob-1:${hash}`;
const ofView = (name: string) => `netra-finding-1:${name}`;

function fromHex(hex: string): Bytes {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** @param artefacts hashes that the record names */
export async function boxRow(sealed: SealedRecord, artefacts: readonly string[], sealer: Sealer, erases?: Erases): Promise<BoxedRow> {
  const { seq, line, salt, canonical } = sealed;
  const more = erases === undefined ? {} : { erases };
  if (salt === null || canonical === null) return { seq, line, box: null, artefacts: [], ...more };
  const text = new TextEncoder().encode(canonical);
  const bytes = new Uint8Array(SALT_BYTES + text.length);
  bytes.set(fromHex(salt));
  bytes.set(text, SALT_BYTES);
  return { seq, line, box: await sealer.wrap(bytes, ofLog(seq)), artefacts, ...more };
}

/** @throws Locked, WrongBox */
export async function openRow(row: LogRow, sealer: Sealer): Promise<SealedRecord> {
  const { seq, line } = row;
  if (!isBoxed(row)) return { seq, line, salt: row.salt, canonical: row.canonical };
  if (row.box === null) return { seq, line, salt: null, canonical: null };
  const bytes = await sealer.unwrap(row.box, ofLog(seq));
  return { seq, line, salt: toHex(bytes.subarray(0, SALT_BYTES)), canonical: new TextDecoder().decode(bytes.subarray(SALT_BYTES)) };
}

export const openRows = (rows: readonly LogRow[], sealer: Sealer): Promise<SealedRecord[]> =>
  Promise.all(rows.map((row) => openRow(row, sealer)));

/** Hashes of the images and sources that this row names. */
export function artefactsOf(row: LogRow): readonly string[] {
  if (isBoxed(row)) return row.artefacts;
  const record = readSealed(row);
  return record === null ? [] : namedBy(record);
}

export const namedBy = (record: EvidenceRecord): string[] => artefactsIn(record).map(({ hash }) => hash);

export async function boxBlob({ hash, bytes }: BlobRow, sealer: Sealer): Promise<BoxedBlob> {
  return { hash, box: await sealer.wrap(bytes, ofBlob(hash)) };
}

/** Null where it is not what its hash says. @throws Locked, WrongBox */
export async function openBlob(kept: KeptBlob, sealer: Sealer): Promise<Bytes | null> {
  if ('bytes' in kept) return (await sha256(kept.bytes)) === kept.hash ? kept.bytes : null;
  return sealer.unwrap(kept.box, ofBlob(kept.hash));
}

export async function boxFinding(finding: Finding, sealer: Sealer): Promise<View> {
  const name = await sealer.name(finding.findingId);
  return { name, box: await sealer.wrap(new TextEncoder().encode(JSON.stringify(finding)), ofView(name)) };
}

/** @throws Locked, WrongBox */
export async function openFinding({ name, box }: View, sealer: Sealer): Promise<Finding> {
  return JSON.parse(new TextDecoder().decode(await sealer.unwrap(box, ofView(name)))) as Finding;
}
