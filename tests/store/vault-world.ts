// A vault in memory, with few rounds, to be locked and opened at will.
import type { VaultRecord, VaultSession } from '../../src/model/vault.ts';
import { openVault, type Vault, type VaultPorts } from '../../src/store/vault.ts';

export const SAY = 'kuda hijau makan di pasar';
const ROUNDS = 10;

export interface VaultWorld {
  readonly ports: VaultPorts;
  readonly vault: Vault;
  /** As a restart of the browser does. */
  lock(): void;
  /** What storage.local holds. */
  record: VaultRecord | null;
}

export function vaultWorld(): VaultWorld {
  let session: VaultSession | null = null;
  const world: { record: VaultRecord | null } = { record: null };
  const ports: VaultPorts = {
    load: async () => structuredClone(world.record),
    save: async (next) => {
      world.record = structuredClone(next);
    },
    loadSession: async () => session,
    saveSession: async (next) => {
      session = next;
    },
    now: () => new Date('2026-11-22T08:00:00Z'),
  };
  return Object.assign(world, {
    ports,
    vault: openVault(ports, ROUNDS),
    lock: () => {
      session = null;
    },
  });
}
