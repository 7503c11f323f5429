import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { keepActs } from '../../src/flow/acts.ts';
import { wireMemory } from '../../src/flow/wire-memory.ts';
import type { Flag, Seen } from '../../src/model/messages.ts';
import type { Reading, Sighting } from '../../src/model/sighting.ts';
import { account, sighting, target } from '../match/sample.ts';

/** All that was put off until now is done: nothing here waits for more than promises. */
const turn = () => new Promise((done) => setImmediate(done));
const comment = (id: string, given: Partial<Sighting> = {}): Sighting =>
  sighting({
    actor: account({ handle: 'dewi' }),
    item: { id, otherIds: [], url: null },
    post: target({ id: 'p' }),
    text: `kata ${id}`,
    ...given,
  });
const unreadable = (...missing: string[]): Reading => ({
  kind: 'unreadable',
  platform: 'facebook',
  source: 'page',
  looksLike: 'comment',
  missing,
  item: { id: null, url: null },
});
type Answer = { ready: boolean; flags: readonly Flag[] } | { error: string };
const toFlag = ({ key, sighting: one }: Seen): Flag => ({ key, findingId: `finding of ${one.item.id}`, grade: 'id', reasons: [] });

function watching(judge: (seen: Seen[]) => Promise<Answer> = async (seen) => ({ ready: true, flags: seen.map(toFlag) })) {
  const { document } = new JSDOM('').window;
  const life = new AbortController();
  const asked: Seen[][] = [];
  const flagged: string[] = [];
  const memory = wireMemory();
  const acts = keepActs(
    memory,
    async (seen) => {
      asked.push(seen);
      return judge(seen);
    },
    (_item, flag) => flagged.push(flag.findingId),
    () => undefined,
    life.signal,
  );
  return { acts, asked, flagged, memory, life, item: () => document.createElement('p') };
}

describe('each act is judged once', () => {
  test('however often its item is read', async () => {
    const { acts, asked, flagged, item } = watching();
    const here = item();
    for (let n = 0; n < 3; n++) acts.take(here, [comment('1'), comment('2')]);
    await turn();
    acts.take(here, [comment('1'), comment('2')]);
    await turn();
    expect(asked.map((seen) => seen.length)).toEqual([2]);
    expect(flagged).toEqual(['finding of 1', 'finding of 2']);
    expect(acts.findings(() => true)).toEqual(['finding of 1', 'finding of 2']);
    expect(acts.findings(() => false)).toEqual([]);
  });
  test('anew when its words change, and by the new words only', async () => {
    const { acts, asked, item } = watching();
    const here = item();
    acts.take(here, [comment('1')]);
    await turn();
    acts.take(here, [comment('1', { text: 'disunting' })]);
    await turn();
    expect(asked.flat().map((seen) => seen.sighting.text)).toEqual(['kata 1', 'disunting']);
    expect(acts.ofFinding('finding of 1').map((act) => act.seen.sighting.text)).toEqual(['disunting']);
  });
  test('an actor without id and handle is counted, and never asked about', async () => {
    const { acts, asked, item } = watching();
    acts.take(item(), [comment('1', { actor: account({ name: 'Dewi' }) })]);
    await turn();
    expect(asked).toEqual([]);
    expect(acts.counts()).toMatchObject({ found: 1, read: 1 });
  });
  test('at most a hundred at a time', async () => {
    const { acts, asked, item } = watching();
    for (let n = 0; n < 250; n++) acts.take(item(), [comment(String(n))]);
    await turn();
    expect(asked.map((seen) => seen.length)).toEqual([100, 100, 50]);
  });
});

describe('the other eye', () => {
  test('what it says later is judged again; both eyes are kept as they were', async () => {
    const { acts, asked, memory, item } = watching();
    acts.take(item(), [comment('1')]);
    await turn();
    memory.add({ ...comment('1'), source: 'wire', actor: account({ id: '55', handle: 'dewi' }) });
    acts.pair();
    acts.pair();
    await turn();
    expect(asked.map((seen) => seen.length)).toEqual([1, 1]);
    const [seen] = asked[1] ?? [];
    expect([seen?.sighting.actor.id, seen?.eyes.page.actor.id, seen?.eyes.wire?.actor.id]).toEqual(['55', null, '55']);
    expect(seen?.agreement.find(({ field }) => field === 'actor')?.state).toBe('same');
  });
  test('an item read again at the moment of the picture has to say the same', async () => {
    const { acts, item } = watching();
    acts.take(item(), [comment('1')]);
    await turn();
    const [act] = acts.ofFinding('finding of 1');
    if (act === undefined) throw new Error('no act');
    expect(acts.reread(act, [unreadable('x'), comment('2'), comment('1')])?.eyes.page.item.id).toBe('1');
    expect(acts.reread(act, [comment('2')])).toBeNull();
    expect(acts.reread(act, [comment('1', { text: 'lain' })])).toBeNull();
    expect(acts.reread(act, [comment('1', { actor: account({ handle: 'wati' }) })])).toBeNull();
    expect(acts.reread(act, [])).toBeNull();
  });
});

describe('a background that is not ready', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  test('asked again until the lists are loaded; nothing is lost', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let isReady = false;
    const { acts, asked, flagged, item } = watching(async (seen) => ({ ready: isReady, flags: isReady ? seen.map(toFlag) : [] }));
    acts.take(item(), [comment('1')]);
    await turn();
    acts.take(item(), [comment('2')]);
    await turn();
    expect([asked.length, flagged]).toEqual([1, []]);
    isReady = true;
    await vi.advanceTimersByTimeAsync(499);
    expect(flagged).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(flagged).toEqual(['finding of 1', 'finding of 2']);
  });
  test('not there at all: asked on when told to', async () => {
    let isThere = false;
    const { acts, flagged, item } = watching(async (seen) => {
      if (!isThere) throw new Error('no receiver');
      return { ready: true, flags: seen.map(toFlag) };
    });
    acts.take(item(), [comment('1')]);
    await turn();
    acts.resume();
    await turn();
    isThere = true;
    expect(flagged).toEqual([]);
    acts.resume();
    await turn();
    expect(flagged).toEqual(['finding of 1']);
  });
  test('nothing is asked after the end', async () => {
    const { acts, asked, life, item } = watching();
    acts.take(item(), [comment('1')]);
    life.abort();
    await turn();
    expect(asked).toEqual([]);
  });
  test('one act of a form that it does not take keeps no other from being judged, and is told as unreadable', async () => {
    const bad = new Set(['3', '77', '119']);
    const isBad = ({ sighting: one }: Seen) => bad.has(one.item.id ?? '');
    const { acts, asked, flagged, item } = watching(async (seen) =>
      seen.some(isBad) ? { error: 'schema' } : { ready: true, flags: seen.map(toFlag) },
    );
    for (let n = 0; n < 120; n++) acts.take(item(), [comment(String(n))]);
    await turn();
    await turn();
    expect(flagged).toHaveLength(117);
    expect(new Set(flagged).size).toBe(117);
    expect(acts.counts()).toEqual({ found: 120, read: 117, unreadable: { content: 3 } });
    expect(asked.length).toBeLessThan(60);
    acts.resume();
    await turn();
    expect(flagged).toHaveLength(117);
  });
  test('a background that refuses this page altogether is not asked in a circle', async () => {
    const { acts, asked, item } = watching(async () => ({ error: 'site' }));
    acts.take(item(), [comment('1')]);
    await turn();
    expect(asked).toHaveLength(1);
    acts.resume();
    await turn();
    expect(asked).toHaveLength(2);
    expect(acts.counts()).toMatchObject({ read: 1, unreadable: {} });
  });
});

describe('counts', () => {
  test('of items that become readable, and of unreadable ones that change their reason', () => {
    const { acts, item } = watching();
    const here = item();
    acts.take(here, [unreadable('author')]);
    expect(acts.counts()).toEqual({ found: 1, read: 0, unreadable: { author: 1 } });
    acts.take(here, [unreadable('id')]);
    expect(acts.counts()).toEqual({ found: 1, read: 0, unreadable: { id: 1 } });
    expect(acts.isEmpty(here)).toBe(true);
    acts.take(here, [comment('1')]);
    expect(acts.counts()).toEqual({ found: 1, read: 1, unreadable: {} });
    expect(acts.isEmpty(here)).toBe(false);
  });
  test('one act shown by two elements counts once', () => {
    const { acts, item } = watching();
    acts.take(item(), [comment('1')]);
    acts.take(item(), [comment('1')]);
    expect(acts.counts()).toMatchObject({ found: 1, read: 1 });
  });
  test('a new page counts anew', () => {
    const { acts, item } = watching();
    acts.take(item(), [comment('1'), unreadable('author')]);
    acts.openPage();
    expect(acts.counts()).toEqual({ found: 0, read: 0, unreadable: {} });
  });
});

test('forgetting: everything is judged anew, and answers still under way are not taken for new acts', async () => {
  let release: () => void = () => undefined;
  const { acts, asked, flagged, item } = watching(async (seen) => {
    if (asked.length === 1) await new Promise<void>((done) => (release = done));
    return { ready: true, flags: seen.map(toFlag) };
  });
  const here = item();
  acts.take(here, [comment('1')]);
  await turn();
  acts.forget();
  release();
  await turn();
  expect([flagged, acts.findings(() => true)]).toEqual([[], []]);
  acts.take(here, [comment('1')]);
  await turn();
  expect(flagged).toEqual(['finding of 1']);
});
