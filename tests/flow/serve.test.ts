import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, serve } from '../../src/flow/serve.ts';
import type { PlatformId } from '../../src/model/account.ts';
import type { Seen, TabState, ToPage } from '../../src/model/messages.ts';
import type { PickState } from '../../src/model/pick.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { guardedRow, watchedRow } from '../match/sample.ts';
import { MATCH, SIGHTING, toPng } from '../report/sample.ts';
import { AT, expectSound, findingIdOf, newName, openStore } from '../store/sample.ts';
import { PICTURES, SEEN } from './stood.ts';

const HERE = { tabId: 1, url: new URL('https://www.instagram.com/p/DAbCdEfGhIj/') };
const comment = (n: number): Sighting => ({ ...SIGHTING, item: { id: `1790000000000000${n}`, otherIds: [], url: null } });
const seen = (n: number, sighting = comment(n)): Seen => ({ key: n, sighting, eyes: { page: sighting, wire: null }, agreement: [] });
const idOf = (sighting: Sighting) => findingIdOf(Number(sighting.item.id?.slice(-1)));
const judgeMessage = (...all: Seen[]) => ({ type: 'judge' as const, seen: all });
const MEASURED = {
  rect: { x: 20, y: 30, width: 200, height: 80 },
  viewport: { width: 320, height: 200 },
  scroll: { x: 0, y: 0 },
  visibleShare: 1,
  source: '<p>Semangat</p>',
  copy: '<p>Semangat</p>',
  sourceHoldsText: true,
  ...SEEN,
  listings: [],
  page: { url: HERE.url.href, title: '', language: 'id' },
  firstSeenAt: AT,
};

let name = '';
beforeEach(() => {
  name = newName();
});

function open(given: Partial<Desk> = {}) {
  const { store } = openStore(name);
  const states = new Map<number, TabState>();
  const picks = new Map<number, PickState>();
  const told: ToPage[] = [];
  const did: string[] = [];
  const judge: Desk['judge'] = async (sighting) => ({ findingId: idOf(sighting), match: { ...MATCH, sighting } });
  const desk: Desk = {
    keeper: {
      askPage: async (_tab, message) => ('findingId' in message ? { ...MEASURED, seen: seen(Number(message.findingId.at(-1))) } : null),
      frontWindow: async () => 5,
      takeScreenshot: async () => toPng(640, 400, 1),
      pictures: PICTURES,
      capturesOf: async () => [],
      keepsOriginals: async () => false,
      append: store.append,
      finding: store.finding,
      judge: (sighting) => (given.judge ?? judge)(sighting),
      clean: async (sighting) => sighting,
      now: () => new Date(AT),
      environment: { browser: '', extensionVersion: '', adapterRevision: '', interfaceLanguage: '' },
      adapterRevision: () => '',
    },
    campaign: { rowsOf: async () => ({ guarded: null, watched: null }), readAddress: () => null },
    ready: () => true,
    whenReady: async () => true,
    judge,
    platformOf: (url) => (url.hostname === 'www.instagram.com' ? 'instagram' : null),
    loadState: async (tab) => {
      const kept = states.get(tab);
      return kept === undefined ? null : structuredClone(kept);
    },
    saveState: async (tab, state) => {
      // As slow as a real store, so that changes could overtake each other.
      await new Promise((done) => setImmediate(done));
      states.set(tab, structuredClone(state) as TabState);
    },
    showBadge: async () => undefined,
    hand: {
      loadPick: async (tab) => picks.get(tab) ?? null,
      savePick: async (tab, pick) => void (pick === null ? picks.delete(tab) : picks.set(tab, pick)),
      startPicker: async () => true,
      propose: async () => Promise.reject(new Error('nothing was picked')),
      byHand: async () => ({ refused: 'not-listed' }),
      findRows: async () => [],
    },
    orders: async () => ({ marks: true, language: 'id' }),
    links: async ({ type }) => void did.push(type),
    tabs: async () => [...states.keys()],
    log: store,
    reloadLists: async () => void did.push('lists'),
    registerScripts: async () => void did.push('scripts'),
    tellPages: async (message) => void told.push(message),
    ...given,
  };
  return { served: serve(desk), states, told, did, store };
}
const found = (states: Map<number, TabState>) => states.get(1)?.findings.map(({ findingId }) => findingId) ?? [];
type FromUi = Parameters<ReturnType<typeof serve>['fromUi']>[0];
const capture = (n: number): FromUi => ({ type: 'capture', tabId: 1, findingId: findingIdOf(n), gesture: 'panel' });

describe('what a page tells', () => {
  test('nothing from an address that is no site of ours', async () => {
    const { served, states } = open();
    const elsewhere = { tabId: 1, url: new URL('https://www.example.id/') };
    expect(await served.fromPage({ type: 'page-open', platform: 'instagram' }, elsewhere)).toEqual({ error: 'site' });
    expect(await served.fromPage(judgeMessage(seen(1)), elsewhere)).toEqual({ error: 'site' });
    expect(states.size).toBe(0);
  });

  test('a page is of the site that its address says, whatever it calls itself', async () => {
    const { served, states } = open();
    await served.fromPage({ type: 'page-open', platform: 'x' }, HERE);
    expect(states.get(1)?.platform).toBe('instagram');
    expect(await served.fromPage(judgeMessage(seen(1, { ...comment(1), platform: 'x' as PlatformId })), HERE)).toEqual({
      ready: true,
      flags: [],
    });
    expect(found(states)).toEqual([]);
  });

  test('flags carry the mark’s words and no person’s data', async () => {
    const { served } = open();
    const answer = await served.fromPage(judgeMessage(seen(1)), HERE);
    expect(answer).toMatchObject({ ready: true, flags: [{ key: 1, findingId: findingIdOf(1), grade: 'id' }] });
    for (const secret of [MATCH.guarded.person, MATCH.guarded.unit, MATCH.guarded.basis, SIGHTING.actor.handle ?? '', SIGHTING.text ?? ''])
      expect(JSON.stringify(answer)).not.toContain(JSON.stringify(secret).slice(1, -1));
  });

  test('before the lists are loaded: asked again later', async () => {
    const { served, states } = open({ ready: () => false, whenReady: async () => false });
    expect(await served.fromPage(judgeMessage(seen(1)), HERE)).toEqual({ ready: false, flags: [] });
    expect(found(states)).toEqual([]);
    await served.fromPage({ type: 'page-open', platform: 'instagram' }, HERE);
    expect(await served.fromUi(capture(1))).toEqual({ refused: 'no-list' });
  });

  test('people on no list leave no trace', async () => {
    const { served, states } = open({ judge: async () => null });
    await served.fromPage({ type: 'page-open', platform: 'instagram' }, HERE);
    await served.fromPage(judgeMessage(seen(1), seen(2)), HERE);
    expect(JSON.stringify([...states])).not.toContain(SIGHTING.actor.handle);
  });

  test('many batches at once: none is lost', async () => {
    const { served, states } = open();
    await Promise.all([1, 2, 3, 4, 5].map((n) => served.fromPage(judgeMessage(seen(n)), HERE)));
    expect(found(states).sort()).toEqual([1, 2, 3, 4, 5].map(findingIdOf));
  });

  test('the state of the page decides what is on screen', async () => {
    const { served, states } = open();
    await served.fromPage(judgeMessage(seen(1), seen(2)), HERE);
    const health = { state: 'reading' as const, found: 2, read: 2, unreadable: {}, dropped: 0 };
    await served.fromPage(
      {
        type: 'page-state',
        platform: 'x',
        url: HERE.url.href,
        title: 'T',
        health,
        wire: 'connected',
        listings: [],
        onScreen: [findingIdOf(2)],
      },
      HERE,
    );
    expect(states.get(1)).toMatchObject({ platform: 'instagram', title: 'T', wire: 'connected', health });
    expect(states.get(1)?.findings.map(({ onScreen }) => onScreen)).toEqual([false, true]);
  });

  test('a late answer to an earlier page stays out of the next page', async () => {
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const { served, states } = open({
      judge: async (sighting) => {
        asked.resolve();
        await answered.promise;
        return { findingId: idOf(sighting), match: MATCH };
      },
    });
    const late = served.fromPage(judgeMessage(seen(1)), HERE);
    await asked.promise;
    const opened = served.fromPage({ type: 'page-open', platform: 'instagram' }, { tabId: 1, url: new URL('https://www.instagram.com/') });
    answered.resolve();
    await Promise.all([late, opened]);
    expect(found(states)).toEqual([]);
  });

  test('tabs do not wait for one another', async () => {
    const { served } = open({ judge: () => new Promise(() => undefined) });
    void served.fromPage(judgeMessage(seen(1)), HERE);
    expect(await served.fromPage({ type: 'page-open', platform: 'instagram' }, { ...HERE, tabId: 2 })).toEqual({
      marks: true,
      language: 'id',
    });
  });

  test('one failure does not block a tab for good', async () => {
    let isBroken = true;
    const { served, states } = open({
      judge: async (sighting) => {
        if (isBroken) throw new Error('penyimpanan tidak menjawab');
        return { findingId: idOf(sighting), match: MATCH };
      },
    });
    await expect(served.fromPage(judgeMessage(seen(1)), HERE)).rejects.toThrow();
    // Nor what waits behind it already.
    const failing = served.fromPage(judgeMessage(seen(1)), HERE);
    const opened = served.fromPage({ type: 'page-open', platform: 'instagram' }, HERE);
    await expect(failing).rejects.toThrow();
    expect(await opened).toEqual({ marks: true, language: 'id' });
    isBroken = false;
    await served.fromPage(judgeMessage(seen(1)), HERE);
    expect(found(states)).toEqual([findingIdOf(1)]);
  });

  test('at most five hundred findings a tab: the newest', async () => {
    const { served, states } = open({
      judge: async (sighting) => ({ findingId: findingIdOf(Number(sighting.text)), match: { ...MATCH, sighting } }),
    });
    const all = Array.from({ length: 510 }, (_, n) =>
      seen(1, { ...comment(1), item: { id: `9${n}`, otherIds: [], url: null }, text: String(n) }),
    );
    for (let n = 0; n < 510; n += 100) await served.fromPage(judgeMessage(...all.slice(n, n + 100)), HERE);
    expect(found(states)).toHaveLength(500);
    expect(found(states).at(-1)).toBe(findingIdOf(509));
  });

  test('an act that got a firmer name is listed once, and keeps the time when it was first seen', async () => {
    let clock = AT;
    const like: Sighting = { ...SIGHTING, action: 'like', reaction: 'like', item: { id: null, otherIds: [], url: null }, text: null };
    const byHandle: Sighting = { ...like, actor: { ...like.actor, id: null } };
    const { served, states, store } = open({
      judge: async (sighting) => ({
        findingId: findingIdOf(sighting.actor.id === null ? 1 : 2),
        match: {
          sighting,
          guarded: guardedRow(),
          grade: sighting.actor.id === null ? 'handle' : 'id',
          reasons: [{ kind: 'author', watched: watchedRow(), grade: 'id' }],
          onBothLists: false,
        },
      }),
      showBadge: async () => {
        clock = '2026-11-22T13:00:00.000Z';
      },
    });
    expect(store).toBeDefined();
    await served.fromPage(judgeMessage(seen(1, byHandle)), HERE);
    await served.fromPage(judgeMessage(seen(1, like)), HERE);
    expect(states.get(1)?.findings).toMatchObject([{ findingId: findingIdOf(2), match: { grade: 'id' }, firstSeenAt: AT }]);
    expect(clock).not.toBe(AT);
  });
});

describe('what our own pages ask', () => {
  test('a capture is shown in the tab; so is a decision', async () => {
    const { served, states, store } = open();
    await served.fromPage(judgeMessage(seen(1)), HERE);
    expect(await served.fromUi(capture(1))).toEqual({ seq: 1 });
    expect(states.get(1)?.findings[0]?.status).toBe('captured');
    const decide: FromUi = { type: 'decide', tabId: 1, findingId: findingIdOf(1), verdict: 'set-aside', note: 'lain' };
    expect(await served.fromUi(decide)).toEqual({ seq: 2 });
    expect(states.get(1)?.findings[0]?.status).toBe('set-aside');
    // Seen again on another page: what was decided is known.
    await served.fromPage({ type: 'page-open', platform: 'instagram' }, HERE);
    await served.fromPage(judgeMessage(seen(1)), HERE);
    expect(states.get(1)?.findings[0]).toMatchObject({ status: 'set-aside', firstSeenAt: AT });
    expect(await store.finding(findingIdOf(1))).toMatchObject({ note: 'lain' });
  });

  test('captures and decisions at once: a finding forgets none of them', async () => {
    const { served, store } = open();
    await served.fromPage(judgeMessage(seen(1), seen(2)), HERE);
    const decide: FromUi = { type: 'decide', tabId: 1, findingId: findingIdOf(1), verdict: 'confirmed', note: 'benar' };
    const answers = await Promise.all([capture(1), capture(1), capture(2), decide, capture(1)].map((message) => served.fromUi(message)));
    const underWay = { refused: 'under-way' };
    expect(answers).toEqual([{ seq: 1 }, underWay, { seq: 2 }, { seq: 3 }, underWay]);
    expect(await served.fromUi(capture(1))).toEqual({ seq: 4 });
    expect(await store.finding(findingIdOf(1))).toMatchObject({ captures: [1, 4], status: 'confirmed', note: 'benar' });
    await expectSound(name);
  });

  test('what is destroyed counts in open tabs as never kept, and can be captured anew', async () => {
    const { served, states, store } = open();
    await served.fromPage(judgeMessage(seen(1), seen(2)), HERE);
    await served.fromUi(capture(1));
    await served.fromUi(capture(2));
    const erase: FromUi = { type: 'erase', findingIds: [findingIdOf(1)], reason: 'mistaken-capture', askedBy: 'monitor', request: null };
    expect(await served.fromUi(erase)).toEqual({ seq: 3 });
    expect(states.get(1)?.findings.map(({ status }) => status)).toEqual(['seen', 'captured']);
    expect(await store.finding(findingIdOf(1))).toBeNull();
    expect(await served.fromUi(capture(1))).toEqual({ seq: 4 });
  });

  test('a handover is in the log, with what was handed over', async () => {
    const { served, store } = open();
    await served.fromPage(judgeMessage(seen(1)), HERE);
    await served.fromUi(capture(1));
    const bundleId = '0198f3c0-1234-7000-8000-00000000abcd';
    expect(await served.fromUi({ type: 'handover', bundleId, findingIds: [findingIdOf(1)] })).toEqual({ seq: 2 });
    expect((await store.lines()).at(-1)?.canonical).toContain(bundleId);
    await expectSound(name);
  });

  test('a tab that told nothing, or shows something else', async () => {
    const { served } = open();
    expect(await served.fromUi(capture(1))).toEqual({ refused: 'page-silent' });
    await served.fromPage({ type: 'page-open', platform: 'instagram' }, HERE);
    expect(await served.fromUi(capture(1))).toEqual({ refused: 'gone' });
    expect(await served.captureOnScreen(1, 'menu')).toEqual({ refused: 'gone' });
    expect(await served.captureOnScreen(9, 'menu')).toEqual({ refused: 'gone' });
  });

  test('the shortcut takes the newest on screen that has no evidence yet', async () => {
    const { served, states } = open();
    await served.fromPage(judgeMessage(seen(1), seen(2)), HERE);
    expect(await served.captureOnScreen(1, 'shortcut')).toEqual({ seq: 1 });
    expect(await served.captureOnScreen(1, 'shortcut')).toEqual({ seq: 2 });
    expect(states.get(1)?.findings.map(({ status }) => status)).toEqual(['captured', 'captured']);
    expect(await served.captureOnScreen(1, 'menu')).toEqual({ seq: 3 });
  });

  test('a double press of the shortcut, or of shortcut and panel, keeps one finding once', async () => {
    const { served, store } = open();
    await served.fromPage(judgeMessage(seen(1)), HERE);
    const [one, two, three] = await Promise.all([
      served.captureOnScreen(1, 'shortcut'),
      served.captureOnScreen(1, 'shortcut'),
      served.fromUi(capture(1)),
    ]);
    expect([one, two, three].filter((kept) => 'seq' in (kept as object))).toHaveLength(1);
    expect(two).toEqual({ refused: 'under-way' });
    expect(await store.finding(findingIdOf(1))).toMatchObject({ captures: [1] });
    // The other way about, and again once it is done.
    const later = await Promise.all([served.fromUi(capture(1)), served.captureOnScreen(1, 'menu')]);
    expect(later).toEqual([{ seq: 2 }, { refused: 'under-way' }]);
    expect(await served.captureOnScreen(1, 'menu')).toEqual({ seq: 3 });
  });

  test('a double press of the shortcut does not run on to the next finding', async () => {
    const { served } = open();
    await served.fromPage(judgeMessage(seen(1), seen(2)), HERE);
    const answers = await Promise.all([served.captureOnScreen(1, 'shortcut'), served.captureOnScreen(1, 'shortcut')]);
    expect(answers).toEqual([{ seq: 1 }, { refused: 'under-way' }]);
  });

  test('a capture that failed is not under way any more', async () => {
    const { served } = open();
    expect(await served.fromUi(capture(1))).toEqual({ refused: 'page-silent' });
    expect(await served.fromUi(capture(1))).toEqual({ refused: 'page-silent' });
  });

  describe('where the lock closes while a capture is under way', () => {
    const isLocked = async () => true;
    test('the lock is the reason, whatever was tripped over', async () => {
      for (const given of [
        { whenReady: async () => false },
        { loadState: async () => null },
        { judge: async () => null },
        { whenReady: async () => Promise.reject(new Error('the lists are not loaded')) },
      ] as Partial<Desk>[]) {
        name = newName();
        const { served, store } = open({ ...given, isLocked });
        await served.fromPage({ type: 'page-open', platform: 'instagram' }, HERE);
        expect(await served.fromUi(capture(1))).toEqual({ refused: 'locked' });
        expect(await served.captureOnScreen(1, 'menu')).toEqual({ refused: 'locked' });
        expect(await store.finding(findingIdOf(1))).toBeNull();
      }
    });

    test('an item marked by hand too', async () => {
      const { served } = open({ isLocked });
      const row = { platform: 'x' as const, id: '1', handle: 'a' };
      const statement = { pickId: crypto.randomUUID(), actor: row, campaign: row } as unknown as Extract<
        FromUi,
        { type: 'capture-picked' }
      >['statement'];
      expect(await served.fromUi({ type: 'capture-picked', tabId: 1, statement })).toEqual({ refused: 'locked' });
    });

    test('once it is on disk it is said to be kept; a failure of something else stays what it is', async () => {
      const { served, store } = open({ isLocked, tabs: async () => Promise.reject(new Error('terkunci')) });
      await served.fromPage(judgeMessage(seen(1)), HERE);
      expect(await served.fromUi(capture(1))).toEqual({ seq: 1 });
      expect(await served.fromUi({ type: 'decide', tabId: 1, findingId: findingIdOf(1), verdict: 'confirmed', note: '' })).toEqual({
        seq: 2,
      });
      expect(await store.finding(findingIdOf(1))).toMatchObject({ captures: [1], status: 'confirmed' });
      name = newName();
      const judge = async () => Promise.reject(new Error('penyimpanan tidak menjawab'));
      const broken = open({ isLocked: async () => false, loadState: judge });
      await expect(broken.served.fromUi(capture(1))).rejects.toThrow('penyimpanan tidak menjawab');
    });
  });

  test('changed lists and settings reach the pages', async () => {
    const { served, told, did } = open();
    await served.fromUi({ type: 'lists-changed' });
    await served.fromUi({ type: 'settings-changed' });
    expect(did).toEqual(['lists', 'scripts']);
    expect(told).toEqual([{ type: 'look-again' }, { type: 'orders', marks: true, language: 'id' }]);
  });

  test('where the lists cannot be opened any more, what was found by them lies about in no tab; pages are told all the same', async () => {
    const { served, states, told } = open({ reloadLists: async () => Promise.reject(new Error('locked')) });
    await served.fromPage(judgeMessage(seen(1)), HERE);
    expect(found(states)).toHaveLength(1);
    await served.fromUi({ type: 'lists-changed' });
    expect(found(states)).toEqual([]);
    expect(states.get(1)?.url).toBe(HERE.url.href);
    expect(told).toEqual([{ type: 'look-again' }]);
  });
});

describe('ties between accounts and people', () => {
  test('what our pages ask about them goes on, one after the other', async () => {
    const { served, did } = open();
    await served.fromUi({ type: 'ties' });
    await served.fromUi({ type: 'find-namesakes', url: 'https://x.com/a', name: 'Rina' });
    expect(did).toEqual(['ties', 'find-namesakes']);
  });

  test('an ended tie takes findings out of every tab, but not what was kept; the pages are looked at anew', async () => {
    const links: Desk['links'] = async ({ type }) => (type === 'find-namesakes' ? { refused: 'too-many' } : { linkId: 'x' });
    const { served, states, told } = open({ links });
    await served.fromPage(judgeMessage(seen(1), seen(2)), HERE);
    await served.fromPage(judgeMessage(seen(3)), { ...HERE, tabId: 2 });
    await served.fromUi(capture(2));
    const { platform, id, handle, unit, status } = MATCH.guarded;
    const end = (person: string): FromUi => ({
      type: 'end-link',
      account: { platform, id, handle },
      person: { person, unit, status, listId: null },
      outcome: 'hijacked',
      by: 'Citra Wulan',
      reason: 'Pemilik melapor.',
    });
    await served.fromUi(end('Orang Lain'));
    await served.fromUi({ type: 'confirm-link', linkId: 'x', by: 'Citra Wulan', statement: 'Foto.' });
    expect([found(states).length, states.get(2)?.findings.length]).toEqual([2, 1]);
    await served.fromUi({ type: 'find-namesakes', url: 'https://x.com/a', name: 'Rina' });
    expect(told).toEqual([{ type: 'look-again' }, { type: 'look-again' }]);
    await served.fromUi(end(MATCH.guarded.person));
    expect([found(states), states.get(2)?.findings]).toEqual([[findingIdOf(2)], []]);
  });
});
