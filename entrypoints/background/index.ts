import '../../src/model/zod-setup.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../../src/browser/messages.ts';
import { openSettingsOnInstall } from '../../src/browser/own-pages.ts';
import { onRevoked } from '../../src/browser/permissions.ts';
import * as memory from '../../src/browser/settings.ts';
import { onBrowserStart } from '../../src/browser/storage-memory.ts';
import { onTabClosed } from '../../src/browser/tabs.ts';
import { onGesture, openPanelOnClick } from '../../src/browser/toolbar.ts';
import { onEachMinute, watchVault } from '../../src/browser/vault-memory.ts';
import { endForbidden, onlyAllowed } from '../../src/flow/forbidden.ts';
import { orLocked } from '../../src/store/sealer.ts';
import { openDesk } from './desk.ts';
import { openKeeper } from './keeper.ts';
import { openSites } from './sites.ts';
import { openStamps } from './stamps.ts';
import { openStorage } from './storage.ts';

export default defineBackground({
  type: 'module',
  main() {
    const parts = openStorage();
    const { vault, storage, kept } = parts;
    const { desk, lists, register } = openDesk(parts, openKeeper);
    const sites = openSites(desk.tabClosed);
    const stamps = openStamps(storage.evidence);
    // All listeners at the top, at once: an event that wakes the background finds them only then.
    listen({
      ...desk,
      fromPage: onlyAllowed(sites, desk.fromPage),
      async fromUi(message) {
        await vault.touch();
        // What needs something sealed while it is locked ends here, in the words of a refusal.
        const answer = await orLocked(stamps.answer(message, desk.fromUi));
        return answer === 'locked' ? { refused: answer } : answer;
      },
    });
    openPanelOnClick();
    openSettingsOnInstall();
    onGesture({
      capture: (tabId, gesture) => void desk.captureOnScreen(tabId, gesture),
      pick: (tabId, gesture) => void desk.pick(tabId, gesture),
      mark: (tabId, link) => void memory.saveMarking(tabId, link),
    });
    onRevoked(() => void endForbidden(sites));
    onTabClosed((tabId) => void desk.tabClosed(tabId));
    onBrowserStart(() => void storage.state());
    const sealUp = () => void storage.opened().catch(() => undefined);
    sealUp();
    watchVault(sealUp, new AbortController().signal);
    onEachMinute(() => {
      sealUp();
      void stamps.askIfDue().catch(() => undefined);
      void vault
        .lockIfIdle()
        .then((isLocked) => (isLocked ? desk.fromUi({ type: 'lists-changed' }) : undefined))
        .catch(() => undefined);
    });
    void lists.reload().catch(() => undefined);
    void kept.sweep();
    void register();
  },
});
