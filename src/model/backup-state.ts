// How much of what is kept lies on this computer alone, and whether it is time to say so.
import type { BackupNote, Reminder } from './backup.ts';

export interface BackupState {
  /** never: no backup of this log was finished here · due: it is time for the next one · fresh: it is not yet. */
  readonly kind: 'never' | 'due' | 'fresh';
  /** Captures that no backup holds. */
  readonly captures: number;
  /** Whole days since the last one; null where there was none. */
  readonly days: number | null;
  readonly checked: BackupNote['checked'] | null;
}

const DAY_MS = 86_400_000;

/**
 * @param note the last backup that was finished here; of another log it counts for nothing
 * @param log its own id, how many lines it has, and the numbers of its captures
 * @returns null where there is nothing to back up
 */
export function toBackupState(
  note: BackupNote | null,
  log: { readonly logId: string; readonly size: number; readonly captures: readonly number[] },
  reminder: Reminder,
  now: Date,
): BackupState | null {
  if (log.captures.length === 0) return null;
  const own = note?.logId === log.logId ? note : null;
  if (own === null) return { kind: 'never', captures: log.captures.length, days: null, checked: null };
  const captures = log.captures.filter((seq) => seq >= own.size).length;
  const records = log.size - own.size;
  // A clock that was set back makes no backup younger than now.
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(own.at)) / DAY_MS));
  const isDue = records >= reminder.records || (records > 0 && days >= reminder.days);
  return { kind: isDue ? 'due' : 'fresh', captures, days, checked: own.checked };
}
