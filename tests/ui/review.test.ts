import { expect, test } from 'vitest';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { createSigningKey } from '../../src/evidence/keys.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Match } from '../../src/model/match.ts';
import { ACTIONS, reactionSchema, type Sighting } from '../../src/model/sighting.ts';
import type { Tie } from '../../src/model/tie.ts';
import { needsReading } from '../../src/ui/parts/caution.ts';
import { ALL, chosenFindings, filterFindings, isChosenBeforehand, toGroups, whyNotChosen } from '../../src/ui/review/choose.ts';
import { exportBundle } from '../../src/ui/review/export.ts';
import { chooseRecords, historyOf, readRecord } from '../../src/ui/review/records.ts';
import { finding, match } from './sample.ts';

const liked = { action: 'like', reaction: 'like', text: null } as const;
const isChosen = (status: Finding['status'], act: Partial<Sighting> = liked, rest: Partial<Match> = {}) =>
  isChosenBeforehand(finding(1, status, match(act, rest)), []);

test('only what was upheld, by number, is chosen beforehand', () => {
  expect(isChosen('confirmed')).toBe(true);
  expect(isChosen('captured')).toBe(false);
  expect(isChosen('set-aside')).toBe(false);
  expect(isChosen('confirmed', liked, { grade: 'handle' })).toBe(false);
  expect(isChosen('confirmed', liked, { onBothLists: true })).toBe(false);
});

test('a tie that nobody else confirmed, or that was ended, is never chosen beforehand', () => {
  const { guarded } = match(liked);
  const tied = (state: 'two' | 'one' | 'unconfirmed') => ({ guarded: { ...guarded, link: { source: 'monitor', state } as const } });
  expect(isChosen('confirmed', liked, tied('one'))).toBe(true);
  expect(isChosen('confirmed', liked, tied('unconfirmed'))).toBe(false);
  const { platform, id, handle, person, unit, status } = guarded;
  const account = { platform, id, handle };
  const ended = { linkId: one, at, kind: 'ended', by: 'Citra', outcome: 'hijacked', reason: 'Diretas.', listed: null } as const;
  const tie: Tie = {
    linkId: one,
    account,
    lastAccount: account,
    lastSeenAt: at,
    person: { person, unit, status, listId: null },
    from: 'listed',
    state: 'unconfirmed',
    ended,
    steps: [ended],
  };
  const upheld = finding(1, 'confirmed', match(liked));
  expect(isChosenBeforehand(upheld, [{ ...tie, ended: null }])).toBe(true);
  expect(isChosenBeforehand(upheld, [tie])).toBe(false);
  expect(whyNotChosen(upheld, [tie])).toBe('ended');
  expect(isChosenBeforehand(upheld, [{ ...tie, person: { ...tie.person, person: 'Orang Lain' } }])).toBe(true);
});

test('what can mean disapproval is shown apart and never chosen beforehand', () => {
  const acts = [
    ...reactionSchema.options.map((reaction) => ({ action: 'like', reaction, text: null }) as const),
    ...ACTIONS.filter((action) => action !== 'like').map((action) => ({ action, text: action === 'share' ? null : 'Mantap' }) as const),
  ];
  const plain = acts.filter((act) => !needsReading(match(act))).map((act) => ('reaction' in act ? act.reaction : act.action));
  expect(plain).toEqual(['like', 'love', 'care', 'wow', 'share', 'follow']);
  for (const act of acts) expect(isChosen('confirmed', act)).toBe(!needsReading(match(act)));
  // A sticker says something as well, only not in words.
  expect(needsReading(match({ action: 'comment', text: null }))).toBe(true);
});

test('the groups hold every finding once, in the order given', () => {
  const all = [
    finding(1, 'captured'),
    finding(2, 'captured', match(liked)),
    finding(3, 'captured', match({ ...liked, reaction: 'angry' })),
  ];
  const { plain, toRead } = toGroups(all);
  expect(plain.map((one) => one.captures[0])).toEqual([2]);
  expect(toRead.map((one) => one.captures[0])).toEqual([1, 3]);
});

test('the reviewer’s own choice wins, both ways', () => {
  const all = [finding(1, 'confirmed', match(liked)), finding(2, 'captured')];
  const own = new Map([
    [all[0]?.findingId ?? '', false],
    [all[1]?.findingId ?? '', true],
  ]);
  expect(chosenFindings(all, own, []).map((one) => one.status)).toEqual(['captured']);
});

test('open ones first, then what is tied by number and sure, then the newest: the order in which a reviewer needs them', () => {
  const { guarded } = match(liked);
  const unsure = match(liked, { guarded: { ...guarded, link: { source: 'monitor', state: 'unconfirmed' } as const } });
  const byHand = match(liked, { grade: 'id', hand: { actorFrom: 'monitor' } as unknown as NonNullable<Match['hand']> });
  const all = [
    finding(1, 'captured', match(liked)),
    finding(2, 'captured', match(liked)),
    finding(3, 'captured', match(liked, { grade: 'handle' })),
    finding(4, 'captured', unsure),
    finding(5, 'confirmed', match(liked)),
    finding(6, 'set-aside', match(liked)),
    finding(7, 'captured', byHand),
    finding(8, 'captured', match(liked, { onBothLists: true })),
  ];
  expect(filterFindings(all, ALL).map((one) => one.captures[0])).toEqual([2, 1, 8, 7, 4, 3, 6, 5]);
});

test('why an upheld one is not chosen beforehand is told, the weightiest reason first', () => {
  const { guarded } = match(liked);
  const why = (act: Partial<Sighting>, rest: Partial<Match> = {}) => whyNotChosen(finding(1, 'confirmed', match(act, rest)), []);
  const unsure = { guarded: { ...guarded, link: { source: 'monitor', state: 'unconfirmed' } as const } };
  expect(why(liked)).toBeNull();
  expect(why({ ...liked, reaction: 'angry' })).toBe('negative');
  expect(why({ action: 'comment' })).toBe('words');
  expect(why({ ...liked, action: 'appear', reaction: null })).toBe('appear');
  expect(why({ action: 'comment' }, { grade: 'handle' })).toBe('handle');
  expect(why(liked, { onBothLists: true })).toBe('both-lists');
  expect(why(liked, unsure)).toBe('unsure');
  expect(why(liked, { hand: { actorFrom: 'monitor' } as unknown as NonNullable<Match['hand']> })).toBe('by-hand');
  expect(whyNotChosen(finding(1, 'captured', match(liked)), [])).toBe('not-upheld');
});

test('filters join', () => {
  const all = [finding(1, 'captured'), finding(2, 'confirmed'), finding(3, 'captured', match({ platform: 'x', action: 'reply' }))];
  expect(filterFindings(all, ALL).map((one) => one.captures[0])).toEqual([3, 1, 2]);
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
