import { expect, test } from 'vitest';
import { twoTimes } from '../../src/ui/review/stated-times.ts';
import { match } from './sample.ts';

const eyes = (page: string | null, wire: string | null | undefined) => ({
  page: match({ at: page }).sighting,
  wire: wire === undefined ? null : match({ at: wire, source: 'wire' }).sighting,
});

test('two exact times that disagree are both given; whatever lies within one second is one time', () => {
  const [early, late] = ['2026-11-22T01:00:00.000Z', '2026-11-22T02:00:00.000Z'];
  expect(twoTimes(eyes(early, late))).toEqual({ page: early, wire: late });
  expect(twoTimes(eyes(early, '2026-11-22T01:00:00.900Z'))).toBeNull();
  expect(twoTimes(eyes(early, '2026-11-22T01:00:01.000Z'))).not.toBeNull();
  expect(twoTimes(eyes(early, null))).toBeNull();
  expect(twoTimes(eyes(null, late))).toBeNull();
  expect(twoTimes(eyes(early, undefined))).toBeNull();
});
