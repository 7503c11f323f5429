// Writes elements as HTML in disguise: tags, roles and test hooks stay, words, names, numbers and addresses do not.
import type { Disguise } from './disguise.ts';

/** Elements that hold nothing of a page's structure. */
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'link', 'meta', 'base']);
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr']);
/** Signs of a state: kept only where they are one of these. */
const STATES = /^(?:true|false|mixed|page|menu|dialog|listbox|none|polite|assertive|off|-?[0-9])$/;
const TEXTS = new Set(['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']);
const ADDRESSES = new Set(['href', 'data-href']);
const NAMES = new Set([
  'id',
  'role',
  'type',
  'slot',
  'is',
  'name',
  'itemprop',
  'rel',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
]);
const DIRECTIONS = new Set(['ltr', 'rtl', 'auto']);
/** Drawing commands of an icon; readers tell icons by them. A run of words is none. */
const PATH = /^M[\d.\- ,]+(?:[a-zA-Z][\d.\- ,]*){3,}$/;
const KNOWN_TAG =
  /^(?:[a-z]|h[1-6]|abbr|address|article|aside|audio|blockquote|br|button|canvas|caption|circle|cite|code|dd|details|dialog|div|dl|dt|em|fieldset|figcaption|figure|footer|form|g|header|hr|img|input|label|legend|li|main|mark|nav|ol|option|path|picture|pre|rect|section|select|small|source|span|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|ul|use|video)$/;
/** A date that is nobody's. */
const SOME_TIME = '2000-01-01T00:00:00.000Z';

export interface Skeleton {
  readonly html: string;
  /** Elements that had no more room. */
  readonly left: number;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * The tree under `root`. `isWanted`: 'all' with everything inside, 'way' only as the way to what is wanted, 'no' not at all.
 * @param room most characters of HTML
 */
export function toSkeleton(root: Element, isWanted: (element: Element) => 'all' | 'way' | 'no', as: Disguise, room: number): Skeleton {
  let length = 0;
  let left = 0;

  function write(element: Element, whole: boolean): string {
    const name = element.localName.toLowerCase();
    const wanted = whole ? 'all' : isWanted(element);
    if (wanted === 'no' || SKIPPED.has(name)) return '';
    if (length > room) {
      left++;
      return '';
    }
    const tag = KNOWN_TAG.test(name) ? name : name.includes('-') ? `${safeTag(as.name(name))}` : 'div';
    const open = `<${tag}${[...element.attributes].map((one) => attribute(one.name.toLowerCase(), one.value, as)).join('')}>`;
    length += open.length;
    if (VOID.has(tag)) return open;
    let inside = '';
    for (const child of element.childNodes) {
      if (child.nodeType === 1) inside += write(child as Element, wanted === 'all');
      else if (child.nodeType === 3 && wanted === 'all') {
        const text = escaped(as.text(child.nodeValue ?? ''));
        length += text.length;
        inside += text;
      }
    }
    return `${open}${inside}</${tag}>`;
  }

  return { html: write(root, false), left };
}

/** A custom element's name has to keep its form. */
const safeTag = (name: string) => name.toLowerCase().replace(/[^a-z0-9-]/g, 'x');

function attribute(name: string, value: string, as: Disguise): string {
  const made = toValue(name, value, as);
  if (made === null) return '';
  // Builders' names of attributes; in anything else somebody's words could stand.
  const safe = /^(?:aria|data)-/.test(name) ? as.name(name) : name;
  return ` ${safe.toLowerCase().replace(/[^a-z0-9-]/g, 'x')}="${escaped(made)}"`;
}

function toValue(name: string, value: string, as: Disguise): string | null {
  if (TEXTS.has(name)) return as.text(value);
  if (ADDRESSES.has(name)) return as.address(value);
  if (NAMES.has(name)) return as.name(value);
  if (name === 'datetime') return Number.isNaN(Date.parse(value)) ? '' : SOME_TIME;
  if (name === 'dir') return DIRECTIONS.has(value) ? value : '';
  if (name === 'src') return 'data:,';
  if (name === 'class') return toClass(value, as);
  if (name === 'd') return PATH.test(value) ? value : '';
  if (name === 'hidden' || name === 'disabled' || name === 'collapsed') return '';
  if (name === 'contenteditable' || name === 'tabindex' || name.startsWith('aria-')) return STATES.test(value) ? value : as.name(value);
  // The site's own number of an item keeps its length: readers check it.
  if (name.endsWith('-id') || name.endsWith('commentid')) return as.address(`/${value}`).slice(1);
  return name.startsWith('data-') ? as.name(value) : null;
}

/** Components' names in class names; all the rest of them is generated. */
function toClass(value: string, as: Disguise): string | null {
  const kept = value
    .split(/\s+/)
    .map((one) => as.name(one.replace(/^.*--/, '')))
    .filter((one) => !/x{2}|X{2}|0/.test(one) && (one.match(/[A-Z][a-z]+/g)?.length ?? 0) >= 3);
  return kept.length === 0 ? null : kept.join(' ');
}
