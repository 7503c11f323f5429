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

/** Longest wait for one call, in seconds awake: a worker that ended answers nothing, one that slept with the computer answers yet. */
const LONGEST_WAIT = 30;
const SECOND_MS = 1000;

/** The part of a MessagePort that is used. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** Speaks to the worker behind a port. Every call is refused with an error where the worker says so or does not answer. */
export function speakToJournal(port: Port): Journal {
  const waiting = new Map<number, { done: (value: never) => void; fail: (error: Error) => void; timer: ReturnType<typeof setInterval> }>();
  let last = 0;
  port.onmessage = ({ data }: MessageEvent<JournalAnswer>) => {
    const one = waiting.get(data.id);
    if (one === undefined) return;
    waiting.delete(data.id);
    clearInterval(one.timer);
    if ('error' in data) one.fail(new Error(data.error));
    else one.done(data.value as never);
  };
  const send =
    <T>(call: keyof Journal) =>
    (...given: readonly unknown[]): Promise<T> =>
      new Promise((done, fail) => {
        last += 1;
        const id = last;
        let waited = 0;
        // One long timer would be over at the moment of waking, before an answer that waits was heard.
        const timer = setInterval(() => {
          waited += 1;
          if (waited < LONGEST_WAIT) return;
          clearInterval(timer);
          waiting.delete(id);
          fail(new Error('the journal does not answer'));
        }, SECOND_MS);
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
