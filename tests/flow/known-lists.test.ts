import { describe, expect, test } from 'vitest';
import { knownLists } from '../../src/flow/known-lists.ts';
import type { People, Reading, Sighting } from '../../src/model/sighting.ts';
import { account, sighting, target } from '../match/sample.ts';

const wire = (handle: string, post: string | null, action: Sighting['action'] = 'like'): Sighting =>
  sighting({
    platform: 'threads',
    source: 'wire',
    action,
    actor: account({ id: `id of ${handle}`, handle }),
    post: target({ id: post, url: 'https://www.threads.com/t/x' }),
    reaction: action === 'like' ? 'like' : null,
  });
const heard = (post: string | null, names: string, action: Sighting['action'] = 'like', order: string | null = null): Reading[] => [
  ...names.split(' ').map((name) => wire(name, post, action)),
  {
    kind: 'listing',
    platform: 'threads',
    source: 'wire',
    action,
    post: target({ id: post }),
    total: null,
    filtered: null,
    filterShown: order,
    more: null,
  },
];
const people = (names: string, actor: string | null = null): People => ({
  kind: 'people',
  platform: 'threads',
  source: 'page',
  actor: actor === null ? null : account({ handle: actor }),
  people: actor === null ? names.split(' ').map((handle) => account({ handle })) : [],
});
const unreadable: Reading = {
  kind: 'unreadable',
  platform: 'threads',
  source: 'page',
  looksLike: 'list',
  missing: ['action', 'post'],
  item: { id: null, url: null },
};

/** What the row of `who` says in a pop-up with these names, after the wire told these lists; '' for nothing. */
function said(lists: readonly Reading[][], names: string, who = names.split(' ')[0] ?? ''): string {
  const known = knownLists();
  for (const list of lists) known.learn(list);
  const row = known.resolve([people('', who)], () => people(names));
  const whole = known.resolve([unreadable, people(names)], () => null);
  const [act] = row;
  expect(row.every(({ kind }) => kind === 'sighting')).toBe(true);
  if (act?.kind !== 'sighting') {
    expect(whole).toEqual([unreadable]);
    return '';
  }
  expect(whole).toEqual([]);
  return `${act.action} ${known.twinOf(act)?.post.id}`;
}
const run = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `orang${from + i}`).join(' ');

describe('a row that shows who and not what', () => {
  test('gets act and target from the one list in which all rows stand', () => {
    expect(said([heard('7', 'a b c')], 'a b c', 'b')).toBe('like 7');
    expect(said([heard('7', 'a b c', 'share'), heard('8', 'd e f')], 'A B C')).toBe('share 7');
  });
  test('names only what the page shows; the rest is the wire’s', () => {
    const known = knownLists();
    known.learn(heard('7', 'a b c'));
    const [act] = known.resolve([people('', 'a')], () => people('a b c'));
    expect(act).toMatchObject({ source: 'page', actor: { id: null, handle: 'a' }, post: { id: null, url: null }, at: null });
    expect(known.twinOf(act as Sighting)).toMatchObject({ source: 'wire', actor: { id: 'id of a' }, post: { id: '7' } });
    expect(known.twinOf(wire('a', '7'))).toBeNull();
  });
  test.each([
    ['no list was heard', [], 'a b c'],
    ['one row more', [heard('7', 'a b c')], 'a b c d'],
    ['one row fewer', [heard('7', 'a b c d')], 'a b c'],
    ['another order', [heard('7', 'a b c')], 'b a c'],
    ['two people only: they may follow and like alike', [heard('7', 'a b')], 'a b'],
    ['the same people on two posts', [heard('7', 'a b c'), heard('8', 'a b c')], 'a b c'],
    ['the same people liked and passed on', [heard('7', 'a b c'), heard('7', 'a b c', 'share')], 'a b c'],
    ['the answer names no post', [heard(null, 'a b c')], 'a b c'],
    ['comments are no list of people', [heard('7', 'a b c', 'reply')], 'a b c'],
    ['a short run of a long list', [heard('7', run(0, 40))], run(10, 17)],
    ['a run with a gap', [heard('7', run(0, 40))], `${run(0, 9)} ${run(10, 14)}`],
  ] as const)('stays unreadable: %s', (_why, lists, names) => {
    expect(
      said(
        lists.map((list) => [...list]),
        names,
      ),
    ).toBe('');
  });
  test('a long list that is drawn in part: a run of it in the site’s order', () => {
    expect(said([heard('7', run(0, 40))], run(10, 18))).toBe('like 7');
    expect(said([heard('7', run(0, 20)), heard('7', run(20, 40))], run(15, 25), 'orang24')).toBe('like 7');
  });
  test('the same list in two orders is one list', () => {
    expect(said([heard('7', 'a b c', 'like', 'top'), heard('7', 'c b a', 'like', 'recent')], 'c b a')).toBe('like 7');
  });
  test('what stands in no list is left as it is', () => {
    const known = knownLists();
    known.learn(heard('7', 'a b c'));
    expect(known.resolve([unreadable], () => null)).toEqual([unreadable]);
    expect(known.resolve([people('', 'a')], () => null)).toEqual([]);
  });
  test('only the latest lists are remembered', () => {
    const known = knownLists();
    known.learn(heard('7', 'a b c'));
    for (let n = 0; n < 50; n++) known.learn(heard(`p${n}`, `x${n} y${n} z${n}`));
    expect(known.resolve([people('', 'a')], () => people('a b c'))).toEqual([]);
  });
});
