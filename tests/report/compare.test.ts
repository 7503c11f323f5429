// Files of one log beside each other: a beginning fits, two histories are told from their first line on, and so is a shorter one made later.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../src/evidence/seal.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { SealedRecord } from '../../src/model/evidence.ts';
import { readBackup } from '../../src/report/backup-read.ts';
import { writeBackup } from '../../src/report/backup-write.ts';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { compareLogs, type LogView, logOfBackup, logOfBundle, relate } from '../../src/report/compare.ts';
import { SECRET, toBackupInput } from './backup-sample.ts';
import { toInput } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'netra-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idOf = (n: number) => `0198f3c0-1234-7000-8000-0000000000${n.toString(16).padStart(2, '0')}`;

type Made = LogView & { readonly blob: Blob; readonly records: readonly SealedRecord[] };

/** A bundle of this log's first `lines`, after one more handover of its own at this time. */
async function bundle(base: Awaited<ReturnType<typeof toInput>>, n: number, from: number, at: string): Promise<Made> {
  const records: SealedRecord[] = base.records.slice(0, from);
  const body = { bundleId: idOf(n), exportedAt: at, findingIds: [] };
  records.push(await seal({ version: 1, type: 'handover', body }, records.at(-1) ?? null, at));
  const { blob } = await writeBundleBlob({ ...base, bundleId: idOf(n), createdAt: at, records, lines: records.map(({ line }) => line) });
  return { ...(await logOfBundle(`${n}.zip`, blob)), blob, records };
}

let [first, second, fork, late, other]: Made[] = [];
beforeAll(async () => {
  const base = await toInput();
  first = await bundle(base, 1, 8, '2026-11-23T01:00:00.000Z');
  const going = { ...base, records: first.records };
  second = await bundle(going, 2, 9, '2026-11-24T01:00:00.000Z');
  // The same computer put back to an earlier state, or a second one with the same backup.
  fork = await bundle(going, 3, 9, '2026-11-25T01:00:00.000Z');
  late = { ...first, name: 'late.zip', madeAt: '2026-11-26T01:00:00.000Z' };
  other = await bundle(
    await toInput((one) => (one.type === 'genesis' ? { ...one, body: { ...one.body, logId: idOf(9) } } : one)),
    4,
    8,
    '2026-11-23T01:00:00.000Z',
  );
});
const all = () => [first, second, fork, late, other].map((one) => one as Made);
const at = (n: number) => all()[n] as Made;

describe('two files', () => {
  test('of which one is the other’s beginning fit, in either order', async () => {
    expect(await relate(at(0), at(1))).toEqual({ kind: 'beginning', shorter: 0, late: false });
    expect(await relate(at(1), at(0))).toEqual({ kind: 'beginning', shorter: 1, late: false });
    const [told] = await compareLogs([at(1), at(0)]);
    expect(told).toMatchObject({ ok: true, names: ['2.zip', '1.zip'] });
    expect(told?.say).toBe('Berkas kedua (9 baris) adalah awal dari berkas pertama (10 baris): cocok.');
  });

  test('with two histories part at a line, with both times and both ends', async () => {
    const found = await relate(at(1), at(2));
    expect(found).toEqual({
      kind: 'fork',
      at: 9,
      ends: [
        { at: '2026-11-24T01:00:00.000Z', size: 10, head: await sha256(at(1).lines.at(-1) ?? '') },
        { at: '2026-11-25T01:00:00.000Z', size: 10, head: await sha256(at(2).lines.at(-1) ?? '') },
      ],
    });
    const [told] = await compareLogs([at(1), at(2)]);
    expect(told?.ok).toBe(false);
    expect(told?.say).toContain('Dua riwayat berbeda sejak baris nomor 9. Nomor 0 sampai 8 sama.');
    expect(told?.say).toContain('24 November 2026');
    expect(told?.say).toContain('25 November 2026');
    expect(told?.say).not.toMatch(/palsu|curang|pelanggar/i);
  });

  test('of which the later one is the shorter are told', async () => {
    expect(await relate(at(1), at(3))).toEqual({ kind: 'beginning', shorter: 1, late: true });
    const [told] = await compareLogs([at(3), at(1)]);
    expect(told?.ok).toBe(false);
    expect(told?.say).toContain('dibuat belakangan');
  });

  test('of two logs, or the same file twice, are no contradiction', async () => {
    expect((await compareLogs([at(0), at(4)])).map(({ relation, ok }) => [relation.kind, ok])).toEqual([['other', true]]);
    expect((await compareLogs([at(0), at(0)])).map(({ relation, ok }) => [relation.kind, ok])).toEqual([['same', true]]);
  });
});

test('every two of many are compared', async () => {
  const told = await compareLogs(all());
  expect(told.length).toBe(10);
  expect(told.filter(({ ok }) => !ok).map(({ names }) => names.join('+'))).toEqual(['2.zip+3.zip', '2.zip+late.zip', '3.zip+late.zip']);
});

describe('in a terminal', () => {
  const run = (...args: string[]) =>
    spawnSync('node', [join(import.meta.dirname, '../../src/cli/verify.ts'), ...args], { encoding: 'utf8' });
  const paths = [0, 1, 2].map((n) => join(folder, `${n}.zip`));
  beforeAll(async () => {
    for (const [n, path] of paths.entries()) writeFileSync(path, Buffer.from(await at(n).blob.arrayBuffer()));
  });

  test('agreeing files end with 0, two histories with 1', () => {
    const good = run(paths[0] ?? '', paths[1] ?? '');
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining('adalah awal dari berkas kedua')]);
    const bad = run(...paths);
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining('Dua riwayat berbeda sejak baris nomor 9')]);
    expect(JSON.parse(run(...paths, '--json').stdout).comparisons.length).toBe(3);
  });

  test('a backup is read with its passphrase out of a file, and compared', async () => {
    const input = await toBackupInput();
    const sealed = Buffer.from(
      await new Response((await writeBackup(input, SECRET)) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
    );
    const [path, say, wrong] = ['b.age', 'sandi.txt', 'salah.txt'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(path, sealed);
    writeFileSync(say, `${SECRET}\n`);
    writeFileSync(wrong, 'bukan ini frasanya\n');
    const good = run(path, '--sandi-dari', say);
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining('9 baris catatan, 4 bukti')]);
    const bad = run(path, '--sandi-dari', wrong);
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining('Kata sandi tidak membuka')]);
    expect(run(path).status).toBe(2);
    const view = logOfBackup('b.age', await readBackup(new Blob([sealed]), SECRET));
    expect(await relate(view, { ...view, lines: view.lines.slice(0, 3), madeAt: null })).toEqual({
      kind: 'beginning',
      shorter: 1,
      late: false,
    });
  });
});
