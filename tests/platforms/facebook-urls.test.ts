// Every shape of address that Facebook has for the same thing says the same.
import { expect, test } from 'vitest';
import { parseLink, parseUrl } from '../../src/platforms/facebook/urls.ts';

const B = 'https://www.facebook.com';
const say = (address: string) => {
  const link = parseLink(new URL(address, B));
  if (link === null) return null;
  const who = link.account?.id ?? link.account?.handle ?? '';
  return [link.kind, who, link.postId ?? '', link.commentId ?? '', link.rootId ?? ''].join(' ').trimEnd();
};
const packed = (plain: string) => encodeURIComponent(btoa(plain));

const table: readonly (readonly [string, string])[] = [
  ['/', 'feed'],
  ['/agus.contoh', 'profile agus.contoh'],
  ['/agus.contoh/?__tn__=-R&mibextid=x#y', 'profile agus.contoh'],
  ['/profile.php?id=61550000000303&fbclid=x', 'profile 61550000000303'],
  ['/61550000000303', 'profile 61550000000303'],
  ['/people/Agus-Contoh/61550000000303/', 'profile 61550000000303'],
  ['/groups/550000000000001/user/61550000000303/?__cft__[0]=x', 'profile 61550000000303'],
  ['/pages/Toko-Contoh/100012345678901', 'profile 100012345678901'],
  ['/p/Toko-Contoh-100012345678901/', 'profile 100012345678901'],
  ['/Toko-Contoh-100012345678901/', 'profile 100012345678901'],
  ['/pg/toko.contoh', 'profile toko.contoh'],
  ['/agus.contoh/followers', 'list agus.contoh'],
  ['/profile.php?id=61550000000303&sk=following', 'list 61550000000303'],
  ['/agus.contoh/friends_mutual', 'other agus.contoh'],
  ['/agus.contoh/posts/123456', 'post agus.contoh 123456'],
  ['/agus.contoh/posts/judul-kiriman/123456/', 'post agus.contoh 123456'],
  ['/agus.contoh/posts/pfbid0Contoh1l?__cft__[0]=x', 'post agus.contoh pfbid0Contoh1l'],
  ['/permalink.php?story_fbid=pfbid0Contoh1l&id=61550000000303', 'post 61550000000303 pfbid0Contoh1l'],
  ['https://m.facebook.com/story.php?story_fbid=123456&id=61550000000303&_rdr', 'post 61550000000303 123456'],
  ['https://mbasic.facebook.com/story.php?story_fbid=123456&id=61550000000303', 'post 61550000000303 123456'],
  ['https://web.facebook.com/groups/warga/permalink/123456/', 'post  123456'],
  ['/groups/warga/posts/judul/123456', 'post  123456'],
  ['/groups/warga/?multi_permalinks=123456%2C7', 'post  123456'],
  ['/groups/warga', 'feed'],
  ['/photo/?fbid=123456&set=pcb.999', 'post  123456'],
  ['/photo.php?fbid=123456&set=a.1', 'post  123456'],
  ['/agus.contoh/photos/pcb.999/123456/', 'post agus.contoh 123456'],
  ['/agus.contoh/videos/123456/', 'post agus.contoh 123456'],
  ['/agus.contoh/videos/judul/123456/', 'post agus.contoh 123456'],
  ['/watch/?v=123456&ref=x', 'post  123456'],
  ['/watch/live/?v=123456', 'post  123456'],
  ['/reel/123456/?s=ifu', 'post  123456'],
  ['/share/p/1Jy2sB81LJ/', 'post  1Jy2sB81LJ'],
  ['/share/1Jy2sB81LJ/', 'other'],
  ['/agus.contoh/posts/123456?comment_id=77', 'comment agus.contoh 123456 77'],
  ['/agus.contoh/posts/123456?comment_id=77&reply_comment_id=88', 'comment agus.contoh 123456 88 77'],
  [`/agus.contoh/posts/123456?comment_id=${packed('comment:123456_77')}`, 'comment agus.contoh 123456 77'],
  [`/agus.contoh?comment_id=${packed('comment:123456_77')}`, 'profile agus.contoh  77'],
  ['/agus.contoh?comment_id=bukan-base64!', 'profile agus.contoh'],
  ['/ufi/reaction/profile/browser/?ft_ent_identifier=123456', 'list  123456'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fagus.contoh%3Ffbclid%3D1&h=AT', 'profile agus.contoh'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fcontoh.example%2Fagus.contoh&h=AT', 'other'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dx', 'other'],
  ['https://developers.facebook.com/docs', 'other'],
  ['/hashtag/contoh', 'other'],
  ['/events/123456', 'other'],
  ['/stories/123456/abc', 'other'],
  ['/login.php', 'other'],
  ['/%E0%A4%A', 'other'],
];

for (const [address, said] of table) test(address, () => expect(say(address)).toBe(said));

test('other sites’ addresses are nobody’s', () => {
  for (const address of ['https://facebook.com.evil.example/agus', 'https://notfacebook.com/agus', 'https://fb.example/agus'])
    expect(parseUrl(new URL(address))).toBeNull();
});
