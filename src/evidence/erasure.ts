// What has to be destroyed so that a finding is gone: worked out from the log alone. Destroys nothing itself.
import type { SealedRecord } from '../model/evidence.ts';

export interface ErasurePlan {
  /** Numbers of the records whose content goes, ascending. */
  readonly seqs: readonly number[];
  /** Images and sources that no other record names. */
  readonly hashes: readonly string[];
  /** Images and sources of these records that stay, for another record names them. */
  readonly sharedHashes: readonly string[];
  /** Bundles that were written with one of the findings. */
  readonly bundleIds: readonly string[];
  /** Those of the findings that are under a legal hold now. */
  readonly held: readonly string[];
}

/** A record as far as a deletion has to know it. Read without the model: what a later version wrote has to go as well. */
interface Loose {
  readonly seq: number;
  readonly type: unknown;
  readonly findingId: string | null;
  readonly findingIds: readonly string[];
  readonly hashes: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * @param log every record, in order; those whose content is gone already are passed over
 * @param findingIds the findings to be destroyed
 */
export function planErasure(log: readonly Pick<SealedRecord, 'seq' | 'canonical'>[], findingIds: readonly string[]): ErasurePlan {
  const doomed = new Set(findingIds);
  const records = log.flatMap(({ seq, canonical }) => readLoosely(seq, canonical) ?? []);
  const isDoomed = ({ findingId }: Loose) => findingId !== null && doomed.has(findingId);
  const left = new Set(records.flatMap((one) => (one.findingId === null || isDoomed(one) ? [] : [one.findingId])));
  const handovers = records.filter(({ findingIds: named }) => named.some((one) => doomed.has(one)));
  // A finding's name is made of the account and the post: whoever guesses both recognises it. It stays only beside one that is kept.
  const empty = handovers.filter(({ findingIds: named }) => !named.some((one) => left.has(one)));
  const going = records.filter((one) => isDoomed(one) || empty.includes(one));
  const gone = new Set(going);
  const needed = new Set(records.filter((one) => !gone.has(one)).flatMap(({ hashes }) => hashes));
  const files = [...new Set(going.flatMap(({ hashes }) => hashes))];
  return {
    seqs: going.map(({ seq }) => seq).sort((a, b) => a - b),
    hashes: files.filter((hash) => !needed.has(hash)),
    sharedHashes: files.filter((hash) => needed.has(hash)),
    bundleIds: handovers.flatMap(({ body: { bundleId } }) => (typeof bundleId === 'string' ? [bundleId] : [])),
    held: findingIds.filter((id) => records.findLast((one) => one.type === 'hold' && one.findingId === id)?.body['state'] === 'set'),
  };
}

function readLoosely(seq: number, canonical: string | null): Loose | null {
  // Erased before, or a first record: it names the log and its key, and belongs to no finding.
  if (canonical === null || seq === 0) return null;
  try {
    const { type, body }: { type: unknown; body: Record<string, unknown> } = JSON.parse(canonical);
    const texts = (value: unknown) => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
    const artefacts = Array.isArray(body['artefacts']) ? (body['artefacts'] as { hash?: unknown }[]) : [];
    return {
      seq,
      type,
      findingId: typeof body['findingId'] === 'string' ? body['findingId'] : null,
      findingIds: texts(body['findingIds']),
      hashes: texts(artefacts.map(({ hash }) => hash)),
      body,
    };
  } catch {
    // Damaged: what it still says is somebody's data all the same.
    const all = (pattern: RegExp) => [...canonical.matchAll(pattern)].map(([, hex = '']) => hex);
    const [findingId = null] = all(/"findingId":"([0-9a-f]{64})"/g);
    return { seq, type: null, findingId, findingIds: [], hashes: all(/"hash":"([0-9a-f]{64})"/g), body: {} };
  }
}
