// General knowledge is not counted as a source beside the words that say it is none.
import { expect, test } from 'vitest';
import { citedIn } from '../../src/model/cited.ts';
import { PERIODS } from '../../src/rules/data/retention.ts';
import { GENERAL, PDP_END } from '../../src/rules/data/sources.ts';
import { certaintyKey } from '../../src/ui/parts/cited.ts';

test('what nobody opened a text for has no source, and says so', () => {
  const entry = { sources: [GENERAL], certainty: 'general' as const };
  expect([citedIn(entry.sources), certaintyKey(entry)]).toEqual([[], 'certainty.general']);
  expect(certaintyKey({ sources: [GENERAL] })).toBe('certainty.general');
});

test('what rests on a source in part says so, and counts that source alone', () => {
  for (const period of Object.values(PERIODS)) {
    expect(citedIn(period.sources)).toEqual([PDP_END]);
    expect(certaintyKey(period)).toBe('rules.partlyGeneral');
  }
});

test('what has its sources is as certain as it says', () => {
  expect(certaintyKey({ sources: [PDP_END], certainty: 'reported' })).toBe('certainty.reported');
  expect(certaintyKey({ sources: [PDP_END] })).toBeNull();
});
