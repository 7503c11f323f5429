// The background's part in marking by hand: whom it listens to, and what it keeps.
import { beforeEach, describe, expect, test } from 'vitest';
import { expectRecord } from '../../src/evidence/seal.ts';
import { type ByHand, serveByHand } from '../../src/flow/by-hand.ts';
import type { Keeper } from '../../src/flow/keep-evidence.ts';
import { askedByTyping } from '../../src/match/asked.ts';
import { matchByHand } from '../../src/match/by-hand.ts';
import { findGuardedRows } from '../../src/match/find-rows.ts';
import { propose } from '../../src/match/propose.ts';
import type { PickMeasured, PickState, Statement } from '../../src/model/pick.ts';
import { platformOf, readAddress } from '../../src/platforms/index.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { guardedRow, watchedRow } from '../match/sample.ts';
import { toPng } from '../report/sample.ts';
import { AT, expectSound, newName, openStore } from '../store/sample.ts';
import { ORIGINALS, PICTURES, REDACTED, SEEN } from './stood.ts';

const NEWS = new URL('https://contoh-berita.example/foto');
const lists = indexLists({
  guarded: [guardedRow({ platform: 'x', handle: 'budi' })],
  watched: [watchedRow({ platform: 'x', handle: 'paslon' })],
  words: [],
});
const FACTS = { words: 'Budi', links: [], handles: [], times: [], images: 1 };
const measured = (): PickMeasured => ({
  rect: { x: 20, y: 30, width: 200, height: 80 },
  viewport: { width: 320, height: 200 },
  scroll: { x: 0, y: 0 },
  visibleShare: 1,
  source: '<figure>Budi</figure>',
  copy: '<p>Budi</p>',
  sourceHoldsText: null,
  ...structuredClone(SEEN),
  facts: FACTS,
  page: { url: NEWS.href, title: 'Foto', language: 'id' },
});

let name = '';
let asked: string[] = [];
let picks = new Map<number, PickState>();
let shown: unknown[] = [];
beforeEach(() => {
  name = newName();
  asked = [];
  picks = new Map();
  shown = [];
});

function open(given: { page?: (nth: number) => unknown; starts?: boolean } = {}): ByHand {
  const { store } = openStore(name);
  let nth = 0;
  const keeper: Keeper = {
    askPage: async (_tab, message) => {
      asked.push(
        message.type === 'hide-marks'
          ? `${message.type} ${message.hidden}`
          : message.type === 'pick-measure'
            ? `${message.type} ${message.again}`
            : message.type,
      );
      return message.type === 'pick-measure' ? (given.page ?? measured)(nth++) : null;
    },
    frontWindow: async () => 5,
    takeScreenshot: async () => {
      asked.push('picture');
      return toPng(640, 400, 1);
    },
    pictures: PICTURES,
    capturesOf: async () => [],
    keepsOriginals: async () => true,
    append: store.append,
    finding: store.finding,
    judge: async () => null,
    clean: async (sighting) => sighting,
    now: () => new Date(AT),
    environment: { browser: '', extensionVersion: '', adapterRevision: '', interfaceLanguage: '' },
    adapterRevision: () => '',
  };
  return serveByHand({
    world: {
      loadPick: async (tab) => picks.get(tab) ?? null,
      savePick: async (tab, pick) => void (pick === null ? picks.delete(tab) : picks.set(tab, pick)),
      startPicker: async () => given.starts ?? true,
      propose: async (facts, page) => propose(facts, page, lists, readAddress),
      byHand: async (statement, picked) => matchByHand(statement, picked, lists, readAddress),
      findRows: async (_list, words) => findGuardedRows(lists, askedByTyping(words, readAddress)),
    },
    keeper,
    siteOf: (url) => platformOf(url)?.id ?? 'other',
    language: async () => 'id',
    show: async (...all) => void shown.push(all),
  });
}
const told = (pickId: string, url = NEWS.href) => ({ type: 'picked' as const, pickId, url, facts: FACTS });
const idOf = (tab = 1) => picks.get(tab)?.pickId ?? '';
const statement = (given: Partial<Statement> = {}): Statement => ({
  pickId: idOf(),
  actor: { platform: 'x', id: null, handle: 'budi' },
  action: 'appear',
  reaction: null,
  campaign: { platform: 'x', id: null, handle: 'paslon' },
  itemUrl: null,
  targetUrl: null,
  words: null,
  shownAt: null,
  note: '',
  ...given,
});
async function pick(hand: ByHand): Promise<void> {
  await hand.start(1, 'menu');
  await hand.told(told(idOf()), { tabId: 1, url: NEWS });
}

describe('whom it listens to', () => {
  test('only the picking that is under way, in its own tab, once', async () => {
    const hand = open();
    const stray = '0198f3c0-1234-7000-8000-00000000ffff';
    expect(await hand.told(told(stray), { tabId: 1, url: NEWS })).toEqual({ error: 'pick' });
    await hand.start(1, 'panel');
    expect(await hand.told(told(stray), { tabId: 1, url: NEWS })).toEqual({ error: 'pick' });
    expect(await hand.told(told(idOf()), { tabId: 2, url: NEWS })).toEqual({ error: 'pick' });
    expect(picks.get(1)?.phase).toBe('picking');
    expect(await hand.told(told(idOf()), { tabId: 1, url: NEWS })).toBe(true);
    expect(await hand.told(told(idOf()), { tabId: 1, url: NEWS })).toEqual({ error: 'pick' });
    expect(picks.get(1)).toMatchObject({
      phase: 'picked',
      site: 'other',
      url: NEWS.href,
      gesture: 'panel',
      proposal: { action: 'appear' },
    });
  });
  test('a page cannot say that it is another site', async () => {
    const hand = open();
    await hand.start(1, 'panel');
    await hand.told(told(idOf(), 'https://x.com/paslon/status/1'), { tabId: 1, url: NEWS });
    expect(picks.get(1)).toMatchObject({ site: 'other', url: NEWS.href });
  });
  test('an end and a refusal are told to the user', async () => {
    const hand = open();
    await hand.start(1, 'shortcut');
    await hand.told({ type: 'pick-ended', pickId: idOf(), why: 'escape' }, { tabId: 1, url: NEWS });
    expect(picks.get(1)?.phase).toBe('escape');
    await open({ starts: false }).start(1, 'shortcut');
    expect(picks.get(1)?.phase).toBe('no-permission');
  });
});

describe('keeping', () => {
  test('as every other evidence: measured, picture, measured again; our marks are out of the picture', async () => {
    const hand = open();
    await pick(hand);
    expect(await hand.capture(1, statement())).toEqual({ seq: 1 });
    expect(asked).toEqual(['hide-marks true', 'pick-measure false', 'picture', 'pick-measure true', 'hide-marks false', 'pick-stop']);
    const log = await expectSound(name);
    const record = expectRecord(log[1] as (typeof log)[0]);
    if (record.type !== 'capture') throw new Error('no capture');
    expect(record.body).toMatchObject({
      gesture: 'menu',
      page: { platform: 'other', url: NEWS.href },
      match: { hand: { actorFrom: 'monitor' } },
      eyes: { wire: null },
      agreement: [],
    });
    expect(record.body.artefacts.map(({ role }) => role)).toEqual([...ORIGINALS, ...REDACTED]);
    expect(shown).toHaveLength(1);
    expect(picks.get(1)).toBeUndefined();
  });
  const changed = (alter: (one: PickMeasured) => PickMeasured) => (nth: number) => (nth % 2 === 1 ? alter(measured()) : measured());
  test.each<[string, (nth: number) => unknown, string]>([
    ['moved', changed((one) => ({ ...one, rect: { ...one.rect, y: 33 } })), 'changed'],
    ['other words at the end', changed((one) => ({ ...one, facts: { ...FACTS, words: 'Wati' } })), 'changed'],
    [
      'another page at the end',
      changed((one) => ({ ...one, page: { ...one.page, url: 'https://contoh-berita.example/lain' } })),
      'changed',
    ],
    ['another item', () => ({ refused: 'pick-again' }), 'pick-again'],
    ['covered', () => ({ refused: 'off-screen' }), 'off-screen'],
    ['left', () => null, 'pick-again'],
    ['nonsense', () => ({ rect: 1 }), 'page-silent'],
    ['another site by now', () => ({ ...measured(), page: { url: 'https://x.com/budi', title: '', language: '' } }), 'pick-again'],
  ])('%s: refused, nothing written, and the statement can be tried again', async (_what, page, refused) => {
    const hand = open({ page });
    await pick(hand);
    expect(await hand.capture(1, statement())).toEqual({ refused });
    expect(await openStore(name).store.findings()).toEqual([]);
    expect(picks.get(1)?.phase).toBe('picked');
    expect(asked.at(-1)).toBe('hide-marks false');
  });
  test('somebody off the list, or another picking: nothing', async () => {
    const hand = open();
    await pick(hand);
    expect(await hand.capture(1, statement({ actor: { platform: 'x', id: null, handle: 'warga' } }))).toEqual({ refused: 'not-listed' });
    expect(await hand.capture(1, statement({ pickId: '0198f3c0-1234-7000-8000-00000000ffff' }))).toEqual({ refused: 'pick-again' });
    expect(await hand.capture(2, statement())).toEqual({ refused: 'pick-again' });
    expect(await openStore(name).store.findings()).toEqual([]);
  });
});
