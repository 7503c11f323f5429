// What keeping evidence needs of the browser, the lists and the store.
import { readEnvironment } from '../../src/browser/environment.ts';
import { toPage } from '../../src/browser/messages.ts';
import { takeScreenshot } from '../../src/browser/screenshot.ts';
import { loadSettings } from '../../src/browser/settings.ts';
import { frontWindow } from '../../src/browser/tabs.ts';
import { openRecord } from '../../src/evidence/seal.ts';
import type { Keeper } from '../../src/flow/keep-evidence.ts';
import { pngPictures } from '../../src/lib/image.ts';
import { platformById } from '../../src/platforms/index.ts';
import type { EvidenceStore } from '../../src/store/evidence.ts';
import type { Vault } from '../../src/store/vault.ts';

export function openKeeper(evidence: EvidenceStore, vault: Vault, lists: Pick<Keeper, 'judge' | 'clean'>): Keeper {
  return {
    askPage: toPage,
    frontWindow,
    takeScreenshot,
    pictures: pngPictures,
    keepsOriginals: async () => (await loadSettings()).keepOriginals && (await vault.state()) === 'open',
    append: evidence.append,
    finding: evidence.finding,
    async capturesOf(findingId) {
      const kept = await evidence.records((await evidence.finding(findingId))?.captures ?? []);
      return kept.flatMap((sealed) => {
        const record = openRecord(sealed);
        return record !== 'erased' && record.type === 'capture' ? [record.body] : [];
      });
    },
    judge: lists.judge,
    clean: lists.clean,
    now: () => new Date(),
    environment: { ...readEnvironment(), adapterRevision: '' },
    adapterRevision: (id) => (id === 'other' ? '' : (platformById(id)?.revision ?? '')),
  };
}
