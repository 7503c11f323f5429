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
  const lost: Element[] = [];
  const memory = wireMemory();
  const acts = keepActs(
    memory,
    async (seen) => {
      asked.push(seen);
      return judge(seen);
    },
    (_item, flag) => flagged.push(flag.findingId),
    (item) => lost.push(item),
    life.signal,
  );
  return { acts, asked, flagged, lost, memory, life, item: () => document.createElement('p') };
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
  test('what it says of an act that the page alone names whole is judged as well', async () => {
    const { acts, asked, memory, item } = watching();
    const whole = comment('1', { actor: account({ id: '55', handle: 'dewi' }) });
    acts.take(item(), [whole]);
    await turn();
    memory.add({ ...whole, source: 'wire', actor: account({ id: '66', handle: 'dewi' }) });
    acts.pair();
    await turn();
    expect(asked.flat().map(({ agreement }) => agreement.find(({ field }) => field === 'actor')?.state)).toEqual(['page-only', 'differs']);
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

describe('elements that left the page', () => {
  const whole = (id: string) => comment(id, { actor: account({ id: '55', handle: 'dewi' }) });
  /** One that left and one that stayed, both flagged, with nothing left that an answer could take back. */
  async function leaving() {
    const all = watching();
    const gone = all.item();
    const stays = all.item();
    stays.ownerDocument.body.append(gone, stays);
    for (const id of ['1', '2']) all.memory.add({ ...whole(id), source: 'wire' });
    all.acts.take(gone, [whole('1')]);
    all.acts.take(stays, [whole('2')]);
    await turn();
    return { ...all, gone, stays };
  }
  const left = ({ acts }: Pick<ReturnType<typeof watching>, 'acts'>) => [...acts.all()].map(({ seen }) => seen.sighting.item.id);

  test('are let go after a while, with their mark, and read anew if they ever come back', async () => {
    const page = await leaving();
    const { acts, asked, lost, gone, stays } = page;
    gone.remove();
    acts.tidy(1000);
    acts.tidy(10_999);
    expect([left(page), lost]).toEqual([['1', '2'], []]);
    acts.tidy(11_000);
    expect([left(page), lost]).toEqual([['2'], [gone]]);
    expect(acts.counts()).toMatchObject({ found: 2, read: 2 });
    stays.before(gone);
    acts.take(gone, [whole('1')]);
    await turn();
    expect(acts.ofFinding('finding of 1')).toHaveLength(1);
    expect(asked.flat().map((seen) => seen.sighting.item.id)).toEqual(['1', '2', '1']);
    expect(acts.counts()).toMatchObject({ found: 2, read: 2 });
  });
  test('what stands in the page is never let go, however long', async () => {
    const page = await leaving();
    for (const now of [0, 20_000, 4_000_000]) page.acts.tidy(now);
    expect([left(page), page.lost]).toEqual([['1', '2'], []]);
  });
  test('one that was only moved stays: the time away counts anew each time', async () => {
    const page = await leaving();
    const { acts, gone, stays } = page;
    gone.remove();
    acts.tidy(0);
    stays.after(gone);
    acts.tidy(9000);
    gone.remove();
    acts.tidy(12_000);
    acts.tidy(21_999);
    expect(left(page)).toEqual(['1', '2']);
    acts.tidy(22_000);
    expect(left(page)).toEqual(['2']);
  });
  test('a finding that an answer may still take back stays until it is taken back', async () => {
    const page = watching(async (seen) => ({
      ready: true,
      flags: seen.filter(({ sighting: { actor } }) => actor.handle === 'dewi' && actor.id !== '66').map(toFlag),
    }));
    const { acts, memory, lost, item } = page;
    const gone = item();
    const unknown = item();
    acts.take(gone, [comment('1')]);
    acts.take(unknown, [comment('2', { actor: account({ handle: 'wati' }) })]);
    await turn();
    acts.tidy(0);
    acts.tidy(60_000);
    // Nobody's act is let go.
    expect(left(page)).toEqual(['1']);
    memory.add({ ...comment('1'), source: 'wire', actor: account({ id: '66', handle: 'dewi' }) });
    acts.pair();
    await turn();
    expect([acts.findings(() => true), lost]).toEqual([[], [gone]]);
    acts.tidy(60_001);
    expect(left(page)).toEqual([]);
  });
  test('one that nobody has answered about yet is waited for', async () => {
    let isThere = false;
    const page = watching(async (seen) => {
      if (!isThere) throw new Error('no receiver');
      return { ready: true, flags: seen.map(toFlag) };
    });
    page.acts.take(page.item(), [comment('1')]);
    await turn();
    page.acts.tidy(0);
    page.acts.tidy(60_000);
    isThere = true;
    page.acts.resume();
    await turn();
    expect(page.acts.findings(() => true)).toEqual(['finding of 1']);
  });
});
