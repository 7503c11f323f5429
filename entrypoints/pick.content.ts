import { defineContentScript } from 'wxt/utils/define-content-script';
import { fromPage, listenInPicker, onOrphaned } from '../src/browser/in-page.ts';
import { guessAccount } from '../src/flow/guess-account.ts';
import { pickItems } from '../src/flow/pick-item.ts';
import { platformOf } from '../src/platforms/index.ts';
import { drawPickLayer } from '../src/ui/marks/pick-layer.ts';

export default defineContentScript({
  matches: [],
  // Never registered for a site: it is brought into one tab by the monitor's own gesture.
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    const life = new AbortController();
    const answer = pickItems(
      window,
      drawPickLayer(window),
      {
        picked: (told) => fromPage.picked({ type: 'picked', ...told }),
        ended: (told) => fromPage.pickEnded({ type: 'pick-ended', ...told }),
      },
      life.signal,
      (page) => {
        const platform = platformOf(page);
        return { site: platform?.id ?? 'other', placeOf: (url) => (platform === null ? guessAccount(url) : platform.parseUrl(url)) };
      },
    );
    listenInPicker(answer, life.signal);
    onOrphaned(() => life.abort(), life.signal);
  },
});
