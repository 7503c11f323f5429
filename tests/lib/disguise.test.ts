// Nobody's words leave the page: whatever stands in texts, names, addresses or attributes.
import fc from 'fast-check';
import { JSDOM, VirtualConsole } from 'jsdom';
import { expect, test } from 'vitest';
import { disguise } from '../../src/lib/disguise.ts';
import { nameWords, pathWords } from '../../src/lib/markup-words.ts';
import { toSkeleton } from '../../src/lib/skeleton.ts';

const BASE = new URL('https://x.com/paslon_contoh/status/1960000000000000001');
/** Names as people and sites write them: many scripts, digits, dots and underscores; none made of stand-ins only. */
const name = fc.oneof(
  fc.stringMatching(/^[a-wA-W2-9][A-Za-z0-9_.]{2,14}$/),
  fc.stringMatching(/^[\u0627-\u063A]{3,9}$/),
  fc.stringMatching(/^[\u0430-\u0436\u0438-\u044f]{3,9}$/),
  fc.stringMatching(/^[\uA98F-\uA9AF]{3,6}$/),
  fc.stringMatching(/^[\u4e00-\u4fff]{3,6}$/),
  fc.string({ unit: 'grapheme', minLength: 3, maxLength: 12 }),
  fc.stringMatching(/^[2-9]{3,18}$/),
);
const TAGS = ['div', 'a', 'img', 'span', 'article', 'time', 'svg', 'ytd-comment-view-model', 'script', 'style', 'input', 'b'] as const;
const ATTRIBUTES = [
  'alt', 'title', 'aria-label', 'aria-labelledby', 'aria-description', 'placeholder', 'value', 'content', 'name', 'id', 'class', 'style', 'href', 'src', 'srcset',
  'poster', 'data-testid', 'data-e2e', 'data-author', 'data-id', 'data-commentid', 'video-id', 'datetime', 'lang', 'role', 'type', 'itemprop', 'd', 'onclick', 'slot',
  'dir', 'rel', 'tabindex', 'aria-current', 'contenteditable', 'data-href', 'hidden', 'shape',
] as const; // biome-ignore format: a list
/** What the structure itself says, in every file. */
const KEPT = [
  ...nameWords(),
  ...pathWords(),
  ...ATTRIBUTES,
  ...TAGS,
  'https',
  'x.com',
  'example',
  'ltr',
  'rtl',
  'true',
  'false',
  'mixed',
  'polite',
  'none',
]
  .join(' ')
  .toLowerCase();
const around: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `Foto profil ${word} 2 jam`,
  (word) => `/${word}/status/1960000000000000001?lang=${word}`,
  (word) => `https://x.com/${encodeURIComponent(word)}#${word}`,
  (word) => `https://${word.replace(/[^a-z0-9]/gi, '')}.example.net/${word}?u=${encodeURIComponent(`https://x.com/${word}`)}`,
  (word) => `background: url("https://pbs.example/${word}.jpg"); --nama: ${word}`,
  (word) => `UserAvatar-Container-${word}`,
  (word) => `${word}-follow`,
  (word) => `javascript:alert("${word}")`,
  (word) => `mailto:${word}@surat.example`,
];

const words = (text: string) => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? [];
/** Builders' words and a digit that tells a level, however they stand together: "yt0". */
const isBuilt = (word: string) =>
  word
    .split(/(\p{N}+)/u)
    .every((run) => run === '' || KEPT.includes(run.toLowerCase()) || nameWords().has(run.toLowerCase()) || /^[0-3]$/.test(run));
/** Words that the disguise itself writes prove nothing. */
const tells = (word: string) => !isBuilt(word) && !/^[xyz01]+$/i.test(word) && !/^(.)\1*$/u.test(word);

test('no word, number or account of three letters survives, wherever it stands', () => {
  const element = fc.record({
    tag: fc.constantFrom(...TAGS),
    attributes: fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), name, fc.constantFrom(...around)), { maxLength: 5 }),
    text: fc.tuple(name, fc.constantFrom(...around)),
    own: fc.stringMatching(/^[b-w]{4,9}$/),
  });
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 6 }), (elements) => {
      const { document } = new JSDOM('<body></body>', { url: BASE.href, virtualConsole: new VirtualConsole() }).window;
      const said: string[] = [];
      let parent: Element = document.body;
      for (const { tag, attributes, text, own } of elements) {
        const made = document.createElement(tag);
        for (const [attribute, word, wrap] of attributes) {
          made.setAttribute(attribute, wrap(word));
          said.push(word);
        }
        // Sites and other extensions name attributes and elements after people, too.
        made.setAttribute(`data-${own}`, own);
        made.append(document.createElement(`x-${own}`), document.createComment(text[0]), text[1](text[0]));
        said.push(text[0], own);
        parent.append(made);
        if (tag === 'div' || tag === 'article') parent = made;
      }
      const known = [...document.querySelectorAll('[href]')].map((one) => one.getAttribute('href') ?? '');
      const { html } = toSkeleton(document.body, () => 'all', disguise(BASE, known), 1e6);
      const after = html.normalize('NFC').toLowerCase();
      for (const word of said.flatMap(words).filter(tells)) expect(after, word).not.toContain(word.toLowerCase());
    }),
    { numRuns: 600 },
  );
});

test('examples: what stays and what goes', () => {
  const as = disguise(BASE, ['/budi_contoh']);
  expect(as.address('/budi_contoh/status/1960000000000000001')).toBe('/xxxx_xxxxxx/status/0000000000000000000');
  expect(as.address('https://www.facebook.com/rahmat?id=5')).toBe('https://xxxx.example/xxxxxx?id=0');
  expect(as.address('javascript:alert(1)')).toBe('#');
  expect(as.text('Budi Contohno, 2 jam · @budi_contoh')).toBe('Xxxx Xxxxxxxx, 0 xxxx • @xxxx_xxxxxx');
  expect(as.text('محمد 한국 ꦧꦸꦢꦶ')).toBe('\u0627\u0627\u0627\u0627 xx \uA9B2\uA9B2\uA9B2\uA9B2');
  expect(as.text('汉字 Анна Ελλάς')).toBe('\u5B57\u5B57 \u0436\u0436\u0436\u0436 \u03B6\u03B6\u03B6\u03B6');
  expect(as.name('UserAvatar-Container-budi_contoh')).toBe('UserAvatar-Container-xxxx_xxxxxx');
  expect(as.name('comment-level-1')).toBe('comment-level-1');
  expect(as.name('1692631214761324544-follow')).toBe('0000000000000000001-follow');
});

test('two accounts stay two, one stays one, and the same page gives the same text', () => {
  const write = () => {
    const as = disguise(BASE);
    return ['/abcd', '/efgh', '/abcd', '/ijkl/status/123', '/ijkl/status/456'].map(as.address);
  };
  const [a, b, c, d, e] = write();
  expect(a).toBe(c);
  expect(new Set([a, b, d, e]).size).toBe(4);
  expect(write()).toEqual(write());
});
