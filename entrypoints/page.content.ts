import '../src/model/zod-setup.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenInPage, Orphaned, toBackground } from '../src/browser/messages.ts';
import { receiveWire } from '../src/flow/receive-wire.ts';
import { watchPage } from '../src/flow/watch-page.ts';
import { platformOf } from '../src/platforms/index.ts';
import { drawMarks } from '../src/ui/marks/marks.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_start',
  main() {
    const platform = platformOf(new URL(location.href));
    if (platform === null) return;
    const life = new AbortController();
    const marks = drawMarks(window);
    // First of all, and synchronously: the port is handed over before any script of the page runs.
    const wire = receiveWire(document, platform.wire.paths, life.signal);
    /** Ends the life of a script whose extension was updated or removed under it, and says so. */
    const alive = async <T>(answer: Promise<T>): Promise<T> => {
      try {
        return await answer;
      } catch (error) {
        if (error instanceof Orphaned && !life.signal.aborted) {
          life.abort();
          marks.notice('reload');
        }
        throw error;
      }
    };
    const answer = watchPage(
      platform,
      window,
      wire,
      {
        pageOpen: (id) => alive(toBackground.pageOpen({ type: 'page-open', platform: id })),
        judge: (seen) => alive(toBackground.judge({ type: 'judge', seen })),
        pageState: (state) => alive(toBackground.pageState({ type: 'page-state', ...state })),
      },
      marks,
      life.signal,
    );
    listenInPage(answer, life.signal);
  },
});
