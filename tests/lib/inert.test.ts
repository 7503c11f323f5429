// The readable copy is opened by investigators: it must not run, load, post or lead anywhere.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { toInertCopy } from '../../src/lib/inert.ts';

const ALLOWED = new Set([
  ...['HTML', 'HEAD', 'META', 'TITLE', 'BODY', 'A', 'ARTICLE', 'B', 'BLOCKQUOTE', 'BR', 'DIV', 'EM', 'H1', 'H2', 'H3', 'H4', 'I', 'LI'],
  ...['OL', 'P', 'SECTION', 'SPAN', 'STRONG', 'TIME', 'UL'],
]);
const ALLOWED_ATTRIBUTES = new Set(['dir', 'datetime']);

/** Everything in the copy that could do something, by name; [] is inert. */
function dangers(copy: string): string[] {
  const { document } = new JSDOM(copy).window;
  const found: string[] = [];
  const [charset, policy] = document.head.querySelectorAll('meta');
  if (charset?.getAttribute('charset') !== 'utf-8') found.push('no charset');
  if (policy?.getAttribute('http-equiv') !== 'Content-Security-Policy') found.push('no policy');
  if (policy?.getAttribute('content') !== "default-src 'none'") found.push('weak policy');
  for (const element of document.querySelectorAll('*')) {
    if (!ALLOWED.has(element.tagName)) found.push(element.tagName);
    if (element.tagName === 'META') {
      if (element !== charset && element !== policy) found.push('another meta');
      continue;
    }
    for (const { name } of element.attributes) if (!ALLOWED_ATTRIBUTES.has(name)) found.push(`${element.tagName} ${name}`);
  }
  return found;
}

const item = (html: string) => new JSDOM(`<!doctype html><body>${html}`, { url: 'https://www.example.id/' }).window.document.body;

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1) alt="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<a href="javascript:alert(1)" onclick="alert(1)" style="position:fixed">pergi</a>',
  '<a href="https://www.example.id/a?b=1&c=<x>">tautan</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="https://jahat.example"><button formaction="javascript:alert(1)">kirim</button><input autofocus onfocus=alert(1)></form>',
  '<style>@import url(https://jahat.example)</style>',
  '<link rel=stylesheet href=https://jahat.example>',
  '<meta http-equiv=refresh content="0;url=https://jahat.example">',
  '<base href="https://jahat.example/">',
  '<object data=x></object><embed src=x><video src=x autoplay></video><audio src=x></audio>',
  '<details open ontoggle=alert(1)><summary>x</summary>y</details>',
  '<template><script>alert(1)</script></template><noscript><img src=x></noscript>',
  '<picture><source srcset=x><img src=x alt="gambar"></picture>',
  '<div dir="rtl" lang="id" class="x" id="y" contenteditable>kanan</div><div dir="javascript:1">salah</div>',
  '<time datetime="2026-08-01T00:00:00Z" onmouseover=alert(1)>kemarin</time>',
  '<marquee onstart=alert(1)>jalan</marquee><custom-thing is="x" onclick=alert(1)>z</custom-thing>',
  '&lt;/body&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
  '</title><script>alert(1)</script>',
  '<xmp></xmp><plaintext><script>alert(1)</script>',
];

test.each(HOSTILE)('%s', (html) => {
  expect(dangers(toInertCopy(item(html), '</title><script>alert(1)</script>'))).toEqual([]);
});

test('any mixture of them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...HOSTILE, '<div>', '</div>', '<p>', 'kata', '<b>'), { maxLength: 12 }), (parts) => {
      expect(dangers(toInertCopy(item(parts.join('')), parts.join(' ')))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('this check sees what is not inert', () => {
  for (const bad of ['<script>1</script>', '<img src=x>', '<a href=x>y</a>', '<p onclick=x>y</p>', '<p style="x">y</p>', '<form></form>'])
    expect(dangers(`<!doctype html><head><meta charset=utf-8></head>${bad}`)).not.toEqual([]);
});

test('words, pictures’ descriptions, addresses and times stay to be read', () => {
  const copy = toInertCopy(
    item('<p>Dukung <a href="/calon">Contoh</a><br><img alt="💪"></p><time datetime="2026-08-01">kemarin</time><p dir="rtl">kanan</p>'),
    'Kiriman & komentar',
  );
  const { document } = new JSDOM(copy).window;
  expect(document.title).toBe('Kiriman & komentar');
  expect(document.body.textContent).toBe('Dukung Contoh </calon> [💪]kemarinkanan');
  expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2026-08-01');
  expect(document.querySelector('[dir=rtl]')?.textContent).toBe('kanan');
});

test('code, forms and players leave no words behind', () => {
  const code =
    '<script>kode()</script><style>p{}</style><template>t</template><select><option>pilih</select><video>putar</video><svg><text>s</text></svg>';
  expect(new JSDOM(toInertCopy(item(`a${code}b`), '')).window.document.body.textContent).toBe('ab');
});

test('the item itself is not changed', () => {
  const root = item(HOSTILE.join(''));
  const before = root.outerHTML;
  toInertCopy(root, 'x');
  expect(root.outerHTML).toBe(before);
});
