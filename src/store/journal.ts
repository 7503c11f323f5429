// The journal as the background speaks to it: calls over a port to the one worker that holds its files.
import type { JournalPairs } from './journal-pairs.ts';

export interface Journal extends JournalPairs {
  /** Keeps this many bytes of the disk taken, to be given back when a write fails. 0 gives them back. */
  ballast(bytes: number): Promise<void>;
}

export interface JournalCall {
  readonly id: number;
  readonly call: keyof Journal;
  readonly with: readonly unknown[];
}
export type JournalAnswer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string };

/** Longest wait for one call, ms: a worker that ended answers nothing. */
const ANSWER_MS = 30_000;

/** The part of a MessagePort that is used. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** Speaks to the worker behind a port. Every call is refused with an error where the worker says so or does not answer. */
export function speakToJournal(port: Port): Journal {
  const waiting = new Map<number, { done: (value: never) => void; fail: (error: Error) => void; timer: ReturnType<typeof setTimeout> }>();
  let last = 0;
  port.onmessage = ({ data }: MessageEvent<JournalAnswer>) => {
    const one = waiting.get(data.id);
    if (one === undefined) return;
    waiting.delete(data.id);
    clearTimeout(one.timer);
    if ('error' in data) one.fail(new Error(data.error));
    else one.done(data.value as never);
  };
  const send =
    <T>(call: keyof Journal) =>
    (...given: readonly unknown[]): Promise<T> =>
      new Promise((done, fail) => {
        last += 1;
        const id = last;
        const timer = setTimeout(() => {
          waiting.delete(id);
          fail(new Error('the journal does not answer'));
        }, ANSWER_MS);
        waiting.set(id, { done, fail, timer });
        port.postMessage({ id, call, with: given } satisfies JournalCall);
      });
  return {
    open: send('open'),
    begin: send('begin'),
    append: send('append'),
    undo: send('undo'),
    erase: send('erase'),
    since: send('since'),
    page: send('page'),
    hashes: send('hashes'),
    blob: send('blob'),
    ties: send('ties'),
    beginAnew: send('beginAnew'),
    appendAnew: send('appendAnew'),
    finishAnew: send('finishAnew'),
    ballast: send('ballast'),
  };
}

/** Answers the calls of one port after another: only the newest is listened to, and one call is carried out at a time. */
export function serveJournal(open: () => Promise<Journal>): (port: Port) => void {
  let current: Port | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let opened: Promise<Journal> | null = null;
  const journal = (): Promise<Journal> => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return (port) => {
    if (current !== null) current.onmessage = null;
    current = port;
    port.onmessage = ({ data }: MessageEvent<JournalCall>) => {
      const { id, call, with: given } = data;
      turn = turn.then(async () => {
        try {
          const work = (await journal())[call] as (...given: readonly unknown[]) => Promise<unknown>;
          port.postMessage({ id, value: await work(...given) });
        } catch (error) {
          port.postMessage({ id, error: String(error) });
        }
      });
    };
  };
}
