import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { printOf, readFacts } from '../../src/flow/pick-facts.ts';
import { isTooBig } from '../../src/lib/pickable.ts';
import { pickFactsSchema } from '../../src/model/pick.ts';

const PAGE = new URL('https://contoh-berita.example/a');
const itemOf = (html: string, selector = '#item') => new JSDOM(`<body>${html}</body>`).window.document.querySelector(selector) as Element;

test('links inside and around, an enclosing link counts as inside, what holds the whole page as neither', () => {
  const item = itemOf(
    `<a href="/jauh">jauh</a><div><a href="/dekat">d</a><a href="/luar"><div id="item">@budi.contoh, surat@contoh.id dan (@wati_1) <a>x</a><img><time datetime="2026-11-20T07:30:00+08:00">20 Nov</time>
     <time datetime="2026-11-20">hari itu</time><span><b></b></span></div></a></div>`,
  );
  const facts = readFacts(item, PAGE);
  expect(pickFactsSchema.safeParse(facts).success).toBe(true);
  expect(facts.links).toEqual([
    { url: 'https://contoh-berita.example/luar', where: 'item' },
    { url: 'https://contoh-berita.example/dekat', where: 'around' },
  ]);
  expect(facts.handles).toEqual(['budi.contoh', 'wati_1']);
  expect(facts.times).toEqual([
    { shown: '20 Nov', at: '2026-11-19T23:30:00.000Z' },
    { shown: 'hari itu', at: null },
  ]);
  expect(facts.images).toBe(1);
});

test('hostile addresses and numbers of links stay out or within bounds', () => {
  const many = Array.from({ length: 2000 }, (_, n) => `<a href="/l${n}">l</a>`).join('');
  const facts = readFacts(
    itemOf(
      `<div id="item"><a href="javascript:alert(1)">j</a><a href="data:text/html,x">d</a><a href="${'/x'.repeat(3000)}">lang</a>${many}</div>`,
    ),
    PAGE,
  );
  expect(pickFactsSchema.safeParse(facts).success).toBe(true);
  expect(facts.links.every(({ url }) => url.startsWith('https://contoh-berita.example/l'))).toBe(true);
  expect(facts.links.length).toBeLessThanOrEqual(300);
});

test('running counters do not make it another item; another link, picture or word does', () => {
  const html = (likes: string, who = 'budi', src = 'a.png') =>
    `<div id="item"><a href="/${who}">x</a><img src="${src}"> ${likes} suka</div>`;
  const print = printOf(itemOf(html('12')));
  expect(printOf(itemOf(html('1345')))).toBe(print);
  for (const other of [html('12', 'wati'), html('12', 'budi', 'b.png'), html('12 tidak')]) expect(printOf(itemOf(other))).not.toBe(print);
});

test('too deep or too many is told without failing', () => {
  const { document } = new JSDOM('<body></body>').window;
  const deep = document.createElement('div');
  let at = deep;
  for (let i = 0; i < 5000; i++) at = at.appendChild(document.createElement('div'));
  expect(isTooBig(deep)).toBe(true);
  const wide = document.createElement('div');
  for (let i = 0; i < 25_000; i++) wide.append(document.createElement('i'));
  expect(isTooBig(wide)).toBe(true);
  const usual = document.createElement('div');
  for (let i = 0; i < 500; i++) usual.append(document.createElement('i'));
  document.body.append(usual, wide);
  expect(isTooBig(usual)).toBe(false);
});
