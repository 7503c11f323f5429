// What is remembered of stamping besides the log, in storage.local: hashes and times.
import { browser } from 'wxt/browser';
import { NO_STAMPS, type StampMemory, stampMemorySchema } from '../model/stamp.ts';

/** What cannot be understood counts as never remembered. */
export async function loadStampMemory(): Promise<StampMemory> {
  const kept = await browser.storage.local.get('stamps');
  const parsed = stampMemorySchema.safeParse(kept['stamps']);
  return parsed.success ? parsed.data : NO_STAMPS;
}

export async function saveStampMemory(stamps: StampMemory): Promise<void> {
  await browser.storage.local.set({ stamps });
}

/** Calls back whenever it changes, until the signal ends it. */
export function watchStampMemory(call: (memory: StampMemory) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'stamps' in changes) void loadStampMemory().then(call);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
