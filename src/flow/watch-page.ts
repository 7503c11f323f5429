// The page's half of the line: observe -> read -> match -> mark -> send. Reads only what is on the monitor's screen.
import type { PlatformId } from '../model/account.ts';
import type { Marks } from '../model/marks.ts';
import type { Flag, Measured, PageOrders, Refusal, Seen, ToPage } from '../model/messages.ts';
import type { Exchange, Platform } from '../model/platform.ts';
import type { Listing, Reading, Sighting } from '../model/sighting.ts';
import { agree, isSameAct, joinEyes } from '../match/agree.ts';
import { workQueue } from '../lib/queue.ts';
import { isSeen } from '../lib/visible.ts';
import { toHealth } from './health.ts';
import { measureItem, nextFrame } from './measure.ts';
import type { Wire } from './receive-wire.ts';
import { wireMemory } from './wire-memory.ts';

export interface PageState {
  readonly platform: PlatformId;
  readonly url: string;
  readonly title: string;
  readonly health: ReturnType<typeof toHealth>;
  readonly wire: 'connected' | 'off';
  readonly listings: Listing[];
  readonly onScreen: string[];
}

export interface Background {
  pageOpen(platform: PlatformId): Promise<PageOrders>;
  judge(seen: Seen[]): Promise<{ ready: boolean; flags: readonly Flag[] }>;
  pageState(state: PageState): Promise<void>;
}

interface Act {
  readonly item: Element;
  seen: Seen;
  readonly firstSeenAt: string;
  findingId: string | null;
}

interface ItemState {
  /** Signature of each act that stood in the item at its last reading -> its key. */
  acts: Map<string, number>;
  /** What the reader said the last time, to tell whether anything changed. */
  read: boolean;
  unreadable: string | null;
}

const QUEUE_LIMIT = 5000;
const ACTS_LIMIT = 5000;
const LISTINGS_LIMIT = 50;
const BATCH = 100;
const STATE_MS = 300;
const SWEEP_MS = 1000;

/** Starts watching; ends with the signal. Gives the answerer of what the background asks. */
export function watchPage(
  platform: Platform,
  window: Window & typeof globalThis,
  wire: Wire,
  background: Background,
  marks: Marks,
  signal: AbortSignal,
): (message: ToPage) => Promise<unknown> {
  const { document } = window;
  let items = new WeakMap<Element, ItemState>();
  const inView = new Set<Element>();
  const acts = new Map<number, Act>();
  const listings = new Map<string, Listing>();
  const memory = wireMemory(isSameAct);
  let toJudge: Seen[] = [];
  let judging = false;
  let nextKey = 0;
  let counts = { found: 0, read: 0, unreadable: {} as Record<string, number> };
  let countedActs = new Set<string>();
  let url = window.location.href;

  // ---- reading
  const signatureOf = (sighting: Sighting) =>
    JSON.stringify([sighting.action, sighting.reaction, sighting.actor.id, sighting.actor.handle, sighting.item.id, sighting.post.id, sighting.post.url, sighting.text]);

  function readItem(item: Element): void {
    const state = items.get(item);
    if (state === undefined || !inView.has(item) || document.visibilityState !== 'visible' || !isSeen(item, window)) return;
    const readings = platform.readItem(item, { url: new URL(window.location.href) });
    count(state, readings);
    const now = new Map<string, number>();
    for (const reading of readings) {
      if (reading.kind === 'listing') keepListing(reading);
      if (reading.kind !== 'sighting') continue;
      const signature = signatureOf(reading);
      now.set(signature, state.acts.get(signature) ?? keepAct(item, reading));
    }
    for (const [signature, key] of state.acts) if (!now.has(signature)) acts.delete(key);
    state.acts = now;
    stateChanged();
  }

  function count(state: ItemState, readings: readonly Reading[]): void {
    const lost = readings.find((reading) => reading.kind === 'unreadable');
    const sightings = readings.filter((reading) => reading.kind === 'sighting');
    if (lost !== undefined && state.unreadable === null) {
      const field = lost.missing[0] ?? '?';
      counts.found++;
      counts.unreadable[field] = (counts.unreadable[field] ?? 0) + 1;
      state.unreadable = field;
    }
    if (lost === undefined && state.unreadable !== null) {
      // Read at last: the page had not finished drawing it.
      counts.found--;
      counts.unreadable[state.unreadable] = (counts.unreadable[state.unreadable] ?? 1) - 1;
      if (counts.unreadable[state.unreadable] === 0) delete counts.unreadable[state.unreadable];
      state.unreadable = null;
    }
    for (const sighting of sightings) {
      // By act and not by element: lists that recycle their elements show the same act many times.
      const signature = signatureOf(sighting);
      if (countedActs.has(signature) || countedActs.size >= 50_000) continue;
      countedActs.add(signature);
      counts.found++;
      counts.read++;
    }
  }

  function keepAct(item: Element, sighting: Sighting): number {
    const key = nextKey++;
    acts.set(key, { item, seen: seenOf(key, sighting), firstSeenAt: new Date().toISOString(), findingId: null });
    if (acts.size > ACTS_LIMIT) acts.delete(acts.keys().next().value as number);
    ask(key);
    return key;
  }

  function seenOf(key: number, page: Sighting): Seen {
    const twin = memory.twinOf(page);
    return { key, sighting: joinEyes(page, twin), eyes: { page, wire: twin }, agreement: agree(page, twin) };
  }

  function keepListing(listing: Listing): void {
    const key = `${listing.action} ${listing.post.id ?? listing.post.url ?? ''}`;
    listings.delete(key);
    listings.set(key, listing);
    if (listings.size > LISTINGS_LIMIT) listings.delete(listings.keys().next().value as string);
  }

  // ---- judging
  function ask(key: number): void {
    const act = acts.get(key);
    if (act === undefined) return;
    const { actor } = act.seen.sighting;
    if (actor.id === null && actor.handle === null) return;
    toJudge.push(act.seen);
    if (toJudge.length > ACTS_LIMIT) toJudge = toJudge.slice(-ACTS_LIMIT);
    void judge();
  }

  async function judge(): Promise<void> {
    if (judging) return;
    judging = true;
    try {
      while (toJudge.length > 0 && !signal.aborted) {
        const batch = toJudge.slice(0, BATCH);
        const answer = await background.judge(batch);
        if (!answer.ready) {
          // Nothing is lost while the lists load: it waits here, bounded.
          await new Promise((done) => window.setTimeout(done, 500));
          continue;
        }
        toJudge = toJudge.slice(batch.length);
        for (const flag of answer.flags) {
          const act = acts.get(flag.key);
          if (act === undefined) continue;
          act.findingId = flag.findingId;
          marks.show(act.item, flag);
        }
        if (answer.flags.length > 0) stateChanged();
      }
    } catch {
      // The background was not there; it is asked again with the next sweep.
    } finally {
      judging = false;
    }
  }

  // ---- the other eye
  wire.listen((exchange: Exchange) => takeIn(exchange));
  function takeIn(exchange: Exchange): void {
    if (signal.aborted) return;
    for (const reading of platform.readWire(exchange, { url: new URL(window.location.href) })) {
      if (reading.kind === 'listing') keepListing(reading);
      if (reading.kind === 'sighting') memory.add(reading);
    }
    // What already stands on the page may have found its twin now.
    for (const [key, act] of acts) {
      if (act.seen.eyes.wire !== null) continue;
      const seen = seenOf(key, act.seen.eyes.page);
      if (seen.eyes.wire === null) continue;
      act.seen = seen;
      ask(key);
    }
    stateChanged();
  }
  function readEmbedded(root: ParentNode): void {
    const selector = platform.wire.embedded;
    if (selector === null || !wire.isConnected()) return;
    for (const script of root.querySelectorAll(selector)) {
      if (embedded.has(script)) continue;
      embedded.add(script);
      takeIn({ via: 'embedded', method: 'GET', url: new URL(window.location.href), name: null, variables: {}, body: script.textContent ?? '' });
    }
  }
  const embedded = new WeakSet<Element>();

  // ---- observing
  const queue = workQueue<Element>(
    (root) => {
      if (!root.isConnected) return;
      for (const item of platform.findItems(root)) meet(item);
      // Something inside an item changed: the nearest one is read again.
      for (let up: Element | null = root; up !== null; up = up.parentElement) {
        if (!items.has(up)) continue;
        readItem(up);
        break;
      }
    },
    QUEUE_LIMIT,
    signal,
  );

  function meet(item: Element): void {
    if (items.has(item)) return readItem(item);
    items.set(item, { acts: new Map(), read: false, unreadable: null });
    intersections.observe(item);
  }

  const intersections = new window.IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting && entry.target.isConnected) {
          inView.add(entry.target);
          queue.add(entry.target);
        } else inView.delete(entry.target);
      }
      stateChanged();
    },
    { threshold: [0, 0.25, 0.5, 1] },
  );

  let changedSinceSweep = true;
  const mutations = new window.MutationObserver((records) => {
    changedSinceSweep = true;
    for (const record of records) {
      if (record.type === 'attributes') queue.add(record.target as Element);
      else if (record.addedNodes.length > 0) {
        for (const node of record.addedNodes) if (node.nodeType === 1) queue.add(node as Element);
        if (record.target.nodeType === 1 && items.has(record.target as Element)) queue.add(record.target as Element);
      }
    }
  });
  mutations.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });

  // Once a second: items that were covered or half drawn, elements that became items, and an address that changed.
  const sweep = window.setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    if (window.location.href !== url) openPage();
    if (toJudge.length > 0) void judge();
    if (changedSinceSweep) {
      changedSinceSweep = false;
      readEmbedded(document);
      for (const item of platform.findItems(document)) if (!items.has(item)) meet(item);
    }
    for (const item of inView) {
      if (!item.isConnected) inView.delete(item);
      else if (items.get(item)?.acts.size === 0) queue.add(item);
    }
    stateChanged();
  }, SWEEP_MS);

  // ---- telling
  let stateTimer = 0;
  let lastState = '';
  function stateChanged(): void {
    if (stateTimer !== 0 || signal.aborted) return;
    stateTimer = window.setTimeout(() => {
      stateTimer = 0;
      const state: PageState = {
        platform: platform.id,
        url: window.location.href,
        title: document.title.slice(0, 2000),
        health: toHealth({ ...counts, dropped: queue.dropped() }),
        wire: wire.isConnected() ? 'connected' : 'off',
        listings: [...listings.values()],
        onScreen: [...new Set([...acts.values()].filter((act) => act.findingId !== null && inView.has(act.item)).map((act) => act.findingId as string))],
      };
      const text = JSON.stringify(state);
      if (text === lastState) return;
      lastState = text;
      background.pageState(state).catch(() => {
        lastState = '';
      });
    }, STATE_MS);
  }

  function openPage(): void {
    url = window.location.href;
    counts = { found: 0, read: 0, unreadable: {} };
    countedActs = new Set();
    listings.clear();
    lastState = '';
    background.pageOpen(platform.id).then((orders) => {
      marks.orders(orders);
      // What stayed on screen while the address changed belongs to the new page as well.
      lookAgain();
    }, () => undefined);
  }

  function lookAgain(): void {
    marks.clear();
    items = new WeakMap();
    acts.clear();
    toJudge = [];
    intersections.disconnect();
    inView.clear();
    for (const item of platform.findItems(document)) meet(item);
  }

  // ---- the background's questions
  async function measure(findingId: string, again: boolean): Promise<Measured | { refused: Refusal }> {
    if (!again) {
      marks.setHidden(true);
      // Two frames: after one, a mark was still in the picture in 1 of 10 tries on a busy page.
      if (!((await nextFrame(window)) && (await nextFrame(window)))) return { refused: 'not-visible' };
    }
    const known = [...acts.values()].filter((act) => act.findingId === findingId);
    const act = known.find((one) => isSeen(one.item, window)) ?? known.at(-1);
    if (act === undefined) return { refused: 'gone' };
    const readings = act.item.isConnected ? platform.readItem(act.item, { url: new URL(window.location.href) }) : [];
    const page = readings.find((reading): reading is Sighting => reading.kind === 'sighting' && signatureOf(reading) === signatureOf(act.seen.eyes.page));
    if (page === undefined) return { refused: 'gone' };
    return measureItem(act.item, seenOf(act.seen.key, page), { listings: [...listings.values()], firstSeenAt: act.firstSeenAt }, platform, window);
  }

  const openAgain = (event: PageTransitionEvent) => {
    if (event.persisted) openPage();
  };
  window.addEventListener('pageshow', openAgain, { signal });
  document.addEventListener('visibilitychange', () => changedSinceSweep || stateChanged(), { signal });
  document.addEventListener('DOMContentLoaded', () => readEmbedded(document), { signal });
  signal.addEventListener('abort', () => {
    mutations.disconnect();
    intersections.disconnect();
    window.clearInterval(sweep);
    window.clearTimeout(stateTimer);
    marks.clear();
  });
  openPage();

  return async (message) => {
    switch (message.type) {
      case 'measure':
        return measure(message.findingId, false);
      case 'measure-again':
        return measure(message.findingId, true).finally(() => marks.setHidden(false));
      case 'orders':
        return marks.orders(message);
      case 'point-out': {
        const act = [...acts.values()].find((one) => one.findingId === message.findingId && one.item.isConnected);
        return act === undefined ? undefined : marks.pointOut(act.item);
      }
      case 'look-again':
        return lookAgain();
    }
  };
}
