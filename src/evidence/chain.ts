// Checks a log from its lines alone, and says which lines are damaged, missing or out of place.
import { sha256 } from '../lib/hash.ts';
import { type LogLine, logLineSchema, type SealedRecord } from '../model/evidence.ts';
import { commitOf, NO_PREVIOUS, openRecord, toCanonical } from './seal.ts';

/** A place where the log is broken. `why` is a plain clause, in both languages. */
export interface Break {
  readonly seq: number;
  readonly why: Why;
}
interface Why {
  readonly id: string;
  readonly en: string;
}

const WHY = {
  empty: { id: 'catatan rantai kosong', en: 'the log is empty' },
  notStart: { id: 'bukan awal rantai', en: 'is not the start of a chain' },
  behind: { id: 'baris berlebih setelah titik tanda tangan', en: 'stands behind the point that was signed' },
  notSigned: { id: 'tidak sama dengan yang ditandatangani', en: 'is not the same as what was signed' },
  unreadable: { id: 'tidak dapat dibaca atau diubah', en: 'cannot be read or was altered' },
  double: { id: 'nomor ganda', en: 'is there twice' },
  misplaced: { id: 'tidak pada tempatnya', en: 'is out of place' },
  gone: { id: 'hilang', en: 'is missing' },
  altered: { id: 'isinya berubah: tidak cocok dengan baris sesudahnya', en: 'was altered: it does not agree with the line after it' },
  unlinked: { id: 'tidak menyambung ke baris sebelumnya', en: 'does not continue the line before it' },
  missing: (from: number, to: number): Why => ({ id: `baris ${from} sampai ${to} hilang`, en: `lines ${from} to ${to} are missing` }),
} as const;

export interface ChainVerdict {
  readonly ok: boolean;
  /** SHA-256 of the last line; null for a log without lines. */
  readonly head: string | null;
  readonly broken: readonly Break[];
}

interface Node {
  readonly seq: number;
  readonly hash: string;
  /** Null where the line cannot be read. */
  readonly entry: LogLine | null;
}

/** Reads one line of the log; null where it is not exactly a canonical log line. */
export function parseLine(line: string): LogLine | null {
  try {
    const entry = logLineSchema.parse(JSON.parse(line));
    return toCanonical(entry) === line ? entry : null;
  } catch {
    return null;
  }
}

/**
 * Follows the chain of a whole log.
 * @param lines the log's lines in order, without line ends
 * @param expected size and head that a signed checkpoint states: only with them does a cut-off tail show
 */
export async function verifyChain(
  lines: readonly string[],
  expected?: { readonly size: number; readonly head: string },
): Promise<ChainVerdict> {
  const hashes = await hashAll(lines);
  const broken: Break[] = [];
  const nodes = toNodes(lines, hashes, broken);
  findGaps(nodes, broken);
  const last = nodes.at(-1);
  findAltered(nodes, last?.seq === (expected?.size ?? 0) - 1 ? expected?.head : undefined, broken);
  const first = nodes[0];
  if (first === undefined) broken.push({ seq: 0, why: WHY.empty });
  else if (first.seq === 0 && first.entry !== null && (first.entry.type !== 'genesis' || first.entry.prev !== NO_PREVIOUS)) {
    broken.push({ seq: 0, why: WHY.notStart });
  }
  const end = (last?.seq ?? -1) + 1;
  if (expected !== undefined && end < expected.size) broken.push({ seq: end, why: WHY.missing(end, expected.size - 1) });
  if (expected !== undefined && end > expected.size) broken.push({ seq: expected.size, why: WHY.behind });
  const head = hashes.at(-1) ?? null;
  if (broken.length === 0 && expected !== undefined && head !== expected.head) {
    broken.push({ seq: end - 1, why: WHY.notSigned });
  }
  broken.sort((a, b) => a.seq - b.seq);
  return { ok: broken.length === 0, head, broken };
}

async function hashAll(lines: readonly string[]): Promise<string[]> {
  const hashes: string[] = [];
  // In slices: a hundred thousand pending digests at once would cost more than they save.
  for (let i = 0; i < lines.length; i += 1000) hashes.push(...(await Promise.all(lines.slice(i, i + 1000).map((line) => sha256(line)))));
  return hashes;
}

/** Reads every line, tells unreadable, doubled and misplaced ones, and gives the rest in the order of their numbers. */
function toNodes(lines: readonly string[], hashes: readonly string[], broken: Break[]): Node[] {
  const bySeq = new Map<number, Node>();
  let highest = -1;
  lines.forEach((line, i) => {
    const entry = parseLine(line);
    // A line that cannot be read is taken to stand where it stands.
    const seq = entry?.seq ?? highest + 1;
    if (entry === null) broken.push({ seq, why: WHY.unreadable });
    else if (bySeq.has(seq)) broken.push({ seq, why: WHY.double });
    else if (seq < highest) broken.push({ seq, why: WHY.misplaced });
    if (!bySeq.has(seq)) bySeq.set(seq, { seq, hash: hashes[i] ?? '', entry });
    highest = Math.max(highest, seq);
  });
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function findGaps(nodes: readonly Node[], broken: Break[]): void {
  let next = 0;
  for (const { seq } of nodes) {
    if (seq > next) broken.push({ seq: next, why: seq === next + 1 ? WHY.gone : WHY.missing(next, seq - 1) });
    next = seq + 1;
  }
}

/**
 * Walks from the end: a line is vouched for by the line after it, the last one by the signed head.
 * A line that an authentic successor does not vouch for was altered; where the successor itself is in doubt,
 * the line is not accused on its word, but by its own link backwards. No broken link goes untold.
 */
function findAltered(nodes: readonly Node[], head: string | undefined, broken: Break[]): void {
  const accused = new Set(nodes.filter((node) => node.entry === null).map((node) => node.seq));
  const accuse = (seq: number, why: Why) => {
    if (!accused.has(seq)) broken.push({ seq, why });
    accused.add(seq);
  };
  let vouched = true;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as Node;
    const next = nodes[i + 1];
    const before = nodes[i - 1];
    const linksBack = before === undefined || before.seq !== node.seq - 1 || node.entry?.prev === before.hash;
    const stated: string | undefined = next === undefined ? head : next.seq === node.seq + 1 ? next.entry?.prev : undefined;
    const isStated = stated === node.hash;
    if (stated !== undefined && !isStated) {
      if (vouched || !linksBack) accuse(node.seq, WHY.altered);
      else if (next !== undefined) accuse(next.seq, WHY.unlinked);
    }
    vouched = isStated || (!accused.has(node.seq) && linksBack);
  }
}

/** Whether the record is of the model's form and is the very content that its line of the log commits to; of erased content: false. */
export async function verifyCommit({ seq, line, salt, canonical }: SealedRecord): Promise<boolean> {
  const entry = parseLine(line);
  if (salt === null || canonical === null || entry === null || entry.seq !== seq || !/^[0-9a-f]{64}$/.test(salt)) return false;
  if ((await commitOf(salt, canonical)) !== entry.commit) return false;
  try {
    const record = openRecord({ canonical });
    return record.type === entry.type && toCanonical(record) === canonical;
  } catch {
    return false;
  }
}
