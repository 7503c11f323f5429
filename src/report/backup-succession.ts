// The two keys of a move: the heir that waits in a backup, and the one of the new browser that the heir names.
import { toOrigin } from '../evidence/checkpoint.ts';
import { createHeir } from '../evidence/heir.ts';
import { fingerprint } from '../evidence/keys.ts';
import { signSuccession } from '../evidence/succession.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { ReadBackup } from './backup-read.ts';

export interface Heir {
  readonly pair: CryptoKeyPair;
  readonly pem: string;
  /** "SHA256:…", for the log. */
  readonly fingerprint: string;
}

/** A new heir for one backup. */
export async function newHeir(): Promise<Heir> {
  const heir = await createHeir();
  return { ...heir, fingerprint: await fingerprint(heir.pair) };
}

/** The record with which the log goes on in another browser. @param key that browser's own key @param restoredAt ISO 8601 UTC */
export async function toRestored(
  { head, heir, gone }: Pick<ReadBackup, 'head' | 'heir' | 'gone'>,
  key: CryptoKeyPair,
  restoredAt: string,
): Promise<Extract<EvidenceRecord, { type: 'restored' }>> {
  const place = { origin: toOrigin(head.logId), size: head.size, head: head.head };
  return {
    version: 1,
    type: 'restored',
    body: {
      restoredAt,
      backupId: head.backupId,
      previousKeyFingerprint: head.keyFingerprint,
      keyFingerprint: await fingerprint(key),
      steps: [head.heir.step, await signSuccession(heir, key, place)],
      missingArtefacts: [...gone],
    },
  };
}
