// What a page is built of where it could not be read, for those who repair the readers. Nobody's words leave the page.
import { disguise } from '../lib/disguise.ts';
import { toSkeleton } from '../lib/skeleton.ts';
import type { Structure } from '../model/messages.ts';
import type { Platform } from '../model/platform.ts';

const ITEMS = 20;
const ROOM = 400_000;
const ADDRESSES = 5000;
/** Beside the way to an item: readers ask which list it is and whose page. */
const AROUND = 'h1, h2, h3, [role="heading"], [role="tablist"], [role="tab"], a[aria-current]';

/**
 * The unreadable items with the way to them; all of the page where less would not read the same; where no item is found at all, its
 * main part. Changes nothing on the page.
 */
export function toStructure(platform: Platform, document: Document, url: URL): Structure {
  const all = platform.findItems(document);
  const lost = all.filter((item) => lacks(platform, [item], url).length > 0).slice(0, ITEMS);
  const as = disguise(url, addressesOf(document));
  const address = `${url.origin}${as.address(`${url.pathname}${url.search}`)}`;
  const write = (wanted: ReadonlySet<Element>): string => {
    const way = new Set<Element>();
    for (const element of wanted) for (let up = element.parentElement; up !== null; up = up.parentElement) way.add(up);
    const isWanted = (element: Element) => (wanted.has(element) ? 'all' : way.has(element) ? 'way' : 'no');
    const { html, left } = toSkeleton(document.body, isWanted, as, ROOM);
    return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<link rel="canonical" href="${address.replace(/&/g, '&amp;').replace(/"/g, '')}">
<meta name="netra" content="${platform.id} ${platform.revision}; ${lost.length} unreadable of ${all.length}; ${left} elements left out">
</head>
${html}
</html>
`;
  };
  if (lost.length === 0) return { html: write(new Set([document.querySelector('main, [role="main"]') ?? document.body])), items: 0 };
  // An item that holds an unreadable one is taken whole: empty, it would look unreadable itself.
  const items = new Set(all);
  const wanted = new Set(lost.map((item) => outermost(item, items)));
  for (const element of lost)
    for (let up = element.parentElement; up !== null; up = up.parentElement)
      for (const child of up.children) if (child.matches(AROUND)) wanted.add(child);
  const html = write(wanted);
  const isFaithful = readsTheSame(platform, html, new URL(address), lacks(platform, lost, url), document);
  return { html: isFaithful ? html : write(new Set([document.body])), items: lost.length };
}

/** What the items lack, in a form to compare. */
function lacks(platform: Platform, items: readonly Element[], url: URL): string[] {
  return items
    .flatMap((item) => platform.readItem(item, { url }))
    .flatMap((reading) => (reading.kind === 'unreadable' ? [`${reading.looksLike} ${reading.missing}`] : []))
    .sort();
}

function readsTheSame(platform: Platform, html: string, url: URL, wanted: readonly string[], { defaultView }: Document): boolean {
  try {
    const parser = (defaultView as (Window & typeof globalThis) | null)?.DOMParser;
    if (parser === undefined) return false;
    const copy = new parser().parseFromString(html, 'text/html');
    return JSON.stringify(lacks(platform, platform.findItems(copy), url)) === JSON.stringify(wanted);
  } catch {
    // Some browsers let a page forbid this even to extensions: then more is kept than may be needed.
    return false;
  }
}

function outermost(item: Element, items: ReadonlySet<Element>): Element {
  let found = item;
  for (let up = item.parentElement; up !== null; up = up.parentElement) if (items.has(up)) found = up;
  return found;
}

/** Accounts and items that links name: they are recognised in texts, so that what agrees goes on agreeing. */
function addressesOf(document: Document): string[] {
  return [...document.querySelectorAll('a[href]')].slice(0, ADDRESSES).map((link) => link.getAttribute('href') ?? '');
}
