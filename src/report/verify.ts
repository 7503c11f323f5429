// Says of a bundle from anywhere what holds and what does not, and names each file that fails.
import { type Bytes, isSameBytes, parseText, toBytes } from '../evidence/bytes.ts';
import { fingerprint, parseAllowedSigners, parsePublicKeyPem } from '../evidence/keys.ts';
import { verifyDer, verifySsh } from '../evidence/signatures.ts';
import { sha256 } from '../lib/hash.ts';
import type { Check, Verification } from '../model/bundle.ts';
import { type BundleFiles, checkNames, openArchive, UnsafeArchive } from './archive.ts';
import { parseBagInfo, parseManifest } from './bag.ts';
import * as layout from './layout.ts';
import type { ReadBundle, ReadFile } from './read-bundle.ts';
import { Verdicts } from './verdicts.ts';
import { checkRecords } from './verify-records.ts';
import { BAG, KEY, type Language, ZIP } from './verify-words.ts';

const REQUIRED: readonly string[] = [
  'bagit.txt',
  layout.BAG_INFO,
  layout.PAYLOAD_MANIFEST,
  layout.TAG_MANIFEST,
  layout.README,
  ...Object.values(layout.SIGNATURES),
  layout.SUMMARY,
  layout.LOG,
  layout.RECORD_FILES.genesis,
];

/** Whether a payload file is one that a bundle has. */
function isExpected(name: string): boolean {
  const known: readonly string[] = [layout.SUMMARY, layout.LOG, layout.WITHHELD, ...Object.values(layout.RECORD_FILES)];
  return (
    known.includes(name) || layout.isArtefactPath(name) || name.startsWith(layout.SCHEMA_FOLDER) || name.startsWith(layout.DOCUMENT_FOLDER)
  );
}

/**
 * Checks a bundle. Never throws for what is wrong with the bundle, only where its bytes cannot be had at all.
 * `ok` says that nothing was altered since the named key signed; whose key that is, only paper can say.
 * @param language of the sentences that say so
 */
export async function verifyBundle(source: Blob | Uint8Array<ArrayBuffer> | BundleFiles, language: Language = 'id'): Promise<Verification> {
  const verdicts = new Verdicts();
  let files: BundleFiles;
  try {
    files = 'read' in source ? source : await openArchive(source instanceof Blob ? source : new Blob([source]));
    checkNames(files.names);
  } catch (error) {
    if (!(error instanceof UnsafeArchive)) throw error;
    verdicts.fail('archive', error.said, ...error.files);
    for (const check of verdicts.names().filter((name) => name !== 'archive')) verdicts.cannot(check, ZIP.unsafe);
    return { ok: false, bundleId: null, keyFingerprint: null, earlierKeys: [], checks: verdicts.toChecks(language) };
  }
  if ('read' in source) verdicts.pass('archive', ZIP.unpacked);
  const bundle = await readAll(files, verdicts);
  const bundleId = checkStructure(files, bundle, verdicts);
  checkManifest(bundle, 'payload', verdicts);
  checkManifest(bundle, 'tags', verdicts);
  const keyFingerprint = await checkSignatures(bundle, verdicts);
  let earlierKeys: string[] = [];
  if (keyFingerprint !== null) earlierKeys = await checkRecords(bundle, keyFingerprint, verdicts);
  else for (const check of ['log', 'records', 'artefacts', 'time'] as const) verdicts.cannot(check, KEY.none);
  const checks: Check[] = verdicts.toChecks(language);
  return { ok: checks.every(({ verdict }) => verdict === 'pass'), bundleId, keyFingerprint, earlierKeys, checks };
}

async function readAll(files: BundleFiles, verdicts: Verdicts): Promise<ReadBundle> {
  const read = new Map<string, ReadFile>();
  const texts = new Map<string, Bytes>();
  for (const name of files.names) {
    try {
      const bytes = await files.read(name);
      read.set(name, { hash: await sha256(bytes), bytes: bytes.length, start: bytes.slice(0, 32) });
      if (!name.startsWith('data/') || name.endsWith('.ndjson')) texts.set(name, bytes);
    } catch {
      verdicts.fail('archive', ZIP.damagedFile, name);
    }
  }
  return { files: read, texts };
}

/** Gives the bundle's id. */
function checkStructure(files: BundleFiles, bundle: ReadBundle, verdicts: Verdicts): string | null {
  const missing = REQUIRED.filter((name) => !files.names.includes(name));
  if (missing.length > 0) verdicts.fail('structure', BAG.missing, ...missing);
  const version = bundle.texts.get('bagit.txt');
  if (version !== undefined && !isSameBytes(version, toBytes(layout.BAGIT_TEXT))) verdicts.fail('structure', BAG.notBagIt, 'bagit.txt');
  const info = parseBagInfo(parseText(bundle.texts.get(layout.BAG_INFO) ?? new Uint8Array()) ?? '');
  const bundleId = info.get('External-Identifier') ?? null;
  if (files.folder !== null && files.folder !== bundleId) verdicts.fail('structure', BAG.folder, layout.BAG_INFO);
  const payload = [...bundle.files].filter(([name]) => name.startsWith('data/'));
  const oxum = `${payload.reduce((sum, [, file]) => sum + file.bytes, 0)}.${payload.length}`;
  // A file that could not be read is told by its own name; the sum would only accuse bag-info.txt as well.
  const isWhole = bundle.files.size === files.names.length;
  if (isWhole && info.get('Payload-Oxum') !== oxum) verdicts.fail('structure', BAG.oxum(oxum), layout.BAG_INFO);
  const unlisted = new Set([
    ...(manifestOf(bundle, 'payload')?.keys() ?? []),
    ...(manifestOf(bundle, 'tags')?.keys() ?? []),
    ...layout.UNLISTED,
  ]);
  const strays = files.names.filter((name) => !unlisted.has(name) || (name.startsWith('data/') && !isExpected(name)));
  if (strays.length > 0) verdicts.fail('structure', BAG.strays, ...strays);
  return bundleId;
}

function manifestOf(bundle: ReadBundle, which: 'payload' | 'tags'): Map<string, string> | null {
  const bytes = bundle.texts.get(which === 'payload' ? layout.PAYLOAD_MANIFEST : layout.TAG_MANIFEST);
  return bytes === undefined ? null : parseManifest(parseText(bytes) ?? '?');
}

function checkManifest(bundle: ReadBundle, which: 'payload' | 'tags', verdicts: Verdicts): void {
  const file = which === 'payload' ? layout.PAYLOAD_MANIFEST : layout.TAG_MANIFEST;
  const manifest = manifestOf(bundle, which);
  if (manifest === null) {
    verdicts.fail(which, BAG.noManifest, file);
    return;
  }
  const misplaced = [...manifest.keys()].filter((name) => name.startsWith('data/') !== (which === 'payload'));
  if (misplaced.length > 0) verdicts.fail(which, BAG.misplaced, file, ...misplaced);
  const unlisted =
    which === 'payload'
      ? []
      : REQUIRED.filter((name) => !name.startsWith('data/') && !layout.UNLISTED.includes(name) && !manifest.has(name));
  if (unlisted.length > 0) verdicts.fail(which, BAG.unlisted, ...unlisted);
  const wrong = [...manifest].filter(([name, hash]) => bundle.files.get(name)?.hash !== hash).map(([name]) => name);
  if (wrong.length > 0) verdicts.fail(which, BAG.changed, ...wrong);
}

/** Gives the fingerprint of the key, if at least one valid signature over each manifest is that key's. */
async function checkSignatures(bundle: ReadBundle, verdicts: Verdicts): Promise<string | null> {
  const { SIGNATURES, PAYLOAD_MANIFEST, TAG_MANIFEST } = layout;
  const bytesOf = (name: string): Bytes => bundle.texts.get(name) ?? new Uint8Array();
  const textOf = (name: string): string => parseText(bytesOf(name)) ?? '';
  const signed = [
    { file: TAG_MANIFEST, ssh: SIGNATURES.tagSsh, der: SIGNATURES.tagDer, namespace: layout.BUNDLE_NAMESPACE },
    { file: PAYLOAD_MANIFEST, ssh: SIGNATURES.payloadSsh, der: SIGNATURES.payloadDer, namespace: layout.BUNDLE_NAMESPACE },
    { file: SIGNATURES.checkpoint, ssh: SIGNATURES.checkpointSsh, der: null, namespace: layout.CHECKPOINT_NAMESPACE },
  ];
  const publicKey = await parsePublicKeyPem(textOf(SIGNATURES.publicKey));
  const pem = publicKey === null ? null : await fingerprint({ publicKey });
  const signer = await parseAllowedSigners(textOf(SIGNATURES.allowedSigners));
  const allowed = signer?.principal === layout.PRINCIPAL ? await fingerprint(signer) : null;
  const vouching: Set<string>[] = [];
  for (const { file, ssh, der, namespace } of signed) {
    const vouches = new Set<string>();
    const sshKey = await verifySsh(textOf(ssh), bytesOf(file), namespace);
    const print = sshKey === null ? null : await fingerprint({ publicKey: sshKey });
    if (print !== null) vouches.add(print);
    if (print === null || print !== allowed) verdicts.fail('sshsig', KEY.ssh, ssh, file);
    if (der !== null) {
      const isValid = publicKey !== null && (await verifyDer(publicKey, bytesOf(der), bytesOf(file)));
      if (isValid && pem !== null) vouches.add(pem);
      else verdicts.fail('der', KEY.der, der, file);
      vouching.push(vouches);
    }
  }
  if (pem === null) verdicts.fail('key', KEY.pem, SIGNATURES.publicKey);
  if (allowed === null) verdicts.fail('key', KEY.signers, SIGNATURES.allowedSigners);
  if (pem !== allowed) verdicts.fail('key', KEY.differ, SIGNATURES.publicKey, SIGNATURES.allowedSigners);
  const [tags, payload] = vouching;
  const print = [...(tags ?? [])].find((one) => payload?.has(one)) ?? null;
  if (print === null) verdicts.fail('key', KEY.notBoth, SIGNATURES.tagSsh);
  const stated = parseBagInfo(textOf(layout.BAG_INFO)).get('Netra-Key-Fingerprint');
  if (print !== null && stated !== print) verdicts.fail('key', KEY.stated, layout.BAG_INFO);
  return print;
}
