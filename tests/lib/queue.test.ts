import { describe, expect, test } from 'vitest';
import { workQueue } from '../../src/lib/queue.ts';

const idle = () => new Promise((done) => setTimeout(done, 30));
/** Keeps the processor busy, as reading an item does. */
const busy = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

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

  test('gives way to the page between slices', async () => {
    let turns = 0;
    const seen: number[] = [];
    const queue = workQueue<number>(
      () => {
        busy(5);
        seen.push(turns);
      },
      100,
      new AbortController().signal,
    );
    const timer = setInterval(() => turns++, 0);
    for (let one = 0; one < 12; one++) queue.add(one);
    await new Promise((done) => setTimeout(done, 200));
    clearInterval(timer);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBeGreaterThan(2);
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
