// The background's half of the line: capture -> seal -> append. Everything it touches comes in as an argument.

import { sha256 } from '../lib/hash.ts';
import { toLocalIso } from '../lib/time.ts';
import type { Artefact, Capture, Rect } from '../model/capture.ts';
import type { Decision, EvidenceRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Match } from '../model/match.ts';
import { type Measured, measuredSchema, type Refusal, refusalSchema, type TabState, type ToPage } from '../model/messages.ts';
import type { Sighting } from '../model/sighting.ts';

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export interface Keeper {
  /** Asks the page script of a tab; null if none answers. */
  readonly askPage: (tabId: number, message: ToPage) => Promise<unknown>;
  /** Is this tab the one in front of its window? Gives the window's id, or null. */
  readonly frontWindow: (tabId: number) => Promise<number | null>;
  readonly takeScreenshot: (windowId: number) => Promise<Uint8Array<ArrayBuffer> | Refusal>;
  /** Decodes a PNG and cuts `rect` (image pixels) out of it. Without a rectangle only the size is told. */
  readonly cut: (png: Uint8Array<ArrayBuffer>, rect: Rect | null) => Promise<Picture>;
  readonly append: (
    records: readonly EvidenceRecord[],
    blobs: readonly { hash: string; bytes: Uint8Array<ArrayBuffer> }[],
    findings: readonly Finding[],
    at: string,
  ) => Promise<readonly { seq: number }[]>;
  readonly finding: (findingId: string) => Promise<Finding | null>;
  /** Judges a sighting by the lists as they are now. */
  readonly judge: (sighting: Sighting) => Promise<{ findingId: string; match: Match } | null>;
  /** Takes people out who are on neither list. */
  readonly clean: (sighting: Sighting) => Sighting;
  readonly now: () => Date;
  readonly environment: Capture['environment'];
  /** Version of the readers of a site. */
  readonly adapterRevision: (platform: Capture['page']['platform']) => string;
}

export type Kept = { readonly seq: number } | { readonly refused: Refusal };

/** Rounding to whole pixels distorts by less than this share. */
const MOST_DISTORTION = 0.02;
/** Longest wait for a page's answer, ms: captures take turns, and one page that hangs must not hold up the rest. */
const ANSWER_MS = 5000;
/** Padding around the cut-out item, in image pixels. */
const PADDING = 2;

/**
 * Takes one finding's evidence: measures, takes the picture, measures again, and keeps it only if nothing moved.
 * A page that was just settling gets a second try. Resolves with the log's number once everything is on disk.
 */
export async function keepCapture(
  keeper: Keeper,
  tabId: number,
  state: TabState,
  findingId: string,
  gesture: Capture['gesture'],
): Promise<Kept> {
  const first = await tryCapture(keeper, tabId, state, findingId, gesture);
  return 'refused' in first && first.refused === 'changed' ? tryCapture(keeper, tabId, state, findingId, gesture) : first;
}

async function tryCapture(keeper: Keeper, tabId: number, state: TabState, findingId: string, gesture: Capture['gesture']): Promise<Kept> {
  const known = state.findings.find((one) => one.findingId === findingId);
  if (known === undefined) return { refused: 'gone' };
  const windowId = await keeper.frontWindow(tabId);
  if (windowId === null) return { refused: 'other-tab' };

  const before = await measure(keeper, tabId, { type: 'measure', findingId });
  if ('refused' in before) {
    await ask(keeper, tabId, { type: 'measure-again', findingId });
    return before;
  }
  const shot = await keeper.takeScreenshot(windowId);
  // Always asked for, also after a refused picture: it shows the marks again.
  const after = await measure(keeper, tabId, { type: 'measure-again', findingId });
  if (typeof shot === 'string') return { refused: shot };
  if ('refused' in after) return after;
  if ((await keeper.frontWindow(tabId)) !== windowId) return { refused: 'other-tab' };
  if (hasMoved(before, after)) return { refused: 'changed' };
  // Judged anew on what was measured: what a page script sent earlier decides nothing here.
  const judged = await keeper.judge(before.seen.sighting);
  if (judged === null || judged.findingId !== findingId) return { refused: 'changed' };

  const at = keeper.now();
  const made = await makeArtefacts(keeper, shot, before);
  if (made === null) return { refused: 'changed' };
  const { artefacts, blobs, scale } = made;
  const earlier = await keeper.finding(findingId);
  const capture: Capture = {
    captureId: crypto.randomUUID(),
    findingId,
    match: judged.match,
    eyes: {
      page: keeper.clean(before.seen.eyes.page),
      wire: before.seen.eyes.wire === null ? null : keeper.clean(before.seen.eyes.wire),
    },
    agreement: before.seen.agreement,
    sourceHoldsText: before.sourceHoldsText,
    listings: before.listings,
    page: { platform: state.platform, ...before.page },
    itemRect: before.rect,
    viewport: { ...before.viewport, scaleX: scale.x, scaleY: scale.y },
    visibleShare: before.visibleShare,
    firstSeenAt: known.firstSeenAt,
    capturedAt: at.toISOString(),
    capturedAtLocal: toLocalIso(at),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    gesture,
    environment: { ...keeper.environment, adapterRevision: keeper.adapterRevision(state.platform) },
    artefacts,
  };
  const finding: Finding = {
    findingId,
    match: capture.match,
    status: earlier?.status ?? 'captured',
    firstSeenAt: earlier?.firstSeenAt ?? known.firstSeenAt,
    // -1 stands for the first record of this append; the store puts its number in.
    captures: [...(earlier?.captures ?? []), -1],
    note: earlier?.note ?? '',
  };
  try {
    const [kept] = await keeper.append([{ version: 1, type: 'capture', body: capture }], blobs, [finding], at.toISOString());
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch {
    return { refused: 'storage' };
  }
}

/** Appends the reviewer's decision on a finding that has evidence. */
export async function keepDecision(
  keeper: Pick<Keeper, 'append' | 'finding' | 'now'>,
  findingId: string,
  verdict: Decision['verdict'],
  note: string,
): Promise<Kept> {
  const finding = await keeper.finding(findingId);
  if (finding === null) return { refused: 'gone' };
  const at = keeper.now().toISOString();
  try {
    const [kept] = await keeper.append(
      [{ version: 1, type: 'decision', body: { findingId, verdict, note, decidedAt: at } }],
      [],
      [{ ...finding, status: verdict, note }],
      at,
    );
    return kept === undefined ? { refused: 'storage' } : { seq: kept.seq };
  } catch {
    return { refused: 'storage' };
  }
}

async function ask(keeper: Keeper, tabId: number, message: ToPage): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), ANSWER_MS);
  });
  try {
    return await Promise.race([keeper.askPage(tabId, message), limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function measure(keeper: Keeper, tabId: number, message: ToPage): Promise<Measured | { refused: Refusal }> {
  const answer = await ask(keeper, tabId, message);
  const measured = measuredSchema.safeParse(answer);
  if (measured.success) return measured.data;
  const refused = refusalSchema.safeParse((answer as { refused?: unknown } | null)?.refused);
  return { refused: refused.success ? refused.data : 'page-silent' };
}

/** Anything that would make the picture show something else than what was measured. */
function hasMoved(before: Measured, after: Measured): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
  return !(
    near(before.rect.x, after.rect.x) &&
    near(before.rect.y, after.rect.y) &&
    near(before.rect.width, after.rect.width) &&
    near(before.rect.height, after.rect.height) &&
    before.viewport.width === after.viewport.width &&
    before.viewport.height === after.viewport.height &&
    near(before.scroll.x, after.scroll.x) &&
    near(before.scroll.y, after.scroll.y) &&
    before.page.url === after.page.url &&
    before.seen.sighting.text === after.seen.sighting.text &&
    JSON.stringify(before.seen.sighting.actor) === JSON.stringify(after.seen.sighting.actor)
  );
}

async function makeArtefacts(keeper: Keeper, png: Uint8Array<ArrayBuffer>, measured: Measured) {
  const whole = await keeper.cut(png, null);
  // From the image's own size: the device pixel ratio is rounded in Firefox when the page is zoomed.
  const scale = { x: whole.width / measured.viewport.width, y: whole.height / measured.viewport.height };
  // A picture of another shape than the viewport is not of what was measured: the crop would show somebody else.
  if (Math.abs(scale.x / scale.y - 1) > MOST_DISTORTION) return null;
  const rect = toImageRect(measured.rect, scale, whole);
  const crop = await keeper.cut(png, rect);
  const encoder = new TextEncoder();
  const source = encoder.encode(measured.source);
  const copy = encoder.encode(measured.copy);
  const [pngHash, cropHash, sourceHash, copyHash] = await Promise.all([sha256(png), sha256(crop.bytes), sha256(source), sha256(copy)]);
  const artefacts: Artefact[] = [
    {
      role: 'screenshot',
      hash: pngHash,
      bytes: png.length,
      mediaType: 'image/png',
      width: whole.width,
      height: whole.height,
      madeFrom: null,
    },
    {
      role: 'crop',
      hash: cropHash,
      bytes: crop.bytes.length,
      mediaType: 'image/png',
      width: crop.width,
      height: crop.height,
      madeFrom: { inputHash: pngHash, how: 'crop', rect },
    },
    { role: 'source', hash: sourceHash, bytes: source.length, mediaType: 'text/html', width: null, height: null, madeFrom: null },
    {
      role: 'copy',
      hash: copyHash,
      bytes: copy.length,
      mediaType: 'text/html',
      width: null,
      height: null,
      madeFrom: { inputHash: sourceHash, how: 'clean', rect: null },
    },
  ];
  const blobs = [
    { hash: pngHash, bytes: png },
    { hash: cropHash, bytes: crop.bytes },
    { hash: sourceHash, bytes: source },
    { hash: copyHash, bytes: copy },
  ];
  return { artefacts, blobs, scale };
}

/** CSS pixels to whole image pixels: outward, padded, and kept inside the image. */
export function toImageRect(rect: Rect, scale: { x: number; y: number }, image: { width: number; height: number }): Rect {
  const within = (value: number, most: number) => Math.min(Math.max(0, value), most);
  const left = within(Math.floor(rect.x * scale.x) - PADDING, image.width - 1);
  const top = within(Math.floor(rect.y * scale.y) - PADDING, image.height - 1);
  const right = within(Math.ceil((rect.x + rect.width) * scale.x) + PADDING, image.width);
  const bottom = within(Math.ceil((rect.y + rect.height) * scale.y) + PADDING, image.height);
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
