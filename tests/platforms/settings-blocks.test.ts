// Most JSON inside a page is settings. What is left unparsed must be nothing that a reader would have read, and nothing cut.
import { describe, expect, test } from 'vitest';
import type { Exchange, Platform } from '../../src/model/platform.ts';
import { instagram } from '../../src/platforms/instagram/index.ts';
import { threads } from '../../src/platforms/threads/index.ts';

const read = (platform: Platform, url: string, body: string, given: Partial<Exchange> = {}) =>
  platform.readWire(
    { via: 'embedded', method: 'GET', url: new URL(url), name: null, variables: {}, body, ...given },
    { url: new URL(url) },
  );
const user = { pk: '42', username: 'warga_contoh' };

describe.each([
  [instagram, 'https://www.instagram.com/p/DKn1_HcOt95/'],
  [threads, 'https://www.threads.com/@warga_contoh/post/DKn1_HcOt95'],
] as const)('$id', (platform, url) => {
  const block = JSON.stringify({
    require: [['ScheduledServerJS', null, [{ __bbox: { define: [['Qex', [], { '1234': { on: true } }]] } }]]],
  });
  test('a block of settings says nothing', () => {
    expect(read(platform, url, block)).toEqual([]);
    expect(read(platform, url, `for (;;);${block}\n`)).toEqual([]);
  });
  test('a block that was cut is told, even if it named nothing up to there', () => {
    for (const cut of [block.slice(0, -1), block.slice(0, 20), block.slice(1), '<html>'])
      expect(read(platform, url, cut), cut).toMatchObject([{ kind: 'unreadable', looksLike: 'payload', missing: ['json'] }]);
    expect(read(platform, url, '')).toEqual([]);
  });
});

describe('Instagram: whatever names a container alone is enough', () => {
  const ROUTE = 'https://www.instagram.com/api/v1/media/3646/';
  const comment = { pk: '7', text: 'Hadir', user, created_at: 1749600000 };
  test.each([
    ['rows of a list that only the address names', `${ROUTE}likers/`, { users: [user] }, {}],
    ['followers', 'https://www.instagram.com/api/v1/friendships/42/followers/', { users: [user] }, {}],
    [
      'a name with what mobile clients put around it',
      ROUTE,
      { media: { '1$likers_connection(id:$id)': { nodes: [user] } } },
      { media_id: '3646' },
    ],
    ['the same without its parameters', ROUTE, { media: { '1$likers_connection': { nodes: [user] } } }, { media_id: '3646' }],
    ['a post', ROUTE, { a: { pk: '1', code: 'DKn1_HcOt95', user } }, {}],
    ['a post of old', ROUTE, { a: { id: '1', shortcode: 'DKn1_HcOt95', owner: user } }, {}],
    ['comments', `${ROUTE}comments/`, { comments: [comment] }, {}],
    ['comments of a post', ROUTE, { xdt__comments__connection: { edges: [{ node: comment }] } }, { media_id: '3646' }],
    ['a profile', ROUTE, { a: { ...user, biography: '' } }, {}],
    ['likers of old', ROUTE, { xdt__likes__media_id__likers: { users: [user] } }, { media_id: '3646' }],
  ] as const)('%s', (_, url, body, variables) => {
    const readings = read(instagram, url, JSON.stringify(body), { via: 'fetch', variables });
    expect(readings.some(({ kind }) => kind === 'sighting' || kind === 'account')).toBe(true);
  });
});
