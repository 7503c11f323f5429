import { expect, test } from 'vitest';
import { coverage } from '../../src/flow/coverage.ts';
import type { Listing, Sighting } from '../../src/model/sighting.ts';
import { account, sighting, target } from '../match/sample.ts';

const list = (action: Listing['action'], given: Parameters<typeof target>[0]): Listing => ({
  kind: 'listing',
  platform: 'facebook',
  source: 'page',
  action,
  post: target(given),
  total: 175,
  filtered: null,
  filterShown: null,
  more: true,
});
const like = (handle: string, given: Partial<Sighting> = {}) =>
  sighting({ action: 'like', reaction: 'like', actor: account({ handle }), post: target({ id: '1' }), ...given });
const comment = (id: string, given: Partial<Sighting> = {}) =>
  sighting({ item: { id, otherIds: [], url: null }, actor: account({ handle: 'siti' }), post: target({ id: '1' }), ...given });

function seenOf(acts: readonly Sighting[], listing: Listing): number | undefined {
  const cover = coverage();
  acts.forEach((act, at) => void cover.take(`${at}`, act));
  return cover.fill(listing).seen;
}

test('each act of the list counts once, and nothing of other posts or acts', () => {
  const acts = [like('siti'), like('siti'), like('SITI'), like('budi'), like('wati', { post: target({ id: '2' }) }), comment('77')];
  expect(seenOf(acts, list('like', { id: '1' }))).toBe(2);
  expect(seenOf(acts, list('comment', { id: '1' }))).toBe(1);
  expect(seenOf(acts, list('share', { id: '1' }))).toBe(0);
});

test('one account that was seen by name and then by number counts once', () => {
  const acts = [like('siti'), like('siti', { actor: account({ id: '9', handle: 'siti' }) }), like('', { actor: account({ id: '9' }) })];
  expect(seenOf(acts, list('like', { id: '1' }))).toBe(1);
});

test('two comments by one person are two; the same comment under two ids is one', () => {
  const acts = [comment('77'), comment('78'), comment('79', { item: { id: '79', otherIds: ['78'], url: null } })];
  expect(seenOf(acts, list('comment', { id: '1' }))).toBe(2);
});

test('a post that page and wire know under different ids is one post', () => {
  const [number, opaque] = ['7100000000000011', 'pfbid0Contoh11'];
  const cover = coverage();
  cover.take('a', like('siti', { post: target({ id: opaque }) }));
  cover.take('b', like('budi', { post: target({ id: number }) }));
  expect([number, opaque].map((id) => cover.fill(list('like', { id })).seen)).toEqual([1, 1]);
  // What ties the two may come late, from the other eye's word on one of the acts.
  cover.take('b', like('budi', { post: target({ id: number, otherIds: [opaque] }) }));
  for (const id of [number, opaque]) {
    const filled = cover.fill(list('like', { id }));
    expect(filled.seen).toBe(2);
    expect([filled.post.id, ...filled.post.otherIds].sort()).toEqual([number, opaque].sort());
  }
});

test('a listing alone can tie two ids', () => {
  const cover = coverage();
  cover.take('a', like('siti', { post: target({ id: 'pfbid1' }) }));
  expect(cover.fill(list('like', { id: '71' })).seen).toBe(0);
  expect(cover.fill(list('like', { id: '71', otherIds: ['pfbid1'] })).seen).toBe(1);
  expect(cover.fill(list('like', { id: '71' })).seen).toBe(1);
});

test('replies count among the post’s comments, and each among its comment’s replies', () => {
  const reply = (id: string) => comment(id, { action: 'reply', post: target({ id: '77' }), thread: target({ id: '1' }) });
  const acts = [comment('77'), reply('81'), reply('82')];
  expect(seenOf(acts, list('comment', { id: '1' }))).toBe(3);
  expect(seenOf(acts, list('reply', { id: '77' }))).toBe(2);
});

test('rows of a dialog that names no post count for the list that names none', () => {
  const rows = [like('siti', { post: target() }), like('budi', { post: target() })];
  expect(seenOf(rows, list('like', {}))).toBe(2);
  expect(seenOf(rows, list('like', { id: '1' }))).toBe(0);
});

test('a reading that the wire completes later is no second act; a new page counts anew', () => {
  const cover = coverage();
  cover.take('a', like('siti', { post: target() }));
  cover.take('a', like('siti'));
  expect(cover.fill(list('like', { id: '1' })).seen).toBe(1);
  expect(cover.fill(list('like', {})).seen).toBe(0);
  cover.openPage();
  expect(cover.fill(list('like', { id: '1' })).seen).toBe(0);
});

test('posts themselves are in no list; of one that stands under two ids both are remembered', () => {
  const cover = coverage();
  const post = (id: string, given: Partial<Sighting>) =>
    sighting({ action: 'post', item: { id, otherIds: [], url: null }, post: target({ id }), ...given });
  cover.take('post 1', post('1', { item: { id: '1', otherIds: ['pfbid1'], url: null } }));
  cover.take('post 2', post('2', { post: target({ id: '2', otherIds: ['pfbid2'] }) }));
  cover.take('like 1', like('siti', { post: target({ id: 'pfbid1' }) }));
  cover.take('like 2', like('siti', { post: target({ id: 'pfbid2' }) }));
  for (const id of ['1', '2']) expect(cover.fill(list('like', { id }))).toMatchObject({ seen: 1, post: { otherIds: [`pfbid${id}`] } });
  expect(cover.fill(list('post', { id: '1' })).seen).toBe(0);
});

const seenPost = (n: number) =>
  sighting({ action: 'post', item: { id: `p${n}`, otherIds: [`o${n}`], url: null }, post: target({ id: `p${n}` }) });

test('of very many posts the last ones are remembered under all their ids; acts on the others are counted all the same', () => {
  const cover = coverage();
  for (let n = 0; n < 11_000; n++) cover.take(`post ${n}`, seenPost(n));
  cover.take('first', like('siti', { post: target({ id: 'p0', otherIds: ['o0'] }) }));
  cover.take('more', like('budi', { post: target({ id: 'o0' }) }));
  cover.take('last', like('siti', { post: target({ id: 'o10999' }) }));
  expect(['p0', 'o0', 'p10999', 'p10998'].map((id) => cover.fill(list('like', { id })).seen)).toEqual([2, 2, 1, 0]);
  expect(['p10998', 'p1'].map((id) => cover.fill(list('like', { id })).post.otherIds)).toEqual([['o10998'], []]);
});

test('a post with acts keeps its ids, however many posts follow it, and however many acts there are', () => {
  const cover = coverage();
  const acts = 3000;
  for (let n = 0; n < acts; n++) {
    cover.take(`like ${n}`, like('siti', { post: target({ id: `p${n}`, otherIds: [`o${n}`] }) }));
    cover.take(`post ${n}`, seenPost(n));
  }
  for (let n = acts; n < acts + 11_000; n++) cover.take(`post ${n}`, seenPost(n));
  cover.take('more', like('budi', { post: target({ id: 'o0' }) }));
  for (const id of ['p0', 'o0']) expect(cover.fill(list('like', { id }))).toMatchObject({ seen: 2 });
  expect(cover.fill(list('like', { id: `o${acts - 1}` }))).toMatchObject({ seen: 1, post: { otherIds: [`p${acts - 1}`] } });
});
