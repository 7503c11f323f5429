import { expect, test } from 'vitest';
import { evidenceFormat } from '../../src/evidence/format.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import type { Match } from '../../src/model/match.ts';
import { shippedBook } from '../../src/rules/shipped.ts';
import { toReferences } from '../../src/ui/guide/references.ts';
import { toDayWords, toSpanWords } from '../../src/ui/parts/day-words.ts';
import { chooseRecords, historyOf } from '../../src/ui/review/records.ts';
import { knownOf, toQuestion } from '../../src/ui/review/rules-of.ts';
import { findProblems, newHoliday, newRecipient, newStage, withSource } from '../../src/ui/settings/rule-draft.ts';
import { MATCH, toInput } from '../report/sample.ts';
import { finding, match } from './sample.ts';

const a = 'a'.repeat(64);
const book = shippedBook('Asia/Jakarta');
const known = (findingId: string, knownOn: string): EvidenceRecord => ({
  version: 1,
  type: 'known',
  body: { findingId, knownOn, note: '', statedAt: '2026-11-22T13:00:00.000Z' },
});

async function log(...more: EvidenceRecord[]): Promise<SealedRecord[]> {
  const format = evidenceFormat('Netra uji');
  const { records } = await toInput();
  const lines = [...records];
  for (const record of more) lines.push(await format.seal(record, lines.at(-1) ?? null, '2026-11-22T13:00:00.000Z'));
  return lines;
}

test('known when the first evidence was kept, until the monitor states another day; the last statement holds', async () => {
  const before = knownOf(await log());
  expect(before.size).toBe(3);
  expect(before.get(a)).toEqual({ keptAt: expect.stringMatching(/^2026-11-22T/) });
  const after = knownOf(await log(known(a, '2026-11-20'), known(a, '2026-11-19')));
  expect(after.get(a)).toEqual({ statedOn: '2026-11-19' });
  expect(after.get('b'.repeat(64))).toEqual(before.get('b'.repeat(64)));
});

test('a later capture moves nothing', async () => {
  const lines = await log();
  const captures = historyOf(lines, a).captures;
  expect(captures.length).toBe(2);
  expect(knownOf(lines).get(a)).toEqual({ keptAt: captures[0]?.body.capturedAt });
});

test('statements go into the history and into the bundle of their own finding only', async () => {
  const lines = await log(known(a, '2026-11-20'), known('b'.repeat(64), '2026-11-18'));
  expect(historyOf(lines, a).known.map(({ body }) => body.knownOn)).toEqual(['2026-11-20']);
  const chosen = chooseRecords(lines, new Set([a]), 'x');
  expect(chosen.filter(({ line }) => line.includes('"type":"known"')).map(({ canonical }) => canonical?.includes('2026-11-20'))).toEqual([
    true,
  ]);
});

const ask = (matched: Match, statedOn = '2026-11-20') =>
  toQuestion(finding(1, 'captured', matched), { statedOn }, book, '2026-11-22T00:00:00.000Z');

test('an act without an exact time was only seen', () => {
  expect(ask(match({ at: null })).time).toEqual({ seenAt: '2026-11-22T00:00:01.000Z' });
  expect(ask(match({ at: '2026-11-20T00:00:00.000Z' })).time).toEqual({ at: '2026-11-20T00:00:00.000Z' });
  expect(toQuestion(finding(1, 'captured'), undefined, book, '2026-11-22T00:00:00.000Z').known).toEqual({
    keptAt: '2026-11-22T00:00:01.000Z',
  });
});

test('whose campaign it was is the campaign list’s word, and nobody’s guess', () => {
  const [reason] = MATCH.reasons;
  if (reason?.kind !== 'author') throw new Error('sample');
  const of = (facts: object, at: string | null = '2024-09-25T00:00:00.000Z') =>
    ask(match({ at }, { reasons: [{ ...reason, watched: { ...reason.watched, ...facts } }] })).object;
  expect([of({}), of({ kind: 'candidate' }), of({ kind: 'party' }), of({ kind: 'team' })]).toEqual([null, 'candidate', 'parpol', 'tim']);
  const standings = [{ standing: 'calon', since: '2024-09-22' }];
  expect(of({ kind: 'candidate', standings })).toBe('calon');
  expect(of({ kind: 'candidate', standings }, '2024-09-20T00:00:00.000Z')).toBe('bakal-calon');
  // The day is the area's own: 18:00 UTC on the 21st is the 22nd in Jakarta.
  expect(of({ kind: 'candidate', standings }, '2024-09-21T18:00:00.000Z')).toBe('calon');
  expect(of({ kind: 'candidate', standings }, null)).toBe('candidate');
});

test('days in words, without the computer’s time zone', () => {
  expect(toDayWords('2026-11-27', 'id')).toBe('Jumat 27 November 2026');
  expect(toDayWords('2026-11-27', 'en')).toBe('Friday 27 November 2026');
  expect(toSpanWords('2024-09-22', '2024-09-22', 'id')).toBe('22 September 2024');
  expect(toSpanWords('2024-09-25', '2024-11-23', 'en')).toBe('25 September 2024 – 23 November 2024');
});

test('sources are numbered once, in the order of the page', () => {
  const [one, two] = [
    { label: 'A', where: 'a' },
    { label: 'A', where: 'b' },
  ] as const;
  const references = toReferences([{ sources: [two] }, { sources: [{ ...one }, { ...two }] }]);
  expect(references.list).toEqual([two, one]);
  expect(references.numbersOf([one, two])).toEqual([1, 2]);
});

test('what cannot be saved is told by its number; what is added says who added it', () => {
  expect(findProblems(book)).toEqual([]);
  const stages = [
    { ...newStage(), name: 'Kampanye' },
    { ...newStage(), name: 'Masa tenang', from: '2029-01-02', to: '2029-01-01' },
    newStage(),
  ];
  const wrong = findProblems({
    ...book,
    calendar: { title: ' ', election: 'pemilu', stages },
    holidays: [newHoliday()],
    recipients: [...book.recipients, newRecipient()],
  });
  expect(wrong.map(({ key, n }) => `${key} ${n}`)).toEqual([
    'ruleSet.wrongName 1',
    'ruleSet.wrongStage 2',
    'ruleSet.wrongStage 3',
    'ruleSet.wrongHoliday 1',
    'ruleSet.wrongRecipient 5',
  ]);
  expect(newStage().sources[0]?.label).toBe('Diisi pengguna');
  expect(withSource(newStage(), 'PKPU 1/2028').sources[0]?.label).toBe('PKPU 1/2028');
  expect(withSource(newStage(), ' ').sources[0]?.label).toBe('Diisi pengguna');
});
