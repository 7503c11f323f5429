import { fromPage, listenInPage, onOrphaned } from '../src/browser/in-page.ts';
import { receiveWire } from '../src/flow/receive-wire.ts';
import { watchPage } from '../src/flow/watch-page.ts';
import { isOnHost } from '../src/lib/host.ts';
import { giveWay } from '../src/lib/queue.ts';
import type { Platform } from '../src/model/platform.ts';
import { drawMarks } from '../src/ui/marks/marks.ts';

/** The page script of one site. The build makes one for each, which is run on that site's pages at document_start. */
export async function startPage(platform: Platform): Promise<void> {
  const isOwn = (url: URL) => isOnHost(url, platform.hosts);
  if (!isOwn(new URL(location.href))) return;
  const life = new AbortController();
  // First of all, and synchronously: the port is handed over before any script of the page runs.
  const wire = receiveWire(document, platform.wire.paths, isOwn, life.signal);
  // All else in a task of its own: the browser has just taken in the whole script.
  await giveWay();
  const marks = drawMarks(window);
  const answer = watchPage(
    platform,
    window,
    wire,
    {
      pageOpen: (id) => fromPage.pageOpen({ type: 'page-open', platform: id }),
      judge: (seen) => fromPage.judge({ type: 'judge', seen }),
      pageState: (state) => fromPage.pageState({ type: 'page-state', ...state }),
    },
    marks,
    life.signal,
  );
  listenInPage(async (message) => (message.type === 'end' ? life.abort() : answer(message)), life.signal);
  onOrphaned(() => {
    life.abort();
    marks.notice('reload');
  }, life.signal);
}
