// What the dashboard makes of later records: lives, times of keeping, what goes into a bundle, and what may be proposed.
import { describe, expect, test } from 'vitest';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { createSigningKey } from '../../src/evidence/keys.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import type { Finding, FindingStatus } from '../../src/model/finding.ts';
import { correctedFieldSchema } from '../../src/model/note.ts';
import { type RecheckSeen, recheckStateSchema } from '../../src/model/recheck.ts';
import { retentionOf } from '../../src/rules/retention.ts';
import { ALL, filterFindings } from '../../src/ui/review/choose.ts';
import { readOf } from '../../src/ui/review/corrected.ts';
import { reasonsFor } from '../../src/ui/review/erasing.ts';
import { blankLife, livesOf, retentionsOf } from '../../src/ui/review/lives.ts';
import { proposedBy, strongest } from '../../src/ui/review/recheck.ts';
import { chooseRecords, erasuresOf, historyOf } from '../../src/ui/review/records.ts';
import { MATCH, toCapture } from '../report/sample.ts';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const on = (day: number) => `2026-01-${String(day).padStart(2, '0')}T03:00:00.000Z`;
const decision = (findingId: string, verdict: 'confirmed' | 'set-aside', day: number): EvidenceRecord => ({
  version: 1,
  type: 'decision',
  body: { findingId, verdict, note: '', decidedAt: on(day) },
});
const note = (findingId: string, day: number): EvidenceRecord => ({
  version: 1,
  type: 'note',
  body: { findingId, statedAt: on(day), kind: 'note', text: 'catatan' },
});
const hold = (findingId: string, state: 'set' | 'lifted', day: number): EvidenceRecord => ({
  version: 1,
  type: 'hold',
  body: { findingId, state, reason: 'x', statedAt: on(day) },
});
const handover = (findingIds: string[], day: number): EvidenceRecord => ({
  version: 1,
  type: 'handover',
  body: { bundleId: crypto.randomUUID(), exportedAt: on(day), findingIds },
});
const erasure = (...seqs: number[]): EvidenceRecord => ({
  version: 1,
  type: 'erasure',
  body: { reason: 'set-aside', askedBy: 'monitor', request: null, erasedAt: on(9), findingCount: 1, seqs, bundleIds: [], hashes: [] },
});
const capture = async (findingId: string): Promise<EvidenceRecord> => ({
  version: 1,
  type: 'capture',
  body: await toCapture(1, MATCH, findingId, new Map()),
});

async function logOf(...records: EvidenceRecord[]): Promise<SealedRecord[]> {
  const format = evidenceFormat('Netra uji');
  const lines: SealedRecord[] = [];
  for (const record of [await format.genesis(await createSigningKey(), on(1)), ...records])
    lines.push(await format.seal(record, lines.at(-1) ?? null, on(1)));
  return lines;
}
const finding = (findingId: string, status: FindingStatus = 'captured'): Finding => ({
  findingId,
  match: MATCH,
  status,
  firstSeenAt: on(1),
  captures: [1],
  note: '',
});

describe('the life of a finding', () => {
  test('follows captures, words, handovers and holds of its own only', async () => {
    const lines = await logOf(
      await capture(a),
      await capture(b),
      decision(a, 'set-aside', 3),
      note(a, 4),
      handover([a, b], 5),
      hold(a, 'set', 6),
      hold(a, 'set', 7),
      hold(a, 'lifted', 8),
      hold(a, 'set', 9),
    );
    const lives = livesOf(lines);
    expect(lives.get(a)).toEqual({
      handedOverAt: on(5),
      setAsideAt: on(3),
      lastWordAt: on(4),
      holds: [
        { from: on(6), to: on(8) },
        { from: on(9), to: null },
      ],
    });
    expect(lives.get(b)).toEqual({ handedOverAt: on(5), setAsideAt: null, lastWordAt: on(1), holds: [] });
  });

  test('what was set aside and upheld again is not set aside any more; lifting what was never set says nothing', async () => {
    const lives = livesOf(await logOf(await capture(a), decision(a, 'set-aside', 3), decision(a, 'confirmed', 5), hold(a, 'lifted', 6)));
    expect(lives.get(a)).toMatchObject({ setAsideAt: null, lastWordAt: on(5), holds: [] });
  });

  test('a changed box on a picture is a word on it as well', async () => {
    const taken = await capture(a);
    const [artefact] = taken.type === 'capture' ? taken.body.artefacts : [];
    if (artefact === undefined) throw new Error('no artefact');
    const redaction: EvidenceRecord = {
      version: 1,
      type: 'redaction',
      body: {
        findingId: a,
        captureId: crypto.randomUUID(),
        statedAt: on(7),
        added: [],
        removed: [],
        artefacts: [{ ...artefact, role: 'redacted' }],
      },
    };
    expect(livesOf(await logOf(taken, redaction)).get(a)?.lastWordAt).toBe(on(7));
  });

  test('a finding of which nothing can be read is kept from the day it was first seen', () => {
    const days = { 'handed-over': 1, 'set-aside': 1, 'last-word': 10 };
    const kept = retentionsOf([finding(a)], new Map(), days, on(5), 'Asia/Jakarta').get(a);
    expect(kept).toEqual(retentionOf(blankLife(finding(a)), days, on(5), 'Asia/Jakarta'));
    expect(kept).toMatchObject({ startsOn: '2026-01-01', lastDay: '2026-01-11' });
  });
});

test('a bundle takes every later word on its findings, all erasures, and nothing that was erased, completed or not', async () => {
  const lines = await logOf(await capture(a), note(a, 2), note(b, 2), hold(a, 'set', 3), await capture(b), erasure(3, 5), note(a, 4));
  const chosen = (given: SealedRecord[], ids: string[]) => chooseRecords(given, new Set(ids), crypto.randomUUID()).map(({ seq }) => seq);
  expect(chosen(lines, [a])).toEqual([0, 1, 2, 4, 6, 7]);
  // Ordered, but not destroyed yet.
  expect(chosen(lines, [a, b])).toEqual([0, 1, 2, 4, 6, 7]);
  const destroyed = lines.map((one) => (one.seq === 3 || one.seq === 5 ? { ...one, salt: null, canonical: null } : one));
  expect(chosen(destroyed, [a, b])).toEqual([0, 1, 2, 4, 6, 7]);
  expect(erasuresOf(destroyed).map(({ seq }) => seq)).toEqual([6]);
  expect(historyOf(destroyed, a).trail.map(({ seq }) => seq)).toEqual([1, 2, 4, 7]);
  expect(historyOf(destroyed, b).trail).toEqual([]);
});

test('reasons for deleting hold for every finding, or are not offered', () => {
  const life = blankLife(finding(a));
  const days = { 'handed-over': 1, 'set-aside': 1, 'last-word': 1 };
  const due = retentionOf(life, days, on(20), 'Asia/Jakarta');
  const kept = retentionOf(life, { ...days, 'last-word': 100 }, on(20), 'Asia/Jakarta');
  const always = ['mistaken-capture', 'subject-request'];
  expect(
    reasonsFor(
      [finding(a), finding(b)],
      new Map([
        [a, due],
        [b, due],
      ]),
    ),
  ).toEqual(['retention-reached', ...always]);
  expect(
    reasonsFor(
      [finding(a), finding(b)],
      new Map([
        [a, due],
        [b, kept],
      ]),
    ),
  ).toEqual(always);
  expect(reasonsFor([finding(a, 'set-aside')], new Map([[a, kept]]))).toEqual(['set-aside', ...always]);
  expect(reasonsFor([finding(a, 'set-aside'), finding(b)], new Map())).toEqual(always);
});

test('the filter of what is over or held joins the others', () => {
  const days = { 'handed-over': 1, 'set-aside': 1, 'last-word': 1 };
  const due = retentionOf(blankLife(finding(a)), days, on(20), 'Asia/Jakarta');
  const kept = new Map([
    [a, due],
    [b, { ...due, state: 'held' as const }],
  ]);
  const shown = (keep: 'due' | 'held' | 'all') =>
    filterFindings([finding(a), finding(b)], { ...ALL, keep }, kept).map(({ findingId }) => findingId);
  expect([shown('due'), shown('held'), shown('all')]).toEqual([[a], [b], [a, b]]);
  expect(filterFindings([finding(a, 'confirmed')], { ...ALL, keep: 'due', status: 'captured' }, kept)).toEqual([]);
});

describe('a re-check', () => {
  const same: RecheckSeen = { kind: 'same-act' };
  const other: RecheckSeen = { kind: 'other-handle', handleThen: 'lama', handleNow: 'baru', sameAct: false };

  test('what Netra proposes is never that something was deleted, and nothing where it met nothing', () => {
    expect(proposedBy({ kind: 'nothing' })).toBeNull();
    expect(proposedBy(same)).toBe('there');
    expect(proposedBy(other)).toBe('renamed');
    expect(recheckStateSchema.options).toEqual(['there', 'deleted', 'renamed', 'unsure']);
  });

  test('what was met once stays met', () => {
    expect(strongest(same, { kind: 'nothing' })).toEqual(same);
    expect(strongest({ kind: 'nothing' }, same)).toEqual(same);
    expect(strongest(same, other)).toEqual(other);
    expect(strongest(other, { kind: 'nothing' })).toEqual(other);
    // The new capture knows the account by its new name: the old one is still told.
    expect(strongest(other, same)).toEqual({ ...other, sameAct: true });
  });
});

test('what a correction starts from is what the evidence says, for every field', () => {
  const { sighting, guarded } = MATCH;
  const read = Object.fromEntries(correctedFieldSchema.options.map((field) => [field, readOf(finding(a), field)]));
  expect(read).toMatchObject({
    person: guarded.person,
    unit: guarded.unit,
    handle: sighting.actor.handle,
    name: sighting.actor.name,
    act: 'Mengomentari kiriman',
    text: sighting.text,
    address: sighting.item.url,
    other: '',
  });
  expect(read['stated-time']).toContain('2 jam');
  expect(read['target']).toContain('harapanbaru2029');
});
