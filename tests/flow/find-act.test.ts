import { expect, test, vi } from 'vitest';
import type { Act } from '../../src/flow/acts.ts';
import { findAct } from '../../src/flow/find-act.ts';

/** A page whose clock goes on by its frames alone. */
function page(isShown = true) {
  let now = 0;
  const window = {
    performance: { now: () => now },
    setTimeout: (call: () => void) => {
      if (!isShown) call();
      return 0;
    },
    clearTimeout: () => undefined,
    requestAnimationFrame: (call: () => void) => {
      now += 16;
      queueMicrotask(call);
    },
  } as unknown as Window;
  return { window, now: () => now };
}
// What stands on the screen is measured elsewhere.
vi.mock(import('../../src/flow/measure.ts'), async (real) => ({
  ...(await real()),
  isOnScreen: (item) => (item as unknown as { isHere: boolean }).isHere,
}));
const actThat = (isHere: boolean) => ({ item: { isHere } }) as unknown as Act;

test('what is known is given at once, and of several the one on the screen', async () => {
  const { window, now } = page();
  const [above, here] = [actThat(false), actThat(true)];
  const acts = { ofFinding: () => [above, here, above], forgottenAt: () => Number.NEGATIVE_INFINITY };
  expect(await findAct(acts, 'a', window)).toBe(here);
  expect(await findAct({ ...acts, ofFinding: () => [above] }, 'a', window)).toBe(above);
  expect(now()).toBe(0);
});

test('while the page is read anew it is waited for, and no longer', async () => {
  const { window, now } = page();
  const one = actThat(true);
  const acts = { ofFinding: () => (now() < 300 ? [] : [one]), forgottenAt: () => 0 };
  expect(await findAct(acts, 'a', window)).toBe(one);
  expect(now()).toBeLessThan(320);
  expect(await findAct({ ...acts, ofFinding: () => [] }, 'a', window)).toBeUndefined();
  expect(now()).toBeGreaterThanOrEqual(2000);
  expect(now()).toBeLessThan(2020);
});

test('nothing is waited for on a page that was not forgotten, or that is hidden', async () => {
  const { window, now } = page();
  expect(await findAct({ ofFinding: () => [], forgottenAt: () => Number.NEGATIVE_INFINITY }, 'a', window)).toBeUndefined();
  expect(now()).toBe(0);
  const hidden = page(false);
  expect(await findAct({ ofFinding: () => [], forgottenAt: () => 0 }, 'a', hidden.window)).toBeUndefined();
  expect(hidden.now()).toBeLessThan(20);
});
