import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zoneSchema } from '../../src/model/rules.ts';
import { addDays, addWorkingDays, countDays, isWeekend, toDay } from '../../src/rules/days.ts';
import { deadlineOf } from '../../src/rules/deadline.ts';
import { book, noon } from './sample.ts';

const { holidays, calendar } = book();
const of = (day: string, now = day, closed = holidays) => deadlineOf({ statedOn: day }, noon(now), calendar, 'Asia/Jakarta', closed);

// [known on, last day, safe day, last working day]: November 22, 2026 is a Sunday.
test.each([
  ['2026-11-20', '2026-11-27', '2026-11-26', '2026-12-01'], // a Friday: two weekends lie in between
  ['2026-11-22', '2026-11-29', '2026-11-28', '2026-12-01'], // a Sunday: the last calendar day is a Sunday as well
  ['2026-11-23', '2026-11-30', '2026-11-29', '2026-12-02'], // over the end of a month, none of the days is a holiday
  ['2026-12-22', '2026-12-29', '2026-12-28', '2027-01-04'], // Christmas and New Year fall on working days
  ['2026-12-28', '2027-01-04', '2027-01-03', '2027-01-07'], // over the end of a year
  ['2028-02-25', '2028-03-03', '2028-03-02', '2028-03-07'], // a leap year
])('known on %s', (day, last, safe, working) => {
  expect(of(day)).toMatchObject({ knownOn: day, lastDay: last, safeDay: safe, lastWorkingDay: working, daysLeft: 7 });
});

test('holidays that the user adds move the working day and never the hard one', () => {
  const closed = [
    ...holidays,
    ...['2026-11-24', '2026-11-25'].map((day) => ({ day, name: 'Libur daerah', sources: [{ label: 'a', where: 'b' }], confirmed: true })),
  ];
  expect(of('2026-11-20', '2026-11-20', closed)).toMatchObject({ lastDay: '2026-11-27', lastWorkingDay: '2026-12-03' });
});

test('the days that remain, on the last day, and afterwards', () => {
  expect(of('2026-11-20', '2026-11-23').daysLeft).toBe(4);
  expect(of('2026-11-20', '2026-11-27').daysLeft).toBe(0);
  expect(of('2026-11-20', '2026-11-28').daysLeft).toBe(-1);
});

describe('the day on which it became known', () => {
  const kept = '2026-11-22T16:30:00.000Z';
  test('is the area’s own calendar day', () => {
    const known = zoneSchema.options.map((zone) => deadlineOf({ keptAt: kept }, kept, calendar, zone, []).knownOn);
    expect(known).toEqual(['2026-11-22', '2026-11-23', '2026-11-23']);
  });
  test('what is left counts local days as well: one minute before and after midnight', () => {
    const left = (now: string) => deadlineOf({ statedOn: '2026-11-20' }, now, calendar, 'Asia/Jayapura', []).daysLeft;
    expect([left('2026-11-26T14:59:00Z'), left('2026-11-26T15:00:00Z')]).toEqual([1, 0]);
  });
  test('who says so is told', () => {
    expect(deadlineOf({ keptAt: kept }, kept, calendar, 'Asia/Jakarta', []).knownBy).toBe('kept');
    expect(of('2026-11-20').knownBy).toBe('stated');
  });
});

test('which law it rests on follows the election, and is left open without one', () => {
  const rests = (title: string | null) =>
    deadlineOf(
      { statedOn: '2026-11-20' },
      noon('2026-11-20'),
      title === null ? null : { title, election: title as 'pemilu', stages: [] },
      'Asia/Jakarta',
      [],
    ).rests.map(({ say }) => say.id.split(':')[0]);
  expect([rests('pemilu'), rests('pilkada'), rests(null)]).toEqual([['Pemilu'], ['Pilkada'], ['Pemilu', 'Pilkada']]);
});

test('counting days: there and back, weekends only Saturday and Sunday, working days never one of them', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 30 }), (from, count, working) => {
      expect(countDays(from, addDays(from, count))).toBe(count);
      const last = addWorkingDays(from, working, new Set());
      expect(isWeekend(last)).toBe(false);
      expect(Array.from({ length: countDays(from, last) }, (_, at) => addDays(from, at + 1)).filter((one) => !isWeekend(one))).toHaveLength(
        working,
      );
      expect(toDay(`${from}T00:00:00+07:00`, 'Asia/Jakarta')).toBe(from);
      expect(toDay(`${from}T23:59:59+09:00`, 'Asia/Jayapura')).toBe(from);
    }),
  );
});
