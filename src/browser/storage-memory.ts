// The anchor of the evidence in storage.local, and what is remembered of the storage as long as the browser runs.
import { browser } from 'wxt/browser';

const anchor = {
  load: async (): Promise<unknown> => (await browser.storage.local.get('anchor'))['anchor'],
  save: async (next: object): Promise<void> => {
    await browser.storage.local.set({ anchor: next });
  },
};

const isSet = async (name: string) => (await browser.storage.session.get(name))[name] === true;

const session = {
  isOpened: () => isSet('storage-opened'),
  markOpened: () => browser.storage.session.set({ 'storage-opened': true }),
  isStopped: () => isSet('storage-stopped'),
  markStopped: () => browser.storage.session.set({ 'storage-stopped': true }),
};

/** Bytes; null where the browser does not tell. */
async function space(): Promise<{ quota: number; usage: number } | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : { quota, usage };
}

/** The browser's half of what watches over the evidence. */
export const storagePorts = { anchor, session, space };

/** Wakes the background when the browser starts, so that the storage is looked through before anything else. */
export function onBrowserStart(call: () => void): void {
  browser.runtime.onStartup.addListener(call);
  browser.runtime.onInstalled.addListener(call);
}
