// Of verifying: the files that records name, what each was made from, and which of them were not handed on.
import { parseText } from '../evidence/bytes.ts';
import { artefactsIn, isOriginal } from '../model/artefacts-in.ts';
import type { Artefact } from '../model/capture.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import { type Withheld, withheldSchema } from '../model/withheld.ts';
import { originalsReason, replacedIn, roleKey } from './handed.ts';
import * as layout from './layout.ts';
import type { ReadBundle, ReadFile } from './read-bundle.ts';
import type { Verdicts } from './verdicts.ts';
import { FILES } from './verify-words.ts';

interface Numbered {
  readonly seq: number;
  readonly record: EvidenceRecord;
}

/** @param records those that hold, in any order */
export function checkArtefacts(bundle: ReadBundle, records: readonly Numbered[], verdicts: Verdicts): void {
  const withheld = readWithheld(bundle, verdicts);
  const named = new Set<string>();
  const left = new Set(withheld.map(toKey));
  const all = records.flatMap(({ seq, record }) =>
    artefactsIn(record).map((artefact) => ({ seq, artefact, path: layout.pathOf(artefact) })),
  );
  // Where nobody had to be covered, the redacted picture is the original, byte for byte: one file under one name.
  const handed = new Set(all.filter(({ seq, artefact }) => !left.has(toKey({ seq, ...artefact }))).map(({ path }) => path));
  const covered = new Set(
    all.filter(({ seq, artefact }) => !isOriginal(artefact) && !left.has(toKey({ seq, ...artefact }))).map(({ path }) => path),
  );
  const replaced = replacedIn(records);
  let originals = 0;
  for (const { seq, artefact, path } of all) {
    named.add(path);
    const file = bundle.files.get(path);
    const mayBeLeft = isOriginal(artefact) || replaced.has(roleKey(seq, artefact.role));
    const isLeft = left.delete(toKey({ seq, ...artefact })) && mayBeLeft;
    if (isLeft && (file === undefined || handed.has(path))) continue;
    if (file === undefined) verdicts.fail('artefacts', FILES.missing, path);
    else if (file.hash !== artefact.hash || file.bytes !== artefact.bytes) verdicts.fail('artefacts', FILES.other, path);
    else if (!isPictured(artefact, file)) verdicts.fail('artefacts', FILES.otherPicture, path);
    else if (isLeft) verdicts.fail('artefacts', FILES.notLeft, path);
    else if (isOriginal(artefact) && !covered.has(path)) originals++;
  }
  if (left.size > 0) verdicts.fail('artefacts', FILES.leftUnknown, layout.WITHHELD);
  checkMaking(records, verdicts);
  const strays = [...bundle.files.keys()].filter((name) => layout.isArtefactPath(name) && !named.has(name));
  if (strays.length > 0) verdicts.fail('artefacts', FILES.strays, ...strays);
  tell(records, { withheld: withheld.filter((one) => !handed.has(layout.pathOf(one))).length, originals }, verdicts);
}

const toKey = ({ seq, role, hash }: Pick<Withheld, 'seq' | 'role' | 'hash'>) => `${seq} ${role} ${hash}`;

function readWithheld(bundle: ReadBundle, verdicts: Verdicts): Withheld[] {
  const bytes = bundle.texts.get(layout.WITHHELD);
  if (bytes === undefined) return [];
  const lines = (parseText(bytes) ?? '').split('\n').slice(0, -1);
  const read = lines.map((line) => {
    try {
      return withheldSchema.safeParse(JSON.parse(line)).data;
    } catch {
      return undefined;
    }
  });
  const good = read.filter((one) => one !== undefined);
  if (good.length < lines.length || lines.length === 0) verdicts.fail('artefacts', FILES.leftUnreadable, layout.WITHHELD);
  return good;
}

/** What every file was made from has to be known, by its hash at least; a picture keeps its size under boxes, and a crop lies inside. */
function checkMaking(records: readonly Numbered[], verdicts: Verdicts): void {
  const known = new Map<string, Map<string, Artefact>>();
  for (const { record } of records)
    if (record.type === 'capture')
      known.set(record.body.captureId, new Map([...(record.body.notKept ?? []), ...record.body.artefacts].map((one) => [one.hash, one])));
  for (const { record } of [...records].sort((a, b) => a.seq - b.seq)) {
    if (record.type !== 'capture' && record.type !== 'redaction') continue;
    const own = known.get(record.body.captureId);
    if (own === undefined) {
      verdicts.fail('artefacts', FILES.redactionAlone, layout.RECORD_FILES.redaction);
      continue;
    }
    for (const artefact of record.body.artefacts) {
      const input = artefact.madeFrom === null ? null : own.get(artefact.madeFrom.inputHash);
      const path = layout.pathOf(artefact);
      if (input === undefined) verdicts.fail('artefacts', FILES.noOrigin, path);
      else if (input !== null && !isMade(artefact, input)) verdicts.fail('artefacts', FILES.otherOrigin, path);
      own.set(artefact.hash, artefact);
    }
  }
}

function isMade({ width, height, madeFrom }: Artefact, input: Artefact): boolean {
  if (width === null || height === null || madeFrom === null) return input.width === null;
  if (input.width === null || input.height === null) return false;
  const { rect, how, boxes = [] } = madeFrom;
  const isInside = (one: { x: number; y: number; width: number; height: number }) =>
    one.x >= 0 && one.y >= 0 && one.x + one.width <= (input.width ?? 0) && one.y + one.height <= (input.height ?? 0);
  if (how === 'redact') return width === input.width && height === input.height && boxes.every(isInside);
  return rect === null || (isInside(rect) && rect.width === width && rect.height === height);
}

function tell(records: readonly Numbered[], counts: { readonly withheld: number; readonly originals: number }, verdicts: Verdicts): void {
  if (counts.withheld > 0) {
    verdicts.pass('artefacts', FILES.handed);
    verdicts.note('artefacts', FILES.left(counts.withheld));
  }
  const isNew = records.some(({ record }) => record.type === 'capture' && record.body.artefacts.some(({ role }) => role === 'redacted'));
  if (counts.originals === 0 || !isNew) return;
  const handovers = records.flatMap(({ record }) => (record.type === 'handover' ? [record.body.bundleId] : []));
  const reason = handovers.map((bundleId) => originalsReason(records, bundleId)).find((one) => one !== null);
  verdicts.note('artefacts', FILES.originals(counts.originals, reason));
}

const PNG = '89504e470d0a1a0a';

/** Whether a file said to be a PNG is one, of the size said. */
function isPictured({ mediaType, width, height }: Artefact, { start }: ReadFile): boolean {
  if (mediaType !== 'image/png') return true;
  const signature = [...start.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (signature !== PNG || start.length < 24) return false;
  const view = new DataView(start.buffer, start.byteOffset);
  return (width === null || view.getUint32(16) === width) && (height === null || view.getUint32(20) === height);
}
