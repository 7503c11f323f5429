// The background's part in marking by hand: starts the picking, proposes, and keeps what the monitor states, with the same evidence.
import type { GuardedAccount, SiteId, WatchedAccount } from '../model/account.ts';
import type { FromPage, FromUi, TabState } from '../model/messages.ts';
import { type PickMeasured, type PickState, pickMeasuredSchema, type Statement, type ToPicker } from '../model/pick.ts';
import type { Shown } from '../model/to-page.ts';
import type { Judge } from './judge.ts';
import { ask, type Keeper, type Kept, keepSubject, refusalOf, type Subject } from './keep-evidence.ts';

/** What marking by hand needs of the browser and of the lists. */
export interface HandWorld extends Pick<Judge, 'propose' | 'byHand' | 'findRows'> {
  readonly loadPick: (tabId: number) => Promise<PickState | null>;
  /** null forgets it. */
  readonly savePick: (tabId: number, state: PickState | null) => Promise<void>;
  /** Brings the picking script into the tab if it is not there, and starts it. False where the browser does not let us. */
  readonly startPicker: (tabId: number, message: ToPicker) => Promise<boolean>;
}

export interface HandDesk {
  readonly world: HandWorld;
  readonly keeper: Keeper;
  readonly siteOf: (url: URL) => SiteId;
  readonly language: () => Promise<'id' | 'en'>;
  /** Shows a kept finding among those of the tab. */
  readonly show: (tabId: number, site: SiteId, page: URL, finding: TabState['findings'][number]) => Promise<void>;
}

type Told = Extract<FromPage, { type: 'picked' | 'pick-ended' }>;
type Gesture = PickState['gesture'];

export interface ByHand {
  start(tabId: number, gesture: Gesture): Promise<void>;
  drop(tabId: number): Promise<void>;
  /** From the picking script: heard only if it answers the picking that is under way in this very tab. */
  told(message: Told, sender: { readonly tabId: number; readonly url: URL }): Promise<unknown>;
  /** Within the turn of the evidence. */
  capture(tabId: number, statement: Statement): Promise<Kept>;
  findRows(message: Extract<FromUi, { type: 'find-rows' }>): Promise<readonly (GuardedAccount | WatchedAccount)[]>;
}

export function serveByHand({ world, keeper, siteOf, language, show }: HandDesk): ByHand {
  async function end(tabId: number): Promise<void> {
    await world.savePick(tabId, null);
    await ask(keeper, tabId, { type: 'pick-stop' });
  }

  /** The page script's marks are taken out of the picture too, where there is one. */
  function toSubject(
    tabId: number,
    pick: PickState,
    statement: Statement,
    onJudged: (finding: TabState['findings'][number]) => void,
  ): Subject<PickMeasured> {
    const { pickId, words } = statement;
    const [actor, campaign] = [statement.actor, statement.campaign].map(({ id, handle }) => ({ id, handle })) as [
      Shown[number],
      Shown[number],
    ];
    return {
      site: pick.site,
      firstSeenAt: pick.pickedAt ?? keeper.now().toISOString(),
      async measure(again) {
        if (!again) await ask(keeper, tabId, { type: 'hide-marks', hidden: true });
        const answer = await ask(keeper, tabId, { type: 'pick-measure', pickId, words, again, shown: [actor, campaign] });
        if (again) await ask(keeper, tabId, { type: 'hide-marks', hidden: false });
        const measured = pickMeasuredSchema.safeParse(answer);
        if (measured.success) return measured.data;
        // Nobody answers: the page was left, and what was picked with it.
        return { refused: answer == null ? 'pick-again' : refusalOf(answer) };
      },
      said: ({ facts }) => JSON.stringify([facts.words, facts.links]),
      async judge({ facts, page }) {
        const url = new URL(page.url);
        if (siteOf(url) !== pick.site) return { refused: 'pick-again' };
        const judged = await world.byHand(statement, { site: pick.site, page: url, facts });
        if ('refused' in judged) return judged;
        const firstSeenAt = pick.pickedAt ?? keeper.now().toISOString();
        onJudged({ ...judged, agreement: [], status: 'captured', onScreen: true, firstSeenAt });
        return { ...judged, eyes: { page: judged.match.sighting, wire: null }, agreement: [], listings: [] };
      },
    };
  }

  return {
    async start(tabId, gesture) {
      const pickId = crypto.randomUUID();
      const state: PickState = { pickId, gesture, site: 'other', phase: 'picking', url: '', pickedAt: null, proposal: null };
      await world.savePick(tabId, state);
      const isUp = await world.startPicker(tabId, { type: 'pick-start', pickId, language: await language() });
      if (!isUp) await world.savePick(tabId, { ...state, phase: 'no-permission' });
    },
    drop: end,
    async told(message, { tabId, url }) {
      const pick = await world.loadPick(tabId);
      if (pick === null || pick.pickId !== message.pickId || pick.phase !== 'picking') return { error: 'pick' };
      if (message.type === 'pick-ended') {
        await world.savePick(tabId, { ...pick, phase: message.why });
        return true;
      }
      // The page may have changed its address without loading; it cannot have changed its origin.
      const told = URL.canParse(message.url) ? new URL(message.url) : url;
      const page = told.origin === url.origin ? told : url;
      await world.savePick(tabId, {
        ...pick,
        phase: 'picked',
        site: siteOf(page),
        url: page.href.slice(0, 4000),
        pickedAt: keeper.now().toISOString(),
        proposal: await world.propose(message.facts, page),
      });
      return true;
    },
    async capture(tabId, statement) {
      const pick = await world.loadPick(tabId);
      if (pick === null || pick.pickId !== statement.pickId || pick.phase !== 'picked') return { refused: 'pick-again' };
      const shown: { finding: TabState['findings'][number] | null } = { finding: null };
      const subject = toSubject(tabId, pick, statement, (finding) => {
        shown.finding = finding;
      });
      const kept = await keepSubject(keeper, tabId, subject, pick.gesture);
      if ('refused' in kept) return kept;
      const { finding } = shown;
      if (finding !== null) {
        // It is on disk: what cannot be shown any more, because Netra was locked meanwhile, is kept all the same.
        const known = await keeper.finding(finding.findingId).catch(() => null);
        await show(tabId, pick.site, new URL(pick.url), { ...finding, status: known?.status ?? 'captured' });
      }
      await end(tabId);
      return kept;
    },
    findRows: ({ list, words }) => world.findRows(list, words),
  };
}
