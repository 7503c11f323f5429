// Which key signs a log: the one that its first record names, after a loss the one that a repair of the log names, and after a move
// to another computer the one that the old key's heir names.
import { sha256 } from '../lib/hash.ts';
import type { Restored, SuccessionStep } from '../model/backup.ts';
import type { EvidenceRecord, Genesis, Recovery } from '../model/evidence.ts';
import { toBytes } from './bytes.ts';
import { parseLine } from './chain.ts';
import { type Checkpoint, parseCheckpoint, toCheckpoint, toOrigin } from './checkpoint.ts';
import { fingerprint } from './keys.ts';
import { signSsh, verifySsh } from './signatures.ts';

/** What a signature on a succession is for: it cannot pass for one on a bundle. */
export const SUCCESSION_NAMESPACE = 'netra-succession';
const TITLE = 'netra-penerus-1';

export interface Statement extends Checkpoint {
  /** Fingerprints of the key that signs the statement and of the key that follows it. */
  readonly from: string;
  readonly to: string;
}

/** A title, the log's checkpoint, and both fingerprints, each on a line of its own. This text is what gets signed. */
export function toStatement({ from, to, ...checkpoint }: Statement): string {
  return `${TITLE}\n${toCheckpoint(checkpoint)}${from}\n${to}\n`;
}

/** Null where the text is not exactly what `toStatement` writes. */
export function parseStatement(text: string): Statement | null {
  const [title, origin, size, root, from = '', to = ''] = text.split('\n');
  const checkpoint = parseCheckpoint(`${origin}\n${size}\n${root}\n`);
  if (title !== TITLE || checkpoint === null || !from.startsWith('SHA256:') || !to.startsWith('SHA256:')) return null;
  const statement = { ...checkpoint, from, to };
  return toStatement(statement) === text ? statement : null;
}

/** Has `key` name the key that follows it, at this length of this log. */
export async function signSuccession(
  key: CryptoKeyPair,
  to: Pick<CryptoKeyPair, 'publicKey'>,
  checkpoint: Checkpoint,
): Promise<SuccessionStep> {
  const statement = toStatement({ ...checkpoint, from: await fingerprint(key), to: await fingerprint(to) });
  return { statement, signature: await signSsh(key, toBytes(statement), SUCCESSION_NAMESPACE) };
}

/** What a step says, if the key that it names as its own did sign it; null otherwise. */
export async function verifySuccession({ statement: text, signature }: SuccessionStep): Promise<Statement | null> {
  const statement = parseStatement(text);
  const publicKey = statement === null ? null : await verifySsh(signature, toBytes(text), SUCCESSION_NAMESPACE);
  return publicKey !== null && (await fingerprint({ publicKey })) === statement?.from ? statement : null;
}

type Numbered<Body> = { readonly seq: number; readonly body: Body };

export interface Succession {
  /** "SHA256:…" of the key that signs now; null where the records do not say it without a gap. */
  readonly fingerprint: string | null;
  readonly recoveries: readonly Numbered<Recovery>[];
  /** Where the log went on from a backup under a new key. */
  readonly restorations: readonly Numbered<Restored>[];
  /** Number of the first record that is missing, names another predecessor, or is not signed by it; null where all fit. */
  readonly brokenAt: number | null;
}

/**
 * Follows the keys from genesis over every repair and every move.
 * @param lines the whole log: a change of key that its lines state and that is not among the records breaks the succession
 * @param records the opened records, genesis, all repairs, moves and the backups that they came from among them, in any order
 */
export async function followKeys(
  lines: readonly string[],
  records: readonly { readonly seq: number; readonly record: EvidenceRecord }[],
): Promise<Succession> {
  const bySeq = new Map(records.map(({ seq, record }) => [seq, record]));
  const first = bySeq.get(0);
  const genesis: Genesis | null = first?.type === 'genesis' ? first.body : null;
  let current = genesis?.keyFingerprint ?? null;
  const recoveries: Numbered<Recovery>[] = [];
  const restorations: Numbered<Restored>[] = [];
  for (const [at, line] of lines.entries()) {
    // A text search first: reading every line of a long log as JSON would take a second.
    const entry = line.includes('"recovery"') || line.includes('"restored"') ? parseLine(line) : null;
    if (entry?.type !== 'recovery' && entry?.type !== 'restored') continue;
    const { seq } = entry;
    const record = bySeq.get(seq);
    const broken = { fingerprint: null, recoveries, restorations, brokenAt: seq };
    if (record?.type !== entry.type || record.body.previousKeyFingerprint !== current) return broken;
    if (record.type === 'recovery') recoveries.push({ seq, body: record.body });
    else {
      const before = bySeq.get(seq - 1);
      const place = { origin: toOrigin(genesis?.logId ?? ''), size: seq, head: await sha256(lines[at - 1] ?? '') };
      if (before?.type !== 'backup' || !(await isPassedOn(record.body, before.body.heirFingerprint, place))) return broken;
      restorations.push({ seq, body: record.body });
    }
    current = record.body.keyFingerprint;
  }
  return { fingerprint: current, recoveries, restorations, brokenAt: current === null ? 0 : null };
}

/** Old key to heir, heir to new key, both at the very place of the log where it went on: a statement of another place proves nothing. */
async function isPassedOn(body: Restored, heir: string, place: Checkpoint): Promise<boolean> {
  const [first, second] = await Promise.all(body.steps.map(verifySuccession));
  const isHere = (one: Statement | null | undefined) => one?.origin === place.origin && one.size === place.size && one.head === place.head;
  return (
    isHere(first) &&
    isHere(second) &&
    first?.from === body.previousKeyFingerprint &&
    first.to === heir &&
    second?.from === heir &&
    second.to === body.keyFingerprint
  );
}
