// The proof of a deletion: true by the tools on everybody's computer, without anybody's data, and not written while something is left.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planErasure } from '../../src/evidence/erasure.ts';
import { fingerprint } from '../../src/evidence/keys.ts';
import { seal } from '../../src/evidence/seal.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import { NotErased, type ProofInput, writeErasureProof } from '../../src/report/erasure-proof.ts';
import { COMMANDS } from '../../src/report/layout.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { toInput } from './sample.ts';

const PROOF = '0198f3c0-9999-7000-8000-00000000abcd';
const AT = '2026-11-23T08:00:00.000Z';
const a = 'a'.repeat(64);

/** Finding a destroyed for good; something else was written afterwards. */
async function destroyed(): Promise<ProofInput & { log: SealedRecord[]; seqs: readonly number[]; hashes: readonly string[] }> {
  const input = await toInput();
  const { seqs, hashes, bundleIds } = planErasure(input.records, [a]);
  const record: EvidenceRecord = {
    version: 1,
    type: 'erasure',
    body: {
      reason: 'subject-request',
      askedBy: 'data-subject',
      request: { reference: 'S-12/2026', receivedOn: '2026-11-20' },
      erasedAt: AT,
      findingCount: 1,
      seqs: [...seqs],
      bundleIds: [...bundleIds],
      hashes: [...hashes],
    },
  };
  const log = [...input.records];
  log.push(await seal(record, log.at(-1) ?? null, AT));
  const later: EvidenceRecord = {
    version: 1,
    type: 'decision',
    body: { findingId: 'b'.repeat(64), verdict: 'confirmed', note: 'lain', decidedAt: AT },
  };
  log.push(await seal(later, log.at(-1) ?? null, AT));
  const erased = log.map((one) => (seqs.includes(one.seq) ? { ...one, salt: null, canonical: null } : one));
  return {
    proofId: PROOF,
    createdAt: AT,
    seq: log.length - 2,
    log: erased,
    isGone: async () => true,
    key: input.key,
    software: 'Netra uji',
    seqs,
    hashes,
  };
}

test('ssh-keygen and sha256sum accept it, Netra’s own check says what was destroyed, and a changed word is noticed', async () => {
  const input = await destroyed();
  const { name, blob, fingerprint: print } = await writeErasureProof(input);
  expect(name).toBe(`netra-bukti-penghapusan-${PROOF}.zip`);
  expect(print).toBe(await fingerprint(input.key));
  const work = mkdtempSync(join(tmpdir(), 'netra-proof-'));
  writeFileSync(join(work, 'proof.zip'), new Uint8Array(await blob.arrayBuffer()));
  execFileSync('unzip', ['-q', 'proof.zip'], { cwd: work });
  const run = (command: string) => spawnSync('sh', ['-c', command], { cwd: join(work, PROOF), encoding: 'utf8' });
  for (const command of Object.values(COMMANDS)) expect(run(command).status, command).toBe(0);
  const told = await verifyBundle(blob);
  expect(told.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  expect(told.checks.find(({ check }) => check === 'records')?.say).toContain(
    `Isi ${input.seqs.length} catatan dimusnahkan menurut catatan nomor ${input.seq} (permintaan pemilik data)`,
  );
  const page = join(work, PROOF, 'data/ringkasan.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('pemilik data', 'pemantau'));
  expect(run(COMMANDS.sshPayload).status).not.toBe(0);
});

test('it states numbers, kinds, commitments and both ends of the chain', async () => {
  const input = await destroyed();
  const facts = await jsonOf(input);
  const lines = input.log.map(({ line }) => JSON.parse(line) as { seq: number; at: string; type: string; commit: string; prev: string });
  expect(facts).toMatchObject({
    jenis: 'netra-bukti-penghapusan',
    catatanPenghapusan: input.seq,
    alasan: 'subject-request',
    surat: { nomor: 'S-12/2026', diterima: '2026-11-20' },
    catatanDimusnahkan: input.seqs.map((seq) => ({
      nomor: seq,
      jenis: lines[seq]?.type,
      komitmen: lines[seq]?.commit,
      waktu: lines[seq]?.at,
    })),
    berkasDimusnahkan: input.hashes,
    ujungRantai: {
      sebelum: await sha256(input.log[input.seq - 1]?.line ?? ''),
      sesudah: await sha256(input.log[input.seq]?.line ?? ''),
    },
  });
  expect(input.seqs.length).toBeGreaterThan(2);
});

test('nobody’s data is in any of its files', async () => {
  const input = await destroyed();
  const files = await filesOf(input);
  const { records } = await toInput();
  // Every word of the destroyed records that is not a word of the form or a hash of the log.
  const secrets = [
    'siti',
    'Rahma',
    'Semangat',
    '5512345678',
    'DAbCdEfGhIj',
    'Bengkulu',
    '17900000000000001',
    a,
    'b'.repeat(64),
    'instagram.com',
  ];
  for (const secret of secrets) expect(JSON.stringify(records), secret).toContain(secret);
  for (const [name, text] of files) {
    // "position" is a word of the style.
    const said = text.replace(/<style>.*?<\/style>/s, '').toLowerCase();
    for (const secret of secrets) expect(said, `${name}: ${secret}`).not.toContain(secret.toLowerCase());
  }
});

test('no proof while a record’s content, its salt or a picture is left', async () => {
  const input = await destroyed();
  const [first = 0] = input.seqs;
  for (const left of [{ canonical: '{}' }, { salt: '0'.repeat(64) }])
    await expect(
      writeErasureProof({ ...input, log: input.log.map((one) => (one.seq === first ? { ...one, ...left } : one)) }),
    ).rejects.toThrow('isi 1 catatan dan 0 gambar');
  await expect(writeErasureProof({ ...input, isGone: async (hash) => hash !== input.hashes[0] })).rejects.toThrow(
    'isi 0 catatan dan 1 gambar',
  );
  await expect(writeErasureProof({ ...input, seq: input.seq + 1 })).rejects.toThrow(NotErased);
});

async function filesOf(input: ProofInput): Promise<Map<string, string>> {
  const { blob } = await writeErasureProof(input);
  const work = mkdtempSync(join(tmpdir(), 'netra-proof-'));
  writeFileSync(join(work, 'proof.zip'), new Uint8Array(await blob.arrayBuffer()));
  execFileSync('unzip', ['-q', 'proof.zip'], { cwd: work });
  return new Map(
    readdirSync(join(work, PROOF), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
}

async function jsonOf(input: ProofInput): Promise<unknown> {
  return JSON.parse((await filesOf(input)).get('bukti-penghapusan.json') ?? '');
}
