// What the background knows of each tab: judged into it, changed and shown one step at a time.
import type { PlatformId } from '../model/account.ts';
import type { Match } from '../model/match.ts';
import type { Flag, Seen, TabState } from '../model/messages.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Keeper } from './keep-evidence.ts';
import { blank, isRefuted, merge, toShort } from './tab-findings.ts';
import type { InTurn } from './turns.ts';

export interface TabWorld {
  readonly keeper: Pick<Keeper, 'finding' | 'now'>;
  readonly judge: (sighting: Sighting) => Promise<{ findingId: string; match: Match } | null>;
  readonly loadState: (tabId: number) => Promise<TabState | null>;
  /** null forgets it. */
  readonly saveState: (tabId: number, state: TabState | null) => Promise<void>;
  /** Count and health on the toolbar. */
  readonly showBadge: (tabId: number, state: TabState) => Promise<void>;
  /** Tabs of which there is a state. */
  readonly tabs: () => Promise<readonly number[]>;
}

type Found = TabState['findings'][number];

export interface TabStates {
  /** Within the tab's turn. */
  change(tabId: number, alter: (state: TabState) => TabState, fresh: TabState): Promise<void>;
  /** Within the tab's turn: what an earlier page asked must not be answered into the next page's state. */
  judgeAll(
    seen: readonly Seen[],
    platform: PlatformId,
    sender: { readonly tabId: number; readonly url: URL },
  ): Promise<{ ready: boolean; flags: Flag[] }>;
  /** Puts the store's word on a finding into the tabs that show it. */
  showFinding(findingId: string): Promise<void>;
  /** Changes the findings of every tab; null takes one out. */
  changeEach(alter: (one: Found) => Found | null): Promise<void>;
}

export function tabStates(world: TabWorld, inTurn: InTurn<number>): TabStates {
  async function change(tabId: number, alter: (state: TabState) => TabState, fresh: TabState): Promise<void> {
    const state = alter((await world.loadState(tabId)) ?? fresh);
    await world.saveState(tabId, state);
    await world.showBadge(tabId, state);
  }

  const judgeAll: TabStates['judgeAll'] = async (seen, platform, sender) => {
    const flags: Flag[] = [];
    const found: Found[] = [];
    const refuted: Sighting[] = [];
    for (const one of seen) {
      // A page script speaks only for its own site.
      const judged = one.sighting.platform === platform ? await world.judge(one.sighting) : null;
      if (judged === null) {
        // Its number is known by now, whichever answer told it.
        if (one.eyes.wire !== null || one.agreement.some(({ idFrom }) => idFrom !== undefined)) refuted.push(one.sighting);
        continue;
      }
      const { findingId, match } = judged;
      flags.push({ key: one.key, findingId, grade: match.grade, reasons: match.reasons.map(toShort) });
      const kept = await world.keeper.finding(findingId);
      found.push({
        findingId,
        match,
        agreement: one.agreement,
        status: kept?.status ?? 'seen',
        onScreen: true,
        firstSeenAt: kept?.firstSeenAt ?? world.keeper.now().toISOString(),
      });
    }
    if (found.length > 0 || refuted.length > 0) {
      const known = (await world.loadState(sender.tabId))?.findings ?? [];
      const left = known.filter((one) => !isRefuted(one, refuted));
      if (found.length > 0 || left.length < known.length)
        await change(sender.tabId, (state) => ({ ...state, findings: merge(left, found) }), blank(platform, sender.url));
    }
    return { ready: true, flags };
  };

  async function changeEach(alter: (one: Found) => Found | null): Promise<void> {
    for (const tabId of await world.tabs())
      await inTurn(tabId, async () => {
        const state = await world.loadState(tabId);
        const findings = state?.findings.map(alter) ?? [];
        if (state !== null && findings.some((one, at) => one !== state.findings[at]))
          await change(tabId, (now) => ({ ...now, findings: findings.filter((one) => one !== null) }), state);
      });
  }

  async function showFinding(findingId: string): Promise<void> {
    const status = (await world.keeper.finding(findingId))?.status;
    await changeEach((one) => (one.findingId === findingId && status !== undefined && one.status !== status ? { ...one, status } : one));
  }

  return { change, changeEach, judgeAll, showFinding };
}
