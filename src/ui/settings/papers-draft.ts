// The papers of a list while they are being filled in.
import { type Papers, papersSchema, type Region } from '../../model/registry.ts';
import { standingOn } from '../../registry/standing.ts';
import type { KeptList } from '../../store/lists.ts';

export type Draft = Record<'title' | 'issuer' | 'legalBasis' | 'stage' | 'users' | 'madeOn' | 'expiresOn', string> & {
  region: Region | null;
};

/** What the user calls a list. */
export function listName(list: KeptList): string {
  return list.papers?.title ?? list.file;
}

/**
 * Starts from the papers of the list that is replaced. Its dates are not taken over: a newer content has newer ones.
 * @param madeOn the files' date, YYYY-MM-DD
 */
export function draftOf(before: Papers | undefined, files: readonly string[], madeOn: string): Draft {
  return {
    title: before?.title ?? (files[0] ?? '').replace(/\.\w{1,5}$/, '').slice(0, 200),
    issuer: before?.issuer ?? '',
    legalBasis: before?.legalBasis ?? '',
    region: before?.region ?? null,
    stage: before?.stage ?? '',
    users: before?.users ?? '',
    madeOn,
    expiresOn: '',
  };
}

/**
 * What was typed stays when another list is chosen to be replaced; what was only proposed makes room for the new proposal.
 * @param before the proposal that the draft started from
 */
export function withProposal(draft: Draft, before: Draft, next: Draft): Draft {
  const kept = Object.entries(draft).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Draft]));
  return { ...next, ...Object.fromEntries(kept) };
}

/** The lists that were made from a file of the same name as one of these. */
export function sameFileLists(lists: readonly KeptList[], files: readonly string[]): KeptList[] {
  return lists.filter(({ file }) => file.split(', ').some((name) => files.includes(name)));
}

/** Six months later, or the last day of that month; null without a day to count from. */
export function proposedExpiry(madeOn: string): string | null {
  const [year, month, day] = madeOn.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined || Number.isNaN(Date.parse(madeOn))) return null;
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(day, last))).toISOString().slice(0, 10);
}

/** What to tell of a day of expiry that is already past; null of any other, and while none is typed. @param today by the user's clock */
export function tellEnded(expiresOn: string, today: string): 'imp.endedGrace' | 'imp.endedWhole' | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expiresOn)) return null;
  const standing = standingOn(expiresOn, today);
  if (standing === 'used') return null;
  return standing === 'grace' ? 'imp.endedGrace' : 'imp.endedWhole';
}

/** The papers, or the word for what is wrong with them. */
export function checkPapers({ region, ...draft }: Draft): { readonly papers: Papers } | { readonly wrong: 'imp.wrongDays' | 'app.failed' } {
  const text = Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, value.trim()])) as Omit<Draft, 'region'>;
  if (text.expiresOn < text.madeOn) return { wrong: 'imp.wrongDays' };
  const papers = papersSchema.safeParse({ ...text, region });
  return papers.success ? { papers: papers.data } : { wrong: 'app.failed' };
}
