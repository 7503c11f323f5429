// Captures as they are asked for: of one thing one at a time, and what broke one off is told by its cause.
import type { TabState } from '../model/messages.ts';
import { type Keeper, type Kept, keepCapture } from './keep-evidence.ts';
import type { InTurn } from './turns.ts';

export interface CaptureWorld {
  readonly keeper: Keeper;
  /** Waits for the lists; false if they cannot be loaded. */
  readonly whenReady: () => Promise<boolean>;
  readonly loadState: (tabId: number) => Promise<TabState | null>;
  /** Whether Netra is locked now; never, if missing. */
  readonly isLocked?: () => Promise<boolean>;
}

export interface Captures {
  ofFinding(tabId: number, findingId: string, gesture: 'panel'): Promise<Kept>;
  /** The finding that is on screen, the newest first. */
  onScreen(tabId: number, gesture: 'shortcut' | 'menu'): Promise<Kept>;
  /** `pickId`: the picking that it belongs to. */
  byHand(pickId: string, capture: () => Promise<Kept>): Promise<Kept>;
}

/** @param show puts what is kept by now into the tabs */
export function serveCaptures(world: CaptureWorld, inTurn: InTurn<'evidence'>, show: (findingId: string) => Promise<void>): Captures {
  const underWay = new Set<string>();

  /** A double press means one capture: the second is told, not queued. */
  async function once(what: string, work: () => Promise<Kept>): Promise<Kept> {
    if (underWay.has(what)) return { refused: 'under-way' };
    underWay.add(what);
    try {
      return await work();
    } finally {
      underWay.delete(what);
    }
  }

  /** A lock that closes meanwhile forgets lists and tabs: whatever was tripped over then, the lock is the reason. */
  async function orLocked(work: () => Promise<Kept>): Promise<Kept> {
    const isLocked = async () => (await world.isLocked?.()) === true;
    try {
      const kept = await work();
      if ('seq' in kept || !(await isLocked())) return kept;
    } catch (error) {
      if (!(await isLocked())) throw error;
    }
    return { refused: 'locked' };
  }

  /** Within the turn of the evidence. */
  async function capture(tabId: number, findingId: string, gesture: 'panel' | 'shortcut' | 'menu'): Promise<Kept> {
    const state = await world.loadState(tabId);
    if (state === null) return { refused: 'page-silent' };
    // The click itself may have woken the background: the lists are being loaded then.
    if (!(await world.whenReady())) return { refused: 'no-list' };
    const kept = await keepCapture(world.keeper, tabId, state, findingId, gesture);
    // It is on disk: a tab that cannot be told any more must not make it look as if it were not.
    if ('seq' in kept) await show(findingId).catch(() => undefined);
    return kept;
  }

  const take = (tabId: number, findingId: string, gesture: 'panel' | 'shortcut' | 'menu') =>
    once(findingId, () => inTurn('evidence', () => orLocked(() => capture(tabId, findingId, gesture))));

  return {
    ofFinding: take,
    onScreen: (tabId, gesture) =>
      orLocked(async () => {
        // Chosen at the press and not in the turn: what is being captured at the press is not wanted once more after it.
        const state = await world.loadState(tabId);
        const shown = state?.findings.filter((one) => one.onScreen && one.match.hand === undefined) ?? [];
        const next = shown.findLast((one) => one.status === 'seen') ?? shown.at(-1);
        return next === undefined ? { refused: 'gone' } : take(tabId, next.findingId, gesture);
      }),
    byHand: (pickId, work) => once(pickId, () => inTurn('evidence', () => orLocked(work))),
  };
}
