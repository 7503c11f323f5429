// The forms are right if the tools on everybody's computer say so.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toBytes } from '../../src/evidence/bytes.ts';
import * as keys from '../../src/evidence/keys.ts';
import { signDer, signSsh, verifyDer, verifySsh } from '../../src/evidence/signatures.ts';

const folder = mkdtempSync(join(tmpdir(), 'netra-keys-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const bytes = toBytes('isi yang ditandatangani\n');
const key = await keys.createSigningKey();
const other = await keys.createSigningKey();

test('no script can read the private key out', async () => {
  expect(key.privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
});

test('ssh-keygen prints the same fingerprint, from each form', async () => {
  const allowed = file('allowed', await keys.toAllowedSigners('netra', key));
  const line = file('line.pub', `${await keys.sshPublicKey(key, 'netra')}\n`);
  const pem = file('key.pem', await keys.publicKeyPem(key));
  const converted = file('converted.pub', execFileSync('ssh-keygen', ['-i', '-m', 'PKCS8', '-f', pem]));
  for (const form of [allowed, line, converted]) {
    expect(execFileSync('ssh-keygen', ['-lf', form], { encoding: 'utf8' })).toContain(await keys.fingerprint(key));
  }
});

test('ssh-keygen and openssl accept thirty signatures of each form', async () => {
  const allowed = file('allowed', await keys.toAllowedSigners('netra', key));
  const pem = file('key.pem', await keys.publicKeyPem(key));
  // r and s change their length with their leading bits, so one signature proves little.
  for (let i = 0; i < 30; i++) {
    const input = toBytes(`isi ${i}`);
    const armor = await signSsh(key, input, 'netra-uji');
    const sig = file('sig', armor);
    const ssh = spawnSync('ssh-keygen', ['-Y', 'verify', '-f', allowed, '-I', 'netra', '-n', 'netra-uji', '-s', sig], { input });
    expect(ssh.status, String(ssh.stderr)).toBe(0);
    const der = await signDer(key, input);
    const openssl = spawnSync('openssl', ['dgst', '-sha256', '-verify', pem, '-signature', file('der', der)], { input });
    expect(openssl.status, String(openssl.stderr)).toBe(0);
    expect(await verifySsh(armor, input, 'netra-uji')).not.toBeNull();
    expect(await verifyDer(key.publicKey, der, input)).toBe(true);
  }
});

test('a signature by ssh-keygen itself verifies', async () => {
  const own = join(folder, 'own');
  execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-b', '256', '-N', '', '-f', own]);
  for (const hash of ['sha256', 'sha512']) {
    const message = file(`message-${hash}`, bytes);
    execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', own, '-n', 'uji', '-O', `hashalg=${hash}`, message], { stdio: 'pipe' });
    const publicKey = await verifySsh(readFileSync(`${message}.sig`, 'utf8'), bytes, 'uji');
    expect(publicKey).not.toBeNull();
    if (publicKey !== null) expect(readFileSync(`${own}.pub`, 'utf8')).toContain(await keys.sshPublicKey({ publicKey }));
  }
});

test('another text, namespace or key is refused', async () => {
  const armor = await signSsh(key, bytes, 'satu');
  expect(await verifySsh(armor, toBytes('lain'), 'satu')).toBeNull();
  expect(await verifySsh(armor, bytes, 'dua')).toBeNull();
  const der = await signDer(key, bytes);
  expect(await verifyDer(other.publicKey, der, bytes)).toBe(false);
  expect(await verifyDer(key.publicKey, der, toBytes('lain'))).toBe(false);
});

test('each byte of each form matters: no second spelling is accepted', async () => {
  const armor = toBytes(await signSsh(key, bytes, 'satu'));
  const der = await signDer(key, bytes);
  const pem = toBytes(await keys.publicKeyPem(key));
  const allowed = toBytes(await keys.toAllowedSigners('netra', key));
  const text = (changed: Uint8Array) => new TextDecoder().decode(changed);
  const flips = function* (original: Uint8Array) {
    for (let i = 0; i < original.length; i++) for (const bit of [1, 32]) yield original.with(i, (original[i] ?? 0) ^ bit);
  };
  const same = await keys.fingerprint(key);
  for (const changed of flips(armor)) expect(await verifySsh(text(changed), bytes, 'satu')).toBeNull();
  for (const changed of flips(der)) expect(await verifyDer(key.publicKey, changed, bytes)).toBe(false);
  for (const changed of flips(pem)) {
    const publicKey = await keys.parsePublicKeyPem(text(changed));
    expect(publicKey !== null && (await keys.fingerprint({ publicKey })) === same).toBe(false);
  }
  for (const changed of flips(allowed)) {
    const signer = await keys.parseAllowedSigners(text(changed));
    expect(signer?.principal === 'netra' && (await keys.fingerprint(signer)) === same).toBe(false);
  }
});
