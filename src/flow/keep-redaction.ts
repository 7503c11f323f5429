// A later change of what is covered in a kept picture and, by words, in the page's source and copy: made anew, sealed as a record of its
// own, with the hash of what each was made from.
import { blockWords } from '../lib/block-words.ts';
import { sha256 } from '../lib/hash.ts';
import { handedOf, pictureOf } from '../model/artefacts-in.ts';
import type { Artefact, Box, Capture } from '../model/capture.ts';
import { recordSchema, type SealedRecord } from '../model/evidence.ts';
import type { FromUi } from '../model/messages.ts';
import type { Redaction } from '../model/redaction.ts';
import { type Keeper, type Kept, refusedBy } from './keep-evidence.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export interface RedactionWorld {
  readonly keeper: Pick<Keeper, 'append' | 'finding' | 'now' | 'pictures'>;
  /** The whole log. */
  readonly lines: () => Promise<readonly SealedRecord[]>;
  readonly blob: (hash: string) => Promise<Bytes | null>;
}

const isSame = (one: Box, other: Box) =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height && one.why === other.why;

/** Within the turn of the evidence. A box is taken away only where the original was kept: what is below one is not in the covered picture. */
export async function keepRedaction(world: RedactionWorld, message: Extract<FromUi, { type: 'redact' }>): Promise<Kept> {
  const { findingId, captureId, removed } = message;
  if ((await world.keeper.finding(findingId)) === null) return { refused: 'not-kept' };
  const records = (await world.lines()).flatMap(({ canonical }) => {
    if (canonical?.includes(captureId) !== true) return [];
    const parsed = recordSchema.safeParse(JSON.parse(canonical));
    return parsed.success ? [parsed.data] : [];
  });
  const capture = records.find((one) => one.type === 'capture' && one.body.captureId === captureId && one.body.findingId === findingId);
  if (capture?.type !== 'capture') return { refused: 'not-kept' };
  const earlier = records.flatMap((one): Redaction[] => (one.type === 'redaction' && one.body.captureId === captureId ? [one.body] : []));
  const now = pictureOf(capture.body, earlier);
  const original = capture.body.artefacts.find(({ role }) => role === 'crop') ?? null;
  if (now === null) return { refused: 'no-original' };
  // All boxes that are drawn by now: each picture names those that were drawn on its own input, so those of its inputs count as well.
  const drawn = [...boxesOf(capture.body.artefacts.find(({ role }) => role === 'redacted')), ...earlier.flatMap(toDrawn)];
  const standing = drawn.filter((box) => !earlier.some((one) => one.removed.some((gone) => isSame(gone.box, box))));
  if (removed.some(({ box }) => !standing.some((one) => isSame(one, box)))) return { refused: 'changed' };
  if (removed.length > 0 && original === null) return { refused: 'no-original' };
  const added = message.added.map((box) => ({ ...box, why: 'hand' as const }));
  const blobs: { hash: string; bytes: Bytes }[] = [];
  const artefacts: Artefact[] = [];
  if (added.length > 0 || removed.length > 0) {
    const input = removed.length > 0 && original !== null ? original : now;
    const left = standing.filter((box) => !removed.some((gone) => isSame(gone.box, box)));
    const boxes = input === now ? added : [...left, ...added];
    const bytes = await world.blob(input.hash);
    if (bytes === null) return { refused: 'no-original' };
    const { width, height, ...picture } = await world.keeper.pictures.cover(bytes, boxes);
    const hash = await sha256(picture.bytes);
    blobs.push({ hash, bytes: picture.bytes });
    const madeFrom = { inputHash: input.hash, how: 'redact' as const, rect: null, boxes };
    artefacts.push({ role: 'redacted', hash, bytes: picture.bytes.length, mediaType: 'image/png', width, height, madeFrom });
  }
  const words = message.words ?? [];
  const texts = words.length === 0 ? null : await blockTexts(world, capture.body, earlier, words);
  if (texts?.found.includes(0) === true) return { refused: 'no-such-words' };
  for (const { artefact, bytes } of texts?.files ?? []) {
    blobs.push({ hash: artefact.hash, bytes });
    artefacts.push(artefact);
  }
  if (artefacts.length === 0) return { refused: 'changed' };
  const at = world.keeper.now().toISOString();
  const blocked = texts === null ? {} : { blocked: texts.places };
  const body: Redaction = { findingId, captureId, statedAt: at, added, removed: [...removed], ...blocked, artefacts };
  try {
    const [kept] = await world.keeper.append([{ version: 1, type: 'redaction', body }], blobs, [], at);
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}

/** Source and copy as they are handed on by now, without the words; how often each of the words stood in both together, and the number of blocks. */
async function blockTexts(world: RedactionWorld, capture: Capture, earlier: readonly Redaction[], words: readonly string[]) {
  const files: { artefact: Artefact; bytes: Bytes }[] = [];
  const found = words.map(() => 0);
  let places = 0;
  for (const role of ['redacted-source', 'redacted-copy'] as const) {
    const input = handedOf(role, capture, earlier);
    const before = input === null ? null : await world.blob(input.hash);
    if (input === null || before === null) continue;
    const made = blockWords(new TextDecoder().decode(before), words);
    if (made.found.every((one) => one === 0)) continue;
    made.found.forEach((one, i) => {
      found[i] = (found[i] ?? 0) + one;
    });
    places += made.places;
    const bytes = new TextEncoder().encode(made.html);
    const hash = await sha256(bytes);
    const madeFrom = { inputHash: input.hash, how: 'redact' as const, rect: null };
    files.push({ artefact: { role, hash, bytes: bytes.length, mediaType: 'text/html', width: null, height: null, madeFrom }, bytes });
  }
  return { files, found, places };
}

const boxesOf = (artefact: Artefact | undefined): readonly Box[] => artefact?.madeFrom?.boxes ?? [];
const toDrawn = ({ added }: Redaction): readonly Box[] => added;
