import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { expectRecord } from '../../src/evidence/seal.ts';
import { toImageRect } from '../../src/flow/artefacts.ts';
import { type Keeper, keepCapture } from '../../src/flow/keep-evidence.ts';
import { keepDecision, keepHandover, keepKnown } from '../../src/flow/keep-statements.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Measured, TabState } from '../../src/model/messages.ts';
import { MATCH, SIGHTING, toPng } from '../report/sample.ts';
import { AT, expectSound, findingIdOf, newName, openStore } from '../store/sample.ts';
import { ORIGINALS, PICTURES, REDACTED, SEEN } from './stood.ts';

const ID = findingIdOf(1);
const measured: Measured = {
  rect: { x: 20, y: 30, width: 200, height: 80 },
  viewport: { width: 320, height: 200 },
  scroll: { x: 0, y: 900 },
  visibleShare: 1,
  source: '<article><p>Semangat Pak</p></article>',
  copy: '<!doctype html><p>Semangat Pak</p>',
  sourceHoldsText: true,
  ...SEEN,
  seen: { key: 3, sighting: SIGHTING, eyes: { page: SIGHTING, wire: null }, agreement: [] },
  listings: [],
  page: { url: 'https://www.instagram.com/p/DAbCdEfGhIj/', title: 'Kiriman', language: 'id' },
  firstSeenAt: AT,
};
const state: TabState = {
  platform: 'instagram',
  url: measured.page.url,
  title: '',
  health: { state: 'reading', found: 1, read: 1, unreadable: {}, dropped: 0 },
  wire: 'off',
  listings: [],
  findings: [{ findingId: ID, match: MATCH, agreement: [], status: 'seen', onScreen: true, firstSeenAt: AT }],
};

let name = '';
/** What was asked of the world, in order. */
let calls: string[] = [];
beforeEach(() => {
  name = newName();
  calls = [];
});

/** A keeper over a real store, in which everything goes well unless said otherwise. */
function keeper(given: Partial<Keeper> = {}): Keeper {
  const { store } = openStore(name);
  return {
    askPage: async (_tab, { type }) => {
      calls.push(type);
      return structuredClone(measured);
    },
    frontWindow: async () => 5,
    takeScreenshot: async () => {
      calls.push('picture');
      return toPng(640, 400, 1);
    },
    pictures: PICTURES,
    capturesOf: async () => [],
    keepsOriginals: async () => true,
    append: store.append,
    finding: store.finding,
    judge: async () => ({ findingId: ID, match: MATCH }),
    clean: async (sighting) => sighting,
    now: () => new Date(AT),
    environment: { browser: 'uji', extensionVersion: '0.1.0', adapterRevision: '', interfaceLanguage: 'id' },
    adapterRevision: () => '2026-11-01',
    ...given,
  };
}
const capture = (given: Partial<Keeper> = {}, now: TabState = state) => keepCapture(keeper(given), 1, now, ID, 'panel');
/** Answers of the page, one for each question; the last one stays. */
const pageSays = (...answers: unknown[]) => {
  let nth = 0;
  return async (_tab: number, { type }: { type: string }) => {
    calls.push(type);
    return structuredClone(answers[Math.min(nth++, answers.length - 1)]);
  };
};

describe('a capture', () => {
  test('measures, takes the picture, measures again, and is on disk', async () => {
    expect(await capture()).toEqual({ seq: 1 });
    expect(calls).toEqual(['measure', 'picture', 'measure-again']);
    const log = await expectSound(name);
    expect(log).toHaveLength(2);
    const { store } = openStore(name);
    const record = expectRecord(log[1] as (typeof log)[0]);
    if (record.type !== 'capture') throw new Error('no capture');
    const { body } = record;
    expect(body).toMatchObject({
      findingId: ID,
      gesture: 'panel',
      capturedAt: AT,
      environment: { adapterRevision: '2026-11-01' },
      page: { platform: 'instagram', ...measured.page },
      viewport: { width: 320, height: 200, scaleX: 2, scaleY: 2 },
    });
    expect(Date.parse(body.capturedAtLocal)).toBe(Date.parse(AT));
    expect(body.artefacts.map(({ role }) => role)).toEqual([...ORIGINALS, ...REDACTED]);
    const byRole = new Map(body.artefacts.map((one) => [one.role, one]));
    expect(byRole.get('crop')?.madeFrom).toEqual({
      inputHash: byRole.get('screenshot')?.hash,
      how: 'crop',
      rect: { x: 38, y: 58, width: 404, height: 164 },
    });
    expect(byRole.get('copy')?.madeFrom?.inputHash).toBe(byRole.get('source')?.hash);
    expect(byRole.get('source')?.hash).toBe(await sha256(measured.source));
    expect(new TextDecoder().decode((await store.blob(byRole.get('source')?.hash ?? '')) ?? new Uint8Array())).toBe(measured.source);
    expect(await store.finding(ID)).toMatchObject({ status: 'captured', captures: [1], firstSeenAt: AT });
  });

  test('a second one joins the finding and keeps what the reviewer said', async () => {
    await capture();
    expect(await keepDecision(keeper(), ID, 'confirmed', 'benar akunnya')).toEqual({ seq: 2 });
    expect(await capture()).toEqual({ seq: 3 });
    const { store } = openStore(name);
    expect(await store.finding(ID)).toMatchObject({ status: 'confirmed', note: 'benar akunnya', captures: [1, 3] });
    await expectSound(name);
  });

  test('what is judged is what was measured at the picture, not what was sent before', async () => {
    const judged: unknown[] = [];
    await capture({
      judge: async (sighting) => {
        judged.push(sighting);
        return { findingId: ID, match: { ...MATCH, grade: 'handle' } };
      },
    });
    expect(judged).toEqual([SIGHTING]);
    const { store } = openStore(name);
    expect((await store.finding(ID))?.match.grade).toBe('handle');
  });
});

describe('refused, and nothing is written', () => {
  const moved = (change: (one: Measured) => void): Measured => {
    const other = structuredClone(measured);
    change(other);
    return other;
  };
  const cases: [string, Partial<Keeper>, string][] = [
    ['another tab is in front', { frontWindow: async () => null }, 'other-tab'],
    ['the page does not answer', { askPage: pageSays(null) }, 'page-silent'],
    ['the page answers nonsense', { askPage: pageSays({ rect: 1 }) }, 'page-silent'],
    ['the page answers with a refusal that does not exist', { askPage: pageSays({ refused: 'lazy' }) }, 'page-silent'],
    ['the item is gone', { askPage: pageSays({ refused: 'gone' }) }, 'gone'],
    ['the item is covered', { askPage: pageSays({ refused: 'off-screen' }) }, 'off-screen'],
    ['the item is covered afterwards', { askPage: pageSays(measured, { refused: 'off-screen' }) }, 'off-screen'],
    ['no permission', { takeScreenshot: async () => 'no-permission' }, 'no-permission'],
    ['the picture comes too late', { takeScreenshot: async () => 'too-slow' }, 'too-slow'],
    ['the lists no longer know the person', { judge: async () => null }, 'changed'],
    ['it turns out to be another act', { judge: async () => ({ findingId: findingIdOf(2), match: MATCH }) }, 'changed'],
    ['the disk is full', { append: async () => Promise.reject(new DOMException('penuh', 'QuotaExceededError')) }, 'storage'],
    [
      'the storage has to be repaired first',
      { append: async () => Promise.reject(Object.assign(new Error('x'), { refusal: 'storage-unsound' })) },
      'storage-unsound',
    ],
    [
      'the picture has another shape than the window',
      { pictures: { ...PICTURES, cut: async (png) => ({ bytes: png, width: 640, height: 300 }) } },
      'changed',
    ],
  ];
  const changes: [string, (one: Measured) => void][] = [
    ['scrolled', (one) => Object.assign(one.scroll, { y: 901 })],
    ['moved down', (one) => Object.assign(one.rect, { y: 31 })],
    ['moved aside', (one) => Object.assign(one.rect, { x: 19 })],
    ['grown', (one) => Object.assign(one.rect, { height: 81 })],
    ['widened', (one) => Object.assign(one.rect, { width: 190 })],
    ['window resized', (one) => Object.assign(one.viewport, { width: 321 })],
    ['window made lower', (one) => Object.assign(one.viewport, { height: 199 })],
    ['gone to another address', (one) => Object.assign(one.page, { url: 'https://www.instagram.com/' })],
    ['text changed', (one) => Object.assign(one.seen.sighting, { text: 'Lain' })],
    ['actor changed', (one) => Object.assign(one.seen.sighting.actor, { handle: 'lain' })],
    ['not a number', (one) => Object.assign(one.rect, { y: Number.NaN })],
  ];
  test.each([
    ...cases,
    ...changes.map(([what, change]): (typeof cases)[0] => [
      `meanwhile: ${what}`,
      // Asked four times: a page that was just settling gets a second try.
      { askPage: pageSays(measured, moved(change), measured, moved(change)) },
      what === 'not a number' ? 'page-silent' : 'changed',
    ]),
  ])('%s', async (_what, given, refused) => {
    expect(await capture(given)).toEqual({ refused });
    expect(await expectSound(name)).toEqual([]);
    // The marks were hidden by the first question; the second shows them again.
    if (calls.includes('measure')) expect(calls.at(-1)).toBe('measure-again');
  });

  test('the tab goes to the back while the picture is taken', async () => {
    let asked = 0;
    expect(await capture({ frontWindow: async () => (asked++ === 0 ? 5 : null) })).toEqual({ refused: 'other-tab' });
    expect(await expectSound(name)).toEqual([]);
  });
  test('a page that hangs does not hold up the next capture for ever', async () => {
    vi.useFakeTimers();
    try {
      const answer = capture({ askPage: () => new Promise(() => undefined) });
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await answer).toEqual({ refused: 'page-silent' });
    } finally {
      vi.useRealTimers();
    }
  });
  test('a finding that this tab does not show', async () => {
    expect(await capture({}, { ...state, findings: [] })).toEqual({ refused: 'gone' });
    expect(calls).toEqual([]);
  });
  test('half a pixel is no movement', async () => {
    expect(
      await capture({
        askPage: pageSays(
          measured,
          moved((one) => Object.assign(one.rect, { y: 30.4 })),
        ),
      }),
    ).toEqual({ seq: 1 });
  });
  test('a page that settles is tried once more', async () => {
    const restless = moved((one) => Object.assign(one.rect, { y: 40 }));
    expect(await capture({ askPage: pageSays(measured, restless, restless, restless) })).toEqual({ seq: 1 });
    expect(calls.filter((one) => one === 'picture')).toHaveLength(2);
  });
});

describe('a decision', () => {
  test('on a finding without evidence is refused', async () => {
    expect(await keepDecision(keeper(), ID, 'confirmed', '')).toEqual({ refused: 'not-kept' });
    expect(await expectSound(name)).toEqual([]);
  });
  test('never replaces an earlier one: each is a record of its own', async () => {
    await capture();
    await keepDecision(keeper(), ID, 'confirmed', '');
    await keepDecision(keeper(), ID, 'set-aside', 'akun bukan milik yang bersangkutan');
    const log = await expectSound(name);
    expect(log.map((one) => expectRecord(one).type)).toEqual(['genesis', 'capture', 'decision', 'decision']);
    expect(await openStore(name).store.finding(ID)).toMatchObject({ status: 'set-aside', captures: [1] });
  });
  test('that cannot be written is refused', async () => {
    await capture();
    const full = keeper({ append: async () => Promise.reject(new Error('penuh')) });
    expect(await keepDecision(full, ID, 'confirmed', '')).toEqual({ refused: 'storage' });
    expect(await openStore(name).store.finding(ID)).toMatchObject({ status: 'captured' });
  });
});

describe('the day on which it became known', () => {
  test('is appended, changes nothing of the finding, and every statement stays', async () => {
    await capture();
    const before = await openStore(name).store.finding(ID);
    expect(await keepKnown(keeper(), ID, '2026-11-20', 'Dari warga')).toEqual({ seq: 2 });
    expect(await keepKnown(keeper(), ID, '2026-11-19', '')).toEqual({ seq: 3 });
    const log = await expectSound(name);
    expect(log.map((one) => expectRecord(one)).flatMap((one) => (one.type === 'known' ? [one.body.knownOn] : []))).toEqual([
      '2026-11-20',
      '2026-11-19',
    ]);
    expect(await openStore(name).store.finding(ID)).toEqual(before);
  });
  test('is refused of what is not kept, of a day that is none, and where it cannot be written', async () => {
    expect(await keepKnown(keeper(), ID, '2026-11-20', '')).toEqual({ refused: 'not-kept' });
    await capture();
    expect(await keepKnown(keeper(), ID, '2026-02-30', '')).toEqual({ refused: 'storage' });
    const full = keeper({ append: async () => Promise.reject(new Error('penuh')) });
    expect(await keepKnown(full, ID, '2026-11-20', '')).toEqual({ refused: 'storage' });
  });
});

describe('a handover', () => {
  const handover = { type: 'handover' as const, bundleId: '0198f3c0-1234-7000-8000-00000000abcd', findingIds: [ID] };

  test('of what is not kept any more is refused, and nothing is written', async () => {
    await capture();
    const findingIds = [ID, findingIdOf(2)];
    expect(await keepHandover(keeper(), { ...handover, findingIds })).toEqual({ refused: 'not-kept' });
    expect(await expectSound(name)).toHaveLength(2);
    expect(await keepHandover(keeper(), handover)).toEqual({ seq: 2 });
  });
  test.each(['disk-full', 'storage-stopped', 'restoring', 'locked'] as const)('that cannot be written says why: %s', async (refusal) => {
    await capture();
    const append = async () => Promise.reject(Object.assign(new Error(refusal), { refusal }));
    expect(await keepHandover(keeper({ append }), handover)).toEqual({ refused: refusal });
    const finding = append;
    expect(await keepHandover(keeper({ finding }), handover)).toEqual({ refused: refusal });
    expect(await keepDecision(keeper({ finding }), ID, 'confirmed', '')).toEqual({ refused: refusal });
    expect(await keepKnown(keeper({ finding }), ID, '2026-11-20', '')).toEqual({ refused: refusal });
  });
});

describe('from CSS pixels to the picture’s', () => {
  test.each([
    [{ x: 10, y: 20, width: 30, height: 40 }, 1, { x: 8, y: 18, width: 34, height: 44 }],
    [{ x: 10.4, y: 20.4, width: 30.2, height: 40.2 }, 2, { x: 18, y: 38, width: 66, height: 62 }],
    [{ x: 0, y: 0, width: 100, height: 100 }, 1, { x: 0, y: 0, width: 100, height: 100 }],
    [{ x: -50, y: -50, width: 80, height: 80 }, 1, { x: 0, y: 0, width: 32, height: 32 }],
    [{ x: 90, y: 90, width: 80, height: 80 }, 1, { x: 88, y: 88, width: 12, height: 12 }],
  ])('%j times %d', (rect, scale, expected) => {
    expect(toImageRect(rect, { x: scale, y: scale }, { width: 100, height: 100 })).toEqual(expected);
  });

  test('whole pixels, inside the picture, and never less than what is visible of the item', () => {
    const place = fc.double({ min: -3000, max: 3000, noNaN: true });
    const size = fc.double({ min: 0, max: 4000, noNaN: true });
    const scale = fc.constantFrom(1, 1.1, 1.25, 1.5, 2, 2.625, 3);
    fc.assert(
      fc.property(place, place, size, size, scale, (x, y, width, height, ratio) => {
        const image = { width: Math.round(1280 * ratio), height: Math.round(720 * ratio) };
        const real = { x: image.width / 1280, y: image.height / 720 };
        const cut = toImageRect({ x, y, width, height }, real, image);
        for (const value of Object.values(cut)) expect(Number.isInteger(value)).toBe(true);
        expect(cut.x).toBeGreaterThanOrEqual(0);
        expect(cut.y).toBeGreaterThanOrEqual(0);
        expect(cut.width).toBeGreaterThan(0);
        expect(cut.height).toBeGreaterThan(0);
        expect(cut.x + cut.width).toBeLessThanOrEqual(image.width);
        expect(cut.y + cut.height).toBeLessThanOrEqual(image.height);
        const [left, right] = [Math.max(0, x * real.x), Math.min(image.width, (x + width) * real.x)];
        if (left >= right) return;
        expect(cut.x).toBeLessThanOrEqual(left);
        expect(cut.x + cut.width).toBeGreaterThanOrEqual(right);
      }),
      { numRuns: 500 },
    );
  });
});
