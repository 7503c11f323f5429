// The vault's record in storage.local, and its open key in storage.session: memory only, and closed to page scripts.
import { browser } from 'wxt/browser';
import { type VaultRecord, type VaultSession, vaultRecordSchema, vaultSessionSchema } from '../model/vault.ts';

/** The record as it is on disk; null where there is none or where it cannot be understood. */
export async function loadVaultRecord(): Promise<VaultRecord | null> {
  const kept = await browser.storage.local.get('vault');
  const parsed = vaultRecordSchema.safeParse(kept['vault']);
  return parsed.success ? parsed.data : null;
}

export async function saveVaultRecord(vault: VaultRecord | null): Promise<void> {
  if (vault === null) await browser.storage.local.remove('vault');
  else await browser.storage.local.set({ vault });
}

export async function loadVaultSession(): Promise<VaultSession | null> {
  const kept = await browser.storage.session.get('vault');
  const parsed = vaultSessionSchema.safeParse(kept['vault']);
  return parsed.success ? parsed.data : null;
}

export async function saveVaultSession(vault: VaultSession | null): Promise<void> {
  if (vault === null) await browser.storage.session.remove('vault');
  else await browser.storage.session.set({ vault });
}

/** Where a vault of this browser is kept. */
export const vaultPorts = {
  load: loadVaultRecord,
  save: saveVaultRecord,
  loadSession: loadVaultSession,
  saveSession: saveVaultSession,
  now: () => new Date(),
};

/** Calls back when it was opened or locked anywhere, until the signal ends it. */
export function watchVault(call: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => {
    const change = changes['vault'];
    // Merely being used changes the time in the session, and nothing that anybody shows.
    if (change !== undefined && (area === 'local' || (change.oldValue === undefined) !== (change.newValue === undefined))) call();
  };
  browser.storage.onChanged.addListener(listener as never);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener as never));
}

/** Calls back each minute, also after the background was stopped in between. Call at the top level of the background. */
export function onEachMinute(call: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === 'minute') call();
  });
  void browser.alarms.create('minute', { periodInMinutes: 1 });
}
