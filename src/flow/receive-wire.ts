// The isolated side of the wire: takes the port before any page script runs, and keeps what came too early.
import { readRequest } from '../lib/request.ts';
import { hasShape, isNullOr, isOneOf, isText, type Shape } from '../lib/shape.ts';
import type { Exchange } from '../model/platform.ts';
import { HELLO, OFFER, type WireMessage } from './hook-wire.ts';

const MESSAGE: Shape<WireMessage> = {
  via: isOneOf('fetch', 'xhr'),
  method: isText(20),
  url: isText(100_000),
  sent: isNullOr(isText()),
  body: isNullOr(isText()),
  unread: isOneOf('size', 'aborted', 'type', null),
};

/** Kept until somebody listens: the first answers come before the registry is ready. */
const EARLY_COUNT = 60;

export interface Wire {
  /** connected once the port was handed over; a page that was open before Netra has none. */
  readonly isConnected: () => boolean;
  /** Gives every exchange, those that came early first. `unread` counts listed answers that could not be handed on. */
  listen(call: (exchange: Exchange) => void): void;
  readonly unread: () => number;
}

/**
 * Call at document_start, synchronously. `paths` says which requests are wanted; `isOwn`, which addresses are the site's: a page
 * can ask any server, and even a `data:` address, for an answer whose address holds such a path.
 */
export function receiveWire(document: Document, paths: readonly string[], isOwn: (url: URL) => boolean, signal: AbortSignal): Wire {
  let port: MessagePort | null = null;
  let open = true;
  let unread = 0;
  let call: ((exchange: Exchange) => void) | null = null;
  let early: Exchange[] = [];

  const onMessage = (event: MessageEvent) => {
    const message: unknown = event.data;
    if (!hasShape(message, MESSAGE, false) || !URL.canParse(message.url)) return;
    const { via, body, sent } = message;
    const url = new URL(message.url);
    if (url.protocol !== 'https:' || !isOwn(url) || !paths.some((path) => url.pathname.includes(path))) return;
    if (body === null) {
      unread++;
      return;
    }
    const exchange: Exchange = { via, method: message.method.toUpperCase(), url, ...readRequest(url, sent), body };
    if (call !== null) call(exchange);
    else if (early.length < EARLY_COUNT) early.push(exchange);
    else unread++;
  };
  const onOffer = (event: Event) => {
    const offered = (event as Partial<MessageEvent>).ports?.[0];
    if (!open || port !== null || offered === undefined) return;
    port = offered;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.removeEventListener(OFFER, onOffer, true);
    port.onmessage = onMessage;
    port.postMessage([...paths]);
  };
  document.addEventListener(OFFER, onOffer, true);
  document.dispatchEvent(new Event(HELLO));
  const gate = new MutationObserver(() => {
    open = false;
    gate.disconnect();
    document.removeEventListener(OFFER, onOffer, true);
  });
  gate.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    open = false;
    gate.disconnect();
    port?.close();
  });
  return {
    isConnected: () => port !== null,
    unread: () => unread,
    listen(next) {
      call = next;
      for (const exchange of early) next(exchange);
      early = [];
    },
  };
}
