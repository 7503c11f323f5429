// Who may say what to the background: every kind of sender, every kind of message.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackgroundHandlers } from '../../src/browser/messages.ts';
import { PLATFORM_IDS } from '../../src/model/account.ts';
import type { FromPage, FromUi, ToPage } from '../../src/model/messages.ts';
import type { ToPicker } from '../../src/model/pick.ts';
import { account, sighting } from '../match/sample.ts';

type Listener = (raw: unknown, sender: unknown) => Promise<unknown>;
const ID = 'abcdefghijklmnopabcdefghijklmnop';
const ORIGIN = `chrome-extension://${ID}/`;
const listeners = new Set<Listener>();
/** Listeners answer as every Chrome since 129 hears it: by `respond`, and true says that it comes later. One gives a promise instead. */
type Added = (raw: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;
const heard = new Map<Added, Listener>();
const toListener =
  (one: Added): Listener =>
  (raw, sender) => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const given = one(raw, sender, resolve);
    return (given === true ? promise : given) as Promise<unknown>;
  };
let sent: unknown[] = [];
let answer: () => Promise<unknown> = async () => 'answer';
const runtime: { id: string | undefined; [key: string]: unknown } = {
  id: ID,
  getURL: (path: string) => `${ORIGIN}${path.replace(/^\//, '')}`,
  onMessage: {
    addListener(one: Added) {
      const listener = toListener(one);
      heard.set(one, listener);
      listeners.add(listener);
    },
    removeListener: (one: Added) => listeners.delete(heard.get(one) as Listener),
  },
  sendMessage: async (message: unknown) => {
    sent.push(message);
    return answer();
  },
};
const tabs = {
  sendMessage: async (...given: unknown[]) => {
    sent.push(given);
    return answer();
  },
};
// The extension API as the browser gives it: it has to be there before the room is entered.
Object.assign(globalThis, { chrome: { runtime, tabs } });
const { listen, senderKind, toPage } = await import('../../src/browser/messages.ts');
const { listenInPage, listenInPicker, onOrphaned } = await import('../../src/browser/in-page.ts');
const { toBackground } = await import('../../src/browser/to-background.ts');

beforeEach(() => {
  listeners.clear();
  sent = [];
  runtime.id = ID;
  answer = async () => 'answer';
});
afterEach(() => listeners.clear());

const HASH = 'a'.repeat(64);
const PICK = '0198f3c0-1234-7000-8000-00000000abce';
const one = sighting({ actor: account({ handle: 'dewi' }) });
const FROM_PAGE: Record<FromPage['type'], FromPage> = {
  'page-open': { type: 'page-open', platform: 'x' },
  judge: { type: 'judge', seen: [{ key: 0, sighting: one, eyes: { page: one, wire: null }, agreement: [] }] },
  'page-state': {
    type: 'page-state',
    platform: 'x',
    url: 'https://x.com/',
    title: '',
    health: { state: 'nothing', found: 0, read: 0, unreadable: {}, dropped: 0 },
    wire: 'off',
    listings: [],
    onScreen: [],
  },
  picked: { type: 'picked', pickId: PICK, url: 'https://x.com/', facts: { words: '', links: [], handles: [], times: [], images: 0 } },
  'pick-ended': { type: 'pick-ended', pickId: PICK, why: 'escape' },
};
const FROM_UI: Record<FromUi['type'], FromUi> = {
  capture: { type: 'capture', tabId: 1, findingId: HASH, gesture: 'panel' },
  decide: { type: 'decide', tabId: null, findingId: HASH, verdict: 'confirmed', note: '' },
  known: { type: 'known', findingId: HASH, knownOn: '2026-11-20', note: '' },
  redact: {
    type: 'redact',
    findingId: HASH,
    captureId: '0198f3c0-1234-4000-8000-00000000abcd',
    added: [{ x: 1, y: 2, width: 3, height: 4, why: 'hand' }],
    removed: [],
  },
  handover: { type: 'handover', bundleId: '0198f3c0-1234-7000-8000-00000000abcd', findingIds: [HASH] },
  backup: { type: 'backup', backupId: PICK, heirFingerprint: 'SHA256:x' },
  restored: { type: 'restored' },
  'lists-changed': { type: 'lists-changed' },
  'settings-changed': { type: 'settings-changed' },
  'storage-state': { type: 'storage-state' },
  'lists-state': { type: 'lists-state' },
  rescue: { type: 'rescue' },
  'point-out': { type: 'point-out', tabId: 1, findingId: HASH },
  structure: { type: 'structure', tabId: 1 },
  ties: { type: 'ties' },
  'find-namesakes': { type: 'find-namesakes', url: 'https://x.com/dewi', name: 'Dewi Contohwati' },
  'propose-link': {
    type: 'propose-link',
    url: 'https://x.com/dewi',
    name: 'Dewi Contohwati',
    words: '',
    person: { person: 'Dewi Contohwati', unit: 'Dinas', status: 'PNS', numberEnd: null, listId: null },
    by: 'Budi Pemantau',
    statement: 'Biodata menyebut dinas.',
    tabId: 1,
  },
  'link-picture': { type: 'link-picture', linkId: PICK },
  'confirm-link': { type: 'confirm-link', linkId: PICK, by: 'Citra Wulan', statement: 'Foto.' },
  'end-link': {
    type: 'end-link',
    account: { platform: 'x', id: null, handle: 'dewi' },
    person: { person: 'Dewi Contohwati', unit: 'Dinas', status: 'PNS', listId: null },
    outcome: 'hijacked',
    by: 'Citra Wulan',
    reason: 'Pemilik melapor.',
  },
  note: { type: 'note', findingId: HASH, said: { kind: 'note', text: 'Diperiksa ulang.' } },
  hold: { type: 'hold', findingId: HASH, state: 'set', reason: 'Diminta Bawaslu.' },
  'recheck-look': { type: 'recheck-look', findingId: HASH, tabId: 2 },
  recheck: {
    type: 'recheck',
    findingId: HASH,
    url: 'https://x.com/dewi/status/1',
    openedAt: '2026-11-22T00:00:00.000Z',
    state: 'deleted',
    seen: { kind: 'nothing' },
    after: 1,
    note: '',
  },
  'erase-look': { type: 'erase-look', findingIds: [HASH] },
  erase: { type: 'erase', findingIds: [HASH], reason: 'mistaken-capture', askedBy: 'monitor', request: null },
  'stamp-now': { type: 'stamp-now' },
  'stamp-save': { type: 'stamp-save' },
  'stamp-take': { type: 'stamp-take', answer: 'MDEA', authority: 'Otoritas Contoh' },
  'stamp-drop': { type: 'stamp-drop', imprint: HASH },
  'stamp-auto': { type: 'stamp-auto', on: true },
  'propose-campaign': { type: 'propose-campaign', tabId: 1, link: null },
  pick: { type: 'pick', tabId: 1 },
  'pick-drop': { type: 'pick-drop', tabId: 1 },
  'find-rows': { type: 'find-rows', list: 'guarded', words: 'dewi' },
  'capture-picked': {
    type: 'capture-picked',
    tabId: 1,
    statement: {
      pickId: PICK,
      actor: { platform: 'x', id: null, handle: 'dewi' },
      action: 'appear',
      reaction: null,
      campaign: { platform: 'facebook', id: '1', handle: null },
      itemUrl: null,
      targetUrl: 'https://contoh-berita.example/foto',
      words: null,
      shownAt: null,
      note: '',
    },
  },
};
const TO_PICKER: Record<ToPicker['type'], ToPicker> = {
  'pick-start': { type: 'pick-start', pickId: PICK, language: 'id' },
  'pick-stop': { type: 'pick-stop' },
  'pick-measure': { type: 'pick-measure', pickId: PICK, words: null, again: false, shown: [] },
};
const TO_PAGE: Record<ToPage['type'], ToPage> = {
  measure: { type: 'measure', findingId: HASH, shown: [{ id: '12', handle: null }] },
  'measure-again': { type: 'measure-again', findingId: HASH, shown: [] },
  orders: { type: 'orders', marks: true, language: 'id' },
  'point-out': { type: 'point-out', findingId: HASH },
  'hide-marks': { type: 'hide-marks', hidden: true },
  'look-again': { type: 'look-again' },
  structure: { type: 'structure' },
  authors: { type: 'authors' },
  end: { type: 'end' },
};

const tab = { id: 7, windowId: 3 };
const SENDERS = {
  'our panel': [{ id: ID, url: `${ORIGIN}sidepanel.html` }, 'ui'],
  'our dashboard in a tab': [{ id: ID, url: `${ORIGIN}dashboard.html#x`, frameId: 0, tab }, 'ui'],
  'our page inside a frame': [{ id: ID, url: `${ORIGIN}dashboard.html`, frameId: 4, tab }, 'other'],
  'our script in a page': [{ id: ID, url: 'https://x.com/contoh', frameId: 0, tab }, 'page'],
  'our script in a frame of a page': [{ id: ID, url: 'https://x.com/contoh', frameId: 2, tab }, 'other'],
  'our script without a frame': [{ id: ID, url: 'https://x.com/contoh', tab }, 'other'],
  'our script without a tab': [{ id: ID, url: 'https://x.com/contoh', frameId: 0 }, 'other'],
  'our script in a page without encryption': [{ id: ID, url: 'http://x.com/contoh', frameId: 0, tab }, 'open-page'],
  'our script in a local file': [{ id: ID, url: 'file:///x.html', frameId: 0, tab }, 'other'],
  'a blank page': [{ id: ID, url: 'about:blank', frameId: 0, tab }, 'other'],
  'another extension': [{ id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: `${ORIGIN}sidepanel.html` }, 'other'],
  'a web page that names us': [{ url: `${ORIGIN}sidepanel.html` }, 'other'],
  'a page whose address begins like ours': [{ id: ID, url: `https://x.com/?${ORIGIN}sidepanel.html`, frameId: 0, tab }, 'page'],
  'an origin that continues ours': [{ id: ID, url: `chrome-extension://${ID}jahat/x.html` }, 'other'],
  'no address': [{ id: ID }, 'other'],
  'an address that is none': [{ id: ID, url: 'x' }, 'other'],
  nobody: [{}, 'other'],
} as const;

describe('every sender, every message', () => {
  for (const [name, [sender, kind]] of Object.entries(SENDERS)) {
    test(`${name}: ${kind}`, async () => {
      expect(senderKind(sender, ID, ORIGIN)).toBe(kind);
      const got: string[] = [];
      const handlers: BackgroundHandlers = {
        fromPage: async ({ type }, { tabId, windowId, url }) => got.push(`page ${type} ${tabId} ${windowId} ${url.protocol}`),
        fromUi: async ({ type }) => got.push(`ui ${type}`),
      };
      listen(handlers);
      expect(listeners.size).toBe(1);
      const [ask] = listeners;
      const isPick = (type: string) => type === 'picked' || type === 'pick-ended';
      for (const message of [
        ...Object.values(FROM_PAGE),
        ...Object.values(FROM_UI),
        ...Object.values(TO_PAGE),
        ...Object.values(TO_PICKER),
      ]) {
        got.length = 0;
        const said = await ask?.(message, sender);
        const allowed =
          kind === 'ui'
            ? message.type in FROM_UI && Object.values(FROM_UI).includes(message as FromUi)
              ? [`ui ${message.type}`]
              : []
            : kind === 'page' && Object.values(FROM_PAGE).includes(message as FromPage)
              ? [`page ${message.type} 7 3 https:`]
              : // Nothing is read on a page without encryption; only what the monitor picks there is heard.
                kind === 'open-page' && isPick(message.type)
                ? [`page ${message.type} 7 3 http:`]
                : [];
        expect(got, message.type).toEqual(allowed);
        if (allowed.length > 0) continue;
        const isKnown = kind === 'open-page' && Object.values(FROM_PAGE).includes(message as FromPage);
        expect(said).toEqual({ error: kind === 'other' || isKnown ? 'sender' : 'schema' });
      }
    });
  }

  test('only our own pages may take a picture, judge or hand over', async () => {
    const got: string[] = [];
    listen({ fromPage: async () => undefined, fromUi: async ({ type }) => got.push(type) });
    const [ask] = listeners;
    for (const [sender, kind] of Object.values(SENDERS)) {
      if (kind === 'ui') continue;
      for (const message of Object.values(FROM_UI)) await ask?.(message, sender);
    }
    expect(got).toEqual([]);
  });
});

const STATEMENT = (FROM_UI['capture-picked'] as Extract<FromUi, { type: 'capture-picked' }>).statement;
describe('messages that do not fit the schema', () => {
  const [ui] = SENDERS['our panel'];
  const [page] = SENDERS['our script in a page'];
  const seen = { key: 0, sighting: one, eyes: { page: one, wire: null }, agreement: [] };
  test.each([
    [ui, null],
    [ui, undefined],
    [ui, 'capture'],
    [ui, []],
    [ui, { type: 'capture' }],
    [ui, { ...FROM_UI.capture, gesture: 'shortcut' }],
    [ui, { ...FROM_UI.capture, findingId: HASH.toUpperCase() }],
    [ui, { ...FROM_UI.capture, findingId: `${HASH}a` }],
    [ui, { ...FROM_UI.capture, tabId: '1' }],
    [ui, { ...FROM_UI.capture, extra: 1 }],
    [ui, { ...FROM_UI.decide, verdict: 'guilty' }],
    [ui, { ...FROM_UI.decide, verdict: 'captured' }],
    [ui, { ...FROM_UI.decide, note: 'x'.repeat(5001) }],
    [ui, { ...FROM_UI.handover, bundleId: '../../x' }],
    [ui, { ...FROM_UI.note, said: { kind: 'note', text: '   ' } }],
    [ui, { ...FROM_UI.note, said: { kind: 'correction', field: 'person', read: 'a', right: 'b', why: '' } }],
    [ui, { ...FROM_UI.hold, reason: ' ' }],
    // The program never says that something was deleted.
    [ui, { ...FROM_UI.recheck, seen: { kind: 'deleted' } }],
    [ui, { ...FROM_UI.recheck, state: 'gone' }],
    [ui, { ...FROM_UI.erase, findingIds: [] }],
    [ui, { ...FROM_UI.erase, reason: 'tidy-up' }],
    // A person's name is no reference.
    [ui, { ...FROM_UI.erase, request: { reference: 'Siti Rahma', receivedOn: '2026-11-22' } }],
    [ui, { ...FROM_UI.erase, request: { reference: 'SitiRahma', receivedOn: '2026-11-22' } }],
    [ui, { type: '__proto__' }],
    [page, { type: 'page-open', platform: 'mastodon' }],
    [page, { type: 'page-open', platform: 'other' }],
    // What a reader gives is never of a site without a reader.
    [page, { type: 'judge', seen: [{ ...seen, sighting: { ...one, platform: 'other' } }] }],
    [page, { type: 'judge', seen: [{ ...seen, eyes: { page: { ...one, platform: 'other' }, wire: null } }] }],
    [
      page,
      { ...FROM_PAGE.picked, facts: { words: '', links: [{ url: 'javascript:x', where: 'item' }], handles: [], times: [], images: 0 } },
    ],
    [page, { ...FROM_PAGE.picked, person: 'Dewi' }],
    [ui, { ...FROM_UI['capture-picked'], statement: { ...STATEMENT, actor: { name: 'Dewi' } } }],
    [ui, { ...FROM_UI['capture-picked'], statement: { ...STATEMENT, actor: { ...STATEMENT.actor, platform: 'other' } } }],
    [ui, { ...FROM_UI['capture-picked'], statement: { ...STATEMENT, actor: null } }],
    [ui, { ...FROM_UI['capture-picked'], statement: { ...STATEMENT, itemUrl: 'data:text/html,x' } }],
    [ui, { ...FROM_UI['capture-picked'], statement: { ...STATEMENT, action: 'accuse' } }],
    [page, { type: 'judge', seen: Array.from({ length: 101 }, () => seen) }],
    [page, { type: 'judge', seen: [{ ...seen, sighting: { ...one, actor: null } }] }],
    [page, { type: 'judge', seen: [{ ...seen, sighting: { ...one, person: 'Dewi' } }] }],
    [page, { ...FROM_PAGE['page-state'], onScreen: ['x'] }],
    [page, { ...FROM_PAGE['page-state'], health: { state: 'fine' } }],
  ])('%#', async (sender, message) => {
    const got: unknown[] = [];
    listen({ fromPage: async (given) => got.push(given), fromUi: async (given) => got.push(given) });
    const [ask] = listeners;
    expect(await ask?.(message, sender)).toEqual({ error: 'schema' });
    expect(got).toEqual([]);
  });
  test('every site may open a page', async () => {
    const got: unknown[] = [];
    listen({ fromPage: async (given) => got.push(given), fromUi: async () => undefined });
    const [ask] = listeners;
    for (const platform of PLATFORM_IDS) await ask?.({ type: 'page-open', platform }, page);
    expect(got).toHaveLength(PLATFORM_IDS.length);
  });
});

describe('in a page script', () => {
  const told: string[] = [];
  const listenHere = () => {
    told.length = 0;
    const life = new AbortController();
    listenInPage(async ({ type }) => told.push(type), life.signal);
    return { life, ask: [...listeners][0] as Listener };
  };
  test('only the background is heard, and only what it may ask', async () => {
    const { ask } = listenHere();
    for (const message of Object.values(TO_PAGE)) await ask(message, { id: ID });
    expect(told).toEqual(Object.keys(TO_PAGE));
    told.length = 0;
    for (const sender of [{ id: ID, tab }, { id: 'another' }, {}, { id: ID, tab, url: `${ORIGIN}dashboard.html` }])
      for (const message of Object.values(TO_PAGE)) expect(await ask(message, sender)).toEqual({ error: 'sender' });
    for (const message of [...Object.values(FROM_UI).filter(({ type }) => type !== 'point-out'), { type: 'click' }, null])
      expect(await ask(message, { id: ID })).toEqual({ error: 'schema' });
    expect(told).toEqual([]);
  });
  test.each([
    { ...TO_PAGE.measure, findingId: 'A'.repeat(64) },
    { ...TO_PAGE.measure, findingId: `${HASH}0` },
    { ...TO_PAGE['measure-again'], findingId: [HASH] },
    { type: 'point-out' },
    { ...TO_PAGE.orders, marks: 'yes' },
    { ...TO_PAGE.orders, language: 'jv' },
    { ...TO_PAGE['hide-marks'], hidden: null },
    { ...TO_PAGE['look-again'], more: 1 },
    { type: 'toString' },
    { type: '__proto__' },
    { type: ['structure'] },
    [TO_PAGE.structure],
    'structure',
    undefined,
  ])('what it may ask has its form: %j', async (message) => {
    const { ask } = listenHere();
    expect(await ask(message, { id: ID })).toEqual({ error: 'schema' });
    expect(told).toEqual([]);
  });
  test.each([
    { ...TO_PICKER['pick-start'], pickId: 'x' },
    { ...TO_PICKER['pick-start'], language: null },
    { ...TO_PICKER['pick-stop'], more: 1 },
    { ...TO_PICKER['pick-measure'], words: 7 },
    { ...TO_PICKER['pick-measure'], words: 'x'.repeat(100_001) },
    { type: 'pick-measure', pickId: PICK, words: null },
  ])('nor does the picking script take what has another form: %#', async (message) => {
    const picker: string[] = [];
    listenInPicker(async ({ type }) => picker.push(type), new AbortController().signal);
    expect(([...listeners][0] as Listener)(message, { id: ID })).toBeUndefined();
    expect(picker).toEqual([]);
  });
  test('page script and picking script leave each other’s messages alone', async () => {
    const { ask } = listenHere();
    for (const message of Object.values(TO_PICKER)) expect(ask(message, { id: ID })).toBeUndefined();
    expect(told).toEqual([]);
    const picker: string[] = [];
    listenInPicker(async ({ type }) => picker.push(type), new AbortController().signal);
    const askPicker = [...listeners][1] as Listener;
    for (const message of Object.values(TO_PAGE)) expect(askPicker(message, { id: ID })).toBeUndefined();
    for (const sender of [{ id: ID, tab }, { id: 'another' }, {}])
      for (const message of Object.values(TO_PICKER)) expect(askPicker(message, sender)).toBeUndefined();
    expect(picker).toEqual([]);
    for (const message of Object.values(TO_PICKER)) await askPicker(message, { id: ID });
    expect(picker).toEqual(Object.keys(TO_PICKER));
  });
  test('a failure is answered with nothing, and by `respond` alone', async () => {
    listenInPage(async () => Promise.reject(new Error('a page like no other')), new AbortController().signal);
    const listener = [...heard.keys()].at(-1);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    expect(listener?.(TO_PAGE.structure, { id: ID }, resolve)).toBe(true);
    expect(await promise).toBeNull();
  });
  test('ends with the signal', () => {
    const { life } = listenHere();
    life.abort();
    expect(listeners.size).toBe(0);
  });
});

describe('sending', () => {
  test('what the background does not answer is raised', async () => {
    answer = async () => {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
    await expect(toBackground.listsChanged()).rejects.toThrow('Receiving end');
  });
  test('what the background fails to answer is raised, also as the polyfill tells it', async () => {
    answer = async () => ({ __mozWebExtensionPolyfillReject__: true, message: 'no room' });
    await expect(toBackground.listsChanged()).rejects.toThrow('no room');
  });
  test.each([null, undefined, { error: 'schema' }, { message: 'x' }, 'answer'])('an answer comes as it is: %j', async (given) => {
    answer = async () => given;
    expect(await toBackground.listsChanged()).toBe(given);
  });
  test('an element that a page calls `browser` changes nothing', async () => {
    const world = globalThis as { browser?: unknown };
    try {
      // <form id="browser"><input name="runtime" id="x"></form>
      world.browser = { runtime: { id: 'x' } };
      expect(await toBackground.listsChanged()).toBe('answer');
    } finally {
      delete world.browser;
    }
  });
  test('a page script learns once that its extension was updated or removed', () => {
    vi.useFakeTimers();
    try {
      let calls = 0;
      const life = new AbortController();
      onOrphaned(() => calls++, life.signal);
      vi.advanceTimersByTime(5000);
      expect(calls).toBe(0);
      runtime.id = undefined;
      vi.advanceTimersByTime(5000);
      expect(calls).toBe(1);
      onOrphaned(() => calls++, life.signal);
      life.abort();
      vi.advanceTimersByTime(5000);
      expect(calls).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
  test('to the top frame of a tab; null where nobody answers', async () => {
    expect(await toPage(7, TO_PAGE.measure)).toBe('answer');
    expect(sent).toEqual([[7, TO_PAGE.measure, { frameId: 0 }]]);
    answer = async () => {
      throw new Error('Receiving end does not exist.');
    };
    expect(await toPage(7, TO_PAGE.measure)).toBeNull();
  });
});
