// Puts files of the same log beside each other: one has to be the other's beginning. Where it is not, says from which line on, and accuses nobody.
import { parseText } from '../evidence/bytes.ts';
import { parseLine } from '../evidence/chain.ts';
import { parseCheckpoint, toOrigin } from '../evidence/checkpoint.ts';
import { sha256 } from '../lib/hash.ts';
import { bundledRecordSchema } from '../model/evidence.ts';
import { type BundleFiles, openArchive } from './archive.ts';
import type { ReadBackup } from './backup-read.ts';
import { parseBagInfo } from './bag.ts';
import { type End, type Relation, relationWords } from './compare-words.ts';
import { BAG_INFO, LOG, RECORD_FILES, SIGNATURES } from './layout.ts';
import type { Language } from './verify-words.ts';

/** The log of one file. */
export interface LogView {
  /** What the user calls the file. */
  readonly name: string;
  /** "netra/" and the log's own id. */
  readonly origin: string;
  readonly lines: readonly string[];
  /** When the file was made, ISO 8601 UTC, by the clock of its computer; null where it does not say. */
  readonly madeAt: string | null;
}

export interface Comparison {
  readonly names: readonly [string, string];
  readonly relation: Relation;
  /** One or more plain sentences, in the language that was asked for. */
  readonly say: string;
  /** Whether it is as it should be. */
  readonly ok: boolean;
}

/** The log of a bundle. Only of one that was verified. */
export async function logOfBundle(name: string, source: Blob | BundleFiles): Promise<LogView> {
  const files = 'read' in source ? source : await openArchive(source);
  const textOf = async (file: string) => (files.names.includes(file) ? (parseText(await files.read(file)) ?? '') : '');
  const checkpoint = parseCheckpoint(await textOf(SIGNATURES.checkpoint));
  const bundleId = parseBagInfo(await textOf(BAG_INFO)).get('External-Identifier');
  let madeAt: string | null = null;
  for (const line of (await textOf(RECORD_FILES.handover)).split('\n').slice(0, -1)) {
    const { record } = bundledRecordSchema.parse(JSON.parse(line));
    if (record.type === 'handover' && record.body.bundleId === bundleId) madeAt = record.body.exportedAt;
  }
  return { name, origin: checkpoint?.origin ?? '', lines: (await textOf(LOG)).split('\n').slice(0, -1), madeAt };
}

/** The log of a backup that was read. */
export function logOfBackup(name: string, { head, lines }: Pick<ReadBackup, 'head' | 'lines'>): LogView {
  return { name, origin: toOrigin(head.logId), lines, madeAt: head.madeAt };
}

/** How two logs stand to each other. */
export async function relate(a: LogView, b: LogView): Promise<Relation> {
  if (a.origin !== b.origin) return { kind: 'other' };
  const least = Math.min(a.lines.length, b.lines.length);
  let at = 0;
  while (at < least && a.lines[at] === b.lines[at]) at++;
  if (at < least) return { kind: 'fork', at, ends: [await endOf(a, at), await endOf(b, at)] };
  if (a.lines.length === b.lines.length) return { kind: 'same' };
  const [shorter, other] = a.lines.length < b.lines.length ? ([a, b] as const) : ([b, a] as const);
  const late = shorter.madeAt !== null && other.madeAt !== null && shorter.madeAt > other.madeAt;
  return { kind: 'beginning', shorter: shorter === a ? 0 : 1, late };
}

async function endOf({ lines }: LogView, at: number): Promise<End> {
  return { at: parseLine(lines[at] ?? '')?.at ?? null, size: lines.length, head: await sha256(lines.at(-1) ?? '') };
}

/** Every two of these logs, in their order. @param language of the sentences */
export async function compareLogs(logs: readonly LogView[], language: Language = 'id'): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const [i, a] of logs.entries())
    for (const b of logs.slice(i + 1)) {
      const relation = await relate(a, b);
      const ok = relation.kind !== 'fork' && !(relation.kind === 'beginning' && relation.late);
      found.push({ names: [a.name, b.name], relation, say: relationWords(a, b, relation)[language], ok });
    }
  return found;
}
