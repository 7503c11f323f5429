import '../src/model/zod-setup.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { readEnvironment } from '../src/browser/environment.ts';
import { connectJournal, hasOffscreen } from '../src/browser/journal-port.ts';
import { listen, toPage } from '../src/browser/messages.ts';
import { openSettingsOnInstall } from '../src/browser/own-pages.ts';
import { registerScripts } from '../src/browser/permissions.ts';
import { startPicker } from '../src/browser/picker.ts';
import { takeScreenshot } from '../src/browser/screenshot.ts';
import * as memory from '../src/browser/settings.ts';
import { anchorPort, onBrowserStart, readSpace, sessionPort } from '../src/browser/storage-memory.ts';
import { frontWindow, onTabClosed, tellPages } from '../src/browser/tabs.ts';
import { onGesture, openPanelOnClick, showBadge } from '../src/browser/toolbar.ts';
import { evidenceFormat } from '../src/evidence/format.ts';
import { judgeWith } from '../src/flow/judge.ts';
import { type Served, serve } from '../src/flow/serve.ts';
import { keepTallies } from '../src/flow/tally.ts';
import { withTieDesk } from '../src/flow/ties.ts';
import { cutPng } from '../src/lib/image.ts';
import { platformById, platformOf, platforms, readAddress } from '../src/platforms/index.ts';
import { listSource } from '../src/registry/list-source.ts';
import { NetraDb } from '../src/store/db.ts';
import { speakToJournal } from '../src/store/journal.ts';
import { openLinks, plainBox } from '../src/store/links.ts';
import { openLists } from '../src/store/lists.ts';
import { openRegistry } from '../src/store/registry.ts';
import { openLookup } from '../src/store/registry-lookup.ts';
import { openSafeguard } from '../src/store/safeguard.ts';

export default defineBackground({
  type: 'module',
  main() {
    const db = new NetraDb();
    const storage = openSafeguard({
      db,
      format: evidenceFormat(`Netra ${readEnvironment().extensionVersion}`),
      connect: async () => speakToJournal(await connectJournal()),
      anchor: anchorPort,
      session: sessionPort,
      space: readSpace,
      scrubs: hasOffscreen(),
      now: () => new Date(),
    });
    const { evidence } = storage;
    const registry = openRegistry(db);
    const lookup = openLookup(db);
    const { judge: lists, answer: links } = withTieDesk(
      { ...memory, ...openLinks(db, plainBox), rowsByName: lookup.byName, now: () => new Date(), readAddress },
      async () => {
        await registry.migrate();
        await lookup.reload();
        return listSource(await openLists(db).rows(), lookup.find);
      },
      (load) => judgeWith(load, memory.loadKnownPosts, memory.saveKnownPosts, readAddress),
    );
    const register = async () => registerScripts(platforms, (await memory.loadSettings()).wireOff);
    const tallies = keepTallies(memory.loadTallies, memory.saveTallies);
    const desk: Served = serve({
      keeper: {
        askPage: toPage,
        frontWindow,
        takeScreenshot,
        cut: cutPng,
        append: evidence.append,
        finding: evidence.finding,
        judge: lists.judge,
        clean: lists.clean,
        now: () => new Date(),
        environment: { ...readEnvironment(), adapterRevision: '' },
        adapterRevision: (id) => (id === 'other' ? '' : (platformById(id)?.revision ?? '')),
      },
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
      tabs: memory.tabsWithState,
      campaign: { rowsOf: lists.rowsOf, readAddress },
      reloadLists: lists.reload,
      registerScripts: register,
      tellPages,
    });
    // All listeners at the top, at once: an event that wakes the background finds them only then.
    listen(desk);
    openPanelOnClick();
    openSettingsOnInstall();
    onGesture({
      capture: (tabId, gesture) => void desk.captureOnScreen(tabId, gesture),
      pick: (tabId, gesture) => void desk.pick(tabId, gesture),
      mark: (tabId, link) => void memory.saveMarking(tabId, link),
    });
    onTabClosed((tabId) => void desk.tabClosed(tabId));
    onBrowserStart(() => void storage.state());
    void storage.state();
    void lists.reload();
    void registry.sweep().catch(() => undefined);
    void register();
  },
});
