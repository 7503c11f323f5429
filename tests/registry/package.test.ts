// A sealed package: who can open it, and that not one bit of it can be changed unnoticed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { createSigningKey, fingerprint } from '../../src/evidence/keys.ts';
import { signSsh, verifySsh } from '../../src/evidence/signatures.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { PackageHead } from '../../src/model/registry.ts';
import { type ForWhom, openPackage, PackageRefused, sealPackage, type With } from '../../src/registry/package.ts';

const NAMESPACE = 'netra-paket-register';
const SECRET = 'kuda hijau makan di pasar';
const key = await createSigningKey();
const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);

const content: Record<string, Uint8Array<ArrayBuffer>> = {
  'index-00.bin': Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) & 255),
  'payload-00.bin': new TextEncoder().encode('tersegel'),
  'empty.bin': new Uint8Array(0),
};

async function toHead(): Promise<PackageHead> {
  const files = [];
  for (const [name, bytes] of Object.entries(content)) files.push({ name, bytes: bytes.length, hash: await sha256(bytes) });
  return {
    format: 'netra-paket-register',
    version: 1,
    listId: '0198f3c0-0000-4000-8000-000000000001',
    papers: {
      title: 'ASN Kabupaten Contoh',
      issuer: 'BKPSDM Kabupaten Contoh',
      legalBasis: 'Nota kesepahaman 1/2026',
      region: { scheme: 'kemendagri', code: '33.01', name: 'Kabupaten Contoh' },
      stage: 'Pemilu 2029',
      users: 'Relawan terdaftar',
      madeOn: '2026-11-01',
      expiresOn: '2027-11-01',
    },
    counts: { accounts: 18, people: 8, refused: 0, ambiguous: 0 },
    madeAt: '2026-11-22T08:00:00.000Z',
    secret: 'a2V5',
    files,
  };
}

const stream = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
const whole = async (from: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(from).arrayBuffer());
const sign = (bytes: Uint8Array<ArrayBuffer>) => signSsh(key, bytes, NAMESPACE);
const verify = async (signature: string, bytes: Uint8Array<ArrayBuffer>) => {
  const publicKey = await verifySsh(signature, bytes, NAMESPACE);
  return publicKey === null ? null : fingerprint({ publicKey });
};
const files = () => Object.entries(content).map(([name, bytes]) => ({ name, open: () => stream(bytes) }));
const seal = async (forWhom: ForWhom, head?: PackageHead) => whole(await sealPackage(head ?? (await toHead()), files(), sign, forWhom));

async function take(bytes: Uint8Array, secret: With) {
  const opened = await openPackage(stream(bytes), secret, verify);
  const got = new Map<string, Uint8Array[]>();
  await opened.files(async (name) => {
    const pieces: Uint8Array[] = [];
    got.set(name, pieces);
    return { write: async (piece) => void pieces.push(piece), close: async () => undefined };
  });
  return { ...opened, got: new Map([...got].map(([name, pieces]) => [name, new Uint8Array(pieces.flatMap((piece) => [...piece]))])) };
}
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof PackageRefused ? error.refusal : `crash: ${String(error)}`),
  );

describe('a sealed package', () => {
  for (const [name, forWhom, secret] of [
    ['a passphrase', { passphrase: SECRET }, { passphrase: SECRET }],
    ['a recipient', { recipients: [recipient] }, { identity }],
  ] as const)
    test(`opens with ${name}, file by file, and says who signed it`, async () => {
      const { head, signer, got } = await take(await seal(forWhom), secret);
      expect(head).toEqual(await toHead());
      expect(signer).toBe(await fingerprint(key));
      for (const [file, bytes] of Object.entries(content)) expect(got.get(file), file).toEqual(bytes);
    });

  test('nothing of it can be read from outside', async () => {
    const sealed = new TextDecoder('latin1').decode(await seal({ recipients: [recipient] }));
    for (const word of ['BKPSDM', 'Contoh', 'tersegel', 'index-00', 'a2V5']) expect(sealed).not.toContain(word);
  });

  test('a wrong passphrase, a wrong key and what is no key at all open nothing', async () => {
    const sealed = await seal({ passphrase: SECRET });
    for (let n = 0; n < 10; n++) expect(await refusalOf(take(sealed, { passphrase: `salah ${n}` }))).toBe('wrong-secret');
    // However often it went wrong: the right one opens it, and nothing was left half-open by the others.
    expect((await take(sealed, { passphrase: SECRET })).head).toEqual(await toHead());
    const forOne = await seal({ recipients: [recipient] });
    expect(await refusalOf(take(forOne, { identity: await generateIdentity() }))).toBe('wrong-secret');
    expect(await refusalOf(take(forOne, { identity: 'bukan kunci' }))).toBe('wrong-secret');
    expect(await refusalOf(take(forOne, { passphrase: SECRET }))).toBe('wrong-secret');
    // Each try at a passphrase is slow on purpose.
  }, 180_000);

  test('one flipped bit anywhere is refused', async () => {
    const sealed = await seal({ recipients: [recipient] });
    const places = [
      ...Array.from({ length: 60 }, (_, n) => n * 5),
      ...Array.from({ length: 60 }, (_, n) => Math.floor((sealed.length / 60) * n)),
      sealed.length - 1,
    ];
    for (const at of places) {
      const bent = sealed.slice();
      bent[at] = (bent[at] ?? 0) ^ (1 << (at % 8));
      expect(await refusalOf(take(bent, { identity })), `byte ${at}`).toMatch(/^(not-a-package|wrong-secret|damaged)$/);
    }
  });

  test('cut short anywhere, or with something behind it, it is refused', async () => {
    const sealed = await seal({ recipients: [recipient] });
    for (let n = 0; n < 60; n++) {
      const at = Math.floor((sealed.length / 60) * n);
      expect(await refusalOf(take(sealed.slice(0, at), { identity })), `cut at ${at}`).toMatch(/^(not-a-package|wrong-secret|damaged)$/);
    }
    expect(await refusalOf(take(new Uint8Array([...sealed, 0]), { identity }))).toBe('damaged');
  });

  test('somebody who can open it cannot change it: the signature covers the head, the head covers the files', async () => {
    const reseal = async (alter: (plain: Uint8Array) => Uint8Array) => {
      const made = await sealPackage(await toHead(), files(), sign, { recipients: [recipient] });
      const { Decrypter } = await import('age-encryption');
      const age = new Decrypter();
      age.addIdentity(identity);
      const plain = await age.decrypt(await whole(made));
      const again = new Encrypter();
      again.addRecipient(recipient);
      return again.encrypt(alter(plain.slice()));
    };
    const change = (from: string, to: string) => (plain: Uint8Array) => {
      const text = Buffer.from(plain).toString('latin1');
      expect(text).toContain(from);
      return new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'));
    };
    expect(await refusalOf(take(await reseal((plain) => plain), { identity }))).toBe('taken');
    expect(await refusalOf(take(await reseal(change('2027-11-01', '2037-11-01')), { identity }))).toBe('unsigned');
    expect(await refusalOf(take(await reseal(change('tersegel', 'tersegeI')), { identity }))).toBe('damaged');
    expect(await refusalOf(take(await reseal((plain) => new Uint8Array([...plain, 1])), { identity }))).toBe('damaged');
    expect(await refusalOf(take(await reseal(change('netra-paket-register-1', 'netra-paket-register-2')), { identity }))).toBe('newer');
  });

  test('other files are told apart', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('Nama,Unit kerja'), new Uint8Array(5000)])
      expect(await refusalOf(take(bytes, { passphrase: SECRET }))).toBe('not-a-package');
    const other = new Encrypter();
    other.addRecipient(recipient);
    expect(await refusalOf(take(await other.encrypt('surat biasa yang tidak ada hubungannya'), { identity }))).toBe('not-a-package');
  });

  test('the age program opens it, and what it finds is the signed head', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-paket-'));
    try {
      writeFileSync(join(folder, 'a.age'), await seal({ recipients: [recipient] }));
      writeFileSync(join(folder, 'key.txt'), `${identity}\n`);
      execFileSync('age', ['-d', '-i', join(folder, 'key.txt'), '-o', join(folder, 'a.bin'), join(folder, 'a.age')]);
      expect(readFileSync(join(folder, 'a.bin')).toString('latin1')).toContain('"format":"netra-paket-register"');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
