// What a backup and a restore ask of the background: the only writer of the log.
import { sha256 } from '../lib/hash.ts';
import type { BackupRecord } from '../model/backup.ts';
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import type { FromUi, Refusal } from '../model/messages.ts';

export interface BackupWorld {
  readonly head: () => Promise<Pick<SealedRecord, 'seq' | 'line'> | null>;
  readonly append: (records: readonly EvidenceRecord[], blobs: readonly [], findings: readonly [], at: string) => Promise<SealedRecord[]>;
  /** The storage was filled by a restore: it is looked through as at a start. */
  readonly lookAgain: () => Promise<unknown>;
  readonly now: () => Date;
}

export type BackupRequest = Extract<FromUi, { type: 'backup' | 'restored' }>;

/** Answers a backup with its record's number, and a restore once both copies hold what was restored. Give the turn of the evidence. */
export async function answerBackup({ head, append, lookAgain, now }: BackupWorld, message: BackupRequest): Promise<unknown> {
  if (message.type === 'restored') return lookAgain();
  const last = await head();
  // An empty log would begin with this record, and there is nothing to keep.
  if (last === null) return { refused: 'gone' satisfies Refusal };
  const at = now().toISOString();
  const { backupId, heirFingerprint } = message;
  const body: BackupRecord = { backupId, startedAt: at, size: last.seq + 1, head: await sha256(last.line), heirFingerprint };
  try {
    const [kept] = await append([{ version: 1, type: 'backup', body }], [], [], at);
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch (error) {
    return { refused: (error as { refusal?: Refusal }).refusal ?? 'storage' };
  }
}
