// The day on which something became known: stated, sealed, shown, and checked like every other record.
import { expect, test } from 'vitest';
import { seal } from '../../src/evidence/seal.ts';
import { type EvidenceRecord, recordSchema } from '../../src/model/evidence.ts';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { toSummary } from '../../src/report/summary.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { toInput } from './sample.ts';

const a = 'a'.repeat(64);
const known = (knownOn: string, note = ''): EvidenceRecord => ({
  version: 1,
  type: 'known',
  body: { findingId: a, knownOn, note, statedAt: '2026-11-22T13:00:00.000Z' },
});

async function withKnown(...more: EvidenceRecord[]) {
  const input = await toInput();
  const records = [...input.records];
  for (const record of more) records.push(await seal(record, records.at(-1) ?? null, '2026-11-22T13:00:00.000Z'));
  return { ...input, records, lines: records.map(({ line }) => line) };
}
const verify = async (input: Awaited<ReturnType<typeof withKnown>>) => {
  const { blob } = await writeBundleBlob(input);
  return verifyBundle(new Uint8Array(await blob.arrayBuffer()));
};
const failed = (checks: readonly { check: string; verdict: string }[]) =>
  checks.filter(({ verdict }) => verdict !== 'pass').map(({ check }) => check);

test('a bundle with it verifies, and one without it does as before', async () => {
  for (const input of [await withKnown(), await withKnown(known('2026-11-20'))]) {
    const told = await verify(input);
    expect(failed(told.checks)).toEqual([]);
  }
});

test('a changed day is noticed', async () => {
  const input = await withKnown(known('2026-11-20'));
  const last = input.records.at(-1);
  if (last === undefined) throw new Error('no record');
  const forged = { ...last, canonical: (last.canonical ?? '').replace('2026-11-20', '2026-11-21') };
  await expect(writeBundleBlob({ ...input, records: [...input.records.slice(0, -1), forged] })).rejects.toThrow('is not the log');
});

test('the summary tells every statement, the latest last', async () => {
  const { records } = await withKnown(known('2026-11-20', 'Pesan dari warga <b>'), known('2026-11-19'));
  const text = toSummary({
    bundleId: 'x',
    createdAt: '2026-11-22T13:00:00.000Z',
    software: 'Netra uji',
    meta: { organization: '', collector: '', description: '' },
    fingerprint: 'SHA256:x',
    logSize: records.length,
    logHead: '',
    logStartedAt: '2026-11-22T12:16:00.000Z',
    clockSteps: [],
    records: records.map(({ seq, canonical }) => ({ seq, record: recordSchema.parse(JSON.parse(canonical ?? '')) })),
  });
  const told = text.slice(text.indexOf('Diketahui menurut pemantau'));
  expect(told.indexOf('20 November 2026')).toBeGreaterThan(0);
  expect(told.indexOf('19 November 2026')).toBeGreaterThan(told.indexOf('20 November 2026'));
  expect(told).toContain('Pesan dari warga &lt;b&gt;');
  expect(text.split('Diketahui menurut pemantau')).toHaveLength(2);
});

test('a day that is none is no record', () => {
  expect(recordSchema.safeParse(known('2026-02-30')).success).toBe(false);
  expect(recordSchema.safeParse(known('2026-11-20T00:00:00Z')).success).toBe(false);
});
