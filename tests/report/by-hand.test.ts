// What was marked by hand, in the bundle: told plainly, and right for the verifier.
import { beforeAll, expect, test } from 'vitest';
import { expectRecord } from '../../src/evidence/seal.ts';
import type { EvidenceRecord } from '../../src/model/evidence.ts';
import type { Hand, Match } from '../../src/model/match.ts';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { toSummary } from '../../src/report/summary.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { BUNDLE_ID, MATCH, toInput } from './sample.ts';

const NEWS = 'https://contoh-berita.example/foto';
const byHand = (actorFrom: Hand['actorFrom'], note: string): Match => ({
  ...MATCH,
  grade: 'handle',
  reasons: MATCH.reasons.flatMap((one) => (one.kind === 'author' ? [{ kind: 'stated' as const, watched: one.watched }] : [])),
  hand: { actorFrom, note },
  sighting: {
    ...MATCH.sighting,
    platform: 'other',
    action: 'appear',
    text: null,
    actor: actorFrom === 'item' ? MATCH.sighting.actor : { id: null, handle: null, name: null, url: null },
  },
});
const mark = (record: EvidenceRecord, match: Match): EvidenceRecord => {
  if (record.type !== 'capture') return record;
  const { body } = record;
  const page = { ...body.page, platform: match.sighting.platform, url: NEWS };
  return { ...record, body: { ...body, match, eyes: { page: match.sighting, wire: null }, agreement: [], page } };
};
const summaryOf = async (match: Match) => {
  const input = await toInput((record) => mark(record, match));
  return toSummary({
    bundleId: BUNDLE_ID,
    createdAt: input.createdAt,
    software: '',
    meta: input.meta,
    fingerprint: '',
    logSize: input.lines.length,
    logHead: '',
    logStartedAt: input.createdAt,
    clockSteps: [],
    records: input.records.map((sealed) => ({ seq: sealed.seq, record: expectRecord(sealed) })),
  });
};

let text = '';
beforeAll(async () => {
  text = await summaryOf(byHand('monitor', 'Berdiri di samping calon <b>berseragam</b>.'));
});

test('the summary says that it was marked by hand, by whose word, and that no reader confirmed it', () => {
  expect(text).toContain('Situs lain (contoh-berita.example) · ditandai manual');
  expect(text).toContain('<strong>Ditandai manual.</strong> Tidak ada pembaca situs yang menguatkannya');
  expect(text).toContain('pemantau memilih orangnya dari daftar');
  expect(text).toContain('Berdiri di samping calon &lt;b&gt;berseragam&lt;/b&gt;.');
  expect(text).toContain('Siti Rahmawati</bdi>, yang dipilih pemantau dari daftar, diduga tampil dalam unggahan pihak lain');
  expect(text).toContain('Menurut pemantau, isi ini menyangkut akun kampanye terdaftar KPU @harapanbaru2029');
  expect(text).not.toContain('nomor akun sama');
  expect(text).not.toContain('Akun <bdi dir="auto">tanpa nama');
});

test('an account in the picked part is named, and still marked', async () => {
  const own = await summaryOf(byHand('item', ''));
  expect(own).toContain('Akun <bdi dir="auto">@');
  expect(own).toContain('Tautan di dalam bagian yang dipilih menuju akun itu.');
});

test('what a reader read is not called so', async () => {
  expect(await summaryOf(MATCH)).not.toMatch(/[Dd]itandai manual/);
});

test('the verifier accepts it, and refuses another site that nobody marked', async () => {
  const input = await toInput((record) => mark(record, byHand('monitor', '')));
  const { blob } = await writeBundleBlob(input);
  expect((await verifyBundle(new Uint8Array(await blob.arrayBuffer()))).ok).toBe(true);
  const { hand: _hand, ...read } = byHand('monitor', '');
  const forged = await toInput((record) => mark(record, read as Match)).then(
    async (bad) => (await verifyBundle(new Uint8Array(await (await writeBundleBlob(bad)).blob.arrayBuffer()))).ok,
    () => false,
  );
  expect(forged).toBe(false);
});
