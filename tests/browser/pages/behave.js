// biome-ignore-all lint: runs in the page, and does on purpose what a page should not do
// What a page can see of its own requests: run with and without Netra, the results are compared.
(async () => {
  const o = {};
  const E = async (name, f) => {
    try {
      o[name] = await f();
    } catch (error) {
      o[name] = `${error?.name}: ${error?.message}`;
    }
  };
  const api = '/i/api/graphql/uji/';
  const X = XMLHttpRequest.prototype;
  const text = Function.prototype.toString;
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  await E('toString', () => [fetch.toString(), text.call(X.send), text.call(X.open)]);
  await E('shape', () => [
    fetch.name,
    fetch.length,
    X.send.name,
    X.send.length,
    X.open.name,
    X.open.length,
    JSON.stringify(Object.getOwnPropertyDescriptor(window, 'fetch'), (_k, v) => (typeof v === 'function' ? 'f' : v)),
    JSON.stringify(Object.getOwnPropertyDescriptor(X, 'send'), (_k, v) => (typeof v === 'function' ? 'f' : v)),
    Object.keys(Object.getOwnPropertyDescriptors(fetch)).join(),
    Object.getPrototypeOf(fetch) === Function.prototype,
    'prototype' in fetch,
  ]);
  await E('globals', () => Object.getOwnPropertyNames(window).sort().join());
  await E('new fetch', () => new fetch('/x'));
  await E('class extends fetch', () => class extends fetch {});
  await E('fetch of a wrong this', () => fetch.call({}, `${api}satu`).then((r) => r.status));
  await E('fetch without arguments', () => fetch());
  await E('send of a wrong this', () => X.send.call({}));
  await E('open of a wrong this', () => X.open.call({}, 'GET', '/x'));
  await E('open of no this', () => X.open.call(undefined, 'GET', '/x'));
  await E('send before open', () => new XMLHttpRequest().send());
  await E('open with a bad method', () => new XMLHttpRequest().open('A B', '/x'));
  await E('open without arguments', () => new XMLHttpRequest().open());
  await E('fetch gives a promise', () => {
    const p = fetch(`${api}satu`);
    return [p instanceof Promise, p.constructor === Promise, Object.keys(p).length, Object.getOwnPropertyNames(p).length];
  });
  await E('stream chunks', async () => {
    const reader = (await fetch(`${api}alir`)).body.getReader();
    const decoder = new TextDecoder();
    let n = 0;
    let all = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      n++;
      all += decoder.decode(value, { stream: true });
    }
    return [n >= 3, all];
  });
  await E('byob', async () => {
    const reader = (await fetch(`${api}satu`)).body.getReader({ mode: 'byob' });
    return (await reader.read(new Uint8Array(64))).value.length;
  });
  await E('clone, json, text', async () => {
    const r = await fetch(`${api}satu`);
    const c = r.clone();
    return [
      (await r.json()).ok,
      await c.text(),
      r.bodyUsed,
      c.bodyUsed,
      r.url,
      r.type,
      r.redirected,
      r.status,
      r.statusText,
      [...r.headers].map(([k]) => k).join(),
      r instanceof Response,
    ];
  });
  await E('no body', async () => {
    const r = await fetch(`${api}kosong`);
    return [r.status, r.body === null, await r.text()];
  });
  await E('redirect', async () => {
    const r = await fetch(`${api}pindah`);
    return [r.url, r.redirected, await r.text()];
  });
  await E('abort before', () => {
    const a = new AbortController();
    const p = fetch(`${api}lambat?balapan`, { signal: a.signal });
    a.abort();
    return p.then(() => 'ok');
  });
  await E('abort in the body', async () => {
    const a = new AbortController();
    const r = await fetch(`${api}lambat`, { signal: a.signal });
    setTimeout(() => a.abort(), 100);
    return r.text();
  });
  await E('body cancelled', async () => {
    const r = await fetch(`${api}lambat?batal`);
    await r.body.cancel();
    await pause(3200);
    return fetch('/catatan/batal').then((x) => x.text());
  });
  await E('network error', () => fetch('https://putus.example/').then(() => 'ok'));
  await E(
    'unhandled rejection',
    () =>
      new Promise((done) => {
        const timer = setTimeout(() => done('none'), 1500);
        addEventListener(
          'unhandledrejection',
          (event) => {
            event.preventDefault();
            clearTimeout(timer);
            done(event.reason?.name);
          },
          { once: true },
        );
        fetch('https://putus.example/');
      }),
  );
  await E('9 MB', async () => (await (await fetch(`${api}besar`)).text()).length);
  await E('picture', async () => (await fetch(`${api}gambar`)).status);
  await E('Request with a body', async () => {
    const q = new Request(`${api}gema`, { method: 'POST', body: 'isi=1', headers: { 'x-uji': '1' } });
    const r = await fetch(q);
    return [await r.text(), q.bodyUsed];
  });
  await E('form data', async () => {
    const d = new URLSearchParams({ a: '1', b: 'ü' });
    return (await fetch(`${api}gema`, { method: 'POST', body: d })).text();
  });
  await E('blob body', async () =>
    (await fetch(`${api}gema`, { method: 'PUT', body: new Blob(['biner'], { type: 'x/y' }), credentials: 'omit' })).text(),
  );
  await E('the order of reading options', async () => {
    const log = [];
    const init = new Proxy(
      { method: 'POST', body: 'p' },
      {
        get: (t, k) => {
          log.push(`get ${String(k)}`);
          return t[k];
        },
      },
    );
    await fetch(`${api}gema`, init);
    return log.join();
  });
  await E('options that notice being looked at', async () => {
    const log = [];
    const init = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: (t, k) => {
          log.push(String(k));
          return undefined;
        },
      },
    );
    await fetch(`${api}satu`, init);
    return log.join();
  });
  await E('RegExp.lastMatch', async () => {
    /a(b)c/.exec('xabcx');
    await fetch(`${api}satu`);
    return [RegExp.lastMatch, RegExp.$1];
  });
  await E('thens of the answer', async () => {
    let n = 0;
    Object.defineProperty(Object.prototype, 'then', {
      configurable: true,
      get() {
        if (this instanceof Response) n++;
        return undefined;
      },
    });
    await fetch(`${api}satu`).then(() => 0);
    delete Object.prototype.then;
    return n;
  });
  await E('order of events', async () => {
    const log = [];
    const x = new XMLHttpRequest();
    for (const name of ['loadstart', 'readystatechange', 'progress', 'load', 'loadend'])
      x.addEventListener(name, () => log.push(name === 'readystatechange' ? x.readyState : name));
    x.open('GET', `${api}satu`);
    x.send();
    await new Promise((done) => x.addEventListener('loadend', done));
    return log.filter((one, i) => one !== log[i - 1]).join();
  });
  for (const type of ['', 'text', 'json', 'arraybuffer', 'blob', 'document'])
    await E(
      `xhr ${type}`,
      () =>
        new Promise((done, fail) => {
          const x = new XMLHttpRequest();
          x.open('GET', `${api}satu?xhr=${type}`);
          x.responseType = type;
          x.onload = () => {
            try {
              done([
                x.status,
                x.responseURL,
                x
                  .getAllResponseHeaders()
                  .split('\r\n')
                  .map((line) => line.split(':')[0])
                  .join(),
                type === '' || type === 'text'
                  ? x.responseText
                  : type === 'json'
                    ? JSON.stringify(x.response)
                    : type === 'arraybuffer'
                      ? x.response.byteLength
                      : type === 'blob'
                        ? x.response.size
                        : String(x.response),
              ]);
            } catch (error) {
              fail(error);
            }
          };
          x.send();
        }),
    );
  await E(
    'xhr post',
    () =>
      new Promise((done) => {
        const x = new XMLHttpRequest();
        x.open('POST', `${api}gema`);
        x.setRequestHeader('x-uji', '2');
        x.setRequestHeader('content-type', 'application/json');
        x.onload = () => done(x.responseText);
        x.send('{"a":"ü"}');
      }),
  );
  await E('xhr again', async () => {
    const x = new XMLHttpRequest();
    const all = [];
    for (const n of [1, 2, 3]) {
      x.open('GET', `${api}gema?n=${n}`);
      await new Promise((done) => {
        x.onload = done;
        x.send();
      });
      all.push(x.responseText.slice(0, 30));
    }
    return all;
  });
  await E(
    'xhr aborted',
    () =>
      new Promise((done) => {
        const x = new XMLHttpRequest();
        x.open('GET', `${api}lambat`);
        x.onabort = () => done(`abort ${x.readyState}`);
        x.onload = () => done('load');
        x.send();
        setTimeout(() => x.abort(), 60);
      }),
  );
  await E(
    'xhr out of time',
    () =>
      new Promise((done) => {
        const x = new XMLHttpRequest();
        x.open('GET', `${api}lambat`);
        x.timeout = 80;
        x.ontimeout = () => done('timeout');
        x.onload = () => done('load');
        x.send();
      }),
  );
  await E('xhr synchronous', () => {
    const x = new XMLHttpRequest();
    x.open('GET', `${api}satu?sinkron`, false);
    x.send();
    return x.responseText;
  });
  await E('error while the address is read', () =>
    fetch({
      toString() {
        throw new RangeError('alamat');
      },
    }),
  );
  await E('stack of a failing call', () => {
    try {
      X.open.call(new XMLHttpRequest(), 'A B', '/x');
    } catch (error) {
      return error.stack.replace(/[a-z-]+-extension:\/\/[^)\s]+/g, 'NETRA').split('\n').length;
    }
  });
  await E('stack overflow', async () => {
    let caught = 0;
    const deep = () => {
      try {
        deep();
      } catch {
        caught++;
      } finally {
        if (caught === 1) {
          caught++;
          fetch(`${api}satu?balapan`).catch(() => 0);
        }
      }
    };
    deep();
    await pause(100);
    return (await fetch(`${api}satu?sesudah`)).status;
  });
  document.documentElement.setAttribute('data-behave', JSON.stringify(o));
  console.log(`BEHAVE ${JSON.stringify(o)}`);
})();
