// The life of a tie between an account and a person, from its steps. No name is compared here: a name alone never makes or lifts a tie.
import type { Account, GuardedAccount, SiteId } from '../model/account.ts';
import type { LinkedAccount, LinkRefusal, LinkStep } from '../model/link.ts';
import { isSameAccount, type Tie } from '../model/tie.ts';
import { isSameSigner } from './names/same-signer.ts';

/** What the proposal itself is worth: nothing, until somebody else has looked. */
const BY_CONFIRMATIONS = ['unconfirmed', 'one', 'two'] as const;

/** Ties in the order of their first step. A step that may not follow on those before it changes nothing but is kept in `steps`. */
export function toTies(steps: readonly LinkStep[]): Tie[] {
  const ties = new Map<string, Tie>();
  for (const step of steps) {
    const tie = ties.get(step.linkId) ?? null;
    const next = take(tie, step);
    if (next !== null) ties.set(step.linkId, next);
  }
  return [...ties.values()];
}

function take(tie: Tie | null, step: LinkStep): Tie | null {
  if (tie === null) return begin(step);
  const steps = [...tie.steps, step];
  if (refusalOf(tie, step) !== null) return { ...tie, steps };
  switch (step.kind) {
    case 'proposed':
      return { ...tie, steps };
    case 'confirmed':
      return { ...tie, steps, state: BY_CONFIRMATIONS[Math.min(2, signersOf(steps).length - 1)] ?? 'unconfirmed' };
    case 'seen':
      return { ...tie, steps, lastAccount: step.account, lastSeenAt: step.at };
    case 'ended':
      return { ...tie, steps, ended: step };
  }
}

function begin(step: LinkStep): Tie | null {
  const rest = { linkId: step.linkId, lastSeenAt: step.at, state: 'unconfirmed', steps: [step] } as const;
  if (step.kind === 'proposed')
    return { ...rest, account: step.account, lastAccount: step.account, person: step.person, from: 'proposed', ended: null };
  if (step.kind !== 'ended' || step.listed === null) return null;
  const { account, person } = step.listed;
  return { ...rest, account, lastAccount: account, person, from: 'listed', ended: step };
}

/** Why a step may not follow; null if it may. */
export function refusalOf(tie: Tie | null, step: Pick<LinkStep, 'kind'> & { readonly by?: string }): LinkRefusal | null {
  if (tie === null) return step.kind === 'proposed' || step.kind === 'ended' ? null : 'gone';
  if (tie.ended !== null) return 'ended';
  if (step.kind === 'proposed') return 'listed';
  const isKnown = (by: string) => signersOf(tie.steps).some((other) => isSameSigner(by, other));
  return step.kind === 'confirmed' && isKnown(step.by ?? '') ? 'same-signer' : null;
}

/** Whoever proposed first, then those who confirmed, each once. */
function signersOf(steps: readonly LinkStep[]): string[] {
  const signers: string[] = [];
  for (const step of steps)
    if ((step.kind === 'proposed' || step.kind === 'confirmed') && !signers.some((other) => isSameSigner(step.by, other)))
      signers.push(step.by);
  return signers;
}

/** The row that a living tie adds to the registry's; null of one that was ended. */
export function toRow(tie: Tie): GuardedAccount | null {
  if (tie.ended !== null || tie.from === 'listed') return null;
  const { person, unit, status, listId } = tie.person;
  return {
    ...tie.account,
    person,
    unit,
    status,
    basis: 'tautan yang diusulkan pemantau',
    link: { source: 'monitor', state: tie.state },
    ...(listId === null ? {} : { listId }),
  };
}

/** The living tie of an account, or null. */
export function tieOf(ties: readonly Tie[], account: LinkedAccount): Tie | null {
  return ties.find((tie) => tie.ended === null && (isSameAccount(tie.account, account) || isSameAccount(tie.lastAccount, account))) ?? null;
}

/**
 * Whether an account seen on a site can be the one of the tie: where both times a number was seen, it has to be the same. A handle that
 * has changed hands is somebody else.
 */
export function isStillSame(tie: Tie, platform: SiteId, seen: Pick<Account, 'id'>): boolean {
  const ids = [tie.account.id, tie.lastAccount.id].filter((id) => id !== null);
  return platform === tie.account.platform && (seen.id === null || ids.length === 0 || ids.includes(seen.id));
}
