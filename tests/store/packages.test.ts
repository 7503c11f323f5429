// A list goes out sealed and comes in on another computer: matched, never listed, and whole or not at all.
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { createSigningKey, fingerprint } from '../../src/evidence/keys.ts';
import { signSsh, verifySsh } from '../../src/evidence/signatures.ts';
import type { Papers } from '../../src/model/registry.ts';
import type { VaultRecord, VaultSession } from '../../src/model/vault.ts';
import { openPackage, PackageRefused } from '../../src/registry/package.ts';
import { NotYours, packList, rewrapKeys, takePackage } from '../../src/store/packages.ts';
import { type KeyWrap, openRegistry } from '../../src/store/registry.ts';
import { openLookup } from '../../src/store/registry-lookup.ts';
import { Locked } from '../../src/store/sealer.ts';
import { openVault } from '../../src/store/vault.ts';
import { registryRow } from '../registry/registry-row.ts';
import { memoryFolders, memoryHolds } from './memory-folders.ts';
import { AT, newName, openStore } from './sample.ts';

const LIST = '11111111-1111-4111-8111-111111111111';
const NAMESPACE = 'netra-paket-register';
const key = await createSigningKey();
const sign = (bytes: Uint8Array<ArrayBuffer>) => signSsh(key, bytes, NAMESPACE);
const verify = async (signature: string, bytes: Uint8Array<ArrayBuffer>) => {
  const publicKey = await verifySsh(signature, bytes, NAMESPACE);
  return publicKey === null ? null : fingerprint({ publicKey });
};
const papers: Papers = {
  title: 'ASN Kabupaten Contoh',
  issuer: 'BKPSDM',
  legalBasis: 'Nota 1/2026',
  region: null,
  stage: '',
  users: 'Relawan',
  madeOn: '2026-11-01',
  expiresOn: '2027-11-01',
};
// A key pair: a passphrase would be stretched for seconds each time.
const identity = await generateIdentity();
const FOR = { recipients: [await identityToRecipient(identity)] };

function computer() {
  let record: VaultRecord | null = null;
  let session: VaultSession | null = null;
  const vault = openVault(
    {
      load: async () => record,
      save: async (next) => {
        record = next;
      },
      loadSession: async () => session,
      saveSession: async (next) => {
        session = next;
      },
      now: () => new Date(AT),
    },
    10,
  );
  const wrap: KeyWrap = { wrap: (bytes) => vault.wrap(bytes, 'registry-key'), unwrap: (box) => vault.unwrap(box, 'registry-key') };
  const { db } = openStore(newName());
  const steps: string[] = [];
  let failAt = Number.POSITIVE_INFINITY;
  const folders = memoryFolders((what) => {
    steps.push(what);
    if (steps.length >= failAt) throw new DOMException(what, 'QuotaExceededError');
  });
  const world = { folders, wrap, holds: memoryHolds() };
  return {
    db,
    vault,
    world,
    folders,
    steps,
    failFrom: (n: number) => {
      failAt = steps.length + n;
    },
    heal: () => {
      failAt = Number.POSITIVE_INFINITY;
    },
    registry: openRegistry(db, world),
    find: async (handle: string) =>
      (await openLookup(db, world, () => new Date(AT)).find([{ platform: 'facebook', account: { id: null, handle } }])).map(
        ({ person }) => person,
      ),
  };
}

async function office(
  rows = [registryRow({ nip: '198001012005011001' }), registryRow({ handle: 'budi', id: '8', person: 'Budi Contohno' })],
) {
  const made = computer();
  const writer = await made.registry.write(papers, { listId: LIST, origin: 'file', files: ['asn.xlsx'], importedAt: AT });
  await writer.add(rows);
  await writer.finish(0);
  return made;
}
const pack = async (from: Awaited<ReturnType<typeof office>>) =>
  new Uint8Array(await new Response(await packList(from.db, from.world, LIST, FOR, sign, AT)).arrayBuffer());
const open = (bytes: Uint8Array<ArrayBuffer>) => openPackage(new Blob([bytes]).stream(), { identity }, verify);
const bytes = await pack(await office());

describe('a list that was packed', () => {
  test('matches on the other computer as on the first, under its own papers', async () => {
    const other = computer();
    const list = await takePackage(other.db, other.world, await open(bytes), 'paket.netra', AT);
    expect(list).toMatchObject({ listId: LIST, origin: 'package', papers, isOn: true, files: ['paket.netra'] });
    expect(await other.find('siti.aminah')).toHaveLength(1);
    expect(await other.find('budi')).toEqual(['Budi Contohno']);
    expect(await other.find('bukan.siapa.siapa')).toEqual([]);
  });

  test('what stands on the other computer’s disk names nobody', async () => {
    const other = computer();
    await takePackage(other.db, other.world, await open(bytes), 'paket.netra', AT);
    const disk = [...other.folders.all.values()].flatMap((folder) =>
      [...folder.files.values()].map((file) => Buffer.from(file as Uint8Array).toString('latin1')),
    );
    expect(disk.join('').length).toBeGreaterThan(500);
    for (const word of ['Budi', 'Contohno', 'budi', '198001012005011001', 'BKPSDM']) expect(disk.join('')).not.toContain(word);
  });

  test('is not packed again by who received it', async () => {
    const other = computer();
    await takePackage(other.db, other.world, await open(bytes), 'paket.netra', AT);
    await expect(packList(other.db, other.world, LIST, FOR, sign, AT)).rejects.toThrow(NotYours);
  });

  test('does not replace a list that was made here', async () => {
    const own = await office();
    const refused = await takePackage(own.db, own.world, await open(bytes), 'paket.netra', AT).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PackageRefused);
    expect((refused as PackageRefused).refusal).toBe('own-list');
    expect(await own.find('budi')).toEqual(['Budi Contohno']);
  });

  test('a newer package takes the place of the older; a step that fails leaves the older one whole', async () => {
    const newer = await pack(await office([registryRow({ handle: 'cici', id: '9', person: 'Cici Contoh' })]));
    for (let n = 1; ; n++) {
      const other = computer();
      await takePackage(other.db, other.world, await open(bytes), 'lama.netra', AT);
      other.failFrom(n);
      const taken = await takePackage(other.db, other.world, await open(newer), 'baru.netra', AT).then(
        () => true,
        () => false,
      );
      const isDone = other.steps.length < n || taken;
      other.heal();
      expect([await other.find('budi'), await other.find('cici')], `step ${n}`).toEqual(
        taken ? [[], ['Cici Contoh']] : [['Budi Contohno'], []],
      );
      if (isDone && n > 12) break;
      expect(n).toBeLessThan(60);
    }
  });

  test('a damaged list is not packed', async () => {
    const own = await office();
    const [folder] = own.folders.all.values();
    const records = folder?.files.get('records') as Uint8Array;
    records[10] = (records[10] ?? 0) ^ 1;
    await expect(pack(own)).rejects.toThrow();
  });
});

describe('under a passphrase', () => {
  test('a list that is taken in, and one that was there before, match only while it is open', async () => {
    const other = computer();
    await takePackage(other.db, other.world, await open(bytes), 'paket.netra', AT);
    const before = (await other.db.registryKeys.toArray())[0]?.wrapped;
    await other.vault.create('kata sandi yang panjang');
    await rewrapKeys(other.db, other.world.wrap);
    expect((await other.db.registryKeys.toArray())[0]?.wrapped).not.toEqual(before);
    expect(await other.find('budi')).toEqual(['Budi Contohno']);
    await other.vault.lock();
    await expect(other.find('budi')).rejects.toThrow(Locked);
    await expect(takePackage(other.db, other.world, await open(bytes), 'paket.netra', AT)).rejects.toThrow(Locked);
    await expect(rewrapKeys(other.db, other.world.wrap)).rejects.toThrow(Locked);
    await other.vault.unlock('kata sandi yang panjang');
    expect(await other.find('budi')).toEqual(['Budi Contohno']);
  });
});
