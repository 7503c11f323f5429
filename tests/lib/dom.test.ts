import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { findAll, hrefOf, textOf } from '../../src/lib/dom.ts';

const body = (html: string) => new JSDOM(`<!doctype html><body>${html}</body>`).window.document.body;
const base = new URL('https://www.example.id/akun/');

describe('the text a reader sees', () => {
  test.each([
    ['a<br>b', 'a\nb'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['<div><div><div>a</div></div></div><p>b</p>', 'a\nb'],
    ['a<span>b</span>c', 'abc'],
    ['Semangat <img alt="💪"> terus', 'Semangat 💪 terus'],
    ['<img>', ''],
    ['a<script>x</script><style>y</style><noscript>z</noscript><template>t</template>b', 'ab'],
    ['  <p> a </p>  ', 'a'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['a<!-- not shown -->b', 'ab'],
    ['&lt;b&gt;tebal&lt;/b&gt; &amp; lain', '<b>tebal</b> & lain'],
    ['\u202Eterbalik\u202C', '\u202Eterbalik\u202C'],
  ])('%j', (html, expected) => expect(textOf(body(html))).toBe(expected));

  test('words of text nodes come out in order, each once, whatever stands around them', () => {
    const tag = fc.constantFrom('div', 'span', 'p', 'b', 'li', 'a');
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, fc.stringMatching(/^[a-z]{1,8}$/)), { maxLength: 12 }), (parts) => {
        const root = body('');
        for (const [name, word] of parts) {
          const made = root.ownerDocument.createElement(name);
          made.textContent = word;
          root.append(made);
        }
        expect(textOf(root).replaceAll('\n', '')).toBe(parts.map(([, word]) => word).join(''));
      }),
      { numRuns: 50 },
    );
  });
});

describe('links', () => {
  const link = (href: string | null) => {
    const made = body('').ownerDocument.createElement('a');
    if (href !== null) made.setAttribute('href', href);
    return made;
  };
  test.each([
    ['/x', 'https://www.example.id/x'],
    ['x', 'https://www.example.id/akun/x'],
    ['//lain.example/x', 'https://lain.example/x'],
    ['http://lain.example/', 'http://lain.example/'],
    ['?a=1', 'https://www.example.id/akun/?a=1'],
  ])('%s', (href, expected) => expect(hrefOf(link(href), base)?.href).toBe(expected));
  test.each([null, '', '   ', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.c', 'http://', 'blob:https://a/b', 'ftp://a/'])(
    '%s is no address',
    (href) => expect(hrefOf(link(href), base)).toBeNull(),
  );
});

test('findAll: the root itself first, then document order', () => {
  const root = body('<div id="a"><p><div id="b"></div></p><div id="c"></div></div>').firstElementChild as Element;
  expect(findAll(root, 'div').map((one) => one.id)).toEqual(['a', 'b', 'c']);
  expect(findAll(root.ownerDocument, 'div').map((one) => one.id)).toEqual(['a', 'b', 'c']);
  expect(findAll(root, 'p')).toHaveLength(2);
});
