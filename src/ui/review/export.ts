// One bundle, from the chosen findings to a file. Its handover is sealed first, so that the bundle's own log holds it.
import type { SealedRecord } from '../../model/evidence.ts';
import type { Refusal } from '../../model/messages.ts';
import { writeBundleBlob } from '../../report/bundle.ts';
import type { BundleMeta } from '../../report/summary.ts';
import type { EvidenceStore } from '../../store/evidence.ts';
import { chooseRecords } from './records.ts';

export interface Exported {
  readonly name: string;
  readonly fingerprint: string;
  readonly blob: Blob;
}

/**
 * @param sendHandover seals the handover; the background does it, for it is the only writer of the log
 * @throws Error where the log or an artefact is damaged
 */
export async function exportBundle(
  store: Pick<EvidenceStore, 'lines' | 'blob' | 'signingKey'>,
  findingIds: readonly string[],
  meta: BundleMeta,
  software: string,
  sendHandover: (bundleId: string, findingIds: string[]) => Promise<{ readonly seq: number } | { readonly refused: Refusal }>,
): Promise<Exported | { readonly refused: Refusal }> {
  const bundleId = crypto.randomUUID();
  const handover = await sendHandover(bundleId, [...findingIds]);
  if ('refused' in handover) return handover;
  const lines: SealedRecord[] = await store.lines();
  const readBlob = async (hash: string) => {
    const bytes = await store.blob(hash);
    if (bytes === null) throw new Error(`artefact ${hash} is missing`);
    return bytes;
  };
  return writeBundleBlob({
    bundleId,
    createdAt: new Date().toISOString(),
    lines: lines.map((sealed) => sealed.line),
    records: chooseRecords(lines, new Set(findingIds), bundleId),
    readBlob,
    key: await store.signingKey(),
    software,
    meta,
  });
}
