// Notes, corrections, re-checks, holds and erasures: shown in the summary, checked in the bundle.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seal } from '../../src/evidence/seal.ts';
import { type EvidenceRecord, recordSchema } from '../../src/model/evidence.ts';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { seenWords, stepWords } from '../../src/report/later-words.ts';
import { toSummary } from '../../src/report/summary.ts';
import { stepsOf, trailOf } from '../../src/report/trail.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { BUNDLE_ID, toInput } from './sample.ts';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const statedAt = '2026-11-22T13:00:00.000Z';
const note = (findingId: string, text: string): EvidenceRecord => ({
  version: 1,
  type: 'note',
  body: { findingId, statedAt, kind: 'note', text },
});
const correction: EvidenceRecord = {
  version: 1,
  type: 'note',
  body: {
    findingId: a,
    statedAt,
    kind: 'correction',
    field: 'unit',
    read: 'SDN 12 Kota Bengkulu',
    right: 'SDN 21 <i>Kota</i> Bengkulu',
    why: 'Papan nama sekolah.',
  },
};
const recheck: EvidenceRecord = {
  version: 1,
  type: 'recheck',
  body: {
    findingId: a,
    url: 'https://www.instagram.com/p/DAbCdEfGhIj/',
    openedAt: statedAt,
    statedAt,
    state: 'deleted',
    seen: { kind: 'nothing' },
    capture: null,
    note: 'Halaman menulis tidak tersedia.',
  },
};
const hold = (state: 'set' | 'lifted'): EvidenceRecord => ({
  version: 1,
  type: 'hold',
  body: { findingId: a, state, reason: 'Diminta Bawaslu', statedAt },
});
const erasure = (...seqs: number[]): EvidenceRecord => ({
  version: 1,
  type: 'erasure',
  body: {
    reason: 'subject-request',
    askedBy: 'data-subject',
    request: { reference: 'S-12/2026', receivedOn: '2026-11-20' },
    erasedAt: statedAt,
    findingCount: 1,
    seqs,
    bundleIds: [],
    hashes: [],
  },
});

async function withLater(...more: EvidenceRecord[]) {
  const input = await toInput();
  const records = [...input.records];
  for (const record of more) records.push(await seal(record, records.at(-1) ?? null, statedAt));
  return { ...input, records, lines: records.map(({ line }) => line) };
}
async function verify(input: Awaited<ReturnType<typeof withLater>>) {
  const { blob } = await writeBundleBlob(input);
  return verifyBundle(new Uint8Array(await blob.arrayBuffer()));
}
const failed = ({ checks }: Awaited<ReturnType<typeof verify>>) => checks.filter(({ verdict }) => verdict !== 'pass');
const numbered = ({ records }: Awaited<ReturnType<typeof withLater>>) =>
  records.map(({ seq, canonical }) => ({ seq, record: recordSchema.parse(JSON.parse(canonical ?? '')) }));
const summaryOf = (input: Awaited<ReturnType<typeof withLater>>) =>
  toSummary({
    bundleId: 'x',
    createdAt: statedAt,
    software: 'Netra uji',
    meta: { organization: '', collector: '', description: '' },
    fingerprint: 'SHA256:x',
    logSize: input.records.length,
    logHead: '',
    logStartedAt: statedAt,
    clockSteps: [],
    records: numbered(input),
  });

test('a bundle with every later record verifies, and says what was destroyed', async () => {
  const input = await withLater(note(a, 'Ditanyakan.'), correction, recheck, hold('set'), hold('lifted'), erasure(2));
  // What is destroyed is not in the bundle; its line is.
  const told = await verify({ ...input, records: input.records.filter(({ seq }) => seq !== 2 && seq !== 6) });
  expect(failed(told)).toEqual([]);
  expect(told.checks.find(({ check }) => check === 'records')?.say).toContain('Isi 1 catatan dimusnahkan menurut catatan nomor 13');
});

test('content that is said to be destroyed and is there all the same fails, and so does destroying what came later', async () => {
  const back = await verify(await withLater(erasure(2)));
  expect(failed(back)).toMatchObject([{ check: 'records', files: ['data/catatan/erasures.ndjson'] }]);
  expect(back.checks.find(({ check }) => check === 'records')?.say).toContain('nomor 2 ada');
  const ahead = await withLater(erasure(9));
  expect(failed(await verify(ahead))).toMatchObject([{ check: 'records' }]);
});

test('a bundle that was written before any of this existed still verifies, to the last check', async () => {
  const told = await verifyBundle(new Uint8Array(readFileSync(new URL('made-before-notes.zip', import.meta.url))));
  expect(failed(told)).toEqual([]);
  expect(told.ok).toBe(true);
});

test('a note of another finding is no step of this one; steps keep the order of their numbers', async () => {
  const input = await withLater(note(a, 'satu'), note(b, 'dua'), recheck, hold('set'));
  const trail = trailOf(numbered(input).reverse(), a);
  expect(trail.map(({ seq }) => seq)).toEqual([1, 4, 5, 7, 8, 10, 11]);
  expect(trail.map(({ record }) => record.type)).toEqual(['capture', 'capture', 'decision', 'handover', 'note', 'recheck', 'hold']);
  expect(stepsOf(trail, 'note').map(({ body }) => body.kind === 'note' && body.text)).toEqual(['satu']);
  expect(trailOf(numbered(input), 'f'.repeat(64))).toEqual([]);
  expect(stepWords(trail[3]?.record as never)).toBe(`Diekspor ke berkas bukti ${BUNDLE_ID}`);
});

describe('the summary', () => {
  test('shows the correction beside what was read, which stays as it was', async () => {
    const text = summaryOf(await withLater(correction));
    const plain = summaryOf(await withLater());
    expect(text).toContain('Dikoreksi pemantau');
    expect(text).toContain('SDN 21 &lt;i&gt;Kota&lt;/i&gt; Bengkulu');
    const unit = 'SDN 12 Kota Bengkulu, Dinas Pendidikan';
    expect(text.split(unit)).toHaveLength(plain.split(unit).length);
    expect(text.indexOf('Dikoreksi pemantau')).toBeLessThan(text.indexOf(unit));
  });

  test('says of a deletion whose word it is, and apart from it what Netra read', async () => {
    const text = summaryOf(await withLater(recheck));
    expect(text).toContain('Dinyatakan pemantau: <strong>sudah dihapus, menurut pemantau</strong>');
    expect(text).toContain('itu tidak berarti sudah dihapus');
    expect(seenWords({ kind: 'other-handle', handleThen: 'lama', handleNow: 'baru', sameAct: true })).toBe(
      'Netra membaca nomor akun yang sama dengan nama akun @baru, dahulu @lama, dan membaca perbuatan yang sama',
    );
  });

  test('tells every step once, and the erasure without a person', async () => {
    const text = summaryOf(await withLater(note(a, 'Ditanyakan.'), hold('set'), erasure(2)));
    const steps = text.slice(text.indexOf('Riwayat penjagaan'));
    const first = steps.slice(0, steps.indexOf('</table>'));
    expect(first.match(/<tr>/g)).toHaveLength(7);
    expect(first).toMatch(/Ditangkap[\s\S]*Dikuatkan[\s\S]*Diekspor[\s\S]*Catatan ditambahkan[\s\S]*Ditahan/);
    expect(text).toContain('permintaan pemilik data');
    expect(text).toContain('pemilik data, surat S-12/2026, 20 November 2026');
  });
});

test('an erasure holds no text in which a person could stand', () => {
  const body = (erasure(2) as Extract<EvidenceRecord, { type: 'erasure' }>).body;
  const bad = [
    { ...body, note: 'Siti Rahma' },
    { ...body, request: { reference: 'Siti Rahma', receivedOn: '2026-11-20' } },
    { ...body, request: { reference: 'siti_rahma', receivedOn: '2026-11-20' } },
    { ...body, findingIds: [a] },
    { ...body, seqs: [0] },
    { ...body, seqs: [] },
  ];
  expect(bad.map((one) => recordSchema.safeParse({ version: 1, type: 'erasure', body: one }).success)).toEqual(bad.map(() => false));
  expect(recordSchema.safeParse(erasure(2)).success).toBe(true);
});
