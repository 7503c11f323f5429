// Later words on what is kept: notes, corrections, holds, re-checks, and the destruction of whole findings.
import { planErasure } from '../evidence/erasure.ts';
import { handleKey } from '../model/account-key.ts';
import type { EvidenceRecord, SealedRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { ErasurePreview, LaterRequest } from '../model/later.ts';
import type { TabState } from '../model/messages.ts';
import type { RecheckSeen } from '../model/recheck.ts';
import { type Keeper, type Kept, refusedBy } from './keep-evidence.ts';

/** What the store is asked to destroy: the record that stays, and all that goes with it in the same step. */
export interface Destruction {
  readonly record: EvidenceRecord;
  readonly seqs: readonly number[];
  readonly hashes: readonly string[];
  /** Findings that change; none so far. */
  readonly findings: readonly Finding[];
  readonly removedFindings: readonly string[];
}

export interface LaterWorld {
  readonly keeper: Pick<Keeper, 'append' | 'finding' | 'now'>;
  readonly loadState: (tabId: number) => Promise<TabState | null>;
  /** The whole log. */
  readonly lines: () => Promise<readonly SealedRecord[]>;
  /** Writes the record and destroys, so that both are on disk or neither. */
  readonly erase: (destruction: Destruction, at: string) => Promise<{ readonly seq: number }>;
}

/** Answers what is asked; within the turn of the evidence. */
export async function answerLater(world: LaterWorld, message: LaterRequest): Promise<Kept | RecheckSeen | ErasurePreview> {
  const at = world.keeper.now().toISOString();
  switch (message.type) {
    case 'note':
      return keepLater(world, message.findingId, at, () => ({
        version: 1,
        type: 'note',
        body: { findingId: message.findingId, statedAt: at, ...message.said },
      }));
    case 'hold': {
      const { findingId, state, reason } = message;
      return keepLater(world, findingId, at, () => ({ version: 1, type: 'hold', body: { findingId, state, reason, statedAt: at } }));
    }
    case 'recheck': {
      const { type: _type, after, ...told } = message;
      return keepLater(world, told.findingId, at, ({ captures }) => {
        const newest = captures.at(-1) ?? after;
        return { version: 1, type: 'recheck', body: { ...told, statedAt: at, capture: newest > after ? newest : null } };
      });
    }
    case 'recheck-look': {
      const finding = await world.keeper.finding(message.findingId);
      return finding === null ? { kind: 'nothing' } : seenOf(finding, await world.loadState(message.tabId));
    }
    case 'erase-look': {
      const plan = planErasure(await world.lines(), message.findingIds);
      const { bundleIds, held } = plan;
      return { records: plan.seqs.length, files: plan.hashes.length, sharedFiles: plan.sharedHashes.length, bundleIds, held };
    }
    case 'erase':
      return erase(world, message, at);
  }
}

async function keepLater({ keeper }: LaterWorld, findingId: string, at: string, make: (finding: Finding) => EvidenceRecord): Promise<Kept> {
  try {
    const finding = await keeper.finding(findingId);
    if (finding === null) return { refused: 'not-kept' };
    const [kept] = await keeper.append([make(finding)], [], [], at);
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}

/**
 * What the tab's reader met of a finding. That nothing was met says nothing: the page may not have shown it yet, or not to this user.
 * Whether something was deleted is never told here.
 */
export function seenOf(finding: Finding, tab: TabState | null): RecheckSeen {
  const { platform, actor } = finding.match.sighting;
  if (tab === null || tab.platform !== platform) return { kind: 'nothing' };
  const sameAct = tab.findings.some((one) => one.findingId === finding.findingId);
  const handleThen = actor.handle;
  const handles = tab.findings.flatMap(({ match: { sighting } }) =>
    actor.id !== null && sighting.actor.id === actor.id && sighting.actor.handle !== null ? [sighting.actor.handle] : [],
  );
  const isOther = (handle: string) => handleThen !== null && handleKey(platform, handle) !== handleKey(platform, handleThen);
  const handleNow = handles.find(isOther);
  if (handleThen !== null && handleNow !== undefined) return { kind: 'other-handle', handleThen, handleNow, sameAct };
  return { kind: sameAct ? 'same-act' : 'nothing' };
}

async function erase(world: LaterWorld, message: Extract<LaterRequest, { type: 'erase' }>, at: string): Promise<Kept> {
  const { findingIds, reason, askedBy, request } = message;
  try {
    const findings = await Promise.all([...new Set(findingIds)].map(world.keeper.finding));
    const kept = findings.filter((one) => one !== null);
    if (kept.length < findings.length) return { refused: 'not-kept' };
    if (reason === 'set-aside' && kept.some(({ status }) => status !== 'set-aside')) return { refused: 'not-set-aside' };
    const removed = kept.map((one) => one.findingId);
    const { seqs, hashes, bundleIds, held } = planErasure(await world.lines(), removed);
    if (held.length > 0) return { refused: 'on-hold' };
    if (seqs.length === 0) return { refused: 'not-kept' };
    const counted = { findingCount: removed.length, seqs: [...seqs], hashes: [...hashes], bundleIds: [...bundleIds] };
    const record: EvidenceRecord = { version: 1, type: 'erasure', body: { reason, askedBy, request, erasedAt: at, ...counted } };
    const { seq } = await world.erase({ record, seqs, hashes, findings: [], removedFindings: removed }, at);
    return { seq };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}
