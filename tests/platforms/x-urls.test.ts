// X's addresses, as they stand in links, address bars and old bookmarks.
import { expect, test } from 'vitest';
import { isPermalink, parseFollowList, parseUrl, permalink, profileUrl } from '../../src/platforms/x/urls.ts';

const said = (address: string) => {
  const place = parseUrl(new URL(address));
  return place === null
    ? null
    : [place.kind, place.account?.handle ?? place.account?.id ?? null, place.postId, place.action]
        .filter((part) => part !== null)
        .join(' ');
};

test.each([
  ['https://x.com/', 'feed'],
  ['https://x.com/home', 'feed'],
  ['https://x.com/search?q=quoted_tweet_id%3A1', 'feed'],
  ['https://x.com/hashtag/Nomor2', 'feed'],
  ['https://x.com/i/communities/15', 'feed'],
  ['https://x.com/settings/account', 'other'],
  ['https://x.com/i/spaces/1ypKdkWROAgxW', 'other'],
  ['https://x.com/rini_handayani7', 'profile rini_handayani7'],
  ['https://twitter.com/Rini_Handayani7/with_replies', 'profile Rini_Handayani7'],
  ['https://mobile.twitter.com/rini_handayani7/', 'profile rini_handayani7'],
  ['https://x.com/i/user/55110', 'profile 55110'],
  ['https://twitter.com/intent/user?screen_name=dedi_k', 'profile dedi_k'],
  ['https://x.com/intent/user?user_id=88231', 'profile 88231'],
  ['https://x.com/dedi_k/status/1960000000000000001', 'post dedi_k 1960000000000000001'],
  ['https://www.x.com/dedi_k/status/1960000000000000001?s=20', 'post dedi_k 1960000000000000001'],
  ['https://twitter.com/dedi_k/statuses/20', 'post dedi_k 20'],
  ['https://x.com/dedi_k/status/1960000000000000001/photo/2', 'post dedi_k 1960000000000000001'],
  ['https://x.com/i/web/status/1960000000000000001', 'post 1960000000000000001'],
  ['https://x.com/i/status/1960000000000000001', 'post 1960000000000000001'],
  ['https://x.com/dedi_k/status/1960000000000000001/retweets', 'list dedi_k 1960000000000000001 share'],
  ['https://x.com/dedi_k/status/1960000000000000001/quotes', 'list dedi_k 1960000000000000001 quote'],
  ['https://twitter.com/dedi_k/status/1960000000000000001/retweets/with_comments', 'list dedi_k 1960000000000000001 quote'],
  ['https://x.com/dedi_k/status/1960000000000000001/likes', 'list dedi_k 1960000000000000001 like'],
  ['https://x.com/dedi_k/verified_followers', 'list dedi_k follow'],
  ['https://x.com/dedi_k/following', 'list dedi_k follow'],
  ['https://x.com/dedi_k/status/constructor', 'other dedi_k'],
  ['https://x.com/dedi_k/constructor', 'other dedi_k'],
  ['https://x.com/nama-bertanda', 'other'],
  ['https://help.x.com/rules', 'other'],
  ['https://notx.com/dedi_k', null],
  ['https://x.com.evil.example/dedi_k', null],
  ['https://netflix.com/dedi_k', null],
])('%s is %s', (address, expected) => expect(said(address)).toBe(expected));

test('addresses are written the way they are read', () => {
  expect(said(permalink('1960000000000000001', 'dedi_k') ?? '')).toBe('post dedi_k 1960000000000000001');
  expect(said(permalink('1960000000000000001', null) ?? '')).toBe('post 1960000000000000001');
  expect(said(permalink('1960000000000000001', '../evil') ?? '')).toBe('post 1960000000000000001');
  expect(permalink('x', 'dedi_k')).toBeNull();
  expect(said(profileUrl('88231', null) ?? '')).toBe('profile 88231');
  expect(profileUrl(null, 'a/b')).toBeNull();
});

test('only a post’s own address is its permalink', () => {
  expect(isPermalink(new URL('https://x.com/dedi_k/status/20'))).toBe(true);
  expect(isPermalink(new URL('https://x.com/dedi_k/status/20/analytics'))).toBe(false);
});

test('whose follows a list shows', () => {
  expect(parseFollowList(new URL('https://x.com/dedi_k/followers'))).toBe('of-owner');
  expect(parseFollowList(new URL('https://x.com/dedi_k/following'))).toBe('by-owner');
  expect(parseFollowList(new URL('https://x.com/dedi_k/likes'))).toBeNull();
});
