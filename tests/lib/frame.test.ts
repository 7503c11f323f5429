import { expect, test } from 'vitest';
import { afterFrame } from '../../src/lib/frame.ts';

/** A window whose frames and tasks come when they are told to. */
function fakeWindow(hasScheduler: boolean) {
  const frames: (() => void)[] = [];
  const timers = new Map<number, { call: () => void; ms: number }>();
  const posted: { call: () => void; priority: string }[] = [];
  let last = 0;
  const window = {
    requestAnimationFrame: (call: () => void) => frames.push(call),
    setTimeout: (call: () => void, ms: number) => {
      timers.set(++last, { call, ms });
      return last;
    },
    clearTimeout: (id: number) => timers.delete(id),
    ...(hasScheduler
      ? { scheduler: { postTask: (call: () => void, { priority }: { priority: string }) => posted.push({ call, priority }) } }
      : {}),
  };
  return { window: window as never, frames, timers, posted };
}

test('behind a frame, before any timer of the page: another change of the page would be laid out in our own task', async () => {
  const { window, frames, timers, posted } = fakeWindow(true);
  const done = afterFrame(window);
  expect(posted).toEqual([]);
  frames[0]?.();
  expect([timers.size, posted.map(({ priority }) => priority)]).toEqual([0, ['user-blocking']]);
  posted[0]?.call();
  await done;
});

test('by a timer where tasks have no priorities', async () => {
  const { window, frames, timers } = fakeWindow(false);
  const done = afterFrame(window);
  frames[0]?.();
  expect([...timers.values()].map(({ ms }) => ms)).toEqual([0]);
  for (const { call } of timers.values()) call();
  await done;
});

test('where no frame comes, it comes all the same', async () => {
  const { window, timers } = fakeWindow(true);
  const done = afterFrame(window);
  expect(timers.size).toBe(1);
  for (const { call } of timers.values()) call();
  await done;
});
