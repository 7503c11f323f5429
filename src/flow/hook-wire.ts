// Runs in the page's own world, before any of its scripts: hands on what the page's own requests were answered, over a
// private port. It asks for nothing, changes nothing, and must not throw into the page.
//
// Everything the page could later override is taken here, once. So: no methods called on objects, no for-of, no array
// spread or destructuring, no object that inherits from the page's prototypes. Attacked and measured in Chromium 156 and
// Firefox 153, 2026-11. Known traces: `fetch.toString()` lacks the name, error stacks show one more frame, and
// `body.cancel()` no longer stops a listed download.

/** Bounds: one answer, and what waits until the other side said which paths it wants. */
const CAP = 8 * 1024 * 1024;
const WAITING_COUNT = 60;
const WAITING_SIZE = 16 * 1024 * 1024;
const TYPES = /json|javascript|text\/html|text\/plain/;

/** Names of the two events of the handshake, on `document`, over before any page script runs. */
export const OFFER = 'load';
export const HELLO = 'netra';

/** What goes over the port for one request. Bodies are text; `unread` says why there is none. */
export interface WireMessage {
  readonly via: 'fetch' | 'xhr';
  readonly method: string;
  readonly url: string;
  readonly sent: string | null;
  readonly body: string | null;
  readonly unread: 'size' | 'aborted' | 'type' | null;
}

// biome-ignore-start lint/complexity/useArrowFunction: `this` is the page's object in the hooks
export function hookWire(window: Window & typeof globalThis, document: Document): void {
  type Any = unknown;
  type Fn = (...args: Any[]) => Any;
  const {
    Reflect: R,
    Function: F,
    Proxy: P,
    Promise: Pr,
    MessageEvent: ME,
    TextDecoder: TD,
    WeakMap: WM,
    JSON: J,
    Number: N,
    MutationObserver: MO,
  } = window;
  const call = F.prototype.call;
  const bind = F.prototype.bind;
  // Taken out of Reflect: on the object the page could replace it later.
  const apply = R.apply;
  const un = (f: Any) => apply(bind, call, [f]) as (self: Any, ...args: Any[]) => Any;
  const describe = R.getOwnPropertyDescriptor;
  const define = R.defineProperty;
  const getter = (object: object, key: string) => un(describe(object, key)?.get);
  const then = un(Pr.prototype.then);
  const add = un(window.EventTarget.prototype.addEventListener);
  const remove = un(window.EventTarget.prototype.removeEventListener);
  const dispatch = un(window.EventTarget.prototype.dispatchEvent);
  const post = un(window.MessagePort.prototype.postMessage);
  const dataOf = getter(ME.prototype, 'data');
  const prevented = getter(window.Event.prototype, 'defaultPrevented');
  const observe = un(MO.prototype.observe);
  const disconnect = un(MO.prototype.disconnect);

  const channel = new window.MessageChannel();
  const port = channel.port1;
  let connected = false;
  let closed = false;
  const offer = () => {
    if (connected || closed) return;
    const event = new ME(OFFER, { ports: [channel.port2], cancelable: true });
    dispatch(document, event);
    if (prevented(event)) {
      connected = true;
      remove(document, HELLO, offer, true);
    }
  };
  add(document, HELLO, offer, true);
  // Fires after both of our scripts and before the page's first one: from then on nobody can connect any more.
  const gate = new MO(() => {
    closed = true;
    remove(document, HELLO, offer, true);
    disconnect(gate);
  });
  observe(gate, document, { childList: true, subtree: true });
  offer();

  let paths: { readonly [index: number]: string; readonly length: number } | null = null;
  const includes = un(window.String.prototype.includes);
  const isListed = (url: Any) => {
    if (paths === null) return true;
    for (let i = 0; i < paths.length; i++) if (includes(url, paths[i])) return true;
    return false;
  };
  const waiting: Record<number, WireMessage> = { __proto__: null } as never;
  let waitingCount = 0;
  let waitingSize = 0;
  const send = (message: WireMessage) => {
    try {
      if (paths !== null) {
        if (isListed(message.url)) post(port, message);
      } else if (waitingCount < WAITING_COUNT && waitingSize < WAITING_SIZE) {
        waiting[waitingCount++] = message;
        waitingSize += message.body === null ? 0 : message.body.length;
      }
    } catch {
      // The page must never see an error of ours.
    }
  };
  add(port, 'message', (event: Any) => {
    if (paths !== null) return;
    paths = dataOf(event) as never;
    for (let i = 0; i < waitingCount; i++) {
      const message = waiting[i];
      if (message !== undefined) send(message);
      delete waiting[i];
    }
    waitingCount = 0;
  });
  un(window.MessagePort.prototype.start)(port);

  const isString = (value: Any): value is string => typeof value === 'string';
  const paramsText = un(window.URLSearchParams.prototype.toString);
  const textOfBody = (body: Any): string | null => {
    if (isString(body)) return body.length > CAP ? null : body;
    if (typeof body !== 'object' || body === null) return null;
    try {
      return paramsText(body) as string;
    } catch {
      return null;
    }
  };
  const own = (object: Any, key: string): Any => (typeof object === 'object' && object !== null ? describe(object, key)?.value : undefined);
  const swap = (object: object, key: string, trap: (target: Fn, self: Any, args: Any[]) => Any) => {
    const found = describe(object, key);
    if (found === undefined) return;
    found.value = new P(found.value as Fn, { __proto__: null, apply: trap } as never);
    define(object, key, found);
  };
  const nothing = () => undefined;

  // fetch
  const Res = window.Response.prototype;
  const Req = window.Request.prototype;
  const clone = un(Res.clone);
  const resUrl = getter(Res, 'url');
  const resBody = getter(Res, 'body');
  const resHeaders = getter(Res, 'headers');
  const reqUrl = getter(Req, 'url');
  const reqMethod = getter(Req, 'method');
  const headerGet = un(window.Headers.prototype.get);
  const getReader = un(window.ReadableStream.prototype.getReader);
  const read = un(window.ReadableStreamDefaultReader.prototype.read);
  const cancel = un(window.ReadableStreamDefaultReader.prototype.cancel);
  const decode = un(TD.prototype.decode);
  const lengthOf = getter(R.getPrototypeOf(window.Uint8Array.prototype) as object, 'byteLength');
  const exec = un(window.RegExp.prototype.exec);
  const isText = (type: Any) => type !== null && exec(TYPES, type) !== null;

  type Meta = { via: 'fetch' | 'xhr'; method: string; url: string; sent: string | null };
  const tell = (meta: Meta, body: string | null, unread: WireMessage['unread']) =>
    send({ __proto__: null, via: meta.via, method: meta.method, url: meta.url, sent: meta.sent, body, unread } as WireMessage);

  const pump = (reader: Any, decoder: Any, meta: Meta, text: string, size: number): void => {
    then(
      read(reader),
      (step: Any) => {
        try {
          if (own(step, 'done') === true) return tell(meta, text + (decode(decoder) as string), null);
          const chunk = own(step, 'value');
          const now = size + (lengthOf(chunk) as number);
          if (now > CAP) {
            then(cancel(reader), nothing, nothing);
            return tell(meta, null, 'size');
          }
          return pump(reader, decoder, meta, text + (decode(decoder, chunk, { stream: true }) as string), now);
        } catch {
          return tell(meta, null, 'aborted');
        }
      },
      () => tell(meta, null, 'aborted'),
    );
  };

  /** What the page sent, looked at before the call and only in plain values: reading must have no effect. */
  const requestOf = (input: Any, init: Any): { method: string; sent: string | null } => {
    let method = own(init, 'method');
    if (!isString(method)) {
      try {
        method = reqMethod(input);
      } catch {
        method = 'GET';
      }
    }
    return { method: isString(method) ? method : 'GET', sent: textOfBody(own(init, 'body')) };
  };
  const reqClone = un(Req.clone);
  const reqText = un(Req.text);
  /** The body of a Request object has to be copied before the page's call uses it up. */
  const bodyOfRequest = (input: Any): Any => {
    try {
      return isListed(reqUrl(input)) && paths !== null && reqMethod(input) !== 'GET' ? reqText(reqClone(input)) : null;
    } catch {
      return null;
    }
  };
  const onResponse = (response: Any, method: string, sent: string | null) => {
    try {
      const url = resUrl(response) as string;
      if (!isListed(url)) return;
      const headers = resHeaders(response);
      if (!isText(headerGet(headers, 'content-type'))) return;
      const meta: Meta = { via: 'fetch', method, url, sent };
      const stated = headerGet(headers, 'content-length');
      if (stated !== null && N(stated) > CAP) return tell(meta, null, 'size');
      const body = resBody(clone(response));
      if (body !== null) pump(getReader(body), new TD(), meta, '', 0);
    } catch {
      // Not a response that can be copied: the page has it, we do not.
    }
  };
  swap(window, 'fetch', (target, self, args) => {
    let method = 'GET';
    let sent: string | null = null;
    let later: Any = null;
    try {
      const request = requestOf(args[0], args[1]);
      method = request.method;
      sent = request.sent;
      if (sent === null) later = bodyOfRequest(args[0]);
    } catch {
      // The request goes out all the same.
    }
    const answer = apply(target, self, args);
    try {
      return then(answer, (response: Any) => {
        if (later === null) onResponse(response, method, sent);
        else {
          // Copied now: once the page has read it, it cannot be copied any more.
          const copy = clone(response);
          then(
            later,
            (text: Any) => onResponse(copy, method, isString(text) ? text : null),
            () => onResponse(copy, method, null),
          );
        }
        return response;
      });
    } catch {
      return answer;
    }
  });

  // XMLHttpRequest
  const X = window.XMLHttpRequest.prototype;
  const known = new WM<object, { method: string; sent: string | null; hooked: boolean }>();
  const remember = un(WM.prototype.set);
  const recall = un(WM.prototype.get) as unknown as (
    map: Any,
    key: Any,
  ) => { method: string; sent: string | null; hooked: boolean } | undefined;
  const xText = getter(X, 'responseText');
  const xAnswer = getter(X, 'response');
  const xType = getter(X, 'responseType');
  const xUrl = getter(X, 'responseURL');
  const xHeader = un(X.getResponseHeader);
  const stringify = J.stringify;
  const bufferLength = getter(window.ArrayBuffer.prototype, 'byteLength');
  const onLoad = function (this: Any) {
    try {
      const url = xUrl(this) as string;
      if (!isListed(url) || !isText(xHeader(this, 'content-type'))) return;
      const request = recall(known, this);
      const meta: Meta = { via: 'xhr', method: request?.method ?? 'GET', url, sent: request?.sent ?? null };
      const type = xType(this);
      let body: string | null = null;
      if (type === '' || type === 'text') body = xText(this) as string;
      else if (type === 'json') body = stringify(xAnswer(this));
      else if (type === 'arraybuffer') {
        const buffer = xAnswer(this);
        if (buffer !== null && (bufferLength(buffer) as number) <= CAP) body = decode(new TD(), buffer) as string;
      }
      if (body === null) tell(meta, null, 'type');
      else if (body.length > CAP) tell(meta, null, 'size');
      else tell(meta, body, null);
    } catch {
      // Nothing to hand on.
    }
  };
  swap(X, 'open', (target, self, args) => {
    try {
      remember(known, self, { method: isString(args[0]) ? args[0] : 'GET', sent: null, hooked: recall(known, self)?.hooked ?? false });
    } catch {
      // `self` is no XMLHttpRequest: the page's own error follows.
    }
    return apply(target, self, args);
  });
  swap(X, 'send', (target, self, args) => {
    try {
      const request = recall(known, self);
      if (request !== undefined) {
        request.sent = textOfBody(args[0]);
        if (!request.hooked) {
          request.hooked = true;
          add(self, 'load', onLoad);
        }
      }
    } catch {
      // As above.
    }
    return apply(target, self, args);
  });
}
// biome-ignore-end lint/complexity/useArrowFunction: see above
