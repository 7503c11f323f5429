import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { unreadKinds } from '../../src/flow/unread-kinds.ts';
import type { Place } from '../../src/model/platform.ts';
import type { Action, Sighting } from '../../src/model/sighting.ts';
import { sighting, target } from '../match/sample.ts';

const HADIR = 'Siap hadir bersama warga.';
const act = (source: 'page' | 'wire', text: string, action: Action = 'comment'): Sighting =>
  sighting({ platform: 'x', source, action, text, post: target({ id: '7' }) });

/** A page of which everything is drawn at this height of the screen. */
function open(body: string, top = 300) {
  const { window } = new JSDOM(`<body>${body}</body>`);
  const rect = { left: 20, top, right: 420, bottom: top + 20, width: 400, height: 20 } as DOMRect;
  window.Element.prototype.getBoundingClientRect = () => rect;
  window.document.elementFromPoint = () => window.document.body;
  const kinds = unreadKinds(window as unknown as Window);
  let visible = 0;
  return {
    kinds,
    window,
    pass(seconds: number, place: Place['kind'] = 'post') {
      for (let i = 0; i < seconds; i++) {
        visible += 1000;
        kinds.look(visible, place);
      }
      return kinds.kinds();
    },
  };
}
const drawn = `<article><p>Kiriman calon yang terbaca.</p></article><section><b>Rina</b><p>  Siap hadir
  bersama warga.</p></section>`;

describe('a kind that is no longer read', () => {
  test('is told within ten seconds: its words are in the data and on the screen, and nothing of it was read', () => {
    const { kinds, pass } = open(drawn);
    kinds.said([act('page', 'Kiriman calon yang terbaca.', 'post'), act('wire', HADIR)]);
    expect(pass(5)).toEqual([]);
    expect(pass(4)).toEqual(['comment']);
  });
  test('stays told when the words are scrolled away, until one of the kind is read', () => {
    const { kinds, pass, window } = open(drawn);
    kinds.said([act('wire', HADIR)]);
    pass(9);
    window.document.querySelector('section')?.remove();
    expect(pass(3)).toEqual(['comment']);
    kinds.said([act('page', 'Yang lain sama sekali.', 'reply')]);
    expect([kinds.kinds(), pass(9)]).toEqual([[], []]);
  });
  test('posts too', () => {
    const { kinds, pass } = open(drawn);
    kinds.said([act('page', HADIR), act('wire', 'Kiriman calon yang terbaca.', 'post')]);
    expect(pass(9, 'profile')).toEqual(['post']);
  });
  test('a new page begins anew', () => {
    const { kinds, pass } = open(drawn);
    kinds.said([act('wire', HADIR)]);
    pass(9);
    kinds.openPage();
    expect([kinds.kinds(), pass(9)]).toEqual([[], []]);
  });
});

describe('no false alarm', () => {
  test.each([
    ['comments closed or folded: the words are not on the page', '<article>Kiriman calon yang terbaca.</article>', HADIR, 300],
    ['the words are part of other words', `<p>${HADIR} Kata lain.</p>`, HADIR, 300],
    ['the words stand in a script only', `<script type="application/json">${HADIR}</script>`, HADIR, 300],
    ['words that many write alike', '<p>Hadir</p>', 'Hadir', 300],
    ['names and links are drawn as elements of their own', '<p>@rina siap hadir ya</p>', '@rina siap hadir ya', 300],
    ['at the screen’s upper edge, where items are rightly left unread', `<p>${HADIR}</p>`, HADIR, 10],
    ['at the lower edge', `<p>${HADIR}</p>`, HADIR, 740],
    ['below the screen', `<p>${HADIR}</p>`, HADIR, 3000],
  ])('%s', (_why, body, text, top) => {
    const { kinds, pass } = open(body, top);
    kinds.said([act('wire', text)]);
    expect(pass(30)).toEqual([]);
  });
  test('a page that is still being read', () => {
    const { kinds, pass } = open(drawn);
    kinds.said([act('wire', HADIR)]);
    pass(5);
    kinds.said([act('page', HADIR)]);
    expect(pass(30)).toEqual([]);
  });
  test('covered by something else', () => {
    const { kinds, pass, window } = open(drawn);
    window.document.elementFromPoint = () => window.document.querySelector('article');
    kinds.said([act('wire', HADIR)]);
    expect(pass(30)).toEqual([]);
  });
  test('read as something else than the data calls it, before or after', () => {
    for (const order of [0, 1]) {
      const { kinds, pass } = open(drawn);
      const both = [act('wire', HADIR, 'reply'), act('page', HADIR, 'post')];
      kinds.said(order === 0 ? both : both.reverse());
      expect(pass(30)).toEqual([]);
    }
  });
  test.each(['feed', 'profile', 'other'] as const)('a preview of comments on a page of kind %s', (place) => {
    const { kinds, pass } = open(drawn);
    kinds.said([act('wire', HADIR)]);
    expect(pass(30, place)).toEqual([]);
  });
  test('likes are no item of their own', () => {
    const { kinds, pass } = open(drawn);
    kinds.said([act('wire', HADIR, 'like')]);
    expect(pass(30)).toEqual([]);
  });
});
