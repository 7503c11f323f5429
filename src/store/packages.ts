// Packages of lists: a list's folder and key go out sealed and signed, and come in as a list that can be matched and not listed.
import { sha256, toHex } from '../lib/hash.ts';
import { type PackageHead, type RegistryList, registryListSchema } from '../model/registry.ts';
import { type ForWhom, hashStream, type OpenedPackage, openPackage, PackageRefused, sealPackage, type With } from '../registry/package.ts';
import type { InFile } from '../registry/shard-folder.ts';
import { FILES, MANIFEST } from '../registry/shard-manifest.ts';
import { readShards } from '../registry/shard-reader.ts';
import type { NetraDb } from './db.ts';
import { opfsFolders } from './opfs.ts';
import { folderOf, openRegistry, type RegistryWorld, webHolds } from './registry.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type World = Pick<RegistryWorld, 'folders' | 'wrap' | 'holds'>;

const NAMES = [MANIFEST, ...FILES];
const PIECE = 1 << 20;

/** Raised where a list may not leave this computer again: it came as a package, and its issuer decides who holds it. */
export class NotYours extends Error {}

/**
 * A list as a sealed package. @throws NotYours, Locked while the key is locked, Error if there is no such list
 * @param sign gives an SSHSIG text over the bytes
 */
export async function packList(
  db: NetraDb,
  { folders, wrap }: World,
  listId: string,
  forWhom: ForWhom,
  sign: (bytes: Bytes) => Promise<string>,
  madeAt: string,
): Promise<ReadableStream<Uint8Array>> {
  const entry = await db.registry.get(listId);
  const key = entry === undefined ? undefined : await db.registryKeys.get(entry.generation);
  if (entry === undefined || key === undefined) throw new Error('there is no such list');
  if (entry.list.origin === 'package') throw new NotYours();
  const secret = await wrap.unwrap(key.wrapped);
  const folder = await folders.open(folderOf(entry));
  // What is not as it was written must not be handed on under a signature.
  await (await readShards(folder, secret, entry.manifestHash)).check();
  const files = new Map<string, InFile>();
  for (const name of NAMES) files.set(name, await folder.open(name));
  const listed: PackageHead['files'] = [];
  for (const [name, file] of files) listed.push({ name, bytes: file.size, hash: await hashStream(toStream(file)) });
  const head: PackageHead = {
    format: 'netra-paket-register',
    version: 1,
    listId,
    papers: entry.list.papers,
    counts: entry.list.counts,
    madeAt,
    secret: btoa(String.fromCharCode(...secret)),
    files: listed,
  };
  return sealPackage(
    head,
    [...files].map(([name, file]) => ({ name, open: () => toStream(file) })),
    sign,
    forWhom,
  );
}

/**
 * Takes an opened package in as a list, in place of an earlier one of the same id: the old or the new one is whole at every moment.
 * @throws PackageRefused, Locked
 */
export async function takePackage(
  db: NetraDb,
  { folders, wrap, holds }: World,
  opened: OpenedPackage,
  file: string,
  importedAt: string,
): Promise<RegistryList> {
  const { head } = opened;
  const before = await db.registry.get(head.listId);
  // A list that was made on this computer is not replaced by what somebody sends under its name.
  if (before !== undefined && before.list.origin !== 'package') throw new PackageRefused('own-list');
  if (head.files.map(({ name }) => name).join() !== NAMES.join()) throw new PackageRefused('damaged');
  const secret = Uint8Array.from(atob(head.secret), (char) => char.charCodeAt(0));
  const wrapped = await wrap.wrap(secret);
  const generation = toHex(crypto.getRandomValues(new Uint8Array(8)));
  const name = folderOf({ listId: head.listId, generation });
  const release = await holds.hold(name);
  try {
    const folder = await folders.create(name);
    await opened.files((one) => folders.stream(name, one));
    const manifest = await folder.open(MANIFEST);
    const manifestHash = await sha256(await manifest.read(0, manifest.size));
    try {
      await (await readShards(folder, secret, manifestHash)).check();
    } catch {
      throw new PackageRefused('damaged');
    }
    const list = registryListSchema.parse({
      listId: head.listId,
      papers: head.papers,
      origin: 'package',
      isOn: before?.list.isOn ?? true,
      importedAt,
      files: [file],
      counts: head.counts,
    } satisfies Record<keyof RegistryList, unknown>);
    await db.transaction('rw', db.registry, db.registryKeys, async () => {
      const old = await db.registry.get(head.listId);
      await db.registryKeys.put({ generation, wrapped });
      await db.registry.put({ listId: head.listId, generation, manifestHash, list });
      if (old !== undefined) await db.registryKeys.delete(old.generation);
    });
    if (before !== undefined) await folders.remove(folderOf(before)).catch(() => undefined);
    return list;
  } catch (error) {
    await folders.remove(name).catch(() => undefined);
    throw error;
  } finally {
    release();
  }
}

/** Wraps the key of every list anew: after a passphrase was set, none stays as it was. @throws Locked */
export async function rewrapKeys(db: NetraDb, wrap: RegistryWorld['wrap']): Promise<void> {
  const keys = await db.registryKeys.toArray();
  const made = await Promise.all(
    keys.map(async ({ generation, wrapped }) => ({ generation, wrapped: await wrap.wrap(await wrap.unwrap(wrapped)) })),
  );
  await db.transaction('rw', db.registryKeys, async () => {
    // A list may have been replaced meanwhile: only keys that are still there are changed.
    for (const row of made) if ((await db.registryKeys.get(row.generation)) !== undefined) await db.registryKeys.put(row);
  });
}

function toStream(file: InFile): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(to) {
      if (at >= file.size) return to.close();
      const piece = await file.read(at, Math.min(PIECE, file.size - at));
      at += piece.length;
      to.enqueue(piece);
    },
  });
}

export interface Signing {
  /** An SSHSIG text over the bytes, by this computer's key. */
  sign(bytes: Bytes): Promise<string>;
  /** "SHA256:…" of this computer's key. */
  fingerprint(): Promise<string>;
  /** The fingerprint of the key that signed these bytes, or null. */
  verify(signature: string, bytes: Bytes): Promise<string | null>;
}

/** All that the settings page does with packages. */
export function openPackages(db: NetraDb, wrap: RegistryWorld['wrap'], signing: Signing) {
  const world: World = { folders: opfsFolders(), wrap, holds: webHolds() };
  return {
    own: async () => (await openRegistry(db, world).all()).filter(({ origin }) => origin === 'file'),
    open: (file: Blob, secret: With) => openPackage(file.stream(), secret, signing.verify),
    take: (opened: OpenedPackage, fileName: string) => takePackage(db, world, opened, fileName, new Date().toISOString()),
    async pack(listId: string, forWhom: ForWhom) {
      const sealed = await packList(db, world, listId, forWhom, signing.sign, new Date().toISOString());
      return { file: await new Response(sealed).blob(), fingerprint: await signing.fingerprint() };
    },
    sealAnew: () => rewrapKeys(db, wrap),
  };
}
