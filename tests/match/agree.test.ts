import { describe, expect, test } from 'vitest';
import { agree, isSameAct, joinEyes } from '../../src/match/agree.ts';
import { findingId } from '../../src/match/finding-id.ts';
import { agreementSchema } from '../../src/model/capture.ts';
import { type Sighting, sightingSchema } from '../../src/model/sighting.ts';
import { account, sighting, target } from './sample.ts';

const item = (id: string | null, otherIds: string[] = [], url: string | null = null) => ({ id, otherIds, url });
const AT = '2026-11-22T10:00:00Z';
const page = (given: Partial<Sighting> = {}) =>
  sighting({
    actor: account({ handle: 'rina.contoh', name: 'Rina' }),
    item: item('700'),
    post: target({ id: 'pfbid0abc', url: 'https://www.facebook.com/contoh/posts/pfbid0abc' }),
    text: 'Mantap sekali',
    shownAt: '2 jam',
    ...given,
  });
const wire = (given: Partial<Sighting> = {}) =>
  page({
    source: 'wire',
    actor: account({ id: '1001', handle: 'Rina.Contoh', name: 'Rina C' }),
    post: target({ id: '55', otherIds: ['pfbid0abc'], author: account({ id: '9001' }), text: 'kiriman' }),
    at: AT,
    shownAt: null,
    ...given,
  });
const like = (given: Partial<Sighting> = {}) => page({ action: 'like', item: item(null), text: null, ...given });
const wireLike = (given: Partial<Sighting> = {}) => wire({ action: 'like', item: item(null), text: null, ...given });
const states = (a: Sighting | null, b: Sighting | null) =>
  Object.fromEntries(agree(a, b).map((one) => [agreementSchema.parse(one).field, one.state]));

describe('one act or two', () => {
  test.each([
    ['one item id', page(), wire(), true],
    ['an item id among the others', page({ item: item('abc', ['700']) }), wire(), true],
    ['another item', page(), wire({ item: item('701') }), false],
    ['another action', page(), wire({ action: 'reply' }), false],
    ['another site', page(), wire({ platform: 'threads' }), false],
    ['comments of which one has no id', page({ item: item(null) }), wire(), false],
    ['likes: one actor by handle, one target', like(), wireLike(), true],
    ['likes: one actor by id', like({ actor: account({ id: '1001', handle: 'lain.contoh' }) }), wireLike(), true],
    ['likes: ids differ under one handle', like({ actor: account({ id: '1002', handle: 'rina.contoh' }) }), wireLike(), false],
    ['likes: another handle', like({ actor: account({ handle: 'rini.contoh' }) }), wireLike(), false],
    ['likes: the name only', like({ actor: account({ name: 'Rina C' }) }), wireLike(), false],
    ['likes: another target', like({ post: target({ id: '56' }) }), wireLike(), false],
    [
      'likes: one address',
      like({ post: target({ url: 'https://m.facebook.com/contoh/posts/9?__tn__=x' }) }),
      wireLike({ post: target({ url: 'https://www.facebook.com/contoh/posts/9/' }) }),
      true,
    ],
    [
      'likes: one address but two numbers',
      like({ post: target({ id: '1', url: 'https://a.id/1' }) }),
      wireLike({ post: target({ id: '2', url: 'https://a.id/1' }) }),
      false,
    ],
    ['likes: no target known', like({ post: target() }), wireLike({ post: target() }), false],
    ['likes: targets by two authors', like({ post: target({ id: '55', author: account({ id: '1' }) }) }), wireLike(), false],
    ['shares: only the wire knows the item', like({ action: 'share' }), wireLike({ action: 'share', item: item('800') }), true],
    ['shares: two items', like({ action: 'share', item: item('801') }), wireLike({ action: 'share', item: item('800') }), false],
    [
      'follows of one account',
      like({ action: 'follow', post: target({ author: account({ id: '9001' }) }) }),
      wireLike({ action: 'follow' }),
      true,
    ],
    [
      'follows of two accounts',
      like({ action: 'follow', post: target({ id: '55', author: account({ id: '9002' }) }) }),
      wireLike({ action: 'follow' }),
      false,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(isSameAct(a, b)).toBe(expected);
  });
});

describe('agreement, field by field', () => {
  test('everything', () => {
    expect(states(page(), wire())).toEqual({
      actor: 'same',
      target: 'same',
      item: 'same',
      text: 'same',
      reaction: 'neither',
      at: 'wire-only',
    });
    expect(states(page(), null)).toEqual({
      actor: 'page-only',
      target: 'page-only',
      item: 'page-only',
      text: 'page-only',
      reaction: 'neither',
      at: 'neither',
    });
    expect(states(null, wire())).toEqual({
      actor: 'wire-only',
      target: 'wire-only',
      item: 'wire-only',
      text: 'wire-only',
      reaction: 'neither',
      at: 'wire-only',
    });
    expect(new Set(Object.values(states(null, null)))).toEqual(new Set(['neither']));
  });

  test.each([
    ['actor', { actor: account({ handle: 'rini.contoh' }) }, 'differs'],
    ['actor', { actor: account({ id: '1002', handle: 'rina.contoh' }) }, 'differs'],
    ['actor', { actor: account({ id: '1001', handle: 'lain' }) }, 'same'],
    ['target', { post: target({ id: '56' }) }, 'differs'],
    ['target', { post: target({ id: 'pfbid0xyz' }) }, 'page-only'],
    ['text', { text: 'Mantap' }, 'differs'],
    ['text', { text: ' Mantap\n sekali ' }, 'same'],
    ['text', { text: 'Mantap sek…' }, 'same'],
    ['text', { text: 'Mantap sek… Lihat selengkapnya' }, 'same'],
    ['text', { text: 'Mantap sek... See more' }, 'same'],
    ['text', { text: 'Hebat sek… See more' }, 'differs'],
    ['text', { text: '…' }, 'differs'],
    ['at', { at: '2026-11-22T10:00:00.400Z' }, 'same'],
    ['at', { at: '2026-11-22T10:00:01Z' }, 'differs'],
  ] as const)('%s of %j: %s', (field, given, expected) => {
    expect(states(page(given as Partial<Sighting>), wire())[field]).toBe(expected);
  });

  test('reactions', () => {
    expect(states(like({ reaction: 'love' }), wireLike({ reaction: 'love' }))['reaction']).toBe('same');
    expect(states(like({ reaction: 'love' }), wireLike({ reaction: 'angry' }))['reaction']).toBe('differs');
  });

  test('a handle here and an id there vouch for nothing', () => {
    expect(states(page(), wire({ actor: account({ id: '1001' }) }))['actor']).toBe('page-only');
  });
});

describe('joining', () => {
  test("ids, author and time come from the wire; words, name and source stay the page's", () => {
    const joined = joinEyes(page(), wire());
    expect(sightingSchema.parse(joined)).toEqual({
      ...page(),
      actor: account({ id: '1001', handle: 'rina.contoh', name: 'Rina' }),
      post: target({
        id: 'pfbid0abc',
        otherIds: ['55'],
        url: 'https://www.facebook.com/contoh/posts/pfbid0abc',
        author: account({ id: '9001' }),
      }),
      at: AT,
    });
  });

  test.each([
    ['two items', page(), wire({ item: item('701') })],
    ['another id', page({ actor: account({ id: '1002', handle: 'rina.contoh' }) }), wire()],
    ['another handle', page(), wire({ actor: account({ id: '1001', handle: 'rini.contoh' }) })],
    ['an actor that cannot be compared', page(), wire({ actor: account({ id: '1001', name: 'Rina' }) })],
    ['another text', page(), wire({ text: 'Tidak setuju' })],
    ['another target', page({ post: target({ id: '56' }) }), wire()],
  ])("%s: the page's reading is left alone", (_, a, b) => {
    expect(joinEyes(a, b)).toBe(a);
  });
});

describe('names of findings', () => {
  test('seen twice, or by both eyes once joined: one name', async () => {
    const name = await findingId(joinEyes(page(), wire()));
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(await findingId(wire())).toBe(name);
    expect(await findingId(page({ actor: account({ id: '1001', handle: 'nama.baru' }), text: 'Mantap…', shownAt: '3 jam' }))).toBe(name);
    const followed = target({ author: account({ id: '9001' }) });
    expect(await findingId(wireLike({ action: 'follow', post: followed }))).toBe(await findingId(wireLike({ action: 'follow' })));
    expect(await findingId(joinEyes(like(), wireLike()))).toBe(await findingId(wireLike({ reaction: 'love' })));
  });

  test('another actor, act, item, target or site: another name', async () => {
    const names = await Promise.all(
      [
        wire(),
        wire({ actor: account({ id: '1002' }) }),
        wire({ actor: account({ handle: '1001' }) }),
        wire({ action: 'reply' }),
        wire({ item: item('701') }),
        wire({ platform: 'x' }),
        wireLike(),
        wireLike({ post: target({ id: '56' }) }),
        wireLike({ post: target({ url: '55' }) }),
        wireLike({ action: 'follow' }),
        wireLike({ action: 'follow', post: target({ author: account({ id: '9002' }) }) }),
        page({ item: item(null) }),
        page({ item: item(null), text: 'kata lain' }),
      ].map(findingId),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('addresses that differ in host and tail only are one', async () => {
    const at = (url: string) => findingId(page({ item: item(null, [], url) }));
    expect(await at('https://m.facebook.com/a/posts/1?comment_id=2&__tn__=R')).toBe(
      await at('https://www.facebook.com/a/posts/1/?comment_id=2#x'),
    );
    expect(await at('https://www.facebook.com/a/posts/1?comment_id=3')).not.toBe(
      await at('https://www.facebook.com/a/posts/1?comment_id=2'),
    );
  });
});
