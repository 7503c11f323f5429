// What a monitor says of findings that have evidence: decisions, the day of knowing, handovers. Each is a record of its own.
import type { Decision } from '../model/evidence.ts';
import type { FromUi } from '../model/messages.ts';
import { type Keeper, type Kept, refusedBy } from './keep-evidence.ts';

/** Appends the reviewer's decision on a finding that has evidence. */
export async function keepDecision(
  keeper: Pick<Keeper, 'append' | 'finding' | 'now'>,
  findingId: string,
  verdict: Decision['verdict'],
  note: string,
): Promise<Kept> {
  try {
    const finding = await keeper.finding(findingId);
    if (finding === null) return { refused: 'not-kept' };
    const at = keeper.now().toISOString();
    const [kept] = await keeper.append(
      [{ version: 1, type: 'decision', body: { findingId, verdict, note, decidedAt: at } }],
      [],
      [{ ...finding, status: verdict, note }],
      at,
    );
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}

/** Appends the day on which a finding that has evidence became known, as the monitor states it. */
export async function keepKnown(
  keeper: Pick<Keeper, 'append' | 'finding' | 'now'>,
  findingId: string,
  knownOn: string,
  note: string,
): Promise<Kept> {
  try {
    if ((await keeper.finding(findingId)) === null) return { refused: 'not-kept' };
    const at = keeper.now().toISOString();
    const [kept] = await keeper.append([{ version: 1, type: 'known', body: { findingId, knownOn, note, statedAt: at } }], [], [], at);
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}

/** Appends that a bundle is written, and why it holds originals if it does. Refused where one of the findings was erased meanwhile. */
export async function keepHandover(
  keeper: Pick<Keeper, 'append' | 'finding' | 'now'>,
  { bundleId, findingIds, originals }: Extract<FromUi, { type: 'handover' }>,
): Promise<Kept> {
  const exportedAt = keeper.now().toISOString();
  const body = { bundleId, exportedAt, findingIds, ...(originals === undefined ? {} : { originals }) };
  try {
    for (const id of findingIds) if ((await keeper.finding(id)) === null) return { refused: 'not-kept' };
    const [kept] = await keeper.append([{ version: 1, type: 'handover', body }], [], [], exportedAt);
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}
