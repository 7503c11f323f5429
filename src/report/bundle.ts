// Writes one bundle: a zip with one bag in it. Images are read one at a time, so memory does not grow with them.
import { makeZip, predictLength } from 'client-zip';
import { type Bytes, joinBytes, toBytes } from '../evidence/bytes.ts';
import { parseLine, verifyChain, verifyCommit } from '../evidence/chain.ts';
import { toCheckpoint, toOrigin } from '../evidence/checkpoint.ts';
import { findClockSteps } from '../evidence/clock.ts';
import { fingerprint, publicKeyPem, toAllowedSigners } from '../evidence/keys.ts';
import { expectRecord } from '../evidence/seal.ts';
import { signDer, signSsh } from '../evidence/signatures.ts';
import { followKeys } from '../evidence/succession.ts';
import { sha256 } from '../lib/hash.ts';
import type { Artefact } from '../model/capture.ts';
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import { toJsonSchemas } from '../model/json-schemas.ts';
import { isSafeName, toBagInfo, toManifest } from './bag.ts';
import { shareOut } from './handed.ts';
import * as layout from './layout.ts';
import { stampsIn, toStampFiles } from './stamps.ts';
import { type BundleMeta, toSummary } from './summary.ts';

export interface BundleInput {
  /** UUID; names the zip and its one folder. */
  readonly bundleId: string;
  /** ISO 8601 UTC; becomes the time of every file in the zip. */
  readonly createdAt: string;
  /** The whole log, every line: gaps would show. */
  readonly lines: readonly string[];
  /** The chosen records: genesis, captures and decisions of the chosen findings, handovers, every recovery. In any order. */
  readonly records: readonly SealedRecord[];
  /** Bytes of an artefact by its SHA-256. */
  readonly readBlob: (hash: string) => Promise<Uint8Array>;
  readonly key: CryptoKeyPair;
  /** Name and version of the program, e.g. "Netra 0.1.0". */
  readonly software: string;
  readonly meta: BundleMeta;
  /** The page for reading, where it is another one than that of the findings. */
  readonly summary?: string;
  /** Forms and annexes made for the receiver; they go to data/laporan/ under these names. */
  readonly documents?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface WrittenBundle {
  /** Name for the file. */
  readonly name: string;
  /** "SHA256:…" of the key, to be written on paper. */
  readonly fingerprint: string;
  /** Length of the zip in bytes. */
  readonly bytes: number;
  /** The zip, where no sink was given; null where it has already gone there. */
  readonly stream: ReadableStream<Uint8Array> | null;
}

/** One file to be zipped: its bytes now, or an artefact to be fetched when its turn comes. */
type Part = { readonly name: string; readonly bytes: Bytes } | { readonly name: string; readonly artefact: Artefact };
interface OpenedRecord {
  readonly sealed: SealedRecord;
  readonly record: EvidenceRecord;
}

/**
 * Writes a bundle to `sink`, or gives it as a stream.
 * @throws Error before the first byte where log, records or key do not belong together; in the middle, with the sink
 * aborted, where an artefact's bytes are not the ones that were sealed. Neither leaves a bundle that verifies.
 */
export async function writeBundle(input: BundleInput, sink?: WritableStream<Uint8Array>): Promise<WrittenBundle> {
  const opened = await openAll(input);
  const payload = await toPayload(input, opened);
  const tags = await toTags(input, opened, payload);
  const parts = [...tags, ...payload];
  const folder = input.bundleId;
  const at = toZipTime(input.createdAt);
  const entries = parts.map((part) => ({ name: `${folder}/${part.name}`, size: sizeOf(part), lastModified: at, mode: 0o644 }));
  const stream = makeZip(
    (async function* () {
      for (const [i, part] of parts.entries()) {
        yield {
          name: `${folder}/${part.name}`,
          input: await load(part, input.readBlob),
          lastModified: entries[i]?.lastModified ?? at,
          mode: 0o644,
        };
      }
    })(),
  );
  if (sink !== undefined) await stream.pipeTo(sink);
  return {
    name: `netra-${folder}.zip`,
    fingerprint: await fingerprint(input.key),
    bytes: Number(predictLength(entries)),
    stream: sink === undefined ? stream : null,
  };
}

/** A bundle as one Blob; for bundles that fit into memory. */
export async function writeBundleBlob(
  input: BundleInput,
): Promise<{ readonly name: string; readonly fingerprint: string; readonly blob: Blob }> {
  const { name, fingerprint: print, stream } = await writeBundle(input);
  const blob = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  return { name, fingerprint: print, blob: blob.slice(0, blob.size, 'application/zip') };
}

/** Opens every record and makes sure that it is the log's own. In order of number, each once. */
async function openAll({ bundleId, lines, records, key }: BundleInput): Promise<OpenedRecord[]> {
  if (!/^[0-9a-f-]{36}$/.test(bundleId)) throw new Error('a bundle is named by a UUID');
  const chain = await verifyChain(lines);
  if (!chain.ok) throw new Error(`log is broken at ${chain.broken.map((one) => one.seq).join(', ')}`);
  const bySeq = new Map(records.map((sealed) => [sealed.seq, sealed]));
  const opened: OpenedRecord[] = [];
  for (const sealed of [...bySeq.values()].sort((a, b) => a.seq - b.seq)) {
    if (lines[sealed.seq] !== sealed.line || !(await verifyCommit(sealed))) throw new Error(`record ${sealed.seq} is not the log's`);
    opened.push({ sealed, record: expectRecord(sealed) });
  }
  const genesis = opened[0]?.record;
  if (genesis?.type !== 'genesis') throw new Error('the genesis record is missing');
  const keys = await followKeys(
    lines,
    opened.map(({ sealed, record }) => ({ seq: sealed.seq, record })),
  );
  if (keys.brokenAt !== null) throw new Error(`record ${keys.brokenAt} on the signing key is missing or does not fit`);
  if (keys.fingerprint !== (await fingerprint(key))) throw new Error('the key is not the one that the log names');
  return opened;
}

async function toPayload(input: BundleInput, opened: readonly OpenedRecord[]): Promise<Part[]> {
  const texts = new Map<string, string>();
  const genesis = opened[0]?.sealed;
  texts.set(
    layout.SUMMARY,
    input.summary ??
      toSummary({
        bundleId: input.bundleId,
        createdAt: input.createdAt,
        software: input.software,
        meta: input.meta,
        fingerprint: await fingerprint(input.key),
        logSize: input.lines.length,
        logHead: await sha256(input.lines.at(-1) ?? ''),
        logStartedAt: parseLine(genesis?.line ?? '')?.at ?? input.createdAt,
        clockSteps: findClockSteps(input.lines),
        records: opened.map(({ sealed, record }) => ({ seq: sealed.seq, record })),
      }),
  );
  for (const { sealed, record } of opened) {
    const file = layout.RECORD_FILES[record.type];
    // The canonical text goes in as it was hashed; the members around it stand in canonical order as well.
    texts.set(file, `${texts.get(file) ?? ''}{"record":${sealed.canonical},"salt":"${sealed.salt}","seq":${sealed.seq}}\n`);
  }
  const { handed, withheld } = shareOut(
    opened.map(({ sealed: { seq }, record }) => ({ seq, record })),
    input.bundleId,
  );
  if (withheld.length > 0) texts.set(layout.WITHHELD, withheld.map((one) => `${JSON.stringify(one)}\n`).join(''));
  texts.set(layout.LOG, input.lines.map((line) => `${line}\n`).join(''));
  for (const [name, schema] of Object.entries(toJsonSchemas()))
    texts.set(layout.SCHEMA_FOLDER + name, `${JSON.stringify(schema, null, 2)}\n`);
  const parts = new Map<string, Part>([...texts].map(([name, text]) => [name, { name, bytes: toBytes(text) }]));
  for (const { name, bytes } of input.documents ?? []) {
    const path = layout.DOCUMENT_FOLDER + name;
    if (!isSafeName(path) || parts.has(path)) throw new Error(`a document cannot be named "${name}"`);
    parts.set(path, { name: path, bytes: joinBytes(bytes) });
  }
  for (const artefact of handed) parts.set(layout.pathOf(artefact), { name: layout.pathOf(artefact), artefact });
  return [...parts.values()];
}

async function toTags(input: BundleInput, opened: readonly OpenedRecord[], payload: readonly Part[]): Promise<Part[]> {
  const { key, bundleId, meta } = input;
  const print = await fingerprint(key);
  const genesis = opened[0]?.record;
  const origin = toOrigin(genesis?.type === 'genesis' ? genesis.body.logId : '');
  const stamps = stampsIn(opened.map(({ sealed, record }) => ({ seq: sealed.seq, record })));
  const checkpoint = toBytes(
    toCheckpoint({
      origin,
      size: input.lines.length,
      head: await sha256(input.lines.at(-1) ?? ''),
    }),
  );
  const manifest = toBytes(toManifest(await hashesOf(payload)));
  const info = toBagInfo([
    ['Source-Organization', meta.organization],
    ['Contact-Name', meta.collector],
    ['External-Description', meta.description],
    ['Bagging-Date', input.createdAt.slice(0, 10)],
    ['External-Identifier', bundleId],
    ['Payload-Oxum', `${payload.reduce((sum, part) => sum + sizeOf(part), 0)}.${payload.length}`],
    ['Bag-Software-Agent', input.software],
    ['Netra-Key-Fingerprint', print],
  ]);
  const listed: Part[] = [
    { name: 'bagit.txt', bytes: toBytes(layout.BAGIT_TEXT) },
    { name: layout.BAG_INFO, bytes: toBytes(info) },
    { name: layout.README, bytes: toBytes(layout.toReadme(bundleId, print, stamps)) },
    { name: layout.PAYLOAD_MANIFEST, bytes: manifest },
    { name: layout.SIGNATURES.payloadSsh, bytes: toBytes(await signSsh(key, manifest, layout.BUNDLE_NAMESPACE)) },
    { name: layout.SIGNATURES.payloadDer, bytes: await signDer(key, manifest) },
    { name: layout.SIGNATURES.checkpoint, bytes: checkpoint },
    { name: layout.SIGNATURES.checkpointSsh, bytes: toBytes(await signSsh(key, checkpoint, layout.CHECKPOINT_NAMESPACE)) },
    { name: layout.SIGNATURES.allowedSigners, bytes: toBytes(await toAllowedSigners(layout.PRINCIPAL, key)) },
    { name: layout.SIGNATURES.publicKey, bytes: toBytes(await publicKeyPem(key)) },
    ...stamps.flatMap((stamp) => toStampFiles(stamp, origin)),
  ];
  const tagManifest = toBytes(toManifest(await hashesOf(listed)));
  return [
    ...listed,
    { name: layout.TAG_MANIFEST, bytes: tagManifest },
    { name: layout.SIGNATURES.tagSsh, bytes: toBytes(await signSsh(key, tagManifest, layout.BUNDLE_NAMESPACE)) },
    { name: layout.SIGNATURES.tagDer, bytes: await signDer(key, tagManifest) },
  ];
}

async function hashesOf(parts: readonly Part[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const part of parts) hashes.set(part.name, 'artefact' in part ? part.artefact.hash : await sha256(part.bytes));
  return hashes;
}

function sizeOf(part: Part): number {
  return 'artefact' in part ? part.artefact.bytes : part.bytes.length;
}

async function load(part: Part, readBlob: BundleInput['readBlob']): Promise<Bytes> {
  if (!('artefact' in part)) return part.bytes;
  const { hash, bytes: length } = part.artefact;
  const bytes = joinBytes(await readBlob(hash));
  if (bytes.length !== length || (await sha256(bytes)) !== hash) throw new Error(`artefact ${hash} is not the one that was sealed`);
  return bytes;
}

/** A zip states local time without a zone; a date whose local digits are the UTC ones gives the same bytes everywhere. */
function toZipTime(iso: string): Date {
  const at = new Date(iso);
  return new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds());
}
