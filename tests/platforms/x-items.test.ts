import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { findItems } from '../../src/platforms/x/read-page.ts';
import { parsePermalink, parseUrl } from '../../src/platforms/x/urls.ts';
import { readWirePost, toId } from '../../src/platforms/x/wire-post.ts';

const OPEN = ['<article>', '<article data-testid="tweet">', '<div data-testid="UserCell">', '<div>'] as const;
const wrap = (open: string, inner: string) => `${open}${inner}</${open.startsWith('<article') ? 'article' : 'div'}>`;
const part = (inner: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...OPEN), fc.array(inner, { maxLength: 3 })).map(([open, parts]) => wrap(open, parts.join('')));
const tree = part(part(part(part(fc.constant('')))));

describe('items of X', () => {
  test('are those that stand in no post, whatever the tree and wherever in it the search begins', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (parts) => {
        const { document } = new JSDOM(`<main>${parts.join('')}</main>`).window;
        for (const root of [document, ...document.querySelectorAll('main, main *')]) {
          const all = [...root.querySelectorAll('article, [data-testid="UserCell"]')];
          if ('matches' in root && root.matches('article, [data-testid="UserCell"]')) all.unshift(root);
          expect(findItems(root)).toEqual(all.filter((item) => item.parentElement?.closest('article') == null));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is told by its form says the same as what is parsed', () => {
  test.each([
    'https://twitter.com/Andi_99/status/1695082434823557120',
    'https://x.com/i/status/1695082434823557120',
    'https://x.com/home/status/1695082434823557120',
    'https://x.com/Settings/status/1695082434823557120',
    'https://x.com/intent/status/1695082434823557120',
    'https://x.com/andi/status/1695082434823557120/photo/1',
    'https://x.com/andi/status/1695082434823557120?s=20',
    'https://x.com.example/andi/status/1695082434823557120',
    'http://mobile.twitter.com/andi/status/1',
    'https://x.com/andi/status/169508243482355712012345',
  ])('a post’s address: %s', (address) => {
    expect(parsePermalink(address)).toEqual(parseUrl(new URL(address)));
  });
  test('what is no address is none', () => expect(parsePermalink('andi/status/1')).toBeNull());
  test('ids', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{0,23}$/)), (text) => {
        expect(toId(text)).toBe(/^[1-9]\d{0,19}$/.test(text) ? text : null);
      }),
    );
  });
});

test('a repost repeats what its original quotes, and quotes nothing itself', () => {
  const author = (id: string) => ({ user_results: { result: { rest_id: id, core: { screen_name: `akun_${id}`, name: 'A' } } } });
  const post = (id: string, more: object) => ({
    result: { rest_id: id, core: author('7'), legacy: { id_str: id, user_id_str: '7', full_text: 'kata', ...more } },
  });
  const read = readWirePost(
    post('10', {
      is_quote_status: true,
      quoted_status_id_str: '12',
      retweeted_status_result: post('11', { is_quote_status: true, quoted_status_id_str: '12' }),
    }),
  );
  if (!('post' in read)) throw new Error('not read');
  expect(read.post.quoted).toBeNull();
  expect(read.post.reposted?.post?.id).toBe('11');
  expect(read.post.reposted?.post?.quoted?.id).toBe('12');
});
