// The background's parts put together: what each of them needs of the world comes from here, and from nowhere else.
import { registerScripts } from '../../src/browser/permissions.ts';
import { startPicker } from '../../src/browser/picker.ts';
import { takeScreenshot } from '../../src/browser/screenshot.ts';
import * as memory from '../../src/browser/settings.ts';
import { frontPage, tellPages } from '../../src/browser/tabs.ts';
import { showBadge } from '../../src/browser/toolbar.ts';
import { answerBackup } from '../../src/flow/backup.ts';
import { judgeWith } from '../../src/flow/judge.ts';
import type { Keeper } from '../../src/flow/keep-evidence.ts';
import { keepRedaction } from '../../src/flow/keep-redaction.ts';
import { type Served, serve } from '../../src/flow/serve.ts';
import { keepTallies } from '../../src/flow/tally.ts';
import { withTieDesk } from '../../src/flow/ties.ts';
import { pngPictures } from '../../src/lib/image.ts';
import { platformOf, platforms, readAddress } from '../../src/platforms/index.ts';
import type { EvidenceStore } from '../../src/store/evidence.ts';
import type { openLinks } from '../../src/store/links.ts';
import type { openListSource } from '../../src/store/list-source.ts';
import type { Safeguard } from '../../src/store/safeguard.ts';
import type { Vault } from '../../src/store/vault.ts';

/** What is kept, and how it is reached. */
interface Kept {
  readonly vault: Vault;
  readonly storage: Safeguard;
  readonly kept: ReturnType<typeof openListSource>;
  readonly ties: ReturnType<typeof openLinks>;
}

/** @param openKeeper puts together what keeping evidence needs */
export function openDesk(
  { vault, storage, kept, ties }: Kept,
  openKeeper: (...parts: [evidence: EvidenceStore, vault: Vault, lists: Pick<Keeper, 'judge' | 'clean'>]) => Keeper,
) {
  const now = () => new Date();
  const { judge: lists, answer: links } = withTieDesk(
    {
      ...memory,
      ...ties,
      ...kept,
      now,
      readAddress,
      frontPage,
      takeScreenshot,
      sizeOf: (png) => pngPictures.cut(png, null),
    },
    kept.load,
    (load) => judgeWith(load, memory.loadKnownPosts, memory.saveKnownPosts, readAddress),
  );
  const register = async () => registerScripts(platforms, (await memory.loadSettings()).wireOff);
  const tallies = keepTallies(memory.loadTallies, memory.saveTallies);
  const keeper = openKeeper(storage.evidence, vault, lists);
  const desk: Served = serve({
    keeper,
    isLocked: async () => (await vault.state()) === 'locked',
    redact: (message) => keepRedaction({ keeper, ...storage.evidence }, message),
    ready: lists.ready,
    whenReady: lists.whenReady,
    judge: lists.judge,
    platformOf: (url) => platformOf(url)?.id ?? null,
    loadState: memory.loadTabState,
    saveState: memory.saveTabState,
    showBadge,
    count: tallies.count,
    hand: { ...lists, loadPick: memory.loadPick, savePick: memory.savePick, startPicker },
    orders: memory.loadOrders,
    links,
    storage,
    backup: (request) => answerBackup({ ...storage.evidence, lookAgain: storage.restored, now }, request),
    listsState: kept.state,
    tabs: memory.tabsWithState,
    log: storage.evidence,
    campaign: { rowsOf: lists.rowsOf, readAddress },
    reloadLists: lists.reload,
    registerScripts: register,
    tellPages,
  });
  return { desk, lists, register };
}
