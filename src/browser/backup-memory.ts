// When the evidence was last backed up, and when to remind of it, in storage.local: numbers and times, no personal data.
import { browser } from 'wxt/browser';
import { type BackupNote, backupNoteSchema, DEFAULT_REMINDER, type Reminder, reminderSchema } from '../model/backup.ts';

const NOTE = 'backup';
const REMINDER = 'backupReminder';

/** Null where there was none, or what is kept cannot be understood: then it is told that there was none. */
export async function loadBackupNote(): Promise<BackupNote | null> {
  const parsed = backupNoteSchema.safeParse((await browser.storage.local.get(NOTE))[NOTE]);
  return parsed.success ? parsed.data : null;
}

export async function saveBackupNote(note: BackupNote): Promise<void> {
  await browser.storage.local.set({ [NOTE]: note });
}

export async function loadReminder(): Promise<Reminder> {
  const parsed = reminderSchema.safeParse((await browser.storage.local.get(REMINDER))[REMINDER]);
  return parsed.success ? parsed.data : DEFAULT_REMINDER;
}

export async function saveReminder(reminder: Reminder): Promise<void> {
  await browser.storage.local.set({ [REMINDER]: reminderSchema.parse(reminder) });
}

/** Calls back whenever either was changed on any page, until the signal ends it. */
export function watchBackup(call: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (NOTE in changes || REMINDER in changes)) call();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
