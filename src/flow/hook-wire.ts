// Runs in the page's own world, before any of its scripts: hands on what the page's own requests were answered, over a
// private port. It asks for nothing, changes nothing, and must not throw into the page.
//
// Everything the page could later override is taken here, once. So: no methods called on objects, no for-of, no array
// spread or destructuring, no object that inherits from the page's prototypes, no promise that could ask the page what its
// constructor is, no regular expression (it would overwrite the page's `RegExp.lastMatch`). Only what no script of the page
// could have altered is handed on: texts, never objects that the page holds too.
// Attacked and measured in Chromium 156 and Firefox 153, 2026-11. Known traces: `fetch.toString()` lacks the name, error
// stacks show one more frame, an object of request options that is a Proxy notices being looked at, and `body.cancel()` no
// longer stops a listed download. What a request carried is the page's own word: a page that lies about it lies to itself.

/** Bounds: one answer, and what waits until the other side said which paths it wants. */
const CAP = 8 * 1024 * 1024;
const WAITING_COUNT = 60;
const WAITING_SIZE = 16 * 1024 * 1024;

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
  const { Reflect: R, Function: F, Proxy: P, Promise: Pr, MessageEvent: ME, WeakMap: WM, Number: N, MutationObserver: MO } = window;
  const call = F.prototype.call;
  const bind = F.prototype.bind;
  // Taken out of Reflect: on the object the page could replace it later.
  const apply = R.apply;
  const un = (f: Any) => apply(bind, call, [f]) as (self: Any, ...args: Any[]) => Any;
  const describe = R.getOwnPropertyDescriptor;
  const define = R.defineProperty;
  const hasOwn = window.Object.hasOwn;
  const getter = (object: object, key: string) => un(describe(object, key)?.get);
  const nativeThen = un(Pr.prototype.then);
  /** Only for promises that the page never gets: without this, `then` asks the page's `Promise.prototype.constructor`. */
  const then = (promise: Any, done: (value: Any) => Any, failed?: () => Any) => {
    define(promise as object, 'constructor', { __proto__: null, value: undefined } as never);
    return nativeThen(promise, done, failed);
  };
  const add = un(window.EventTarget.prototype.addEventListener);
  const remove = un(window.EventTarget.prototype.removeEventListener);
  const dispatch = un(window.EventTarget.prototype.dispatchEvent);
  const post = un(window.MessagePort.prototype.postMessage);
  const dataOf = getter(ME.prototype, 'data');
  const prevented = getter(window.Event.prototype, 'defaultPrevented');
  // A property of each event, not of the prototype.
  const trusted = getter(new window.Event(OFFER), 'isTrusted');
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
    if (paths === null) return !closed || connected;
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
  /** A plain value of the object itself: no getter of the page's runs, neither its own nor an inherited one. */
  const own = (object: Any, key: string): Any => {
    const found = typeof object === 'object' && object !== null ? describe(object, key) : undefined;
    return found !== undefined && hasOwn(found, 'value') ? found.value : undefined;
  };
  const first = (args: Any[]) => (args.length > 0 ? args[0] : undefined);
  const swap = (object: object, key: string, trap: (target: Fn, self: Any, args: Any[]) => Any) => {
    const found = describe(object, key);
    if (found === undefined) return;
    found.value = new P(found.value as Fn, { __proto__: null, apply: trap } as never);
    define(object, key, found);
  };

  // fetch
  const Res = window.Response.prototype;
  const Req = window.Request.prototype;
  const clone = un(Res.clone);
  const resUrl = getter(Res, 'url');
  const resHeaders = getter(Res, 'headers');
  const reqUrl = getter(Req, 'url');
  const reqMethod = getter(Req, 'method');
  const headerGet = un(window.Headers.prototype.get);
  const textOf = un(Res.text);
  const isText = (type: Any) =>
    type !== null &&
    (includes(type, 'json') || includes(type, 'javascript') || includes(type, 'text/html') || includes(type, 'text/plain'));

  type Meta = { via: 'fetch' | 'xhr'; method: string; url: string; sent: string | null };
  const tell = (meta: Meta, body: string | null, unread: WireMessage['unread']) =>
    send({ __proto__: null, via: meta.via, method: meta.method, url: meta.url, sent: meta.sent, body, unread } as WireMessage);

  /**
   * By `text` alone: a reader's steps are objects, which the page's `Object.prototype.then` would be shown, and Chromium pipes
   * with the page's `Promise.prototype.then` (156). So a body of unstated length is held whole before it is found too long.
   */
  const copyOut = (copy: Any, meta: Meta): void => {
    then(
      textOf(copy),
      (text: Any) => {
        if (isString(text) && text !== '') tell(meta, text.length <= CAP ? text : null, text.length <= CAP ? null : 'size');
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
      copyOut(clone(response), meta);
    } catch {
      // Not a response that can be copied: the page has it, we do not.
    }
  };
  swap(window, 'fetch', (target, self, args) => {
    let method = 'GET';
    let sent: string | null = null;
    let later: Any = null;
    try {
      const request = requestOf(first(args), args.length > 1 ? args[1] : undefined);
      method = request.method;
      sent = request.sent;
      if (sent === null) later = bodyOfRequest(first(args));
    } catch {
      // The request goes out all the same.
    }
    const answer = apply(target, self, args);
    return then(answer, (response: Any) => {
      try {
        if (later === null) onResponse(response, method, sent);
        else if (isListed(resUrl(response))) {
          // Copied now: once the page has read it, it cannot be copied any more.
          const copy = clone(response);
          then(
            later,
            (text: Any) => onResponse(copy, method, isString(text) ? text : null),
            () => onResponse(copy, method, null),
          );
        }
      } catch {
        // The page gets its answer all the same.
      }
      return response;
    });
  });

  // XMLHttpRequest
  const X = window.XMLHttpRequest.prototype;
  interface Asked {
    readonly method: string;
    readonly sent: string | null;
  }
  const asked = new WM<object, Asked>();
  const hooked = new WM<object, true>();
  const remember = un(WM.prototype.set);
  const recall = un(WM.prototype.get);
  const forget = un(WM.prototype.delete);
  const xText = getter(X, 'responseText');
  const xType = getter(X, 'responseType');
  const xUrl = getter(X, 'responseURL');
  const xHeader = un(X.getResponseHeader);
  const onLoad = function (this: Any, event: Any) {
    try {
      const url = xUrl(this) as string;
      if (trusted(event) !== true || !isListed(url) || !isText(xHeader(this, 'content-type'))) return;
      const request = recall(asked, this) as Asked | undefined;
      const meta: Meta = { via: 'xhr', method: request?.method ?? 'GET', url, sent: request?.sent ?? null };
      const type = xType(this);
      // Of the other types there is only the object that the page's own listeners may have altered already.
      const body = type === '' || type === 'text' ? (xText(this) as string) : null;
      if (body === null) tell(meta, null, 'type');
      else if (body.length > CAP) tell(meta, null, 'size');
      else tell(meta, body, null);
    } catch {
      // Nothing to hand on.
    }
  };
  /** A call that the browser refuses changes nothing about the request that is under way; nor may it change our note of it. */
  const noting = (target: Fn, self: Any, args: Any[], note: Asked | undefined) => {
    const before = recall(asked, self);
    try {
      if (note !== undefined) remember(asked, self, note);
    } catch {
      // `self` is no object: the page's own error follows.
    }
    try {
      return apply(target, self, args);
    } catch (error) {
      if (before !== undefined) remember(asked, self, before);
      else forget(asked, self);
      throw error;
    }
  };
  swap(X, 'open', (target, self, args) => {
    const method = first(args);
    return noting(target, self, args, { method: isString(method) ? method : 'GET', sent: null });
  });
  swap(X, 'send', (target, self, args) => {
    const request = recall(asked, self) as Asked | undefined;
    if (request === undefined) return apply(target, self, args);
    try {
      if (recall(hooked, self) === undefined) {
        remember(hooked, self, true);
        add(self, 'load', onLoad);
      }
    } catch {
      // As above.
    }
    return noting(target, self, args, { method: request.method, sent: textOfBody(first(args)) });
  });
}
// biome-ignore-end lint/complexity/useArrowFunction: see above
