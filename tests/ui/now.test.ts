import { expect, test } from 'vitest';
import { byUse, latestListings, toCoverage } from '../../src/ui/now/coverage.ts';
import { toMissing } from '../../src/ui/parts/missing.ts';
import { siteOf, toLink } from '../../src/ui/parts/site.ts';
import { listing, post } from './sample.ts';

test('a list says its total, that more can be loaded, and never a count that nobody took', () => {
  expect(toCoverage(listing({ more: true }), 'id')).toEqual([
    'Situs menyebut 175 reaksi. Netra hanya membaca yang sudah Anda tampilkan.',
    'Gulir atau buka “lihat lainnya” untuk menampilkan sisanya.',
  ]);
  expect(toCoverage(listing({ total: null }), 'id')).toEqual(['Situs tidak menyebut jumlah reaksi.']);
});

test('how much was seen is one line, with what to do about the rest', () => {
  expect(toCoverage(listing({ seen: 35, more: true }), 'id')).toEqual(['35 dari 175 reaksi terlihat; gulir untuk melihat lainnya.']);
  expect(toCoverage(listing({ seen: 35, more: true }), 'en')).toEqual(['35 of 175 reactions seen; scroll to see more.']);
  expect(toCoverage(listing({ seen: 175, more: false }), 'id')).toEqual([
    '175 dari 175 reaksi terlihat.',
    'Tidak ada tanda bahwa masih ada lanjutannya.',
  ]);
  // The list ended before the total was reached: that is no end to be sure of.
  expect(toCoverage(listing({ seen: 35, more: false }), 'id')).toEqual(['35 dari 175 reaksi terlihat.']);
  expect(toCoverage(listing({ seen: 0, total: null, more: false }), 'id')).toEqual(['0 reaksi terlihat; situs tidak menyebut jumlahnya.']);
  expect(latestListings([listing({ seen: 3 }), listing({ source: 'wire', seen: 5 })])[0]?.seen).toBe(5);
});

test('a filtered list says how to unfilter it on the site, and is never called complete', () => {
  const said = toCoverage(listing({ action: 'comment', filtered: true, more: false }), 'id').join(' ');
  expect(said).toContain('pilih “Semua komentar”');
  expect(said).not.toContain('Tidak ada tanda');
  expect(toCoverage(listing({ action: 'comment', filtered: true, platform: 'x' }), 'en').join(' ')).toContain('leaves some comments out');
});

test('where the site never shows by whom, no scrolling is advised', () => {
  const limits = [{ action: 'like', visible: 'no', say: { id: '', en: '' }, source: '' }] as const;
  expect(toCoverage(listing({ more: true }), 'id', limits)).toEqual(['Situs menyebut 175 reaksi, tetapi tidak memperlihatkan dari siapa.']);
  expect(toCoverage(listing({ total: null }), 'id', limits)).toEqual([]);
});

test('what the user can act on comes first', () => {
  const all = [listing({ total: 1 }), listing({ total: 2, more: true }), listing({ total: 3, filtered: true })];
  expect(byUse(all).map((one) => one.total)).toEqual([3, 2, 1]);
  expect(byUse([...all, listing({ total: 4, seen: 1 })]).map((one) => one.total)).toEqual([4, 3, 2, 1]);
});

test('the two eyes’ words on one list become one line; another post’s list stays apart', () => {
  const lists = latestListings([
    listing({ total: 175, more: true }),
    listing({ source: 'wire', total: null, filtered: true }),
    listing({ post: { ...post, id: '2' } }),
  ]);
  expect(lists).toHaveLength(2);
  expect(lists[0]).toMatchObject({ total: 175, filtered: true, more: true });
});

test('one list is known under Facebook’s number and its pfbid, whichever eye named which', () => {
  const [number, opaque] = ['7100000000000011', 'pfbid0Contoh11'];
  const lists = latestListings([
    listing({ total: null, filtered: null, more: null, post: { ...post, id: opaque, otherIds: [] } }),
    listing({ source: 'wire', total: 47, filtered: true, post: { ...post, id: number, otherIds: [opaque] } }),
    listing({ total: null, filtered: null, post: { ...post, id: number, otherIds: [] } }),
  ]);
  expect(lists).toHaveLength(1);
  expect(lists[0]).toMatchObject({ total: 47, filtered: true });
});

test('missing fields are summed by what they mean to a user', () => {
  expect(toMissing({ author: 2, actor: 3, permalink: 1, 'toString\u202E': 4, text: 0 })).toEqual([
    { key: 'missing.account', raw: null, n: 5 },
    { key: 'missing.other', raw: 'toString\u202E', n: 4 },
    { key: 'missing.link', raw: null, n: 1 },
  ]);
  expect(toMissing({ constructor: 1 } as Record<string, number>)).toEqual([{ key: 'missing.other', raw: 'constructor', n: 1 }]);
});

test('what a pop-up of accounts lacks is said in words', () => {
  expect(toMissing({ action: 1 })).toEqual([{ key: 'missing.action', raw: null, n: 1 }]);
});

test('no other order is advised where the site ends a list of accounts early', () => {
  const likers = listing({ platform: 'instagram', action: 'like', total: 12845, filtered: true, more: false });
  expect(toCoverage(likers, 'id').join(' ')).toMatch(/sisanya tidak dapat dibuka/);
  expect(toCoverage({ ...likers, platform: 'threads' }, 'id').join(' ')).toMatch(/Pilih urutan/);
});

test('a site is known by its whole host', () => {
  const sites = [{ id: 'x', name: 'X', hosts: ['x.com'], matches: [], limits: [] }] as const;
  expect(siteOf(sites, new URL('https://mobile.x.com/a'))?.id).toBe('x');
  expect(siteOf(sites, new URL('https://netflix.com/'))).toBeNull();
  expect(siteOf(sites, new URL('https://x.com.jahat.example/'))).toBeNull();
  expect(siteOf(sites, null)).toBeNull();
});

test('only an https address on the site itself may be opened by a click', () => {
  const x = { id: 'x', name: 'X', hosts: ['x.com'], matches: [], limits: [] } as const;
  expect(toLink('https://x.com/a/status/1', x)).toBe('https://x.com/a/status/1');
  for (const address of [
    'javascript:alert(1)',
    'http://x.com/',
    'https://x.com@jahat.example/',
    'https://a:b@x.com/',
    'https://notx.com/',
    '/a',
    'data:text/html,x',
  ])
    expect(toLink(address, x), address).toBeNull();
  expect(toLink(null, x)).toBeNull();
  expect(toLink('https://x.com/', null)).toBeNull();
});
