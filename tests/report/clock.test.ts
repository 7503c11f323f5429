// A computer's clock that jumps: the order of records is the chain's, and what went back is told wherever times are read.
import { expect, test } from 'vitest';
import { verifyChain } from '../../src/evidence/chain.ts';
import { findClockSteps } from '../../src/evidence/clock.ts';
import { seal } from '../../src/evidence/seal.ts';
import type { SealedRecord } from '../../src/model/evidence.ts';
import { openArchive } from '../../src/report/archive.ts';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { toInput } from './sample.ts';

const START = '2026-11-22T12:16:00.000Z';
const after = (ms: number) => new Date(Date.parse(START) + ms).toISOString();
const DAY = 86_400_000;

/** The sample's log with each line written at the times given; the last time holds for all that follow. */
async function bundleAt(times: readonly string[]) {
  const input = await toInput();
  const records: SealedRecord[] = [];
  for (const [i, { canonical }] of input.records.entries())
    records.push(await seal(JSON.parse(canonical ?? ''), records.at(-1) ?? null, times[Math.min(i, times.length - 1)] ?? START));
  return { ...input, records, lines: records.map(({ line }) => line) };
}
async function told(times: readonly string[]) {
  const input = await bundleAt(times);
  const { blob } = await writeBundleBlob(input);
  const { ok, checks } = await verifyBundle(blob);
  const summary = new TextDecoder().decode(await (await openArchive(blob)).read('data/ringkasan.html'));
  expect((await verifyChain(input.lines)).ok).toBe(true);
  return { ok, log: checks.find(({ check }) => check === 'log')?.say ?? '', summary, steps: findClockSteps(input.lines) };
}

test('a day back in the middle: the bundle is sound, and verdict and summary say where', async () => {
  const { ok, log, summary, steps } = await told([START, START, after(1000), after(1000 - DAY)]);
  expect(ok).toBe(true);
  expect(steps).toEqual([{ seq: 3, before: after(1000), at: after(1000 - DAY) }]);
  expect(log).toContain('Jam komputer mundur pada catatan nomor 3: dari 22 November 2026 12.16.01 UTC ke 21 November 2026 12.16.01 UTC.');
  expect(log).toContain('Urutan catatan ditentukan rantai, bukan jam');
  expect(summary).toContain('Jam komputer mundur');
  expect(summary).toContain('21 November 2026 12.16.01 UTC');
});

test('ten years ahead and back again is one step back; the way ahead looks like a pause and is not told', async () => {
  const far = after(3652 * DAY);
  const { ok, log, steps } = await told([START, far, far, after(2000)]);
  expect(ok).toBe(true);
  expect(steps).toEqual([{ seq: 3, before: far, at: after(2000) }]);
  expect(log).toContain('2036');
});

test('more than one place is counted', async () => {
  const { log, steps } = await told([START, after(-DAY), after(-2 * DAY), after(-3 * DAY)]);
  expect(steps).toHaveLength(3);
  expect(log).toContain(', dan pada 2 tempat lain.');
});

test('seconds of a clock put right, and work that began before the line above it, are no news', async () => {
  const { log, summary, steps } = await told([START, after(5000), after(-54_000), after(10_000)]);
  expect(steps).toEqual([]);
  expect(log).not.toContain('Jam');
  expect(summary).not.toContain('Jam komputer mundur');
});

test('summer time is no jump: times of the log are in UTC', async () => {
  // Where clocks are put back an hour, local 02.30 comes twice; the instants go on.
  const { steps } = await told([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T00:59:59.000Z',
    '2026-10-25T01:00:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ]);
  expect(steps).toEqual([]);
});
