import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { keepActs } from '../../src/flow/acts.ts';
import { type Desk, serve } from '../../src/flow/serve.ts';
import { wireMemory } from '../../src/flow/wire-memory.ts';
import type { Flag, Seen, TabState } from '../../src/model/messages.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { account, guardedRow, sighting, target, watchedRow } from '../match/sample.ts';

/** All that was put off until now is done: nothing here waits for more than promises. */
const turn = () => new Promise((done) => setImmediate(done));
const comment = (handle: string, itemId: string, id: string | null = null): Sighting =>
  sighting({
    platform: 'youtube',
    actor: account({ id, handle }),
    item: { id: itemId, otherIds: [], url: null },
    post: target({ id: 'Demo1234567', author: account({ handle: 'paslon' }) }),
  });

/** Flags whoever bears this handle, unless the account's number is another than the registry's. */
const isFlagged = ({ actor }: Sighting) => actor.handle === 'dewi' && (actor.id === null || actor.id === 'UCdewi');
const toFlag = ({ key, sighting: { actor } }: Seen): Flag => ({
  key,
  findingId: (actor.id === null ? 'a' : 'b').repeat(64),
  grade: 'id',
  reasons: [],
});

function watching() {
  const { document } = new JSDOM('<p></p><p></p>').window;
  const [first, second] = document.querySelectorAll('p') as unknown as [Element, Element];
  const marked = new Set<Element>();
  const memory = wireMemory();
  const acts = keepActs(
    memory,
    async (seen) => ({ ready: true, flags: seen.filter((one) => isFlagged(one.sighting)).map(toFlag) }),
    (item) => marked.add(item),
    (item) => marked.delete(item),
    new AbortController().signal,
  );
  return { first, second, marked, memory, acts };
}

describe('an element that is used again for somebody else', () => {
  test('loses its mark at once; the mark goes where the act went', async () => {
    const { first, second, marked, acts } = watching();
    acts.take(first, [comment('dewi', 'c1')]);
    acts.take(second, [comment('wati', 'c2')]);
    await turn();
    expect([...marked]).toEqual([first]);
    acts.take(first, [comment('wati', 'c2')]);
    expect([...marked]).toEqual([]);
    acts.take(second, [comment('dewi', 'c1')]);
    await turn();
    expect([...marked]).toEqual([second]);
  });
  test('keeps its mark when it is read again and says the same', async () => {
    const { first, marked, acts } = watching();
    acts.take(first, [comment('dewi', 'c1')]);
    await turn();
    acts.take(first, [comment('dewi', 'c1')]);
    expect([...marked]).toEqual([first]);
  });
});

describe('a handle that has changed hands', () => {
  test('the mark goes when the wire names another account', async () => {
    const { first, marked, memory, acts } = watching();
    acts.take(first, [comment('dewi', 'c1')]);
    await turn();
    memory.add({ ...comment('dewi', 'c1', 'UCsomebodyelse'), source: 'wire' });
    acts.pair();
    await turn();
    expect([...marked]).toEqual([]);
    expect(acts.findings(() => true)).toEqual([]);
  });
  test('the mark stays when the wire names the same account', async () => {
    const { first, marked, memory, acts } = watching();
    acts.take(first, [comment('dewi', 'c1')]);
    await turn();
    memory.add({ ...comment('dewi', 'c1', 'UCdewi'), source: 'wire' });
    acts.pair();
    await turn();
    expect([...marked]).toEqual([first]);
    expect(acts.findings(() => true)).toEqual(['b'.repeat(64)]);
  });
  test('the panel no longer lists it, unless evidence was kept', async () => {
    const states = new Map<number, TabState>();
    const desk = {
      keeper: { finding: async () => null, now: () => new Date(0) },
      ready: () => true,
      whenReady: async () => true,
      judge: async (one: Sighting) =>
        isFlagged(one)
          ? {
              findingId: 'a'.repeat(64),
              match: {
                sighting: one,
                guarded: guardedRow({ platform: 'youtube', handle: 'dewi' }),
                grade: 'handle',
                reasons: [{ kind: 'author', watched: watchedRow({ platform: 'youtube', handle: 'paslon' }), grade: 'handle' }],
                onBothLists: false,
              },
            }
          : null,
      platformOf: () => 'youtube',
      loadState: async (tab: number) => states.get(tab) ?? null,
      saveState: async (tab: number, state: TabState) => void states.set(tab, state),
      showBadge: async () => undefined,
    } as unknown as Desk;
    const { fromPage } = serve(desk);
    const sender = { tabId: 1, url: new URL('https://www.youtube.com/watch?v=Demo1234567') };
    const judge = (one: Sighting, wire: Sighting | null) =>
      fromPage({ type: 'judge', seen: [{ key: 0, sighting: one, eyes: { page: one, wire }, agreement: [] }] }, sender);
    const other = comment('dewi', 'c1', 'UCsomebodyelse');
    await judge(comment('dewi', 'c1'), null);
    expect(states.get(1)?.findings).toHaveLength(1);
    // Somebody else's act says nothing of this one.
    await judge(comment('wati', 'c2', 'UCwati'), comment('wati', 'c2', 'UCwati'));
    expect(states.get(1)?.findings).toHaveLength(1);
    await judge(other, other);
    expect(states.get(1)?.findings).toEqual([]);
    // The same where the number was told by another answer than the act's own.
    await judge(comment('dewi', 'c1'), null);
    expect(states.get(1)?.findings).toHaveLength(1);
    const agreement = [{ field: 'actor' as const, state: 'page-only' as const, idFrom: 'other-answer' as const }];
    await fromPage(
      { type: 'judge', seen: [{ key: 0, sighting: other, eyes: { page: comment('dewi', 'c1'), wire: null }, agreement }] },
      sender,
    );
    expect(states.get(1)?.findings).toEqual([]);
  });
});
