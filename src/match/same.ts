// When two readings speak of one account, one item or one text. "unknown" where neither can be said.
import type { Account, SiteId } from '../model/account.ts';
import { handleKey } from '../model/account-key.ts';
import type { Target } from '../model/sighting.ts';

export type Sameness = 'same' | 'differs' | 'unknown';

export interface Ids {
  readonly id: string | null;
  readonly otherIds: readonly string[];
  readonly url: string | null;
}

/** Every id of an item; its address not counted. */
export function idsOf(item: { readonly id: string | null; readonly otherIds: readonly string[] }): string[] {
  return item.id === null ? [...item.otherIds] : [item.id, ...item.otherIds];
}

/** By id where both have one, else by handle; a handle never overrules ids. */
export function compareAccounts(platform: SiteId, a: Account, b: Account): Sameness {
  if (a.id !== null && b.id !== null) return a.id === b.id ? 'same' : 'differs';
  const keyA = a.handle === null ? null : handleKey(platform, a.handle);
  const keyB = b.handle === null ? null : handleKey(platform, b.handle);
  if (keyA === null || keyB === null) return 'unknown';
  return keyA === keyB ? 'same' : 'differs';
}

/** By any id in common, else by address; ids of unlike forms (a number and an opaque one) cannot contradict each other. */
export function compareItems(a: Ids, b: Ids): Sameness {
  const idsA = idsOf(a);
  const idsB = idsOf(b);
  if (idsA.some((id) => idsB.includes(id))) return 'same';
  if (idsA.some((id) => idsB.some((other) => areComparable(id, other)))) return 'differs';
  if (a.url === null || b.url === null) return 'unknown';
  return toPlainUrl(a.url) === toPlainUrl(b.url) ? 'same' : 'unknown';
}

export function compareTargets(a: Target, b: Target): Sameness {
  return compareItems(a, b);
}

/** Facebook gives one post a new pfbid from time to time, so two different ones say nothing. */
function areComparable(a: string, b: string): boolean {
  const formA = formOf(a);
  return formA !== 'rotating' && formA === formOf(b);
}

function formOf(id: string): 'number' | 'rotating' | 'opaque' {
  if (/^\d+$/.test(id)) return 'number';
  return id.startsWith('pfbid') ? 'rotating' : 'opaque';
}

/** White space aside, the same text; or the page's text is the wire's, cut off by "…" (with or without a "see more"). */
export function isSameText(page: string, wire: string): boolean {
  const shown = toPlain(page);
  const whole = toPlain(wire);
  if (shown === whole) return true;
  const cut =
    /^(.+?)\s*(?:…|\.\.\.)\s*(?:see more|show more|more|lihat selengkapnya|lihat lainnya|selengkapnya|lainnya|tampilkan lebih banyak)?$/isu.exec(
      shown,
    )?.[1];
  return cut !== undefined && whole.startsWith(cut);
}

/** Addresses are left out: X shows them shortened where its answers give t.co links, and hides those of pictures. */
function toPlain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const TAIL =
  /^(?:__.*|utm_.*|fbclid|mibextid|rdid|igsh|igshid|img_index|share_id|ref|ref_src|ref_url|refid|locale|hl|s|t|si|_t|_r|is_from_webapp|sender_device|web_id|xmt|slof|pp|feature|paipv|eav)$/i;

/** An address without what differs between two visits: mobile host, fragment, tracking tail, order of parameters. */
export function toPlainUrl(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const host = url.hostname.toLowerCase().replace(/^(?:www|m|web|mbasic|mobile|touch|[a-z]{2}-[a-z]{2})\./, '');
  const query = [...url.searchParams].filter(([name]) => !TAIL.test(name)).map(([name, value]) => `${name}=${value}`);
  return `${host}${url.pathname.replace(/\/+$/, '')}${query.length > 0 ? `?${query.sort().join('&')}` : ''}`;
}
