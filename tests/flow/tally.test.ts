import { expect, test } from 'vitest';
import { keepTallies, toGrowth } from '../../src/flow/tally.ts';
import type { Health } from '../../src/model/messages.ts';
import { type Tallies, talliesSchema } from '../../src/model/tally.ts';

const health = (given: Partial<Health> = {}): Health => ({ state: 'reading', found: 0, read: 0, unreadable: {}, dropped: 0, ...given });

function open(kept: Tallies = {}, day = '2026-11-22') {
  let saved = kept;
  let writes = 0;
  const tallies = keepTallies(
    async () => structuredClone(saved),
    async (next) => {
      writes++;
      saved = talliesSchema.parse(next);
    },
    () => day,
  );
  return { tallies, saved: () => saved, writes: () => writes };
}

test('reports of growing counts add up to the last one, by day and site, in one write', async () => {
  const { tallies, saved, writes } = open();
  const reports = [health(), health({ found: 3, read: 2, unreadable: { author: 1 } }), health({ found: 5, read: 5 })];
  reports.slice(1).forEach((after, at) => void tallies.count('x', reports[at] as Health, after));
  tallies.count('tiktok', health(), health({ found: 1, read: 1, wire: { found: 20, read: 19, unreadable: { id: 1 } } }));
  await tallies.settled();
  expect(saved().x?.['2026-11-22']?.page).toEqual({ found: 5, read: 5, unreadable: {} });
  expect(saved().tiktok?.['2026-11-22']?.wire).toEqual({ found: 20, read: 19, unreadable: { id: 1 } });
  expect(writes()).toBe(1);
});

test('a page that turns blind counts once, however long it stays so', async () => {
  const { tallies, saved } = open();
  const blind = health({ state: 'blind', missed: 'wire' });
  tallies.count('x', health({ state: 'nothing' }), blind);
  tallies.count('x', blind, blind);
  await tallies.settled();
  expect(saved().x?.['2026-11-22']?.blind).toBe(1);
  expect(toGrowth(blind, blind)).toBeNull();
});

test('thirty days are kept, and no count falls below nothing', async () => {
  const day = { page: { found: 1, read: 1, unreadable: {} }, wire: { found: 0, read: 0, unreadable: {} }, blind: 0 };
  const { tallies, saved } = open({ x: { '2026-10-23': day, '2026-10-24': day, '2026-11-22': day } });
  tallies.count('x', health({ found: 9, read: 9 }), health({ found: 1, read: 1 }));
  await tallies.settled();
  expect(Object.keys(saved().x ?? {})).toEqual(['2026-10-24', '2026-11-22']);
  expect(saved().x?.['2026-11-22']?.page).toEqual({ found: 0, read: 0, unreadable: {} });
});

test('a storage that fails holds nothing up', async () => {
  const fails = () => Promise.reject(new Error('full'));
  const tallies = keepTallies(fails, fails, () => '2026-11-22');
  tallies.count('x', health(), health({ found: 1, read: 1 }));
  await expect(tallies.settled()).resolves.toBeUndefined();
});
