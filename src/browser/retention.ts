// The user's own periods of keeping, in storage.local: no personal data.
import { browser } from 'wxt/browser';
import { type RetentionDays, retentionDaysSchema } from '../model/retention.ts';

const KEY = 'retention';

/** Null where the user changed nothing, or where what is kept cannot be understood: then what is shipped holds. */
export async function loadRetention(): Promise<RetentionDays | null> {
  const kept = await browser.storage.local.get(KEY);
  const parsed = retentionDaysSchema.safeParse(kept[KEY]);
  return parsed.success ? parsed.data : null;
}

/** null forgets the changes. @throws Error where a period is not of the model's form */
export async function saveRetention(days: RetentionDays | null): Promise<void> {
  if (days === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: retentionDaysSchema.parse(days) });
}

/** Calls back whenever the periods were changed on any page, until the signal ends it. */
export function watchRetention(call: (days: RetentionDays | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) void loadRetention().then(call);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
