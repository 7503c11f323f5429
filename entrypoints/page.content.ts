import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenInPage, onOrphaned, toBackground } from '../src/browser/to-background.ts';
import { receiveWire } from '../src/flow/receive-wire.ts';
import { watchPage } from '../src/flow/watch-page.ts';
import { platformOf } from '../src/platforms/index.ts';
import { drawMarks } from '../src/ui/marks/marks.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_start',
  // Else WXT would post a message to the page's window that names the extension.
  noScriptStartedPostMessage: true,
  main() {
    const platform = platformOf(new URL(location.href));
    if (platform === null) return;
    const life = new AbortController();
    const marks = drawMarks(window);
    // First of all, and synchronously: the port is handed over before any script of the page runs.
    const wire = receiveWire(document, platform.wire.paths, (url) => platformOf(url)?.id === platform.id, life.signal);
    const answer = watchPage(
      platform,
      window,
      wire,
      {
        pageOpen: (id) => toBackground.pageOpen({ type: 'page-open', platform: id }),
        judge: (seen) => toBackground.judge({ type: 'judge', seen }),
        pageState: (state) => toBackground.pageState({ type: 'page-state', ...state }),
      },
      marks,
      life.signal,
    );
    listenInPage(async (message) => (message.type === 'end' ? life.abort() : answer(message)), life.signal);
    onOrphaned(() => {
      life.abort();
      marks.notice('reload');
    }, life.signal);
  },
});
