import { describe, expect, test } from 'vitest';
import { isRefuted, merge } from '../../src/flow/tab-findings.ts';
import type { TabState } from '../../src/model/messages.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { account, guardedRow, sighting, target, watchedRow } from '../match/sample.ts';

type Found = TabState['findings'][number];
/** A comment that the page shows without a number (TikTok). */
const comment = (given: Partial<Sighting> = {}): Sighting =>
  sighting({ platform: 'tiktok', actor: account({ handle: 'lina' }), post: target({ id: '7' }), text: 'Hadir', ...given });
const found = (name: string, one: Sighting): Found => ({
  findingId: name.repeat(64),
  match: {
    sighting: one,
    guarded: guardedRow({ platform: 'tiktok', handle: 'lina' }),
    grade: 'handle',
    reasons: [{ kind: 'author', watched: watchedRow({ platform: 'tiktok', handle: 'paslon' }), grade: 'handle' }],
    onBothLists: false,
  },
  agreement: [],
  status: 'seen',
  onScreen: true,
  firstSeenAt: '2026-11-22T10:00:00.000Z',
});
const names = (all: readonly Found[]) => all.map(({ findingId }) => findingId[0]).join('');
const firm = { actor: account({ id: '55', handle: 'lina' }) };

describe('an act whose account is known more firmly', () => {
  test('is not shown twice, whether its own number is known by then or not', () => {
    const first = merge([], [found('a', comment())]);
    const second = merge(first, [found('b', comment(firm))]);
    expect(names(second)).toBe('b');
    expect(names(merge(second, [found('c', comment({ ...firm, item: { id: '9', otherIds: [], url: null } }))]))).toBe('c');
  });
  test.each([
    ['other words', comment({ ...firm, text: 'Lanjutkan' })],
    ['another post', comment({ ...firm, post: target({ id: '8' }) })],
    ['another account', comment({ actor: account({ id: '55', handle: 'dewi' }) })],
    ['another act', comment({ ...firm, action: 'quote' })],
    ['an answer below a comment', comment({ ...firm, thread: target({ id: '7' }) })],
  ])('stands beside an act with %s', (_what, other) => {
    expect(names(merge([found('a', comment())], [found('b', other)]))).toBe('ab');
    expect(isRefuted(found('a', comment()), [other])).toBe(false);
  });
  test('two that read alike are two before and after', () => {
    const twice = [
      found('a', comment({ post: target({ id: '7', text: 'x' }) })),
      found('b', comment({ post: target({ id: '7', text: 'y' }) })),
    ];
    expect(names(merge(twice, [found('c', comment(firm)), found('d', comment(firm))]))).toBe('cd');
  });
  test('goes where the number is another’s', () => {
    expect(isRefuted(found('a', comment()), [comment(firm)])).toBe(true);
    expect(isRefuted({ ...found('a', comment()), status: 'captured' }, [comment(firm)])).toBe(false);
  });
});
