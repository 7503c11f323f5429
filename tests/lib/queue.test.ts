import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { workQueue } from '../../src/lib/queue.ts';

// The clock stands still unless a test moves it: how much is done in one slice must not depend on the machine.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
/** All that the queue has put off. */
const idle = () => vi.runAllTimersAsync();

describe('work in small slices', () => {
  test('in order, each once, and never inside the call that adds', async () => {
    const done: number[] = [];
    const queue = workQueue<number>((one) => done.push(one), 100, new AbortController().signal);
    for (const one of [1, 2, 3, 2, 1]) queue.add(one);
    expect(done).toEqual([]);
    await idle();
    expect(done).toEqual([1, 2, 3]);
    expect([queue.size(), queue.dropped()]).toEqual([0, 0]);
  });

  test('starts after a rest when it is told to', async () => {
    const done: number[] = [];
    let begin: () => void = () => undefined;
    const begun = () => new Promise<void>((resolve) => (begin = resolve));
    const queue = workQueue<number>((one) => done.push(one), 100, new AbortController().signal, undefined, undefined, begun);
    queue.add(1);
    await idle();
    expect(done).toEqual([]);
    begin();
    await idle();
    expect(done).toEqual([1]);
  });

  test('an item may come again once it was worked off', async () => {
    const done: number[] = [];
    const queue = workQueue<number>((one) => done.push(one), 100, new AbortController().signal);
    queue.add(1);
    await idle();
    queue.add(1);
    await idle();
    expect(done).toEqual([1, 1]);
  });

  test('what work itself adds is done too', async () => {
    const done: number[] = [];
    const queue = workQueue<number>(
      (one) => {
        done.push(one);
        if (one < 4) queue.add(one + 1);
      },
      100,
      new AbortController().signal,
    );
    queue.add(1);
    await idle();
    expect(done).toEqual([1, 2, 3, 4]);
  });

  test('full: the oldest go, and are counted', async () => {
    const done: number[] = [];
    const queue = workQueue<number>((one) => done.push(one), 3, new AbortController().signal);
    for (let one = 0; one < 10; one++) queue.add(one);
    await idle();
    expect(done).toEqual([7, 8, 9]);
    expect(queue.dropped()).toBe(7);
  });

  test.each([
    ['before five milliseconds are over', undefined, 2, [0, 2, 4, 6, 8]],
    ['later after short items', undefined, 1, [0, 4, 8]],
    ['after each item where that is asked for', 0, 2, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['after each item even where the clock is too coarse to tell how long it took', 0, 0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])('gives way to the page %s', async (_when, sliceMs, each, after) => {
    let done = 0;
    const turns: number[] = [];
    vi.stubGlobal('scheduler', { yield: async () => void turns.push(done) });
    const queue = workQueue<number>(
      () => {
        done++;
        vi.spyOn(performance, 'now').mockReturnValue(each * done);
      },
      100,
      new AbortController().signal,
      undefined,
      sliceMs,
    );
    vi.spyOn(performance, 'now').mockReturnValue(0);
    for (let one = 0; one < 10; one++) queue.add(one);
    await vi.waitUntil(() => done === 10);
    expect(turns).toEqual(after);
  });

  test('begins nothing that, as long as the longest before it, would outlast the slice', async () => {
    const took = [2, 0.5, 0.5, 0.5, 0.5];
    let [now, done] = [0, 0];
    const turns: number[] = [];
    const ends: number[] = [];
    vi.stubGlobal('scheduler', { yield: async () => void turns.push(done) });
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const queue = workQueue<number>(
      (one, until) => {
        now += took[one] ?? 0;
        done++;
        ends.push(until);
      },
      100,
      new AbortController().signal,
    );
    for (const one of took.keys()) queue.add(one);
    await vi.waitUntil(() => done === took.length);
    expect(turns).toEqual([0, 3]);
    expect(ends).toEqual([5, 5, 5, 8, 8]);
  });

  test('ends with the signal', async () => {
    const life = new AbortController();
    const done: number[] = [];
    const queue = workQueue<number>(
      (one) => {
        done.push(one);
        life.abort();
      },
      100,
      life.signal,
    );
    queue.add(1);
    queue.add(2);
    await idle();
    queue.add(3);
    await idle();
    expect(done.length).toBeLessThanOrEqual(2);
    expect(done).not.toContain(3);
  });

  test('work that fails is counted as dropped, and the rest goes on', async () => {
    const done: number[] = [];
    const queue = workQueue<number>(
      (one) => {
        if (one === 2) throw new Error('a page like no other');
        done.push(one);
      },
      100,
      new AbortController().signal,
    );
    for (const one of [1, 2, 3]) queue.add(one);
    await idle();
    queue.add(4);
    await idle();
    expect(done).toEqual([1, 3, 4]);
    expect(queue.dropped()).toBe(1);
  });

  test('tells when there is nothing left', async () => {
    let idles = 0;
    const queue = workQueue<number>(
      () => undefined,
      100,
      new AbortController().signal,
      () => idles++,
    );
    queue.add(1);
    queue.add(2);
    await idle();
    expect(idles).toBe(1);
  });
});
