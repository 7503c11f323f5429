// The demonstration ends as it has to, and what it leaves is checked with the README's own lines by programs nobody here wrote.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDemo } from '../../src/cli/demo/run.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { COMMANDS } from '../../src/report/layout.ts';
import { verifyBundle } from '../../src/report/verify.ts';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
/** The lines of the README's section on checking a bundle. */
const lines = /## Memeriksa berkas bukti[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1]?.trim().split('\n') ?? [];
const run = (line: string, cwd: string) => spawnSync('bash', ['-c', `set -o pipefail; ${line}`], { cwd, encoding: 'utf8' });

describe('the demonstration', () => {
  const out = mkdtempSync(join(tmpdir(), 'netra-demo-'));
  let bundle = '';
  let folder = '';
  beforeAll(async () => {
    expect(await runDemo(out)).toBe(0);
    const [name] = readdirSync(join(out, 'bukti'));
    bundle = join(out, 'bukti', name ?? '');
    execFileSync('unzip', ['-q', bundle, '-d', join(out, 'isi')]);
    const [only] = readdirSync(join(out, 'isi'));
    folder = join(out, 'isi', only ?? '');
  }, 600_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  test('README and BACA-SAYA name the same commands', () => {
    for (const command of [COMMANDS.sums, COMMANDS.sshTags, COMMANDS.sshPayload, COMMANDS.opensslTags, COMMANDS.opensslPayload]) {
      expect(lines).toContain(command);
      expect(readFileSync(join(folder, 'BACA-SAYA.txt'), 'utf8')).toContain(command);
    }
  });

  test('the README’s lines, one after the other, accept the bundle', () => {
    const here = mkdtempSync(join(out, 'readme-'));
    copyFileSync(bundle, join(here, 'BERKAS.zip'));
    const done = run(lines.join(' && '), here);
    expect(done.stderr).toBe('');
    expect(done.status, done.stdout).toBe(0);
    expect(done.stdout).toContain('No errors detected');
    expect(done.stdout.match(/Good "netra-bundle" signature/g)).toHaveLength(2);
    expect(done.stdout.match(/Verified OK/g)).toHaveLength(2);
  });

  test('one flipped byte in a payload file is found by each of them, and named', async () => {
    const zip = readFileSync(bundle);
    for (const part of [
      'data/ringkasan.html',
      'data/catatan/captures.ndjson',
      `data/bukti/${readdirSync(join(folder, 'data/bukti'))[0]}`,
    ]) {
      const file = join(folder, part);
      const whole = readFileSync(file);
      const broken = Buffer.from(whole);
      const at = Math.floor(whole.length / 2);
      broken[at] = (broken[at] ?? 0) ^ 1;
      writeFileSync(file, broken);
      const sums = run(COMMANDS.sums, folder);
      expect(sums.status).not.toBe(0);
      expect(sums.stdout).toContain(`${part}: FAILED`);
      for (const command of [COMMANDS.sshPayload, COMMANDS.opensslPayload]) expect(run(command, folder).status, command).not.toBe(0);
      writeFileSync(file, whole);
      expect(run(COMMANDS.sums, folder).status).toBe(0);
      // In the zip itself: files are stored as they are, so the same byte can be found there.
      const inZip = Buffer.from(zip);
      const start = zip.indexOf(whole);
      expect(start, part).toBeGreaterThan(0);
      inZip[start + at] = (inZip[start + at] ?? 0) ^ 1;
      const copy = join(out, 'rusak.zip');
      writeFileSync(copy, inZip);
      const tested = run(`unzip -t ${copy}`, out);
      expect(tested.status).not.toBe(0);
      expect(tested.stdout + tested.stderr).toContain(part);
      const verified = await verifyBundle(new Uint8Array(inZip));
      expect(verified.ok).toBe(false);
      expect(verified.checks.flatMap((check) => check.files).join('\n')).toContain(part);
    }
  });

  test('the bundle holds what was upheld, and no word of people on neither list but in pictures', () => {
    const kept = readFileSync(join(folder, 'data/catatan/captures.ndjson'), 'utf8');
    expect(kept.trim().split('\n').length).toBeGreaterThan(3);
    for (const bystander of ['Wati Warga', 'warga_contoh', 'warga.contoh']) expect(kept).not.toContain(bystander);
    const summary = readFileSync(join(folder, 'data/ringkasan.html'), 'utf8');
    expect(summary).not.toMatch(/pelanggar(?!an)/i);
    expect(summary).not.toMatch(/<script/i);
  });
});
