// Monitors' ties brought into the lists in memory, and out of what is judged by them.
import { toTies } from '../match/links.ts';
import { findGuarded } from '../match/match.ts';
import { withTies } from '../match/with-ties.ts';
import type { LinkedAccount, LinkRequest, LinkStep } from '../model/link.ts';
import type { ListSource } from '../model/lists.ts';
import type { Match } from '../model/match.ts';
import type { Sighting } from '../model/sighting.ts';
import { isSameAccount, type Tie } from '../model/tie.ts';
import type { Judge } from './judge.ts';
import { type Links, type LinkWorld, readProfile, serveLinks } from './links.ts';
import { type PictureWorld, takeTiePicture } from './tie-picture.ts';

export interface Ties {
  /** The lists with living ties added and ended ones taken out. Reads the steps anew. */
  into(lists: ListSource): Promise<ListSource>;
  /** As they were when the lists were loaded last. */
  current(): readonly Tie[];
  /** By the lists alone. */
  isListed(account: LinkedAccount): Promise<boolean>;
}

export function keepTies(loadSteps: () => Promise<readonly LinkStep[]>): Ties {
  let ties: readonly Tie[] = [];
  let listed: ListSource | null = null;
  return {
    async into(lists) {
      ties = toTies(await loadSteps());
      listed = lists;
      const now = ties;
      // Whatever the lists say of a tie's account decides what the tie adds: it is looked up with every question.
      const tied = now.flatMap(({ account, lastAccount }) => [account, lastAccount].map(toAsked));
      return {
        campaign: lists.campaign,
        async around(asked) {
          const around = await lists.around([...asked, ...tied]);
          return { ...around, guarded: withTies(around.guarded, now) };
        },
      };
    },
    current: () => ties,
    async isListed(account) {
      if (listed === null) return false;
      const around = await listed.around([toAsked(account)]);
      return findGuarded(around, account.platform, { ...account, name: null, url: null }) !== null;
    },
  };
}

const toAsked = ({ platform, id, handle }: LinkedAccount) => ({ platform, account: { id, handle } });

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

type World = Pick<LinkWorld, 'now' | 'readAddress' | 'steps' | 'append' | 'picture' | 'rowsByName' | 'loadLookUps' | 'saveLookUps'> &
  Omit<PictureWorld, 'readProfile'>;

/** Everything that ties need, around the judge: what loads the lists for it, the judge itself, and what answers our own pages. */
export function withTieDesk(world: World, loadLists: () => Promise<ListSource>, toJudge: (load: () => Promise<ListSource>) => Judge) {
  const ties = keepTies(world.steps);
  const plain = toJudge(async () => ties.into(await loadLists()));
  const links = serveLinks({
    ...world,
    isListed: async (account) => (await plain.whenReady()) && ties.isListed(account),
    changed: plain.reload,
    takePicture: (tabId, account) =>
      takeTiePicture({ ...world, readProfile: (url) => readProfile(url, world.readAddress) }, tabId, account),
  });
  const judge: Judge = { ...plain, judge: tiedJudge(plain.judge, links, ties.current) };
  return {
    judge,
    answer: (request: LinkRequest | { readonly type: 'ties' }) => (request.type === 'ties' ? links.ties() : links.answer(request)),
  };
}
