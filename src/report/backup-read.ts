// Reads a backup from its beginning to its end, and believes nothing in it: head, chain, every record, every image, the heir.
import { type Bytes, parseText, toBytes } from '../evidence/bytes.ts';
import { parseLine, verifyCommit } from '../evidence/chain.ts';
import { toOrigin } from '../evidence/checkpoint.ts';
import { parseHeir } from '../evidence/heir.ts';
import { fingerprint, parsePublicKeyPem } from '../evidence/keys.ts';
import { commitOf, NO_PREVIOUS, openRecord } from '../evidence/seal.ts';
import { verifySsh } from '../evidence/signatures.ts';
import { followKeys, verifySuccession } from '../evidence/succession.ts';
import { sha256 } from '../lib/hash.ts';
import { artefactsIn } from '../model/artefacts-in.ts';
import {
  type BackupHead,
  backupHeadSchema,
  type PackedLists,
  type PackedRecord,
  type PackedSettings,
  packedListsSchema,
  packedRecordSchema,
  packedSettingsSchema,
} from '../model/backup.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import { type LinkStep, linkStepSchema } from '../model/link.ts';
import { BackupRefused, openBackup } from './backup-file.ts';
import { BACKUP, BACKUP_NAMESPACE, blobName, goneName, LISTED, pageName, pictureName } from './backup-layout.ts';
import { parseJsonBytes, picturesOf } from './backup-write.ts';
import type { TarFile } from './tar.ts';

/** Records that follow each other, with the images and sources that they are the first to name. */
export interface BackupGroup {
  readonly rows: readonly PackedRecord[];
  readonly blobs: readonly { readonly hash: string; readonly bytes: Bytes }[];
}

/** A picture that a tie's step names. */
export type BackupPicture = BackupGroup['blobs'][number];

export interface ReadBackup {
  readonly head: BackupHead;
  readonly heir: CryptoKeyPair;
  readonly links: readonly LinkStep[];
  readonly lists: PackedLists;
  readonly settings: PackedSettings;
  /** Every line of the log. */
  readonly lines: readonly string[];
  readonly captures: number;
  readonly erased: number;
  readonly artefacts: number;
  /** Hashes of images and sources that were gone already when it was made. */
  readonly gone: readonly string[];
  /** Likewise of pictures that ties name. */
  readonly gonePictures: readonly string[];
}

/** Records that say which key signs. */
const KEY_RECORDS: ReadonlySet<string> = new Set(['genesis', 'recovery', 'backup', 'restored']);

/**
 * Reads and checks a whole backup.
 * @param secret as `toSecret` gives it
 * @param take is handed each group once all in it is checked; that the whole holds is known only when this resolves
 * @param told the part that is read, 0 to 1
 * @throws BackupRefused; whatever `take` throws
 */
export async function readBackup(
  source: Blob,
  secret: string,
  take: (group: BackupGroup) => Promise<void> = async () => undefined,
  takePicture: (picture: BackupPicture) => Promise<void> = async () => undefined,
  told: (part: number) => void = () => undefined,
): Promise<ReadBackup> {
  const files = openBackup(source, secret, told);
  try {
    const opening = await readOpening(files);
    const lost = await readPictures(files, opening.links, takePicture);
    const log = await readLog(files, opening.head, take);
    return { ...opening, ...log, gonePictures: lost };
  } finally {
    await files.return(undefined);
  }
}

async function readOpening(files: AsyncGenerator<TarFile>) {
  const next = async (name: string): Promise<Bytes> => {
    const { value, done } = await files.next();
    if (done === true) throw new BackupRefused('damaged', name);
    if (value.name !== name) throw new BackupRefused(name === BACKUP.head ? 'not-a-backup' : 'damaged', value.name);
    return new Uint8Array(value.bytes);
  };
  const headBytes = await next(BACKUP.head);
  const json = parseJsonBytes(headBytes) as { format?: unknown; version?: unknown } | null;
  if (json?.format !== 'netra-cadangan') throw new BackupRefused('not-a-backup', BACKUP.head);
  const parsed = backupHeadSchema.safeParse(json);
  if (!parsed.success) throw new BackupRefused(json.version === 1 ? 'damaged' : 'newer', BACKUP.head);
  const head = parsed.data;
  const signature = parseText(await next(BACKUP.signature)) ?? '';
  const signer = await verifySsh(signature, headBytes, BACKUP_NAMESPACE);
  if (signer === null || (await fingerprint({ publicKey: signer })) !== head.keyFingerprint)
    throw new BackupRefused('unsigned', BACKUP.signature);
  await next(BACKUP.readme);
  const small = new Map<string, Bytes>();
  for (const [at, name] of LISTED.entries()) {
    const bytes = await next(name);
    const stated = head.files[at];
    if (stated?.name !== name || stated.bytes !== bytes.length || stated.hash !== (await sha256(bytes)))
      throw new BackupRefused('damaged', name);
    small.set(name, bytes);
  }
  if (head.files.length !== LISTED.length) throw new BackupRefused('newer', BACKUP.head);
  const heir = await expectHeir(head, parseText(small.get(BACKUP.heir) ?? new Uint8Array()) ?? '');
  // Their sums stand in a signed head: what does not fit the model was written by a later one.
  const lists = packedListsSchema.safeParse(parseJsonBytes(small.get(BACKUP.lists) ?? new Uint8Array()));
  const settings = packedSettingsSchema.safeParse(parseJsonBytes(small.get(BACKUP.settings) ?? new Uint8Array()));
  if (!lists.success) throw new BackupRefused('newer', BACKUP.lists);
  if (!settings.success) throw new BackupRefused('newer', BACKUP.settings);
  const links = toLines(small.get(BACKUP.links) ?? new Uint8Array()).map((line) => {
    const step = linkStepSchema.safeParse(parseJsonBytes(toBytes(line)));
    if (!step.success) throw new BackupRefused('newer', BACKUP.links);
    return step.data;
  });
  return { head, heir, links, lists: lists.data, settings: settings.data };
}

async function readPictures(files: AsyncGenerator<TarFile>, links: readonly LinkStep[], take: (picture: BackupPicture) => Promise<void>) {
  const gone: string[] = [];
  for (const hash of picturesOf(links)) {
    const { value, done } = await files.next();
    if (done === true) throw new BackupRefused('damaged', pictureName(hash));
    const bytes = new Uint8Array(value.bytes);
    if (value.name === goneName(hash) && bytes.length === 0) gone.push(hash);
    else if (value.name === pictureName(hash) && (await sha256(bytes)) === hash) await take({ hash, bytes });
    else throw new BackupRefused('damaged', value.name);
  }
  return gone;
}

/** The old key names this heir, at this very end of this log, and the private half is that heir's. */
async function expectHeir(head: BackupHead, pem: string): Promise<CryptoKeyPair> {
  const publicKey = await parsePublicKeyPem(head.heir.publicKey);
  const pair = publicKey === null ? null : await parseHeir(pem, publicKey);
  const said = await verifySuccession(head.heir.step);
  const isOurs =
    pair !== null &&
    said?.origin === toOrigin(head.logId) &&
    said.size === head.size &&
    said.head === head.head &&
    said.from === head.keyFingerprint &&
    said.to === (await fingerprint(pair));
  if (!isOurs) throw new BackupRefused('unsigned', BACKUP.heir);
  return pair;
}

async function readLog(files: AsyncGenerator<TarFile>, head: BackupHead, take: (group: BackupGroup) => Promise<void>) {
  const lines: string[] = [];
  const keyRecords: { seq: number; record: EvidenceRecord }[] = [];
  const gone: string[] = [];
  const seen = new Set<string>();
  const counts = { captures: 0, erased: 0, artefacts: 0 };
  let prev = NO_PREVIOUS;
  let group: { rows: PackedRecord[]; blobs: { hash: string; bytes: Bytes }[]; wanted: string[] } | null = null;
  const finish = async (name: string): Promise<void> => {
    if (group === null) return;
    if (group.wanted.length > 0) throw new BackupRefused('damaged', name);
    await take({ rows: group.rows, blobs: group.blobs });
    group = null;
  };
  for await (const { name, bytes } of files) {
    const [wanted] = group?.wanted ?? [];
    if (group !== null && wanted !== undefined) {
      if (name === goneName(wanted) && bytes.length === 0) gone.push(wanted);
      else if (name === blobName(wanted)) {
        const own = new Uint8Array(bytes);
        if ((await sha256(own)) !== wanted) throw new BackupRefused('damaged', name);
        group.blobs.push({ hash: wanted, bytes: own });
        counts.artefacts++;
      } else throw new BackupRefused('damaged', name);
      group.wanted.shift();
      continue;
    }
    await finish(name);
    if (name !== pageName(lines.length)) throw new BackupRefused('damaged', name);
    group = { rows: [], blobs: [], wanted: [] };
    for (const text of toLines(bytes)) {
      const row = packedRecordSchema.safeParse(parseJsonBytes(toBytes(text)));
      if (!row.success) throw new BackupRefused('damaged', name);
      const record = await expectRecord(row.data, lines.length, prev, name);
      prev = await sha256(row.data.line);
      lines.push(row.data.line);
      group.rows.push(row.data);
      if (record === null) counts.erased++;
      if (record?.type === 'capture') counts.captures++;
      for (const { hash } of record === null ? [] : artefactsIn(record))
        if (!seen.has(hash)) {
          seen.add(hash);
          group.wanted.push(hash);
        }
      if (record !== null && KEY_RECORDS.has(record.type)) keyRecords.push({ seq: row.data.seq, record });
    }
  }
  await finish(pageName(lines.length));
  if (lines.length !== head.size || prev !== head.head) throw new BackupRefused('damaged', pageName(lines.length));
  const genesis = keyRecords[0]?.record;
  const keys = await followKeys(lines, keyRecords);
  if (genesis?.type !== 'genesis' || genesis.body.logId !== head.logId || keys.fingerprint !== head.keyFingerprint)
    throw new BackupRefused('unsigned', pageName(0));
  const own = keyRecords.at(-1)?.record;
  const said = await verifySuccession(head.heir.step);
  if (
    keyRecords.at(-1)?.seq !== head.size - 1 ||
    own?.type !== 'backup' ||
    own.body.backupId !== head.backupId ||
    own.body.heirFingerprint !== said?.to
  )
    throw new BackupRefused('unsigned', BACKUP.heir);
  return { lines, gone, ...counts };
}

/** The record of one row; null where it was erased. @throws BackupRefused */
async function expectRecord(row: PackedRecord, seq: number, prev: string, name: string): Promise<EvidenceRecord | null> {
  const loose = parseJsonBytes(toBytes(row.line)) as { seq?: unknown; prev?: unknown; commit?: unknown } | null;
  if (row.seq !== seq || loose?.seq !== seq || loose.prev !== prev) throw new BackupRefused('damaged', name);
  const { salt, canonical } = row;
  if ((salt === null) !== (canonical === null)) throw new BackupRefused('damaged', name);
  if (salt !== null && canonical !== null && (await commitOf(salt, canonical)) !== loose.commit) throw new BackupRefused('damaged', name);
  // Whole, in its place, and not of a form that this version knows.
  if (parseLine(row.line) === null) throw new BackupRefused('newer', name);
  if (salt === null || canonical === null) return null;
  if (!(await verifyCommit(row))) throw new BackupRefused('newer', name);
  const record = openRecord({ canonical });
  if ((seq === 0) !== (record.type === 'genesis')) throw new BackupRefused('damaged', name);
  return record;
}

/** Lines of a text that ends with a line end; none of an empty one. */
function toLines(bytes: Uint8Array): string[] {
  return (parseText(bytes) ?? '?').split('\n').filter((line, at, all) => line !== '' || at < all.length - 1);
}
