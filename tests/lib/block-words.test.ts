// Words taken out of HTML: where they go, and what stays.
import { expect, test } from 'vitest';
import { blockWords } from '../../src/lib/block-words.ts';

test('in texts, attribute values and comments, in any case; blocks of the same length', () => {
  const { html, found } = blockWords('<a href="/wati" title="Ibu WATI">Wati, wati</a><!-- Wati -->', ['Wati']);
  expect(html).toBe('<a href="/████" title="Ibu ████">████, ████</a><!-- ████ -->');
  expect(found).toEqual([5]);
});

test('names of elements and attributes stay, whatever the word', () => {
  expect(blockWords('<div class="div">div</div>', ['div', 'class']).html).toBe('<div class="███">███</div>');
  expect(blockWords('<a title="x > div">div</a>', ['div']).html).toBe('<a title="x > ███">███</a>');
});

test('signs that HTML writes otherwise, and any blanks', () => {
  const { html, found } = blockWords('<p title="Tom &amp; &quot;Jo&quot;">Tom &amp;\n&nbsp;"Jo"</p>', ['Tom & "Jo"']);
  expect(found).toEqual([2]);
  expect(html).toMatch(/^<p title="█+">█+<\/p>$/);
  expect(blockWords('a.b aXb', ['a.b']).html).toBe('███ aXb');
});

test('every word, also one inside of another, and whichever was named first', () => {
  const blocks = '<b>██████████</b> ████';
  for (const words of [
    ['Warga', 'Wati Warga', 'Budi'],
    ['Budi', 'Wati Warga', 'Warga'],
  ])
    expect(blockWords('<b>Wati Warga</b> Budi', words)).toEqual({ html: blocks, found: [1, 1, 1], places: 2 });
});

test('tells of each word how often it was there; a lone bracket harms nothing', () => {
  expect(blockWords('Wati < Budi', ['Budi', 'Siti'])).toEqual({ html: 'Wati < ████', found: [1, 0], places: 1 });
});
