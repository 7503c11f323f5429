// What was typed into a proposal and not yet kept, for each tab and address, while the panel is open: in memory only.
import type { Namesakes, Person } from '../../model/link.ts';

export interface LinkDraft {
  readonly name: string;
  readonly words: string;
  readonly statement: string;
  readonly by: string;
  readonly found: Namesakes | null;
  readonly chosen: Person | null;
}

export const NO_DRAFT: LinkDraft = { name: '', words: '', statement: '', by: '', found: null, chosen: null };
/** More are not remembered; the oldest goes first. */
export const MOST_DRAFTS = 20;

const drafts = new Map<string, LinkDraft>();
const toKey = (tabId: number, url: string) => `${tabId} ${url}`;

export function linkDraftOf(tabId: number, url: string): LinkDraft {
  return drafts.get(toKey(tabId, url)) ?? NO_DRAFT;
}

/** An empty one is forgotten. */
export function keepLinkDraft(tabId: number, url: string, draft: LinkDraft): void {
  const key = toKey(tabId, url);
  drafts.delete(key);
  if ([draft.name, draft.words, draft.statement, draft.by].every((text) => text.trim() === '')) return;
  drafts.set(key, draft);
  const [oldest] = drafts.keys();
  if (drafts.size > MOST_DRAFTS && oldest !== undefined) drafts.delete(oldest);
}
