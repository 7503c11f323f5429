import { describe, expect, test } from 'vitest';
import type { PlatformId } from '../../src/model/account.ts';
import { parseAccountCell, parseIdCell } from '../../src/registry/account-cell.ts';

const UC = 'UCcontoh000000000000001A';

describe('cells that name an account', () => {
  const cases: [PlatformId, string, { id?: string; handle?: string }][] = [
    ['facebook', '@rina.contoh', { handle: 'rina.contoh' }],
    ['facebook', ' Rina.Contoh ', { handle: 'Rina.Contoh' }],
    ['facebook', '\u202Arina.contoh\u202C', { handle: 'rina.contoh' }],
    ['facebook', '100000000001001', { id: '100000000001001' }],
    ['facebook', "'100000000001001", { id: '100000000001001' }],
    ['facebook', '="100000000001001"', { id: '100000000001001' }],
    ['facebook', 'https://www.facebook.com/profile.php?id=100000000001001&mibextid=ZbWKwL', { id: '100000000001001' }],
    ['facebook', 'https://m.facebook.com/profile.php?id=100000000001001', { id: '100000000001001' }],
    ['facebook', 'https://www.facebook.com/people/Rina-Contoh/100000000001001/', { id: '100000000001001' }],
    ['facebook', 'https://www.facebook.com/p/Rina-Contoh-100000000001001/', { id: '100000000001001' }],
    ['facebook', 'https://www.facebook.com/groups/55/user/100000000001001/', { id: '100000000001001' }],
    ['facebook', 'https://id-id.facebook.com/rina.contoh?mibextid=abc', { handle: 'rina.contoh' }],
    ['facebook', 'web.facebook.com/rina.contoh/about', { handle: 'rina.contoh' }],
    ['facebook', 'fb.com/rina.contoh', { handle: 'rina.contoh' }],
    ['facebook', 'HTTPS://WWW.FACEBOOK.COM/Rina.Contoh', { handle: 'Rina.Contoh' }],
    ['instagram', 'https://www.instagram.com/rina.contoh?igsh=MTIz==', { handle: 'rina.contoh' }],
    ['instagram', 'instagram.com/_u/rina.contoh', { handle: 'rina.contoh' }],
    ['x', 'https://x.com/budi_contoh?s=20', { handle: 'budi_contoh' }],
    ['x', 'https://mobile.twitter.com/budi_contoh/with_replies', { handle: 'budi_contoh' }],
    ['x', 'https://x.com/i/user/1700000000000000101', { id: '1700000000000000101' }],
    ['x', 'https://twitter.com/intent/user?user_id=1700000000000000101', { id: '1700000000000000101' }],
    ['x', '1700000000000000101', { id: '1700000000000000101' }],
    ['tiktok', 'https://www.tiktok.com/@sari.contoh?_t=8abc&_r=1', { handle: 'sari.contoh' }],
    ['youtube', 'https://www.youtube.com/@dewicontoh/videos', { handle: 'dewicontoh' }],
    ['youtube', 'https://youtube.com/@caf%C3%A9contoh?si=x', { handle: 'cafécontoh' }],
    ['youtube', `https://m.youtube.com/channel/${UC}`, { id: UC }],
    ['youtube', UC, { id: UC }],
    ['threads', 'https://www.threads.net/@joko.contoh', { handle: 'joko.contoh' }],
    ['threads', 'https://www.threads.com/@joko.contoh?xmt=1', { handle: 'joko.contoh' }],
  ];
  test.each(cases)('%s %s', (platform, cell, expected) => {
    expect(parseAccountCell(platform, cell)).toEqual({ id: expected.id ?? null, handle: expected.handle ?? null });
  });
});

describe('cells that are refused, and why', () => {
  const cases: [PlatformId, string, RegExp][] = [
    ['facebook', 'https://www.instagram.com/rina.contoh', /situs lain \(www\.instagram\.com\), bukan Facebook/],
    ['facebook', 'https://facebook.com.contoh.id/rina.contoh', /situs lain/],
    ['facebook', 'https://facebook.com@contoh.id/rina.contoh', /bukan tautan yang dapat dibaca/],
    ['facebook', 'https://f\u0430cebook.com/rina.contoh', /situs lain/],
    ['facebook', 'https://contohfacebook.com/rina.contoh', /situs lain/],
    ['facebook', 'https://business.facebook.com/rina.contoh', /situs lain/],
    ['facebook', 'https://www.facebook.com/rina.contoh/posts/pfbid0abc', /kiriman/],
    ['facebook', 'https://www.facebook.com/permalink.php?story_fbid=1&id=100000000001001', /kiriman/],
    ['facebook', 'https://www.facebook.com/photo/?fbid=1', /kiriman/],
    ['facebook', 'https://www.facebook.com/groups/1/posts/2', /kiriman/],
    ['facebook', 'https://www.facebook.com/share/1AbCdE/', /bagikan/],
    ['facebook', 'https://www.facebook.com/groups/123456', /bukan tautan profil/],
    ['facebook', 'https://www.facebook.com/', /bukan tautan profil/],
    ['facebook', 'https://www.facebook.com/profile.php', /bukan tautan profil/],
    ['facebook', 'https://www.facebook.com/profile.php?id=1000&id=1001', /bukan tautan profil/],
    ['facebook', 'javascript:alert(1)', /bukan nama akun/],
    ['facebook', 'ftp://facebook.com/rina', /bukan tautan/],
    ['facebook', 'Rina Contohwati', /nama tampilan/],
    ['facebook', 'r\u0456na.contoh', /bukan nama akun/],
    ['facebook', 'rina@contoh.id', /bukan nama akun/],
    ['facebook', '1E+14', /dibulatkan/],
    ['facebook', '1,00E+14', /dibulatkan/],
    ['x', '1700000000000000000', /dibulatkan/],
    ['facebook', '081234567890', /nomor telepon/],
    ['x', '12345678', /tidak jelas/],
    ['youtube', '123456', /tidak jelas/],
    ['x', 'nama_akun_yang_panjang', /bukan nama akun/],
    ['x', 'https://x.com/budi_contoh/status/1', /kiriman/],
    ['x', 'https://x.com/home', /bukan tautan profil/],
    ['x', 'https://t.co/abc', /pendek/],
    ['instagram', 'https://www.instagram.com/p/Cabc/', /kiriman/],
    ['instagram', 'https://www.instagram.com/rina.contoh/reel/Cabc/', /kiriman/],
    ['tiktok', 'https://vm.tiktok.com/ZSabc/', /pendek/],
    ['tiktok', 'https://www.tiktok.com/@sari.contoh/video/7', /kiriman/],
    ['youtube', 'https://www.youtube.com/watch?v=abc', /kiriman/],
    ['youtube', 'https://youtu.be/abc', /pendek/],
    ['youtube', 'https://www.youtube.com/user/contoh', /bukan tautan profil/],
    ['threads', 'https://www.threads.net/@joko.contoh/post/abc', /kiriman/],
    ['facebook', '', /kosong/],
    ['facebook', '-', /kosong/],
    ['instagram', 'tidak ada', /kosong/],
    ['instagram', 'a'.repeat(3000), /terlalu panjang/],
  ];
  test.each(cases)('%s %s', (platform, cell, reason) => {
    expect(parseAccountCell(platform, cell)).toEqual({ reason: expect.stringMatching(reason) });
  });

  test('an id cell takes ids and addresses, never a name', () => {
    expect(parseIdCell('youtube', UC)).toEqual({ id: UC, handle: null });
    expect(parseIdCell('x', '12345')).toEqual({ id: '12345', handle: null });
    expect(parseIdCell('facebook', 'rina.contoh')).toEqual({ reason: expect.stringMatching(/bukan id Facebook/) });
    expect(parseIdCell('x', '1.70000E+18')).toEqual({ reason: expect.stringMatching(/dibulatkan/) });
    expect(parseIdCell('x', '1700000000000000000')).toEqual({ reason: expect.stringMatching(/dibulatkan/) });
  });
});
