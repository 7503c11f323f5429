// Firefox's own remote control, spoken directly: one TCP connection, length-prefixed JSON.
import { connect, createServer, type Socket } from 'node:net';

export interface Marionette {
  /** Sends one command; rejects with the browser's error. */
  send<T = unknown>(command: string, params?: object): Promise<T>;
  close(): void;
}

export const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const tryConnect = (port: number) =>
  new Promise<Socket | null>((done) => {
    const socket = connect(port, '127.0.0.1', () => done(socket));
    socket.on('error', () => done(null));
  });

/** Connects as soon as the browser listens on the port; gives up after 30 s. */
export async function connectMarionette(port: number): Promise<Marionette> {
  let socket: Socket | null = null;
  for (let i = 0; i < 300 && socket === null; i++) {
    socket = await tryConnect(port);
    if (socket === null) await new Promise((done) => setTimeout(done, 100));
  }
  if (socket === null) throw new Error('Firefox did not open its remote control');
  const open = socket;
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  let rest = Buffer.alloc(0);
  let last = 0;
  let greeted: () => void = () => undefined;
  const greeting = new Promise<void>((done) => {
    greeted = done;
  });
  const take = (text: string) => {
    const message = JSON.parse(text) as [number, number, { error: string; message: string } | null, unknown] | object;
    if (!Array.isArray(message)) return greeted();
    const [, id, error, value] = message;
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === null) one?.done(value);
    else one?.fail(new Error(`${error.error}: ${error.message}`));
  };
  open.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part]);
    for (let colon = rest.indexOf(58); colon >= 0; colon = rest.indexOf(58)) {
      const end = colon + 1 + Number(rest.subarray(0, colon).toString());
      if (rest.length < end) return;
      const text = rest.subarray(colon + 1, end).toString();
      rest = rest.subarray(end);
      take(text);
    }
  });
  open.on('error', () => undefined);
  open.on('close', () => {
    for (const one of waiting.values()) one.fail(new Error('Firefox has gone'));
    waiting.clear();
  });
  await greeting;
  return {
    send<T>(command: string, params: object = {}) {
      return new Promise<T>((done, fail) => {
        const id = ++last;
        waiting.set(id, { done: done as (value: unknown) => void, fail });
        const text = JSON.stringify([0, id, command, params]);
        open.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => open.destroy(),
  };
}
