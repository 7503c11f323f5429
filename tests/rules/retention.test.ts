import { describe, expect, test } from 'vitest';
import { retentionDaysSchema } from '../../src/model/retention.ts';
import { PERIODS } from '../../src/rules/data/retention.ts';
import { type Life, retentionOf, SHIPPED_DAYS } from '../../src/rules/retention.ts';

const DAYS = { 'handed-over': 100, 'set-aside': 10, 'last-word': 50 };
const life = (given: Partial<Life> = {}): Life => ({
  handedOverAt: null,
  setAsideAt: null,
  lastWordAt: '2026-01-01T03:00:00.000Z',
  holds: [],
  ...given,
});
const told = (given: Partial<Life>, now: string, days = DAYS) => retentionOf(life(given), days, now, 'Asia/Jakarta');

test('without a handover or a setting aside the last word counts, to the day in the area’s zone', () => {
  expect(told({}, '2026-02-20T10:00:00Z')).toMatchObject({
    start: 'last-word',
    startsOn: '2026-01-01',
    lastDay: '2026-02-20',
    daysLeft: 0,
    state: 'kept',
  });
  // 17.00 UTC is the next day in Jakarta.
  expect(told({}, '2026-02-20T17:00:00Z')).toMatchObject({ daysLeft: -1, state: 'due' });
  expect(told({ lastWordAt: '2026-01-01T17:00:00Z' }, '2026-02-20T10:00:00Z').startsOn).toBe('2026-01-02');
});

test('what was handed over and set aside is kept for the longer of the two', () => {
  const both = { handedOverAt: '2026-01-05T03:00:00Z', setAsideAt: '2026-03-01T03:00:00Z' };
  expect(told(both, '2026-03-20T03:00:00Z')).toMatchObject({ start: 'handed-over', lastDay: '2026-04-15', state: 'kept' });
  expect(told({ ...both, setAsideAt: '2026-04-10T03:00:00Z' }, '2026-04-18T03:00:00Z')).toMatchObject({
    start: 'set-aside',
    lastDay: '2026-04-20',
  });
  expect(told({ setAsideAt: '2026-01-02T03:00:00Z' }, '2026-01-13T03:00:00Z')).toMatchObject({
    start: 'set-aside',
    lastDay: '2026-01-12',
    state: 'due',
  });
});

describe('a hold', () => {
  test('stops the days while it is on, however long', () => {
    const held = { holds: [{ from: '2026-01-11T03:00:00Z', to: null }] };
    expect(told(held, '2030-01-01T03:00:00Z')).toMatchObject({ state: 'held', daysLeft: 40 });
  });

  test('gives its days back once it is lifted', () => {
    const lifted = { holds: [{ from: '2026-01-11T03:00:00Z', to: '2026-01-31T03:00:00Z' }] };
    expect(told(lifted, '2026-02-25T03:00:00Z')).toMatchObject({ state: 'kept', lastDay: '2026-03-12' });
    expect(told(lifted, '2026-03-13T03:00:00Z')).toMatchObject({ state: 'due' });
  });

  test('counts only from the start on, and the last one tells whether it is on', () => {
    const holds = [
      { from: '2025-06-01T03:00:00Z', to: '2025-07-01T03:00:00Z' },
      { from: '2025-12-22T03:00:00Z', to: '2026-01-06T03:00:00Z' },
    ];
    expect(told({ holds }, '2026-01-07T03:00:00Z')).toMatchObject({ lastDay: '2026-02-25', state: 'kept' });
  });
});

test('the shipped periods say where they are from, and that nobody confirmed them; own ones rest on nothing', () => {
  for (const period of Object.values(PERIODS)) {
    expect(period.confirmed).toBe(false);
    expect(period.sources.length).toBeGreaterThan(0);
  }
  expect(told({}, '2026-01-02T03:00:00Z', SHIPPED_DAYS).rests).toBe(PERIODS['last-word']);
  expect(told({}, '2026-01-02T03:00:00Z').rests).toBeNull();
});

test('a period is whole days, at least one', () => {
  const ok = (days: unknown) => retentionDaysSchema.safeParse(days).success;
  expect(ok(DAYS)).toBe(true);
  for (const bad of [0, -1, 1.5, 3651, '10', null]) expect(ok({ ...DAYS, 'set-aside': bad })).toBe(false);
});

test('a clock that jumps never makes a period shorter: before its start all of it is still to come, and only past its end is it over', () => {
  for (const [now, daysLeft, state] of [
    ['2025-12-31T10:00:00Z', 51, 'kept'],
    ['2016-01-01T10:00:00Z', 50 + 3653, 'kept'],
    ['2036-01-01T10:00:00Z', 50 - 3652, 'due'],
  ] as const)
    expect(told({}, now)).toMatchObject({ startsOn: '2026-01-01', lastDay: '2026-02-20', daysLeft, state });
  // A hold whose end was written by a clock that had been put back takes nothing away.
  const holds = [{ from: '2026-01-11T03:00:00Z', to: '2026-01-05T03:00:00Z' }];
  expect(told({ holds }, '2026-01-12T03:00:00Z')).toMatchObject({ lastDay: '2026-02-20', state: 'kept' });
});
