// For which reasons findings may be deleted.
import type { ErasureReason } from '../../model/erasure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Retention } from '../../rules/retention.ts';

/** What the question is about. */
export interface Erasing {
  readonly findings: readonly Finding[];
  readonly reasons: readonly ErasureReason[];
}

/** Those that hold for all of them, the likeliest first. Anybody may ask for their data, and anybody may have captured by mistake. */
export function reasonsFor(findings: readonly Finding[], kept: ReadonlyMap<string, Retention>): ErasureReason[] {
  const isDue = findings.every((one) => kept.get(one.findingId)?.state === 'due');
  const isSetAside = findings.every(({ status }) => status === 'set-aside');
  return [
    ...(isDue ? (['retention-reached'] as const) : []),
    ...(isSetAside ? (['set-aside'] as const) : []),
    'mistaken-capture',
    'subject-request',
  ];
}
