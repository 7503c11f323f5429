// Later words on what is kept, on a real store: nothing earlier changes, and what is destroyed is destroyed for one finding only.
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/evidence/chain.ts';
import { openRecord } from '../../src/evidence/seal.ts';
import { answerLater, type LaterWorld, seenOf } from '../../src/flow/later.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { LaterRequest } from '../../src/model/later.ts';
import type { TabState } from '../../src/model/messages.ts';
import { recheckSeenSchema } from '../../src/model/recheck.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { MATCH, SIGHTING } from '../report/sample.ts';
import { AT, appendCapture, findingIdOf, newName, openStore } from '../store/sample.ts';

const [A, B] = [findingIdOf(1), findingIdOf(2)];
let world: LaterWorld;
let store: ReturnType<typeof openStore>['store'];
beforeEach(async () => {
  ({ store } = openStore(newName()));
  world = {
    keeper: { append: store.append, finding: store.finding, now: () => new Date(AT) },
    loadState: async () => null,
    lines: store.lines,
    erase: store.erase,
  };
  await appendCapture(store, 1);
  await appendCapture(store, 2);
});
const ask = (message: LaterRequest) => answerLater(world, message);
const erase = (findingIds: string[], reason: 'mistaken-capture' | 'set-aside' = 'mistaken-capture') =>
  ask({ type: 'erase', findingIds, reason, askedBy: 'monitor', request: null });
const hold = (findingId: string, state: 'set' | 'lifted') => ask({ type: 'hold', findingId, state, reason: 'Diminta Bawaslu' });
const recordAt = async (seq: number) => {
  const [sealed] = await store.records([seq]);
  return sealed?.canonical == null ? null : openRecord({ canonical: sealed.canonical });
};
const recheck = (given: Partial<Extract<LaterRequest, { type: 'recheck' }>> = {}): LaterRequest => ({
  type: 'recheck',
  findingId: A,
  url: 'https://www.instagram.com/p/DAbCdEfGhIj/',
  openedAt: AT,
  state: 'there',
  seen: { kind: 'same-act' },
  after: 1,
  note: '',
  ...given,
});

describe('words', () => {
  test('a note and a correction are records of their own; the capture before them keeps every byte', async () => {
    const before = await store.lines();
    expect(await ask({ type: 'note', findingId: A, said: { kind: 'note', text: 'Ditanyakan.' } })).toEqual({ seq: 3 });
    const said = { kind: 'correction', field: 'unit', read: 'SDN 12', right: 'SDN 21', why: 'Papan nama.' } as const;
    expect(await ask({ type: 'note', findingId: A, said })).toEqual({ seq: 4 });
    expect(await recordAt(4)).toEqual({ version: 1, type: 'note', body: { findingId: A, statedAt: AT, ...said } });
    expect((await store.lines()).slice(0, 3)).toEqual(before);
    expect((await store.finding(A))?.match).toEqual(MATCH);
  });

  test('nothing is said of a finding that is not there', async () => {
    const none = findingIdOf(9);
    for (const message of [
      { type: 'note', findingId: none, said: { kind: 'note', text: 'x' } },
      { type: 'hold', findingId: none, state: 'set', reason: 'x' },
      recheck({ findingId: none }),
    ] as LaterRequest[])
      expect(await ask(message)).toEqual({ refused: 'not-kept' });
    expect(await erase([none])).toEqual({ refused: 'not-kept' });
    expect(await erase([A, none])).toEqual({ refused: 'not-kept' });
    expect(await store.lines()).toHaveLength(3);
  });

  test('a capture taken in the course of a re-check is named by it, an older one is not', async () => {
    await ask(recheck());
    expect(await recordAt(3)).toMatchObject({ type: 'recheck', body: { capture: null, state: 'there', statedAt: AT } });
    await appendCapture(store, 1);
    await ask(recheck({ state: 'deleted', seen: { kind: 'nothing' } }));
    expect(await recordAt(5)).toMatchObject({ body: { capture: 4, state: 'deleted', seen: { kind: 'nothing' } } });
  });
});

describe('what the tab’s reader met', () => {
  const finding: Finding = { findingId: A, match: MATCH, status: 'captured', firstSeenAt: AT, captures: [1], note: '' };
  const tab = (
    findings: readonly (readonly [id: string, sighting: Sighting])[],
    platform: TabState['platform'] = 'instagram',
  ): TabState => ({
    platform,
    url: 'https://www.instagram.com/',
    title: '',
    health: { state: 'reading', found: 1, read: 1, unreadable: {}, dropped: 0 },
    wire: 'off',
    listings: [],
    findings: findings.map(([findingId, sighting]) => ({
      findingId,
      match: { ...MATCH, sighting },
      agreement: [],
      status: 'seen',
      onScreen: true,
      firstSeenAt: AT,
    })),
  });
  const as = (handle: string | null, id: string | null = SIGHTING.actor.id): Sighting => ({
    ...SIGHTING,
    actor: { ...SIGHTING.actor, id, handle },
  });

  test('the same act, another name of the same account, or nothing', () => {
    expect(seenOf(finding, null)).toEqual({ kind: 'nothing' });
    expect(seenOf(finding, tab([]))).toEqual({ kind: 'nothing' });
    expect(seenOf(finding, tab([[B, SIGHTING]]))).toEqual({ kind: 'nothing' });
    expect(seenOf(finding, tab([[A, SIGHTING]]))).toEqual({ kind: 'same-act' });
    const renamed = { kind: 'other-handle', handleThen: 'siti.rahma_bkl', handleNow: 'siti_baru' };
    expect(seenOf(finding, tab([[A, as('siti_baru')]]))).toEqual({ ...renamed, sameAct: true });
    expect(seenOf(finding, tab([[B, as('siti_baru')]]))).toEqual({ ...renamed, sameAct: false });
  });

  test('another number, no number, other letters of the same name, or another site are no rename', () => {
    expect(seenOf(finding, tab([[B, as('siti_baru', '999')]]))).toEqual({ kind: 'nothing' });
    expect(seenOf(finding, tab([[A, as('Siti.Rahma_BKL')]]))).toEqual({ kind: 'same-act' });
    expect(seenOf(finding, tab([[A, as(null)]]))).toEqual({ kind: 'same-act' });
    expect(seenOf(finding, tab([[A, as('siti_baru')]], 'x'))).toEqual({ kind: 'nothing' });
    const nameless: Finding = { ...finding, match: { ...MATCH, sighting: as('siti.rahma_bkl', null) } };
    expect(seenOf(nameless, tab([[B, as('siti_baru', null)]]))).toEqual({ kind: 'nothing' });
  });

  test('that something was deleted has no form in it', () => {
    expect(recheckSeenSchema.safeParse({ kind: 'deleted' }).success).toBe(false);
    expect(recheckSeenSchema.options.map((one) => one.shape.kind.value)).toEqual(['nothing', 'same-act', 'other-handle']);
  });
});

describe('deleting', () => {
  test('destroys one finding’s records and pictures, leaves the other and a chain that holds', async () => {
    await ask({ type: 'note', findingId: A, said: { kind: 'note', text: 'Rahasia.' } });
    const before = await store.lines();
    expect(await ask({ type: 'erase-look', findingIds: [A] })).toEqual({ records: 2, files: 2, sharedFiles: 0, bundleIds: [], held: [] });
    expect(await erase([A])).toEqual({ seq: 4 });
    const log = await store.lines();
    expect(log.map(({ canonical }) => canonical === null)).toEqual([false, true, false, true, false]);
    expect(log.slice(0, 4).map(({ line }) => line)).toEqual(before.map(({ line }) => line));
    expect(await verifyChain(log.map(({ line }) => line))).toMatchObject({ ok: true });
    expect(await store.findings()).toMatchObject([{ findingId: B }]);
    const record = await recordAt(4);
    if (record?.type !== 'erasure') throw new Error('no erasure');
    expect(record.body).toMatchObject({ reason: 'mistaken-capture', askedBy: 'monitor', findingCount: 1, seqs: [1, 3], erasedAt: AT });
    for (const hash of record.body.hashes) expect(await store.blob(hash)).toBeNull();
    const other = await recordAt(2);
    for (const { hash } of other?.type === 'capture' ? other.body.artefacts : []) expect(await store.blob(hash)).not.toBeNull();
    expect(JSON.stringify(record)).not.toContain(A);
  });

  test('a hold stands against it, for every finding of the same deletion; once lifted it goes', async () => {
    await hold(A, 'set');
    expect(await erase([A])).toEqual({ refused: 'on-hold' });
    expect(await erase([B, A])).toEqual({ refused: 'on-hold' });
    expect(await ask({ type: 'erase-look', findingIds: [B, A] })).toMatchObject({ held: [A] });
    expect(await store.findings()).toHaveLength(2);
    expect((await store.lines()).every(({ canonical }) => canonical !== null)).toBe(true);
    await hold(A, 'lifted');
    expect(await erase([B, A])).toEqual({ seq: 5 });
    expect(await store.findings()).toEqual([]);
  });

  test('“set aside” is only a reason for what was set aside', async () => {
    expect(await erase([A], 'set-aside')).toEqual({ refused: 'not-set-aside' });
    const finding = await store.finding(A);
    await store.append([], [], [{ ...(finding as Finding), status: 'set-aside' }], AT);
    expect(await erase([A, B], 'set-aside')).toEqual({ refused: 'not-set-aside' });
    expect(await erase([A, A], 'set-aside')).toEqual({ seq: 3 });
  });

  test('a store that refuses is told by its own reason, and nothing is destroyed', async () => {
    const refuses = async () => Promise.reject(Object.assign(new Error('full'), { refusal: 'disk-full' }));
    world = { ...world, erase: refuses, keeper: { ...world.keeper, append: refuses } };
    expect(await erase([A])).toEqual({ refused: 'disk-full' });
    expect(await hold(A, 'set')).toEqual({ refused: 'disk-full' });
    world = { ...world, keeper: { ...world.keeper, finding: refuses } };
    expect(await erase([A])).toEqual({ refused: 'disk-full' });
    expect(await ask(recheck())).toEqual({ refused: 'disk-full' });
    expect(await store.findings()).toHaveLength(2);
  });

  test('a finding that is found again after it was destroyed begins anew', async () => {
    await erase([A]);
    await appendCapture(store, 1);
    expect((await store.finding(A))?.captures).toEqual([4]);
    expect(await erase([A])).toEqual({ seq: 5 });
    const record = await recordAt(5);
    expect(record?.type === 'erasure' && record.body.seqs).toEqual([4]);
  });
});
