// The background's half of the line: capture -> seal -> append. Everything it touches comes in as an argument.
import { toLocalIso } from '../lib/time.ts';
import type { SiteId } from '../model/account.ts';
import type { Capture, Frame, Rect } from '../model/capture.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { LIMITS_IN_SHORT } from '../model/limits.ts';
import type { Match } from '../model/match.ts';
import { type Measured, measuredSchema, type Refusal, refusalSchema, type TabState } from '../model/messages.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Stood } from '../model/stood.ts';
import type { Shown, ToPage, ToPicker } from '../model/to-page.ts';
import { makeArtefacts, type Pictures } from './artefacts.ts';
import { toFrame } from './frames.ts';

export interface Keeper {
  /** Asks the page script of a tab; null if none answers. */
  readonly askPage: (tabId: number, message: ToPage | ToPicker) => Promise<unknown>;
  /** Is this tab the one in front of its window? Gives the window's id, or null. */
  readonly frontWindow: (tabId: number) => Promise<number | null>;
  readonly takeScreenshot: (windowId: number) => Promise<Uint8Array<ArrayBuffer> | Refusal>;
  readonly pictures: Pictures;
  /** Whether originals that show other people are to be kept: only where the monitor chose it, and a lock is there and open. */
  readonly keepsOriginals: () => Promise<boolean>;
  readonly append: (
    records: readonly EvidenceRecord[],
    blobs: readonly { hash: string; bytes: Uint8Array<ArrayBuffer> }[],
    findings: readonly Finding[],
    at: string,
  ) => Promise<readonly { seq: number }[]>;
  readonly finding: (findingId: string) => Promise<Finding | null>;
  /** What was captured of a finding so far, oldest first. */
  readonly capturesOf: (findingId: string) => Promise<readonly Capture[]>;
  /** Judges a sighting by the lists as they are now. */
  readonly judge: (sighting: Sighting) => Promise<{ findingId: string; match: Match } | null>;
  /** Takes people out who are on neither list. */
  readonly clean: (sighting: Sighting) => Promise<Sighting>;
  readonly now: () => Date;
  readonly environment: Capture['environment'];
  /** Version of the readers of a site. */
  readonly adapterRevision: (platform: Capture['page']['platform']) => string;
}

export type Kept = { readonly seq: number; readonly part?: Part } | { readonly refused: Refusal };
/** Of an item taken in parts: the how manyth it was, and the share of the item that all of them show, 0 to 1. */
export type Part = Pick<Frame, 'index' | 'share'>;

/** Longest wait for a page's answer, ms: captures take turns, and one page that hangs must not hold up the rest. */
const ANSWER_MS = 5000;

/** What a picture is taken of: somebody measures it before and after the picture, and somebody judges what was measured. */
export interface Subject<Measurement extends Stood> {
  readonly site: SiteId;
  readonly firstSeenAt: string;
  measure(again: boolean): Promise<Measurement | { readonly refused: Refusal }>;
  /** What of the measurement has to be the same after the picture, beside place and address. */
  said(measurement: Measurement): string;
  judge(
    measurement: Measurement,
  ): Promise<Pick<Capture, 'findingId' | 'match' | 'eyes' | 'agreement' | 'listings'> | { readonly refused: Refusal }>;
}

/** Takes the evidence of a finding that the page script read. Resolves with the log's number once everything is on disk. */
export async function keepCapture(
  keeper: Keeper,
  tabId: number,
  state: TabState,
  findingId: string,
  gesture: Capture['gesture'],
): Promise<Kept> {
  const known = state.findings.find((one) => one.findingId === findingId);
  if (known === undefined) return { refused: 'gone' };
  const subject: Subject<Measured> = {
    site: state.platform,
    firstSeenAt: known.firstSeenAt,
    measure: (again) => measure(keeper, tabId, { type: again ? 'measure-again' : 'measure', findingId, shown: shownBy(known.match) }),
    said: ({ seen: { sighting } }) => JSON.stringify([sighting.text, sighting.actor]),
    // Judged anew on what was measured: what a page script sent earlier decides nothing here.
    async judge({ seen, listings }) {
      const judged = await keeper.judge(seen.sighting);
      if (judged === null || judged.findingId !== findingId) return { refused: 'changed' };
      const { page, wire } = seen.eyes;
      return {
        ...judged,
        eyes: { page: await keeper.clean(page), wire: wire === null ? null : await keeper.clean(wire) },
        agreement: seen.agreement,
        listings,
      };
    },
  };
  return keepSubject(keeper, tabId, subject, gesture);
}

/**
 * Measures, takes the picture, measures again, and keeps it only if nothing moved. A page that was just settling gets a second try.
 */
export async function keepSubject<Measurement extends Stood>(
  keeper: Keeper,
  tabId: number,
  subject: Subject<Measurement>,
  gesture: Capture['gesture'],
): Promise<Kept> {
  const first = await tryCapture(keeper, tabId, subject, gesture);
  return 'refused' in first && first.refused === 'changed' ? tryCapture(keeper, tabId, subject, gesture) : first;
}

async function tryCapture<Measurement extends Stood>(
  keeper: Keeper,
  tabId: number,
  subject: Subject<Measurement>,
  gesture: Capture['gesture'],
): Promise<Kept> {
  const windowId = await keeper.frontWindow(tabId);
  if (windowId === null) return { refused: 'other-tab' };

  const before = await subject.measure(false);
  if ('refused' in before) {
    await subject.measure(true);
    return before;
  }
  const shot = await keeper.takeScreenshot(windowId);
  // Always asked for, also after a refused picture: it shows the marks again.
  const after = await subject.measure(true);
  if (typeof shot === 'string') return { refused: shot };
  if ('refused' in after) return after;
  if ((await keeper.frontWindow(tabId)) !== windowId) return { refused: 'other-tab' };
  if (hasMoved(before, after) || subject.said(before) !== subject.said(after)) return { refused: 'changed' };
  const judged = await subject.judge(before);
  if ('refused' in judged) return judged;

  const at = keeper.now();
  const made = await makeArtefacts(keeper.pictures, shot, before, await keeper.keepsOriginals());
  if (made === null) return { refused: 'changed' };
  const { artefacts, notKept, blobs, scale, inked } = made;
  const { findingId, match, eyes, agreement, listings } = judged;
  const earlier = await keeper.finding(findingId);
  const taken = earlier === null ? [] : await keeper.capturesOf(findingId);
  const frame = toFrame(before, match.sighting.text, taken, at);
  const capture: Capture = {
    captureId: crypto.randomUUID(),
    findingId,
    match,
    eyes,
    agreement,
    sourceHoldsText: before.sourceHoldsText,
    shownText: { ...withoutLines(worse(before.shownText, after.shownText)), inked },
    listings,
    page: { platform: subject.site, ...before.page },
    itemRect: before.rect,
    viewport: { ...before.viewport, scaleX: scale.x, scaleY: scale.y },
    visibleShare: before.visibleShare,
    ...(frame === null ? {} : { frame }),
    firstSeenAt: subject.firstSeenAt,
    capturedAt: at.toISOString(),
    capturedAtLocal: toLocalIso(at),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    gesture,
    environment: { ...keeper.environment, adapterRevision: keeper.adapterRevision(subject.site) },
    artefacts,
    ...(notKept.length === 0 ? {} : { notKept }),
    limits: LIMITS_IN_SHORT,
  };
  const finding: Finding = {
    findingId,
    match,
    status: earlier?.status ?? 'captured',
    firstSeenAt: earlier?.firstSeenAt ?? subject.firstSeenAt,
    // -1 stands for the first record of this append; the store puts its number in.
    captures: [...(earlier?.captures ?? []), -1],
    note: earlier?.note ?? '',
  };
  try {
    const [kept] = await keeper.append([{ version: 1, type: 'capture', body: capture }], blobs, [finding], at.toISOString());
    if (kept === undefined) return { refused: 'storage' };
    return frame === null ? { seq: kept.seq } : { seq: kept.seq, part: { index: frame.index, share: frame.share } };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}

/** Asks a script in the page, and does not wait for one that hangs. */
export async function ask(keeper: Pick<Keeper, 'askPage'>, tabId: number, message: ToPage | ToPicker): Promise<unknown> {
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
  return { refused: refusalOf(answer) };
}

/** The reason that the storage gave for not writing. */
export function refusedBy(error: unknown): Refusal {
  const refused = refusalSchema.safeParse((error as { refusal?: unknown } | null)?.refusal);
  return refused.success ? refused.data : 'storage';
}

/** The reason that a page script gave for not measuring. */
export function refusalOf(answer: unknown): Refusal {
  const refused = refusalSchema.safeParse((answer as { refused?: unknown } | null)?.refused);
  return refused.success ? refused.data : 'page-silent';
}

/** Who may be shown: the campaign, and whom the cleaned act itself names. */
function shownBy({ sighting, guarded, reasons }: Match): Shown {
  const accounts = [guarded, sighting.actor, sighting.post.author, sighting.thread?.author ?? null];
  for (const reason of reasons) if (reason.kind !== 'word') accounts.push({ ...reason.watched, name: null, url: null });
  return accounts.flatMap((one) => (one === null ? [] : [{ id: one.id, handle: one.handle }])).slice(0, 50);
}

const worse = <Seen extends Stood['shownText']>(one: Seen, other: Seen): Seen =>
  other.visible < one.visible || other.added > one.added ? other : one;

function withoutLines({ lines: _, ...shown }: Stood['shownText']): Omit<Stood['shownText'], 'lines'> {
  return shown;
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
const isSameRect = (one: Rect, other: Rect) =>
  near(one.x, other.x) && near(one.y, other.y) && near(one.width, other.width) && near(one.height, other.height);
const areSame = (some: readonly Rect[], others: readonly Rect[]) =>
  some.length === others.length && some.every((one, i) => isSameRect(one, others[i] as Rect));

/** Anything that would make the picture show something else than what was measured: also a word or a person that moved inside the item. */
function hasMoved(before: Stood, after: Stood): boolean {
  const lines = ({ shownText }: Stood) => shownText.lines.map(({ rect }) => rect);
  return !(
    isSameRect(before.rect, after.rect) &&
    areSame(before.redacted.boxes, after.redacted.boxes) &&
    areSame(lines(before), lines(after)) &&
    before.viewport.width === after.viewport.width &&
    before.viewport.height === after.viewport.height &&
    near(before.scroll.x, after.scroll.x) &&
    near(before.scroll.y, after.scroll.y) &&
    before.page.url === after.page.url
  );
}
