// Other people are not handed on: which files a bundle holds, what the verifier says of those it does not, and of those who lie about it.
import { expect, test } from 'vitest';
import { seal } from '../../src/evidence/seal.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Artefact } from '../../src/model/capture.ts';
import { type EvidenceRecord, recordSchema } from '../../src/model/evidence.ts';
import type { BundleFiles } from '../../src/report/archive.ts';
import { openArchive } from '../../src/report/archive.ts';
import { type BundleInput, writeBundleBlob } from '../../src/report/bundle.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { BUNDLE_ID, toInput, toPng } from './sample.ts';

const REASON = 'Diminta Bawaslu untuk pemeriksaan keaslian';
type Change = (record: EvidenceRecord) => EvidenceRecord;
const withReason: Change = (record) =>
  record.type === 'handover' && record.body.bundleId === BUNDLE_ID ? { ...record, body: { ...record.body, originals: REASON } } : record;

async function bundleOf(change: Change = (record) => record): Promise<{ files: BundleFiles; input: BundleInput }> {
  const input = await toInput(change);
  return { files: await openArchive((await writeBundleBlob(input)).blob), input };
}
const textOf = async (files: BundleFiles, name: string) => new TextDecoder().decode(await files.read(name));
const artefactCheck = async (files: BundleFiles) => (await verifyBundle(files)).checks.find(({ check }) => check === 'artefacts');
const alter =
  (edit: (artefact: Artefact) => Artefact): Change =>
  (record) =>
    record.type === 'capture' ? { ...record, body: { ...record.body, artefacts: record.body.artefacts.map(edit) } } : record;

test('originals stay behind, are named, and the bundle is whole', async () => {
  const { files } = await bundleOf();
  const withheld = (await textOf(files, 'data/catatan/withheld.ndjson'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { role: string });
  expect(new Set(withheld.map(({ role }) => role))).toEqual(new Set(['screenshot', 'crop', 'source', 'copy']));
  const all = (await Promise.all(files.names.filter((name) => /\.(txt|html)$/.test(name)).map((name) => textOf(files, name)))).join('');
  expect(all).not.toContain('alert(1)');
  const verdict = await verifyBundle(files);
  expect(verdict.ok).toBe(true);
  // Of the sixteen, three are byte for byte a picture that is handed on with another capture.
  expect((await artefactCheck(files))?.say).toMatch(/13 berkas asli tidak disertakan/);
});

test('with a written reason they go along, and the verifier says so with the reason', async () => {
  const { files } = await bundleOf(withReason);
  expect(files.names).not.toContain('data/catatan/withheld.ndjson');
  const check = await artefactCheck(files);
  expect(check?.verdict).toBe('pass');
  expect(check?.say).toContain(REASON);
  expect(await textOf(files, 'data/ringkasan.html')).toContain('Seluruh layar yang tampak saat ditangkap');
});

test('a reason of a few letters is none', async () => {
  const { input } = await bundleOf();
  const handover = input.records
    .map(({ canonical }) => JSON.parse(canonical ?? '') as EvidenceRecord)
    .find(({ type }) => type === 'handover');
  expect(recordSchema.safeParse({ ...handover, body: { ...handover?.body, originals: 'perlu' } }).success).toBe(false);
});

test('evidence of an earlier version has no covered picture: it is told, and nothing is handed on in its place', async () => {
  const old = (record: EvidenceRecord): EvidenceRecord => {
    if (record.type !== 'capture') return record;
    const { shownText: _, ...body } = record.body;
    return { ...record, body: { ...body, artefacts: body.artefacts.filter(({ role }) => !role.startsWith('redacted')) } };
  };
  const { files } = await bundleOf(old);
  expect(files.names.filter((name) => /^data\/(bukti|sumber|salinan)\//.test(name))).toEqual([]);
  expect((await verifyBundle(files)).ok).toBe(true);
  expect(await textOf(files, 'data/ringkasan.html')).toContain('orang lain di dalamnya belum ditutup');
  const { files: whole } = await bundleOf((record) => withReason(old(record)));
  expect((await verifyBundle(whole)).ok).toBe(true);
  expect(whole.names.filter((name) => name.startsWith('data/bukti/')).length).toBeGreaterThan(3);
});

test('a covered picture whose origin is unknown, has another size, or has boxes outside it is no evidence', async () => {
  const edits: [string, (artefact: Artefact) => Artefact][] = [
    [
      'asalnya',
      (one) =>
        one.role === 'redacted' && one.madeFrom !== null ? { ...one, madeFrom: { ...one.madeFrom, inputHash: 'f'.repeat(64) } } : one,
    ],
    [
      'tidak cocok',
      (one) =>
        one.role === 'crop'
          ? { ...one, width: 419, madeFrom: { ...(one.madeFrom as NonNullable<Artefact['madeFrom']>), rect: null } }
          : one,
    ],
    [
      'tidak cocok',
      (one) =>
        one.role === 'redacted' && one.madeFrom !== null
          ? { ...one, madeFrom: { ...one.madeFrom, boxes: [{ x: 400, y: 0, width: 30, height: 5, why: 'account' as const }] } }
          : one,
    ],
    [
      'tidak cocok',
      (one) =>
        one.role === 'crop' && one.madeFrom !== null
          ? { ...one, madeFrom: { ...one.madeFrom, rect: { x: 600, y: 90, width: 420, height: 120 } } }
          : one,
    ],
  ];
  for (const [say, edit] of edits) {
    const check = await artefactCheck((await bundleOf(alter(edit))).files);
    expect(check?.verdict, say).toBe('fail');
    expect(check?.say).toContain(say);
  }
});

test('of a picture that was covered further only the last one goes out', async () => {
  const input = await toInput();
  const records = input.records.map(({ canonical }) => JSON.parse(canonical ?? '') as EvidenceRecord);
  const capture = records.find((one) => one.type === 'capture');
  if (capture?.type !== 'capture') throw new Error('no capture');
  const { findingId, captureId, artefacts } = capture.body;
  const before = artefacts.find(({ role }) => role === 'redacted') as Artefact;
  const later = toPng(420, 120, 90);
  const hash = await sha256(later);
  const box = { x: 1, y: 2, width: 30, height: 4, why: 'hand' as const };
  const artefact = {
    ...before,
    hash,
    bytes: later.length,
    madeFrom: { inputHash: before.hash, how: 'redact' as const, rect: null, boxes: [box] },
  };
  const body = { findingId, captureId, statedAt: '2026-11-22T12:20:00.000Z', added: [box], removed: [], artefacts: [artefact] };
  const sealed = await seal({ version: 1, type: 'redaction', body }, input.records.at(-1) ?? null, body.statedAt);
  input.blobs.set(hash, later);
  const files = await openArchive(
    (await writeBundleBlob({ ...input, lines: [...input.lines, sealed.line], records: [...input.records, sealed] })).blob,
  );
  expect(files.names).toContain(`data/bukti/${hash}.png`);
  const withheld = await textOf(files, 'data/catatan/withheld.ndjson');
  expect(withheld).toContain(`"role":"redacted","hash":"${before.hash}"`);
  const { checks } = await verifyBundle(files);
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  const summary = await textOf(files, 'data/ringkasan.html');
  expect(summary).toContain(`<img src="bukti/${hash}.png"`);
  expect(summary).toContain('Perubahan penutup gambar');
});

test('of a source that words were taken out of only the last one goes out; the picture stays', async () => {
  const input = await toInput();
  const records = input.records.map(({ canonical }) => JSON.parse(canonical ?? '') as EvidenceRecord);
  // The last capture, so that no other one holds the same bytes.
  const capture = records.findLast((one) => one.type === 'capture');
  if (capture?.type !== 'capture') throw new Error('no capture');
  const { findingId, captureId, artefacts } = capture.body;
  const later = await Promise.all(
    (['redacted-source', 'redacted-copy'] as const).map(async (role) => {
      const before = artefacts.find((one) => one.role === role) as Artefact;
      const bytes = new TextEncoder().encode(`<p>████ ${role} ${captureId}</p>`);
      const hash = await sha256(bytes);
      input.blobs.set(hash, bytes);
      const madeFrom = { inputHash: before.hash, how: 'redact' as const, rect: null };
      return { before, artefact: { ...before, hash, bytes: bytes.length, madeFrom } };
    }),
  );
  const at = '2026-11-22T12:20:00.000Z';
  const made = later.map(({ artefact }) => artefact);
  const body = { findingId, captureId, statedAt: at, added: [], removed: [], blocked: 3, artefacts: made };
  const sealed = await seal({ version: 1, type: 'redaction', body }, input.records.at(-1) ?? null, at);
  const files = await openArchive(
    (await writeBundleBlob({ ...input, lines: [...input.lines, sealed.line], records: [...input.records, sealed] })).blob,
  );
  const withheld = await textOf(files, 'data/catatan/withheld.ndjson');
  for (const { before, artefact } of later) {
    expect(files.names.some((name) => name.includes(artefact.hash))).toBe(true);
    expect(withheld).toContain(`"role":"${before.role}","hash":"${before.hash}"`);
    expect(files.names.some((name) => name.includes(before.hash))).toBe(false);
  }
  expect(withheld).not.toContain('"role":"redacted"');
  const { checks } = await verifyBundle(files);
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  expect(await textOf(files, 'data/ringkasan.html')).toContain('diganti balok di 3 tempat');
});

test('one record changes each kind of file once at most, and no original', async () => {
  const hash = 'a'.repeat(64);
  const file = (role: string) => ({ role, hash, bytes: 3, mediaType: 'text/html', width: null, height: null, madeFrom: null });
  const record = (roles: string[]) => ({
    version: 1,
    type: 'redaction',
    body: {
      findingId: hash,
      captureId: '0198f3c0-0000-7000-8000-000000000011',
      statedAt: '2026-11-22T12:20:00.000Z',
      added: [],
      removed: [],
      artefacts: roles.map(file),
    },
  });
  expect(recordSchema.safeParse(record(['redacted-source', 'redacted-copy'])).success).toBe(true);
  for (const roles of [[], ['source'], ['redacted-source', 'redacted-source']])
    expect(recordSchema.safeParse(record(roles)).success, roles.join()).toBe(false);
});

test('an original that is in nothing another than the picture handed on is not said to stay behind, nor to show other people', async () => {
  const nothingCovered: Change = (record) => {
    if (record.type !== 'capture') return record;
    const crop = record.body.artefacts.find(({ role }) => role === 'crop') as Artefact;
    const same = (one: Artefact): Artefact =>
      one.role === 'redacted' && one.madeFrom !== null
        ? { ...one, hash: crop.hash, bytes: crop.bytes, madeFrom: { ...one.madeFrom, inputHash: crop.hash, boxes: [] } }
        : one;
    return { ...record, body: { ...record.body, artefacts: record.body.artefacts.map(same) } };
  };
  const { files, input } = await bundleOf(nothingCovered);
  const withheld = (await textOf(files, 'data/catatan/withheld.ndjson')).trimEnd().split('\n');
  const captures = input.records.filter(({ canonical }) => canonical?.includes('"type":"capture"')).length;
  expect(captures).toBe(4);
  expect(withheld.join()).not.toContain('"role":"crop"');
  expect(withheld).toHaveLength(16 - captures);
  const check = await artefactCheck(files);
  expect(check?.verdict).toBe('pass');
  expect(check?.say).toContain(`${16 - captures} berkas asli tidak disertakan`);
  expect(check?.say).not.toContain('memuat');
});
