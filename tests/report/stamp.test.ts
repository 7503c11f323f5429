// Trusted time in a bundle: openssl agrees with the files as they lie there; a stamp that lies is told; so is a bundle without one.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toBase64 } from '../../src/evidence/bytes.ts';
import { seal } from '../../src/evidence/seal.ts';
import { imprintOf } from '../../src/evidence/stamp.ts';
import { readTimestampAnswer, toTimestampRequest } from '../../src/evidence/timestamp.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Stamp } from '../../src/model/stamp.ts';
import { type BundleInput, writeBundleBlob } from '../../src/report/bundle.ts';
import { stampCommand, stampedLineCommand, stampPath } from '../../src/report/layout.ts';
import { gapOf, stampOf } from '../../src/report/stamps.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { makeAuthority } from '../evidence/openssl-authority.ts';
import { BUNDLE_ID, toInput } from './sample.ts';

const authority = makeAuthority();
const work = mkdtempSync(join(tmpdir(), 'netra-cap-'));
afterAll(() => {
  authority.remove();
  rmSync(work, { recursive: true, force: true });
});
const LOG_ID = '0198f3c0-0000-7000-8000-000000000001';
const AT = '2026-11-22T12:17:00.000Z';

/** The sample's log of eight lines, stamped after `size` of them; `change` makes the record lie. */
async function stamped(size = 8, change: Partial<Stamp> = {}) {
  const input = await toInput();
  const head = await sha256(input.lines[size - 1] ?? '');
  const imprint = await imprintOf({ origin: `netra/${LOG_ID}`, size, head });
  const { der, nonce } = toTimestampRequest(imprint);
  const answer = authority.answer(der);
  const read = readTimestampAnswer(answer, { hash: imprint, nonce });
  if ('refused' in read) throw new Error(read.refused);
  const body: Stamp = {
    authority: { name: 'Otoritas Uji', url: 'https://waktu.example/tsr' },
    size,
    head,
    imprint,
    statedAt: read.stampedAt,
    requestedAt: AT,
    receivedAt: AT,
    request: toBase64(der),
    answer: toBase64(answer),
    ...change,
  };
  const record = await seal({ version: 1, type: 'stamp', body }, input.records.at(-1) ?? null, AT);
  const records = [...input.records, record];
  return { body, input: { ...input, records, lines: records.map(({ line }) => line) } };
}
const check = async (input: BundleInput) => {
  const told = await verifyBundle((await writeBundleBlob(input)).blob);
  return {
    ok: told.ok,
    failed: told.checks.filter(({ verdict }) => verdict !== 'pass').map((one) => one.check),
    time: told.checks.find((one) => one.check === 'time'),
  };
};

describe('a stamped bundle', () => {
  test('holds by the commands of BACA-SAYA.txt, with the root from the authority and with no other', async () => {
    const { input, body } = await stamped(6);
    const zip = join(work, 'a.zip');
    writeFileSync(zip, new Uint8Array(await (await writeBundleBlob(input)).blob.arrayBuffer()));
    execFileSync('unzip', ['-q', zip, '-d', work]);
    const folder = join(work, BUNDLE_ID);
    const run = (command: string) => spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    const readme = readFileSync(join(folder, 'BACA-SAYA.txt'), 'utf8');
    expect(readme).toContain(`${stampCommand(8)}   (sudah ada paling lambat ${body.statedAt})`);
    expect(readme).toContain(stampedLineCommand(6));
    expect(readme).not.toContain('Tanpa waktu tepercaya');
    expect(run(stampCommand(8)).status).not.toBe(0);
    copyFileSync(authority.root, join(folder, 'AKAR.pem'));
    const verified = run(stampCommand(8));
    expect(verified.stdout + verified.stderr).toContain('Verification: OK');
    expect(run(`openssl ts -verify -queryfile ${stampPath(8, 'tsq')} -in ${stampPath(8, 'tsr')} -CAfile AKAR.pem`).status).toBe(0);
    expect(run(stampedLineCommand(6)).stdout).toBe(`${readFileSync(join(folder, stampPath(8, 'txt')), 'utf8').split('\n')[2]}\n`);
    // Somebody else's root: the same commands say no.
    const stranger = makeAuthority();
    copyFileSync(stranger.root, join(folder, 'AKAR.pem'));
    stranger.remove();
    expect(run(stampCommand(8)).status).not.toBe(0);
    rmSync(join(folder, 'AKAR.pem'));
    expect(run('sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt').status).toBe(0);
    writeFileSync(join(folder, stampPath(8, 'txt')), 'lain\n');
    expect(run('sha256sum -c --quiet tagmanifest-sha256.txt').status).not.toBe(0);
  });

  test('is told with what was checked, what was not, and the stated time', async () => {
    const { input, body } = await stamped(6);
    const { ok, failed, time } = await check(input);
    expect([ok, failed]).toEqual([true, []]);
    expect(time?.say).toContain('baris 0–5 sudah ada paling lambat');
    expect(time?.say).toContain(body.statedAt.slice(11, 19).replaceAll(':', '.'));
    expect(time?.say).toContain('menurut “Otoritas Uji”.');
    expect(time?.say).toContain('Tanda tangan otoritas TIDAK diperiksa di sini: pakai openssl ts -verify');
    const byFile = await check((await stamped(6, { authority: { name: 'Kantor pos', url: null } })).input);
    expect(byFile.time?.say).toContain('menurut “Kantor pos” (nama dari pemantau)');
  });

  test('says of each capture whether it was there, and how long after it was taken', async () => {
    const { input, body } = await stamped(3);
    const { blob } = await writeBundleBlob(input);
    writeFileSync(join(work, 'b.zip'), new Uint8Array(await blob.arrayBuffer()));
    const page = execFileSync('unzip', ['-p', join(work, 'b.zip'), `${BUNDLE_ID}/data/ringkasan.html`], { encoding: 'utf8' });
    const { unit, n } = gapOf('2026-11-22T12:15:01.250Z', body.statedAt);
    // The sample's day may lie before or after the day of this run: either is told as what it is.
    expect(page).toContain(
      n < 0 ? 'salah satu jam keliru' : `Dicap ${n} ${{ minute: 'menit', hour: 'jam', day: 'hari' }[unit]} sesudah diambil`,
    );
    // Captures 1 and 2 are within the first three lines; 3 and 4 came later.
    expect(page.match(/Sudah ada paling lambat/g)).toHaveLength(2);
    expect(page.match(/<td>tanpa waktu tepercaya<\/td>/g)).toHaveLength(2);
    expect(page).toContain('tanda tangan otoritas belum diperiksa');
  });

  test('that lies is told, whatever the lie is', async () => {
    const other = await stamped(8);
    const lies: readonly [string, Partial<Stamp>, string][] = [
      ['an earlier time', { statedAt: '2020-01-01T00:00:00.000Z' }, 'menyatakan waktu lain'],
      ['more lines', { size: 8 }, 'bukan sidik titik rantai'],
      ['another line', { head: 'c'.repeat(64) }, 'baris rantainya lain'],
      ['another hash', { imprint: 'd'.repeat(64) }, 'bukan sidik titik rantai'],
      ['an answer to somebody else', { answer: other.body.answer }, 'sidik lain'],
      ['another request', { request: other.body.request }, 'menyangkut hal lain'],
      ['no answer', { answer: 'MDEA' }, 'tidak dapat dibaca'],
    ];
    for (const [lie, change, why] of lies) {
      const { ok, failed, time } = await check((await stamped(6, change)).input);
      expect([ok, failed], lie).toEqual([false, ['time']]);
      expect(time?.say, lie).toContain(why);
    }
  });

  test('whose files are missing, exchanged or added is not whole', async () => {
    const { input } = await stamped(6);
    const zip = join(work, 'c.zip');
    writeFileSync(zip, new Uint8Array(await (await writeBundleBlob(input)).blob.arrayBuffer()));
    const names = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((name) => name.slice(BUNDLE_ID.length + 1));
    const read = async (name: string) => new Uint8Array(execFileSync('unzip', ['-p', zip, `${BUNDLE_ID}/${name}`]));
    const files = { folder: BUNDLE_ID, names, read };
    expect((await verifyBundle(files)).ok).toBe(true);
    const tsr = stampPath(8, 'tsr');
    const swapped = { ...files, read: (name: string) => read(name === tsr ? stampPath(8, 'tsq') : name) };
    const added = {
      ...files,
      names: [...names, stampPath(9, 'tsr')],
      read: (name: string) => read(name === stampPath(9, 'tsr') ? tsr : name),
    };
    for (const [source, file] of [
      [{ ...files, names: names.filter((name) => name !== tsr) }, tsr],
      [swapped, tsr],
      [added, stampPath(9, 'tsr')],
    ] as const) {
      const { ok, checks } = await verifyBundle(source);
      expect(ok).toBe(false);
      expect(checks.find((one) => one.check === 'time')).toMatchObject({ verdict: 'fail', files: [file] });
    }
  });
});

test('a bundle without a stamp is whole, and says that it has no trusted time', async () => {
  const input = await toInput();
  const { ok, checks } = await verifyBundle((await writeBundleBlob(input)).blob);
  // Nothing was checked, so nothing is said to be good.
  expect([ok, checks.find((one) => one.check === 'time')]).toEqual([true, undefined]);
  expect(checks.find((one) => one.check === 'log')?.say).toContain(
    'Tanpa waktu tepercaya: semua waktu hanya menurut jam komputer pemantau.',
  );
  const { blob } = await writeBundleBlob(input);
  writeFileSync(join(work, 'd.zip'), new Uint8Array(await blob.arrayBuffer()));
  const read = (name: string) => execFileSync('unzip', ['-p', join(work, 'd.zip'), `${BUNDLE_ID}/${name}`], { encoding: 'utf8' });
  expect(read('BACA-SAYA.txt')).toContain('Tanpa waktu tepercaya');
  expect(read('data/ringkasan.html')).toContain('Berkas bukti ini tanpa waktu tepercaya');
});

test('of several stamps the earliest time counts, and none of a time before the record', () => {
  const one = (seq: number, size: number, statedAt: string) => ({ seq, body: { size, statedAt } as Stamp });
  const stamps = [one(5, 5, '2026-11-22T15:00:00Z'), one(9, 9, '2026-11-22T14:00:00Z'), one(12, 12, '2026-11-22T16:00:00Z')];
  expect(stampOf(stamps, 4)?.seq).toBe(9);
  expect(stampOf(stamps, 9)?.seq).toBe(12);
  expect(stampOf(stamps, 12)).toBeNull();
});

test('how long after the capture', () => {
  const from = '2026-11-22T12:00:00.000Z';
  for (const [to, unit, n] of [
    ['2026-11-22T12:00:59.000Z', 'minute', 0],
    ['2026-11-22T11:59:01.000Z', 'minute', 0],
    ['2026-11-22T12:59:59.000Z', 'minute', 59],
    ['2026-11-23T02:30:00.000Z', 'hour', 14],
    ['2026-11-24T11:00:00.000Z', 'hour', 47],
    ['2026-11-24T12:00:00.000Z', 'day', 2],
    ['2026-11-22T11:55:00.000Z', 'minute', -5],
    ['2026-11-20T11:00:00.000Z', 'day', -2],
  ] as const)
    expect(gapOf(from, to), to).toEqual({ unit, n });
});
