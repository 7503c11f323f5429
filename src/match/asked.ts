// Which accounts have to be looked up before something can be judged: everybody whom it names.
import type { Account, SiteId } from '../model/account.ts';
import { PLATFORM_IDS } from '../model/account.ts';
import type { AskedAccount } from '../model/lists.ts';
import type { PickFacts, Statement } from '../model/pick.ts';
import type { Sighting } from '../model/sighting.ts';
import { linkedAccounts, type ReadAddress } from './read-facts.ts';

export function askedBySighting({ platform, actor, post, thread, tags }: Sighting): AskedAccount[] {
  const accounts = [actor, post.author, thread?.author ?? null, ...tags];
  return accounts.filter((account) => account !== null).map((account) => ({ platform, account }));
}

export function askedByFacts(facts: PickFacts, page: URL, readAddress: ReadAddress): AskedAccount[] {
  return linkedAccounts(facts, page, readAddress);
}

export function askedByStatement({ actor, itemUrl, targetUrl }: Statement, readAddress: ReadAddress): AskedAccount[] {
  const asked: AskedAccount[] = [{ platform: actor.platform, account: actor }];
  for (const address of [itemUrl, targetUrl]) {
    const read = address === null ? null : readAddress(new URL(address));
    if (read !== null && read.place.account !== null) asked.push({ platform: read.platform, account: read.place.account });
  }
  return asked;
}

/** What somebody types to name one account: its address, or its handle or number on whatever site. [] if it names none. */
export function askedByTyping(typed: string, readAddress: ReadAddress): { readonly platform: SiteId; readonly account: Account }[] {
  const plain = typed.trim();
  const address = /^https?:\/\//i.test(plain) ? plain : /^[^\s/@]+\.[^\s/@]+\//.test(plain) ? `https://${plain}` : null;
  const none = { name: null, url: null };
  if (address !== null) {
    const read = URL.canParse(address) ? readAddress(new URL(address)) : null;
    return read === null || read.place.account === null ? [] : [{ platform: read.platform, account: read.place.account }];
  }
  const handle = plain.replace(/^@/, '');
  if (handle === '' || /\s/.test(handle) || handle.length > 256) return [];
  // A number or a channel's code may be a handle as well: whichever the list has.
  return PLATFORM_IDS.flatMap((platform) => [
    { platform, account: { id: null, handle, ...none } },
    ...(plain.startsWith('@') ? [] : [{ platform, account: { id: handle, handle: null, ...none } }]),
  ]);
}
