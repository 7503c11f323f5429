// The acts that stand on one page: counted, joined with what the wire said, and judged once each.
import { toFingerprint } from '../lib/fingerprint.ts';
import { agree, joinEyes } from '../match/agree.ts';
import type { Agreement } from '../model/capture.ts';
import type { Flag, Seen } from '../model/messages.ts';
import type { Reading, Sighting } from '../model/sighting.ts';
import { type KnownAccounts, knownAccounts } from './known-accounts.ts';
import type { KnownLists } from './known-lists.ts';
import { signatureOf } from './signature.ts';
import { isSameTold, isWhole, withTold } from './told.ts';
import type { WireMemory } from './wire-memory.ts';

export interface Act {
  readonly item: Element;
  seen: Seen;
  readonly firstSeenAt: string;
  findingId: string | null;
  /** Since when the element is out of the page, ms of the page's clock; null while it is in it. */
  goneAt: number | null;
}

export interface Acts {
  /** Takes what an item says now. True if anything is new. */
  take(item: Element, readings: readonly Reading[]): void;
  /** Looks for twins of what stands on the page: the wire has said more. */
  pair(): void;
  /** Asks on, after the background was not there. */
  resume(): void;
  /** Lets go of acts whose element left the page a while ago. `now`: ms of the page's clock. */
  tidy(now: number): void;
  ofFinding(findingId: string): Act[];
  /** The act as it reads now joined with the wire's word; null if the item no longer says the same. */
  reread(act: Act, readings: readonly Reading[]): Seen | null;
  findings(isOnScreen: (item: Element) => boolean): string[];
  /** Every act that is remembered. */
  all(): Iterable<Act>;
  readonly counts: () => { found: number; read: number; unreadable: Readonly<Record<string, number>> };
  /** Has this item been read without giving any act? Then it is looked at again. */
  isEmpty(item: Element): boolean;
  /** A new page: counts start anew. */
  openPage(): void;
  /** Forgets which elements were read, so that all are judged anew. */
  forget(): void;
  /** When that was last done, ms of the page's clock. */
  readonly forgottenAt: () => number;
}

interface ItemState {
  acts: Map<string, number>;
}

const LIMIT = 5000;
const COUNT_LIMIT = 50_000;
const BATCH = 100;
const RETRY_MS = 500;
/** After so many times the lists are not merely loading but locked: asking on twice a second would keep the background awake. */
const QUICK_RETRIES = 20;
const SLOW_RETRY_MS = 3000;
/** A page that moves an element takes it out for a moment; one that recycles its rows would have us keep them all. */
const GONE_MS = 10_000;

const ACTION_FROM_WIRE: Agreement = { field: 'action', state: 'wire-only' };

export function keepActs(
  memory: WireMemory,
  judge: (seen: Seen[]) => Promise<{ ready: boolean; flags: readonly Flag[] } | { error: string }>,
  onFlag: (item: Element, flag: Flag) => void,
  onLost: (item: Element) => void,
  signal: AbortSignal,
  /** Each act as it is known now; `key` is the page's own reading of it. */
  onKnown: (key: string, sighting: Sighting) => void = () => undefined,
  /** Ids that the wire told for handles. */
  accounts: KnownAccounts = knownAccounts(),
  /** Lists by which a row was read that shows who and not what. */
  lists: Pick<KnownLists, 'twinOf'> = { twinOf: () => null },
): Acts {
  let states = new WeakMap<Element, ItemState>();
  /** What each unreadable item lacks. Outlives `forget`, as the counts do: an item looked at again is no second one. */
  let lacking = new WeakMap<Element, string>();
  const acts = new Map<number, Act>();
  let toJudge: Seen[] = [];
  let judging = false;
  let nextKey = 0;
  let found = 0;
  let read = 0;
  let unreadable: Record<string, number> = {};
  let counted = new Set<number>();
  let forgottenAt = Number.NEGATIVE_INFINITY;

  function* onPage(): Generator<Sighting> {
    for (const { item, seen } of acts.values()) if (item.isConnected) yield seen.eyes.page;
  }

  function seenOf(key: number, page: Sighting): Seen {
    const direct = lists.twinOf(page) ?? memory.twinOf(page, onPage());
    const whole = accounts.complete(page);
    // An answer that names an account by number only is found by the number that another one told.
    const twin = direct ?? (whole.told.length === 0 ? null : memory.twinOf(whole.sighting, onPage()));
    const eyes = { page, wire: twin };
    if (twin === null) return { key, sighting: whole.sighting, eyes, agreement: withTold(agree(page, null), whole.told) };
    const from = direct === null ? whole.sighting : page;
    const joined = joinEyes(from, twin);
    // Two eyes that contradict each other: nothing is added to what the page shows.
    const agreed: Agreement[] = [...agree(page, twin), ...(direct !== null && lists.twinOf(page) === direct ? [ACTION_FROM_WIRE] : [])];
    if (joined === from) return { key, sighting: page, eyes, agreement: agreed };
    const { sighting, told } = accounts.complete(joined);
    return { key, sighting, eyes, agreement: withTold(agreed, direct === null ? whole.told : told) };
  }

  function keep(item: Element, sighting: Sighting): number {
    const key = nextKey++;
    const seen = seenOf(key, sighting);
    acts.set(key, { item, seen, firstSeenAt: new Date().toISOString(), findingId: null, goneAt: null });
    onKnown(signatureOf(sighting), seen.sighting);
    if (acts.size > LIMIT) drop(acts.keys().next().value as number);
    ask(key);
    return key;
  }

  function ask(key: number): void {
    const act = acts.get(key);
    if (act === undefined) return;
    const { id, handle } = act.seen.sighting.actor;
    if (id === null && handle === null) return;
    toJudge.push(act.seen);
    if (toJudge.length > LIMIT) toJudge = toJudge.slice(-LIMIT);
    void askAll();
  }

  async function askAll(): Promise<void> {
    if (judging) return;
    judging = true;
    try {
      // Together with what the same slice of work still brings.
      await Promise.resolve();
      let most = BATCH;
      let retries = 0;
      while (toJudge.length > 0 && !signal.aborted) {
        const batch = toJudge.slice(0, most);
        const answer = await judge(batch);
        if ('error' in answer) {
          if (answer.error !== 'schema') return;
          // One of them has a form that the background does not take. It is looked for by halves, so that all others are judged.
          if (batch.length > 1) most = Math.ceil(batch.length / 2);
          else {
            toJudge = toJudge.filter((one) => !batch.includes(one));
            countRefused();
            most = BATCH;
          }
          continue;
        }
        if (!answer.ready) {
          // Nothing is lost while the lists load: it waits here, bounded.
          await new Promise((done) => setTimeout(done, retries++ < QUICK_RETRIES ? RETRY_MS : SLOW_RETRY_MS));
          continue;
        }
        toJudge = toJudge.filter((one) => !batch.includes(one));
        for (const flag of answer.flags) {
          const act = acts.get(flag.key);
          if (act === undefined) continue;
          act.findingId = flag.findingId;
          onFlag(act.item, flag);
        }
        for (const { key } of batch) {
          const act = acts.get(key);
          if (act === undefined || act.findingId === null || answer.flags.some((flag) => flag.key === key)) continue;
          // The wire has since named another account behind the handle.
          act.findingId = null;
          lose(act.item);
        }
      }
    } catch {
      // The background was not there; `resume` asks again.
    } finally {
      judging = false;
    }
  }

  /** An item that no act is flagged on any more bears no mark. */
  function lose(item: Element): void {
    const keys = [...(states.get(item)?.acts.values() ?? [])];
    if (!keys.some((key) => acts.get(key)?.findingId != null)) onLost(item);
  }

  function drop(key: number): void {
    const act = acts.get(key);
    acts.delete(key);
    if (act !== undefined && act.findingId !== null) lose(act.item);
  }

  /** Counted as read before: now it is something that could not be read. */
  function countRefused(): void {
    read = Math.max(0, read - 1);
    unreadable['content'] = (unreadable['content'] ?? 0) + 1;
  }

  function count(item: Element, readings: readonly Reading[]): void {
    const lost = readings.find((reading) => reading.kind === 'unreadable')?.missing[0];
    const before = lacking.get(item);
    if (lost !== before) {
      // Also the way back: the page may not have finished drawing it the first time.
      if (before !== undefined) {
        found--;
        unreadable[before] = (unreadable[before] ?? 1) - 1;
        if (unreadable[before] === 0) delete unreadable[before];
        lacking.delete(item);
      }
      if (lost !== undefined) {
        found++;
        unreadable[lost] = (unreadable[lost] ?? 0) + 1;
        lacking.set(item, lost);
      }
    }
    for (const sighting of readings) {
      if (sighting.kind !== 'sighting') continue;
      // By act and not by element: lists that recycle their elements show the same act many times.
      const sign = toFingerprint(signatureOf(sighting));
      if (counted.has(sign) || counted.size >= COUNT_LIMIT) continue;
      counted.add(sign);
      found++;
      read++;
    }
  }

  return {
    take(item, readings) {
      const state = states.get(item) ?? { acts: new Map<string, number>() };
      states.set(item, state);
      count(item, readings);
      const now = new Map<string, number>();
      for (const reading of readings) {
        if (reading.kind !== 'sighting') continue;
        const signature = signatureOf(reading);
        const known = state.acts.get(signature);
        now.set(signature, known !== undefined && acts.has(known) ? known : keep(item, reading));
      }
      const lost = [...state.acts].filter(([signature]) => !now.has(signature)).map(([, key]) => key);
      // The element is somebody else's by now: nothing said of the one before may stay on it.
      const wasFlagged = lost.some((key) => acts.get(key)?.findingId != null);
      for (const key of lost) acts.delete(key);
      state.acts = now;
      if (wasFlagged) lose(item);
    },
    pair() {
      for (const [key, act] of acts) {
        if (isWhole(act.seen)) continue;
        const seen = seenOf(key, act.seen.eyes.page);
        if (seen.eyes.wire === act.seen.eyes.wire && isSameTold(seen, act.seen)) continue;
        act.seen = seen;
        onKnown(signatureOf(seen.eyes.page), seen.sighting);
        ask(key);
      }
    },
    resume() {
      if (toJudge.length > 0) void askAll();
    },
    tidy(now) {
      const unanswered = new Set(toJudge.map(({ key }) => key));
      for (const [key, act] of acts) {
        act.goneAt = act.item.isConnected ? null : (act.goneAt ?? now);
        if (act.goneAt === null || now - act.goneAt < GONE_MS || unanswered.has(key)) continue;
        // A finding that an answer may still take back has to be there when that answer comes.
        if (act.findingId === null || isWhole(act.seen)) drop(key);
      }
    },
    ofFinding: (findingId) => [...acts.values()].filter((act) => act.findingId === findingId),
    reread(act, readings) {
      const before = signatureOf(act.seen.eyes.page);
      const page = readings.find((reading): reading is Sighting => reading.kind === 'sighting' && signatureOf(reading) === before);
      return page === undefined ? null : seenOf(act.seen.key, page);
    },
    findings: (isOnScreen) => [
      ...new Set([...acts.values()].flatMap((act) => (act.findingId !== null && isOnScreen(act.item) ? [act.findingId] : []))),
    ],
    all: () => acts.values(),
    counts: () => ({ found, read, unreadable }),
    isEmpty: (item) => (states.get(item)?.acts.size ?? 0) === 0,
    openPage() {
      found = 0;
      read = 0;
      unreadable = {};
      lacking = new WeakMap();
      counted = new Set();
    },
    forget() {
      states = new WeakMap();
      acts.clear();
      toJudge = [];
      forgottenAt = performance.now();
    },
    forgottenAt: () => forgottenAt,
  };
}
