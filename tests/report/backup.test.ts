// A backup holds all, opens with its passphrase alone, and is taken whole or not at all.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, test } from 'vitest';
import { createHeir } from '../../src/evidence/heir.ts';
import { createSigningKey, fingerprint, publicKeyPem } from '../../src/evidence/keys.ts';
import { signSsh } from '../../src/evidence/signatures.ts';
import { signSuccession } from '../../src/evidence/succession.ts';
import { newRecoveryCode } from '../../src/lib/passphrase.ts';
import type { BackupHead } from '../../src/model/backup.ts';
import { sealBackup, toSecret } from '../../src/report/backup-file.ts';
import { BACKUP, BACKUP_NAMESPACE } from '../../src/report/backup-layout.ts';
import { type BackupGroup, type BackupPicture, readBackup } from '../../src/report/backup-read.ts';
import { type BackupInput, writeBackup } from '../../src/report/backup-write.ts';
import { readTar, type TarFile } from '../../src/report/tar.ts';
import { LINKS, LISTS, MADE_AT, PICTURE_HASH, SECRET, SETTINGS, toBackupInput } from './backup-sample.ts';

// A real file costs a second of scrypt; what is inside is altered and sealed again under a light one.
async function open(sealed: Uint8Array): Promise<TarFile[]> {
  const age = new Decrypter();
  age.addPassphrase(SECRET);
  const plain = await age.decrypt(sealed);
  const files: TarFile[] = [];
  for await (const file of readTar(
    (async function* () {
      yield plain;
    })(),
    1e9,
  ))
    files.push(file);
  return files;
}
async function close(files: readonly TarFile[], secret = SECRET): Promise<Blob> {
  const { toTar } = await import('../../src/report/tar.ts');
  const parts: Uint8Array[] = [];
  const all = async function* () {
    yield* files;
  };
  for await (const part of toTar(all(), 1)) parts.push(part);
  const age = new Encrypter();
  age.setPassphrase(secret);
  age.setScryptWorkFactor(4);
  return new Blob([new Uint8Array(await age.encrypt(Buffer.concat(parts)))]);
}
const make = async (input: BackupInput, secret = SECRET) =>
  new Uint8Array(await new Response((await writeBackup(input, secret)) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

let input: Awaited<ReturnType<typeof toBackupInput>>;
let sealed: Uint8Array<ArrayBuffer>;
let files: TarFile[];
beforeAll(async () => {
  input = await toBackupInput();
  sealed = await make(input);
  files = await open(sealed);
});
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);
const alter = (name: string, change: (was: string) => string) =>
  files.map((one) => (one.name.includes(name) ? { ...one, bytes: bytes(change(text(one.bytes))) } : one));

describe('a backup', () => {
  test('gives back every line, content, image, tie, list and setting, and the heir', async () => {
    const groups: BackupGroup[] = [];
    const told: number[] = [];
    const pictures: BackupPicture[] = [];
    const read = await readBackup(
      new Blob([sealed]),
      SECRET,
      async (group) => void groups.push(group),
      async (one) => void pictures.push(one),
      (part) => told.push(part),
    );
    expect(groups.flatMap(({ rows }) => rows)).toEqual(input.rows);
    expect(new Map(groups.flatMap(({ blobs }) => blobs.map(({ hash, bytes: own }) => [hash, [...own]])))).toEqual(
      new Map([...input.blobs].map(([hash, own]) => [hash, [...own]])),
    );
    expect([read.links, read.lists, read.settings, read.gone]).toEqual([LINKS, LISTS, SETTINGS, []]);
    expect(pictures.map(({ hash, bytes: own }) => [hash, text(own)])).toEqual([[PICTURE_HASH, 'gambar profil']]);
    expect(read.lines).toEqual(input.rows.map(({ line }) => line));
    expect([read.captures, read.artefacts, read.erased]).toEqual([4, input.blobs.size, 0]);
    expect(await fingerprint(read.heir)).toBe(await fingerprint(input.heir.pair));
    expect(read.heir.privateKey.extractable).toBe(false);
    expect(told.at(-1)).toBe(1);
  });

  test('is opened by the age program and by tar', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-backup-'));
    writeFileSync(join(folder, 'x.age'), sealed);
    // age asks the terminal for the passphrase.
    const script = `import pty, os, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp('age', ['age', '-d', '-o', 'x.tar', 'x.age'])
while True:
    try:
        part = os.read(fd, 1024)
    except OSError:
        break
    if not part: break
    if b'passphrase' in part.lower(): os.write(fd, b'${SECRET}\\n')
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;
    execFileSync('python3', ['-c', script], { cwd: folder });
    execFileSync('tar', ['xf', 'x.tar'], { cwd: folder });
    expect((JSON.parse(readFileSync(join(folder, BACKUP.head), 'utf8')) as BackupHead).size).toBe(input.size);
    const [hash = ''] = input.blobs.keys();
    expect(readFileSync(join(folder, 'netra-cadangan/berkas', hash))).toEqual(Buffer.from(input.blobs.get(hash) ?? []));
    rmSync(folder, { recursive: true });
  });

  test('tells an image that was gone already, and leaves the content of an erased record empty', async () => {
    const [lost = ''] = input.blobs.keys();
    const erased = input.rows.map((row) => (row.seq === 5 ? { ...row, salt: null, canonical: null } : row));
    const made = await make({
      ...input,
      records: async (seqs) => seqs.flatMap((seq) => erased[seq] ?? []),
      blob: async (hash) => (hash === lost ? null : (input.blobs.get(hash) ?? null)),
    });
    const read = await readBackup(new Blob([made]), SECRET);
    expect([read.gone, read.erased]).toEqual([[lost], 1]);
  });

  test('is not written of a log that has a gap, a break, or a record that was changed', async () => {
    const without = input.rows.filter(({ seq }) => seq !== 3);
    const changed = input.rows.map((row) => (row.seq === 3 ? { ...row, canonical: row.canonical?.replace('2026', '2025') ?? null } : row));
    const moved = input.rows.map((row) => (row.seq === 3 ? { ...row, line: input.rows[4]?.line ?? '' } : row));
    for (const rows of [without, changed, moved])
      await expect(make({ ...input, records: async (seqs) => rows.filter(({ seq }) => seqs.includes(seq)) })).rejects.toThrow('record 3');
  });
});

describe('is refused, with where it shows,', () => {
  const refusal = (source: Blob, secret = SECRET) =>
    readBackup(source, secret).then(
      () => 'taken',
      (error: Error) => error.message,
    );

  test('under another passphrase', async () => {
    expect(await refusal(await close(files), `${SECRET}.`)).toBe('wrong-secret');
  });

  test('where it is a file of another kind', async () => {
    expect(await refusal(new Blob(['PK\u0003\u0004'.repeat(100)]))).toBe('not-a-backup');
    expect(await refusal(new Blob([]))).toBe('not-a-backup');
    expect(await refusal(await close([{ name: 'lain.txt', bytes: bytes('x') }]))).toBe('not-a-backup: lain.txt');
    expect(await refusal(await close([{ name: BACKUP.head, bytes: bytes('{"format":"lain"}') }]))).toContain('not-a-backup');
  });

  test('where it was made by a later version', async () => {
    expect(await refusal(await close(alter('kepala.json', (was) => was.replace('"version": 1', '"version": 2'))))).toBe(
      `newer: ${BACKUP.head}`,
    );
  });

  test('cut off at its beginning, its middle and its last byte', async () => {
    const whole = new Uint8Array(await (await close(files)).arrayBuffer());
    for (const end of [30, 120, 300, whole.length >> 1, whole.length - 17, whole.length - 1])
      expect(await refusal(new Blob([whole.slice(0, end)])), `${end}`).toMatch(/^damaged/);
  });

  test('with one bit changed anywhere', async () => {
    const whole = new Uint8Array(await (await close(files)).arrayBuffer());
    for (let at = 25; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const other = whole.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      expect(await refusal(new Blob([other])), `${at}`).toMatch(/^(damaged|wrong-secret)/);
    }
  });

  test('without one of its files, with one too many, or with two changed round', async () => {
    for (const [at, { name }] of files.entries())
      expect(await refusal(await close(files.filter((_, other) => other !== at))), name).toMatch(/^(damaged|not-a-backup)/);
    expect(await refusal(await close([...files, { name: 'netra-cadangan/berkas/x', bytes: bytes('x') }]))).toMatch(/^damaged/);
    const last = files.length - 1;
    const swapped = files.map((one, at) => (at === last ? files[last - 1] : at === last - 1 ? files[last] : one) as TarFile);
    expect(await refusal(await close(swapped))).toMatch(/^damaged/);
  });

  test('with any part changed inside by somebody who knows the passphrase', async () => {
    const cases: [string, (was: string) => string, RegExp][] = [
      ['kepala.json', (was) => was.replace('Netra 0.1.0', 'Netra 0.1.1'), /^unsigned/],
      ['kunci-penerus', (was) => was.replace('M', 'N'), /^damaged/],
      ['tautan', () => '', /^damaged/],
      ['daftar.json', (was) => was.replace('true', 'false'), /^damaged/],
      ['catatan/', (was) => was.replace('confirmed', 'set-aside'), /^damaged/],
      ['catatan/', (was) => was.replace(/[^\n]+\n$/, ''), /^damaged/],
      ['catatan/', (was) => was.replace(/"salt":"[0-9a-f]{64}"/, '"salt":null'), /^damaged/],
    ];
    for (const [name, change, expected] of cases) expect(await refusal(await close(alter(name, change))), name).toMatch(expected);
    const swapped = files.map((one) => (one.name.includes('berkas/') ? { ...one, bytes: bytes('gambar lain') } : one));
    expect(await refusal(await close(swapped))).toMatch(/^damaged: .*berkas/);
  });

  /** The head written anew and signed by somebody: what an inventor of backups can do. */
  async function withHead(
    change: (head: BackupHead) => Partial<BackupHead> | Promise<Partial<BackupHead>>,
    key: CryptoKeyPair,
    pem = input.heir.pem,
  ) {
    const head = JSON.parse(text(files[0]?.bytes ?? new Uint8Array())) as BackupHead;
    const { sha256 } = await import('../../src/lib/hash.ts');
    const listed = await Promise.all(
      head.files.map(async (one) => (one.name === BACKUP.heir ? { ...one, bytes: pem.length, hash: await sha256(pem) } : one)),
    );
    const made = bytes(JSON.stringify({ ...head, files: listed, ...(await change(head)) }));
    const signature = bytes(await signSsh(key, made, BACKUP_NAMESPACE));
    return close(
      files.map((one) =>
        one.name === BACKUP.head
          ? { ...one, bytes: made }
          : one.name === BACKUP.signature
            ? { ...one, bytes: signature }
            : one.name === BACKUP.heir
              ? { ...one, bytes: bytes(pem) }
              : one,
      ),
    );
  }

  test('signed by a key that is not the log’s, or with an heir that it did not name', async () => {
    const stranger = await createSigningKey();
    const { pair, pem } = await createHeir();
    expect(await refusal(await withHead(() => ({}), input.key))).toBe('taken');
    expect(await refusal(await withHead(() => ({}), stranger))).toMatch(/^unsigned/);
    const own = async (head: BackupHead, by: CryptoKeyPair) => ({
      keyFingerprint: await fingerprint(by),
      heir: {
        publicKey: await publicKeyPem(pair),
        step: await signSuccession(by, pair, { origin: `netra/${head.logId}`, size: head.size, head: head.head }),
      },
    });
    expect(await refusal(await withHead((head) => own(head, stranger), stranger, pem))).toMatch(/^unsigned: .*catatan/);
    expect(
      await refusal(await withHead(async (head) => ({ heir: { ...head.heir, publicKey: await publicKeyPem(pair) } }), input.key, pem)),
    ).toMatch(/^unsigned: .*penerus/);
    const same = async (head: BackupHead) => ({
      keyFingerprint: await fingerprint(stranger),
      heir: {
        ...head.heir,
        step: await signSuccession(stranger, input.heir.pair, { origin: `netra/${head.logId}`, size: head.size, head: head.head }),
      },
    });
    expect(await refusal(await withHead(same, stranger))).toMatch(/^unsigned: .*catatan/);
    // The log's own key, another heir than the record of the backup names: the log's last record speaks against it.
    expect(await refusal(await withHead((head) => own(head, input.key), input.key, pem))).toMatch(/^unsigned/);
    expect(await refusal(await withHead(() => ({ logId: '0198f3c0-0000-7000-8000-00000000ffff' }), input.key))).toMatch(/^unsigned/);
    expect(await refusal(await withHead((head) => ({ size: head.size - 1 }), input.key))).toMatch(/^(unsigned|damaged)/);
  });
});

describe('the passphrase', () => {
  test('is the same from two keyboards, with blanks around it, and as a recovery code in any writing', async () => {
    expect(await toSecret('  cafe\u0301 hijau ')).toBe('caf\u00e9 hijau');
    const code = await newRecoveryCode();
    expect(await toSecret(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
  });
});

test('a backup of many images is made and read without holding them', async () => {
  // Each image is read when its turn comes: never more are asked for than were drawn from the stream.
  let asked = 0;
  const stream = await sealBackup(
    (async function* () {
      for (let at = 0; at < 200; at++) {
        asked++;
        yield { name: `x/${at}`, bytes: new Uint8Array(1 << 20) };
      }
    })(),
    SECRET,
    MADE_AT,
  );
  const reader = stream.getReader();
  for (let got = 0; got < 5 << 20; ) got += (await reader.read()).value?.length ?? 0;
  expect(asked).toBeLessThan(10);
  await reader.cancel();
});
