import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequest } from '../../src/lib/request.ts';

const url = (address: string) => new URL(address, 'https://www.example.id/');

describe('where the sites put the name and the variables', () => {
  test('a form body', () => {
    const body = new URLSearchParams({
      fb_api_req_friendly_name: 'CommentsQuery',
      variables: '{"feedbackID":"abc","id":61550000000000123}',
      doc_id: '1',
    }).toString();
    expect(readRequest(url('/api/graphql/'), body)).toEqual({
      name: 'CommentsQuery',
      variables: { feedbackID: 'abc', id: '61550000000000123' },
    });
  });
  test('a query string, with the name in the path', () => {
    const variables = encodeURIComponent('{"focalTweetId":"1790000000000000001"}');
    expect(readRequest(url(`/i/api/graphql/q1/TweetDetail?variables=${variables}&features=%7B%7D&fieldToggles=%7B%7D`), null)).toEqual({
      name: 'TweetDetail',
      variables: { focalTweetId: '1790000000000000001' },
    });
  });
  test('a JSON body, its variables laid open', () => {
    expect(readRequest(url('/youtubei/v1/next?prettyPrint=false'), '{"context":{"a":1},"continuation":"x"}')).toEqual({
      name: null,
      variables: { prettyPrint: 'false', context: { a: 1 }, continuation: 'x' },
    });
    expect(readRequest(url('/graphql'), '{"variables":{"id":"1"},"query":"q"}').variables).toEqual({ id: '1', query: 'q' });
  });
  test('plain parameters', () => {
    expect(readRequest(url('/api/comment/list/?aweme_id=7300000000000000001&cursor=0'), null)).toEqual({
      name: null,
      variables: { aweme_id: '7300000000000000001', cursor: '0' },
    });
  });
});

describe('what cannot be read is left out', () => {
  test.each(['variables=%7Bcut', '{"variables":', 'variables=[1]', 'variables=null', '\u0000\u0001', '[]', '{}'])('%j', (body) => {
    expect(readRequest(url('/graphql'), body)).toEqual({ name: null, variables: {} });
  });
  test('never throws', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.oneof(fc.string(), fc.json(), fc.constant(null)), (address, body) => {
        const { variables } = readRequest(new URL(address), body);
        expect(Object.getPrototypeOf(variables)).toBe(Object.prototype);
      }),
    );
  });
});

test('nothing that is sent reaches a prototype', () => {
  for (const [address, body] of [
    ['/?__proto__=x&constructor=y', null],
    ['/', '{"__proto__":{"isAdmin":1},"a":1}'],
    ['/', '{"variables":{"__proto__":{"isAdmin":1},"a":1}}'],
    ['/', `variables=${encodeURIComponent('{"__proto__":{"isAdmin":1},"a":1}')}`],
    [`/?variables=${encodeURIComponent('{"__proto__":{"isAdmin":1}}')}`, null],
  ] as const) {
    const { variables } = readRequest(url(address), body);
    expect(Object.getPrototypeOf(variables), `${address} ${body}`).toBe(Object.prototype);
    expect((variables as { isAdmin?: unknown }).isAdmin).toBeUndefined();
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  }
});
