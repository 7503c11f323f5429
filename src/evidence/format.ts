// How a log begins and how its records are sealed, in the form that the store asks for.
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import { verifyCommit } from './chain.ts';
import { createSigningKey, fingerprint } from './keys.ts';
import { seal } from './seal.ts';

/** `software`: name and version, as printed in a log's genesis record. */
export function evidenceFormat(software: string) {
  return {
    seal: (record: EvidenceRecord, prev: Pick<SealedRecord, 'seq' | 'line'> | null, at: string) => seal(record, prev, at),
    newKey: createSigningKey,
    verify: verifyCommit,
    fingerprint,
    genesis: async (key: CryptoKeyPair, at: string): Promise<EvidenceRecord> => ({
      version: 1,
      type: 'genesis',
      body: { logId: crypto.randomUUID(), startedAt: at, keyFingerprint: await fingerprint(key), software },
    }),
  };
}
