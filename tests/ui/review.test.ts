import { expect, test } from 'vitest';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { createSigningKey } from '../../src/evidence/keys.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import { ALL, chosenFindings, filterFindings, isChosenBeforehand } from '../../src/ui/review/choose.ts';
import { exportBundle } from '../../src/ui/review/export.ts';
import { chooseRecords, historyOf, readRecord } from '../../src/ui/review/records.ts';
import { finding, match } from './sample.ts';

test('only what was upheld, by number, and is no negative reaction is chosen beforehand', () => {
  expect(isChosenBeforehand(finding(1, 'confirmed'))).toBe(true);
  expect(isChosenBeforehand(finding(1, 'captured'))).toBe(false);
  expect(isChosenBeforehand(finding(1, 'set-aside'))).toBe(false);
  expect(isChosenBeforehand(finding(1, 'confirmed', match({}, { grade: 'handle' })))).toBe(false);
  expect(isChosenBeforehand(finding(1, 'confirmed', match({}, { onBothLists: true })))).toBe(false);
  for (const reaction of ['angry', 'sad', 'haha'] as const)
    expect(isChosenBeforehand(finding(1, 'confirmed', match({ action: 'like', reaction, text: null })))).toBe(false);
  expect(isChosenBeforehand(finding(1, 'confirmed', match({ action: 'like', reaction: 'love', text: null })))).toBe(true);
});

test('the reviewer’s own choice wins, both ways', () => {
  const all = [finding(1, 'confirmed'), finding(2, 'captured')];
  const own = new Map([
    [all[0]?.findingId ?? '', false],
    [all[1]?.findingId ?? '', true],
  ]);
  expect(chosenFindings(all, own).map((one) => one.status)).toEqual(['captured']);
});

test('filters join, newest first', () => {
  const all = [finding(1, 'captured'), finding(2, 'confirmed'), finding(3, 'captured', match({ platform: 'x', action: 'reply' }))];
  expect(filterFindings(all, ALL).map((one) => one.captures[0])).toEqual([3, 2, 1]);
  expect(filterFindings(all, { ...ALL, status: 'captured', site: 'facebook' }).map((one) => one.captures[0])).toEqual([1]);
  expect(filterFindings(all, { ...ALL, act: 'reply', status: 'confirmed' })).toEqual([]);
});

const at = '2026-11-22T00:00:00.000Z';
const [one, two] = [finding(1, 'confirmed').findingId, finding(2, 'captured').findingId];
const decision = (findingId: string): EvidenceRecord => ({
  version: 1,
  type: 'decision',
  body: { findingId, verdict: 'confirmed', note: '', decidedAt: at },
});
const handover = (bundleId: string, findingIds: string[]): EvidenceRecord => ({
  version: 1,
  type: 'handover',
  body: { bundleId, exportedAt: at, findingIds },
});

async function openLog(records: EvidenceRecord[]) {
  const format = evidenceFormat('Netra uji');
  const key = await createSigningKey();
  const lines: SealedRecord[] = [];
  const add = async (record: EvidenceRecord) => {
    lines.push(await format.seal(record, lines.at(-1) ?? null, at));
    return { seq: lines.length - 1 };
  };
  for (const record of [await format.genesis(key, at), ...records]) await add(record);
  return { lines, key, add };
}

test('a bundle takes genesis, its own findings’ records and its own handover, and nothing of others', async () => {
  const [mine, earlier] = [crypto.randomUUID(), crypto.randomUUID()];
  const { lines } = await openLog([decision(one), decision(two), handover(earlier, [one, two]), handover(mine, [one])]);
  expect(chooseRecords(lines, new Set([one]), mine).map(({ seq }) => seq)).toEqual([0, 1, 4]);
  expect(historyOf(lines, one).decisions.map(({ seq }) => seq)).toEqual([1]);
  expect(readRecord({ ...(lines[0] as SealedRecord), canonical: '{' })).toBeNull();
});

test('the handover is in the log before the bundle is written', async () => {
  const { lines, key, add } = await openLog([decision(one)]);
  const store = { lines: async () => lines, blob: async () => null, signingKey: async () => key };
  const made = await exportBundle(store, [one], { organization: '', collector: '', description: '' }, 'Netra uji', (id, ids) =>
    add(handover(id, ids)),
  );
  if ('refused' in made) throw new Error(made.refused);
  const text = new TextDecoder('latin1').decode(await made.blob.arrayBuffer());
  expect(lines).toHaveLength(3);
  expect(text).toContain(lines[2]?.line);
  expect(text).toContain('"type":"handover"');
  expect(made.blob.type).toBe('application/zip');
  const refused = await exportBundle(store, [one], { organization: '', collector: '', description: '' }, 'Netra uji', async () => ({
    refused: 'storage',
  }));
  expect(refused).toEqual({ refused: 'storage' });
});
