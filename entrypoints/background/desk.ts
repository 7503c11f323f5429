// The background's parts put together: what each of them needs of the world comes from here, and from nowhere else.
import { readEnvironment } from '../../src/browser/environment.ts';
import { connectJournal, hasOffscreen } from '../../src/browser/journal-port.ts';
import { registerScripts } from '../../src/browser/permissions.ts';
import { startPicker } from '../../src/browser/picker.ts';
import { takeScreenshot } from '../../src/browser/screenshot.ts';
import * as memory from '../../src/browser/settings.ts';
import { storagePorts } from '../../src/browser/storage-memory.ts';
import { frontPage, tellPages } from '../../src/browser/tabs.ts';
import { showBadge } from '../../src/browser/toolbar.ts';
import { vaultPorts } from '../../src/browser/vault-memory.ts';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { answerBackup } from '../../src/flow/backup.ts';
import { judgeWith } from '../../src/flow/judge.ts';
import type { Keeper } from '../../src/flow/keep-evidence.ts';
import { keepRedaction } from '../../src/flow/keep-redaction.ts';
import { type Served, serve } from '../../src/flow/serve.ts';
import { keepTallies } from '../../src/flow/tally.ts';
import { withTieDesk } from '../../src/flow/ties.ts';
import { pngPictures } from '../../src/lib/image.ts';
import { platformOf, platforms, readAddress } from '../../src/platforms/index.ts';
import { NetraDb } from '../../src/store/db.ts';
import type { EvidenceStore } from '../../src/store/evidence.ts';
import { speakToJournal } from '../../src/store/journal.ts';
import { openLinks } from '../../src/store/links.ts';
import { openListSource } from '../../src/store/list-source.ts';
import { openSafeguard } from '../../src/store/safeguard.ts';
import { LIST_KEY, openVault, sealerOf, type Vault } from '../../src/store/vault.ts';
import { keepThrice } from '../../src/store/vault-copies.ts';

/** @param openKeeper puts together what keeping evidence needs */
export function openDesk(
  openKeeper: (...parts: [evidence: EvidenceStore, vault: Vault, lists: Pick<Keeper, 'judge' | 'clean'>]) => Keeper,
) {
  const now = () => new Date();
  const db = new NetraDb();
  const vault = openVault(keepThrice(vaultPorts));
  const storage = openSafeguard({
    db,
    format: evidenceFormat(`Netra ${readEnvironment().extensionVersion}`),
    connect: async () => speakToJournal(await connectJournal()),
    sealer: vault.sealer,
    ...storagePorts,
    scrubs: hasOffscreen(),
    now,
  });
  const kept = openListSource(db, { wrap: sealerOf(vault, LIST_KEY) }, memory);
  const { judge: lists, answer: links } = withTieDesk(
    {
      ...memory,
      ...openLinks(db, vault, storage.tied),
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
  return { desk, lists, kept, vault, storage, register };
}
