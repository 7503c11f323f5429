// The page's half of the line: observe -> read -> match -> mark -> send. Reads only what is on the monitor's screen.
import { afterFrame } from '../lib/frame.ts';
import { watchInView } from '../lib/in-view.ts';
import { giveWay, SLICE_MS, workQueue } from '../lib/queue.ts';
import { isSeen } from '../lib/visible.ts';
import type { PlatformId } from '../model/account.ts';
import type { Marks } from '../model/marks.ts';
import type { Flag, Measured, PageOrders, PageTold, Refusal, Seen, ToPage } from '../model/messages.ts';
import type { Exchange, Platform } from '../model/platform.ts';
import type { Shown } from '../model/to-page.ts';
import { keepActs } from './acts.ts';
import { coverage } from './coverage.ts';
import { embeddedIn } from './embedded.ts';
import { findAct } from './find-act.ts';
import { toHealth } from './health.ts';
import { knownAccounts } from './known-accounts.ts';
import { knownLists } from './known-lists.ts';
import { keepListings } from './listings.ts';
import { lookout } from './lookout.ts';
import { isOnScreen, measureItem, nextFrame } from './measure.ts';
import { momentOf } from './moment.ts';
import { readWithLists } from './read-with-lists.ts';
import type { Wire } from './receive-wire.ts';
import { shownAccounts } from './shown-accounts.ts';
import { toStructure } from './structure.ts';
import { tellState } from './tell-state.ts';
import { wireMemory } from './wire-memory.ts';

/** The background, as the page script knows it. */
export interface Background {
  pageOpen(platform: PlatformId): Promise<PageOrders>;
  judge(seen: Seen[]): Promise<{ ready: boolean; flags: readonly Flag[] }>;
  pageState(state: PageTold): Promise<void>;
}

const QUEUE_LIMIT = 5000;
const SWEEP_MS = 1000;
/** So many times as long as the whole page was searched, it is not searched again; but never longer than this, ms. */
const REST_FACTOR = 400;
const LONGEST_REST_MS = 4000;

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
  let known = new WeakSet<Element>();
  const inView = new Set<Element>();
  const memory = wireMemory();
  const accounts = knownAccounts();
  const lists = knownLists();
  const cover = coverage();
  const listings = keepListings(cover);
  const out = lookout(platform, window);
  const embedded = embeddedIn(platform, window);
  let url = window.location.href;
  const here = momentOf(window);
  const onFlag = (item: Element, flag: Flag) => {
    marks.show(item, flag);
    tellSoon();
  };
  const acts = keepActs(
    memory,
    (seen) => background.judge(seen),
    onFlag,
    (item) => marks.hide(item),
    signal,
    cover.take,
    accounts,
    lists,
  );

  // ---- reading
  const read = readWithLists(platform, lists, (element) => known.has(element), here);

  function readItem(item: Element): void {
    if (!inView.has(item) || document.visibilityState !== 'visible' || !isSeen(item, window)) return;
    const readings = read(item);
    for (const reading of readings) if (reading.kind === 'listing') listings.keep(reading);
    acts.take(item, readings);
    out.pageRead(readings);
    tellSoon();
  }

  // ---- the other eye
  function takeIn(exchange: Exchange): void {
    if (signal.aborted) return;
    // What the next page asked for must not be counted for the page before.
    if (window.location.href !== url) openPage();
    const readings = platform.readWire(exchange, here());
    out.wireSaid(readings);
    accounts.learn(readings);
    lists.learn(readings);
    for (const reading of readings) {
      if (reading.kind === 'listing') listings.keep(reading);
      if (reading.kind === 'sighting') memory.add(reading);
    }
    acts.pair();
    tellSoon();
  }

  // One at a time, each in a task of its own: those of the first screen come all at once.
  const exchanges = workQueue<Exchange>(takeIn, QUEUE_LIMIT, signal, undefined, 0);
  let isListening = false;
  function hear(exchange: Exchange): void {
    if (isListening && exchanges.size() === 0) takeIn(exchange);
    else exchanges.add(exchange);
  }

  function readEmbedded(): void {
    if (wire.isConnected()) for (const exchange of embedded()) exchanges.add(exchange);
  }

  // ---- observing: the observers only enqueue
  const queue = workQueue<Element>(
    (root, until) => {
      if (!root.isConnected) return;
      const items = platform.findItems(root);
      for (const item of items) if (item !== root && inView.has(item)) queue.add(item);
      if (!meetAll(items, until)) queue.add(root);
      // Something inside an item changed: the nearest one is read again.
      for (let up: Element | null = root; up !== null; up = up.parentElement) {
        if (!known.has(up)) continue;
        readItem(up);
        break;
      }
    },
    QUEUE_LIMIT,
    signal,
    undefined,
    undefined,
    // A hidden page has no frames, and nothing is asked of its layout.
    () => (document.visibilityState === 'visible' ? afterFrame(window) : giveWay()),
  );

  /** Has the new ones among items watched until the slice is over (`until`, ms). False if some were left: each call gets on by one at least. */
  function meetAll(items: readonly Element[], until: number): boolean {
    let isOver = false;
    for (const item of items) {
      if (known.has(item)) continue;
      if (isOver) return false;
      known.add(item);
      view.observe(item);
      isOver = window.performance.now() >= until;
    }
    return true;
  }

  const view = watchInView(
    window,
    (item, isIn) => {
      if (isIn) {
        inView.add(item);
        queue.add(item);
      } else inView.delete(item);
    },
    () => tellSoon(),
    signal,
  );

  let hasChanged = true;
  let nextSearch = 0;
  const mutations = new window.MutationObserver((records) => {
    hasChanged = true;
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') queue.add(target as Element);
      for (const node of addedNodes) {
        if (node.nodeType === 1) queue.add(node as Element);
        else if (target.nodeType === 1) queue.add(target as Element);
      }
    }
  });
  mutations.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });

  // Once a second: items that were covered or half drawn, elements that became items, and an address that changed.
  function lookRound(): void {
    if (signal.aborted || document.visibilityState !== 'visible') return;
    if (window.location.href !== url) openPage();
    const now = window.performance.now();
    if (hasChanged) readEmbedded();
    if (hasChanged && now >= nextSearch) {
      hasChanged = !meetAll(platform.findItems(document), now + SLICE_MS);
      nextSearch = now + Math.min(LONGEST_REST_MS, (window.performance.now() - now) * REST_FACTOR);
    }
    for (const item of inView) {
      if (!item.isConnected) inView.delete(item);
      else if (acts.isEmpty(item)) queue.add(item);
    }
    view.look();
    acts.resume();
    acts.tidy(now);
    out.look(acts.counts().found);
    tellSoon();
  }
  const sweep = window.setInterval(() => void afterFrame(window).then(lookRound), SWEEP_MS);

  // ---- telling
  const stateNow = (): PageTold => ({
    platform: platform.id,
    // As long as the background takes it: a longer address must not silence the whole state.
    url: window.location.href.slice(0, 4000),
    title: document.title.slice(0, 2000),
    health: toHealth({
      ...acts.counts(),
      dropped: queue.dropped() + exchanges.dropped(),
      missed: out.missed(),
      wire: out.wire(),
      notRead: out.notRead(),
      unheard: wire.unread(),
    }),
    wire: wire.isConnected() ? 'connected' : 'off',
    listings: listings.all(),
    onScreen: acts.findings((item) => inView.has(item) && isOnScreen(item, window)),
  });
  const telling = tellState(window, stateNow, (state) => background.pageState(state), signal);
  function tellSoon(): void {
    telling.soon();
  }

  function openPage(): void {
    url = window.location.href;
    acts.openPage();
    cover.openPage();
    out.openPage();
    listings.clear();
    telling.anew();
    // What stays on screen while the address changes belongs to the new page as well.
    background.pageOpen(platform.id).then(
      (orders) => {
        marks.orders(orders);
        lookAgain();
      },
      () => undefined,
    );
  }

  function lookAgain(): void {
    marks.clear();
    known = new WeakSet();
    acts.forget();
    view.disconnect();
    inView.clear();
    queue.add(document.documentElement);
  }

  // ---- the background's questions
  async function measure(findingId: string, shown: Shown, again: boolean): Promise<Measured | { refused: Refusal }> {
    if (!again) {
      marks.setHidden(true);
      // Two frames: after one, a mark was still in the picture in 1 of 10 tries on a busy page.
      if (!((await nextFrame(window)) && (await nextFrame(window)))) return { refused: 'not-visible' };
    }
    const act = await findAct(acts, findingId, window);
    if (act === undefined || !act.item.isConnected) return { refused: 'gone' };
    const seen = acts.reread(act, read(act.item));
    if (seen === null) return { refused: 'gone' };
    return measureItem(act.item, seen, { listings: listings.of(seen.sighting), firstSeenAt: act.firstSeenAt, shown }, platform, window);
  }

  wire.listen(hear);
  isListening = true;
  window.addEventListener('pageshow', (event) => event.persisted && openPage(), { signal });
  document.addEventListener('visibilitychange', tellSoon, { signal });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', readEmbedded, { signal });
  else readEmbedded(); // A small page is whole before the watching begins.
  signal.addEventListener('abort', () => {
    mutations.disconnect();
    window.clearInterval(sweep);
    marks.clear();
  });
  openPage();

  return async (message) => {
    switch (message.type) {
      case 'measure':
        return measure(message.findingId, message.shown, false);
      case 'measure-again':
        return measure(message.findingId, message.shown, true).finally(() => marks.setHidden(false));
      case 'orders':
        return marks.orders(message);
      case 'point-out':
        for (const { item } of acts.ofFinding(message.findingId)) if (item.isConnected) return marks.pointOut(item);
        return undefined;
      case 'hide-marks':
        return marks.setHidden(message.hidden);
      case 'look-again':
        return lookAgain();
      case 'authors':
        return { url: url.slice(0, 4000), ...shownAccounts(acts.all(), (item) => inView.has(item) && isOnScreen(item, window)) };
      case 'structure':
        return toStructure(platform, document, here().url);
    }
  };
}
