// Monitors' ties brought into the lists in memory, and out of what is judged by them.
import { toTies } from '../match/links.ts';
import { findGuarded } from '../match/match.ts';
import { nameKeys } from '../match/names/name-keys.ts';
import { withTies } from '../match/with-ties.ts';
import type { GuardedAccount } from '../model/account.ts';
import type { LinkedAccount, LinkRequest, LinkStep } from '../model/link.ts';
import type { Lists } from '../model/lists.ts';
import type { Match } from '../model/match.ts';
import type { Sighting } from '../model/sighting.ts';
import { isSameAccount, type Tie } from '../model/tie.ts';
import type { Judge } from './judge.ts';
import { type Links, type LinkWorld, type NamedRow, serveLinks } from './links.ts';

export interface Ties {
  /** The lists with living ties added and ended ones taken out. Reads the steps anew. */
  into(lists: Lists): Promise<Lists>;
  /** As they were when the lists were loaded last. */
  current(): readonly Tie[];
  /** By the lists alone. */
  isListed(account: LinkedAccount): boolean;
  rowsByName(keys: readonly string[]): NamedRow[];
}

/** What a registry row may have beyond a guarded account's; it tells namesakes apart and is never handed out whole. */
type WithNumber = GuardedAccount & { readonly nip?: string | null };

export function keepTies(loadSteps: () => Promise<readonly LinkStep[]>): Ties {
  let ties: readonly Tie[] = [];
  let listed: Lists | null = null;
  let byName: Map<string, WithNumber[]> | null = null;

  function names(): Map<string, WithNumber[]> {
    if (byName !== null) return byName;
    byName = new Map();
    for (const row of listed?.guarded.rows ?? [])
      for (const key of nameKeys(row.person)) {
        const rows = byName.get(key);
        if (rows === undefined) byName.set(key, [row]);
        else rows.push(row);
      }
    return byName;
  }

  return {
    async into(lists) {
      ties = toTies(await loadSteps());
      listed = lists;
      byName = null;
      return { ...lists, guarded: withTies(lists.guarded, ties) };
    },
    current: () => ties,
    isListed: (account) => listed !== null && findGuarded(listed, account.platform, { ...account, name: null, url: null }) !== null,
    rowsByName: (keys) => [...new Set(keys.flatMap((key) => names().get(key) ?? []))].map(toNamed),
  };
}

function toNamed({ nip, ...row }: WithNumber): NamedRow {
  return { ...row, numberEnd: nip == null ? null : nip.slice(-3) };
}

/** Judges by the lists, and drops what a tie can no longer stand for: its account's number is another one by now. */
export function tiedJudge(judge: Judge['judge'], links: Pick<Links, 'seen'>, current: () => readonly Tie[]): Judge['judge'] {
  return async (sighting: Sighting) => {
    const judged = await judge(sighting);
    if (judged === null) return null;
    return (await links.seen(current(), judged.match.guarded, sighting.platform, sighting.actor)) ? judged : null;
  };
}

/** Whether a match rests on the tie of this account and person. */
export function restsOn(match: Match, account: LinkedAccount, person: string): boolean {
  return match.guarded.person === person && isSameAccount(match.guarded, account);
}

type World = Pick<LinkWorld, 'now' | 'readAddress' | 'steps' | 'append' | 'loadLookUps' | 'saveLookUps'>;

/** Everything that ties need, around the judge: what loads the lists for it, the judge itself, and what answers our own pages. */
export function withTieDesk(world: World, loadLists: () => Promise<Lists>, toJudge: (load: () => Promise<Lists>) => Judge) {
  const ties = keepTies(world.steps);
  const plain = toJudge(async () => ties.into(await loadLists()));
  const links = serveLinks({
    ...world,
    rowsByName: async (keys) => ((await plain.whenReady()) ? ties.rowsByName(keys) : []),
    isListed: async (account) => (await plain.whenReady()) && ties.isListed(account),
    changed: plain.reload,
  });
  const judge: Judge = { ...plain, judge: tiedJudge(plain.judge, links, ties.current) };
  return {
    judge,
    answer: (request: LinkRequest | { readonly type: 'ties' }) => (request.type === 'ties' ? links.ties() : links.answer(request)),
  };
}
