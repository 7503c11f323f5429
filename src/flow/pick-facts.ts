// What stands in and around a picked item: its words, links, times and pictures. Knows no site and judges nothing.
import { findAll, hrefOf, textOf } from '../lib/dom.ts';
import type { PickFacts } from '../model/pick.ts';

const MOST_LINKS = { item: 200, around: 100 };
/** How far outward links are looked for. */
const LEVELS = 3;
const HANDLE = /(?<![\p{L}\p{N}_@./])@([\p{L}\p{N}_.-]{2,64})/gu;

/** @param page the page's own address, by which links are resolved */
export function readFacts(item: Element, page: URL): PickFacts {
  const words = textOf(item).slice(0, 100_000);
  const links: PickFacts['links'] = [];
  const known = new Set<string>();
  const take = (element: Element, where: 'item' | 'around') => {
    const url = hrefOf(element, page)?.href;
    if (url === undefined || url.length > 4000 || known.has(url)) return;
    known.add(url);
    links.push({ url, where });
  };
  // A link that the picked element stands in says whose it is as well.
  const own = [...findAll(item, 'a[href]').slice(0, MOST_LINKS.item), ...enclosing(item)];
  for (const link of own) take(link, 'item');
  let around = item.parentElement;
  // What holds the whole page holds everybody.
  for (
    let level = 0;
    around !== null && level < LEVELS && !around.matches('body, main, [role="main"]');
    level++, around = around.parentElement
  ) {
    for (const link of around.querySelectorAll('a[href]')) {
      if (links.length >= own.length + MOST_LINKS.around) break;
      if (!item.contains(link)) take(link, 'around');
    }
  }
  return {
    words,
    links: links.slice(0, 300),
    handles: [...new Set([...words.matchAll(HANDLE)].map(([, handle]) => (handle ?? '').replace(/[.-]+$/, '')))]
      .filter((handle) => handle !== '')
      .slice(0, 50),
    times: findAll(item, 'time')
      .slice(0, 20)
      .map((time) => ({ shown: textOf(time).slice(0, 200), at: exactTime(time.getAttribute('datetime')) })),
    images: findAll(item, 'img, video, canvas').length,
  };
}

function enclosing(item: Element): Element[] {
  const link = item.closest('a[href]');
  return link === null || link === item ? [] : [link];
}

/** Only a day and time with a zone is exact. */
function exactTime(stated: string | null): string | null {
  if (stated === null || !/T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(stated)) return null;
  const at = new Date(stated);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What has to be the same still when the picture is taken: a site may put somebody else's item into the element. Counters may run. */
export function printOf(item: Element): string {
  const addresses = findAll(item, 'a[href], img[src], video[src]').map((one) => one.getAttribute('href') ?? one.getAttribute('src'));
  return JSON.stringify([addresses, textOf(item).replace(/\d+/g, '#')]);
}
