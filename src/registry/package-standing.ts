// Whether an opened package may be used here and today.
import type { PackageHead, Region } from '../model/registry.ts';
import { standingOf } from './standing.ts';

export type PackageStanding = 'used' | 'grace' | 'expired' | 'elsewhere';

/** @param today calendar day where the user is @param workArea where the user watches; null: anywhere */
export function standingOfPackage({ papers }: Pick<PackageHead, 'papers'>, today: string, workArea: Region | null): PackageStanding {
  const standing = standingOf({ isOn: true, papers }, today);
  if (standing === 'expired') return 'expired';
  if (!isWithin(papers.region, workArea)) return 'elsewhere';
  return standing === 'grace' ? 'grace' : 'used';
}

/** A province's list serves its regencies, and a regency's list serves whoever watches the province. */
function isWithin(one: Region | null, other: Region | null): boolean {
  if (one === null || other === null) return true;
  const [a, b] = [`${one.code}.`, `${other.code}.`];
  return a.startsWith(b) || b.startsWith(a);
}
