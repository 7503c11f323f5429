// A bundle is right if the tools on everybody's computer say so, and if they stop saying so after one changed byte.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { toBytes } from '../../src/evidence/bytes.ts';
import { createSigningKey, fingerprint, publicKeyPem, toAllowedSigners } from '../../src/evidence/keys.ts';
import { signDer, signSsh } from '../../src/evidence/signatures.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { bundledRecordSchema } from '../../src/model/evidence.ts';
import { CANNOT } from '../../src/model/limits.ts';
import { toManifest } from '../../src/report/bag.ts';
import { type BundleInput, writeBundle, writeBundleBlob } from '../../src/report/bundle.ts';
import { BUNDLE_NAMESPACE, CHECKPOINT_NAMESPACE, COMMANDS, PAYLOAD_MANIFEST, SIGNATURES, TAG_MANIFEST } from '../../src/report/layout.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { BUNDLE_ID, toInput } from './sample.ts';

const work = mkdtempSync(join(tmpdir(), 'netra-bundle-'));
const folder = join(work, BUNDLE_ID);
const zip = join(work, 'bundle.zip');
let input: BundleInput & { blobs: Map<string, Uint8Array> };
let names: string[] = [];

const run = (command: string) => spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
const files = () => ({ folder: BUNDLE_ID, names, read: async (name: string) => new Uint8Array(readFileSync(join(folder, name))) });

beforeAll(async () => {
  input = await toInput();
  const { blob, name } = await writeBundleBlob(input);
  expect(name).toBe(`netra-${BUNDLE_ID}.zip`);
  writeFileSync(zip, new Uint8Array(await blob.arrayBuffer()));
  execFileSync('unzip', ['-q', zip, '-d', work]);
  names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
});

test('unzip finds no fault, and the names are plain', () => {
  expect(execFileSync('unzip', ['-tq', zip], { encoding: 'utf8' })).toContain('No errors');
  const listed = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).trim().split('\n');
  expect(listed.filter((name) => !/^[A-Za-z0-9/_.-]+$/.test(name) || !name.startsWith(`${BUNDLE_ID}/`))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test('every command of BACA-SAYA.txt holds, as it stands there', async () => {
  const readme = readFileSync(join(folder, 'BACA-SAYA.txt'), 'utf8');
  expect(readme.split('\n').findLastIndex((line) => line.includes('certutil'))).toBeLessThan(11);
  for (const { say } of CANNOT) for (const words of [say.id, say.en]) expect(readme).toContain(words);
  for (const command of Object.values(COMMANDS)) {
    expect(readme).toContain(command);
    const { status, stderr } = run(command);
    expect(status, `${command}\n${stderr}`).toBe(0);
  }
  expect(run(COMMANDS.fingerprint).stdout).toContain(await fingerprint(input.key));
  expect(readme).toContain(await fingerprint(input.key));
});

test('the verifier agrees, on the zip, on bytes and on the unpacked folder', async () => {
  const bytes = new Uint8Array(readFileSync(zip));
  for (const source of [new Blob([bytes]), bytes, files()]) {
    const { ok, bundleId, keyFingerprint, checks } = await verifyBundle(source);
    expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect({ ok, bundleId, keyFingerprint }).toEqual({ ok: true, bundleId: BUNDLE_ID, keyFingerprint: await fingerprint(input.key) });
  }
});

test('one changed byte in any payload file is seen by every tool, and the verifier names the file', async () => {
  const payload = names.filter((name) => name.startsWith('data/'));
  expect(payload.length).toBeGreaterThan(20);
  for (const [i, name] of payload.entries()) {
    const original = readFileSync(join(folder, name));
    const place = (i * 7919) % original.length;
    writeFileSync(join(folder, name), original.with(place, (original[place] ?? 0) ^ (1 << (i % 8))));
    for (const command of [COMMANDS.sums, COMMANDS.sshPayload, COMMANDS.opensslPayload])
      expect(run(command).status, `${name}: ${command}`).not.toBe(0);
    const { ok, checks } = await verifyBundle(files());
    expect(ok, name).toBe(false);
    expect(checks.find(({ check }) => check === 'payload')?.files, name).toEqual([name]);
    writeFileSync(join(folder, name), original);
  }
});

test('one changed byte in any other file is seen by a tool, and the verifier names the file', async () => {
  for (const [i, name] of names.filter((one) => !one.startsWith('data/')).entries()) {
    const original = readFileSync(join(folder, name));
    const place = (i * 104_729) % original.length;
    writeFileSync(join(folder, name), original.with(place, (original[place] ?? 0) ^ 1));
    const { fingerprint: _, ...checks } = COMMANDS;
    expect(Object.values(checks).filter((command) => run(command).status !== 0).length, name).toBeGreaterThan(0);
    const verification = await verifyBundle(files());
    expect(verification.ok, name).toBe(false);
    expect(
      verification.checks.flatMap(({ files: failed }) => failed),
      name,
    ).toContain(name);
    writeFileSync(join(folder, name), original);
  }
});

test('every byte of the small tag files counts for the verifier', async () => {
  const changed = new Map<string, Uint8Array<ArrayBuffer>>();
  const source = { ...files(), read: async (name: string) => changed.get(name) ?? files().read(name) };
  for (const name of [SIGNATURES.tagSsh, SIGNATURES.tagDer, SIGNATURES.publicKey, SIGNATURES.allowedSigners, SIGNATURES.checkpoint]) {
    const original = await files().read(name);
    for (let i = 0; i < original.length; i += 7) {
      changed.set(name, original.with(i, (original[i] ?? 0) ^ 32));
      const { ok, checks } = await verifyBundle(source);
      expect(ok, `${name} ${i}`).toBe(false);
      expect(
        checks.flatMap((check) => check.files),
        `${name} ${i}`,
      ).toContain(name);
    }
    changed.delete(name);
  }
});

test('a missing file and an added file are named', async () => {
  const [first = ''] = names.filter((name) => name.startsWith('data/bukti/'));
  const less = await verifyBundle({ ...files(), names: names.filter((name) => name !== first) });
  expect(less.checks.find(({ check }) => check === 'artefacts')?.files).toEqual([first]);
  const more = await verifyBundle({
    ...files(),
    names: [...names, 'data/bukti/x.png'],
    read: async (name) => (name.endsWith('/x.png') ? new Uint8Array([1]) : files().read(name)),
  });
  expect(more.ok).toBe(false);
  expect(more.checks.find(({ check }) => check === 'structure')?.files).toContain('data/bukti/x.png');
});

test('records in the bundle are of the model, and commit by plain hashing', () => {
  const log = readFileSync(join(folder, 'data/catatan/log.ndjson'), 'utf8').trimEnd().split('\n');
  for (const file of ['genesis', 'captures', 'decisions', 'handovers']) {
    for (const line of readFileSync(join(folder, `data/catatan/${file}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n')) {
      const { seq, salt } = bundledRecordSchema.parse(JSON.parse(line));
      const record = line.slice('{"record":'.length, line.indexOf(`,"salt":"${salt}"`));
      const commit = createHash('sha256').update(Buffer.from(salt, 'hex')).update(record).digest('hex');
      expect(JSON.parse(log[seq] ?? '{}').commit).toBe(commit);
    }
  }
});

test('a streamed bundle never lies whole in memory, and is as long as foretold', async () => {
  let gone = 0;
  let handedOn = 0;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      gone += part.length;
    },
  });
  const readBlob = async (hash: string) => {
    // All that was fetched before has left for the sink before the next is asked for.
    expect(gone).toBeGreaterThanOrEqual(handedOn);
    const bytes = await input.readBlob(hash);
    handedOn += bytes.length;
    return bytes;
  };
  const written = await writeBundle({ ...input, readBlob }, sink);
  expect(written.stream).toBeNull();
  expect(gone).toBe(written.bytes);
});

test('what does not belong together is not written', async () => {
  const sink = () => new WritableStream<Uint8Array>();
  await expect(writeBundle({ ...input, lines: input.lines.toSpliced(2, 1) }, sink())).rejects.toThrow('broken');
  await expect(writeBundle({ ...input, records: input.records.slice(1) }, sink())).rejects.toThrow('genesis');
  await expect(writeBundle({ ...input, key: (await toInput()).key }, sink())).rejects.toThrow('key');
  const salted = input.records.map((one) => (one.seq === 1 ? { ...one, salt: 'f'.repeat(64) } : one));
  await expect(writeBundle({ ...input, records: salted }, sink())).rejects.toThrow('record 1');
  await expect(writeBundle({ ...input, readBlob: async (hash) => (await input.readBlob(hash)).slice(1) }, sink())).rejects.toThrow(
    'artefact',
  );
  await expect(writeBundle({ ...input, documents: [{ name: '../x', bytes: new Uint8Array() }] }, sink())).rejects.toThrow('named');
});

test('a document for the receiver is signed like the rest', async () => {
  const { blob } = await writeBundleBlob({ ...input, documents: [{ name: 'formulir.docx', bytes: new Uint8Array([80, 75]) }] });
  const { checks } = await verifyBundle(blob);
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});

test('a bundle changed and signed anew by another key does not fit the log, though every signature holds', async () => {
  const key = await createSigningKey();
  const changed = new Map<string, Uint8Array<ArrayBuffer>>();
  const set = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
    changed.set(name, typeof content === 'string' ? toBytes(content) : content);
  const get = async (name: string) => changed.get(name) ?? (await files().read(name));
  const text = async (name: string) => new TextDecoder().decode(await get(name));
  const relist = async (manifest: string) => {
    const lines = (await text(manifest)).trimEnd().split('\n');
    const listed = await Promise.all(lines.map(async (line) => [line.slice(66), await sha256(await get(line.slice(66)))] as const));
    set(manifest, toManifest(new Map(listed)));
    set(`signatures/${manifest}.sshsig`, await signSsh(key, await get(manifest), BUNDLE_NAMESPACE));
    set(`signatures/${manifest}.der`, await signDer(key, await get(manifest)));
  };
  set('data/ringkasan.html', (await text('data/ringkasan.html')).replaceAll('menyukai', 'membagi'.padEnd(8, 'k')));
  set('bag-info.txt', (await text('bag-info.txt')).replace(/SHA256:\S+/, await fingerprint(key)));
  set(SIGNATURES.publicKey, await publicKeyPem(key));
  set(SIGNATURES.allowedSigners, await toAllowedSigners('netra', key));
  set(SIGNATURES.checkpointSsh, await signSsh(key, await get(SIGNATURES.checkpoint), CHECKPOINT_NAMESPACE));
  await relist(PAYLOAD_MANIFEST);
  await relist(TAG_MANIFEST);
  const { checks, keyFingerprint } = await verifyBundle({ ...files(), read: get });
  expect(checks.filter(({ verdict }) => verdict !== 'pass').map(({ check }) => check)).toEqual(['key']);
  expect(keyFingerprint).toBe(await fingerprint(key));
});

test('the command ends with 0, 1 or 2', () => {
  const verify = (...args: string[]) =>
    spawnSync('node', [join(import.meta.dirname, '../../src/cli/verify.ts'), ...args], { encoding: 'utf8' });
  const whole = verify(zip);
  expect([whole.status, whole.stderr]).toEqual([0, '']);
  expect(whole.stdout).toContain('UTUH');
  expect(verify(folder, '--json').status).toBe(0);
  const broken = join(work, 'broken.zip');
  const bytes = readFileSync(zip);
  const place = bytes.indexOf('<h1>');
  writeFileSync(broken, bytes.with(place + 1, 0x48));
  const failed = verify(broken, '--json');
  expect(failed.status).toBe(1);
  expect(JSON.parse(failed.stdout).checks.flatMap((check: { files: string[] }) => check.files)).toContain('data/ringkasan.html');
  expect(verify(broken).stdout).toContain('✗ GAGAL');
  expect(verify(join(work, 'nowhere.zip')).status).toBe(2);
  expect(verify().status).toBe(2);
  expect(verify('--what').status).toBe(2);
  symlinkSync('/etc/hostname', join(folder, 'data/bukti/link.png'));
  expect(verify(folder).status).toBe(1);
  rmSync(join(folder, 'data/bukti/link.png'));
});
