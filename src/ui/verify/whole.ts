// What is said of a checked file in one sentence, wherever it was checked.
import type { Verification } from '../../model/bundle.ts';

/** A file that is no bundle at all is the wrong file, not a forged one. */
export function isEvidence({ bundleId, checks }: Verification): boolean {
  return bundleId !== null || checks.every(({ check, verdict }) => check !== 'archive' || verdict === 'pass');
}

/** Which of the page's words tell whether it is whole. */
export function wholeKey(verification: Verification): 'verify.ok' | 'verify.bad' | 'verify.notOurs' {
  return verification.ok ? 'verify.ok' : isEvidence(verification) ? 'verify.bad' : 'verify.notOurs';
}
