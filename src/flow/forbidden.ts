// A site that the monitor forbids while its pages are open: their scripts are ended, and what they still say is not taken in.
import type { PlatformId } from '../model/account.ts';
import type { FromPage, TabState, ToPage } from '../model/messages.ts';

export interface ForbiddenWorld {
  readonly platformOf: (url: URL) => PlatformId | null;
  readonly isAllowed: (platform: PlatformId) => Promise<boolean>;
  /** Tabs of which there is a state. */
  readonly tabs: () => Promise<readonly number[]>;
  readonly loadState: (tabId: number) => Promise<TabState | null>;
  readonly forget: (tabId: number) => Promise<void>;
  readonly askPage: (tabId: number, message: ToPage) => Promise<unknown>;
}

type Sender = { readonly tabId: number; readonly url: URL };

/** Hands on what the pages of allowed sites say. A script that no longer may read is ended: it may have slept when its site was forbidden. */
export function onlyAllowed<S extends Sender>(
  world: Pick<ForbiddenWorld, 'platformOf' | 'isAllowed' | 'askPage'>,
  hand: (message: FromPage, sender: S) => Promise<unknown>,
): (message: FromPage, sender: S) => Promise<unknown> {
  return async (message, sender) => {
    // Picking by hand is begun by the monitor on the page itself, on any site.
    const platform = message.type === 'picked' || message.type === 'pick-ended' ? null : world.platformOf(sender.url);
    if (platform === null || (await world.isAllowed(platform))) return hand(message, sender);
    void world.askPage(sender.tabId, { type: 'end' });
    return { error: 'site' };
  };
}

/** To be called whenever a permission was taken back: ends the scripts of forbidden sites, and forgets what they found and nobody kept. */
export async function endForbidden({ tabs, loadState, isAllowed, forget, askPage }: ForbiddenWorld): Promise<void> {
  for (const tabId of await tabs()) {
    const platform = (await loadState(tabId))?.platform ?? 'other';
    if (platform === 'other' || (await isAllowed(platform))) continue;
    await askPage(tabId, { type: 'end' });
    await forget(tabId);
  }
}
