// @vitest-environment jsdom
// The side that takes the port. How it stands up to a page that attacks is asked in real browsers.
import { describe, expect, test, vi } from 'vitest';
import { HELLO, OFFER } from '../../src/flow/hook-wire.ts';
import { receiveWire } from '../../src/flow/receive-wire.ts';
import type { Exchange } from '../../src/model/platform.ts';

/** Generous: a busy machine is slow to hand a message over. */
const until = (is: () => boolean) => vi.waitUntil(is, { timeout: 20_000, interval: 5 });
const LAST = 'the last one';
const message = (given: object = {}) => ({
  via: 'fetch',
  method: 'post',
  url: 'https://www.example.id/api/comments?post=7',
  sent: 'variables=%7B%22id%22%3A61550000000000123%7D',
  body: '{"a":1}',
  unread: null,
  ...given,
});

function connect(paths: readonly string[] = ['/api/']) {
  const life = new AbortController();
  const wire = receiveWire(document, paths, (url) => url.hostname === 'www.example.id', life.signal);
  const { port1, port2 } = new MessageChannel();
  const wanted: unknown[] = [];
  port1.onmessage = ({ data }) => wanted.push(data);
  const offer = () => {
    const event = Object.assign(new Event(OFFER, { cancelable: true }), { ports: [port2] });
    document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const got: Exchange[] = [];
  return { wire, life, port: port1, wanted, offer, got, listen: () => wire.listen((exchange) => got.push(exchange)) };
}

describe('the handshake', () => {
  test('says hello, takes the first port that is offered, and tells which paths are wanted', async () => {
    let hellos = 0;
    const count = () => hellos++;
    document.addEventListener(HELLO, count);
    const { wire, wanted, offer, life, port } = connect(['/api/', '/graphql']);
    document.removeEventListener(HELLO, count);
    expect([hellos, wire.isConnected()]).toEqual([1, false]);
    expect(offer()).toBe(true);
    expect(offer()).toBe(false);
    expect(wire.isConnected()).toBe(true);
    await until(() => wanted.length > 0);
    expect(wanted).toEqual([['/api/', '/graphql']]);
    life.abort();
    port.close();
  });
  test('an event without a port is not one', () => {
    const { wire, life, port } = connect();
    document.dispatchEvent(new Event(OFFER));
    expect(wire.isConnected()).toBe(false);
    life.abort();
    port.close();
  });
  test('too late once the page has drawn anything, and after the end', async () => {
    const late = connect();
    document.body.append(document.createElement('p'));
    // Observers are told at the end of the task.
    await Promise.resolve();
    expect([late.offer(), late.wire.isConnected()]).toEqual([false, false]);
    late.port.close();
    const ended = connect();
    ended.life.abort();
    expect([ended.offer(), ended.wire.isConnected()]).toEqual([false, false]);
    ended.port.close();
  });
});

describe('what comes over the port', () => {
  test('exchanges, those before anybody listened first', async () => {
    const { wire, port, offer, got, listen, life } = connect();
    offer();
    port.postMessage(message());
    // Refused, and counted: so the one before has come by then.
    port.postMessage(message({ body: null, unread: 'size' }));
    await until(() => wire.unread() === 1);
    expect(got).toEqual([]);
    listen();
    port.postMessage(message({ via: 'xhr', method: 'GET', sent: null, body: 'teks' }));
    await until(() => got.length > 1);
    expect(got).toEqual([
      {
        via: 'fetch',
        method: 'POST',
        url: new URL('https://www.example.id/api/comments?post=7'),
        name: null,
        variables: { post: '7', id: '61550000000000123' },
        body: '{"a":1}',
      },
      {
        via: 'xhr',
        method: 'GET',
        url: new URL('https://www.example.id/api/comments?post=7'),
        name: null,
        variables: { post: '7' },
        body: 'teks',
      },
    ]);
    life.abort();
    port.close();
  });
  test('nothing of another shape, server or path', async () => {
    const { wire, port, offer, got, listen, life } = connect();
    offer();
    listen();
    for (const bad of [
      null,
      'text',
      {},
      message({ via: 'embedded' }),
      message({ url: 'x' }),
      message({ url: 'http://www.example.id/api/x' }),
      message({ url: 'https://jahat.example/api/x' }),
      message({ url: 'data:text/plain,/api/' }),
      message({ url: 'https://www.example.id/other?x=/api/' }),
      message({ body: 7 }),
      message({ method: 'x'.repeat(21) }),
      message({ url: `https://www.example.id/api/${'x'.repeat(100_000)}` }),
      message({ sent: undefined }),
      [message()],
      message({ unread: 'bored' }),
      message({ url: 'https://jahat.example/api/x', body: null, unread: 'size' }),
    ])
      port.postMessage(bad);
    port.postMessage(message({ body: LAST }));
    await until(() => got.some(({ body }) => body === LAST));
    expect([got.length, wire.unread()]).toEqual([1, 0]);
    life.abort();
    port.close();
  });
  test('what could not be read is counted, and so is what came early and found no room', async () => {
    const { wire, port, offer, got, listen, life } = connect();
    offer();
    for (const unread of ['size', 'aborted', 'type']) port.postMessage(message({ body: null, unread }));
    for (let n = 0; n < 64; n++) port.postMessage(message({ body: String(n) }));
    await until(() => wire.unread() === 3 + 4);
    listen();
    expect(got.map(({ body }) => body)).toEqual(Array.from({ length: 60 }, (_, n) => String(n)));
    expect(wire.unread()).toBe(3 + 4);
    life.abort();
    port.close();
  });
  test('nothing after the end', async () => {
    const { port, offer, got, listen, life } = connect();
    offer();
    listen();
    const closed = new Promise((done) => port.addEventListener('close', done));
    life.abort();
    port.postMessage(message());
    await closed;
    expect(got).toEqual([]);
  });
});
