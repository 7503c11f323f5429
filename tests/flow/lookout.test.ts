import { JSDOM } from 'jsdom';
import { beforeEach, expect, test } from 'vitest';
import { type Lookout, lookout } from '../../src/flow/lookout.ts';
import type { Platform } from '../../src/model/platform.ts';
import type { Reading } from '../../src/model/sighting.ts';
import { x } from '../../src/platforms/x/index.ts';
import { sighting } from '../match/sample.ts';

const POST = 'https://x.com/paslon_contoh/status/1960000000000000001';
const WORDS = 'Kata-kata yang tampil di halaman. '.repeat(12);
let now = 0;
beforeEach(() => {
  now = 0;
});

function open(url: string, body: string, platform: Platform = x): { out: Lookout; pass: (seconds: number, found?: number) => void } {
  const { window } = new JSDOM(`<body>${body}</body>`, { url });
  Object.defineProperty(window, 'performance', { value: { now: () => now } });
  const out = lookout(platform, window as unknown as Window);
  return {
    out,
    pass(seconds, found = 0) {
      for (let i = 0; i < seconds; i++) {
        now += 1000;
        out.look(found);
      }
    },
  };
}
const said = (...ids: string[]): Reading[] =>
  ids.map((id) => sighting({ platform: 'x', source: 'wire', action: 'reply', item: { id, otherIds: [], url: null } }));

test('posts in the data and none on the page: blind, after a while and within ten seconds', () => {
  const { out, pass } = open(POST, WORDS);
  pass(1);
  out.wireSaid(said('1'));
  pass(5);
  expect(out.missed()).toBeNull();
  pass(3);
  expect(out.missed()).toBe('wire');
});

test('without the data: an address of posts and much on the page is said, a page still loading is not', () => {
  const drawn = open(POST, WORDS);
  drawn.pass(8);
  expect(drawn.out.missed()).toBe('drawn');
  const waiting = open(POST, `<p>Memuat…</p><script>${WORDS}</script>`);
  waiting.pass(60);
  expect(waiting.out.missed()).toBeNull();
});

test.each(['https://x.com/login', 'https://x.com/settings/account', 'https://x.com/messages', 'https://x.com/i/flow/login'])(
  'a page with nothing to read is never called blind, whatever data arrives: %s',
  (url) => {
    const { out, pass } = open(url, WORDS);
    out.wireSaid(said('1', '2', '3'));
    pass(60);
    expect(out.missed()).toBeNull();
  },
);

test('an empty feed is no blindness; one preview in the data of a feed is none either', () => {
  const { out, pass } = open('https://x.com/home', WORDS);
  out.wireSaid(said('1'));
  pass(60);
  expect(out.missed()).toBeNull();
  out.wireSaid(said('2', '3'));
  pass(8);
  expect(out.missed()).toBe('wire');
});

test('items that stand below the screen are not missing', () => {
  const { out, pass } = open(POST, `${WORDS}<article data-testid="tweet"></article>`);
  out.wireSaid(said('1'));
  pass(60);
  expect(out.missed()).toBeNull();
});

test('the way back: items that come late take it away', () => {
  const { out, pass } = open(POST, WORDS);
  out.wireSaid(said('1'));
  pass(9);
  expect(out.missed()).toBe('wire');
  pass(1, 3);
  expect(out.missed()).toBeNull();
});

test('time in which nobody looked does not count', () => {
  const { out } = open(POST, WORDS);
  out.wireSaid(said('1'));
  now += 3_600_000;
  out.look(0);
  expect(out.missed()).toBeNull();
});

test('likes in the data announce nothing: they stand behind a click', () => {
  const { out, pass } = open('https://x.com/home', WORDS);
  out.wireSaid(
    ['1', '2', '3'].map((id) => sighting({ platform: 'x', source: 'wire', action: 'like', item: { id, otherIds: [], url: null } })),
  );
  pass(60);
  expect(out.missed()).toBeNull();
});

test('what the other eye’s reader made of the answers is counted', () => {
  const { out } = open(POST, '');
  const lost: Reading = {
    kind: 'unreadable',
    platform: 'x',
    source: 'wire',
    looksLike: 'post',
    missing: ['author', 'id'],
    item: { id: null, url: null },
  };
  out.wireSaid([...said('1', '2'), lost]);
  expect(out.wire()).toEqual({ found: 3, read: 2, unreadable: { author: 1 } });
  out.openPage();
  expect(out.wire()).toEqual({ found: 0, read: 0, unreadable: {} });
});
