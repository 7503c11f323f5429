// Which sites may be read, put together: asked at each word of a page, and of all pages when a permission is taken back.
import { toPage } from '../../src/browser/messages.ts';
import { isAllowed } from '../../src/browser/permissions.ts';
import { loadTabState, tabsWithState } from '../../src/browser/settings.ts';
import type { ForbiddenWorld } from '../../src/flow/forbidden.ts';
import { platformById, platformOf } from '../../src/platforms/index.ts';

/** @param forget forgets a tab, in its turn */
export function openSites(forget: ForbiddenWorld['forget']): ForbiddenWorld {
  return {
    platformOf: (url) => platformOf(url)?.id ?? null,
    async isAllowed(id) {
      const site = platformById(id);
      return site !== null && isAllowed(site);
    },
    tabs: tabsWithState,
    loadState: loadTabState,
    forget,
    askPage: toPage,
  };
}
