// YouTube's addresses as they are written: the short way gives what the browser's own writer gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProfile, permalink } from '../../src/platforms/youtube/urls.ts';

const written = (postId: string, commentId: string | null) => {
  const url = new URL(
    /^Ugk[\w-]{12,}$/.test(postId) ? `https://www.youtube.com/post/${postId}` : `https://www.youtube.com/watch?v=${postId}`,
  );
  if (commentId !== null) url.searchParams.set('lc', commentId);
  return url.href;
};

test.each([
  ['dQw4w9WgXcQ', null, 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
  ['dQw4w9WgXcQ', 'UgzA-_1.9xYz', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=UgzA-_1.9xYz'],
  ['UgkxAbCdEfGhIjKl', null, 'https://www.youtube.com/post/UgkxAbCdEfGhIjKl'],
  ['UgkxAbCdEfGhIjKl', 'Ugz1', 'https://www.youtube.com/post/UgkxAbCdEfGhIjKl?lc=Ugz1'],
])('%s %s', (postId, commentId, address) => expect(permalink(postId, commentId)).toBe(address));

test('any id at all', () => {
  const id = fc.oneof(fc.string({ unit: fc.constantFrom(...'aZ09-_.&#?/% é"') }), fc.constantFrom('..', '.', 'UgkxAbCdEfGhIjKl', 'a.b.c'));
  fc.assert(
    fc.property(id, fc.option(id), (postId, commentId) => permalink(postId, commentId) === written(postId, commentId)),
    {
      numRuns: 2000,
    },
  );
});

test('a link that is none, and one behind a redirection', () => {
  expect([parseProfile('https://'), parseProfile(null), parseProfile('/redirect?q=https%3A%2F%2F')]).toEqual([null, null, null]);
  expect(parseProfile('/redirect?q=https%3A%2F%2Fwww.youtube.com%2F%40warga')?.handle).toBe('warga');
});
