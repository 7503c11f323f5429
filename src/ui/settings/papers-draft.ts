// The papers of a list while they are being filled in.
import { type Papers, papersSchema } from '../../model/registry.ts';
import type { KeptList } from '../../store/lists.ts';

export type Draft = Record<
  'title' | 'issuer' | 'legalBasis' | 'regionCode' | 'regionName' | 'stage' | 'users' | 'madeOn' | 'expiresOn',
  string
>;

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
    regionCode: before?.region?.code ?? '',
    regionName: before?.region?.name ?? '',
    stage: before?.stage ?? '',
    users: before?.users ?? '',
    madeOn,
    expiresOn: '',
  };
}

/** Six months later, or the last day of that month; null without a day to count from. */
export function proposedExpiry(madeOn: string): string | null {
  const [year, month, day] = madeOn.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined || Number.isNaN(Date.parse(madeOn))) return null;
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The papers, or the word for what is wrong with them. */
export function checkPapers(
  draft: Draft,
): { readonly papers: Papers } | { readonly wrong: 'imp.wrongRegion' | 'imp.wrongDays' | 'app.failed' } {
  const text = Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, value.trim()])) as Draft;
  const { regionCode: code, regionName: name, ...rest } = text;
  const region = code === '' && name === '' ? null : { scheme: 'kemendagri' as const, code, name };
  if (region !== null && (name === '' || !/^\d{2}(\.\d{2}){0,2}$/.test(code))) return { wrong: 'imp.wrongRegion' };
  if (rest.expiresOn < rest.madeOn) return { wrong: 'imp.wrongDays' };
  const papers = papersSchema.safeParse({ ...rest, region });
  return papers.success ? { papers: papers.data } : { wrong: 'app.failed' };
}
