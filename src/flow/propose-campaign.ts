// Which accounts the monitor may mean on a page: by its address, by a link that was clicked, by the posts on the screen. Proposes only.

import type { ReadAddress } from '../match/read-facts.ts';
import { compareAccounts } from '../match/same.ts';
import type { Account, GuardedAccount, PlatformId, WatchedAccount } from '../model/account.ts';
import { authorsSchema, type CandidateAccount } from '../model/own-list.ts';

export interface ProposeWorld {
  /** Asks the page script; null if none answers. */
  readonly askPage: () => Promise<unknown>;
  readonly readAddress: ReadAddress;
  /** The rows of both lists for an account. */
  readonly rowsOf: (
    platform: PlatformId,
    account: Account,
  ) => Promise<{ readonly guarded: GuardedAccount | null; readonly watched: WatchedAccount | null }>;
}

/** @param link address of the link that was clicked, or null @returns null if the page does not answer */
export async function proposeCampaign(world: ProposeWorld, link: string | null): Promise<CandidateAccount[] | null> {
  const told = authorsSchema.safeParse(await world.askPage());
  if (!told.success) return null;
  const { url, authors, known } = told.data;
  const here = URL.canParse(url) ? world.readAddress(new URL(url)) : null;
  const found: { platform: PlatformId; account: Account; from: CandidateAccount['from'] }[] = [];
  const add = (platform: PlatformId, shown: Account | null, from: CandidateAccount['from']) => {
    if (shown === null || (shown.id === null && shown.handle === null)) return;
    const account = platform === here?.platform ? withNumber(platform, shown, [...authors, ...known]) : shown;
    const before = found.some((one) => one.platform === platform && compareAccounts(platform, one.account, account) === 'same');
    if (!before) found.push({ platform, account, from });
  };
  const linked = link !== null && URL.canParse(link) ? world.readAddress(new URL(link)) : null;
  if (linked !== null) add(linked.platform, linked.place.account, 'link');
  if (here !== null) {
    add(here.platform, here.place.account, 'address');
    for (const author of authors) add(here.platform, author, 'item');
  }
  return Promise.all(found.slice(0, 10).map(async (one) => ({ ...one, ...(await world.rowsOf(one.platform, one.account)) })));
}

/** A handle can change hands, a number cannot: where the page told the number that goes with this very handle, it is taken along. */
function withNumber(platform: PlatformId, account: Account, known: readonly Account[]): Account {
  const same = known.filter((one) => compareAccounts(platform, one, account) === 'same');
  const ids = new Set(same.flatMap(({ id }) => id ?? []));
  const [id = null] = ids.size === 1 ? ids : [];
  const first = (of: (one: Account) => string | null) => same.map(of).find((one) => one !== null) ?? null;
  return {
    id: account.id ?? id,
    handle: account.handle ?? first((one) => one.handle),
    name: account.name ?? first((one) => one.name),
    url: account.url ?? first((one) => one.url),
  };
}
