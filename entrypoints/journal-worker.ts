import '../src/lib/no-network.ts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveJournal } from '../src/store/journal.ts';
import { openJournalHere } from '../src/store/journal-worker.ts';

export default defineUnlistedScript(() => {
  const serve = serveJournal(openJournalHere);
  addEventListener('message', ({ ports: [port] }) => {
    if (port !== undefined) serve(port);
  });
});
