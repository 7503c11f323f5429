// The accounts that a picked item's links lead to, on whatever site. Knows no site itself: who reads an address comes in.
import type { Account, PlatformId } from '../model/account.ts';
import type { PickFacts } from '../model/pick.ts';
import type { Place } from '../model/platform.ts';

/** What an address is about, if it is one of a known site; else null. */
export type ReadAddress = (url: URL) => { readonly platform: PlatformId; readonly place: Place } | null;

export interface LinkedAccount {
  readonly platform: PlatformId;
  readonly account: Account;
  readonly from: 'item' | 'around';
  /** The address that names the account, if it is that of a post or comment; null for a profile. */
  readonly postUrl: string | null;
  readonly kind: Place['kind'];
}

/** Accounts by links, the item's own first; and by @names in the item's words, which only mean something on a known site. */
export function linkedAccounts(facts: PickFacts, page: URL, readAddress: ReadAddress): LinkedAccount[] {
  const found: LinkedAccount[] = [];
  const take = (address: string, from: LinkedAccount['from']) => {
    const read = URL.canParse(address) ? readAddress(new URL(address)) : null;
    if (read === null || read.place.account === null) return;
    const { kind, account, postId, commentId } = read.place;
    found.push({ platform: read.platform, account, from, postUrl: postId === null && commentId === null ? null : address, kind });
  };
  for (const { url } of facts.links.filter(({ where }) => where === 'item')) take(url, 'item');
  const here = readAddress(page)?.platform;
  if (here !== undefined)
    for (const handle of facts.handles)
      found.push({ platform: here, account: { id: null, handle, name: null, url: null }, from: 'item', postUrl: null, kind: 'profile' });
  for (const { url } of facts.links.filter(({ where }) => where === 'around')) take(url, 'around');
  take(page.href, 'around');
  return found;
}
