// The server's side of the tests of the wire: an X post with hostile scripts, and the answers that they ask for.
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { x } from '../../src/cli/demo/x.ts';
import { type LocalAnswer, type LocalSites, type SeenRequest, serveSites } from '../../src/cli/local-sites.ts';

const script = (name: string) => readFileSync(join(import.meta.dirname, 'pages', name), 'utf8');
const stop = x.stops[0];
if (stop === undefined) throw new Error('the demonstration of X has no stop');
export const POST_URL = stop.url;
/** The site's true answer about that post: it names the account numbers of those who replied. */
const TRUE_PATH = `/i/api/graphql/peragaan/TweetDetail?variables=${encodeURIComponent(JSON.stringify({ focalTweetId: POST_URL.split('/').at(-1) }))}`;
const answerOfX = (url: URL) => x.answer(url, { method: 'GET', body: null });
const trueAnswer = answerOfX(new URL(TRUE_PATH, 'https://x.com'))?.body ?? '';
/** The post's page without its own script: only what the hostile one asks is asked. */
const bare = (answerOfX(new URL(POST_URL))?.body ?? '').replace(/<script>[\s\S]*?<\/script>/, '');
const withScript = (text: string) => bare.replace('<head>', () => `<head><script>${text}</script>`);

const json = (body: string): LocalAnswer => ({ contentType: 'application/json; charset=utf-8', body });
const html = (body: string): LocalAnswer => ({ contentType: 'text/html; charset=utf-8', body });

export interface WireSites extends LocalSites {
  readonly attackUrl: string;
  readonly behaveUrl: string;
  /** What pages asked since then, each request whole, in an order that does not depend on time. */
  askedSince(count: number): string[];
}

export async function serveWireSites(): Promise<WireSites> {
  let cancelled = 'masih';
  const special: Record<string, (request: SeenRequest, response: ServerResponse) => LocalAnswer | 'own'> = {
    Kosong: () => json(`{"data":{}}${' '.repeat(20_000)}`),
    satu: () => json('{"ok":3}'),
    gema: ({ method, body, headers }) =>
      json(JSON.stringify([method, body, headers.filter((_one, i) => i % 2 === 0 && headers[i]?.toLowerCase() === 'x-uji')])),
    gambar: () => ({ contentType: 'image/png', body: 'x' }),
    besar: () => json(`"${'y'.repeat(9 * 1024 * 1024)}"`),
    kosong: (_request, response) => {
      response.writeHead(204).end();
      return 'own';
    },
    pindah: (_request, response) => {
      response.writeHead(302, { location: '/i/api/graphql/uji/satu?pindahan' }).end();
      return 'own';
    },
    alir: (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      let n = 0;
      const timer = setInterval(() => {
        response.write(`{"i":${n},"u":"ü"}\n`);
        if (++n < 5) return;
        clearInterval(timer);
        response.end();
      }, 70);
      return 'own';
    },
    lambat: ({ url }, response) => {
      if (url.search === '?batal') cancelled = 'masih';
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"a":');
      const timer = setTimeout(() => response.end('1}'), 2000);
      response.on('close', () => {
        clearTimeout(timer);
        if (url.search === '?batal') cancelled = response.writableFinished ? 'sampai habis' : 'berhenti';
      });
      return 'own';
    },
  };
  const sites = await serveSites((request, response) => {
    const { url } = request;
    if (url.hostname === 'putus.example') {
      response.destroy();
      return 'own';
    }
    if (url.hostname.endsWith('jahat.example')) {
      response.setHeader('access-control-allow-origin', '*');
      return json(trueAnswer);
    }
    if (url.pathname === '/catatan/batal') return { contentType: 'text/plain', body: cancelled };
    if (url.pathname === '/gema') return json(trueAnswer);
    if (url.pathname === '/tes/bersih') return html('<!doctype html><title>bersih</title>');
    const own = /^\/i\/api\/graphql\/uji\/(\w+)$/.exec(url.pathname)?.[1];
    if (own !== undefined) return special[own]?.(request, response) ?? null;
    if (url.href === POST_URL && attacked !== null) return html(withScript(attacked));
    return answerOfX(url);
  });
  let attacked: string | null = null;
  const constants = `const FORGED = ${JSON.stringify(trueAnswer).replaceAll('<', '\\u003c')}; const OWN = ${JSON.stringify(TRUE_PATH)};`;
  return {
    ...sites,
    get attackUrl() {
      attacked = constants + script('attack.js');
      return POST_URL;
    },
    get behaveUrl() {
      attacked = script('behave.js');
      return POST_URL;
    },
    askedSince: (count) =>
      sites.requests
        .slice(count)
        // Some requests may or may not have left before they were given up: that is a race without us as well.
        .filter(({ url }) => (url.hostname === 'x.com' || url.hostname.endsWith('.example')) && url.search !== '?balapan')
        .map(({ method, url, headers, body }) => JSON.stringify([method, url.href, headers, body]))
        .sort(),
  };
}

/** What the attack page reports. */
export interface Attack {
  readonly ports: number;
  readonly via: string;
  /** Events of the handshake that the page was shown. */
  readonly seen: number;
  /** Answers in whose bytes the page could write. */
  readonly spoiled: number;
  /** Functions that are not the page's and that it could lay hands on. */
  readonly functions: number;
  readonly accepted: Readonly<Record<string, true>>;
  /** How often each overridden thing was used, by whomever. */
  readonly hits: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  readonly answers: Readonly<Record<string, number | string>>;
  readonly frame: string;
  readonly popup?: number | 'blocked';
}

/** A hook as one would write it without thinking of the page: the attack has to succeed against it. */
export const NAIVE_HOOK = `(() => {
  const channel = new MessageChannel();
  const offer = () => document.dispatchEvent(new MessageEvent('load', { ports: [channel.port2], cancelable: true }));
  document.addEventListener('netra', offer);
  offer();
  const real = window.fetch;
  window.fetch = function (...args) {
    return real.apply(this, args).then((response) => {
      response.clone().text().then((body) => channel.port1.postMessage({ via: 'fetch', method: 'GET', url: response.url, sent: null, body, unread: null }));
      return response;
    });
  };
})();`;

/** The differences between two views of a page that are not among the known ones, and the known ones that are not there. */
export function unknownDifferences(ours: Readonly<Record<string, unknown>>, theirs: Readonly<Record<string, unknown>>): object {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const differing = names.filter((name) => JSON.stringify(ours[name]) !== JSON.stringify(theirs[name]));
  const known = Object.keys(KNOWN_DIFFERENCES);
  const unknown = differing.filter((name) => !known.includes(name)).map((name) => [name, [ours[name], theirs[name]]]);
  // The list may not outlive what it excuses; only on a busy machine a download may be over before it could be cancelled.
  const outlived = known.filter((name) => !differing.includes(name) && name !== 'body cancelled');
  return { ...Object.fromEntries(unknown), ...Object.fromEntries(outlived.map((name) => [name, 'the same'])) };
}

/** Accepted differences of a page's view, each with its reason; any other fails. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  toString: 'a Proxy of a native function has no name in its text',
  'body cancelled': 'our copy of a listed answer is read to the end',
  'options that notice being looked at': 'a Proxy as options sees that `method` and `body` were looked at',
  'thens of the answer': 'the answer passes through one promise more',
  'stack of a failing call': 'one frame more',
};
