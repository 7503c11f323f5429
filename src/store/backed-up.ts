// Asks the evidence how much of it no backup holds.
import type { BackupNote, Reminder } from '../model/backup.ts';
import { type BackupState, toBackupState } from '../model/backup-state.ts';
import type { EvidenceStore } from './evidence.ts';
import { readSealed } from './replay.ts';

/** Null where there is nothing to back up, or where it is locked and cannot be said. */
export async function readBackupState(
  { head, records, findings }: Pick<EvidenceStore, 'head' | 'records' | 'findings'>,
  note: BackupNote | null,
  reminder: Reminder,
  now: Date,
): Promise<BackupState | null> {
  try {
    const [last, [first], all] = await Promise.all([head(), records([0]), findings()]);
    const genesis = first === undefined ? null : readSealed(first);
    if (last === null || genesis?.type !== 'genesis') return null;
    const captures = all.flatMap((one) => one.captures);
    return toBackupState(note, { logId: genesis.body.logId, size: last.seq + 1, captures }, reminder, now);
  } catch {
    return null;
  }
}
