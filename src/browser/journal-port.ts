// The way to the one worker that writes the journal. Only a worker may hold its files open, and only a page may start one: Firefox's
// background is a page; Chromium's is not, and has a hidden page beside it.
import { browser } from 'wxt/browser';

const PAGE = '/keeper.html';
const WORKER = '/journal-worker.js';
const CALL = 'journal';

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
}
interface PageClient {
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}
interface Clients {
  matchAll(options: { includeUncontrolled: boolean; type: string }): Promise<PageClient[]>;
}

let worker: Worker | null = null;

async function findKeeper(): Promise<PageClient | undefined> {
  const { clients } = globalThis as unknown as { clients: Clients };
  const url = browser.runtime.getURL(PAGE as '/');
  return (await clients.matchAll({ includeUncontrolled: true, type: 'all' })).find((one) => one.url === url);
}

/** Whether the browser's database keeps a log that a sudden end can spoil: all Chromium's do. */
export function hasOffscreen(): boolean {
  return (browser as unknown as { offscreen?: Offscreen }).offscreen !== undefined;
}

/** A port to the journal's worker, which is started if it is not there. The newest port is the one that is listened to. */
export async function connectJournal(): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel();
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (offscreen === undefined) {
    worker ??= new Worker(browser.runtime.getURL(WORKER as '/'));
    worker.postMessage(CALL, [port2]);
    return port1;
  }
  if ((await findKeeper()) === undefined)
    await offscreen
      .createDocument({ url: PAGE, reasons: ['WORKERS'], justification: 'Keeps a second copy of the evidence in a file.' })
      // Another start of the background may have made it in the meantime.
      .catch(() => undefined);
  const keeper = await findKeeper();
  if (keeper === undefined) throw new Error('the page that holds the journal did not open');
  keeper.postMessage(CALL, [port2]);
  return port1;
}

/** In the hidden page: hands each port that the background sends on to the worker. */
export function passOnToWorker(): void {
  const own = new Worker(WORKER);
  navigator.serviceWorker.onmessage = ({ data, ports: [port] }) => {
    if (data === CALL && port !== undefined) own.postMessage(CALL, [port]);
  };
}
