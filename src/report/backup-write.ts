// Writes all that a monitor keeps into one sealed stream. Records and images are read as their turn comes: memory does not grow with them.
import { parseText, toBytes } from '../evidence/bytes.ts';
import { parseLine, verifyCommit } from '../evidence/chain.ts';
import { toOrigin } from '../evidence/checkpoint.ts';
import { fingerprint, publicKeyPem } from '../evidence/keys.ts';
import { NO_PREVIOUS, openRecord } from '../evidence/seal.ts';
import { signSsh } from '../evidence/signatures.ts';
import { signSuccession } from '../evidence/succession.ts';
import { sha256 } from '../lib/hash.ts';
import { artefactsIn } from '../model/artefacts-in.ts';
import type { BackupHead, PackedLists, PackedRecord, PackedSettings } from '../model/backup.ts';
import type { SealedRecord } from '../model/evidence.ts';
import type { LinkStep } from '../model/link.ts';
import { sealBackup } from './backup-file.ts';
import { BACKUP, BACKUP_NAMESPACE, blobName, goneName, pageName, pictureName, toBackupReadme } from './backup-layout.ts';
import type { TarFile } from './tar.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface BackupInput {
  readonly backupId: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly software: string;
  /** Lines of the log that go in, the record of this backup the last of them: what is appended meanwhile stays out. */
  readonly size: number;
  readonly records: (seqs: readonly number[]) => Promise<readonly SealedRecord[]>;
  readonly blob: (hash: string) => Promise<Uint8Array | null>;
  /** The log's key. */
  readonly key: CryptoKeyPair;
  readonly heir: { readonly pair: CryptoKeyPair; readonly pem: string };
  readonly links: readonly LinkStep[];
  /** A picture that a tie's step names; null where it is gone. */
  readonly picture: (hash: string) => Promise<Uint8Array | null>;
  readonly lists: PackedLists;
  readonly settings: PackedSettings;
}

/** Raised where the log here is not whole, so that nothing could go on from its backup. `seq` is the record's number. */
export class CannotBackUp extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super(`record ${seq} is missing, damaged, or does not follow`);
    this.seq = seq;
  }
}

/** Records, and bytes of their images, that wait in memory together. */
const PAGE = 50;
const PAGE_BYTES = 8 * 1024 ** 2;

/**
 * The sealed backup as a stream. It fails in the middle, and leaves a file that does not open, where the log is not whole.
 * @param secret as `toSecret` gives it @param told how many records are written so far
 * @throws CannotBackUp where the log's ends cannot be read
 */
export async function writeBackup(
  input: BackupInput,
  secret: string,
  told: (records: number) => void = () => undefined,
): Promise<ReadableStream<Uint8Array>> {
  const { key, heir, madeAt, software, backupId, size } = input;
  const [first, last] = [await expectRow(input, 0), await expectRow(input, size - 1)];
  const genesis = openRecord(first);
  if (genesis === 'erased' || genesis.type !== 'genesis') throw new CannotBackUp(0);
  const { logId } = genesis.body;
  const head = await sha256(last.line);
  const small: readonly { name: string; bytes: Bytes }[] = [
    { name: BACKUP.heir, bytes: toBytes(heir.pem) },
    { name: BACKUP.links, bytes: toBytes(input.links.map((step) => `${JSON.stringify(step)}\n`).join('')) },
    { name: BACKUP.lists, bytes: toBytes(JSON.stringify(input.lists)) },
    { name: BACKUP.settings, bytes: toBytes(JSON.stringify(input.settings)) },
  ];
  const files: BackupHead['files'] = [];
  for (const { name, bytes } of small) files.push({ name, bytes: bytes.length, hash: await sha256(bytes) });
  const stated: BackupHead = {
    format: 'netra-cadangan',
    version: 1,
    backupId,
    madeAt,
    software,
    logId,
    size,
    head,
    keyFingerprint: await fingerprint(key),
    heir: {
      publicKey: await publicKeyPem(heir.pair),
      step: await signSuccession(key, heir.pair, { origin: toOrigin(logId), size, head }),
    },
    files,
  };
  const headBytes = toBytes(`${JSON.stringify(stated, null, 2)}\n`);
  const opening: readonly TarFile[] = [
    { name: BACKUP.head, bytes: headBytes },
    { name: BACKUP.signature, bytes: toBytes(await signSsh(key, headBytes, BACKUP_NAMESPACE)) },
    { name: BACKUP.readme, bytes: toBytes(toBackupReadme(madeAt, software, size)) },
    ...small,
  ];
  async function* all(): AsyncGenerator<TarFile> {
    yield* opening;
    for (const hash of picturesOf(input.links)) yield await toFile(pictureName(hash), hash, await input.picture(hash));
    yield* recordFiles(input, told);
  }
  return sealBackup(all(), secret, madeAt);
}

async function expectRow({ records }: BackupInput, seq: number): Promise<SealedRecord> {
  const [row] = await records([seq]);
  if (row === undefined) throw new CannotBackUp(seq);
  return row;
}

/** A page of records, then the images and sources that they name and that no earlier page did; and so on. */
async function* recordFiles(input: BackupInput, told: (records: number) => void): AsyncGenerator<TarFile> {
  const written = new Set<string>();
  let prev = NO_PREVIOUS;
  for (let from = 0; from < input.size; ) {
    const rows = await input.records(Array.from({ length: Math.min(PAGE, input.size - from) }, (_, at) => from + at));
    const page: PackedRecord[] = [];
    const hashes: string[] = [];
    let waiting = 0;
    for (const row of rows) {
      if (row.seq !== from + page.length || parseLine(row.line)?.prev !== prev) throw new CannotBackUp(from + page.length);
      const named = await artefactsOf(row);
      const bytes = named.reduce((sum, one) => sum + one.bytes, 0) + (row.canonical?.length ?? 0);
      // A page ends before what would fill the memory of whoever restores it.
      if (page.length > 0 && waiting + bytes > PAGE_BYTES) break;
      waiting += bytes;
      prev = await sha256(row.line);
      page.push({ seq: row.seq, line: row.line, salt: row.salt, canonical: row.canonical });
      hashes.push(...named.map(({ hash }) => hash));
    }
    if (page.length === 0) throw new CannotBackUp(from);
    yield { name: pageName(from), bytes: toBytes(page.map((row) => `${JSON.stringify(row)}\n`).join('')) };
    for (const hash of hashes) {
      if (written.has(hash)) continue;
      written.add(hash);
      yield await toFile(blobName(hash), hash, await input.blob(hash));
    }
    from += page.length;
    told(from);
  }
}

/** The bytes under this name if they are what the hash says; else an empty file that says that they are gone. */
async function toFile(name: string, hash: string, bytes: Uint8Array | null): Promise<TarFile> {
  const isThere = bytes !== null && (await sha256(new Uint8Array(bytes))) === hash;
  return isThere ? { name, bytes } : { name: goneName(hash), bytes: new Uint8Array() };
}

/** Hashes of the pictures that ties name, each once. */
export function picturesOf(links: readonly LinkStep[]): string[] {
  return [...new Set(links.flatMap((step) => (step.kind === 'proposed' && step.picture != null ? [step.picture.hash] : [])))];
}

/** @throws CannotBackUp where the record is not the one of its line */
async function artefactsOf(row: SealedRecord): Promise<readonly { hash: string; bytes: number }[]> {
  if (row.canonical === null) return [];
  if (!(await verifyCommit(row))) throw new CannotBackUp(row.seq);
  const record = openRecord(row);
  return record === 'erased' ? [] : artefactsIn(record);
}

/** JSON of one of a backup's small files; null where it is none. */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(parseText(bytes) ?? '');
  } catch {
    return null;
  }
}
