// What the user changed of calendar, holidays and recipients, in storage.local: no personal data.
import { browser } from 'wxt/browser';
import { type RuleBook, ruleBookSchema } from '../model/rules.ts';

const KEY = 'ruleBook';

/** Null where the user changed nothing, or where what is kept cannot be understood: then what is shipped holds. */
export async function loadRuleBook(): Promise<RuleBook | null> {
  const kept = await browser.storage.local.get(KEY);
  const parsed = ruleBookSchema.safeParse(kept[KEY]);
  return parsed.success ? parsed.data : null;
}

/** null forgets the changes. @throws Error where the book is not of the model's form */
export async function saveRuleBook(book: RuleBook | null): Promise<void> {
  if (book === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: ruleBookSchema.parse(book) });
}

/** Calls back whenever the book was changed on any page, until the signal ends it. */
export function watchRuleBook(call: (book: RuleBook | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) void loadRuleBook().then(call);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
