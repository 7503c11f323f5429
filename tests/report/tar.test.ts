// The archive in a backup: every cut and every changed bit of it shows, and the computer's own tar opens it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BrokenTar, readTar, type TarFile, toTar } from '../../src/report/tar.ts';

const FILES = [
  { name: 'a/satu.txt', bytes: new TextEncoder().encode('satu\n') },
  { name: 'a/kosong', bytes: new Uint8Array() },
  { name: 'a/penuh', bytes: new Uint8Array(1024).fill(7) },
];

async function* each<T>(all: readonly T[]) {
  yield* all;
}
async function pack(files: readonly TarFile[] = FILES): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of toTar(each(files), 1_763_856_000)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
async function unpack(bytes: Uint8Array, step = 100, most = 10_000): Promise<TarFile[]> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += step) pieces.push(bytes.slice(at, at + step));
  const files: TarFile[] = [];
  for await (const file of readTar(each(pieces), most)) files.push(file);
  return files;
}
const plain = (files: readonly TarFile[]) => files.map(({ name, bytes }) => [name, [...bytes]]);

describe('an archive', () => {
  test.each([1, 7, 512, 5000])('comes back from pieces of %i bytes', async (step) => {
    expect(plain(await unpack(await pack(), step))).toEqual(plain(FILES));
  });

  test('is opened by tar', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-tar-'));
    writeFileSync(join(folder, 'x.tar'), await pack());
    execFileSync('tar', ['xf', 'x.tar'], { cwd: folder });
    expect(readFileSync(join(folder, 'a/satu.txt'), 'utf8')).toBe('satu\n');
    expect(readFileSync(join(folder, 'a/penuh')).length).toBe(1024);
    rmSync(folder, { recursive: true });
  });

  test('cut at any byte is broken', async () => {
    const whole = await pack();
    for (let end = 0; end < whole.length; end++) await expect(unpack(whole.slice(0, end)), `${end}`).rejects.toThrow(BrokenTar);
  });

  test('with any bit of a header, a filling or the end changed is broken, or a file is another', async () => {
    const whole = await pack();
    let changed = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const other = whole.slice();
      other[at] = (other[at] ?? 0) ^ (1 << (at % 8));
      const got = await unpack(other).then(plain, () => null);
      if (got === null) continue;
      changed++;
      expect(got, `${at}`).not.toEqual(plain(FILES));
    }
    // Only what the files hold can change without a sign: their sums tell it.
    expect(changed).toBe(5 + 1024);
  });

  test('that goes on after its end, or states more than is allowed, is broken', async () => {
    await expect(unpack(Buffer.concat([await pack(), new Uint8Array(1)]))).rejects.toThrow(BrokenTar);
    await expect(unpack(await pack(), 100, 1000)).rejects.toThrow('a/penuh');
  });

  test.each(['../x', '/x', 'A', 'x\ny', '', 'x'.repeat(100)])('holds no file named %j', async (name) => {
    await expect(pack([{ name, bytes: new Uint8Array() }])).rejects.toThrow(RangeError);
  });
});
