// The background's desk: what page scripts and our own pages ask, answered one tab at a time.
import type { PlatformId } from '../model/account.ts';
import { isLaterRequest, type LaterRequest } from '../model/later.ts';
import type { LinkRequest } from '../model/link.ts';
import type { ListsState } from '../model/lists.ts';
import {
  type FromPage,
  type FromUi,
  type Health,
  type PageOrders,
  structureSchema,
  type TabState,
  type ToPage,
} from '../model/messages.ts';
import type { StampOrder } from '../model/stamp.ts';
import type { Rescued, StorageState } from '../model/storage.ts';
import type { BackupRequest } from './backup.ts';
import { type HandWorld, serveByHand } from './by-hand.ts';
import { type CaptureWorld, serveCaptures } from './captures.ts';
import type { Keeper, Kept } from './keep-evidence.ts';
import { keepDecision, keepHandover, keepKnown } from './keep-statements.ts';
import { answerLater, type LaterWorld } from './later.ts';
import { type ProposeWorld, proposeCampaign } from './propose-campaign.ts';
import { blank } from './tab-findings.ts';
import { type TabWorld, tabStates } from './tab-states.ts';
import { restsOn } from './ties.ts';
import { takeTurns } from './turns.ts';

export interface Desk extends TabWorld, CaptureWorld {
  readonly keeper: Keeper;
  /** False until the lists are loaded. */
  readonly ready: () => boolean;
  readonly platformOf: (url: URL) => PlatformId | null;
  /** How well the site can be read: what a page's new report adds to its last one. */
  readonly count?: (platform: PlatformId, before: Health, after: Health) => void;
  readonly orders: () => Promise<PageOrders>;
  readonly hand: HandWorld;
  /** What our own pages ask about ties between accounts and people. */
  readonly links: (request: TieRequest) => Promise<unknown>;
  /** How the storage is, and its repair. */
  readonly storage?: { state(): Promise<StorageState>; rescue(): Promise<Rescued | null> };
  /** What a backup and a restore ask. */
  readonly backup?: (request: BackupRequest) => Promise<unknown>;
  /** How the lists stand; throws while they are locked. */
  readonly listsState?: () => Promise<ListsState>;
  /** The whole log, and the destruction of what is in it. */
  readonly log: Pick<LaterWorld, 'lines' | 'erase'>;
  /** Changes what is covered in a kept picture. */
  readonly redact?: (message: Extract<FromUi, { type: 'redact' }>) => Promise<Kept>;
  readonly campaign: Omit<ProposeWorld, 'askPage'>;
  readonly reloadLists: () => Promise<void>;
  readonly registerScripts: () => Promise<void>;
  /** Tells every open page of a switched-on site. */
  readonly tellPages: (message: ToPage) => Promise<void>;
}

type TieRequest = LinkRequest | { readonly type: 'ties' };
type Sender = { readonly tabId: number; readonly url: URL };

export interface Served {
  fromPage(message: FromPage, sender: Sender): Promise<unknown>;
  fromUi(message: Exclude<FromUi, StampOrder>): Promise<unknown>;
  /** Capture by shortcut or context menu: the finding that is on screen, the newest first. */
  captureOnScreen(tabId: number, gesture: 'shortcut' | 'menu'): Promise<Kept>;
  /** Picking by hand, by shortcut or context menu. */
  pick(tabId: number, gesture: 'shortcut' | 'menu'): Promise<void>;
  /** Forgets the tab, after whatever of it is still in work. */
  tabClosed(tabId: number): Promise<void>;
}

export function serve(desk: Desk): Served {
  // One change at a time for each tab, and one piece of evidence at a time: a finding would forget one of two captures.
  const inTurn = takeTurns<number | 'evidence' | 'links'>();
  const { change, changeEach, judgeAll, showFinding } = tabStates(desk, inTurn);
  const captures = serveCaptures(desk, inTurn, showFinding);

  const hand = serveByHand({
    world: desk.hand,
    keeper: desk.keeper,
    siteOf: (url) => desk.platformOf(url) ?? 'other',
    language: async () => (await desk.orders()).language,
    show: (tabId, site, page, finding) =>
      inTurn(tabId, () => {
        const fresh = blank(site, page);
        // On a site without a reader nobody tells that another page was opened.
        const isSamePage = (state: TabState) => state.platform === site && (site !== 'other' || state.url === page.href);
        const add = (state: TabState) => ({
          ...state,
          findings: [...state.findings.filter((one) => one.findingId !== finding.findingId), finding],
        });
        return change(tabId, (state) => add(isSamePage(state) ? state : fresh), fresh);
      }),
  });

  /** Within the turn of the ties. What rests on an ended one is shown nowhere any more, but what was kept stays. */
  async function askTies(request: TieRequest): Promise<unknown> {
    const answer = await desk.links(request);
    if (request.type === 'ties' || !(answer instanceof Object && 'linkId' in answer)) return answer;
    if (request.type === 'end-link')
      await changeEach((one) => (one.status === 'seen' && restsOn(one.match, request.account, request.person.person) ? null : one));
    await desk.tellPages({ type: 'look-again' });
    return answer;
  }

  /** Every tab's findings and whatever was being picked: both hold rows of lists that may not be looked into now. */
  async function forgetAll(): Promise<void> {
    await changeEach(() => null);
    for (const tabId of await desk.tabs()) await desk.hand.savePick(tabId, null);
  }

  async function askLater(message: LaterRequest): Promise<unknown> {
    const answer = await inTurn('evidence', () => answerLater({ keeper: desk.keeper, loadState: desk.loadState, ...desk.log }, message));
    // What was destroyed counts in open tabs as never kept.
    if (message.type === 'erase' && 'seq' in answer)
      await changeEach((one) => (message.findingIds.includes(one.findingId) ? { ...one, status: 'seen' } : one));
    return answer;
  }

  return {
    async fromPage(message, sender) {
      if (message.type === 'picked' || message.type === 'pick-ended') return hand.told(message, sender);
      const platform = desk.platformOf(sender.url);
      if (platform === null) return { error: 'site' };
      switch (message.type) {
        case 'page-open':
          await inTurn(sender.tabId, () => change(sender.tabId, () => blank(platform, sender.url), blank(platform, sender.url)));
          return desk.orders();
        case 'judge':
          if (!desk.ready()) return { ready: false, flags: [] };
          return inTurn(sender.tabId, () => judgeAll(message.seen, platform, sender));
        case 'page-state': {
          const { type: _type, onScreen, platform: _said, ...told } = message;
          return inTurn(sender.tabId, () =>
            change(
              sender.tabId,
              (state) => {
                desk.count?.(platform, state.health, told.health);
                const findings = state.findings.map((one) => ({ ...one, onScreen: onScreen.includes(one.findingId) }));
                return { ...state, ...told, platform, findings };
              },
              blank(platform, sender.url),
            ),
          );
        }
      }
    },
    async fromUi(message) {
      if (isLaterRequest(message)) return askLater(message);
      switch (message.type) {
        case 'capture':
          return captures.ofFinding(message.tabId, message.findingId, message.gesture);
        case 'decide': {
          const kept = await inTurn('evidence', () => keepDecision(desk.keeper, message.findingId, message.verdict, message.note));
          if ('seq' in kept) await showFinding(message.findingId).catch(() => undefined);
          return kept;
        }
        case 'known':
          return inTurn('evidence', () => keepKnown(desk.keeper, message.findingId, message.knownOn, message.note));
        case 'handover':
          return inTurn('evidence', () => keepHandover(desk.keeper, message));
        case 'redact':
          return inTurn('evidence', async () => desk.redact?.(message) ?? { refused: 'storage' });
        case 'backup':
        case 'restored':
          return inTurn('evidence', async () => desk.backup?.(message) ?? null);
        case 'lists-changed':
          // Locked lists are no failure of the message: pages are told all the same, and wait. What was found by them is not left lying about.
          await desk.reloadLists().catch(forgetAll);
          return desk.tellPages({ type: 'look-again' });
        case 'storage-state':
          return desk.storage?.state() ?? null;
        case 'lists-state':
          return desk.listsState?.().catch(() => null) ?? null;
        case 'rescue':
          return inTurn('evidence', async () => desk.storage?.rescue() ?? null);
        case 'settings-changed':
          await desk.registerScripts();
          return desk.tellPages({ type: 'orders', ...(await desk.orders()) });
        case 'structure': {
          const answer = structureSchema.safeParse(await desk.keeper.askPage(message.tabId, { type: 'structure' }));
          return answer.success ? answer.data : { refused: 'page-silent' };
        }
        case 'propose-campaign': {
          const askPage = () => desk.keeper.askPage(message.tabId, { type: 'authors' });
          return (await proposeCampaign({ ...desk.campaign, askPage }, message.link)) ?? { refused: 'page-silent' };
        }
        case 'pick':
          return hand.start(message.tabId, 'panel');
        case 'pick-drop':
          return hand.drop(message.tabId);
        case 'capture-picked':
          return captures.byHand(message.statement.pickId, () => hand.capture(message.tabId, message.statement));
        case 'find-rows':
          return hand.findRows(message);
        case 'ties':
        case 'find-namesakes':
        case 'propose-link':
        case 'confirm-link':
        case 'end-link':
        case 'link-picture':
          return inTurn('links', () => askTies(message));
        case 'point-out':
          return desk.keeper.askPage(message.tabId, { type: 'point-out', findingId: message.findingId });
      }
    },
    pick: (tabId, gesture) => hand.start(tabId, gesture),
    tabClosed: (tabId) =>
      inTurn(tabId, () => Promise.all([desk.saveState(tabId, null), desk.hand.savePick(tabId, null)]).then(() => undefined)),
    captureOnScreen: captures.onScreen,
  };
}
