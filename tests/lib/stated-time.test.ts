import { expect, test } from 'vitest';
import { isoOfSeconds, isoOfWritten } from '../../src/lib/stated-time.ts';

test('seconds, as a number or as digits', () => {
  expect(isoOfSeconds(1763640175)).toBe('2025-11-20T12:02:55.000Z');
  expect(isoOfSeconds('1763640175')).toBe('2025-11-20T12:02:55.000Z');
});

test.each([null, undefined, '', 'tadi', 0, -5, 1763640175000, Number.NaN, '2 jam'])('%j is no time in seconds', (value) =>
  expect(isoOfSeconds(value)).toBeNull(),
);

test('a written time is exact only with its zone', () => {
  expect(isoOfWritten('2025-11-20T20:02:55+08:00')).toBe('2025-11-20T12:02:55.000Z');
  for (const value of [null, '', '2025-11-20', '2025-11-20T12:02:55', '2025-13-40T12:02:55Z', '2 jam'])
    expect(isoOfWritten(value)).toBeNull();
});
