// The page's part in marking by hand: the monitor walks through the page's elements and takes one. Nothing of the page is clicked.
import { elementAt, candidates as findCandidates, isTooBig, narrower, wider } from '../lib/pickable.ts';
import type { SiteId } from '../model/account.ts';
import type { PickLayer } from '../model/marks.ts';
import type { Refusal } from '../model/messages.ts';
import type { PickFacts, PickMeasured, ToPicker } from '../model/pick.ts';
import { nextFrame, type Pictured, standOf } from './measure.ts';
import { printOf, readFacts } from './pick-facts.ts';

/** The background, as the picking script knows it. */
export interface PickBackground {
  picked(told: { pickId: string; url: string; facts: PickFacts }): Promise<unknown>;
  ended(told: { pickId: string; why: 'escape' | 'page' }): Promise<unknown>;
}

/** Gives the answerer of what the background asks. Ends with the signal. */
export function pickItems(
  window: Window & typeof globalThis,
  layer: PickLayer,
  background: PickBackground,
  signal: AbortSignal,
  /** Which site a page is of, and what its addresses are about. */
  addresses: (page: URL) => { readonly site: SiteId; readonly placeOf: Pictured['placeOf'] },
): (message: ToPicker) => Promise<unknown> {
  const { document } = window;
  let picked: { pickId: string; item: Element; print: string } | null = null;
  const here = () => new URL(window.location.href);

  function start(pickId: string, language: 'id' | 'en'): void {
    layer.close();
    picked = null;
    let current: Element | null = null;
    /** Through which elements it was widened, so that narrowing leads back. */
    let trail: Element[] = [];
    let walk: Element[] = [];

    const show = (item: Element | null) => {
      current = item;
      layer.show(item);
    };
    const finish = (why: 'escape' | 'page') => {
      layer.close();
      void background.ended({ pickId, why }).catch(() => undefined);
    };
    layer.open(language, {
      over(x, y) {
        const hit = layer.through(() => elementAt(document, x, y));
        // A widened choice stays while the pointer moves about inside it.
        if (hit === current || (trail.length > 0 && hit !== null && current?.contains(hit) === true)) return;
        trail = [];
        show(hit);
      },
      step(step) {
        if (step === 'wider' || step === 'narrower') {
          if (current === null) return;
          if (step === 'narrower') return show(trail.pop() ?? narrower(current) ?? current);
          const up = wider(current);
          if (up === null) return;
          trail.push(current);
          return show(up);
        }
        walk = layer.through(() => findCandidates(window));
        if (walk.length === 0) return layer.say('nothing');
        const at = current === null ? -1 : walk.indexOf(current);
        const from =
          at >= 0 || current === null ? at : walk.findIndex((one) => isAfter(current as Element, one)) - (step === 'next' ? 1 : 0);
        trail = [];
        show(walk[(from + (step === 'next' ? 1 : -1) + walk.length) % walk.length] ?? walk[0] ?? null);
      },
      take() {
        const item = current;
        if (item === null || !item.isConnected) return layer.say('nothing');
        if (isTooBig(item)) return layer.say('too-big');
        picked = { pickId, item, print: printOf(item) };
        layer.rest(item);
        background.picked({ pickId, url: here().href.slice(0, 4000), facts: readFacts(item, here()) }).then(
          (answer) => answer !== true && stop(),
          () => stop(),
        );
      },
      end: () => finish('escape'),
      lost: () => finish('page'),
    });
  }

  function stop(): void {
    picked = null;
    layer.close();
  }

  async function measure({
    pickId,
    words,
    again,
    shown,
  }: Extract<ToPicker, { type: 'pick-measure' }>): Promise<PickMeasured | { refused: Refusal }> {
    if (picked === null || picked.pickId !== pickId) return { refused: 'pick-again' };
    if (!again) {
      layer.setHidden(true);
      if (!((await nextFrame(window)) && (await nextFrame(window)))) return { refused: 'not-visible' };
    }
    const { item, print } = picked;
    if (!item.isConnected) return { refused: 'pick-again' };
    if (isTooBig(item)) return { refused: 'too-big' };
    if (printOf(item) !== print) return { refused: 'pick-again' };
    const { site, placeOf } = addresses(here());
    const subject = { ownOf: () => item, text: words, name: null, inner: [], others: [], met: [], shown, site, placeOf };
    const stood = standOf(item, subject, window);
    if ('refused' in stood) return stood;
    return { ...stood, facts: readFacts(item, here()) };
  }

  signal.addEventListener('abort', stop);
  return async (message) => {
    switch (message.type) {
      case 'pick-start':
        start(message.pickId, message.language);
        return true;
      case 'pick-stop':
        stop();
        return true;
      case 'pick-measure':
        return measure(message).finally(() => message.again && layer.setHidden(false));
    }
  };
}

function isAfter(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & 4) !== 0;
}
