import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseLine, verifyChain, verifyCommit } from '../../src/evidence/chain.ts';
import { parseCheckpoint, toCheckpoint } from '../../src/evidence/checkpoint.ts';
import { openRecord, seal, toCanonical } from '../../src/evidence/seal.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';

const AT = '2026-11-22T12:00:00.000Z';
const genesis: EvidenceRecord = {
  version: 1,
  type: 'genesis',
  body: { logId: '0198f3c0-0000-7000-8000-000000000001', startedAt: AT, keyFingerprint: 'SHA256:x', software: 'Netra 0.1.0' },
};
const decision = (note: string): EvidenceRecord => ({
  version: 1,
  type: 'decision',
  body: { findingId: 'a'.repeat(64), verdict: 'confirmed', note, decidedAt: AT },
});

async function sealMany(count: number): Promise<SealedRecord[]> {
  const sealed = [await seal(genesis, null, AT)];
  while (sealed.length < count) sealed.push(await seal(decision(`catatan ${sealed.length}`), sealed.at(-1) ?? null, AT));
  return sealed;
}
const whole = await sealMany(12);
const lines = whole.map((one) => one.line);
const head = await sha256(lines.at(-1) ?? '');
const seqs = async (changed: string[], expected?: { size: number; head: string }) => {
  const verdict = await verifyChain(changed, expected);
  expect(verdict.ok).toBe(false);
  return [...new Set(verdict.broken.map((one) => one.seq))];
};
const signed = { size: 12, head };
/** The line with one digit of a field changed, still well-formed. */
const alter = (line: string, field: 'commit' | 'prev') =>
  line.replace(new RegExp(`("${field}":")(.)`), (_, name: string, digit: string) => name + (digit === '1' ? '2' : '1'));

test('a whole log is whole', async () => {
  expect(await verifyChain(lines)).toEqual({ ok: true, head, broken: [] });
  expect(await verifyChain(lines, signed)).toEqual({ ok: true, head, broken: [] });
});

test('an altered line is named, whichever it is', async () => {
  for (let i = 0; i < 12; i++) expect(await seqs(lines.with(i, alter(lines[i] ?? '', 'commit')), signed), `commit ${i}`).toEqual([i]);
  for (let i = 0; i < 12; i++) expect(await seqs(lines.with(i, alter(lines[i] ?? '', 'prev')), signed), `prev ${i}`).toEqual([i]);
});

test('a line that cannot be read, or is spelled otherwise, is named', async () => {
  expect(await seqs(lines.with(4, 'xx'))).toEqual([4]);
  expect(await seqs(lines.with(4, (lines[4] ?? '').replace('{', '{ ')))).toEqual([4]);
});

test('a dropped line is named', async () => {
  for (let i = 0; i < 11; i++) expect(await seqs(lines.toSpliced(i, 1)), `${i}`).toEqual([i]);
  expect((await verifyChain(lines.toSpliced(3, 4))).broken).toEqual([
    { seq: 3, why: { id: 'baris 3 sampai 6 hilang', en: 'lines 3 to 6 are missing' } },
  ]);
});

test('reordered and doubled lines are named', async () => {
  const [five = '', six = ''] = [lines[5], lines[6]];
  expect(await seqs(lines.with(5, six).with(6, five))).toEqual([5]);
  expect(await seqs(lines.toSpliced(6, 0, five))).toEqual([5]);
});

test('a cut-off or added tail shows only against a checkpoint', async () => {
  expect((await verifyChain(lines.slice(0, 8))).ok).toBe(true);
  expect(await seqs(lines.slice(0, 8), signed)).toEqual([8]);
  const more = await seal(decision('susulan'), whole.at(-1) ?? null, AT);
  expect(await seqs([...lines, more.line], signed)).toEqual([12]);
});

test('an empty log, and one that starts in the middle, are not whole', async () => {
  expect(await seqs([])).toEqual([0]);
  expect(await seqs(lines.slice(2))).toEqual([0]);
});

test('a rebuilt log does not fit the checkpoint', async () => {
  const other = (await sealMany(12)).map((one) => one.line);
  expect((await verifyChain(other)).ok).toBe(true);
  expect((await verifyChain(other, signed)).ok).toBe(false);
});

test('a record opens to what was sealed, and only its own salt and text fit', async () => {
  const one = whole[3] as SealedRecord;
  expect(openRecord(one)).toEqual(decision('catatan 3'));
  const erased = { ...one, salt: null, canonical: null };
  expect([openRecord(erased), await verifyCommit(erased), await verifyCommit({ ...one, salt: null })]).toEqual(['erased', false, false]);
  expect(await verifyCommit(one)).toBe(true);
  expect(await verifyCommit({ ...one, canonical: (one.canonical ?? '').replace('catatan 3', 'catatan 4') })).toBe(false);
  expect(await verifyCommit({ ...one, salt: (one.salt ?? '').replace(/./, (digit) => (digit === '1' ? '2' : '1')) })).toBe(false);
  expect(await verifyCommit({ ...one, seq: 4 })).toBe(false);
});

test('the commitment is SHA-256 over salt and canonical bytes', async () => {
  const salt = new Uint8Array(32).fill(7);
  const sealed = await seal(genesis, null, AT, salt);
  expect(parseLine(sealed.line)?.commit).toBe(
    createHash('sha256')
      .update(salt)
      .update(sealed.canonical ?? '')
      .digest('hex'),
  );
});

test('half a character from a page is sealed as U+FFFD, the rest kept', async () => {
  const sealed = await seal(decision('a\ud800b\u202e\u0000c'), whole[0] ?? null, AT);
  expect(openRecord(sealed)).toEqual(decision('a\ufffdb\u202e\u0000c'));
  expect(await verifyCommit(sealed)).toBe(true);
});

test('what is not of the model is not sealed', async () => {
  const stray = { ...genesis, extra: 1 } as unknown as EvidenceRecord;
  await expect(seal(stray, null, AT)).rejects.toThrow();
  await expect(seal(decision('x'), null, AT)).rejects.toThrow();
  await expect(seal(genesis, whole[0] ?? null, AT)).rejects.toThrow();
  expect(() => toCanonical({ n: Number.NaN })).toThrow();
});

test('a checkpoint has one spelling', () => {
  const text = toCheckpoint({ origin: 'netra/x', size: 12, head });
  expect(parseCheckpoint(text)).toEqual({ origin: 'netra/x', size: 12, head });
  for (const other of [text.trimEnd(), `${text}\n`, text.replace('12', '012'), text.replace('netra/x', ''), '']) {
    expect(parseCheckpoint(other)).toBeNull();
  }
});
