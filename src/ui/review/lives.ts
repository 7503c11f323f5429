// What the log tells of the life of each finding: from when its time of keeping counts.
import type { SealedRecord } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import type { RetentionDays } from '../../model/retention.ts';
import type { Zone } from '../../model/rules.ts';
import { type Life, type Retention, retentionOf } from '../../rules/retention.ts';
import { readRecord } from './records.ts';

interface Draft {
  handedOverAt: string | null;
  setAsideAt: string | null;
  lastWordAt: string;
  holds: { from: string; to: string | null }[];
}

/** Finding to its life. One pass over the log. */
export function livesOf(lines: readonly SealedRecord[]): ReadonlyMap<string, Life> {
  const lives = new Map<string, Draft>();
  const lifeOf = (findingId: string, at: string) => {
    const life = lives.get(findingId) ?? { handedOverAt: null, setAsideAt: null, lastWordAt: at, holds: [] };
    lives.set(findingId, life);
    return life;
  };
  for (const sealed of lines) {
    if (sealed.line.includes('"type":"capture"')) {
      // A text search: opening every capture of a long log would take seconds.
      const found = /"findingId":"([0-9a-f]{64})"/.exec(sealed.canonical ?? '')?.[1];
      const at = /"at":"([^"]+)"/.exec(sealed.line)?.[1];
      if (found !== undefined && at !== undefined) lifeOf(found, at).lastWordAt = at;
      continue;
    }
    const record = /"type":"(decision|known|note|recheck|hold|handover|redaction)"/.test(sealed.line) ? readRecord(sealed) : null;
    if (record === null) continue;
    if (record.type === 'handover')
      for (const id of record.body.findingIds) lifeOf(id, record.body.exportedAt).handedOverAt = record.body.exportedAt;
    if (record.type === 'decision') {
      const { findingId, decidedAt, verdict } = record.body;
      const life = lifeOf(findingId, decidedAt);
      life.lastWordAt = decidedAt;
      life.setAsideAt = verdict === 'set-aside' ? decidedAt : null;
    }
    if (record.type === 'known' || record.type === 'note' || record.type === 'recheck' || record.type === 'redaction')
      lifeOf(record.body.findingId, record.body.statedAt).lastWordAt = record.body.statedAt;
    if (record.type === 'hold') {
      const { findingId, state, statedAt } = record.body;
      const { holds } = lifeOf(findingId, statedAt);
      const open = holds.at(-1);
      if (state === 'set' && open?.to !== null) holds.push({ from: statedAt, to: null });
      if (state === 'lifted' && open?.to === null) open.to = statedAt;
    }
  }
  return lives;
}

/** Of a finding of which the log says nothing that can be read. */
export function blankLife({ firstSeenAt }: Pick<Finding, 'firstSeenAt'>): Life {
  return { handedOverAt: null, setAsideAt: null, lastWordAt: firstSeenAt, holds: [] };
}

/** Finding to its time of keeping. @param now ISO 8601 */
export function retentionsOf(
  findings: readonly Finding[],
  lives: ReadonlyMap<string, Life>,
  days: RetentionDays,
  now: string,
  zone: Zone,
): ReadonlyMap<string, Retention> {
  return new Map(
    findings.map((finding) => [finding.findingId, retentionOf(lives.get(finding.findingId) ?? blankLife(finding), days, now, zone)]),
  );
}
